"""The names of a chart's series beside their colours; touching one shows it alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.marks import draw_marker, hatch
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

SIZES_PX = (28, 26, 24)
SWATCH_PX = 24.0
LINE_SWATCH_PX = 44.0
PADDING_PX = 14.0
GAP_PX = 16.0
CHIP_PX = 42.0
TARGET_PX = 96.0
"""How large a chip is for a finger, on a screen 1080 pixels high or wide."""


class Swatch(Enum):
    """What a name stands beside."""

    BAR = auto()
    HATCHED_BAR = auto()
    LINE = auto()
    DASHED_LINE = auto()
    BAND = auto()


@dataclass(frozen=True)
class Key:
    """One name and its mark; `row` is that of its series, or None for what is none."""

    name: str
    colour: QColor
    swatch: Swatch
    row: int | None = None


class Legend:
    """Lays out the chips of `keys`, in one row where they fit and in more where they do not.

    Args:
        parent: the exhibit.
        beside: the room behind the subtitle, or an empty rectangle where there is none.
        below: the left edge, the top and the width of the rows that follow where that is too small.
        unit_px: how many design units one pixel is on such a screen.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        keys: Sequence[Key],
        beside: QRectF,
        below: QRectF,
        unit_px: float = 1.0,
    ) -> None:
        self._target_px = TARGET_PX * unit_px
        self.chips: list[Chip] = []
        self.height = 0.0
        """How much of `below` it takes up."""
        if not keys:
            return
        font, widths = _fitting(look, keys, beside.width(), self._target_px)
        if sum(widths) + GAP_PX * (len(widths) - 1) <= beside.width():
            origin = QPointF(beside.left(), beside.center().y())
            self._build_row(parent, look, font, list(zip(keys, widths, strict=True)), origin)
            return
        font, widths = _fitting(look, keys, below.width(), self._target_px)
        rows = _rows(list(zip(keys, widths, strict=True)), below.width())
        is_touched = any(key.row is not None for key in keys)
        pitch = self._target_px + GAP_PX if is_touched else CHIP_PX
        for number, row in enumerate(rows):
            middle = below.top() + number * pitch + CHIP_PX / 2
            self._build_row(parent, look, font, row, QPointF(below.left(), middle))
        self.height = (len(rows) - 1) * pitch + CHIP_PX + GAP_PX

    def show_chosen(self, row: int | None) -> None:
        """Marks the chip of the series that is shown alone, or none."""
        for chip in self.chips:
            chip.set_chosen(row is not None and chip.key.row == row)

    def touchables(self) -> list["Chip"]:
        """The chips that can be touched: those of series, where there is more than one."""
        return [chip for chip in self.chips if chip.key.row is not None]

    def connect_chosen(self, slot: Callable[[int], None]) -> None:
        """Calls `slot` with the row of a series whose chip was touched."""
        for chip in self.touchables():
            chip.chosen.connect(slot)

    def _build_row(
        self,
        parent: QGraphicsItem,
        look: Look,
        font: QFont,
        row: Sequence[tuple[Key, float]],
        origin: QPointF,
    ) -> None:
        x = origin.x()
        for key, width in row:
            chip = Chip(parent, look, key, font, width, self._target_px)
            chip.setPos(x, origin.y())
            self.chips.append(chip)
            x += width + GAP_PX


class Chip(Touchable):
    """A swatch and a name on a line through the item's origin; its target is higher than it looks.

    Signals:
        chosen: it was touched; the row of its series.
    """

    outline_px = 2.0

    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        key: Key,
        font: QFont,
        width: float,
        target_px: float,
    ) -> None:
        super().__init__(parent, key.name)
        self.key = key
        self._look = look
        self._font = font
        self._width = width
        self._target_px = target_px
        self._is_chosen = False
        self._padding = PADDING_PX if key.row is not None else 0.0
        self.setZValue(1)

    def set_chosen(self, is_chosen: bool) -> None:
        """Shows whether its series is shown alone."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def activate(self) -> None:
        if self.key.row is not None:
            self.chosen.emit(self.key.row)
        super().activate()

    def describe(self) -> str:
        return with_choice(self._look, self.name, self._is_chosen)

    def boundingRect(self) -> QRectF:
        high = self._target_px
        return QRectF(0, -high / 2, self._width, high).adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.key.row is not None:
            plate = QRectF(1, -CHIP_PX / 2, self._width - 2, CHIP_PX)
            edge = self.key.colour if self._is_chosen else faded(palette.rule, 0.8)
            painter.setPen(
                QPen(palette.text if self.pressed else edge, 3 if self._is_chosen else 2)
            )
            lit = 0.24 if self.pressed or self._is_chosen else 0.0
            painter.setBrush(faded(self.key.colour, lit))
            painter.drawRoundedRect(plate, CHIP_PX / 2, CHIP_PX / 2)
        swatch = QRectF(self._padding, -SWATCH_PX / 2, _swatch_px(self.key), SWATCH_PX)
        _paint_swatch(painter, self.key, swatch)
        painter.setFont(self._font)
        painter.setPen(palette.text)
        words = QRectF(swatch.right() + 10, -30, self._width, 60)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.key.name)


def _paint_swatch(painter: QPainter, key: Key, rect: QRectF) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    match key.swatch:
        case Swatch.BAR:
            painter.fillRect(rect, key.colour)
        case Swatch.HATCHED_BAR:
            hatch(painter, rect, key.colour)
        case Swatch.BAND:
            painter.fillRect(rect, faded(key.colour, 0.35))
        case Swatch.LINE | Swatch.DASHED_LINE:
            dashed = key.swatch is Swatch.DASHED_LINE
            style = Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine
            pen = QPen(key.colour, 6, style, Qt.PenCapStyle.FlatCap)
            if dashed:
                pen.setDashPattern([1.6, 1.2])
            y = rect.center().y()
            painter.setPen(pen)
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
            if key.row is not None:
                draw_marker(painter, rect.center(), key.row, key.colour, key.colour)
    painter.restore()


def _swatch_px(key: Key) -> float:
    is_line = key.swatch in (Swatch.LINE, Swatch.DASHED_LINE)
    return LINE_SWATCH_PX if is_line else SWATCH_PX


def _fitting(
    look: Look, keys: Sequence[Key], width: float, least: float
) -> tuple[QFont, list[float]]:
    """The largest font in which the chips fit side by side, or the smallest, and their widths."""
    for size in SIZES_PX:
        font = look.font("sans", size)
        widths = [_width(font, key, least) for key in keys]
        if sum(widths) + GAP_PX * (len(widths) - 1) <= width:
            break
    return font, widths


def _width(font: QFont, key: Key, least: float) -> float:
    words = _swatch_px(key) + 10 + text_width(font, key.name)
    return words + 4 if key.row is None else max(least, words + 2 * PADDING_PX)


def _rows(chips: list[tuple[Key, float]], width: float) -> list[list[tuple[Key, float]]]:
    rows: list[list[tuple[Key, float]]] = []
    taken = 0.0
    for chip in chips:
        if not rows or taken + chip[1] > width:
            rows.append([])
            taken = 0.0
        rows[-1].append(chip)
        taken += chip[1] + GAP_PX
    return rows
