"""A button that has to be meant: held by a finger for a while, or pressed twice by a key."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.show.animator import Animation, Animator, Callback, OnValue
from kiosk.show.easing import linear
from kiosk.staff.action import Action
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded

HOLD_MS = 2000.0
AGAIN_MS = 5000.0
"""How long the first press of a key waits for the second."""

FILL_RATIO = 0.35
"""How strong the fill is that tells how far it is."""


class HoldAction(Action):
    """It fills while a finger holds it, and acts when it is full; let go earlier, nothing happens.

    Whoever has keys, or a switch in place of a finger, presses twice: the words ask for it after
    the first time, and the fill runs out while they wait.

    Args:
        words: what it does, and that it has to be held.
        again: what it says between the two presses of a key.

    Signals:
        confirmed: it was meant.
    """

    confirmed = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        words: str,
        again: str,
        animator: Animator,
    ) -> None:
        super().__init__(parent, look, rect, words)
        self._words = words
        self._again = again
        self._animator = animator
        self._fill = 0.0
        self._filling: Animation | None = None
        self._armed = False

    def show_state(self, enabled: bool, words: str = "") -> None:
        if not enabled:
            self._rest()
        super().show_state(enabled, words)

    def grip(self, point: QPointF) -> Grip:
        return Grip.FIRM

    def set_pressed(self, pressed: bool) -> None:
        super().set_pressed(pressed)
        self._rest()
        if pressed and self.enabled:
            self._filling = self._run(HOLD_MS, self._set_fill, self._confirm)

    def touch(self, point: QPointF) -> None:
        if not self.target().contains(point):
            self._rest()

    def tap(self, point: QPointF) -> None:
        """A finger that only taps has not held it."""

    def activate(self) -> None:
        if not self.enabled:
            return
        if self._armed:
            self._confirm()
            return
        self._rest()
        self._armed = True
        super().show_state(True, self._again)
        self._filling = self._run(AGAIN_MS, lambda gone: self._set_fill(1 - gone), self._rest)

    def stop(self) -> None:
        """Ends what it has begun, as when it is no longer seen."""
        self._rest()

    def _run(self, duration_ms: float, on_value: OnValue, on_done: Callback) -> Animation:
        """Its time counts in full while motion is reduced, as that of a fade."""
        run = self._animator.run
        return run(duration_ms, on_value, easing=linear, on_done=on_done, is_fade=True)

    def _confirm(self) -> None:
        self._rest()
        self.confirmed.emit()
        super().activate()

    def _rest(self) -> None:
        if self._filling:
            self._filling.cancel()
            self._filling = None
        if self._armed:
            self._armed = False
            super().show_state(self.enabled, self._words)
        self._set_fill(0.0)

    def _set_fill(self, ratio: float) -> None:
        if ratio != self._fill:
            self._fill = ratio
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        super().paint(painter, option, widget)
        if not self._fill:
            return
        radius = min(self._size.width(), self._size.height()) / 2
        pill = QPainterPath()
        pill.addRoundedRect(self._size, radius, radius)
        painter.setClipPath(pill, Qt.ClipOperation.IntersectClip)
        done = QRectF(0, 0, self._size.width() * self._fill, self._size.height())
        painter.fillRect(done, faded(self._look.palette.scene_accents()[0], FILL_RATIO))
