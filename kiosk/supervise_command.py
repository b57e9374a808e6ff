"""`main.py supervise`: the exhibition, started again whenever it ends otherwise than asked to."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from kiosk.resources import ROOT
from kiosk.settings.place import venue_folder
from kiosk.show.clock import MonotonicClock
from kiosk.venue.actions import Launch
from kiosk.venue.installation import Installation, installed_at
from kiosk.venue.orphans import adopt_orphans, end_orphans
from kiosk.venue.supervision import Supervision
from kiosk.venue.supervisor import Supervisor
from kiosk.venue.trial import read_trial, write_trial
from kiosk.venue.versions import NoVersionError

LIMIT_MB = 1200
_LIMIT = "--memory-mb"


def add_supervise_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets `parser`, which knows those of `run`, understand those of `supervise` too."""
    parser.add_argument(
        _LIMIT,
        type=int,
        default=LIMIT_MB,
        metavar="N",
        help=f"how much memory it may use before it is started anew ({LIMIT_MB})",
    )


def supervise(options: argparse.Namespace, arguments: Sequence[str]) -> int:
    """Returns 0 when the exhibition has ended because somebody asked for it.

    Args:
        options: as they were understood.
        arguments: as they were given, after `supervise`.
    """
    _keep_no_cores()
    adopt_orphans()
    now_ms = MonotonicClock().now_ms
    folder, root = venue_folder(options.venue, os.environ), installed_at(ROOT)
    installation = Installation(root, folder) if root else None
    Supervisor(
        command=lambda launch: child_command(considered(launch, installation), arguments),
        folder=folder,
        supervision=Supervision(options.memory_mb * 1e6, now_ms),
        now_ms=now_ms,
        end_orphans=end_orphans,
    ).run()
    return 0


def _keep_no_cores() -> None:
    """A picture of the memory for each crash would fill the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def considered(launch: Launch, installation: Installation | None) -> Launch:
    """The launch, or that of the version before, if what has failed so often is on trial.

    A version may be too broken to find out by itself that it does not start.

    Args:
        launch: what is to be started.
        installation: what is installed; None where nobody has installed it.
    """
    if launch.show == "normal" or installation is None:
        return launch
    trial = read_trial(installation.venue)
    if trial.state != "running":
        return launch
    with suppress(OSError, NoVersionError):
        installation.go_back()
        write_trial(installation.venue, replace(trial, state="failed", reason="no-start"))
        return replace(launch, show="normal")
    return launch


def child_command(launch: Launch, arguments: Sequence[str]) -> list[str]:
    """The command line that a launch comes to.

    The program is named as it was for the supervisor itself: behind the same name there may be
    another version by now.

    Args:
        launch: what is to be started.
        arguments: those of the supervisor.
    """
    own = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    own.add_argument(_LIMIT)
    _, given = own.parse_known_args(list(arguments))
    if launch.show == "holding":
        return [sys.executable, sys.argv[0], "hold", *given]
    scene = ["--scene", launch.scene] if launch.scene else []
    safe = ["--safe"] if launch.show == "safe" else []
    return [sys.executable, sys.argv[0], "run", *given, *scene, *safe]
