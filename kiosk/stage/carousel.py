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

BACK_RATIO = 0.5
"""How far a scene that was caught while it came must be pushed back for it to go again."""

FLICK_PX_PER_S = 700.0


class Carousel(QObject):
    """Holds the scene that is shown and, while it slides, those that move along with it.

    Args:
        animator: what moves the slide.
        neighbour: the item that belongs on a side of the shown one: 1 after it, -1 before it.

    Signals:
        moved: the share, from 0 to 1, that `other` has of the picture.
        arrived: the slide is over, and `current`, which is new, alone is seen.
        returned: the slide is over, and `current` alone is seen as it was before.
        turned: a finger has asked for another item, which stands on a side, 1 or -1.
    """

    moved = Signal(float)
    arrived = Signal()
    returned = Signal()
    turned = Signal(object, int)

    def __init__(self, animator: Animator, neighbour: Callable[[int], SceneItem]) -> None:
        super().__init__()
        self._animator = animator
        self._neighbour = neighbour
        self._animation: Animation | None = None
        self._company: dict[SceneItem, float] = {}  # how far right of `current` each stands
        self._coming = False  # whether `current` has not arrived yet
        self._grip = 0.0  # where `current` was, less the finger's way, when a finger caught it
        self.page_width = 1920.0
        self.current: SceneItem | None = None

    @property
    def moving(self) -> bool:
        """Whether a slide is under way, by itself or under a finger."""
        return bool(self._company)

    @property
    def other(self) -> SceneItem | None:
        """The item that shares the picture with the shown one."""
        if self.current is None:
            return None
        x = self.current.x()
        seen = [item for item, place in self._company.items() if place * x < 0]
        return min(seen, key=lambda item: abs(self._company[item]), default=None)

    def place(self, item: SceneItem) -> None:
        """Shows `item` at once, without a slide."""
        self._stop()
        self._dismiss_company()
        if self.current is not None and self.current is not item:
            self.current.setVisible(False)
        self.current = item
        item.setPos(0, 0)
        item.setVisible(True)
        self._arrive()

    def clear(self) -> None:
        """Shows nothing, and holds on to nothing."""
        self._stop()
        self._company.clear()
        self._grip, self._coming = 0.0, False
        self.current = None

    def slide_to(self, item: SceneItem, side: int) -> None:
        """Lets `item` come, from `side` or from where it is already seen."""
        if self.current is None or item is self.current:
            self.place(item)
            return
        self._stop()
        leaving = self.current
        place = self._company.pop(item, side * self.page_width)
        self._dismiss_company(place)
        self._company = {other: at - place for other, at in self._company.items()}
        self._company[leaving] = -place
        item.setX(leaving.x() + place)
        item.setVisible(True)
        self.current, self._coming = item, True
        self._glide(SLIDE_MS, ease_in_out)

    def follow(self, offset: float) -> None:
        """Keeps the shown scene under a finger that has moved `offset` design units.

        A finger that moves in the middle of a slide catches the scene where it is.
        """
        if self.current is None:
            return
        if self._animation is not None:
            self._grip = self.current.x() - offset
            self._stop()
        x = self._grip + offset
        self._pull_in(-1 if x > 0 else 1)
        if self._company:
            self._set_x(x)

    def release(self, offset: float, velocity: float) -> None:
        """The finger has let go after `offset` design units: the scene turns, or comes to rest.

        A `velocity`, in design units a second, decides where it is that of a flick.
        """
        self._grip = 0.0
        if self.current is None or not self._company:
            return
        other = self.other
        if other is not None and self._asks_for(other, offset, velocity):
            self.turned.emit(other, 1 if self._company[other] > 0 else -1)
        else:
            self._glide(RETURN_MS, ease_out)

    def _asks_for(self, other: SceneItem, offset: float, velocity: float) -> bool:
        assert self.current is not None
        side = 1 if self._company[other] > 0 else -1
        if velocity * side < -FLICK_PX_PER_S:
            return True
        needed = self.page_width * (BACK_RATIO if self._coming else TURN_RATIO)
        drawn = offset * side < 0 and abs(self.current.x()) > needed
        return drawn and velocity * side <= FLICK_PX_PER_S

    def _pull_in(self, side: int) -> None:
        """Puts the neighbour on `side` beside the shown scene, where nothing stands there yet."""
        if any(place * side > 0 for place in self._company.values()):
            return
        item = self._neighbour(side)
        if item is not self.current:
            self._company[item] = side * self.page_width
            item.setVisible(True)

    def _glide(self, duration_ms: float, easing: Easing) -> None:
        """Moves the shown scene from where it is to its place, and the company along with it."""
        assert self.current is not None
        start = self.current.x()
        self._animation = self._animator.run(
            duration_ms,
            lambda ratio: self._set_x(start * (1 - ratio)),
            easing=easing,
            on_done=self._rest,
        )

    def _set_x(self, x: float) -> None:
        assert self.current is not None
        self.current.setX(x)
        for item, place in self._company.items():
            item.setX(x + place)
        self.moved.emit(min(1.0, abs(x) / self.page_width))

    def _rest(self) -> None:
        self._animation = None
        self._dismiss_company()
        if self._coming:
            self._arrive()
        else:
            self.returned.emit()

    def _arrive(self) -> None:
        self._coming = False
        self.arrived.emit()

    def _dismiss_company(self, at: float | None = None) -> None:
        """Hides all that move along, or those alone that stand `at` a place."""
        for item, place in list(self._company.items()):
            if at is None or place == at:
                item.setVisible(False)
                del self._company[item]

    def _stop(self) -> None:
        if self._animation is not None:
            self._animation.cancel()
            self._animation = None
