"""Where the time comes from: the only home of `time.monotonic`.

Everything that waits or moves is handed a clock, so a test can wind it forward and a demonstration
can run fast. The time of day is no business of this module.
"""

import time
from typing import Protocol


class Clock(Protocol):
    """Something that tells how much time goes by; its zero means nothing."""

    def now_ms(self) -> float:
        """The time in milliseconds; it never runs backwards."""
        ...


class MonotonicClock:
    """The machine's own clock, which no change of the date can disturb."""

    def now_ms(self) -> float:
        return time.monotonic() * 1000


class ManualClock:
    """A clock that stands still until it is wound forward."""

    def __init__(self) -> None:
        self._now_ms = 0.0

    def now_ms(self) -> float:
        return self._now_ms

    def advance(self, ms: float) -> None:
        """Wind it forward by `ms` milliseconds."""
        self._now_ms += ms


class FastClock:
    """Another clock, running `speed` times as fast from its creation on."""

    def __init__(self, clock: Clock, speed: float) -> None:
        self._clock = clock
        self._speed = speed
        self._start_ms = clock.now_ms()

    def now_ms(self) -> float:
        return self._start_ms + (self._clock.now_ms() - self._start_ms) * self._speed
