"""Numbers that move together, from wherever they are, to where they are wanted."""

from collections.abc import Callable, Sequence

from kiosk.show.animator import Animation, Animator

GLIDE_MS = 420.0


class Glide:
    """A row of numbers; what they were meant for is told whenever they have changed.

    Args:
        animator: what moves them.
        values: where they begin.
        on_change: called after each change.
    """

    def __init__(
        self, animator: Animator, values: Sequence[float], on_change: Callable[[], None]
    ) -> None:
        self.values = list(values)
        self._animator = animator
        self._on_change = on_change
        self._animation: Animation | None = None

    def to(self, targets: Sequence[float], duration_ms: float = GLIDE_MS) -> None:
        """Sets out for `targets`, of the same length, and breaks off what was under way."""
        self.stop()
        start, end = list(self.values), list(targets)

        def move(ratio: float) -> None:
            # The end is taken as it is: a sum of parts would miss it by a hair.
            self.values = (
                list(end)
                if ratio >= 1.0
                else [a + (b - a) * ratio for a, b in zip(start, end, strict=True)]
            )
            self._on_change()

        if start != end:
            self._animation = self._animator.run(duration_ms, move)

    def jump(self, targets: Sequence[float]) -> None:
        """Is at `targets` at once."""
        self.stop()
        self.values = list(targets)
        self._on_change()

    def stop(self) -> None:
        """Stays where it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None
