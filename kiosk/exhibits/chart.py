"""What the charts of categories and series share: their plot, their numbers and their legend."""

from decimal import Decimal
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from kiosk.content.numbers import Shown, shown
from kiosk.content.series import ChartSpec
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.marks import LegendEntry, draw_label, draw_legend
from kiosk.toolkit.plot import Plot
from kiosk.toolkit.text import text_width

LABEL_SIZES = (28, 26, 24, 22, 20)


class ChartItem(ExhibitItem):
    """A chart over a plot; kinds paint their marks at `self.place`."""

    spec: ChartSpec

    @cached_property
    def shown(self) -> Shown:
        """How the present language counts the figures."""
        return shown(self.spec.unit, self.spec.values(), self.look.language)

    def build(self, rect: QRectF) -> None:
        values = [v for series in self.spec.series for v in series.values if v is not None]
        numbers = [self.drawn(value) for value in values]
        self.plot = Plot(
            self,
            self.look,
            rect,
            self.spec.categories,
            min(numbers, default=0.0),
            max(numbers, default=0.0),
        )

    def unit_text(self) -> str:
        return self.shown.unit

    def entered(self) -> None:
        self.plot.set_opacity(self.entrance.axes)

    def close(self) -> None:
        super().close()
        self.plot.close()

    def drawn(self, value: Decimal) -> float:
        """Where `value` stands on the value axis."""
        return float(value) * self.shown.ratio()

    def place(self, index: float, value: Decimal) -> QPointF:
        """Where a figure stands in the exhibit."""
        return self.plot.place(index, self.drawn(value))

    def base(self, index: float) -> QPointF:
        """The zero line under a category."""
        return self.plot.place(index, 0.0)

    def colour(self, index: int) -> QColor:
        """The colour of a series."""
        return self.look.palette.series(self.frame.accent, index)

    def label_font(self, width: float, bold: bool) -> QFont:
        """The largest font for the figures in which each is no wider than `width`."""
        words = [self.shown.number(v) for v in self.spec.values() if v is not None]
        for size in LABEL_SIZES:
            font = self.look.font("sans-bold" if bold else "sans", size)
            if all(text_width(font, word) <= width for word in words):
                break
        return font

    def paint_ground(self, painter: QPainter) -> None:
        """Paints what the marks stand on: the grid and the legend."""
        painter.setOpacity(self.entrance.axes)
        self.plot.paint_grid(painter)
        self._paint_legend(painter)
        painter.setOpacity(1.0)

    def _paint_legend(self, painter: QPainter) -> None:
        """Names the series behind the subtitle, where there is more than one, and the forecast."""
        text = self.look.text
        entries = []
        if len(self.spec.series) > 1:
            entries = [
                LegendEntry(text(series.name), self.colour(index))
                for index, series in enumerate(self.spec.series)
            ]
        if self.spec.forecast_from is not None:
            forecast = text(self.look.strings.forecast)
            entries.append(LegendEntry(forecast, self.colour(0), forecast=True))
        origin = self.subtitle.pos() + QPointF(self.subtitle.width + 32, self.subtitle.line_px / 2)
        draw_legend(painter, origin, self.look.font("sans", 28), entries)

    def paint_missing(self, painter: QPainter) -> None:
        """Says so, over the zero line, where no series has a figure."""
        painter.setOpacity(self.entrance.remarks)
        font = self.look.font("sans", 24)
        for index in range(len(self.spec.categories)):
            if all(series.values[index] is None for series in self.spec.series):
                words = self.look.text(self.look.strings.missing)
                above = self.base(index) - QPointF(0, 16)
                draw_label(painter, above, font, self.look.palette.muted, words)
        painter.setOpacity(1.0)
