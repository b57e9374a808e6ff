"""A card with one number and what it counts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QRectF

from kiosk.cards.card import SENTENCE, CardItem
from kiosk.cards.detail import Detail
from kiosk.content.language import Localised
from kiosk.content.model import CardSpec
from kiosk.content.numbers import Unit, shown
from kiosk.toolkit.counter import Counter, counter_size
from kiosk.toolkit.text import TextBlock

SIZES = (80, 72, 64, 56)
LOW_PX = 110.0
"""Where a card is lower than this, the label stands beside the number and not under it."""


class FigureSpec(CardSpec):
    """`figure`: a number, its unit and its label; what lies behind it when opened."""

    kind: Literal["figure"]
    value: Decimal
    unit: Unit
    label: Localised
    whole: Localised | None = None

    def texts(self) -> Iterator[Localised]:
        """The label."""
        yield self.label


class FigureItem(CardItem):
    """The number over its label."""

    spec: FigureSpec

    def build(self, rect: QRectF) -> None:
        palette = self.look.palette
        accent = palette.accent(self.frame.accent)
        self._shown = shown(self.spec.unit, [self.spec.value], self.look.language)
        number = self._shown.number(self.spec.value)
        low = rect.height() < LOW_PX
        room = rect.width() * (0.5 if low else 1)
        size = counter_size(self.look, number, self._shown.unit, SIZES, room)
        baseline = rect.top() + size * 0.82
        counter = Counter(
            self, self.look, self.spec.value, self._shown, size, accent, rect.left(), baseline
        )
        if low:
            zone = rect.adjusted(counter.width + 36, 6, 0, 0)
        else:
            zone = rect.adjusted(0, baseline + 14 - rect.top(), 0, 0)
        TextBlock(self, self.look, self.look.text(self.spec.label), SENTENCE, palette.text, zone)

    def detail(self) -> Detail:
        unit = self._shown.unit
        gap = " " if unit else ""
        return Detail(
            heading=f"{self._shown.number(self.spec.value)}{gap}{unit}",
            body="\n\n".join(
                self.look.text(words) for words in (self.spec.label, self.spec.whole) if words
            ),
            notes=self.source_note(),
        )
