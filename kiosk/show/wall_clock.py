"""What day it is, and what time of day: the only home of the date.

A wall clock can be wrong and can be set, so nothing waits by it. Whether it is to be believed is
judged by `timekeeper`, in universal time: where the venue's time changes with the season, an hour
comes twice, and nothing is wrong with the clock.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from kiosk.show.clock import Clock


class WallClock(Protocol):
    """Something that tells the date."""

    def now(self) -> datetime:
        """The venue's time, without a zone: what a watch shows there."""
        ...

    def universal(self) -> datetime:
        """The same moment in UTC, with its zone."""
        ...


class MachineWallClock:
    """The machine's own, in the zone that the machine is set to."""

    def now(self) -> datetime:
        return datetime.now()

    def universal(self) -> datetime:
        return datetime.now(UTC)


class ManualWallClock:
    """Begins where it is set and runs along with another clock.

    Args:
        local: what it shows at first.
        clock: how fast it runs.
        zone: where it hangs.
    """

    def __init__(self, local: datetime, clock: Clock, zone: tzinfo = UTC) -> None:
        self._clock = clock
        self._zone = zone
        self.set(local)

    def now(self) -> datetime:
        return self.universal().astimezone(self._zone).replace(tzinfo=None)

    def universal(self) -> datetime:
        return self._set_to + timedelta(milliseconds=self._clock.now_ms() - self._set_ms)

    def set(self, local: datetime) -> None:
        """Sets its hands."""
        self._set_to = local.replace(tzinfo=self._zone).astimezone(UTC)
        self._set_ms = self._clock.now_ms()
