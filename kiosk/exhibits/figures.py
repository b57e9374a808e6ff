"""Large numbers side by side that count up to the source's values."""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Shown, Unit, shown
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.counter import Counter, counter_fits, counter_size
from kiosk.toolkit.readout import ABOVE_PX, Reading, ReadLine
from kiosk.toolkit.telling import counted, figure_words, listed
from kiosk.toolkit.text import CAPTION, LABEL, TextBlock

SIZES = (144, 128, 108, 92, 80, 68, 60, 52, 44, 36)
BESIDE_PX = 92
"""Where a number would have to be smaller than this for its unit, the unit goes elsewhere."""
COLUMN_GAP_PX = 48.0
RULE_PX = 4.0
CHOSEN_PX = 10.0
DIMMED = 0.4
NUMBER_GAP_PX = 32.0
READ_GAP_PX = 16.0
CAP_RATIO = 0.74
"""How high a digit is, as a share of its size."""

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
    icon: ClassVar[str] = "figures"

    def build(self, rect: QRectF) -> None:
        self._counters: list[Counter] = []
        self._labels: list[list[TextBlock]] = []
        figures = self.spec.figures
        width = (rect.width() + COLUMN_GAP_PX) / len(figures) - COLUMN_GAP_PX
        measures = [shown(f.unit, [f.value], self.look.language) for f in figures]
        self._measures = measures
        beside = all(
            counter_fits(self.look, m.number(f.value), m.unit, BESIDE_PX, width)
            for f, m in zip(figures, measures, strict=True)
        )
        size = min(
            counter_size(self.look, m.number(f.value), m.unit if beside else "", SIZES, width)
            for f, m in zip(figures, measures, strict=True)
        )
        self._number_px = size * CAP_RATIO
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
        self.selection_changed()

    def selection_changed(self) -> None:
        for index, (counter, labels) in enumerate(zip(self._counters, self._labels, strict=True)):
            counter.setOpacity(self._strength(index))
            for label in labels:
                label.setOpacity(self._strength(index) * self.entrance.remarks)

    def mark_count(self) -> int:
        return len(self._columns)

    def nearest(self, point: QPointF) -> int:
        middles = [column.center().x() for column in self._columns]
        return min(range(len(middles)), key=lambda index: abs(middles[index] - point.x()))

    def reading(self, mark: int) -> Reading:
        figure = self.spec.figures[mark]
        top = self._rule_y - NUMBER_GAP_PX - self._number_px
        middle = self._columns[mark].left() + self._counters[mark].width / 2
        at = QPointF(middle, top + ABOVE_PX - READ_GAP_PX)
        note = (ReadLine(self.look.text(figure.note)),) if figure.note else ()
        return Reading(at, self.look.text(figure.label), ReadLine(self._figure(mark)), note)

    def facts(self) -> str:
        clauses = []
        for index, figure in enumerate(self.spec.figures):
            note = self.look.text(figure.note) if figure.note else ""
            label = self.look.text(figure.label)
            clauses.append(counted(self.look, label, self._figure(index), note))
        return listed(self.look, clauses)

    def paint_picture(self, painter: QPainter) -> None:
        colour, opacity = self.look.palette.accent(self.frame.accent), painter.opacity()
        for index, column in enumerate(self._columns):
            width = CHOSEN_PX if index == self.selected else RULE_PX
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            end = column.left() + column.width() * self.entrance.axes
            painter.setOpacity(opacity * self._strength(index))
            painter.drawLine(QLineF(column.left(), self._rule_y, end, self._rule_y))
        painter.setOpacity(opacity)

    def _strength(self, index: int) -> float:
        return 1.0 if self.selected in (None, index) else DIMMED

    def _figure(self, index: int) -> str:
        return figure_words(self.look, self._measures[index], self.spec.figures[index].value)

    def _build_column(
        self, figure: Figure, measure: Shown, column: QRectF, size: int, beside: bool
    ) -> None:
        """One number over its rule; its unit stands beside it, or else above the label."""
        palette = self.look.palette
        colour = palette.accent(self.frame.accent)
        left, y = column.left(), column.top()
        counted = measure if beside else measure.model_copy(update={"unit": ""})
        self._counters.append(
            Counter(self, self.look, figure.value, counted, size, colour, left, y - NUMBER_GAP_PX)
        )
        zone = QRectF(left, y + 24, column.width(), column.height() - 24)
        blocks = [(self.look.text(figure.label), LABEL, palette.text)]
        if not beside:
            blocks.insert(0, (measure.unit, CAPTION, palette.text))
        if figure.note:
            blocks.append((self.look.text(figure.note), CAPTION, palette.muted))
        labels = []
        for words, style, ink in blocks:
            block = TextBlock(self, self.look, words, style, ink, zone)
            zone.setTop(zone.top() + block.height + 4)
            labels.append(block)
        self._labels.append(labels)
