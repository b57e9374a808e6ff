"""What a row of a list is held by."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

DOT_PX = 3.5
"""The radius."""

APART_PX = 13.0


class Handle(Touchable):
    """A finger draws it up and down; the arrow keys move it by one place, right being down.

    Signals:
        dragged: how far the finger is below where it came down, in design pixels.
        dropped: it was let go there.
        lost: it was no drag after all.
        shifted: by how many places it is to move.
    """

    dragged = Signal(float)
    dropped = Signal()
    lost = Signal()
    shifted = Signal(int)

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF, name: str) -> None:
        super().__init__(parent, name)
        self._look = look
        self._from_y: float | None = None
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())

    def grip(self, point: QPointF) -> Grip:
        return Grip.FIRM

    def touch(self, point: QPointF) -> None:
        y = self.mapToScene(point).y()  # it moves along under the finger
        if self._from_y is None:
            self._from_y = y
        self.dragged.emit(y - self._from_y)

    def lift(self) -> None:
        self._from_y = None
        self.dropped.emit()

    def lose(self) -> None:
        self._from_y = None
        self.lost.emit()

    def tap(self, point: QPointF) -> None:
        self.lose()
        self.activate()

    def step(self, step: int) -> bool:
        self.shifted.emit(step)
        return True

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, centre = self._look.palette, self._bounds.center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.pressed:
            painter.setBrush(faded(palette.text, 0.18))
            painter.drawRoundedRect(self._bounds.adjusted(8, 8, -8, -8), 16, 16)
        painter.setBrush(palette.text)
        for column in (-0.5, 0.5):
            for row in (-1, 0, 1):
                dot = centre + QPointF(column * APART_PX, row * APART_PX)
                painter.drawEllipse(dot, DOT_PX, DOT_PX)
