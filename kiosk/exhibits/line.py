"""Lines over categories; a missing figure is a gap, a forecast is dashed."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPolygonF

from kiosk.content.series import Annotation, ChartSpec
from kiosk.exhibits.chart import ChartItem
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.marks import LABEL_ROOM_PX, draw_label, label_box
from kiosk.toolkit.palette import faded
from kiosk.toolkit.placing import clear_place

LINE_PX = 6.0
UNDER_PX = 5.0
"""How much wider each further series is, so that one under another still shows."""

DOT_PX = 9.0
CALL_OUT_PX = 360.0

Run = list[tuple[int, Decimal]]


class LineSpec(ChartSpec):
    """`line`: one to five series, from zero."""

    kind: Literal["line"]


class LineItem(ChartItem):
    """The lines are drawn from left to right, then the remarks appear."""

    spec: LineSpec

    def build(self, rect: QRectF) -> None:
        super().build(rect)
        self._font = self.label_font(self.plot.band_px - 8, bold=True)
        self._call_outs = self._build_call_outs()

    def entered(self) -> None:
        super().entered()
        for _, call_out in self._call_outs:
            call_out.setOpacity(self.entrance.remarks)

    def paint_picture(self, painter: QPainter) -> None:
        self.paint_ground(painter)
        # The first series last: it is the thinner line, on top of those that lie under it.
        for row in reversed(range(len(self.spec.series))):
            self._paint_series(painter, row)
        self._paint_figures(painter)
        self._paint_leaders(painter)
        self.paint_missing(painter)

    def _paint_series(self, painter: QPainter, row: int) -> None:
        drawn_to = self._drawn_to()
        painter.save()
        painter.setClipRect(
            QRectF(QPointF(0, 0), QPointF(self.plot.place(drawn_to, 0).x(), self._bounds.height()))
        )
        for run in _runs(self.spec.series[row].values):
            points = [self.place(index, value) for index, value in run]
            if len(self.spec.series) == 1:
                self._paint_area(painter, points)
            self._paint_run(painter, row, run, points)
        painter.restore()
        self._paint_dots(painter, row, drawn_to)

    def _paint_area(self, painter: QPainter, points: list[QPointF]) -> None:
        colour, zero = self.colour(0), self.base(0).y()
        gradient = QLinearGradient(0, min(p.y() for p in points), 0, zero)
        gradient.setColorAt(0, faded(colour, 0.32))
        gradient.setColorAt(1, faded(colour, 0.02))
        feet = [QPointF(points[-1].x(), zero), QPointF(points[0].x(), zero)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawPolygon(QPolygonF(points + feet))

    def _paint_run(self, painter: QPainter, row: int, run: Run, points: list[QPointF]) -> None:
        for (index, _), start, end in zip(run[1:], points, points[1:], strict=False):
            ahead = index >= self.spec.forecast_index()
            style = Qt.PenStyle.DashLine if ahead else Qt.PenStyle.SolidLine
            width = LINE_PX + UNDER_PX * row
            pen = QPen(self.colour(row), width, style, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(start, end))

    def _paint_dots(self, painter: QPainter, row: int, drawn_to: float) -> None:
        for index, value in enumerate(self.spec.series[row].values):
            if value is None or index > drawn_to:
                continue
            point = self.place(index, value)
            painter.setOpacity(min(1.0, (drawn_to - index) * 2))
            painter.setPen(QPen(self.look.palette.background, 3))
            painter.setBrush(self.colour(row))
            painter.drawEllipse(point, DOT_PX, DOT_PX)
            painter.setOpacity(1.0)

    def _paint_figures(self, painter: QPainter) -> None:
        """Writes every figure that covers no other: the first series' above, the others' below."""
        drawn_to = self._drawn_to()
        taken: list[QRectF] = []
        for row, series in enumerate(self.spec.series):
            for index, value in enumerate(series.values):
                if value is None:
                    continue
                words = self.shown.number(value)
                edge = self.place(index, value) + QPointF(0, -16 if row == 0 else 56)
                box = label_box(edge, self._font, words)
                under = box.bottom() > self.base(index).y()
                if under or any(box.intersects(other) for other in taken):
                    continue
                taken.append(box)
                painter.setOpacity(min(1.0, max(0.0, (drawn_to - index) * 2)))
                several = len(self.spec.series) > 1
                colour = self.colour(row) if several else self.look.palette.text
                draw_label(painter, edge, self._font, colour, words)
        painter.setOpacity(1.0)

    def _drawn_to(self) -> float:
        """The category, with its fraction, that the lines have been drawn to."""
        return -0.5 + self.entrance.marks * len(self.spec.categories)

    def _paint_leaders(self, painter: QPainter) -> None:
        painter.setOpacity(self.entrance.remarks)
        painter.setPen(QPen(faded(self.colour(0), 0.8), 2))
        for annotation, call_out in self._call_outs:
            point = self._annotated(annotation)
            edge = call_out.mapRectToParent(call_out.rect)
            start = QPointF(
                min(max(point.x(), edge.left()), edge.right()),
                min(max(point.y(), edge.top()), edge.bottom()),
            )
            leader = QLineF(point, start)
            leader.setP1(leader.pointAt(min(1.0, (DOT_PX + 5) / max(leader.length(), 1))))
            painter.drawLine(leader)
        painter.setOpacity(1.0)

    def _annotated(self, annotation: Annotation) -> QPointF:
        index = self._category_index(annotation)
        values = [s.values[index] for s in self.spec.series]
        return self.place(index, next((v for v in values if v is not None), Decimal(0)))

    def _category_index(self, annotation: Annotation) -> int:
        """The annotated category; the last for a remark on none of them."""
        categories = self.spec.categories
        return categories.index(annotation.at) if annotation.at in categories else -1

    def _build_call_outs(self) -> list[tuple[Annotation, CallOut]]:
        taken = self._taken()
        built = []
        for annotation in self.spec.annotations:
            words = self.look.text(annotation.text)
            call_out = CallOut(self, self.look, CALL_OUT_PX, annotation.at, words, self.colour(0))
            near = self._annotated(annotation) - QPointF(CALL_OUT_PX / 2, 120)
            call_out.setPos(clear_place(call_out.rect.size(), self.plot.inner(), taken, near))
            taken.append(call_out.mapRectToParent(call_out.rect))
            built.append((annotation, call_out))
        return built

    def _taken(self) -> list[QRectF]:
        """Where the lines, their dots and their figures stand."""
        taken = []
        for series in self.spec.series:
            for run in _runs(series.values):
                points = [self.place(index, value) for index, value in run]
                taken += [self._label_box(point) for point in points]
                taken += [
                    QRectF(start, end).normalized() for start, end in itertools.pairwise(points)
                ]
        return taken

    def _label_box(self, point: QPointF) -> QRectF:
        half = self.plot.band_px / 2
        top = point.y() - LABEL_ROOM_PX - DOT_PX
        return QRectF(point.x() - half, top, 2 * half, point.y() + DOT_PX - top)


def _runs(values: tuple[Decimal | None, ...]) -> Iterator[Run]:
    """The stretches of `values` without a missing figure, each with its indices."""
    run: Run = []
    for index, value in enumerate(values):
        if value is not None:
            run.append((index, value))
        elif run:
            yield run
            run = []
    if run:
        yield run
