"""A button that turns round a few pages and tells which of them is on."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

ICON_PX = 36.0
RADIUS_PX = 20.0


class Pager(Touchable):
    """Emits `turned` with the page that is wanted; the owner calls `set_page` when it is on.

    Attributes:
        pages: how many there are.
    """

    outline_px = 2.0

    turned = Signal(int)

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, name: str, pages: int
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.pages = pages
        self._page = 0
        self._font = look.font("sans", 26)
        self.setPos(rect.topLeft())

    def set_page(self, page: int) -> None:
        """Shows that `page`, counted from 0, is on."""
        self._page = page
        self.update()

    def activate(self) -> None:
        self.turned.emit((self._page + 1) % self.pages)
        super().activate()

    def describe(self) -> str:
        told = {"name": self.name, "number": self._page + 1, "count": self.pages}
        return self._look.text(self._look.strings.nth_page).format(**told)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self.pressed else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.18) if self.pressed else palette.background)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        centre = self._bounds.center()
        icon = QRectF(centre.x() - ICON_PX / 2, centre.y() - ICON_PX + 2, ICON_PX, ICON_PX)
        self._look.icons.draw(painter, "next", icon, palette.text)
        painter.setFont(self._font)
        painter.setPen(palette.muted)
        place = QRectF(0, centre.y() + 4, self._bounds.width(), 36)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{self._page + 1}/{self.pages}")
