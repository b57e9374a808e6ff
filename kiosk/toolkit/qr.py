"""A QR code on the stage, for visitors to take something along; it is a picture and no link."""

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

QUIET_MODULES = 4
"""The white margin that ISO/IEC 18004 asks for."""

DARK, LIGHT = QColor("#000000"), QColor("#FFFFFF")
"""In every theme: a code that is light on dark is read by few cameras."""


class QrCode(QGraphicsItem):
    """A code that says `words`, in a square of about `side` design pixels.

    Every module is a whole number of design pixels wide.

    Attributes:
        side: how wide and high it is with its margin, in design pixels; never more than asked for.
    """

    def __init__(self, parent: QGraphicsItem, words: str, side: float) -> None:
        super().__init__(parent)
        self._rows = [
            bytes(row)
            for row in segno.make_qr(words, error="m", mode="byte", encoding="utf-8").matrix
        ]
        modules = len(self._rows) + 2 * QUIET_MODULES
        self._module_px = max(1, int(side / modules))
        self.side = float(modules * self._module_px)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.side, self.side)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.boundingRect(), LIGHT)
        px = self._module_px
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    left, top = (x + QUIET_MODULES) * px, (y + QUIET_MODULES) * px
                    painter.fillRect(QRectF(left, top, px, px), DARK)
