"""Whether the machine is well, said large, and what to look at if it is not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.field import paint_card
from kiosk.staff.label import label
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

SIGN_PX = 96.0
TICK_PX = 52.0
PADDING_PX = 32.0
ROW_PX = 44.0
GAP_PX = 8.0
MOST_ROWS = 3
TITLE = TextStyle("serif-bold", (52, 46, 42), 1.25)
ROW = TextStyle("sans", (28, 26, 24), 1.3)


class Headline(QGraphicsItem):
    """Fills `rect` of its parent: a sign, a title, and up to three lines.

    Args:
        is_well: whether the sign is a tick, or else a warning.
        lines: what stands below the title.
        free_px: how much is left free at the right, for a button.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        is_well: bool,
        title: str,
        lines: Sequence[str],
        free_px: float = 0.0,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_well = is_well
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._sign = QRectF(PADDING_PX, (rect.height() - SIGN_PX) / 2, SIGN_PX, SIGN_PX)
        left = self._sign.right() + PADDING_PX
        zone = QRectF(left, 0, rect.width() - left - PADDING_PX - free_px, 70)
        palette = look.palette
        blocks = [TextBlock(self, look, title, TITLE, palette.text, zone)]
        zone.setHeight(2 * ROW_PX)
        left_aligned = Qt.AlignmentFlag.AlignLeft
        blocks += [
            label(self, look, line, ROW, palette.muted, zone, left_aligned) for line in lines
        ]
        y = (rect.height() - sum(block.height for block in blocks) - GAP_PX) / 2
        for index, block in enumerate(blocks):
            block.setY(y)
            y += block.height + (GAP_PX if index == 0 else 0)
        self.setPos(rect.topLeft())

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        paint_card(painter, self._look, self._bounds)
        accent = palette.accent("internet-of-everything" if self._is_well else "new-energy")
        if self._is_well:
            painter.setPen(QPen(accent, 4))
            painter.drawEllipse(self._sign.adjusted(2, 2, -2, -2))
            inset = (SIGN_PX - TICK_PX) / 2
            tick = self._sign.adjusted(inset, inset, -inset, -inset)
            self._look.icons.draw(painter, "check", tick, accent)
        else:
            self._look.icons.draw(painter, "alert", self._sign, accent)
