"""A model of several parts that turns and comes apart, as lines that lie ready for a painter."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from PySide6.QtCore import QLineF, QPointF, QRectF

from kiosk.show.easing import ease_in_out
from kiosk.toolkit.wireframe import ORIGIN, Camera, Framing, Layers, Point, Wire, layers, no_lines

STAGGER = 0.4
"""By how much of the whole way the last part sets out after the first."""

REACH_PX = 30.0
"""How far from a part's lines a finger may come down that means it."""

ROUNDNESS = 3.0
"""What a model covers is taken for something between an ellipse, at 2, and its box."""

CLEAR_RATIO = 0.45
"""How far from each other names should point, as a share of the size of the largest part."""

CROWDED = 6.0
"""How much more a unit too near to another name's point weighs than one from the middle."""

RING_RATIO = 1.04
RING_STEP_DEG = 5
TICK_RATIOS = {30: 0.90, 10: 0.96}
"""How far in a tick reaches that stands every so many degrees of the ring."""


@dataclass(frozen=True)
class Pose:
    """How a model stands: `yaw` and `pitch` in degrees, and how far apart it is, from 0 to 1."""

    yaw: float
    pitch: float
    apart: float


@dataclass(frozen=True)
class Piece:
    """A rigid part of a model.

    Attributes:
        apart: how far it goes when the model is taken apart, in units.
        group: what it is named and read with, counted from 0; None where it has no name.
    """

    wire: Wire
    apart: Point = ORIGIN
    group: int | None = None


@dataclass(frozen=True)
class Trace:
    """A model as it is seen.

    Attributes:
        plain: the lines of all parts but those that are lit.
        lit: the lines of the group that is read.
        guides: the ways that the parts have gone.
        ring: what it stands on.
        anchors: a point of each group.
        bounds: where the model is.
    """

    plain: Layers
    lit: Layers
    guides: list[QLineF]
    ring: list[QLineF]
    anchors: list[QPointF]
    bounds: QRectF

    def covers(self, point: QPointF) -> bool:
        """Whether `point` is on the model, or a finger's breadth beside it."""
        box = self.bounds.adjusted(-REACH_PX, -REACH_PX, REACH_PX, REACH_PX)
        x = (point.x() - box.center().x()) / (box.width() / 2)
        y = (point.y() - box.center().y()) / (box.height() / 2)
        return math.pow(abs(x), ROUNDNESS) + math.pow(abs(y), ROUNDNESS) <= 1


class Assembly:
    """A model in its zone.

    Args:
        pieces: its parts; the first of a group is the one that its name points at.
        zone: where it is drawn, in design pixels.
    """

    def __init__(self, pieces: Sequence[Piece], zone: QRectF) -> None:
        self._pieces = pieces
        whole = [point for piece in pieces for point in piece.wire.points]
        self._ring = _ring(whole)
        apart = [_moved(point, piece.apart, 1.0) for piece in pieces for point in piece.wire.points]
        rim = self._ring.points
        self._framing = Framing([*whole, *rim], [*apart, *rim], zone)
        heads = {piece.group: piece for piece in reversed(pieces) if piece.group is not None}
        self._heads = [heads[group] for group in sorted(heads)]
        self._anchors = _anchors([head.wire for head in self._heads])

    def trace(self, pose: Pose, lit: int | None, grown: float = 1.0, ground: float = 1.0) -> Trace:
        """Its lines in a pose.

        Args:
            pose: how it stands.
            lit: the group that is read, or None.
            grown: how much of it is drawn, from 0 to 1, part after part.
            ground: how much is drawn of what it stands on.
        """
        camera = self._camera(pose)
        plain, shining = no_lines(), no_lines()
        bounds = QRectF()
        for index, piece in enumerate(self._pieces):
            seen = camera.see(piece.wire.points, self._offset(index, pose))
            xs, ys = [x for x, _, _ in seen], [y for _, y, _ in seen]
            bounds |= QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
            drawn = layers(piece.wire, seen, self._share(index, grown))
            is_lit = lit is not None and piece.group == lit
            for kept, lines in zip(shining if is_lit else plain, drawn, strict=True):
                kept += lines
        anchors = [camera.place(a, self._head_offset(g, pose)) for g, a in enumerate(self._anchors)]
        ring = list(self._seen_ring(camera, ground))
        return Trace(plain, shining, list(self._guides(camera, pose)), ring, anchors, bounds)

    def group_at(self, point: QPointF, pose: Pose) -> int | None:
        """The smallest group that has a line within a finger's reach of `point`."""
        camera = self._camera(pose)
        reached: list[tuple[float, int]] = []
        for index, piece in enumerate(self._pieces):
            if piece.group is None:
                continue
            seen = camera.see(piece.wire.points, self._offset(index, pose))
            lines = [line for layer in layers(piece.wire, seen) for line in layer]
            if any(_distance(line, point) <= REACH_PX for line in lines):
                size = sum(line.length() for line in lines)
                reached.append((size, piece.group))
        return min(reached)[1] if reached else None

    def _camera(self, pose: Pose) -> Camera:
        # The first piece is ahead of the others: there is room for it, and so for all of them.
        return self._framing.camera(pose.yaw, pose.pitch, self._way(0, pose))

    def _way(self, index: int, pose: Pose) -> float:
        """How much of its way a piece has gone; each sets out a little after the one before."""
        late = STAGGER * index / max(1, len(self._pieces) - 1)
        return ease_in_out(min(max(pose.apart * (1 + STAGGER) - late, 0.0), 1.0))

    def _offset(self, index: int, pose: Pose) -> Point:
        """How far a piece has gone, in units."""
        return _moved(ORIGIN, self._pieces[index].apart, self._way(index, pose))

    def _head_offset(self, group: int, pose: Pose) -> Point:
        return self._offset(self._pieces.index(self._heads[group]), pose)

    def _share(self, index: int, grown: float) -> float:
        """How much of a piece is drawn; three of them grow at a time."""
        return min(max((grown * (len(self._pieces) + 2) - index) / 3, 0.0), 1.0)

    def _guides(self, camera: Camera, pose: Pose) -> Iterator[QLineF]:
        for group, anchor in enumerate(self._anchors):
            offset = self._head_offset(group, pose)
            if any(offset):
                yield QLineF(camera.place(anchor), camera.place(anchor, offset))

    def _seen_ring(self, camera: Camera, ground: float) -> Iterator[QLineF]:
        places = [QPointF(x, y) for x, y, _ in camera.see(self._ring.points)]
        for one, other in self._ring.joints[: math.ceil(len(self._ring.joints) * ground)]:
            yield QLineF(places[one], places[other])


def _anchors(wires: Sequence[Wire]) -> list[Point]:
    """A point of each wire for its name to point at: near its middle, and clear of the others'.

    The smallest wires come first: a shell around them all has the most points to choose from.
    """
    middles = [wire.middle() for wire in wires]
    sizes = [mean(math.dist(p, m) for p in w.points) for w, m in zip(wires, middles, strict=True)]
    room = CLEAR_RATIO * max(sizes)
    chosen: dict[int, Point] = {}
    for index in sorted(range(len(wires)), key=sizes.__getitem__):
        chosen[index] = _clear_point(wires[index], middles[index], chosen.values(), room)
    return [chosen[index] for index in range(len(wires))]


def _clear_point(wire: Wire, middle: Point, others: Iterable[Point], room: float) -> Point:
    """The point of `wire` nearest to `middle` that has as much `room` as can be from `others`."""

    def demerit(point: Point) -> float:
        clear = min((math.dist(point, other) for other in others), default=room)
        return math.dist(point, middle) + CROWDED * max(0.0, room - clear)

    return min(wire.points, key=demerit)


def _ring(points: Sequence[Point]) -> Wire:
    """A circle with ticks, on which everything stands that turns about its middle."""
    (left, right), (floor, _), (back, front) = (
        (min(axis), max(axis)) for axis in zip(*points, strict=True)
    )
    x, z = (left + right) / 2, (back + front) / 2
    radius = RING_RATIO * max(math.hypot(px - x, pz - z) for px, _, pz in points)

    def on(degrees: float, share: float) -> Point:
        angle = math.radians(degrees)
        return x + radius * share * math.cos(angle), floor, z + radius * share * math.sin(angle)

    lines = []
    for degrees in range(0, 360, RING_STEP_DEG):
        lines.append((on(degrees, 1.0), on(degrees + RING_STEP_DEG, 1.0)))
        inner = next((share for step, share in TICK_RATIOS.items() if degrees % step == 0), 1.0)
        if inner < 1.0:
            lines.append((on(degrees, 1.0), on(degrees, inner)))
    return Wire.of(lines)


def _moved(point: Point, way: Point, ratio: float) -> Point:
    (x, y, z), (dx, dy, dz) = point, way
    return x + dx * ratio, y + dy * ratio, z + dz * ratio


def _distance(line: QLineF, point: QPointF) -> float:
    """How far `point` is from a line between its ends, in pixels."""
    way, offset = line.p2() - line.p1(), point - line.p1()
    length = QPointF.dotProduct(way, way)
    along = QPointF.dotProduct(offset, way) / length if length else 0.0
    nearest = line.p1() + way * min(max(along, 0.0), 1.0)
    return math.hypot(point.x() - nearest.x(), point.y() - nearest.y())
