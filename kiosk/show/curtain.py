"""Why the exhibition is not to be seen or touched, if it is not: cleaned, paused, or closed."""

import math
from enum import Enum, auto

from kiosk.show.clock import Clock
from kiosk.show.stopwatch import Stopwatch

CLEANING_MS = 60_000.0
AWAKE_MS = 30_000.0
"""How long a closed screen stays on after a touch, where it is switched off otherwise."""


class Reason(Enum):
    """What stands in front of the exhibition."""

    CLEANING = auto()
    """The screen is being wiped; it ends by itself."""
    SUSPENDED = auto()
    """Staff have paused the exhibition; it ends when they say so."""
    CLOSED = auto()
    """It is outside the opening hours."""


class Curtain:
    """Draws together the reasons, of which the first one counts.

    Args:
        clock: Where the time comes from.

    Attributes:
        suspended: Whether staff have paused the exhibition.
    """

    def __init__(self, clock: Clock) -> None:
        self.suspended = False
        self._clock = clock
        self._clean_until_ms = -math.inf
        self._closed = False
        self._untouched = Stopwatch(clock)

    @property
    def reason(self) -> Reason | None:
        """Why nothing else is to be seen, if so."""
        if self.cleaning_left_ms > 0:
            return Reason.CLEANING
        if self.suspended:
            return Reason.SUSPENDED
        return Reason.CLOSED if self._closed else None

    @property
    def cleaning_left_ms(self) -> float:
        """How long touches are still ignored; 0 while they are not."""
        return max(self._clean_until_ms - self._clock.now_ms(), 0.0)

    @property
    def dark(self) -> bool:
        """Whether nobody needs the light of the screen: it is closed, and nobody touches it."""
        return self.reason is Reason.CLOSED and self._untouched.elapsed_ms >= AWAKE_MS

    def clean(self) -> None:
        """Ignore touches for a minute from now on."""
        self._clean_until_ms = self._clock.now_ms() + CLEANING_MS

    def touch(self) -> None:
        """Note that somebody touches the closed screen."""
        self._untouched.set(0.0)

    def set_open(self, is_open: bool, somebody: bool) -> None:
        """Open or close, as the hours say.

        Args:
            is_open: Whether it is within the opening hours.
            somebody: Whether a visit is going on, which is not cut short.
        """
        closes = not is_open and (self._closed or not somebody)
        if closes and not self._closed:
            self._untouched.set(0.0)
        self._closed = closes
