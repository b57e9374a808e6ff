"""Slides one scene out and another in, by itself or under a finger."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.show.animator import Animation, Animator
from kiosk.show.easing import Easing, ease_in_out, ease_out
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
        arrived: the slide is over, and `current`, which is new, alone is seen.
        returned: the slide is over, and `current` alone is seen as it was before.
        turned: a finger has asked for the item on a side, 1 or -1.
    """

    moved = Signal(float)
    arrived = Signal()
    returned = Signal()
    turned = Signal(int)

    def __init__(self, animator: Animator, neighbour: Callable[[int], SceneItem]) -> None:
        super().__init__()
        self._animator = animator
        self._neighbour = neighbour
        self._animation: Animation | None = None
        self._side = 1  # on which side of the shown scene the other stands
        self._grip = 0.0
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
        self.arrived.emit()

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
        self.current, self.other, self._side = item, leaving, -side
        item.setX(leaving.x() + side * self.page_width)
        item.setVisible(True)
        leaving.setVisible(True)
        self._glide(SLIDE_MS, ease_in_out, self._arrive)

    def follow(self, offset: float) -> None:
        """Keeps the shown scene under a finger that has moved `offset` design units.

        A finger that comes down in the middle of a slide catches the scene where it is.
        """
        if self.current is None:
            return
        if self._animation is not None:
            self._grip = self.current.x()
            self._stop()
        x = self._grip + offset
        self._pull_in(-1 if x > 0 else 1)
        if self.other is None:
            return
        self._set_x(x)

    def _pull_in(self, side: int) -> None:
        """Puts the neighbour on `side` beside the shown scene, where it does not stand already."""
        if self.other is not None and side == self._side:
            return
        item = self._neighbour(side)
        self._drop_other()
        self._side = side
        if item is not self.current:
            self.other = item
            item.setVisible(True)

    def release(self, offset: float, velocity: float) -> None:
        """The finger has let go after `offset` design units: the scene turns, or returns.

        A `velocity`, in design units a second, decides where it is that of a flick.
        """
        offset, self._grip = self._grip + offset, 0.0
        if self.other is None:
            return
        side = self._side
        flicked = velocity * side < -FLICK_PX_PER_S
        held_back = velocity * side > FLICK_PX_PER_S
        if (abs(offset) > self.page_width * TURN_RATIO and not held_back) or flicked:
            self.turned.emit(side)
        else:
            self._glide(RETURN_MS, ease_out, self._come_back)

    def _glide(self, duration_ms: float, easing: Easing, on_done: Callable[[], None]) -> None:
        """Moves the shown scene from where it is to its place, and the other along with it."""
        assert self.current is not None
        start = self.current.x()
        self._animation = self._animator.run(
            duration_ms,
            lambda ratio: self._set_x(start * (1 - ratio)),
            easing=easing,
            on_done=on_done,
        )

    def _set_x(self, x: float) -> None:
        assert self.current is not None and self.other is not None
        self.current.setX(x)
        self.other.setX(x + self._side * self.page_width)
        self.moved.emit(min(1.0, abs(x) / self.page_width))

    def _arrive(self) -> None:
        self._rest()
        self.arrived.emit()

    def _come_back(self) -> None:
        self._rest()
        self.returned.emit()

    def _rest(self) -> None:
        assert self.current is not None
        self.current.setX(0)
        self._drop_other()
        self._animation = None

    def _drop_other(self) -> None:
        if self.other is not None:
            self.other.setVisible(False)
            self.other = None

    def _stop(self) -> None:
        if self._animation is not None:
            self._animation.cancel()
            self._animation = None
