"""How the machine is: what its parts know of it, put together, and what of that is a trouble."""

from collections.abc import Mapping, Sequence

from kiosk.app.kiosk import Kiosk
from kiosk.app.programming import Programming
from kiosk.app.site import Site
from kiosk.content.problem import Problem
from kiosk.content.version import ContentVersion
from kiosk.release import VERSION
from kiosk.show.pace import Pace
from kiosk.venue.health import Health, Known
from kiosk.venue.incidents import Incidents
from kiosk.venue.journal import Journal
from kiosk.venue.lock import Lock
from kiosk.venue.machine import RESERVE_BYTES, MachineStatus, StartReason, TroubleKind
from kiosk.venue.starts import End, Starts

LOOK_MS = 60_000.0
"""How often it is looked whether the disk is almost full."""

_TOLD_STARTS: Mapping[StartReason, TroubleKind] = {
    "crash": "stopped-unexpectedly",
    "hang": "hung",
    "memory": "memory-full",
}


class Machine:
    """Watches a kiosk and what lies around it.

    Args:
        site: where it stands.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        programming: Programming,
        journal: Journal,
        lock: Lock,
        site: Site,
    ) -> None:
        self._kiosk = kiosk
        self._programming = programming
        self._journal = journal
        self._lock = lock
        self._clock = site.clock
        self.troubles = site.troubles
        self.starts = Starts(site.folder, programming.wall.now, because=site.because)
        self._health = Health(site.folder, site.clock.now_ms)
        self._version = ContentVersion(site.content)
        self._pace = Pace()
        self._known: dict[TroubleKind, str] = {}
        self._look_due_ms = site.clock.now_ms()
        kiosk.stage.view.painted.connect(self._on_painted)
        self._tell_of_start(site)

    def status(self) -> MachineStatus:
        """How it is now."""
        return self._health.status(
            Known(
                now=self._programming.wall.now(),
                clock_trusted=self._programming.keeper.trusted,
                starts=self.starts.history,
                troubles=self.troubles.last,
                frame_p95_ms=self._pace.p95_ms,
                content_version=self._version.text,
                app_version=VERSION,
            )
        )

    def tick(self) -> None:
        """Tells what has gone wrong since the last time."""
        for kind, detail in self._journal.take_troubles():
            self.troubles.tell(kind, detail)
        store = self._programming.store
        self._tell_once("settings-broken", bool(store.problems), _told(store.problems))
        not_saved = str(store.not_saved or self._lock.not_saved)
        self._tell_once("settings-not-saved", bool(not_saved), not_saved)
        self._tell_once("clock-doubted", not self._programming.keeper.trusted)
        self._tell_once("voice-failed", self._kiosk.speech.failed)
        self._look_at_disk()

    def close(self, ended_by: End) -> None:
        """Lets go of what it watches, and notes who has asked for the end."""
        self._health.close()
        self.starts.end(ended_by)

    def _tell_of_start(self, site: Site) -> None:
        """Tells why this start was necessary, where something had gone wrong."""
        if kind := _TOLD_STARTS.get(self.starts.reason):
            last = Incidents(site.folder).last() if site.because else ()
            self.troubles.tell(kind, last[0].summary if last else "")
        if site.safe:
            self.troubles.tell("safe-show")

    def _look_at_disk(self) -> None:
        if self._clock.now_ms() < self._look_due_ms:
            return
        self._look_due_ms = self._clock.now_ms() + LOOK_MS
        free = self.status().disk_free_bytes
        self._tell_once("disk-almost-full", 0 < free < RESERVE_BYTES)

    def _tell_once(self, kind: TroubleKind, is_so: bool, detail: str = "") -> None:
        """Tells a trouble when it begins, or is another, and not while it lasts."""
        if not is_so:
            self._known.pop(kind, None)
        elif self._known.get(kind) != detail:
            self._known[kind] = detail
            self.troubles.tell(kind, detail)

    def _on_painted(self) -> None:
        self._pace.frame(self._clock.now_ms(), self._kiosk.animator.active)


def _told(problems: Sequence[Problem]) -> str:
    """The first problem, which names its line, and how many others there are."""
    others = f" (+{len(problems) - 1})" if len(problems) > 1 else ""
    return f"{problems[0]}{others}" if problems else ""
