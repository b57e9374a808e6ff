"""A round or pill-shaped button with icons, a label, or both."""

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
        name: what the button does, in words, for speech and tests.
        icons: the names of its icons, side by side.
        label: the words on the button, or "" for none.
        state: how it is what the button changes, to be said behind the name; "" for nothing.
        is_primary: whether it is what most will want here, and stands out.
    """

    outline_px = 2.0

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        *icons: str,
        label: str = "",
        state: str = "",
        is_primary: bool = False,
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self._icons = icons
        self._label = label
        self._state = state
        self._is_primary = is_primary
        self._font = look.font("sans", LABEL_PX)
        self.setPos(rect.topLeft())

    def set_icon(self, icon: str, name: str) -> None:
        """Changes what the button shows and does."""
        if (icon,) != self._icons:
            self._icons, self.name = (icon,), name
            self._label = name if self._label else ""
            self.update()

    def describe(self) -> str:
        between = ": " if self._look.language == "en" else "："
        return f"{self.name}{between}{self._state}" if self._state else self.name

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = palette.background if self._is_primary else palette.text
        painter.setPen(QPen(palette.text if self.pressed else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.18) if self.pressed else palette.background)
        if self._is_primary:
            painter.setBrush(palette.muted if self.pressed else palette.text)
        radius = min(self._size.width(), self._size.height()) / 2
        painter.drawRoundedRect(self._size, radius, radius)
        painter.setFont(self._font)
        words = painter.fontMetrics().horizontalAdvance(self._label) if self._label else 0
        icons = len(self._icons) * (ICON_PX + GAP_PX)
        x = (self._size.width() - words - icons + (0 if words else GAP_PX)) / 2
        for icon in self._icons:
            place = QRectF(x, (self._size.height() - ICON_PX) / 2, ICON_PX, ICON_PX)
            self._look.icons.draw(painter, icon, place, ink)
            x += ICON_PX + GAP_PX
        if words:
            painter.setPen(ink)
            place = QRectF(x, 0, words + 2, self._size.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._label)
