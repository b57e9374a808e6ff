"""What has gone wrong, the newest first, each with what staff can do about it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.field import paint_card
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

ROW_PX = 136.0
GAP_PX = 16.0
PADDING_PX = 28.0
WHEN_PX = 240.0
SAYS = TextStyle("sans-bold", (30, 28, 26), 1.25)
ADVICE = TextStyle("sans", (26, 24), 1.3)
DETAIL = TextStyle("sans", (24,), 1.25)
WHEN = TextStyle("sans", (26, 24), 1.3)
COUNT = TextStyle("sans", (24,), 1.3)


class TroubleSaid(NamedTuple):
    """A trouble in words; `times` and `detail` may be empty."""

    when: str
    times: str
    says: str
    advice: str
    detail: str


_Line = tuple[str, TextStyle, QColor]


def rows_in(high_px: float) -> int:
    """How many rows there is room for."""
    return max(1, int((high_px + GAP_PX) // (ROW_PX + GAP_PX)))


def build_rows(
    parent: QGraphicsItem, look: Look, rect: QRectF, troubles: Sequence[TroubleSaid]
) -> None:
    """Puts one card below the other, as children of `parent`."""
    for index, said in enumerate(troubles):
        top = rect.top() + index * (ROW_PX + GAP_PX)
        _Row(parent, look, QRectF(rect.left(), top, rect.width(), ROW_PX), said)


def _fitting(look: Look, detail: str, width_px: float) -> str:
    """As much of a detail as one line holds: it begins with the file and ends with the reason."""
    font = look.font(DETAIL.face, DETAIL.sizes[0])
    return QFontMetricsF(font).elidedText(detail, Qt.TextElideMode.ElideMiddle, width_px)


class _Row(QGraphicsItem):
    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF, said: TroubleSaid) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        words = self._bounds.adjusted(PADDING_PX, 0, -PADDING_PX - WHEN_PX, 0)
        palette = look.palette
        self._stack(
            words,
            Qt.AlignmentFlag.AlignLeft,
            (said.says, SAYS, palette.text),
            (said.advice, ADVICE, palette.muted),
            (_fitting(look, said.detail, words.width()), DETAIL, palette.muted),
        )
        self._stack(
            QRectF(words.right(), 0, WHEN_PX, rect.height()),
            Qt.AlignmentFlag.AlignRight,
            (said.when, WHEN, palette.text),
            (said.times, COUNT, palette.muted),
        )
        self.setPos(rect.topLeft())

    def _stack(self, zone: QRectF, align: Qt.AlignmentFlag, *lines: _Line) -> None:
        """Puts lines one below the other, in the middle of the row's height."""
        blocks = []
        for words, style, ink in lines:
            if words:
                place = QRectF(zone)
                place.setHeight(style.sizes[0] * style.line_height + 2)
                blocks.append(TextBlock(self, self._look, words, style, ink, place, align))
        y = (zone.height() - sum(block.height for block in blocks)) / 2
        for block in blocks:
            block.setY(y)
            y += block.height

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self._look, self._bounds)
