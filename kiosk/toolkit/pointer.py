"""Takes the contacts of a window, by finger or mouse, and hands them to the gesture arbiter.

It filters the top-level window, which sees each event once, and keeps them from going further: the
items on the stage have no event handlers of their own. Mouse events that Qt makes out of touches
are dropped, since the touches were counted already.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent

from kiosk.toolkit.gestures import GestureArbiter

MOUSE = -1
"""The mouse's contact number; fingers are numbered from 0."""


class PointerFilter(QObject):
    """An event filter for a window.

    Args:
        arbiter: who is told.
        to_design: from a position in the window to design pixels.
    """

    def __init__(self, arbiter: GestureArbiter, to_design: Callable[[QPointF], QPointF]) -> None:
        super().__init__()
        self._arbiter = arbiter
        self._to_design = to_design

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
                self._mouse(event)
            return True
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> None:
        point = self._to_design(event.position())
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                if event.button() == Qt.MouseButton.LeftButton:
                    self._arbiter.begin(MOUSE, point)
            case QEvent.Type.MouseMove:
                self._arbiter.move(MOUSE, point)
            case QEvent.Type.MouseButtonRelease:
                if event.button() == Qt.MouseButton.LeftButton:
                    self._arbiter.end(MOUSE, point)

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._arbiter.cancel()
            return
        for contact in event.points():
            point = self._to_design(contact.position())
            match contact.state():
                case QEventPoint.State.Pressed:
                    self._arbiter.begin(contact.id(), point)
                case QEventPoint.State.Updated:
                    self._arbiter.move(contact.id(), point)
                case QEventPoint.State.Released:
                    self._arbiter.end(contact.id(), point)
