"""Bars over categories, side by side or stacked, upright or across; forecasts are hatched."""

import itertools
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from kiosk.content.series import ChartSpec
from kiosk.exhibits.chart import LABEL_SIZES, ChartItem
from kiosk.show.easing import ease_in_out
from kiosk.toolkit.bars import Bars
from kiosk.toolkit.marks import hatch
from kiosk.toolkit.palette import contrast
from kiosk.toolkit.placing import telling_order, without_overlap
from kiosk.toolkit.text import text_width

STAGGER_RATIO = 0.4
"""How much of the marks' time passes before the last bar begins to grow."""

LINE_HEIGHT = 1.25
MISSING_PX = 24
DIMMED = 0.45
"""How much is left of the other categories while one is read."""


class BarSpec(ChartSpec):
    """`bar`: one to five series, from zero."""

    kind: Literal["bar"]
    stacked: bool = False
    horizontal: bool = False


class BarItem(ChartItem):
    """The bars grow from zero one after the other, then the call-outs appear."""

    spec: BarSpec
    icon = "bar"

    def build_marks(self) -> None:
        self._bars = Bars(self.plot, self.rows, self.spec.stacked)
        self._fonts = [self._figure_font(bold=row == 0) for row in range(self.rows)]
        self._inks = [self._ink(row) for row in range(self.rows)]
        self._missing_font = self.look.font("sans", MISSING_PX)
        self._choose_labels()

    def across(self) -> bool:
        return self.spec.horizontal

    def extent(self) -> tuple[float, float]:
        if not self.spec.stacked:
            return super().extent()
        sums = [0.0]
        rows = [list(series.figures()) for series in self.spec.series]
        for figures in zip(*rows, strict=True):
            drawn = [self.drawn(value) for value in figures if value is not None]
            sums.append(sum(v for v in drawn if v > 0))
            sums.append(sum(v for v in drawn if v < 0))
        return min(sums), max(sums)

    def marks_changed(self) -> None:
        self._choose_labels()

    def row_at(self, index: int, point: QPointF) -> int:
        # The rows of a category lie one over the other, or one beside the other.
        over = self.spec.stacked != self.spec.horizontal

        def away(row: int) -> float:
            offset = self._box(row, index).center() - point
            return abs(offset.y() if over else offset.x())

        return min(range(self.rows), key=away)

    def mark_place(self, index: int, row: int) -> QPointF:
        box = self._box(row, index)
        return QPointF(box.center().x(), box.top())

    # Painting

    def paint_picture(self, painter: QPainter) -> None:
        self.plot.paint_grid(painter)
        for index in range(len(self.spec.categories)):
            for row in range(self.rows):
                self._paint_bar(painter, row, index)
            self._paint_missing(painter, index)

    def _paint_bar(self, painter: QPainter, row: int, index: int) -> None:
        opacity = self.marks.presence(row, index) * self._opacity(row, index)
        if opacity <= 0:
            return
        grown, is_forecast = self._grown(index), index >= self.spec.forecast_index()
        box, level = self._box(row, index, grown), self.marks.level(row, index)
        self.dim(painter, opacity)
        if is_forecast:
            hatch(painter, box, self.colours[row])
        else:
            painter.fillPath(self._bars.path(box, level), self.colours[row])
        if label := self._labels.get((row, index)):
            words, size = label
            self.dim(painter, opacity * grown)
            painter.setFont(self._fonts[row])
            painter.setPen(self.look.palette.text if is_forecast else self._inks[row])
            place = self._bars.label(box, level, size)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _opacity(self, row: int, index: int) -> float:
        chosen = self.selected is None or self.selected // self.rows == index
        return self.marks.strength(row) * (1.0 if chosen else DIMMED)

    def _ink(self, row: int) -> QColor:
        """What figures are written in: inside a piece of a stack, what stands out from it."""
        palette = self.look.palette
        if not self.spec.stacked:
            return palette.text
        ground = self.colours[row]
        return max((palette.text, palette.background), key=lambda ink: contrast(ink, ground))

    def _paint_missing(self, painter: QPainter, index: int) -> None:
        """Says so where a bar would stand; one remark where a whole category has none."""
        rows = [row for row in range(self.rows) if self.marks.figure(row, index) is None]
        if not rows:
            return
        painter.setFont(self._missing_font)
        painter.setPen(self.look.palette.muted)
        words = self.look.text(self.look.strings.missing)
        self.dim(painter, self.entrance.remarks)
        if len(rows) == self.rows:
            self._write(painter, self.base(index), words, self.plot.band_px)
        elif not self.spec.stacked:
            for row in rows:
                self.dim(painter, self.entrance.remarks * self.marks.strength(row))
                foot = self._box(row, index, grown=0.0).center()
                self._write(painter, foot, words, self._bars.pitch_px)

    def _write(self, painter: QPainter, foot: QPointF, words: str, room: float) -> None:
        """Writes from the zero line outwards; on end where bars are upright and narrow."""
        width = text_width(self._missing_font, words) + 4
        if self.spec.horizontal:
            if room >= MISSING_PX:
                rect = QRectF(foot.x() + 10, foot.y() - 20, width, 40)
                painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
        elif room >= width:
            rect = QRectF(foot.x() - width / 2, foot.y() - 52, width, 40)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        elif room >= MISSING_PX:
            painter.save()
            painter.translate(foot.x(), foot.y() - 10)
            painter.rotate(-90)
            painter.drawText(QRectF(0, -20, width, 40), Qt.AlignmentFlag.AlignVCenter, words)
            painter.restore()

    # Where bars and figures stand

    def _box(self, row: int, index: int, grown: float = 1.0) -> QRectF:
        levels = [self.marks.level(other, index) for other in range(self.rows)]
        return self._bars.box(row, index, levels, grown, self.marks.aloneness(row))

    def _figure_font(self, bold: bool) -> QFont:
        """A font that goes with the bars' width, or with their height where they lie across."""
        if not self.spec.horizontal:
            return self.label_font(self._bars.room_px - 8, bold)
        sizes = [size for size in LABEL_SIZES if size * LINE_HEIGHT <= self._bars.pitch_px]
        return self.look.font("sans-bold" if bold else "sans", (sizes or LABEL_SIZES[-1:])[0])

    def _choose_labels(self) -> None:
        """Decides which figures are written: those that cover no other, and no other's bar."""
        rows, count = self.marks.shown_rows(), self.marks.count
        levels = list(zip(*map(self.marks.settled, range(self.rows)), strict=True))
        boxes = {
            (row, index): self._bars.box(row, index, levels[index])
            for row, index in itertools.product(rows, range(count))
        }
        area = self._bounds.adjusted(0, self.picture_rect.top() - 30, 0, 0)
        taken = [] if self.spec.stacked else list(boxes.values())
        self._labels: dict[tuple[int, int], tuple[str, QSizeF]] = {}
        for row in rows:
            told = {
                i: self._told(row, v)
                for i, v in enumerate(self.marks.figures(row))
                if v is not None
            }
            places = [
                self._room_for(boxes[row, i], levels[i][row], size) for i, (_, size) in told.items()
            ]
            order = telling_order([levels[index][row] for index in told], len(rows))
            kept = without_overlap(places, order, area, taken)
            taken += [places[at] for at in kept]
            self._labels |= {(row, i): told[i] for at, i in enumerate(told) if at in kept}

    def _told(self, row: int, value: Decimal) -> tuple[str, QSizeF]:
        """What is written of a figure, and the room that it takes."""
        words, font = self.shown.number(value), self._fonts[row]
        return words, QSizeF(text_width(font, words) + 4, font.pixelSize() * LINE_HEIGHT)

    def _room_for(self, box: QRectF, level: float, size: QSizeF) -> QRectF:
        """Where a figure would stand; nowhere if it is larger than its piece of a stack."""
        fits = box.width() >= size.width() and box.height() >= size.height()
        place = self._bars.label(box, level, size)
        return place if fits or not self.spec.stacked else QRectF(-1, -1, 0, 0)

    def _grown(self, index: int) -> float:
        """How far the bars of a category have risen: the first ones lead."""
        last = max(1, len(self.spec.categories) - 1)
        start = STAGGER_RATIO * index / last
        return ease_in_out(min(max((self.entrance.marks - start) / (1 - STAGGER_RATIO), 0.0), 1.0))

    def taken(self) -> list[QRectF]:
        """Where bars, their figures and the remarks on missing ones stand."""
        taken = []
        for index, row in itertools.product(range(len(self.spec.categories)), range(self.rows)):
            value = self.marks.figure(row, index)
            if value is None:
                base = self.base(index)
                taken.append(QRectF(base.x() - 60, base.y() - 60, 120, 60))
            else:
                box, (_, size) = self._box(row, index), self._told(row, value)
                level = self.marks.level(row, index)
                taken.append(box.united(self._bars.label(box, level, size)))
        return taken
