"""The switch between several exhibits of a scene: one plate, a segment for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Accent
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.typesetting import spaced

NARROWEST_RATIO = 7 / 6
PADDING_RATIO = 0.2
"""How wide a segment is at least, and the room beside its words, as a share of its height."""

INSET_PX = 6.0
"""How far inside the plate the chosen segment is filled."""

RADIUS_PX = 26.0
ICON_RATIO = 0.375
ICON_TOP_RATIO = 0.14
WORDS_TOP_RATIO = 0.535
WORDS_HEIGHT_RATIO = 1 / 3
CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
SIZES_PX = (26, 24)
WIDEST_RATIO = 0.5
"""How much of the exhibit's width the switch may take before its words are set smaller."""


@dataclass(frozen=True)
class Tab:
    """What a segment says: `name` in full, `words` on it, or none."""

    name: str
    icon: str
    words: str = ""


class Segment(Touchable):
    """One exhibit: its icon over its words, filled while it is the one that is shown."""

    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        accent: Accent,
        tab: Tab,
        index: int,
        size_px: int,
        height: float,
    ) -> None:
        super().__init__(parent, tab.name)
        self._look = look
        self._accent = look.palette.accent(accent)
        self._icon = tab.icon
        self._words = spaced(tab.words)
        self._index = index
        self._is_chosen = False
        self._fonts = tuple(look.font(face, size_px) for face in ("sans", "sans-bold"))
        self._bounds = QRectF(0, 0, _segment_width(look, tab, size_px, height), height)

    @property
    def width(self) -> float:
        """As wide as its words need, in design pixels."""
        return self._bounds.width()

    def set_chosen(self, chosen: bool) -> None:
        """Shows whether its exhibit is the one that is shown."""
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            self.update()

    def activate(self) -> None:
        self.chosen.emit(self._index)
        super().activate()

    def describe(self) -> str:
        return with_choice(self._look, self.name, self._is_chosen)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        height = self._bounds.height()
        icon_px = height * ICON_RATIO
        x = (self._bounds.width() - icon_px) / 2
        y = height * ICON_TOP_RATIO if self._words else (height - icon_px) / 2
        colour = self._accent if self._is_chosen else palette.muted
        self._look.icons.draw(painter, self._icon, QRectF(x, y, icon_px, icon_px), colour)
        painter.setFont(self._fonts[self._is_chosen])
        painter.setPen(palette.text if self._is_chosen else palette.muted)
        top, high = height * WORDS_TOP_RATIO, height * WORDS_HEIGHT_RATIO
        place = QRectF(0, top, self._bounds.width(), high)
        painter.drawText(place, CENTRED, self._words)

    def _paint_ground(self, painter: QPainter) -> None:
        ground = self._bounds.adjusted(INSET_PX, INSET_PX, -INSET_PX, -INSET_PX)
        radius = RADIUS_PX - INSET_PX
        if self._is_chosen:
            painter.setPen(QPen(self._accent, 3))
            painter.setBrush(faded(self._accent, 0.3))
            painter.drawRoundedRect(ground, radius, radius)
        if self.pressed:
            painter.setPen(QPen(self._look.palette.text, 2))
            painter.setBrush(faded(self._look.palette.text, 0.18))
            painter.drawRoundedRect(ground, radius, radius)


class Switch(QGraphicsObject):
    """Emits `chosen` with the exhibit that is wanted; the owner calls `show_chosen` when it is on.

    Args:
        tabs: one for each exhibit.
        zone: the exhibits', at whose upper right corner the switch stands.
        height: of the switch, in design pixels.
    """

    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        accent: Accent,
        tabs: Sequence[Tab],
        zone: QRectF,
        height: float,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.height = height
        size_px = _fitting_size(look, tabs, zone.width() * WIDEST_RATIO, height)
        self.segments = [
            Segment(self, look, accent, tab, index, size_px, height)
            for index, tab in enumerate(tabs)
        ]
        self.width = 0.0
        for segment in self.segments:
            segment.setX(self.width)
            segment.chosen.connect(self.chosen)
            self.width += segment.width
        self.setPos(zone.topRight() - QPointF(self.width, 0))

    def show_chosen(self, index: int) -> None:
        """Shows which exhibit is on."""
        for at, segment in enumerate(self.segments):
            segment.set_chosen(at == index)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height).adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.rule, 2))
        painter.setBrush(self._look.palette.background)
        plate = QRectF(0, 0, self.width, self.height)
        painter.drawRoundedRect(plate, RADIUS_PX, RADIUS_PX)


def _segment_width(look: Look, tab: Tab, size_px: int, height: float) -> float:
    """How wide the segment of `tab` is with its words in bold, as those of the chosen one are."""
    words = text_width(look.font("sans-bold", size_px), spaced(tab.words))
    return ceil(max(NARROWEST_RATIO * height, words + 2 * PADDING_RATIO * height))


def _fitting_size(look: Look, tabs: Sequence[Tab], room: float, height: float) -> int:
    """The largest type in which the segments of `tabs` stand in `room`, or the smallest."""
    for size in SIZES_PX:
        if sum(_segment_width(look, tab, size, height) for tab in tabs) <= room:
            break
    return size
