"""The chips of the rail: one for each scene, all lettered alike."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Scene
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.typesetting import break_lines, spaced

ICON_PX = 32.0
ICON_GAP_PX = 12.0
END_PX = 18.0
"""The room at both ends of a chip."""

ONE_LINE_SIZES = (30, 28, 26)
TWO_LINE_SIZES = (26, 24)
WITHOUT_ICONS = (26, 24, 22, 20, 18)
LINE_HEIGHT = 1.25
UNCLIPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Lettering:
    """How the titles on all chips are set: in one size, on one line or on two.

    Attributes:
        widths: how wide each title may be, in design pixels.
        line_width: how wide a line may be, in design pixels.
        extra: what a chip is wider than its title, in design pixels.
    """

    size_px: int
    widths: tuple[float, ...]
    line_width: float
    extra: float

    @property
    def has_icons(self) -> bool:
        """Whether there is room for icons."""
        return self.extra > 2 * END_PX

    def lines(self, look: Look, title: str) -> list[str]:
        """`title` in lines."""
        font = look.font("sans-bold", self.size_px)
        return break_lines(title, QFontMetricsF(font).horizontalAdvance, self.line_width)


class Chip(Touchable):
    """One scene: its icon and title, filled from the left as its time passes."""

    outline_px = 2.0

    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        scene: Scene,
        index: int,
        count: int,
        lettering: Lettering,
    ) -> None:
        super().__init__(parent, look.text(scene.title))
        self._look = look
        self._index = index
        self._count = count
        self._accent_name = scene.accent
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._outline = QPainterPath()
        self._outline.addRoundedRect(self._bounds, rect.height() / 2, rect.height() / 2)
        self._current = False
        self._paused = False
        self._progress = 0.0
        self._filled_px = 0
        self._lines = lettering.lines(look, self.name)
        self._fonts = tuple(look.font(face, lettering.size_px) for face in ("sans", "sans-bold"))
        self._line_px = lettering.size_px * LINE_HEIGHT
        self._icon_px = ICON_PX + ICON_GAP_PX if lettering.has_icons else 0.0
        self.setPos(rect.topLeft())

    def set_state(self, current: bool, progress: float, paused: bool) -> None:
        """Shows whether the scene is on, and how much of its time has passed, from 0 to 1."""
        self._progress, self._paused = progress, paused
        filled_px = round(progress * self._bounds.width()) if current else 0
        if (current, filled_px) != (self._current, self._filled_px):
            self._current, self._filled_px = current, filled_px
            self.update()

    def activate(self) -> None:
        self.chosen.emit(self._index)
        super().activate()

    def describe(self) -> str:
        """The title, which of the scenes it is, and how it stands with the one that is on."""
        strings, text = self._look.strings, self._look.text
        told = {"name": self.name, "number": self._index + 1, "count": self._count}
        what = text(strings.nth_scene).format(**told)
        if not self._current:
            return what
        state = strings.shown_paused if self._paused else strings.shown_now
        return text(state).format(what=what, percent=round(self._progress * 100))

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        accent = palette.accent(self._accent_name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._outline, palette.background)
        if self._filled_px or self.pressed:
            painter.save()
            width = self._bounds.width() if self.pressed else self._filled_px
            painter.setClipRect(QRectF(0, 0, width, self._bounds.height()))
            painter.fillPath(self._outline, faded(accent, 0.3))
            painter.restore()
        painter.setPen(QPen(accent if self._current else palette.rule, 3 if self._current else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._outline)
        font = self._fonts[self._current]
        painter.setFont(font)
        words = max(text_width(font, line) for line in self._lines)
        x = (self._bounds.width() - self._icon_px - words) / 2
        y = (self._bounds.height() - ICON_PX) / 2
        if self._icon_px:
            place = QRectF(x, y, ICON_PX, ICON_PX)
            self._look.icons.draw(painter, self._accent_name, place, accent)
        painter.setPen(palette.text)
        x += self._icon_px
        y = (self._bounds.height() - self._line_px * len(self._lines)) / 2
        for line in self._lines:
            place = QRectF(x, y, words + 4, self._line_px)
            painter.drawText(place, UNCLIPPED, line)
            y += self._line_px


def fitting_lettering(look: Look, titles: list[str], room: float) -> Lettering:
    """The largest lettering at which chips stand in `room`; icons give way before words do."""
    with_icons, without = 2 * END_PX + ICON_PX + ICON_GAP_PX, 2 * END_PX
    share = room / len(titles)
    for extra in (with_icons, without):
        for size in ONE_LINE_SIZES:
            font = look.font("sans-bold", size)
            widths = [text_width(font, spaced(title)) for title in titles]
            spare = share - sum(widths) / len(titles) - extra
            if spare >= 0:
                return Lettering(size, tuple(width + spare for width in widths), room, extra)
    for extra, sizes in ((with_icons, TWO_LINE_SIZES), (without, WITHOUT_ICONS)):
        for size in sizes:
            lettering = Lettering(size, (share - extra,) * len(titles), share - extra, extra)
            if all(len(lettering.lines(look, title)) <= 2 for title in titles):
                return lettering
    return lettering
