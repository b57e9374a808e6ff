"""All by which a visitor reaches the stage: contacts, keys, and what only says «I am here»."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.keys import KeyMap
from kiosk.show.clock import Clock
from kiosk.stage.door import Door
from kiosk.stage.front import Front
from kiosk.stage.hands import Hands
from kiosk.stage.keys import OF_STAFF, OF_THE_FOCUS, ON_A_COVER, Keys
from kiosk.stage.view import View
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.gestures import GestureArbiter
from kiosk.toolkit.pointer import PointerFilter
from kiosk.toolkit.touchable import Touchable


class Controls(Wishes):
    """Hands and keys on one view.

    Args:
        graphics: what the view shows.
        front: what may stand in front, and tells by itself what is meant by touching it.
        key_map: which key does what.
        touchables: everything that the keys can reach now, in reading order.
        targets: everything that a finger can act on now.

    Attributes:
        arbiter: tells what fingers do.
        hands: act on what lies under a finger.
        keys: act on what has the focus.
        door: where staff knock.

    Signals:
        touched: somebody is active, by finger or key; sent before what they want.
        cover_touched: the same, while a cover is on, which is no visitor's affair.
        staff_requested: staff have knocked, or pressed their key.
        needs_ticks: a finger is down, and it takes time to tell what it does.
    """

    touched = Signal()
    cover_touched = Signal()
    staff_requested = Signal()
    needs_ticks = Signal()

    def __init__(
        self,
        view: View,
        graphics: QGraphicsScene,
        clock: Clock,
        front: Front,
        key_map: KeyMap,
        touchables: Callable[[], Sequence[Touchable]],
        targets: Callable[[], Sequence[Touchable]],
    ) -> None:
        super().__init__()
        self._view = view
        self._front = front
        self.arbiter = GestureArbiter(clock)
        self.hands = Hands(graphics, self.arbiter, targets)
        self.keys = Keys(key_map, touchables)
        self.door = Door(view, self.arbiter, clock)
        self._pointer = PointerFilter(self.arbiter, view.to_design, view.px_per_mm)
        self._listen()

    def listen_to_window(self) -> None:
        """Takes the contacts of the window; call it once the window exists."""
        self._view.windowHandle().installEventFilter(self._pointer)

    def _listen(self) -> None:
        self._view.key_pressed.connect(self._on_key)
        self._view.key_repeated.connect(self._on_stirred)
        self._pointer.stirred.connect(self._on_stirred)
        self.arbiter.pressed.connect(self.needs_ticks)
        self.arbiter.pressed.connect(self.keys.clear_focus)
        self.hands.touched.connect(self._on_touched)
        self.keys.touched.connect(self._on_touched)
        self.door.knocked.connect(self.staff_requested)
        self.pass_on(self.keys)

    def _on_stirred(self) -> None:
        """What means nothing still says that somebody is there."""
        if self._front.covering:
            self.cover_touched.emit()
        else:
            self.touched.emit()

    def _on_touched(self) -> None:
        """A finger on what stands in front is no wish yet: it tells by itself what was meant."""
        if self._front.covering or self._front.screen is None:
            self._on_stirred()

    def _on_key(self, key: int, shift: bool) -> None:
        """A key wakes it, or says that somebody is there; what it stands for is another matter."""
        front, keys = self._front, self.keys
        if keys.stands_for(key, OF_STAFF):
            self.staff_requested.emit()
        elif front.covering:
            keys.press(key, shift, only=ON_A_COVER)
        elif front.attract or (front.question and not keys.stands_for(key, OF_THE_FOCUS)):
            self.touched.emit()
        else:
            keys.press(key, shift)
