"""Which show is tried next: after failures a plainer one, and at last a picture that asks to wait.

    normal -> safe -> holding

What fails in the plainer one too is not the exhibition's fault, and what fails even in the last may
be the screen's. So there both ends take turns, with growing pauses: the display may come back.
"""

from collections import deque
from collections.abc import Callable
from typing import Literal

Show = Literal["normal", "safe", "holding"]

MOST_FAILURES = 3
WITHIN_MS = 60_000.0
"""So many failures in so short a time, or so many starts without a picture, and it is given up."""

LASTING_MS = 60_000.0
"""What has been shown for so long is shown well."""

PEACE_MS = 3_600_000.0
"""After so long a peace the normal show is tried again."""

FIRST_PAUSE_MS = 1000.0
LONGEST_PAUSE_MS = 60_000.0

_PLAINER: dict[Show, Show] = {"normal": "safe", "safe": "holding"}


class Fallback:
    """Counts failures.

    Args:
        now_ms: the time in milliseconds.

    Attributes:
        show: what is on, or tried next.
    """

    def __init__(self, now_ms: Callable[[], float]) -> None:
        self._now_ms = now_ms
        self._failures: deque[float] = deque(maxlen=MOST_FAILURES)
        self._unseen = 0
        self._desperate = 0
        self.show: Show = "normal"

    @property
    def pause_ms(self) -> float:
        """How long to wait before the next start."""
        if not self._desperate:
            return 0.0
        return min(FIRST_PAUSE_MS * 2.0 ** (self._desperate - 1), LONGEST_PAUSE_MS)

    def failed(self, seen: bool) -> None:
        """The show has ended otherwise than asked to.

        Args:
            seen: whether it had come as far as a picture.
        """
        if self._desperate or self.show == "holding":
            self._desperate += 1
            self._begin("normal" if self._desperate % 2 else "holding")
            return
        self._failures.append(self._now_ms())
        self._unseen = 0 if seen else self._unseen + 1
        if self._unseen >= MOST_FAILURES or self._too_often():
            self._begin(_PLAINER[self.show])

    def lasted(self) -> None:
        """What is on has been shown for `LASTING_MS`."""
        self._desperate = 0

    def recover(self) -> None:
        """Let the normal show be tried again."""
        self._desperate = 0
        self._begin("normal")

    def _begin(self, show: Show) -> None:
        self.show = show
        self._failures.clear()
        self._unseen = 0

    def _too_often(self) -> bool:
        full = len(self._failures) == MOST_FAILURES
        return full and self._failures[-1] - self._failures[0] <= WITHIN_MS
