"""Grouped bars over categories; forecasts are hatched."""

from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.content.series import Annotation, ChartSpec
from kiosk.exhibits.chart import ChartItem
from kiosk.show.easing import ease_in_out
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.marks import draw_label, hatch

GROUP_RATIO = 0.76
"""How much of a category's width its bars take up together."""

WIDEST_BAR_PX = 150.0
BAR_GAP_PX = 12.0
CORNER_PX = 6.0
CALL_OUT_PX = 330.0
STAGGER_RATIO = 0.4
"""How much of the marks' time passes before the last bar begins to grow."""


class BarSpec(ChartSpec):
    """`bar`: one to five series side by side, from zero."""

    kind: Literal["bar"]


class BarItem(ChartItem):
    """The bars rise from zero one after the other, then the call-outs appear."""

    spec: BarSpec

    def build(self, rect: QRectF) -> None:
        super().build(rect)
        count = len(self.spec.series)
        group = min(self.plot.band_px * GROUP_RATIO, WIDEST_BAR_PX * count)
        self._bar_px = (group - BAR_GAP_PX * (count - 1)) / count
        self._pitch_px = self._bar_px + BAR_GAP_PX
        self._fonts = [self.label_font(self._pitch_px + 8, bold=row == 0) for row in range(count)]
        self._call_outs = self._build_call_outs()

    def entered(self) -> None:
        super().entered()
        for call_out in self._call_outs:
            call_out.setOpacity(self.entrance.remarks)

    def paint_picture(self, painter: QPainter) -> None:
        self.paint_legend(painter)
        for index in range(len(self.spec.categories)):
            for row in range(len(self.spec.series)):
                self._paint_bar(painter, row, index)
        self.paint_missing(painter)

    def _paint_bar(self, painter: QPainter, row: int, index: int) -> None:
        value = self.spec.series[row].values[index]
        if value is None:
            return
        grown = self._grown(index)
        base, tip = self.base(index), self.place(index, value)
        middle = (len(self.spec.series) - 1) / 2
        x = base.x() + (row - middle) * self._pitch_px
        height = (base.y() - tip.y()) * grown
        bar = QRectF(x - self._bar_px / 2, base.y() - height, self._bar_px, height).normalized()
        if index >= self.spec.forecast_index():
            hatch(painter, bar, self.colour(row))
        else:
            painter.fillPath(_bar_path(bar, upward=height >= 0), self.colour(row))
        painter.setOpacity(grown)
        above = QPointF(x, bar.top() - 6)
        number = self.shown.number(value)
        draw_label(painter, above, self._fonts[row], self.look.palette.text, number)
        painter.setOpacity(1.0)

    def _grown(self, index: int) -> float:
        """How far the bars of a category have risen: the first ones lead."""
        last = max(1, len(self.spec.categories) - 1)
        start = STAGGER_RATIO * index / last
        return ease_in_out(min(max((self.entrance.marks - start) / (1 - STAGGER_RATIO), 0.0), 1.0))

    def _build_call_outs(self) -> list[CallOut]:
        first = self._emptiest_pair()
        centre = self.plot.place(first + 0.5, self.plot.top)
        y = centre.y()
        built = []
        for annotation in self.spec.annotations:
            place = QPointF(centre.x() - CALL_OUT_PX / 2, y)
            heading = self._heading(annotation)
            words = self.look.text(annotation.text)
            call_out = CallOut(self, self.look, place, CALL_OUT_PX, heading, words, self.colour(0))
            y += call_out.rect.height() + 16
            built.append(call_out)
        return built

    def _heading(self, annotation: Annotation) -> str:
        if annotation.value is None:
            return annotation.at
        gap = " " if self.look.language == "en" else ""
        return f"{annotation.at}　{self.shown.number(annotation.value)}{gap}{self.shown.unit}"

    def _emptiest_pair(self) -> int:
        """The first of the two neighbouring categories whose bars leave the most room above."""
        heights = [
            max(self.drawn(s.values[index] or Decimal(0)) for s in self.spec.series)
            for index in range(len(self.spec.categories))
        ]
        return min(range(max(1, len(heights) - 1)), key=lambda i: sum(heights[i : i + 2]))


def _bar_path(bar: QRectF, upward: bool) -> QPainterPath:
    """A bar whose far end is rounded and whose near end stands square on the zero line."""
    radius = min(CORNER_PX, bar.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(bar, radius, radius)
    square = QRectF(bar)
    if upward:
        square.setTop(bar.bottom() - bar.height() / 2)
    else:
        square.setBottom(bar.top() + bar.height() / 2)
    path.addRect(square)
    return path.simplified()
