"""A card with a name, a sentence below it, and room for what sets it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

RADIUS_PX = 20.0
PADDING_PX = 28.0
NAME = TextStyle("sans", (34, 32, 30, 28), 1.2)
NOTE = TextStyle("sans", (26, 24), 1.3)


class Field(QGraphicsItem):
    """Fills `rect` of its parent; its controls are children that stand in `place`.

    Args:
        name: what is set.
        note: a sentence about it; may be empty.
        place_px: how wide the place for the controls is, at the right.

    Attributes:
        place: where the controls belong, in the field's own coordinates.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        note: str = "",
        place_px: float = 0.0,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._blocks: list[TextBlock] = []
        self._said = ("", "")
        left = rect.width() - PADDING_PX - place_px
        self.place = QRectF(left, 0, place_px, rect.height())
        self._words = QRectF(PADDING_PX, 8, left - 2 * PADDING_PX, rect.height() - 16)
        self.setPos(rect.topLeft())
        self.show_words(name, note)

    def show_words(self, name: str, note: str = "") -> None:
        """Shows other words."""
        if (name, note) == self._said:
            return
        self._said = name, note
        while self._blocks:
            discard(self._blocks.pop())
        palette, zone = self._look.palette, self._words
        above = TextBlock(self, self._look, name, NAME, palette.text, zone)
        self._blocks.append(above)
        high = above.height
        if note:
            rest = zone.adjusted(0, above.height, 0, 0)
            below = TextBlock(self, self._look, note, NOTE, palette.muted, rest)
            self._blocks.append(below)
            high += below.height
        top = zone.center().y() - high / 2
        for block in self._blocks:
            block.setY(top)
            top += block.height

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self._look, self._bounds)


def paint_card(painter: QPainter, look: Look, bounds: QRectF) -> None:
    """Paints the ground of one row; where cards are no lighter than the rest, it has an outline."""
    palette = look.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.rule, 2) if palette.plain else Qt.PenStyle.NoPen)
    painter.setBrush(palette.card)
    painter.drawRoundedRect(bounds, RADIUS_PX, RADIUS_PX)
