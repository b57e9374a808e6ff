"""What a visitor can take along from an opened page: a code, and words that say so."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.qr import QrCode
from kiosk.toolkit.text import CAPTION, TextBlock

SIDE_PX = 300.0
WORDS_GAP_PX = 12.0
WORDS_PX = 60.0
"""The room under a code for its words."""

ASIDE_GAP_PX = 28.0


class TakeAlong(QGraphicsItem):
    """A code over its words, or where `aside` is the width beside it, with them there.

    Args:
        what: the code says it.
        side: of the code, in design pixels.
    """

    def __init__(
        self, parent: QGraphicsItem, look: Look, what: str, side: float, aside: float = 0.0
    ) -> None:
        super().__init__(parent)
        code = QrCode(self, what, side)
        words, muted = look.text(look.strings.take_away), look.palette.muted
        if aside:
            x = code.side + ASIDE_GAP_PX
            zone = QRectF(x, 0, aside - x, code.side)
            block = TextBlock(self, look, words, CAPTION, muted, zone)
            block.setY((code.side - block.height) / 2)
            self._bounds = QRectF(0, 0, aside, side)
            return
        code.setX((SIDE_PX - code.side) / 2)
        zone = QRectF(0, code.side + WORDS_GAP_PX, SIDE_PX, WORDS_PX + 20)
        TextBlock(self, look, words, CAPTION, muted, zone, Qt.AlignmentFlag.AlignHCenter)
        self._bounds = QRectF(0, 0, SIDE_PX, zone.bottom())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
