"""New energy: a sun in the top right corner, its arcs and sparks flowing outward."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from random import Random

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QPainter, QPainterPath

from kiosk.backdrops.drawing import (
    SPARKS,
    Dot,
    Inks,
    paint_light,
    pen,
    presence,
    quietest,
    spark,
    tint,
)

_SEED = "new-energy"
_ARCS = 72
_STEPS = 24
_CARRIED = 110.0


@dataclass(frozen=True, slots=True)
class _Arc:
    """A stream that widens as it leaves the sun; degrees are anticlockwise from the right."""

    radius: float
    tail_deg: float
    span_deg: float
    drift: float
    width: float
    strength: float

    def at(self, along: float, sun: QPointF) -> QPointF:
        """The place at `along` from the tail, 0, to the head, 1."""
        angle = radians(self.tail_deg + along * self.span_deg)
        radius = self.radius * (1 + self.drift * along)
        return QPointF(sun.x() + radius * cos(angle), sun.y() - radius * sin(angle))


def paint(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The sun and its arcs."""
    sun = _sun(size)
    # Where words begin, far from the middle outside the picture, it is less than half as strong.
    light = min(0.35, 2 * quietest(inks.accent, inks))
    paint_light(painter, sun, 1300, tint(inks.accent, light), inks.background)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for arc in _arcs():
        seen = 0.07 + 0.45 * presence(arc.at(1, sun), size)
        colour = tint(inks.accent, arc.strength * seen)
        painter.setPen(pen(_fading(arc, sun, colour), arc.width))
        painter.drawPath(_path(arc, sun))


def sparks(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """One spark at the head of every arc, the others carried along behind."""
    random = Random(_SEED)
    arcs, sun = tuple(_arcs()), _sun(size)
    heads = [arc.at(1, sun) for arc in arcs]
    carried = [_beside(_inner(arcs, random), sun, random) for _ in range(SPARKS - len(heads))]
    bright, dim = tint(inks.accent, 0.75), tint(inks.accent, 0.5)

    def drifting(place: QPointF, radius: float, colour: QColor) -> Dot:
        return spark(place, radius, colour, size, _current(place, sun))

    return (
        *(drifting(head, random.uniform(1.6, 2.6), bright) for head in heads),
        *(drifting(one, random.uniform(0.8, 2.2), dim) for one in carried),
    )


def _sun(size: QSizeF) -> QPointF:
    return QPointF(size.width() + 30, -50)


def _arcs() -> Iterator[_Arc]:
    random = Random(_SEED)
    for index in range(_ARCS):
        yield _Arc(
            radius=230 + 1500 * (index / _ARCS) ** 1.25 + random.uniform(-18, 18),
            tail_deg=random.uniform(172, 236),
            span_deg=random.uniform(12, 40),
            drift=random.uniform(0.02, 0.07),
            width=random.choice((1.0, 1.0, 1.8)),
            strength=random.uniform(0.45, 1.0),
        )


def _path(arc: _Arc, sun: QPointF) -> QPainterPath:
    path = QPainterPath(arc.at(0, sun))
    for step in range(1, _STEPS + 1):
        path.lineTo(arc.at(step / _STEPS, sun))
    return path


def _fading(arc: _Arc, sun: QPointF, colour: QColor) -> QBrush:
    gradient = QConicalGradient(sun, arc.tail_deg)
    gradient.setColorAt(0, tint(colour, 0))
    gradient.setColorAt(arc.span_deg / 360, colour)
    gradient.setColorAt(0.5, colour)
    gradient.setColorAt(1, tint(colour, 0))
    return QBrush(gradient)


def _current(place: QPointF, sun: QPointF) -> QPointF:
    """How far the stream carries a spark: along its arc, and a little away from the sun."""
    out = place - sun
    out /= max(hypot(out.x(), out.y()), 1.0)
    along = QPointF(out.y(), -out.x())
    return (along + out * 0.3) * _CARRIED


def _inner(arcs: tuple[_Arc, ...], random: Random) -> _Arc:
    return arcs[int(len(arcs) * random.random() ** 1.7)]


def _beside(arc: _Arc, sun: QPointF, random: Random) -> QPointF:
    place = arc.at(random.uniform(-0.4, 1.2), sun)
    return place + QPointF(random.gauss(0, 14), random.gauss(0, 14))
