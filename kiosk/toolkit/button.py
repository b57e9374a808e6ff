"""A round or pill-shaped button with an icon, a label, or both."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

ICON_PX = 36
LABEL_PX = 30
GAP_PX = 14


class Button(Touchable):
    """A button that fills `rect` of its parent, at least 96 by 96 design pixels.

    Args:
        icon: the name of an icon, or "" for none.
        label: the words on the button, or "" for none.
        name: what the button does, in words, for speech and tests.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        icon: str = "",
        label: str = "",
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self._icon = icon
        self._label = label
        self._font = look.font("sans", LABEL_PX)
        self.setPos(rect.topLeft())

    def set_icon(self, icon: str, label: str, name: str) -> None:
        """Changes what the button shows and does."""
        if (icon, label) != (self._icon, self._label):
            self._icon, self._label, self.name = icon, label, name
            self.update()

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self.pressed else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.18) if self.pressed else palette.background)
        radius = min(self._size.width(), self._size.height()) / 2
        painter.drawRoundedRect(self._size, radius, radius)
        painter.setFont(self._font)
        words = painter.fontMetrics().horizontalAdvance(self._label) if self._label else 0
        icon = ICON_PX if self._icon else 0
        gap = GAP_PX if words and icon else 0
        x = (self._size.width() - words - icon - gap) / 2
        if icon:
            place = QRectF(x, (self._size.height() - icon) / 2, icon, icon)
            self._look.icons.draw(painter, self._icon, place, palette.text)
        if words:
            painter.setPen(palette.text)
            place = QRectF(x + icon + gap, 0, words + 2, self._size.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._label)
