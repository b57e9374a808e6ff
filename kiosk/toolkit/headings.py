"""Numbers that count up over the labels of what they count, several of them in one size."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.numbers import Shown
from kiosk.toolkit.counter import Counter, counter_fits, counter_size
from kiosk.toolkit.fitting import fitted, highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

SIZES = (104, 92, 80, 72, 64, 56, 48, 40)
BESIDE_PX = 56
"""Where a number would have to be smaller than this for its unit, the unit goes elsewhere."""

CAP_RATIO = 0.74
"""How high a digit is, as a share of its size."""

LABEL = TextStyle("sans", (30, 28, 26, 24), 1.3)
LABEL_LINES = 3
LABEL_GAP_PX = 16.0


@dataclass(frozen=True)
class Heading:
    """What one heading says."""

    value: Decimal
    measure: Shown
    label: str

    @property
    def number(self) -> str:
        """The digits that it counts up to."""
        return self.measure.number(self.value)

    def label_with_unit(self) -> str:
        """The label under the unit that has no room beside its number."""
        return f"{self.measure.unit}\n{self.label}"


class Headings:
    """How some headings are set, all of them alike, where each has `width`.

    Attributes:
        height: of the highest one, in design pixels.
    """

    def __init__(self, look: Look, said: Sequence[Heading], width: float) -> None:
        self._look = look
        self._beside = all(
            counter_fits(look, one.number, one.measure.unit, BESIDE_PX, width) for one in said
        )
        self._number_px = min(
            counter_size(look, one.number, one.measure.unit if self._beside else "", SIZES, width)
            for one in said
        )
        labels = [self._label(one) for one in said]
        self._style = _label_style(look, labels, width)
        self._label_y = self._number_px * CAP_RATIO + LABEL_GAP_PX
        self.height = self._label_y + highest(look, self._style, labels, width)

    def build(
        self, parent: QGraphicsItem, said: Heading, zone: QRectF, colour: QColor
    ) -> tuple[Counter, TextBlock]:
        """The number and the label of one of them, inside `zone` of `parent`."""
        measure = said.measure if self._beside else said.measure.model_copy(update={"unit": ""})
        baseline = zone.top() + self._number_px * CAP_RATIO
        counter = Counter(
            parent,
            self._look,
            said.value,
            measure,
            self._number_px,
            colour,
            zone.left(),
            baseline,
        )
        room, ink = zone.adjusted(0, self._label_y, 0, 0), self._look.palette.text
        return counter, TextBlock(parent, self._look, self._label(said), self._style, ink, room)

    def _label(self, said: Heading) -> str:
        return said.label if self._beside else said.label_with_unit()


def _label_style(look: Look, labels: Sequence[str], width: float) -> TextStyle:
    """The largest in which the labels take no more lines than they have to."""
    for lines in range(1, LABEL_LINES + 1):
        room = lines * LABEL.sizes[0] * LABEL.line_height
        style = fitted(look, LABEL, labels, width, room)
        if highest(look, style, labels, width) <= room:
            break
    return style
