"""The sparks in motion: drifting within one motif, and flying from one to another.

Where a spark is follows from the time and from how much of the picture the other motif has, and
from nothing else: a flight can be caught, held and turned back at any moment. Seeded, so that it is
the same every time. No motif is known here.

Words stand in front of the sparks. Where they do, a spark is no brighter than they can bear; in a
flight, and where there are no words, it shines.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan2, hypot, pi, sin
from random import Random

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.backdrops.drawing import Dot, Inks, quietest

_SEED = "flight"
_SLOWEST, _FASTEST = 7.0, 24.0
"""In design units a second, where 40 is the most for anything that drifts."""

_FADE_RATIO = 0.2
"""On which share of its way a spark appears, and on which it goes again."""

_STAGGER = 0.45
"""How late the last spark sets out, as a share of the whole flight."""

_SWELLING = 0.35
"""How much larger a spark is that is twice as strong."""

_BOW = 0.16
"""How far a flight bends aside, as a share of its length."""


_SOFT = 48.0
"""How far beside words sparks become free again, in design units."""


@dataclass(frozen=True, slots=True)
class _Spark:
    x: float
    y: float
    way_x: float
    way_y: float
    per_s: float  # how many times a second it goes its way
    phase: float
    radius: float
    red: float
    green: float
    blue: float
    alpha: float
    quiet: float  # the most that its opacity may be under words

    def at(self, seconds: float) -> tuple[float, float, float]:
        """Where it is, and its opacity."""
        if not self.per_s:
            return self.x, self.y, self.alpha
        along = (self.phase + seconds * self.per_s) % 1.0
        seen = min(1.0, along / _FADE_RATIO, (1.0 - along) / _FADE_RATIO)
        return self.x + self.way_x * along, self.y + self.way_y * along, self.alpha * seen


class Swarm:
    """The sparks of one motif.

    They are kept in the order in which they stand around the middle of the motifs, so that those
    which fly from one swarm to the same places of another keep together.
    """

    def __init__(self, dots: Sequence[Dot], size: QSizeF, inks: Inks) -> None:
        random = Random(_SEED)
        middle = QPointF(size.width() * 0.78, size.height() * 0.4)

        def around(dot: Dot) -> float:
            seen = dot.place - middle
            return atan2(seen.y(), seen.x())

        self.sparks = [_spark(dot, random, inks) for dot in sorted(dots, key=around)]
        self.leaves_at = [random.random() * _STAGGER for _ in self.sparks]


@dataclass(frozen=True)
class Shine:
    """How brightly sparks are painted.

    Attributes:
        strength: how many times as bright and as large as their motif has them.
        free: how far they may outshine words, from 0 to 1.
        words: where there are words, among sparks that are free elsewhere: the left, top, right and
            bottom of each, in design units.
    """

    strength: float = 1.0
    free: float = 0.0
    words: tuple[tuple[float, float, float, float], ...] = ()

    def alpha(self, alpha: float, quiet: float, x: float, y: float) -> float:
        """How opaque a spark is at a place."""
        alpha = min(alpha * self.strength, 1.0)
        if alpha <= quiet:
            return alpha
        free = self.free
        for left, top, right, bottom in self.words if free else ():
            free = min(free, max(left - x, x - right, top - y, y - bottom, 0.0) / _SOFT)
        return quiet + (alpha - quiet) * free


def paint_swarm(painter: QPainter, swarm: Swarm, seconds: float, shine: Shine) -> None:
    """A swarm as it is after so many seconds."""
    painter.setPen(Qt.PenStyle.NoPen)
    for spark in swarm.sparks:
        x, y, alpha = spark.at(seconds)
        alpha = shine.alpha(alpha, spark.quiet, x, y)
        _paint(painter, x, y, spark.radius, (spark.red, spark.green, spark.blue, alpha), shine)


def paint_flight(
    painter: QPainter, swarm: Swarm, other: Swarm, share: float, seconds: float, shine: Shine
) -> None:
    """Two swarms on their way, as they are when `other` has a `share` of the picture, 0 to 1.

    On their way all sparks are as free as those of `shine`, and freest in the middle.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    shine = replace(shine, free=max(shine.free, sin(pi * share)))
    for one, two, leaves_at in zip(swarm.sparks, other.sparks, swarm.leaves_at, strict=True):
        x, y, alpha = one.at(seconds)
        end_x, end_y, end_alpha = two.at(seconds)
        ratio = _eased((share - leaves_at) / (1.0 - _STAGGER))
        aside = _BOW * sin(pi * ratio)
        way_x, way_y = end_x - x, end_y - y
        x, y = x + way_x * ratio - way_y * aside, y + way_y * ratio + way_x * aside
        alpha += (end_alpha - alpha) * ratio
        ink = (
            one.red + (two.red - one.red) * ratio,
            one.green + (two.green - one.green) * ratio,
            one.blue + (two.blue - one.blue) * ratio,
            shine.alpha(alpha, one.quiet + (two.quiet - one.quiet) * ratio, x, y),
        )
        _paint(painter, x, y, one.radius + (two.radius - one.radius) * ratio, ink, shine)


def _spark(dot: Dot, random: Random, inks: Inks) -> _Spark:
    length = hypot(dot.way.x(), dot.way.y())
    speed = random.uniform(_SLOWEST, _FASTEST)
    colour = dot.colour
    return _Spark(
        x=dot.place.x(),
        y=dot.place.y(),
        way_x=dot.way.x(),
        way_y=dot.way.y(),
        per_s=speed / length if length else 0.0,
        phase=random.random(),
        radius=dot.radius,
        red=colour.redF(),
        green=colour.greenF(),
        blue=colour.blueF(),
        alpha=colour.alphaF(),
        quiet=quietest(colour, inks),
    )


def _eased(ratio: float) -> float:
    """Slow in and slow out; before 0 and after 1 it stays there."""
    ratio = min(max(ratio, 0.0), 1.0)
    return ratio * ratio * (3.0 - 2.0 * ratio)


def _paint(
    painter: QPainter,
    x: float,
    y: float,
    radius: float,
    ink: tuple[float, float, float, float],
    shine: Shine,
) -> None:
    painter.setBrush(QColor.fromRgbF(*ink))
    radius *= 1.0 + (shine.strength - 1.0) * _SWELLING
    painter.drawEllipse(QPointF(x, y), radius, radius)
