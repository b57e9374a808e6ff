"""Takes the contacts of a window, by finger or mouse, and hands them to the gesture arbiter.

It filters the top-level window, which sees each event once, and keeps them from going further: the
items on the stage have no event handlers of their own. Mouse events that Qt makes out of touches
are dropped, since the touches were counted already. A contact as large as a palm is no finger.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWheelEvent

from kiosk.toolkit.gestures import GestureArbiter

MOUSE = -1
"""The mouse's contact number; fingers are numbered from 0."""

PALM_MM = 30.0
"""Nobody's finger is so long where it touches the glass."""


class PointerFilter(QObject):
    """An event filter for a window.

    Args:
        arbiter: who is told.
        to_design: from a position in the window to design pixels.
        px_per_mm: how many of the window's pixels make a millimetre on the panel.

    Signals:
        stirred: somebody turned a wheel or used another button, which means nothing here.
    """

    stirred = Signal()

    def __init__(
        self,
        arbiter: GestureArbiter,
        to_design: Callable[[QPointF], QPointF],
        px_per_mm: Callable[[], float],
    ) -> None:
        super().__init__()
        self._arbiter = arbiter
        self._to_design = to_design
        self._px_per_mm = px_per_mm

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
                self._mouse(event)
            return True
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        if isinstance(event, QWheelEvent):
            self.stirred.emit()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> None:
        point = self._to_design(event.position())
        left = Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseMove:
                self._arbiter.move(MOUSE, point)
                if event.buttons() & ~left:
                    self.stirred.emit()
            case _ if event.button() != left:
                self.stirred.emit()
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                self._arbiter.begin(MOUSE, point)
            case QEvent.Type.MouseButtonRelease:
                self._arbiter.end(MOUSE, point)

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._arbiter.cancel()
            return
        for contact in event.points():
            if self._is_palm(contact):
                self._arbiter.drop(contact.id())
                continue
            point = self._to_design(contact.position())
            match contact.state():
                case QEventPoint.State.Pressed:
                    self._arbiter.begin(contact.id(), point)
                case QEventPoint.State.Updated:
                    self._arbiter.move(contact.id(), point)
                case QEventPoint.State.Released:
                    self._arbiter.end(contact.id(), point)

    def _is_palm(self, contact: QEventPoint) -> bool:
        size = contact.ellipseDiameters()
        return max(size.width(), size.height()) > PALM_MM * self._px_per_mm()
