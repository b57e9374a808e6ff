"""Grouped bars over categories; forecasts are hatched."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.content.series import Annotation, ChartSpec
from kiosk.exhibits.chart import ChartItem
from kiosk.show.easing import ease_in_out
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.marks import LABEL_ROOM_PX, draw_label, hatch
from kiosk.toolkit.placing import clear_place

GROUP_RATIO = 0.76
"""How much of a category's width its bars take up together."""

WIDEST_BAR_PX = 150.0
BAR_GAP_PX = 12.0
CORNER_PX = 6.0
CALL_OUT_PX = 384.0
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
        self._fonts = [self.label_font(self._pitch_px - 12, bold=row == 0) for row in range(count)]
        self._call_outs = self._build_call_outs()

    def entered(self) -> None:
        super().entered()
        for call_out in self._call_outs:
            call_out.setOpacity(self.entrance.remarks)

    def paint_picture(self, painter: QPainter) -> None:
        self.paint_ground(painter)
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
        foot = QPointF(x, bar.top() - 6 if height >= 0 else bar.bottom() + LABEL_ROOM_PX)
        number = self.shown.number(value)
        draw_label(painter, foot, self._fonts[row], self.look.palette.text, number)
        painter.setOpacity(1.0)

    def _grown(self, index: int) -> float:
        """How far the bars of a category have risen: the first ones lead."""
        last = max(1, len(self.spec.categories) - 1)
        start = STAGGER_RATIO * index / last
        return ease_in_out(min(max((self.entrance.marks - start) / (1 - STAGGER_RATIO), 0.0), 1.0))

    def _build_call_outs(self) -> list[CallOut]:
        taken = self._taken()
        built = []
        for annotation in self.spec.annotations:
            words = self.look.text(annotation.text)
            heading = self._heading(annotation)
            call_out = CallOut(self, self.look, CALL_OUT_PX, heading, words, self.colour(0))
            at = self._position(annotation.at)
            near = self.plot.place(at, self.plot.top)
            call_out.setPos(clear_place(call_out.rect.size(), self.plot.inner(), taken, near))
            taken.append(call_out.mapRectToParent(call_out.rect))
            built.append(call_out)
        return built

    def _position(self, category: str) -> float:
        """The index of a category; the middle of the chart for one that it does not have."""
        if category in self.spec.categories:
            return self.spec.categories.index(category)
        return (len(self.spec.categories) - 1) / 2

    def _taken(self) -> list[QRectF]:
        """Where bars, their figures and the remarks on missing ones stand."""
        taken = []
        for index in range(len(self.spec.categories)):
            values = [s.values[index] for s in self.spec.series]
            tops = [self.place(index, v).y() for v in values if v is not None]
            base = self.base(index)
            width = self._pitch_px * len(values)
            top = min(tops, default=base.y()) - LABEL_ROOM_PX
            taken.append(QRectF(base.x() - width / 2, top, width, base.y() - top))
        return taken

    def _heading(self, annotation: Annotation) -> str:
        if annotation.value is None:
            return annotation.at
        gap, stop = (" ", ": ") if self.look.language == "en" else ("", "：")
        return f"{annotation.at}{stop}{self.shown.number(annotation.value)}{gap}{self.shown.unit}"


def _bar_path(bar: QRectF, upward: bool) -> QPainterPath:
    """A bar whose far end is rounded and whose near end stands square on the zero line."""
    radius = min(CORNER_PX, bar.height(), bar.width() / 2)
    near, far = (bar.bottom(), bar.top()) if upward else (bar.top(), bar.bottom())
    turn = radius if upward else -radius
    path = QPainterPath(QPointF(bar.left(), near))
    path.lineTo(bar.left(), far + turn)
    path.quadTo(bar.left(), far, bar.left() + radius, far)
    path.lineTo(bar.right() - radius, far)
    path.quadTo(bar.right(), far, bar.right(), far + turn)
    path.lineTo(bar.right(), near)
    path.closeSubpath()
    return path
