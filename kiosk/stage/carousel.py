"""Slides one scene out and another in, by itself or under a finger."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.show.animator import Animation, Animator
from kiosk.show.easing import ease_in_out, ease_out
from kiosk.stage.scene_item import SceneItem

SLIDE_MS = 560.0
RETURN_MS = 320.0
TURN_RATIO = 0.16
"""How much of the width a finger must have drawn a scene for the next one to come."""

FLICK_PX_PER_S = 700.0


class Carousel(QObject):
    """Holds the scene that is shown and, while it slides, the one that comes or goes with it.

    Args:
        animator: what moves the slide.
        neighbour: the item that stands on a side of the shown one: 1 after it, -1 before it.

    Signals:
        moved: the share, from 0 to 1, that the other item has of the picture.
        settled: the slide is over, and `current` alone is seen.
        turned: a finger has asked for the item on a side, 1 or -1.
    """

    moved = Signal(float)
    settled = Signal()
    turned = Signal(int)

    def __init__(self, animator: Animator, neighbour: Callable[[int], SceneItem]) -> None:
        super().__init__()
        self._animator = animator
        self._neighbour = neighbour
        self._animation: Animation | None = None
        self._side = 1
        self._start = self._target = 0.0
        self.page_width = 1920.0
        self.current: SceneItem | None = None
        self.other: SceneItem | None = None

    @property
    def moving(self) -> bool:
        """Whether a slide is under way, by itself or under a finger."""
        return self.other is not None

    def place(self, item: SceneItem) -> None:
        """Shows `item` at once, without a slide."""
        self._stop()
        self._drop_other()
        if self.current is not None and self.current is not item:
            self.current.setVisible(False)
        self.current = item
        item.setPos(0, 0)
        item.setVisible(True)
        self.settled.emit()

    def clear(self) -> None:
        """Shows nothing, and holds on to nothing."""
        self._stop()
        self.current = self.other = None

    def slide_to(self, item: SceneItem, side: int) -> None:
        """Lets `item` come from `side`, from wherever a finger or a slide has got to."""
        if self.current is None or item is self.current:
            self.place(item)
            return
        self._stop()
        leaving = self.current
        if self.other is not None and self.other is not item:
            self.other.setVisible(False)
        self.current, self.other, self._side = item, leaving, side
        item.setVisible(True)
        leaving.setVisible(True)
        self._start = leaving.x()
        self._target = -side * self.page_width
        self._animation = self._animator.run(
            SLIDE_MS, self._set_ratio, easing=ease_in_out, on_done=self._arrive
        )

    def follow(self, offset: float) -> None:
        """Keeps the shown scene `offset` design units to the right, under a finger."""
        if self.current is None:
            return
        self._stop()
        side = -1 if offset > 0 else 1
        item = self._neighbour(side)
        if item is self.current:
            return
        if self.other is not item:
            self._drop_other()
            self.other = item
            item.setVisible(True)
        self._side = side
        self.current.setX(offset)
        item.setX(offset + side * self.page_width)
        self.moved.emit(min(1.0, abs(offset) / self.page_width))

    def release(self, offset: float, velocity: float) -> None:
        """The finger has let go: asks for the next scene, or returns."""
        if self.current is None or self.other is None:
            return
        side = -1 if offset > 0 else 1
        flicked = velocity * side < -FLICK_PX_PER_S
        held_back = velocity * side > FLICK_PX_PER_S
        if (abs(offset) > self.page_width * TURN_RATIO and not held_back) or flicked:
            self.turned.emit(side)
        else:
            self._return()

    def _return(self) -> None:
        """Back to where the finger began."""
        if self.current is None or self.other is None:
            return
        start, side, other, current = self.current.x(), self._side, self.other, self.current

        def move(ratio: float) -> None:
            x = start * (1 - ratio)
            current.setX(x)
            other.setX(x + side * self.page_width)
            self.moved.emit(min(1.0, abs(x) / self.page_width))

        self._animation = self._animator.run(RETURN_MS, move, easing=ease_out, on_done=self._arrive)

    def _set_ratio(self, ratio: float) -> None:
        assert self.current is not None and self.other is not None
        x = self._start + (self._target - self._start) * ratio
        self.other.setX(x)
        self.current.setX(x + self._side * self.page_width)
        self.moved.emit(min(1.0, abs(self.current.x()) / self.page_width))

    def _arrive(self) -> None:
        assert self.current is not None
        self.current.setX(0)
        self._drop_other()
        self._animation = None
        self.settled.emit()

    def _drop_other(self) -> None:
        if self.other is not None:
            self.other.setVisible(False)
            self.other = None

    def _stop(self) -> None:
        if self._animation is not None:
            self._animation.cancel()
            self._animation = None
