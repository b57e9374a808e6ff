"""A card with one figure on it, which changes while it is looked at."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.field import paint_card
from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

PADDING_PX = 24.0
NAME = TextStyle("sans", (26, 24), 1.2)
FIGURE = TextStyle("sans-bold", (46, 42, 38, 34, 30), 1.2)
NOTE = TextStyle("sans", (24,), 1.2)
_STYLES = (NAME, FIGURE, NOTE)
GAP_PX = 6.0


def _line_px(style: TextStyle) -> float:
    """How high a line is at its largest, so that figures of all lengths stand on one height."""
    return style.sizes[0] * style.line_height


class Said(NamedTuple):
    """What a tile says: a figure, and a few words about it."""

    figure: str
    note: str = ""


class Tile(QGraphicsItem):
    """Fills `rect` of its parent: a name, below it the figure, and what there is to say of it."""

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, name: str, said: Said
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._blocks: list[TextBlock] = []
        self._name = name
        self._said: Said | None = None
        self.setPos(rect.topLeft())
        self.say(said)

    def say(self, said: Said) -> None:
        """Shows another figure; costs nothing while it is the same."""
        if said == self._said:
            return
        self._said = said
        while self._blocks:
            discard(self._blocks.pop())
        palette = self._look.palette
        lines = (
            (self._name, NAME, palette.muted),
            (said.figure, FIGURE, palette.text),
            (said.note, NOTE, palette.muted),
        )
        y = (self._bounds.height() - sum(map(_line_px, _STYLES)) - 2 * GAP_PX) / 2
        for words, style, ink in lines:
            zone = QRectF(PADDING_PX, y, self._bounds.width() - 2 * PADDING_PX, _line_px(style))
            block = label(self, self._look, words, style, ink, zone, Qt.AlignmentFlag.AlignLeft)
            self._blocks.append(block)
            y = zone.bottom() + GAP_PX

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self._look, self._bounds)
