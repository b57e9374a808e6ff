"""Whose words they are, with their office: a line that leads to that person's page."""

from dataclasses import replace

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.fitting import highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

NAME = TextStyle("sans-bold", (36, 34, 32, 30, 28), 1.4)
OFFICE = TextStyle("sans", (30, 28, 26), 1.45)
OFFICE_ROOM_PX = 180.0
RADIUS_PX = 12.0
UNDERLINE_PX = 3.0


class NameLink(Touchable):
    """The name, underlined, over the office, in a target at least `least` design pixels high.

    Attributes:
        height: what it takes up, in design pixels.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        name: str,
        office: str,
        width: float,
        least: float,
    ) -> None:
        super().__init__(parent, " ".join(filter(None, (name, office))))
        self._look = look
        palette = look.palette
        self._name = TextBlock(self, look, f"{name} ›", NAME, palette.text, QRectF(0, 0, width, 60))
        below = self._name.height
        if office:
            needed = highest(look, replace(OFFICE, sizes=OFFICE.sizes[-1:]), [office], width)
            zone = QRectF(0, below, width, max(OFFICE_ROOM_PX, needed))
            below += TextBlock(self, look, office, OFFICE, palette.muted, zone).height
        self.height = max(below, least)
        self._bounds = QRectF(0, 0, width, self.height)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        if self.pressed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(faded(palette.text, 0.0)))
            painter.setBrush(faded(palette.text, 0.18))
            painter.drawRoundedRect(self._bounds.adjusted(-12, 0, 12, 0), RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(palette.muted, UNDERLINE_PX))
        y = self._name.height - 4
        painter.drawLine(QLineF(0, y, self._name.width, y))
