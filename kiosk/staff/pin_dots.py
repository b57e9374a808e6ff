"""How many digits were entered, and none of them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look

DOT_PX = 11.0
"""The radius."""

APART_PX = 48.0
AT_LEAST = 4


class PinDots(QGraphicsItem):
    """In the middle of `rect`, a filled dot for each digit, and rings up to the fewest."""

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._count = 0
        self.setPos(rect.topLeft())

    def show_count(self, count: int) -> None:
        """Shows how many digits there are."""
        if count != self._count:
            self._count = count
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, centre = self._look.palette, self._bounds.center()
        places = max(self._count, AT_LEAST)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text, 3))
        for at in range(places):
            painter.setBrush(palette.text if at < self._count else Qt.BrushStyle.NoBrush)
            x = centre.x() + (at - (places - 1) / 2) * APART_PX
            painter.drawEllipse(QPointF(x, centre.y()), DOT_PX, DOT_PX)
