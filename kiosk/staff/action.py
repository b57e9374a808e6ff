"""A pill with words that does something: plain, most wanted here, or not to be had now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.faint import FAINT
from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

WORDS = TextStyle("sans", (30, 28, 26, 24), 1.15)
PRIMARY = TextStyle("sans-bold", (30, 28, 26, 24), 1.15)
PADDING_PX = 24.0
ICON_PX = 36.0


class Action(Touchable):
    """A button that fills `rect` of its parent, at least 96 by 96.

    Its words are set as large as they fit, in up to two lines. While it is not enabled it is faint,
    says so, and does nothing.

    Args:
        words: what it does.
        is_primary: whether it is what most will want here; there is one such in a place.
        is_plain: whether it has no outline, as what belongs to one row of many.
        icon: what is shown in place of the words, which are still told.
        told: what is told in place of the words, where they are too short for it.
    """

    outline_px = 2.0

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        words: str,
        *,
        is_primary: bool = False,
        is_plain: bool = False,
        icon: str = "",
        told: str = "",
        enabled: bool = True,
    ) -> None:
        super().__init__(parent, words)
        self._look = look
        self._is_primary = is_primary
        self._is_plain = is_plain
        self._icon = icon
        self._told = told
        self._enabled = enabled
        self._size = QRectF(0, 0, rect.width(), rect.height())
        self._block = self._build_words()
        self.setPos(rect.topLeft())

    def show_state(self, enabled: bool, words: str = "") -> None:
        """Shows whether it can be used now, and other words where they have changed."""
        words = words or self.name
        if (enabled, words) != (self._enabled, self.name):
            self._enabled, self.name = enabled, words
            discard(self._block)
            self._block = self._build_words()
            self.update()

    @property
    def enabled(self) -> bool:
        """Whether it can be used now."""
        return self._enabled

    def activate(self) -> None:
        if self._enabled:
            super().activate()

    def describe(self) -> str:
        told = self._told or self.name
        if self._enabled:
            return told
        between = ": " if self._look.language == "en" else "："
        return f"{told}{between}{self._look.text(self._look.strings.not_now)}"

    def _ground(self) -> QColor:
        palette = self._look.palette
        if self._is_primary and self._enabled:
            accent = palette.scene_accents()[0]
            return accent.lighter(115) if self.pressed else accent
        return faded(palette.text, 0.18 if self.pressed and self._enabled else 0.0)

    def _build_words(self) -> TextBlock:
        palette = self._look.palette
        filled = self._is_primary and self._enabled
        ink = palette.ink_on(palette.scene_accents()[0]) if filled else palette.text
        padding = 8.0 if self._is_plain else min(PADDING_PX, self._size.width() * 0.06)
        zone = self._size.adjusted(padding, 8, -padding, -8)
        style = PRIMARY if self._is_primary else WORDS
        block = label(self, self._look, "" if self._icon else self.name, style, ink, zone)
        block.setOpacity(1.0 if self._enabled else FAINT)
        return block

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(painter.opacity() * (1.0 if self._enabled else FAINT))
        ground = self._ground()
        painter.setBrush(ground)
        if self._is_plain or (self._is_primary and self._enabled):
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(QPen(palette.text if self.pressed else palette.rule, 2))
        radius = min(self._size.width(), self._size.height()) / 2
        painter.drawRoundedRect(self._size, radius, radius)
        if self._icon:
            place = QRectF(0, 0, ICON_PX, ICON_PX)
            place.moveCenter(self._size.center())
            self._look.icons.draw(painter, self._icon, place, palette.text)
