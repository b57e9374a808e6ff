"""A long list on an opened card, in columns, and in pages where it takes more than one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

TERM = TextStyle("sans-bold", (30,), 1.35)
MEANING = TextStyle("sans", (26,), 1.35)
COLUMN_GAP_PX = 48.0
ROW_GAP_PX = 18.0
COLUMN_PX = 480.0
"""The narrowest column that a list is divided into."""

UNBOUNDED_PX = 10_000.0


class Entries(QGraphicsObject):
    """Pairs of a term and its meaning, set one under the other, then in the next column."""

    def __init__(
        self, parent: QGraphicsItem, look: Look, entries: Sequence[tuple[str, str]], zone: QRectF
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._columns = max(1, int((zone.width() + COLUMN_GAP_PX) / (COLUMN_PX + COLUMN_GAP_PX)))
        self._width = (zone.width() + COLUMN_GAP_PX) / self._columns - COLUMN_GAP_PX
        self._blocks: list[tuple[int, TextBlock]] = []
        column, y = 0, 0.0
        for term, meaning in entries:
            blocks, height = self._build(look, term, meaning)
            if y and y + height > zone.height():
                column, y = column + 1, 0.0
            self._put(blocks, column, y)
            y += height + ROW_GAP_PX
        self.pages = column // self._columns + 1
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Shows one page, counted from 0."""
        for on, block in self._blocks:
            block.setVisible(on == page)

    def _build(self, look: Look, term: str, meaning: str) -> tuple[list[TextBlock], float]:
        zone = QRectF(0, 0, self._width, UNBOUNDED_PX)
        blocks = [TextBlock(self, look, term, TERM, look.palette.text, zone)]
        if meaning:
            blocks.append(TextBlock(self, look, meaning, MEANING, look.palette.muted, zone))
        return blocks, sum(block.height for block in blocks)

    def _put(self, blocks: list[TextBlock], column: int, y: float) -> None:
        x = self._zone.left() + (column % self._columns) * (self._width + COLUMN_GAP_PX)
        for block in blocks:
            block.setPos(x, self._zone.top() + y)
            y += block.height
            self._blocks.append((column // self._columns, block))

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
