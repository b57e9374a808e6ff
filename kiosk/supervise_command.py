"""`main.py supervise`: the exhibition, started again whenever it ends otherwise than asked to."""

import argparse
import os
import resource
import sys
from collections.abc import Sequence

from kiosk.settings.place import venue_folder
from kiosk.show.clock import MonotonicClock
from kiosk.venue.actions import Launch
from kiosk.venue.orphans import adopt_orphans, end_orphans
from kiosk.venue.supervision import Supervision
from kiosk.venue.supervisor import Supervisor

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
    # A picture of the memory for each crash would fill the disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    adopt_orphans()
    now_ms = MonotonicClock().now_ms
    Supervisor(
        command=lambda launch: child_command(launch, arguments),
        folder=venue_folder(options.venue, os.environ),
        supervision=Supervision(options.memory_mb * 1e6, now_ms),
        now_ms=now_ms,
        end_orphans=end_orphans,
    ).run()
    return 0


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
