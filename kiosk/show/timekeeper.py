"""Whether the wall clock can be believed, as a venue's hours are kept by it.

A machine without a battery wakes up in the past, and a hand or a network can set a clock back. Both
would close an exhibit by day, so time is held to what is known of it: it is not before the release,
not before what was seen last, and while the kiosk runs it gets on as the other clock does. A clock
that is fast cannot be told from one that was put right.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Literal

from kiosk.release import RELEASED
from kiosk.show.clock import Clock
from kiosk.show.wall_clock import WallClock

Doubt = Literal["before-release", "before-last-seen", "set-back"]
"""Why a clock is not believed."""

TOLERANCE = timedelta(minutes=5)
"""How far a clock may be set back: the network puts it right now and then."""

SAVE_EVERY_MS = 5 * 60_000.0


class Timekeeper:
    """Compares a wall clock with what is known of the time, whenever it is told to.

    Args:
        wall: the clock that is judged.
        clock: what tells how much time goes by, at the pace of the wall clock.
        last_seen: what time it was, in UTC, when the kiosk ran before; None for the first time.
        released: the day before which it cannot be.

    Attributes:
        doubt: why the clock is not believed; None while it is.
    """

    def __init__(
        self,
        wall: WallClock,
        clock: Clock,
        last_seen: datetime | None = None,
        released: date = RELEASED,
    ) -> None:
        self._wall = wall
        self._clock = clock
        self._released = datetime.combine(released, datetime.min.time(), UTC)
        self._known = last_seen or self._released
        self._known_ms = self._save_ms = clock.now_ms()
        self._too_early: Doubt = "before-last-seen"
        self.doubt: Doubt | None = None
        self.tick()

    @property
    def trusted(self) -> bool:
        """Whether the clock is believed."""
        return self.doubt is None

    def tick(self) -> None:
        """Judges the clock; a doubt is over once the clock tells no less than what is known."""
        now = self._wall.universal()
        if now < self._released:
            self.doubt = "before-release"
        elif now < self._least() - TOLERANCE:
            self.doubt = self._too_early
        else:
            self._know(now)

    def believe(self) -> None:
        """Somebody has looked at the clock, and it is right."""
        now = self._wall.universal()
        self._released = min(self._released, now)
        self._save_ms = self._clock.now_ms()
        self._know(now)

    def to_save(self) -> datetime | None:
        """What is to be kept as last seen, in UTC, every five minutes; None in between.

        A time that is doubted is never kept.
        """
        if not self.trusted or self._clock.now_ms() < self._save_ms:
            return None
        self._save_ms = self._clock.now_ms() + SAVE_EVERY_MS
        return self._known

    def _know(self, now: datetime) -> None:
        self._known, self._known_ms = now, self._clock.now_ms()
        self._too_early = "set-back"
        self.doubt = None

    def _least(self) -> datetime:
        """What time it is at least."""
        return self._known + timedelta(milliseconds=self._clock.now_ms() - self._known_ms)
