"""What fingers and keys do on the stage: pressing, tapping, stroking, and walking the focus.

Taps and keys act on the touchable items themselves; all else goes out as a signal.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QGraphicsScene
from shiboken6 import isValid

from kiosk.stage.focus import FocusRing
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.gestures import GestureArbiter, Grip
from kiosk.toolkit.touchable import Touchable, touchable_at

FOCUS_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Select,
)


class Hands(Wishes):
    """Acts on the items of a graphics scene.

    Args:
        graphics: where the items are looked for under a finger.
        arbiter: tells taps from drags.
        touchables: everything that the keys can reach now, in reading order.
        targets: everything that a finger can act on now.

    Signals:
        touched: somebody is active; sent before anything that it leads to.
        missed: a tap where there is nothing to act on.
        drag_moved: a finger is so many design pixels to the right of where it came down.
        drag_ended: the same, and its velocity in pixels a second.
        escape_requested: out of whatever is open.
        focused: the keys' focus has moved to that `Touchable`.
        acted: something was done to that `Touchable`, which may be gone by now.
    """

    touched = Signal()
    missed = Signal()
    drag_moved = Signal(float)
    drag_ended = Signal(float, float)
    escape_requested = Signal()
    focused = Signal(object)
    acted = Signal(object)

    def __init__(
        self,
        graphics: QGraphicsScene,
        arbiter: GestureArbiter,
        touchables: Callable[[], Sequence[Touchable]],
        targets: Callable[[], Sequence[Touchable]],
    ) -> None:
        super().__init__()
        self._graphics = graphics
        self._touchables = touchables
        self._targets = targets
        self._arbiter = arbiter
        self._pressed: Touchable | None = None
        self._ring: FocusRing | None = None
        arbiter.pressed.connect(self._on_pressed)
        arbiter.tapped.connect(self._on_tapped)
        arbiter.cancelled.connect(self.let_go)
        arbiter.drag_moved.connect(self._on_drag_moved)
        arbiter.drag_ended.connect(self._on_drag_ended)
        arbiter.stroke_moved.connect(self._on_stroke_moved)
        arbiter.stroke_ended.connect(self._on_stroke_ended)

    def wear(self, ring: FocusRing) -> None:
        """Shows the focus with `ring` from now on."""
        self._ring = ring

    def let_go(self) -> None:
        """Releases whatever is pressed, without acting on it."""
        if pressed := self._take_pressed():
            pressed.lose()

    def clear_focus(self) -> None:
        """Takes the keys' focus off everything."""
        if self._ring:
            self._ring.clear()

    def refresh_focus(self) -> None:
        """Moves the ring to where its item has moved, and away from one that has gone."""
        if self._ring and self._ring.item:
            self.focus(self._focused())

    def focus(self, item: Touchable | None) -> None:
        """Gives the keys' focus to `item`, or takes it off everything."""
        if self._ring and item:
            self._ring.put(item)
        else:
            self.clear_focus()

    def focus_index(self) -> int | None:
        """Which of all touchables has the keys' focus, if one has."""
        item = self._focused()
        return None if item is None else list(self._touchables()).index(item)

    def is_for_focus(self, key: int) -> bool:
        """Whether a key, given as a `Qt.Key`, moves the focus or acts on what has it."""
        return key in FOCUS_KEYS

    def press_key(self, key: int, shift: bool) -> None:
        """Does what a key stands for, given as a `Qt.Key`."""
        self.touched.emit()
        match key:
            case Qt.Key.Key_Tab | Qt.Key.Key_Down:
                self._step(-1 if shift else 1)
            case Qt.Key.Key_Backtab | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Select:
                self._activate_focused()
            case Qt.Key.Key_Escape | Qt.Key.Key_Back:
                self.clear_focus()
                self.escape_requested.emit()
            case Qt.Key.Key_Right if self._step_focused(1):
                pass
            case Qt.Key.Key_Left if self._step_focused(-1):
                pass
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown:
                self.next_requested.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.previous_requested.emit()
            case Qt.Key.Key_Space:
                self.pause_requested.emit()
            case Qt.Key.Key_M:
                self.access_requested.emit()
            case Qt.Key.Key_Question | Qt.Key.Key_F1:
                self.prologue_requested.emit()
            case _ if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                self.scene_requested.emit(key - Qt.Key.Key_1)

    def _step(self, step: int) -> None:
        if self._ring:
            self._ring.step(self._touchables(), step)
            if self._ring.item:
                self.focused.emit(self._ring.item)

    def _activate_focused(self) -> None:
        if item := self._focused():
            item.activate()
            self.acted.emit(item)

    def _step_focused(self, step: int) -> bool:
        item = self._focused()
        if item is None or not item.step(step):
            return False
        self.acted.emit(item)
        return True

    def _focused(self) -> Touchable | None:
        """What has the keys' focus, while it can be acted on."""
        item = self._ring.item if self._ring else None
        return item if item in self._touchables() else None

    def _take_pressed(self) -> Touchable | None:
        """What was pressed and is so no longer, if it is still there: it may have gone since."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or not isValid(pressed):
            return None
        pressed.set_pressed(False)
        return pressed

    def _on_pressed(self, point: QPointF) -> None:
        self.touched.emit()
        self.clear_focus()
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
