"""Large numbers side by side that count up to the source's values."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Shown, Unit, shown
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.counter import Counter, counter_fits, counter_size
from kiosk.toolkit.fitting import highest
from kiosk.toolkit.readout import ABOVE_PX, Reading, ReadLine
from kiosk.toolkit.telling import counted, figure_words, listed
from kiosk.toolkit.text import CAPTION, LABEL, TextBlock, TextStyle

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

WORDS_GAP_PX = 24.0
LOOSE_PX = 24.0
"""How much more height than they need the words have to have to be set larger."""

ROW_GAP_PX = 20.0
SMALLEST_PX = 60.0
"""Rather than in smaller numbers than this side by side, they stand one under the other."""

NUMBER_RATIO = 0.5
"""How much of the width the numbers have where they stand one under the other."""

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


class _Place(NamedTuple):
    """Where a figure stands: its number on a baseline over a rule, its words in a zone.

    Attributes:
        area: all of it, in which a finger means this figure.
    """

    area: QRectF
    baseline: QPointF
    rule: QLineF
    words: QRectF


class FiguresItem(ExhibitItem):
    """Rules are drawn, the numbers over them count up together, their labels follow.

    They stand side by side; where there is no height for the words under them, one under the other.
    """

    spec: FiguresSpec
    icon: ClassVar[str] = "figures"

    def build(self, rect: QRectF) -> None:
        self._counters: list[Counter] = []
        self._labels: list[list[TextBlock]] = []
        self._in_rows = False
        language = self.look.language
        self._measures = [shown(f.unit, [f.value], language) for f in self.spec.figures]
        width = (rect.width() + COLUMN_GAP_PX) / len(self.spec.figures) - COLUMN_GAP_PX
        beside = self._units_fit(BESIDE_PX, width)
        words_px = self._words_px(width, beside) + WORDS_GAP_PX
        rule_y = rect.top() + rect.height() * RULE_RATIO
        self._tight = rule_y > rect.bottom() - words_px - LOOSE_PX
        rule_y = min(rule_y, rect.bottom() - words_px)
        room = rule_y - NUMBER_GAP_PX - rect.top()
        if room >= SMALLEST_PX * CAP_RATIO:
            size = self._number_size(width, beside, room)
            self._places = self._columns(rect, width, rule_y)
        else:
            self._in_rows = True
            row = rect.height() / len(self.spec.figures)
            beside = self._units_fit(SIZES[-1], rect.width() * NUMBER_RATIO)
            size = self._number_size(rect.width() * NUMBER_RATIO, beside, row - ROW_GAP_PX)
            self._places = self._rows(rect, row)
        self._number_px = size * CAP_RATIO
        for figure, measure, place in zip(
            self.spec.figures, self._measures, self._places, strict=True
        ):
            self._build_figure(figure, measure, place, size, beside)

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
        return len(self._places)

    def nearest(self, point: QPointF) -> int:
        middles = [place.area.center() for place in self._places]
        return min(
            range(len(middles)), key=lambda index: (middles[index] - point).manhattanLength()
        )

    def reading(self, mark: int) -> Reading:
        figure, place = self.spec.figures[mark], self._places[mark]
        middle = place.baseline.x() + self._counters[mark].width / 2
        at = QPointF(middle, place.baseline.y() - self._number_px + ABOVE_PX - READ_GAP_PX)
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
        for index, place in enumerate(self._places):
            width = CHOSEN_PX if index == self.selected else RULE_PX
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.setOpacity(opacity * self._strength(index))
            start = place.rule.p1()
            painter.drawLine(QLineF(start, place.rule.pointAt(self.entrance.axes)))
        painter.setOpacity(opacity)

    def _strength(self, index: int) -> float:
        return 1.0 if self.selected in (None, index) else DIMMED

    def _figure(self, index: int) -> str:
        return figure_words(self.look, self._measures[index], self.spec.figures[index].value)

    # Where they stand

    def _columns(self, rect: QRectF, width: float, rule_y: float) -> list[_Place]:
        places = []
        for column in range(len(self.spec.figures)):
            left = rect.left() + column * (width + COLUMN_GAP_PX)
            top = rule_y + WORDS_GAP_PX
            places.append(
                _Place(
                    area=QRectF(left, rect.top(), width, rect.height()),
                    baseline=QPointF(left, rule_y - NUMBER_GAP_PX),
                    rule=QLineF(left, rule_y, left + width, rule_y),
                    words=QRectF(left, top, width, rect.bottom() - top),
                )
            )
        return places

    def _rows(self, rect: QRectF, height: float) -> list[_Place]:
        places = []
        left = rect.left() + rect.width() * NUMBER_RATIO + COLUMN_GAP_PX / 2
        for row in range(len(self.spec.figures)):
            area = QRectF(rect.left(), rect.top() + row * height, rect.width(), height)
            foot = area.bottom() - RULE_PX
            places.append(
                _Place(
                    area=area,
                    baseline=QPointF(rect.left(), foot - ROW_GAP_PX / 2),
                    rule=QLineF(rect.left(), foot, rect.right(), foot),
                    words=QRectF(left, area.top(), rect.right() - left, height - RULE_PX),
                )
            )
        return places

    def _units_fit(self, size: int, width: float) -> bool:
        """Whether every number in a size has room for its unit beside it."""
        return all(
            counter_fits(self.look, measure.number(figure.value), measure.unit, size, width)
            for figure, measure in zip(self.spec.figures, self._measures, strict=True)
        )

    def _number_size(self, width: float, beside: bool, room: float) -> int:
        """The largest size in which all numbers have room, in a width and under a height."""
        sizes = [size for size in SIZES if size * CAP_RATIO <= room] or SIZES[-1:]
        return min(
            counter_size(
                self.look,
                measure.number(figure.value),
                measure.unit if beside else "",
                sizes,
                width,
            )
            for figure, measure in zip(self.spec.figures, self._measures, strict=True)
        )

    def _words_px(self, width: float, beside: bool) -> float:
        """How high the words of the wordiest figure are at least in a column of a width."""
        return max(
            sum(
                highest(self.look, replace(style, sizes=style.sizes[-1:]), [words], width) + 4
                for words, style, _ in self._words(figure, measure, beside)
            )
            for figure, measure in zip(self.spec.figures, self._measures, strict=True)
        )

    # What they say

    def _words(
        self, figure: Figure, measure: Shown, beside: bool
    ) -> list[tuple[str, TextStyle, QColor]]:
        """The unit, where it does not stand beside the number, the label and the note."""
        palette = self.look.palette
        if self._in_rows:
            told = [figure.label, *([figure.note] if figure.note else [])]
            unit = [] if beside else [measure.unit]
            line = "　".join([*unit, *map(self.look.text, told)])
            return [(line, CAPTION, palette.text)]
        words = [(self.look.text(figure.label), LABEL, palette.text)]
        if not beside:
            words.insert(0, (measure.unit, CAPTION, palette.text))
        if figure.note:
            words.append((self.look.text(figure.note), CAPTION, palette.muted))
        return words

    def _build_figure(
        self, figure: Figure, measure: Shown, place: _Place, size: int, beside: bool
    ) -> None:
        colour = self.look.palette.accent(self.frame.accent)
        unit = measure if beside else measure.model_copy(update={"unit": ""})
        x, y = place.baseline.toTuple()
        self._counters.append(Counter(self, self.look, figure.value, unit, size, colour, x, y))
        zone, labels = QRectF(place.words), []
        said = self._words(figure, measure, beside)
        if self._tight:
            said = [
                (words, replace(style, sizes=style.sizes[-1:]), ink) for words, style, ink in said
            ]
        for words, style, ink in said:
            block = TextBlock(self, self.look, words, style, ink, zone)
            zone.setTop(zone.top() + block.height + 4)
            labels.append(block)
        self._labels.append(labels)
