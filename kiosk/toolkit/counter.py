"""A large number with its unit that counts up to exactly the value it was given."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.numbers import Shown
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import text_width

UNIT_RATIO = 0.22
SIGNS = ("%", "‰", "°C")
SIGN_RATIO = 0.55
UNIT_SIZES_PX = (26, 36)
GAP_PX = 16.0


def counter_size(look: Look, number: str, unit: str, sizes: Sequence[int], width: float) -> int:
    """The first of `sizes` at which number and unit stand side by side within `width`."""
    for size in sizes:
        if counter_fits(look, number, unit, size, width):
            break
    return size


def counter_fits(look: Look, number: str, unit: str, size_px: int, width: float) -> bool:
    """Whether number and unit stand side by side within `width` at a size."""
    beside = GAP_PX + text_width(look.font("sans", _unit_px(size_px, unit)), unit) if unit else 0.0
    return text_width(look.font("sans-bold", size_px), number) + beside <= width


def _unit_px(size_px: int, unit: str) -> int:
    """The size of a unit beside a number of `size_px`; a sign belongs to its number."""
    if unit in SIGNS:
        return round(size_px * SIGN_RATIO)
    smallest, largest = UNIT_SIZES_PX
    return min(max(round(size_px * UNIT_RATIO), smallest), largest)


class Counter(QGraphicsItem):
    """The number stands on the baseline `baseline` of its parent, its unit behind it.

    Args:
        value: the source's value, in the source's unit.
        shown: how the language counts it.
        size_px: the number's size, in design pixels.
        right: the right edge where it is set flush right, or None to begin at `left`.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        value: Decimal,
        shown: Shown,
        size_px: int,
        colour: QColor,
        left: float,
        baseline: float,
        right: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self._shown = shown
        self._colour = colour
        self._font = look.font("sans-bold", size_px)
        self._unit_font = look.font("sans", _unit_px(size_px, shown.unit))
        self._digits_width = text_width(self._font, shown.number(value))
        unit_width = text_width(self._unit_font, shown.unit) + GAP_PX if shown.unit else 0.0
        self.width = self._digits_width + unit_width
        ascent = QFontMetricsF(self._font).capHeight()
        self._bounds = QRectF(0, -ascent - 30, self.width + 8, ascent + 60)
        self.words = shown.number(value)
        self.setPos(left if right is None else right - self.width, baseline)

    def set_ratio(self, ratio: float) -> None:
        """Shows `ratio` of the value; at 1 the very digits of the source."""
        exponent = self._value.as_tuple().exponent
        assert isinstance(exponent, int)  # a validated figure is finite
        part = self._value
        if ratio < 1.0:
            part = (self._value * Decimal(ratio)).quantize(Decimal(1).scaleb(exponent))
        self.words = self._shown.number(part)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setFont(self._font)
        painter.setPen(self._colour)
        # Counting, the digits keep their right edge: the unit and the decimal point stand still.
        x = self._digits_width - text_width(self._font, self.words)
        painter.drawText(QPointF(x, 0), self.words)
        painter.setFont(self._unit_font)
        painter.setPen(self._look.palette.text)
        painter.drawText(QPointF(self._digits_width + GAP_PX, 0), self._shown.unit)
