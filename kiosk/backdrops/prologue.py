"""The prologue: slow elliptical orbits in the four scenes' colours, each with its own swarm."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from math import cos, radians, sin
from random import Random

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QPainter, QPainterPath, QTransform

from kiosk.backdrops.drawing import SPARKS, Dot, Inks, paint_light, pen, tint

_SEED = "prologue"
_ORBITS = 76
_FLATNESS = 0.62
_TILT_DEG = -7.0
_LYING_RATIO, _UPRIGHT_RATIO = 0.48, 0.17
"""How far down the middle of the orbits is."""

_TURN_PX = 120.0
"""How far along its orbit a spark drifts."""

_SWARMS_DEG = (56.0, 0.0, -54.0, -120.0)
"""Where each colour's swarm is, anticlockwise from the right."""


@dataclass(frozen=True, slots=True)
class _Orbit:
    """Part of an orbit, as the circle it would be seen from above; anticlockwise from the right."""

    radius: float
    tail_deg: float
    span_deg: float
    hue: int
    strength: float
    width: float


def paint(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The orbits, and a light that they turn about."""
    plane = _plane(size)
    _paint_centre(painter, plane, inks)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for orbit in _orbits(len(inks.others)):
        fading = _fading(orbit, tint(inks.others[orbit.hue], orbit.strength))
        fading.setTransform(plane)
        painter.setPen(pen(fading, orbit.width))
        painter.drawPath(plane.map(_path(orbit)))


def sparks(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """The swarms, one a colour in turn, dense in the middle and thinning out along the orbits."""
    random, plane = Random(_SEED), _plane(size)
    swarms = cycle(zip(_SWARMS_DEG, inks.others, strict=True))
    return tuple(_spark(random, *next(swarms), plane) for _ in range(SPARKS))


def _plane(size: QSizeF) -> QTransform:
    """From the circles seen from above to the tilted ellipses of the picture.

    They stand on the right, or on a standing screen at the top: the words have the rest.
    """
    upright = size.height() > size.width()
    down = _UPRIGHT_RATIO if upright else _LYING_RATIO
    plane = QTransform.fromTranslate(size.width() - 520, size.height() * down)
    plane.rotate(_TILT_DEG)
    return plane.scale(1, _FLATNESS)


def _orbits(hues: int) -> Iterator[_Orbit]:
    random = Random(_SEED)
    for index in range(_ORBITS):
        yield _Orbit(
            radius=270 + 560 * index / _ORBITS + random.uniform(-20, 20),
            tail_deg=random.uniform(0, 360),
            span_deg=random.uniform(25, 110),
            hue=random.randrange(hues),
            strength=random.uniform(0.16, 0.42),
            width=random.choice((1.0, 1.0, 1.9)),
        )


def _paint_centre(painter: QPainter, plane: QTransform, inks: Inks) -> None:
    painter.save()
    painter.setTransform(plane, True)
    paint_light(painter, QPointF(), 900, tint(inks.accent, 0.10), inks.background)
    painter.restore()


def _path(orbit: _Orbit) -> QPainterPath:
    circle = QRectF(-orbit.radius, -orbit.radius, 2 * orbit.radius, 2 * orbit.radius)
    path = QPainterPath()
    path.arcMoveTo(circle, orbit.tail_deg)
    path.arcTo(circle, orbit.tail_deg, orbit.span_deg)
    return path


def _fading(orbit: _Orbit, colour: QColor) -> QBrush:
    """Full at the middle of the arc, nothing at both ends."""
    gradient = QConicalGradient(0, 0, orbit.tail_deg)
    gradient.setColorAt(0, tint(colour, 0))
    gradient.setColorAt(orbit.span_deg / 720, colour)
    gradient.setColorAt(orbit.span_deg / 360, tint(colour, 0))
    gradient.setColorAt(1, tint(colour, 0))
    return QBrush(gradient)


def _spark(random: Random, swarm_deg: float, colour: QColor, plane: QTransform) -> Dot:
    angle = radians(random.gauss(swarm_deg, 18))
    radius = random.gauss(520, 130)
    place = plane.map(QPointF(radius * cos(angle), -radius * sin(angle)))
    onward = angle + _TURN_PX / radius
    way = plane.map(QPointF(radius * cos(onward), -radius * sin(onward))) - place
    magnitude = random.random() ** 3
    alpha = 0.25 + 0.4 * magnitude + 0.2 * random.random()
    return Dot(place, 1.3 + 2.8 * magnitude, tint(colour, alpha), way)
