"""Large numbers side by side that count up to the source's values."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Shown, Unit, shown
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.counter import Counter, counter_fits, counter_size
from kiosk.toolkit.text import CAPTION, LABEL, TextBlock

SIZES = (144, 128, 108, 92, 80, 68, 60)
BESIDE_PX = 92
"""Where a number would have to be smaller than this for its unit, the unit goes elsewhere."""
COLUMN_GAP_PX = 48.0
RULE_PX = 4.0
RULE_RATIO = 0.56
"""How far down the rules stand: numbers above and labels below them look centred."""


class Figure(Frozen):
    """One number with its unit and what it counts."""

    value: Decimal
    unit: Unit
    label: Localised
    note: Localised | None = None


class FiguresSpec(ExhibitSpec):
    """`figures`: one to four numbers."""

    kind: Literal["figures"]
    figures: tuple[Figure, ...] = Field(min_length=1, max_length=4)

    def texts(self) -> Iterator[Localised]:
        """The common texts, then each number's label."""
        yield from super().texts()
        for figure in self.figures:
            yield figure.label
            if figure.note:
                yield figure.note


class FiguresItem(ExhibitItem):
    """Rules are drawn, the numbers over them count up together, their labels follow."""

    spec: FiguresSpec

    def build(self, rect: QRectF) -> None:
        self._counters: list[Counter] = []
        self._labels: list[TextBlock] = []
        figures = self.spec.figures
        width = (rect.width() + COLUMN_GAP_PX) / len(figures) - COLUMN_GAP_PX
        measures = [shown(f.unit, [f.value], self.look.language) for f in figures]
        beside = all(
            counter_fits(self.look, m.number(f.value), m.unit, BESIDE_PX, width)
            for f, m in zip(figures, measures, strict=True)
        )
        size = min(
            counter_size(self.look, m.number(f.value), m.unit if beside else "", SIZES, width)
            for f, m in zip(figures, measures, strict=True)
        )
        self._rule_y = rect.top() + rect.height() * RULE_RATIO
        self._columns = [
            QRectF(
                column * (width + COLUMN_GAP_PX),
                self._rule_y,
                width,
                rect.height() * (1 - RULE_RATIO),
            )
            for column in range(len(figures))
        ]
        for figure, measure, column in zip(figures, measures, self._columns, strict=True):
            self._build_column(figure, measure, column, size, beside)

    def entered(self) -> None:
        for counter in self._counters:
            counter.set_ratio(self.entrance.marks)
        for label in self._labels:
            label.setOpacity(self.entrance.remarks)

    def paint_picture(self, painter: QPainter) -> None:
        colour = self.look.palette.accent(self.frame.accent)
        painter.setPen(QPen(colour, RULE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for column in self._columns:
            end = column.left() + column.width() * self.entrance.axes
            painter.drawLine(QLineF(column.left(), self._rule_y, end, self._rule_y))

    def _build_column(
        self, figure: Figure, measure: Shown, column: QRectF, size: int, beside: bool
    ) -> None:
        """One number over its rule; its unit stands beside it, or else above the label."""
        palette = self.look.palette
        colour = palette.accent(self.frame.accent)
        left, y = column.left(), column.top()
        counted = measure if beside else measure.model_copy(update={"unit": ""})
        self._counters.append(
            Counter(self, self.look, figure.value, counted, size, colour, left, y - 32)
        )
        zone = QRectF(left, y + 24, column.width(), column.height() - 24)
        blocks = [(self.look.text(figure.label), LABEL, palette.text)]
        if not beside:
            blocks.insert(0, (measure.unit, CAPTION, palette.text))
        if figure.note:
            blocks.append((self.look.text(figure.note), CAPTION, palette.muted))
        for words, style, ink in blocks:
            block = TextBlock(self, self.look, words, style, ink, zone)
            zone.setTop(zone.top() + block.height + 4)
            self._labels.append(block)
