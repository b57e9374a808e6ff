"""Something that happens once, from its beginning to its end, and may be broken off in between."""

from collections.abc import Callable

from kiosk.show.animator import Animation, Animator
from kiosk.show.easing import linear


class Passage:
    """Tells which share of its time is over, from 0 to 1; broken off, it can go on from there.

    Args:
        animator: what lets it pass.
        duration_ms: how long it takes.
        on_ratio: told the share of the time, evenly, whenever it has changed.

    Attributes:
        ratio: the share that is over; at first all of it.
    """

    def __init__(
        self, animator: Animator, duration_ms: float, on_ratio: Callable[[float], None]
    ) -> None:
        self.ratio = 1.0
        self._animator = animator
        self._duration_ms = duration_ms
        self._on_ratio = on_ratio
        self._animation: Animation | None = None

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._animation is not None and self._animation.running

    def put(self, ratio: float) -> None:
        """Stands at `ratio`."""
        self.stop()
        self._set(ratio)

    def start(self) -> None:
        """Passes from the beginning."""
        self.stop()
        self.ratio = 0.0
        self.go_on()

    def go_on(self) -> None:
        """Passes on from where it is."""
        self.stop()
        start = self.ratio
        self._animation = self._animator.run(
            self._duration_ms * (1 - start),
            lambda ratio: self._set(start + (1 - start) * ratio),
            easing=linear,
        )

    def stop(self) -> None:
        """Stays where it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None

    def _set(self, ratio: float) -> None:
        self.ratio = ratio
        self._on_ratio(ratio)
