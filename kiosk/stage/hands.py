"""What fingers do on the stage: pressing, tapping and stroking.

They act on the touchable items themselves; all else goes out as a signal.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QGraphicsScene
from shiboken6 import isValid

from kiosk.toolkit.gestures import GestureArbiter, Grip
from kiosk.toolkit.touchable import Touchable, touchable_at


class Hands(QObject):
    """Acts on the items of a graphics scene.

    Args:
        graphics: where the items are looked for under a finger.
        arbiter: tells taps from drags.
        targets: everything that a finger can act on now.

    Signals:
        touched: somebody is active; sent before anything that it leads to.
        missed: a tap where there is nothing to act on.
        drag_moved: a finger is so many design pixels to the right of where it came down.
        drag_ended: the same, and its velocity in pixels a second.
        acted: something was done to that `Touchable`, which may be gone by now.
        held: a finger rests on that `Touchable`.
    """

    touched = Signal()
    missed = Signal()
    drag_moved = Signal(float)
    drag_ended = Signal(float, float)
    acted = Signal(object)
    held = Signal(object)

    def __init__(
        self,
        graphics: QGraphicsScene,
        arbiter: GestureArbiter,
        targets: Callable[[], Sequence[Touchable]],
    ) -> None:
        super().__init__()
        self._graphics = graphics
        self._targets = targets
        self._arbiter = arbiter
        self._pressed: Touchable | None = None
        arbiter.pressed.connect(self._on_pressed)
        arbiter.tapped.connect(self._on_tapped)
        arbiter.held.connect(self._on_held)
        arbiter.cancelled.connect(self.let_go)
        arbiter.drag_moved.connect(self._on_drag_moved)
        arbiter.drag_ended.connect(self._on_drag_ended)
        arbiter.stroke_moved.connect(self._on_stroke_moved)
        arbiter.stroke_ended.connect(self._on_stroke_ended)
        arbiter.company_stirred.connect(self.touched)

    def let_go(self) -> None:
        """Releases whatever is pressed, without acting on it."""
        if pressed := self._take_pressed():
            pressed.lose()

    def _take_pressed(self) -> Touchable | None:
        """What was pressed and is so no longer, if it is still there: it may have gone since."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or not isValid(pressed):
            return None
        pressed.set_pressed(False)
        return pressed

    def _on_pressed(self, point: QPointF) -> None:
        self.touched.emit()
        self._pressed = self._find(point)
        if self._pressed:
            spot = self._pressed.mapFromScene(point)
            self._arbiter.grip = self._pressed.grip(spot)
            self._pressed.set_pressed(True)
            if self._arbiter.grip is not Grip.NONE:
                self._pressed.touch(spot)

    def _on_tapped(self, point: QPointF) -> None:
        here = self._find(point)
        pressed = self._take_pressed()
        if pressed is None:
            if here is None:
                self.missed.emit()
        elif pressed is here:
            pressed.tap(pressed.mapFromScene(point))
            self.acted.emit(pressed)
        else:
            pressed.lose()

    def _on_held(self) -> None:
        if self._pressed and self._pressed in self._targets():
            self.held.emit(self._pressed)

    def _on_stroke_moved(self, point: QPointF) -> None:
        self.touched.emit()
        if self._pressed and self._pressed in self._targets():
            self._pressed.touch(self._pressed.mapFromScene(point))
        else:
            self.let_go()  # it has gone from under the finger

    def _on_stroke_ended(self) -> None:
        self.touched.emit()
        if pressed := self._take_pressed():
            pressed.lift()
            self.acted.emit(pressed)

    def _on_drag_moved(self, offset: float) -> None:
        self.touched.emit()
        self.drag_moved.emit(offset)

    def _on_drag_ended(self, offset: float, velocity: float) -> None:
        self.touched.emit()
        self.drag_ended.emit(offset, velocity)

    def _find(self, point: QPointF) -> Touchable | None:
        targets = self._targets()
        for item in self._graphics.items(point):
            found = touchable_at(item)
            if found in targets:
                return found
        return None
