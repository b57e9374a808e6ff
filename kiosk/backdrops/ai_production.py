"""AI production: lit paths that travel in a honeycomb, which dissolves away from its corner."""

from collections.abc import Iterable, Iterator
from math import atan2, cos, pi, radians, sin, sqrt
from random import Random
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter

from kiosk.backdrops.drawing import (
    SPARKS,
    Dot,
    Inks,
    hairline,
    mixed,
    paint_corner_light,
    paint_glow,
    pen,
    presence,
    quietest,
    spark,
    tint,
)

_SEED = "ai-production"
_EDGE = 58.0
_COS, _SIN = cos(radians(13)), sin(radians(13))
_PATHS = 12
_TRAVELLING = 0.55
_MARGINS = QMarginsF(2 * _EDGE, 2 * _EDGE, 2 * _EDGE, 2 * _EDGE)


class _Knot(NamedTuple):
    """A corner of the honeycomb: its cell's column and row, and which of that cell's two it is."""

    column: int
    row: int
    lower: bool

    def at(self, size: QSizeF) -> QPointF:
        """Its place; the honeycomb is turned about the top right corner of the picture."""
        x = sqrt(3) * _EDGE * (self.column + self.row / 2)
        y = 1.5 * _EDGE * self.row + (_EDGE if self.lower else 0)
        return QPointF(size.width() + x * _COS - y * _SIN, x * _SIN + y * _COS)

    def neighbours(self) -> tuple["_Knot", "_Knot", "_Knot"]:
        """The knots at the other ends of its three edges."""
        step = 1 if self.lower else -1
        return (
            _Knot(self.column, self.row, not self.lower),
            _Knot(self.column, self.row + step, not self.lower),
            _Knot(self.column - step, self.row + step, not self.lower),
        )

    def cell(self) -> tuple["_Knot", ...]:
        """The six knots about the cell that stands on this one, which is an upper one."""
        column, row, _ = self
        return (
            self,
            _Knot(column + 1, row - 1, True),
            _Knot(column + 1, row - 1, False),
            _Knot(column + 1, row - 2, True),
            _Knot(column, row - 1, False),
            _Knot(column, row - 1, True),
        )


_Edge = tuple[_Knot, _Knot]
_Honeycomb = dict[_Knot, QPointF]
_Path = list[QPointF]


def paint(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The honeycomb and the lit paths, with light about the head of each."""
    paint_corner_light(painter, size, inks)
    honeycomb = _honeycomb(size)
    _paint_edges(painter, honeycomb, size, inks)
    for path in _paths(honeycomb, size):
        _paint_path(painter, path, size, inks)


def sparks(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """One spark at the head of every path, the others where the honeycomb's edges meet."""
    random, honeycomb = Random(_SEED), _honeycomb(size)
    heads = [path[-1] for path in _paths(honeycomb, size)]
    weights = [presence(place, size) for place in honeycomb.values()]
    resting = random.choices(list(honeycomb), weights, k=SPARKS - len(heads))
    dim = tint(inks.accent, 0.5)
    return (
        *(spark(head, 3.2, tint(inks.accent, 0.9), size) for head in heads),
        *(
            spark(honeycomb[knot], random.uniform(0.9, 2.2), dim, size, way)
            for knot, way in _journeys(resting, honeycomb, random)
        ),
    )


def _journeys(
    knots: list[_Knot], honeycomb: _Honeycomb, random: Random
) -> Iterator[tuple[_Knot, QPointF]]:
    """Some of the sparks travel to a neighbour, along an edge; the others rest."""
    for knot in knots:
        onward = [other for other in knot.neighbours() if other in honeycomb]
        travels = onward and random.random() < _TRAVELLING
        way = honeycomb[random.choice(onward)] - honeycomb[knot] if travels else QPointF()
        yield knot, way


def _honeycomb(size: QSizeF) -> _Honeycomb:
    """Every knot on the picture and just beyond, found from one to the next."""
    picture = QRectF(QPointF(), size).marginsAdded(_MARGINS)
    honeycomb: _Honeycomb = {}
    found = [_Knot(0, 0, False)]
    for knot in found:
        if knot not in honeycomb and picture.contains(place := knot.at(size)):
            honeycomb[knot] = place
            found.extend(knot.neighbours())
    return honeycomb


def _paint_edges(painter: QPainter, honeycomb: _Honeycomb, size: QSizeF, inks: Inks) -> None:
    for one, other in _edges(honeycomb, size):
        painter.setPen(hairline(inks, _resting(honeycomb[one], size)))
        painter.drawLine(honeycomb[one], honeycomb[other])


def _edges(honeycomb: _Honeycomb, size: QSizeF) -> Iterable[_Edge]:
    """The edges of whole cells: nearly all of them by the corner, ever fewer away from it."""
    random = Random(_SEED)
    edges: dict[_Edge, None] = {}
    for knot, place in honeycomb.items():
        kept = random.random() < 1.9 * presence(place, size) - 0.12
        if kept and not knot.lower and all(corner in honeycomb for corner in knot.cell()):
            edges.update(dict.fromkeys(_around(knot.cell())))
    return edges


def _around(cell: tuple[_Knot, ...]) -> Iterator[_Edge]:
    for one, other in zip(cell, cell[1:] + cell[:1], strict=True):
        yield (one, other) if one < other else (other, one)


def _paths(honeycomb: _Honeycomb, size: QSizeF) -> Iterator[_Path]:
    """Paths that begin by the corner and never meet."""
    random = Random(_SEED)
    free = dict(honeycomb)
    weights = [presence(place, size) ** 3 for place in honeycomb.values()]
    for start in random.choices(list(honeycomb), weights, k=_PATHS):
        heading, length = random.uniform(0.55, 1.1) * pi, random.randint(5, 12)
        if start in free:
            walked = _walk(free, start, heading, length, random)
            yield [free.pop(knot) for knot in walked]


def _walk(
    honeycomb: _Honeycomb, start: _Knot, heading: float, length: int, random: Random
) -> list[_Knot]:
    """Knot after knot, mostly towards `heading`, in radians clockwise from the right."""
    walked = [start]
    while len(walked) <= length:
        here = honeycomb[walked[-1]]
        onward = [k for k in walked[-1].neighbours() if k in honeycomb and k not in walked]
        if not onward:
            break
        turns = {k: _turn(honeycomb[k] - here, heading) + random.uniform(0, 1) for k in onward}
        walked.append(min(onward, key=turns.__getitem__))
    return walked


def _turn(step: QPointF, heading: float) -> float:
    """How far a step is off the heading, in radians."""
    return abs((atan2(step.y(), step.x()) - heading + pi) % (2 * pi) - pi)


def _resting(place: QPointF, size: QSizeF) -> float:
    """How bright the honeycomb is where nothing travels."""
    return 0.01 + 0.32 * presence(place, size)


def _paint_path(painter: QPainter, path: _Path, size: QSizeF, inks: Inks) -> None:
    """A line that lights up out of the honeycomb towards its head."""
    tail, head = path[0], path[-1]
    lit = min(0.03 + 0.55 * presence(head, size), quietest(inks.accent, inks))
    gradient = QLinearGradient(tail, head)
    gradient.setColorAt(0, mixed(inks.background, inks.accent, _resting(tail, size)))
    gradient.setColorAt(1, mixed(inks.background, inks.accent, lit))
    paint_glow(painter, head, 34, tint(inks.accent, 0.6 * lit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(QBrush(gradient), 2.2))
    painter.drawPolyline(path)
