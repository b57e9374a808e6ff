"""What stands under pictures: the caption and credit of the one that is on, and dots that tell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.fitting import fitted, highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import SOURCE, TextBlock, TextStyle

CAPTION = TextStyle("sans", (30, 28, 26, 24), 1.35)
CAPTION_ROOM_PX = 90.0
GAP_PX = 14.0
DOT_PX = 12.0
ON_PX = 34.0
"""The dot that is on is long as well as bright."""

DOT_GAP_PX = 12.0
WORDS_GAP_PX = 40.0


class Captions:
    """Captions in one size over their credits, at the foot of `zone`, and a row of dots beside.

    Args:
        parent: whose items they are.
        look: how they are set.
        zone: in the parent's coordinates.
        words: each picture's caption and credit.

    Attributes:
        top: where they begin with the gap over them, in the parent's coordinates.
    """

    def __init__(
        self, parent: QGraphicsItem, look: Look, zone: QRectF, words: Sequence[tuple[str, str]]
    ) -> None:
        self._count = len(words)
        captions, credit_lines = [caption for caption, _ in words], [line for _, line in words]
        width = zone.width() - self._dots_width()
        style = fitted(look, CAPTION, captions, width, CAPTION_ROOM_PX)
        caption_px = highest(look, style, captions, width)
        credit_px = highest(look, SOURCE, credit_lines, width)
        y = zone.bottom() - caption_px - credit_px
        self.top = y - GAP_PX
        self._dots_end = QPointF(zone.right(), y + style.sizes[0] * style.line_height / 2)
        self._blocks = []
        for caption, credit in words:
            room = QRectF(zone.left(), y, width, caption_px)
            above = TextBlock(parent, look, caption, style, look.palette.text, room)
            room = QRectF(zone.left(), y + above.height, width, credit_px)
            below = TextBlock(parent, look, credit, SOURCE, look.palette.muted, room)
            self._blocks.append((above, below))

    def show(self, opacity: Callable[[int], float]) -> None:
        """Shows each picture's words as far as `opacity` says."""
        for index, blocks in enumerate(self._blocks):
            for block in blocks:
                block.setOpacity(opacity(index))

    def draw_dots(self, painter: QPainter, on: int, bright: QColor, quiet: QColor) -> None:
        """Draws a dot for each picture; a single one has none."""
        if self._count < 2:
            return
        x = self._dots_end.x() - self._dots_width() + WORDS_GAP_PX
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self._count):
            width = ON_PX if index == on else DOT_PX
            painter.setBrush(bright if index == on else quiet)
            dot = QRectF(x, self._dots_end.y() - DOT_PX / 2, width, DOT_PX)
            painter.drawRoundedRect(dot, DOT_PX / 2, DOT_PX / 2)
            x += width + DOT_GAP_PX

    def _dots_width(self) -> float:
        """How much of the width the dots take up, with the gap before them."""
        if self._count < 2:
            return 0.0
        return WORDS_GAP_PX + ON_PX + (self._count - 1) * (DOT_PX + DOT_GAP_PX)
