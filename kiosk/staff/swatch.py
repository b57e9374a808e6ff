"""A theme to choose, painted in its own colours: ground, card, words, and its scenes' accents."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import Palette, faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

NAME = TextStyle("sans", (28, 26, 24), 1.15)
CHOSEN = TextStyle("sans-bold", (28, 26, 24), 1.15)
DOT_PX = 9.0
FOOT_PX = 40.0
CHECK_PX = 28.0
RADIUS_PX = 16.0


class Swatch(Touchable):
    """Fills `rect` of its parent, at least 96 by 96.

    Args:
        theme: the name of its file.
        name: what it is called.
        palette: its colours.
        is_chosen: whether it is the theme that is drafted; a tick says so.

    Signals:
        chosen: the name of its file.
    """

    outline_px = 2.0
    chosen = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        theme: str,
        name: str,
        palette: Palette,
        is_chosen: bool,
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._theme = theme
        self._palette = palette
        self._is_chosen = is_chosen
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        zone = self._bounds.adjusted(12, 6, -12, -FOOT_PX)
        style, centre = CHOSEN if is_chosen else NAME, Qt.AlignmentFlag.AlignHCenter
        block = TextBlock(self, look, name, style, palette.text, zone, centre)
        block.setY(zone.top() + (zone.height() - block.height) / 2)

    def activate(self) -> None:
        self.chosen.emit(self._theme)
        super().activate()

    def describe(self) -> str:
        return with_choice(self._look, self.name, self._is_chosen)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        own, around = self._palette, self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._is_chosen or self.pressed
        painter.setPen(QPen(own.text if marked else around.rule, 4 if marked else 2))
        painter.setBrush(own.background)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self.pressed:
            painter.setBrush(faded(own.text, 0.18))
            painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        y = self._bounds.height() - FOOT_PX / 2 - 4
        accents = own.scene_accents()
        painter.setPen(Qt.PenStyle.NoPen)
        for at, accent in enumerate(accents):
            painter.setBrush(accent)
            painter.drawEllipse(QPointF(24 + at * 3 * DOT_PX, y), DOT_PX, DOT_PX)
        if self._is_chosen:
            right = self._bounds.right() - CHECK_PX - 14
            place = QRectF(right, y - CHECK_PX / 2, CHECK_PX, CHECK_PX)
            self._look.icons.draw(painter, "check", place, own.text)
