"""One of several that exclude each other, such as how many days are counted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

RADIUS_PX = 20.0
CHOSEN = TextStyle("sans-bold", (30, 28, 26, 24), 1.2)
OPEN = TextStyle("sans", (30, 28, 26, 24), 1.2)


class Choice(Touchable):
    """Fills `rect` of its parent; the one that is chosen has a thick edge and bold words."""

    outline_px = 2.0

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, words: str, is_chosen: bool
    ) -> None:
        super().__init__(parent, words)
        self._look = look
        self._is_chosen = is_chosen
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        style = CHOSEN if is_chosen else OPEN
        ink = look.palette.text if is_chosen else look.palette.muted
        zone = self._bounds.adjusted(8, 8, -8, -8)
        block = TextBlock(self, look, words, style, ink, zone, Qt.AlignmentFlag.AlignHCenter)
        block.setY((rect.height() - block.height) / 2)
        self.setPos(rect.topLeft())

    def describe(self) -> str:
        return with_choice(self._look, self.name, self._is_chosen)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(palette.text, 3) if self._is_chosen else QPen(palette.rule, 2)
        painter.setPen(edge)
        painter.setBrush(
            faded(palette.text, 0.3 if self.pressed else 0.14 if self._is_chosen else 0)
        )
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
