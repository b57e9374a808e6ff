"""What the charts of categories and series share: plot, legend, moments, and being read out."""

from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from kiosk.content.numbers import Shown, shown
from kiosk.content.series import Annotation, ChartSpec
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.exhibits.marks import Marks
from kiosk.exhibits.remarks import Remarks
from kiosk.exhibits.trend import facts_of
from kiosk.toolkit.discard import discard
from kiosk.toolkit.legend import Key, Legend, Swatch
from kiosk.toolkit.plot import Plot
from kiosk.toolkit.readout import Reading, ReadLine
from kiosk.toolkit.scrubber import HEIGHT_PX, Scrubber
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

LABEL_SIZES = (28, 26, 24, 22)
BESIDE_GAP_PX = 28.0


class ChartItem(ExhibitItem):
    """A chart over a plot; kinds prepare their marks in `build_marks`, and paint them.

    Its marks are numbered category by category, and in each by the rows of the series.
    """

    spec: ChartSpec
    swatch: ClassVar[Swatch] = Swatch.BAR
    forecast_swatch: ClassVar[Swatch] = Swatch.HATCHED_BAR

    @cached_property
    def shown(self) -> Shown:
        """How the present language counts the figures."""
        return shown(self.spec.unit, self.spec.values(), self.look.language)

    # Building

    def build(self, rect: QRectF) -> None:
        palette, ratio = self.look.palette, self.shown.ratio()
        self.marks = Marks(self.spec, self.frame.animator, ratio, self.update)
        self.rows = self.marks.rows
        self.colours = [palette.series(self.frame.accent, row) for row in range(self.rows)]
        self._finger: QPointF | None = None
        self._lay_out(self._build_scrubber(self._build_legend(rect)))

    def across(self) -> bool:
        """Whether categories run from top to bottom."""
        return False

    def extent(self) -> tuple[float, float]:
        """The least and the greatest value that is ever drawn."""
        numbers = self._numbers()
        return min(numbers, default=0.0), max(numbers, default=0.0)

    def keys(self) -> list[Key]:
        """What the legend names: the series, where there are more than one, and the forecast."""
        keys = []
        if self.rows > 1:
            keys = [
                Key(self.series_name(row), self.colours[row], self.swatch, row)
                for row in range(self.rows)
            ]
        if self.spec.forecast_from is not None:
            forecast = self.look.text(self.look.strings.forecast)
            keys.append(Key(forecast, self.colours[0], self.forecast_swatch))
        return keys

    def _build_legend(self, rect: QRectF) -> QRectF:
        """Names the series behind the subtitle, or under it; returns what is left of `rect`."""
        subtitle = self.head.subtitle
        left = subtitle.x() + subtitle.width + BESIDE_GAP_PX
        beside = QRectF(left, subtitle.y(), self.head.width - left, subtitle.line_px)
        if subtitle.y() >= self.frame.corner.height() > 0:
            beside = QRectF()  # right under the switch, a finger could mean either
        unit_px = self.frame.unit_px
        self.legend = Legend(self, self.look, self.keys(), beside, rect, unit_px)
        self.legend.connect_chosen(self.show_alone)
        return rect.adjusted(0, self.legend.height, 0, 0)

    def _build_scrubber(self, rect: QRectF) -> QRectF:
        self.scrubber: Scrubber | None = None
        if len(self.spec.moments) < 2:
            return rect
        place = QRectF(rect.left(), rect.bottom() - HEIGHT_PX, rect.width(), HEIGHT_PX)
        self.scrubber = Scrubber(
            self, self.look, place, self.spec.moments, self.colours[0], self.frame.animator
        )
        self.scrubber.moved.connect(self.show_moment)
        return rect.adjusted(0, 0, 0, -HEIGHT_PX - 8)

    def _lay_out(self, rect: QRectF) -> None:
        """Builds plot, marks and remarks; those that cover anything stand over a lower plot."""
        annotations = self.spec.annotations
        said = [(self._heading(one), self.look.text(one.text)) for one in annotations]
        self.remarks = Remarks(self, self.look, self.colours[0], said)
        self._build_plot(rect)
        near = [self.near(annotation) for annotation in annotations]
        if not self.remarks.place(self.plot.inner(), self.taken(), near):
            self.plot.close()
            discard(self.plot.item)
            self._build_plot(self.remarks.stack(rect))

    def _numbers(self) -> list[float]:
        """Every figure, as it is drawn."""
        return [self.drawn(v) for s in self.spec.series for v in s.figures() if v is not None]

    def _build_plot(self, rect: QRectF) -> None:
        low, high = self.extent()
        # Where all that is counted is whole, a half on the axis would be half of somebody.
        whole = all(number.is_integer() for number in self._numbers())
        categories, across = self.spec.categories, self.across()
        self.plot = Plot(self, self.look, rect, categories, low, high, across, whole)
        self.picture_rect = QRectF(rect)
        self.build_marks()

    def build_marks(self) -> None:
        """Prepares the marks over the plot."""
        raise NotImplementedError

    def taken(self) -> list[QRectF]:
        """What no remark may cover: marks and their figures."""
        raise NotImplementedError

    def near(self, annotation: Annotation) -> QPointF:
        """Where a remark would best stand."""
        index = (len(self.spec.categories) - 1) / 2
        if annotation.at in self.spec.categories:
            index = self.spec.categories.index(annotation.at)
        return self.plot.place(index, self.plot.top)

    def _heading(self, annotation: Annotation) -> str:
        if annotation.value is None:
            return annotation.at
        stop = ": " if self.look.language == "en" else "："
        return f"{annotation.at}{stop}{self._with_unit_words(annotation.value)}"

    # Figures and places

    def unit_text(self) -> str:
        return self.shown.unit

    def series_name(self, row: int) -> str:
        """The name of a series."""
        return self.look.text(self.spec.series[row].name)

    def drawn(self, value: Decimal) -> float:
        """Where `value` stands on the value axis."""
        return float(value) * self.shown.ratio()

    def place(self, index: float, value: Decimal) -> QPointF:
        """Where a figure stands in the exhibit."""
        return self.plot.place(index, self.drawn(value))

    def base(self, index: float) -> QPointF:
        """The zero line under a category."""
        return self.plot.place(index, 0.0)

    def label_font(self, width: float, bold: bool) -> QFont:
        """The largest font for the figures in which each is no wider than `width`."""
        words = {self.shown.number(v) for v in self.spec.values() if v is not None}
        longest = sorted(words, key=len)[-40:]
        for size in LABEL_SIZES:
            font = self.look.font("sans-bold" if bold else "sans", size)
            if all(text_width(font, word) <= width for word in longest):
                break
        return font

    # What visitors do

    def show_alone(self, row: int) -> None:
        """Shows one series alone, or all again where it was alone already."""
        self._leave_alone(None if row == self.marks.alone else row)

    def show_moment(self, moment: int) -> None:
        """Lets the marks glide to where they were at a moment."""
        self.marks.show_moment(moment)
        self._retell()

    def marks_changed(self) -> None:
        """Called when the marks stand for another moment, or other series are shown."""

    def controls(self) -> list[Touchable]:
        scrubber = self.scrubber.touchables() if self.scrubber else []
        return [*self.legend.touchables(), *scrubber]

    def reset(self) -> None:
        super().reset()
        self._leave_alone(None)
        if self.scrubber:
            self.scrubber.stop()
        if self.marks.moment != self.marks.last_moment:
            self.show_moment(self.marks.last_moment)

    def take_over(self, other: ExhibitItem) -> None:
        if isinstance(other, ChartItem):
            # Before the mark is read: what it says depends on the moment and on who is alone.
            self.marks.go_on_from(other.marks)
            self._retell()
        super().take_over(other)

    def _leave_alone(self, row: int | None) -> None:
        if row != self.marks.alone:
            self.marks.show_alone(row)
            self._retell()

    def _retell(self) -> None:
        """Says what the marks now stand for."""
        self.select(None)
        self.legend.show_chosen(self.marks.alone)
        if self.scrubber:
            self.scrubber.show_moment(self.marks.moment)
        self.marks_changed()

    # Being read

    def mark_count(self) -> int:
        return self.marks.count * self.rows

    def touch(self, point: QPointF) -> None:
        self._finger = QPointF(point)
        super().touch(point)

    def step(self, step: int) -> bool:
        self._finger = None
        alone = self.marks.alone
        if alone is None:
            return super().step(step)
        last = self.marks.count - 1
        at = 0 if step > 0 else last
        if self.selected is not None:
            at = self.selected // self.rows + step
        self.select(min(max(at, 0), last) * self.rows + alone)
        return True

    def nearest(self, point: QPointF) -> int:
        index, alone = self.plot.index_at(point), self.marks.alone
        return index * self.rows + (self.row_at(index, point) if alone is None else alone)

    def row_at(self, index: int, point: QPointF) -> int:
        """Which series of a category a finger means."""
        raise NotImplementedError

    def mark_place(self, index: int, row: int) -> QPointF:
        """Where the mark is that is read out."""
        value = self.marks.figure(row, index)
        return self.base(index) if value is None else self.place(index, value)

    def reading(self, mark: int) -> Reading | None:
        index, row = divmod(mark, self.rows)
        at = self.mark_place(index, row)
        if self._finger is not None and not self.plot.across:
            at = QPointF(at.x(), min(at.y(), self._finger.y()))
        others = tuple(
            self._read_line(other, index, named=True)
            for other in self.marks.shown_rows()
            if other != row
        )
        main = self._read_line(row, index, named=self.rows > 1)
        return Reading(at, self._read_heading(index), main, others)

    def _read_heading(self, index: int) -> str:
        parts = [self.spec.categories[index]]
        if self.spec.moments:
            parts.append(self.spec.moments[self.marks.moment])
        if index >= self.spec.forecast_index():
            parts.append(self.look.text(self.look.strings.forecast))
        return "　".join(parts) if self.look.language != "en" else ", ".join(parts)

    def _read_line(self, row: int, index: int, named: bool) -> ReadLine:
        value = self.marks.figure(row, index)
        missing = self.look.text(self.look.strings.missing)
        words = missing if value is None else self._with_unit_words(value)
        colour = self.colours[row] if named else None
        return ReadLine(f"{self.series_name(row)} {words}" if named else words, colour)

    def _with_unit_words(self, value: Decimal) -> str:
        gap = " " if self.look.language == "en" else ""
        return f"{self.shown.exact(value)}{gap}{self.shown.unit}"

    def facts(self) -> str:
        figures = [self.marks.figures(row) for row in range(self.rows)]
        return facts_of(self.spec, figures, self.look, self._with_unit_words)

    # Painting and ending

    def entered(self) -> None:
        self.plot.set_opacity(self.entrance.axes)
        for chip in self.legend.chips:
            chip.setOpacity(self.entrance.axes)
        self.remarks.set_opacity(self.entrance.remarks)
        if self.scrubber:
            self.scrubber.setOpacity(self.entrance.remarks)

    def stop(self) -> None:
        super().stop()
        self.marks.stop()
        if self.scrubber:
            self.scrubber.stop()

    def rewind(self) -> None:
        super().rewind()
        self.marks.come_to_rest()

    def settle(self) -> None:
        super().settle()
        self.marks.come_to_rest()

    def close(self) -> None:
        super().close()
        self.plot.close()
