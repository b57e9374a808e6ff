"""How evenly pictures follow one another while something moves."""

from collections import deque

KEPT = 600
"""How many intervals are looked at: the last ten seconds of movement at 60 pictures a second."""

STALL_MS = 1000.0
"""What is longer was no movement: an animation waited for its turn, or the machine slept."""


class Pace:
    """Takes the time of each picture, and tells how long it took to the next."""

    def __init__(self) -> None:
        self._intervals_ms: deque[float] = deque(maxlen=KEPT)
        self._moving_since_ms: float | None = None

    def frame(self, now_ms: float, moving: bool) -> None:
        """A picture is complete.

        Args:
            now_ms: the time in milliseconds.
            moving: whether something is moving, so that another picture is due.
        """
        if self._moving_since_ms is not None:
            interval_ms = now_ms - self._moving_since_ms
            if interval_ms < STALL_MS:
                self._intervals_ms.append(interval_ms)
        self._moving_since_ms = now_ms if moving else None

    @property
    def p95_ms(self) -> float | None:
        """95 of 100 pictures followed within this time; None before anything has moved."""
        if not self._intervals_ms:
            return None
        ordered = sorted(self._intervals_ms)
        return ordered[-(-len(ordered) * 95 // 100) - 1]
