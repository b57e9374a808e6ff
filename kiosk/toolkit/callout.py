"""A remark on a picture: a figure in bold and a sentence with it, on a quiet ground."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import NAME, SOURCE, TextBlock

PADDING_PX = 18.0
LOW_PADDING_PX = 8.0
BESIDE_PX = 16.0


class CallOut(QGraphicsItem):
    """A box that is as high as its words need.

    Args:
        width: in design pixels.
        heading: a few words in the colour of the marks; may be empty.
        low: whether the sentence stands beside the heading, and not under it.

    Attributes:
        words: the sentence.
        rect: the box, in its own coordinates.
        overflow_px: how much too high the heading is, 0 where it takes one line.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        width: float,
        heading: str,
        words: str,
        colour: QColor,
        low: bool = False,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self._look = look
        self._colour = colour
        x, y = PADDING_PX, LOW_PADDING_PX if low else PADDING_PX - 4
        foot_px = y
        inner = width - 2 * PADDING_PX
        ink = look.palette.lettering(colour)
        head = TextBlock(self, look, heading, NAME, ink, QRectF(x, y, inner, 40))
        if low and heading:
            head.setY(y + (SOURCE.sizes[0] * SOURCE.line_height - head.height) / 2)
            x += head.width + BESIDE_PX
        elif heading:
            y += head.height
        room = QRectF(x, y, PADDING_PX + inner - x, 400)
        text = TextBlock(self, look, words, SOURCE, look.palette.text, room)
        self.rect = QRectF(0, 0, width, y + text.height + foot_px)
        self.overflow_px = head.overflow_px
        self._right_px = max(x + text.width, PADDING_PX + head.width) + PADDING_PX

    def hug(self) -> None:
        """Makes the box no wider than its words."""
        self.rect.setWidth(self._right_px)

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
