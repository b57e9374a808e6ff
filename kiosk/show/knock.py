"""How staff ask to be let in: by tapping a corner of the screen, oftener than visitors do."""

from kiosk.show.clock import Clock

TAPS = 5
WITHIN_MS = 2000.0
"""How soon a tap has to follow the one before."""


class Knock:
    """Counts taps in the corner; one that is too slow begins to count anew."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._count = 0
        self._last_ms = 0.0

    def tap(self, in_corner: bool) -> bool:
        """Note a tap, and tell whether it was the last that was needed; one elsewhere undoes all.

        Args:
            in_corner: whether it was in the corner.
        """
        now_ms = self._clock.now_ms()
        follows = now_ms - self._last_ms <= WITHIN_MS
        self._last_ms = now_ms
        self._count = (self._count if follows else 0) + 1 if in_corner else 0
        if self._count < TAPS:
            return False
        self._count = 0
        return True
