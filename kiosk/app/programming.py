"""What is on: the settings, the opening hours, and the clock that they are kept by."""

from datetime import datetime

from kiosk.app.arrangement import arranged
from kiosk.content.model import Exhibition
from kiosk.settings.model import PROGRAMME_NAMES, Settings
from kiosk.settings.store import Store
from kiosk.show.clock import Clock
from kiosk.show.opening import Opening
from kiosk.show.outlook import ALWAYS_OPEN, Outlook
from kiosk.show.timekeeper import Timekeeper
from kiosk.show.wall_clock import WallClock
from kiosk.venue.last_seen import LastSeen

POLL_MS = 2000.0
"""How often it is looked whether somebody has changed the venue's file."""


class Programming:
    """Looks at the settings and the clock, and tells what exhibition is to be on.

    Args:
        exhibition: all there is, as its files describe it.
        store: what the venue has chosen.
        wall: the venue's clock.
        clock: what tells how much time goes by, at the pace of the venue's clock.
        last_seen: where the time is kept that it was last.

    Attributes:
        store: what the venue has chosen.
        keeper: whether the venue's clock is believed.
        outlook: what the hours say now, and what changes next.
        shown: the exhibition that is to be on.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        store: Store,
        wall: WallClock,
        clock: Clock,
        last_seen: LastSeen,
    ) -> None:
        self.exhibition = exhibition
        self.store = store
        self.wall = wall
        self._clock = clock
        self._last_seen = last_seen
        self.keeper = Timekeeper(wall, clock, last_seen.read())
        self._poll_due_ms = clock.now_ms() + POLL_MS
        self.outlook: Outlook = ALWAYS_OPEN
        self._arrange()

    @property
    def settings(self) -> Settings:
        """What counts."""
        return self.store.applied.settings

    def moment(self) -> datetime | None:
        """The venue's time; None where its clock is not believed."""
        return self.wall.now() if self.keeper.trusted else None

    def seconds(self) -> float:
        """The seconds since 1970 by the venue's clock, be it believed or not."""
        return self.wall.universal().timestamp()

    def rehearsed(self, scene: str) -> Exhibition:
        """All there is, with that scene for as long as it stays on as drafted."""
        named = self.store.drafted.settings.programmes
        slots = (slot for name in PROGRAMME_NAMES for slot in named.named(name) or ())
        dwell_s = next((slot.dwell_s for slot in slots if slot.scene == scene), None)
        scenes = tuple(
            one.model_copy(update={"dwell_s": dwell_s}) if one.id == scene else one
            for one in self.exhibition.scenes
        )
        return self.exhibition.model_copy(update={"scenes": scenes})

    def tick(self) -> bool:
        """Looks again; returns whether the settings or the programme are others than before."""
        self.keeper.tick()
        if moment := self.keeper.to_save():
            self._last_seen.keep(moment)
        if self._clock.now_ms() >= self._poll_due_ms:
            self._poll_due_ms = self._clock.now_ms() + POLL_MS
            self.store.poll()
        if self._arranged_for is self.store.applied and not self._turns():
            return False
        self._arrange()
        return True

    def _turns(self) -> bool:
        """Notes what the hours say now; whether another programme is on."""
        before, self.outlook = self.outlook, self._now()
        return before.programme != self.outlook.programme

    def _arrange(self) -> None:
        self._arranged_for = self.store.applied
        named = self.settings.programmes
        there = [name for name in PROGRAMME_NAMES if named.named(name)]
        self._opening = Opening(self.settings.hours, self.settings.dayparts, there)
        self.outlook = self._now()
        self.shown = arranged(self.exhibition, self.settings, self.outlook.programme)

    def _now(self) -> Outlook:
        return self._opening.outlook(self.wall.now(), self.keeper.trusted)
