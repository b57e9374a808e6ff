"""A remark on a picture: a figure in bold and a sentence under it, on a quiet ground."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import NAME, SOURCE, TextBlock

PADDING_PX = 18.0


class CallOut(QGraphicsItem):
    """A box that is as high as its words need.

    Args:
        width: in design pixels.
        heading: a few words in the colour of the marks; may be empty.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        width: float,
        heading: str,
        words: str,
        colour: QColor,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = colour
        inner = width - 2 * PADDING_PX
        y = PADDING_PX - 4
        if heading:
            ink, zone = look.palette.lettering(colour), QRectF(PADDING_PX, y, inner, 40)
            y += TextBlock(self, look, heading, NAME, ink, zone).height
        text = TextBlock(
            self, look, words, SOURCE, look.palette.text, QRectF(PADDING_PX, y, inner, 400)
        )
        self.rect = QRectF(0, 0, width, y + text.height + PADDING_PX - 4)

    def leader(self, point: QPointF, clear_px: float) -> QLineF:
        """A line to it from `point`, which keeps `clear_px` away from there; both in its parent."""
        edge = self.mapRectToParent(self.rect)
        near = QPointF(
            min(max(point.x(), edge.left()), edge.right()),
            min(max(point.y(), edge.top()), edge.bottom()),
        )
        line = QLineF(point, near)
        line.setP1(line.pointAt(min(1.0, clear_px / max(line.length(), 1.0))))
        return line

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faded(self._colour, 0.7), 2, Qt.PenStyle.SolidLine))
        painter.setBrush(self._look.palette.card)
        painter.drawRoundedRect(self.rect, 14, 14)
