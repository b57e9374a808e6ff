"""Edges in space, seen in perspective: where they are drawn, and how near they are.

x points to the right, y up and z towards the viewer, in the model's own units; on the screen y
points down, in design pixels. Nothing here paints: what comes out lies ready for a painter.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from statistics import median

from PySide6.QtCore import QLineF, QPointF, QRectF

Point = tuple[float, float, float]
Edge = tuple[Point, Point]
Seen = tuple[float, float, float]
"""x and y on the screen, in design pixels, and how near it is: 1 in front, -1 behind."""

Layers = tuple[list[QLineF], ...]
"""Lines by their distance, `LAYERS` lists of them, the farthest first."""

LAYERS = 5

ORIGIN: Point = (0.0, 0.0, 0.0)
DISTANCE_RATIO = 4.0
"""How far away the eye is, as a multiple of the model's radius: a gentle perspective."""

DEPTH = 0.75
"""What is nearer than this is in the first layer, and what is as far behind in the last."""

LEAST_RATIO = 0.01
"""What of the model's radius its picture is taken to measure at least."""

PEN_RATIO = 0.3
"""How much of a part is growing at a time, while a pen goes along its edges."""


@dataclass(frozen=True)
class Wire:
    """One rigid part: its points, each of them once, and which of them the edges join."""

    points: tuple[Point, ...]
    joints: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, edges: Iterable[Edge]) -> "Wire":
        """The wire that consists of `edges`, in their order."""
        places: dict[Point, int] = {}
        joints = tuple(
            (places.setdefault(one, len(places)), places.setdefault(other, len(places)))
            for one, other in edges
        )
        return cls(tuple(places), joints)

    def middle(self) -> Point:
        """Where most of it is: the median of its points on each axis."""
        x, y, z = map(median, zip(*self.points, strict=True))
        return x, y, z


@dataclass(frozen=True)
class Camera:
    """Where a model is seen from, and how large it is drawn.

    Attributes:
        yaw: how far the model is turned about its upright axis, in degrees.
        pitch: how far from above it is seen, in degrees.
        target: the point that it turns about, in units.
        radius: of the model about that point, in units.
        middle: where that point is drawn.
        scale: how long a unit there is drawn, in pixels.
    """

    yaw: float
    pitch: float
    target: Point
    radius: float
    middle: QPointF
    scale: float

    def see(self, points: Iterable[Point], offset: Point = ORIGIN) -> list[Seen]:
        """Where `points` are drawn when they are moved by `offset`."""
        sin_yaw, cos_yaw = _sin_cos(self.yaw)
        sin_pitch, cos_pitch = _sin_cos(self.pitch)
        dx, dy, dz = (o - t for o, t in zip(offset, self.target, strict=True))
        left, top = self.middle.x(), self.middle.y()
        eye = DISTANCE_RATIO * self.radius
        pull = self.scale * eye
        seen = []
        for px, py, pz in points:
            x, y, z = px + dx, py + dy, pz + dz
            ahead = z * cos_yaw - x * sin_yaw
            near = y * sin_pitch + ahead * cos_pitch
            zoom = pull / max(eye - near, 0.05 * eye)
            seen.append(
                (
                    left + (x * cos_yaw + z * sin_yaw) * zoom,
                    top - (y * cos_pitch - ahead * sin_pitch) * zoom,
                    near / self.radius,
                )
            )
        return seen

    def place(self, point: Point, offset: Point = ORIGIN) -> QPointF:
        """Where one point is drawn."""
        ((x, y, _),) = self.see([point], offset)
        return QPointF(x, y)


def layers(wire: Wire, seen: Sequence[Seen], grown: float = 1.0) -> Layers:
    """The edges of `wire`, whose points are `seen`, as lines.

    Args:
        wire: what is drawn.
        seen: where each of its points is.
        grown: how much of it is drawn, from 0 to 1, as by a pen that follows its edges.
    """
    drawn = no_lines()
    lengths = repeat(1.0) if grown >= 1.0 else _lengths(len(wire.joints), grown)
    # Two nearnesses added up run from -2 to 2: what is beyond DEPTH goes to the outer layers.
    step, middle, last = LAYERS / (4 * DEPTH), LAYERS / 2, LAYERS - 1
    for (one, other), length in zip(wire.joints, lengths, strict=False):
        x, y, near = seen[one]
        x2, y2, near2 = seen[other]
        if length < 1.0:
            x2, y2 = x + (x2 - x) * length, y + (y2 - y) * length
        layer = int((near + near2) * step + middle)
        drawn[0 if layer < 0 else last if layer > last else layer].append(QLineF(x, y, x2, y2))
    return drawn


def no_lines() -> Layers:
    """Layers without a line in them yet."""
    return tuple([] for _ in range(LAYERS))


def _lengths(count: int, grown: float) -> Iterator[float]:
    """How much there is of each of `count` edges, from 0 to 1."""
    under_way = max(1.0, count * PEN_RATIO)
    reached = grown * (count + under_way)
    for index in range(count):
        yield min(max((reached - index) / under_way, 0.0), 1.0)


class Extent:
    """How much room a model takes up, however it is turned about its upright axis.

    Args:
        points: of the model, in units.
        target: what it turns about.

    Attributes:
        radius: of the model about the target, in units.
    """

    def __init__(self, points: Iterable[Point], target: Point) -> None:
        tx, ty, tz = target
        rims = {(math.hypot(x - tx, z - tz), y - ty) for x, y, z in points}
        self.radius = max(math.hypot(*rim) for rim in rims)
        self._rims = _hull(rims)

    def box(self, pitch: float) -> QRectF:
        """What it covers about the target at a scale of 1, seen from `pitch` degrees above."""
        sin, cos = _sin_cos(pitch)
        eye = DISTANCE_RATIO * self.radius
        wide = max(rim / math.sqrt(eye * eye - rim * rim) for rim, _ in self._rims) * eye
        ends = [
            (ahead * sin - y * cos) * eye / (eye - y * sin - ahead * cos)
            for rim, y in self._rims
            for ahead in (-rim, rim)
        ]
        return QRectF(QPointF(-wide, min(ends)), QPointF(wide, max(ends)))


class Framing:
    """Keeps a model in its zone and as large as can be, whole or taken apart.

    Args:
        whole: its points where it stands whole, in units.
        apart: the same where it is taken apart.
        zone: where it is drawn.
    """

    def __init__(self, whole: Sequence[Point], apart: Sequence[Point], zone: QRectF) -> None:
        ends = [(min(axis), max(axis)) for axis in zip(*whole, strict=True)]
        x, y, z = ((low + high) / 2 for low, high in ends)
        self._target: Point = (x, y, z)
        self._extents = [Extent(points, self._target) for points in (whole, apart)]
        self._zone = zone

    def camera(self, yaw: float, pitch: float, apart: float) -> Camera:
        """The camera for a model that is turned and, from 0 to 1, taken apart."""
        whole, other = (extent.box(pitch) for extent in self._extents)
        box = QRectF(
            _between(whole.topLeft(), other.topLeft(), apart),
            _between(whole.bottomRight(), other.bottomRight(), apart),
        )
        radius, apart_radius = (extent.radius for extent in self._extents)
        reach = radius + (apart_radius - radius) * apart
        least = LEAST_RATIO * reach  # a mast has no width, and a plate seen from its edge no height
        scale = min(
            self._zone.width() / max(box.width(), least),
            self._zone.height() / max(box.height(), least),
        )
        middle = self._zone.center() - box.center() * scale
        return Camera(yaw, pitch, self._target, reach, middle, scale)


def _between(one: QPointF, other: QPointF, ratio: float) -> QPointF:
    return one + (other - one) * ratio


def _hull(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the smallest convex outline around `points`."""
    ordered = sorted(points)
    return [*_chain(ordered), *_chain(reversed(ordered))]


def _chain(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    chain: list[tuple[float, float]] = []
    for x, y in points:
        while len(chain) > 1 and _turns_right(chain[-2], chain[-1], (x, y)):
            chain.pop()
        chain.append((x, y))
    return chain


def _turns_right(
    start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> bool:
    (ax, ay), (bx, by), (cx, cy) = start, corner, end
    return (bx - ax) * (cy - ay) <= (by - ay) * (cx - ax)


def _sin_cos(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.sin(angle), math.cos(angle)
