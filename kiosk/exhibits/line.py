"""Lines over categories; a missing figure is a gap, a forecast is dashed."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Literal, Self

from pydantic import model_validator
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPolygonF

from kiosk.content.series import Annotation, Band, ChartSpec, Value, check_band
from kiosk.exhibits.chart import ChartItem
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.legend import Key, Swatch
from kiosk.toolkit.line_labels import LABEL_PX, LineLabels
from kiosk.toolkit.marks import DOT_PX, LABEL_ROOM_PX, draw_marker
from kiosk.toolkit.palette import faded
from kiosk.toolkit.placing import telling_order
from kiosk.toolkit.text import text_width
from kiosk.toolkit.thinning import thinned

LINE_PX = 6.0
UNDER_PX = 3.0
"""How much wider each further series is, so that one under another still shows."""

THIN_PX = 4.0
FINE_PX = 2.5
MANY = 200
"""A line through more points than this is a texture rather than a path, and drawn finely."""

DOT_ROOM_PX = 26.0
"""Points that stand closer than this have no dots of their own."""

MISSING_PX = 24

Run = list[int]


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

    def build(self, rect: QRectF) -> None:
        super().build(rect)
        self._font = self.label_font(max(90.0, self.plot.band_px - 8), bold=True)
        self._trace()
        self._call_outs = self.build_call_outs(self._taken())

    def keys(self) -> list[Key]:
        keys = super().keys()
        if self.spec.band:
            keys.append(Key(self.look.text(self.spec.band.name), self.colour(0), Swatch.BAND))
        return keys

    def extent(self) -> tuple[float, float]:
        low, high = super().extent()
        ends = [self.drawn(v) for v in self.spec.band.figures() if v] if self.spec.band else []
        return min([low, *ends]), max([high, *ends])

    def entered(self) -> None:
        super().entered()
        for _, call_out in self._call_outs:
            call_out.setOpacity(self.entrance.remarks)

    def show_moment(self, moment: int) -> None:
        super().show_moment(moment)
        self._trace()

    def take_over(self, other: ExhibitItem) -> None:
        super().take_over(other)
        self._trace()

    def alone_changed(self) -> None:
        self._place_labels()

    def row_at(self, index: int, point: QPointF) -> int:
        rows = [row for row in range(self.rows) if self.figure(row, index) is not None]
        return min(rows or [0], key=lambda row: abs(self._point(row, index).y() - point.y()))

    # Painting

    def paint_picture(self, painter: QPainter) -> None:
        self.plot.paint_grid(painter)
        drawn_to = self._drawn_to()
        edge = self.plot.place(drawn_to, 0).x()
        painter.save()
        painter.setClipRect(QRectF(QPointF(-20, 0), QPointF(edge, self._bounds.height())))
        self._paint_band(painter)
        # The first series last: it is the thinner line, on top of those that lie under it.
        for row in reversed(range(self.rows)):
            self._paint_series(painter, row)
        painter.restore()
        if self._dotted:
            for row in reversed(range(self.rows)):
                self._paint_dots(painter, row, drawn_to)
        self._paint_labels(painter, drawn_to)
        self._paint_missing(painter)
        self._paint_leaders(painter)
        self._paint_selected(painter)
        painter.setOpacity(1.0)

    def _paint_band(self, painter: QPainter) -> None:
        if not self.spec.band:
            return
        pairs = list(zip(self.spec.band.low, self.spec.band.high, strict=True))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self.colour(0), 0.22))
        for run in _runs([low if high is not None else None for low, high in pairs]):
            upper = [self.place(i, high) for i in run if (high := pairs[i][1]) is not None]
            lower = [self.place(i, low) for i in run if (low := pairs[i][0]) is not None]
            painter.drawPolygon(QPolygonF(upper + lower[::-1]))

    def _paint_series(self, painter: QPainter, row: int) -> None:
        painter.setOpacity(self.strength(row))
        for run in self._traced[row]:
            points = [self._point(row, index) for index in run]
            if len(run) == 1 and not self._dotted:  # between two gaps there is no line to see
                draw_marker(painter, points[0], row, self.colour(row), self.look.palette.background)
                continue
            if self.spec.area and self.rows == 1:
                self._paint_area(painter, points)
            self._paint_run(painter, row, run, points)

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
        """The part up to the forecast in one stroke, and what is forecast dashed."""
        ahead = self.spec.forecast_index()
        known = sum(index < ahead for index in run)
        width = LINE_PX + UNDER_PX * row * 2 / self.rows
        if not self._dotted:
            width = FINE_PX if len(points) > MANY else THIN_PX
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if known > 1:
            painter.setPen(QPen(self.colour(row), width, Qt.PenStyle.SolidLine, cap, join))
            painter.drawPolyline(QPolygonF(points[:known]))
        dashed = points[max(0, known - 1) :]
        if known < len(run) and len(dashed) > 1:
            painter.setPen(QPen(self.colour(row), width, Qt.PenStyle.DashLine, cap, join))
            painter.drawPolyline(QPolygonF(dashed))

    def _paint_dots(self, painter: QPainter, row: int, drawn_to: float) -> None:
        colour, ground = self.colour(row), self.look.palette.background
        ahead = self.spec.forecast_index()
        for index in range(len(self.spec.categories)):
            presence = self.presence(row, index) if index <= drawn_to else 0.0
            if presence > 0:
                lit = min(1.0, (drawn_to - index) * 2) * presence
                painter.setOpacity(lit * self.strength(row))
                point = self._point(row, index)
                draw_marker(painter, point, row, colour, ground, hollow=index >= ahead)

    def _paint_labels(self, painter: QPainter, drawn_to: float) -> None:
        painter.setFont(self._font)
        for row, index, rect in self._labels:
            painter.setOpacity(min(1.0, max(0.0, (drawn_to - index) * 2)) * self.strength(row))
            painter.setPen(self.colour(row) if self.rows > 1 else self.look.palette.text)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._number(row, index))

    def _paint_missing(self, painter: QPainter) -> None:
        painter.setOpacity(self.entrance.remarks)
        painter.setFont(self.look.font("sans", MISSING_PX))
        painter.setPen(self.look.palette.muted)
        for rect, words in self._missing:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_leaders(self, painter: QPainter) -> None:
        painter.setOpacity(self.entrance.remarks)
        painter.setPen(QPen(faded(self.colour(0), 0.8), 2))
        for annotation, call_out in self._call_outs:
            point = self._annotated(annotation)
            if point is None:
                continue
            edge = call_out.mapRectToParent(call_out.rect)
            start = QPointF(
                min(max(point.x(), edge.left()), edge.right()),
                min(max(point.y(), edge.top()), edge.bottom()),
            )
            leader = QLineF(point, start)
            leader.setP1(leader.pointAt(min(1.0, (DOT_PX + 5) / max(leader.length(), 1))))
            painter.drawLine(leader)

    def _paint_selected(self, painter: QPainter) -> None:
        """A line through the category that is read, and a larger dot on each series."""
        if self.selected is None:
            return
        index = self.selected // self.rows
        foot = self.base(index)
        painter.setOpacity(1.0)
        painter.setPen(QPen(self.look.palette.text, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(QPointF(foot.x(), self.plot.inner().top()), foot))
        for row in range(self.rows):
            if self.figure(row, index) is not None and self.alone in (None, row):
                point, colour = self._point(row, index), self.colour(row)
                radius = DOT_PX * (1.6 if row == self.selected % self.rows else 1.2)
                draw_marker(painter, point, row, colour, self.look.palette.text, radius)

    # Where things stand

    def _point(self, row: int, index: int) -> QPointF:
        return self.plot.place(index, self.level(row, index))

    def _drawn_to(self) -> float:
        """The category, with its fraction, that the lines have been drawn to."""
        return -0.5 + self.entrance.marks * len(self.spec.categories)

    def _trace(self) -> None:
        """Finds the runs of each series at the present moment, thinned where they are long."""
        self._dotted = self.plot.band_px >= DOT_ROOM_PX
        width = self.plot.inner().width()
        targets = self._level_targets(self._levels.values)
        count = len(self.spec.categories)
        self._settled = [targets[row * count : (row + 1) * count] for row in range(self.rows)]
        self._traced: list[list[Run]] = []
        for row, levels in enumerate(self._settled):
            runs = []
            for run in _runs(self._present_values(row)):
                share = width * len(run) / count
                kept = thinned([(float(index), levels[index]) for index in run], share)
                runs.append([run[at] for at in kept])
            self._traced.append(runs)
        self._place_labels()

    def _place_labels(self) -> None:
        """Writes the figures that cover nothing: those that tell most first."""
        rows = range(self.rows) if self.alone is None else range(self.alone, self.alone + 1)
        lines = [self._line(row) for row in rows]
        field = LineLabels(lines, self.plot.inner().adjusted(-30, -4, 0, 2))
        self._labels: list[tuple[int, int, QRectF]] = []
        for row in rows:
            known = [i for i, v in enumerate(self._present_values(row)) if v is not None]
            levels = [self._settled[row][index] for index in known]
            for at in telling_order(levels, len(rows)):
                index, point = known[at], self.plot.place(known[at], levels[at])
                width = text_width(self._font, self._number(row, index)) + 8
                if (rect := field.beside(point, index, width, above=row == 0)) is not None:
                    self._labels.append((row, index, rect))
        self._missing = list(self._missing_remarks(field))

    def _line(self, row: int) -> list[QPointF | None]:
        """Where a series runs once it has come to rest."""
        return [
            None if value is None else self.plot.place(index, self._settled[row][index])
            for index, value in enumerate(self._present_values(row))
        ]

    def _number(self, row: int, index: int) -> str:
        value = self.figure(row, index)
        return "" if value is None else self.shown.number(value)

    def _missing_remarks(self, field: LineLabels) -> Iterator[tuple[QRectF, str]]:
        """A remark over the zero line for each stretch of categories without a figure."""
        font = self.look.font("sans", MISSING_PX)
        area = self.plot.inner().adjusted(-20, 0, 8, 0)
        for row, gap, words in self._gaps():
            width = text_width(font, words) + 4
            middle = (self.base(gap[0]) + self.base(gap[-1])) / 2
            rect = QRectF(middle.x() - width / 2, middle.y() - 52, width, LABEL_PX)
            rect.moveLeft(max(area.left(), min(rect.left(), area.right() - width)))
            on_a_line = any(field.on_a_line(rect, index) for index in gap[:1] + gap[-1:])
            if field.is_free(rect) and not on_a_line and self.alone in (None, row):
                field.taken.append(rect)
                yield rect, words

    def _gaps(self) -> Iterator[tuple[int, Run, str]]:
        """Each stretch without a figure, with its series' row and what is to be said of it."""
        for row in range(self.rows):
            for gap in _runs([True if v is None else None for v in self._present_values(row)]):
                rows = range(self.rows)
                if not all(self.figure(other, i) is None for other in rows for i in gap):
                    named = self.look.text(self.look.strings.missing_series)
                    yield row, gap, named.format(series=self.series_name(row))
                elif row == 0:  # the first series says so for all
                    yield row, gap, self.look.text(self.look.strings.missing)

    def _annotated(self, annotation: Annotation) -> QPointF | None:
        """The dot that a remark is about; None for a remark on none of the categories."""
        if annotation.at not in self.spec.categories:
            return None
        index = self.spec.categories.index(annotation.at)
        rows = (row for row in range(self.rows) if self.figure(row, index) is not None)
        row = next(rows, None)
        return self.base(index) if row is None else self._point(row, index)

    def near(self, annotation: Annotation) -> QPointF:
        point = self._annotated(annotation)
        return super().near(annotation) if point is None else point - QPointF(0, 120)

    def _taken(self) -> list[QRectF]:
        """Where the lines, their dots and their figures stand."""
        taken = [rect for _, _, rect in self._labels]
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


def _runs(values: Sequence[object]) -> Iterator[Run]:
    """The indices of each stretch of `values` in which none is missing."""
    for known, group in itertools.groupby(enumerate(values), lambda item: item[1] is not None):
        if known:
            yield [index for index, _ in group]
