"""Something that is on or off: an icon, its words, and a mark that shows which, not by colour."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

ICON_PX = 40.0
MARK_PX = 32.0
PADDING_PX = 20.0
GAP_PX = 16.0
RADIUS_PX = 20.0
STACKED_BELOW_PX = 280.0
"""A narrower toggle has its words under the icon."""

WORDS = TextStyle("sans", (34, 32, 30, 28, 26, 24), 1.25)


class Toggle(Touchable):
    """Fills `rect` of its parent; activated, it only tells its `key`: its owner does the rest."""

    outline_px = 2.0

    flipped = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        key: str,
        icon: str,
        words: str,
        is_on: bool,
    ) -> None:
        super().__init__(parent, words)
        self._look = look
        self._key = key
        self._icon = icon
        self._is_on = is_on
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._stacked = rect.width() < STACKED_BELOW_PX
        self._build_words(words)
        self.setPos(rect.topLeft())

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._is_on

    def activate(self) -> None:
        self.flipped.emit(self._key)
        super().activate()

    def describe(self) -> str:
        strings = self._look.strings
        state = strings.switched_on if self._is_on else strings.switched_off
        between = ": " if self._look.language == "en" else "："
        return f"{self.name}{between}{self._look.text(state)}"

    def _build_words(self, words: str) -> None:
        inner = self._bounds.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        if self._stacked:
            zone = inner.adjusted(-8, PADDING_PX + ICON_PX, 8, -8)
            align = Qt.AlignmentFlag.AlignHCenter
        else:
            zone = inner.adjusted(ICON_PX + GAP_PX, 8, -MARK_PX - GAP_PX, -8)
            align = Qt.AlignmentFlag.AlignLeft
        block = TextBlock(self, self._look, words, WORDS, self._look.palette.text, zone, align)
        block.setY(zone.top() + (zone.height() - block.height) / 2)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, bounds = self._look.palette, self._bounds
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self._is_on else palette.rule, 3 if self._is_on else 2))
        painter.setBrush(faded(palette.text, 0.3 if self.pressed else 0.14 if self._is_on else 0.0))
        painter.drawRoundedRect(bounds, RADIUS_PX, RADIUS_PX)
        y = PADDING_PX / 2 + 4 if self._stacked else (bounds.height() - ICON_PX) / 2
        x = (bounds.width() - ICON_PX) / 2 if self._stacked else PADDING_PX
        icons = self._look.icons
        icons.draw(painter, self._icon, QRectF(x, y, ICON_PX, ICON_PX), palette.text)
        if self._is_on:
            mark_y = 8 if self._stacked else (bounds.height() - MARK_PX) / 2
            place = QRectF(bounds.right() - PADDING_PX - MARK_PX + 8, mark_y, MARK_PX, MARK_PX)
            icons.draw(painter, "check", place, palette.text)
