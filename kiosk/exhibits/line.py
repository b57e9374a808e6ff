"""Lines over categories; a missing figure is a gap, a forecast is dashed."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kiosk.content.series import Annotation, Band, ChartSpec, Value, check_band
from kiosk.exhibits.chart import ChartItem
from kiosk.toolkit.legend import Key, Swatch
from kiosk.toolkit.line_labels import LABEL_PX, LineLabels
from kiosk.toolkit.marks import DOT_PX, LABEL_ROOM_PX, draw_marker
from kiosk.toolkit.palette import faded
from kiosk.toolkit.placing import telling_order
from kiosk.toolkit.runs import Run, gaps, runs
from kiosk.toolkit.strokes import draw_area, draw_band, draw_stroke, line_px
from kiosk.toolkit.text import text_width
from kiosk.toolkit.thinning import thinned

DOT_ROOM_PX = 26.0
"""Points that stand closer than this have no dots of their own."""

MISSING_PX = 24


class LineSpec(ChartSpec):
    """`line`: one to five series, from zero; `area` fills what lies under a single one."""

    kind: Literal["line"]
    area: bool = True
    band: Band | None = None

    @model_validator(mode="after")
    def _band_goes_with_the_categories(self) -> Self:
        check_band(self.band, self.categories)
        return self

    def values(self) -> Iterator[Value]:
        """The figures of the series, and the ends of the band."""
        yield from super().values()
        if self.band:
            yield from self.band.figures()


class LineItem(ChartItem):
    """The lines are drawn from left to right, then the remarks appear."""

    spec: LineSpec
    icon = "line"
    swatch = Swatch.LINE
    forecast_swatch = Swatch.DASHED_LINE

    def build_marks(self) -> None:
        self._font = self.label_font(max(90.0, self.plot.band_px - 8), bold=True)
        self._missing_font = self.look.font("sans", MISSING_PX)
        self._dotted = self.plot.band_px >= DOT_ROOM_PX
        self._band = list(self._band_outlines())
        self._trace()

    def keys(self) -> list[Key]:
        keys = super().keys()
        if self.spec.band:
            keys.append(Key(self.look.text(self.spec.band.name), self.colours[0], Swatch.BAND))
        return keys

    def extent(self) -> tuple[float, float]:
        low, high = super().extent()
        ends = [self.drawn(v) for v in self.spec.band.figures() if v] if self.spec.band else []
        return min([low, *ends]), max([high, *ends])

    def marks_changed(self) -> None:
        self._trace()

    def row_at(self, index: int, point: QPointF) -> int:
        rows = [row for row in range(self.rows) if self.marks.figure(row, index) is not None]
        return min(rows or [0], key=lambda row: abs(self._point(row, index).y() - point.y()))

    # Painting

    def paint_picture(self, painter: QPainter) -> None:
        self.plot.paint_grid(painter)
        drawn_to = self._drawn_to()
        edge = self.plot.place(drawn_to, 0).x()
        painter.save()
        painter.setClipRect(QRectF(QPointF(-20, 0), QPointF(edge, self._bounds.height())))
        draw_band(painter, self._band, self.colours[0])
        # The first series last: it is the thinner line, on top of those that lie under it.
        for row in reversed(range(self.rows)):
            self._paint_series(painter, row)
        painter.restore()
        if self._dotted:
            for row in reversed(range(self.rows)):
                self._paint_dots(painter, row, drawn_to)
        self._paint_labels(painter, drawn_to)
        self._paint_remarks(painter)
        self._paint_selected(painter)

    def _paint_series(self, painter: QPainter, row: int) -> None:
        self.dim(painter, self.marks.strength(row))
        colour, ahead = self.colours[row], self.spec.forecast_index()
        for run in self._traced[row]:
            points = [self._point(row, index) for index in run]
            if len(run) == 1 and not self._dotted:  # between two gaps there is no line to see
                draw_marker(painter, points[0], row, colour, self.look.palette.background)
                continue
            if self.spec.area and self.rows == 1:
                draw_area(painter, points, self.base(0).y(), colour)
            width = line_px(row, self.rows, len(points), self._dotted)
            draw_stroke(painter, points, bisect_left(run, ahead), colour, width)

    def _paint_dots(self, painter: QPainter, row: int, drawn_to: float) -> None:
        colour, ground = self.colours[row], self.look.palette.background
        ahead = self.spec.forecast_index()
        for index in range(len(self.spec.categories)):
            presence = self.marks.presence(row, index) if index <= drawn_to else 0.0
            if presence > 0:
                lit = min(1.0, (drawn_to - index) * 2) * presence
                self.dim(painter, lit * self.marks.strength(row))
                point = self._point(row, index)
                draw_marker(painter, point, row, colour, ground, hollow=index >= ahead)

    def _paint_labels(self, painter: QPainter, drawn_to: float) -> None:
        painter.setFont(self._font)
        for row, index, rect, words in self._labels:
            self.dim(painter, min(1.0, max(0.0, (drawn_to - index) * 2)) * self.marks.strength(row))
            painter.setPen(self.colours[row] if self.rows > 1 else self.look.palette.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_remarks(self, painter: QPainter) -> None:
        """What is said of gaps, and the lines from the call-outs to their dots."""
        self.dim(painter, self.entrance.remarks)
        painter.setFont(self._missing_font)
        painter.setPen(self.look.palette.muted)
        for rect, words in self._missing:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(faded(self.colours[0], 0.8), 2))
        if not self.remarks.inside:
            return
        for annotation, call_out in zip(self.spec.annotations, self.remarks.call_outs, strict=True):
            if (point := self._annotated(annotation)) is not None:
                painter.drawLine(call_out.leader(point, DOT_PX + 5))

    def _paint_selected(self, painter: QPainter) -> None:
        """A line through the category that is read, and a larger dot on each series."""
        if self.selected is None:
            return
        index = self.selected // self.rows
        foot = self.base(index)
        self.dim(painter, 1.0)
        painter.setPen(QPen(self.look.palette.text, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(QPointF(foot.x(), self.plot.inner().top()), foot))
        for row in self.marks.shown_rows():
            if self.marks.figure(row, index) is not None:
                point, colour = self._point(row, index), self.colours[row]
                radius = DOT_PX * (1.6 if row == self.selected % self.rows else 1.2)
                draw_marker(painter, point, row, colour, self.look.palette.text, radius)

    # Where things stand

    def _point(self, row: int, index: int) -> QPointF:
        return self.plot.place(index, self.marks.level(row, index))

    def _drawn_to(self) -> float:
        """The category, with its fraction, that the lines have been drawn to."""
        return -0.5 + self.entrance.marks * len(self.spec.categories)

    def _band_outlines(self) -> Iterator[QPolygonF]:
        """Each stretch in which both ends of the band are known."""
        if not self.spec.band:
            return
        ends = list(zip(self.spec.band.low, self.spec.band.high, strict=True))
        for run in runs([None if None in pair else pair for pair in ends]):
            known = [(index, *ends[index]) for index in run]
            upper = [self.place(index, high) for index, _, high in known if high is not None]
            lower = [self.place(index, low) for index, low, _ in known if low is not None]
            yield QPolygonF(upper + lower[::-1])

    def _trace(self) -> None:
        """Finds the runs of each series, thinned where they are long, and places for its words."""
        self._settled = [self.marks.settled(row) for row in range(self.rows)]
        self._traced = [self._thinned_runs(row) for row in range(self.rows)]
        self._place_labels()

    def _thinned_runs(self, row: int) -> list[Run]:
        found, levels = [], self._settled[row]
        for run in runs(self.marks.figures(row)):
            width = self.plot.inner().width() * len(run) / self.marks.count
            kept = thinned([(float(index), levels[index]) for index in run], width)
            found.append([run[at] for at in kept])
        return found

    def _place_labels(self) -> None:
        """Writes the figures that cover nothing: those that tell most first."""
        rows = self.marks.shown_rows()
        lines = [self._line(row) for row in rows]
        field = LineLabels(lines, self.plot.inner().adjusted(-30, -4, 0, 2))
        self._labels: list[tuple[int, int, QRectF, str]] = []
        for row, line in zip(rows, lines, strict=True):
            figures = self.marks.figures(row)
            known = [index for index, value in enumerate(figures) if value is not None]
            for at in telling_order([self._settled[row][index] for index in known], len(rows)):
                index = known[at]
                point, value = line[index], figures[index]
                assert point is not None and value is not None  # they are known
                words = self.shown.number(value)
                width = text_width(self._font, words) + 8
                if (rect := field.beside(point, index, width, above=row == 0)) is not None:
                    self._labels.append((row, index, rect, words))
        self._missing = list(self._missing_remarks(field))

    def _line(self, row: int) -> list[QPointF | None]:
        """Where a series runs once it has come to rest."""
        levels = self._settled[row]
        return [
            None if value is None else self.plot.place(index, levels[index])
            for index, value in enumerate(self.marks.figures(row))
        ]

    def _missing_remarks(self, field: LineLabels) -> Iterator[tuple[QRectF, str]]:
        """A remark over the zero line for each stretch of categories without a figure."""
        area = self.plot.inner().adjusted(-20, 0, 8, 0)
        for gap, words in self._gaps():
            width = text_width(self._missing_font, words) + 4
            middle = (self.base(gap[0]) + self.base(gap[-1])) / 2
            rect = QRectF(middle.x() - width / 2, middle.y() - 52, width, LABEL_PX)
            rect.moveLeft(max(area.left(), min(rect.left(), area.right() - width)))
            on_a_line = any(field.on_a_line(rect, index) for index in (gap[0], gap[-1]))
            if field.is_free(rect) and not on_a_line:
                field.taken.append(rect)
                yield rect, words

    def _gaps(self) -> Iterator[tuple[Run, str]]:
        """Each stretch without a figure, and what is to be said of it."""
        strings, text = self.look.strings, self.look.text
        rows = range(self.rows)
        for row in self.marks.shown_rows():
            for gap in gaps(self.marks.figures(row)):
                if not all(self.marks.figure(other, i) is None for other in rows for i in gap):
                    yield gap, text(strings.missing_series).format(series=self.series_name(row))
                elif row == self.marks.shown_rows()[0]:  # it says so for all
                    yield gap, text(strings.missing)

    def _annotated(self, annotation: Annotation) -> QPointF | None:
        """The dot that a remark is about; None for a remark on none of the categories."""
        if annotation.at not in self.spec.categories:
            return None
        index = self.spec.categories.index(annotation.at)
        rows = (row for row in range(self.rows) if self.marks.figure(row, index) is not None)
        row = next(rows, None)
        return self.base(index) if row is None else self._point(row, index)

    def near(self, annotation: Annotation) -> QPointF:
        point = self._annotated(annotation)
        return super().near(annotation) if point is None else point - QPointF(0, 120)

    def taken(self) -> list[QRectF]:
        """Where the lines, their dots and their figures stand."""
        taken = [rect for _, _, rect, _ in self._labels]
        for row in range(self.rows):
            for run in self._traced[row]:
                points = [self._point(row, index) for index in run]
                if self._dotted:
                    taken += [self._dot_room(point) for point in points]
                pairs = list(itertools.pairwise(points))
                taken += [QRectF(a, b).normalized() for a, b in pairs[:: 1 + len(pairs) // 60]]
        return taken

    def _dot_room(self, point: QPointF) -> QRectF:
        half = min(self.plot.band_px, 120) / 2
        top = point.y() - LABEL_ROOM_PX - DOT_PX
        return QRectF(point.x() - half, top, 2 * half, point.y() + DOT_PX - top)
