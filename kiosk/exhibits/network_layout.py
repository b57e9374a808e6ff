"""Where a network's nodes, names and links are on the screen while they stand still.

Nothing is known here of Qt: the way to measure a name is handed in.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import dist, inf
from typing import NamedTuple

from kiosk.exhibits.network_places import chosen_places
from kiosk.exhibits.network_shapes import Box, Curve, Pair, Place

Measure = Callable[[int, float], Sequence[tuple[float, float]]]
"""Width and height of each name in a size and no wider than told, but for its longest word."""

Spread = Callable[[Sequence[Place], Sequence[Box], Box], tuple[list[Place], float]]


class Way(NamedTuple):
    """How nodes may be set: their discs, the size and width of their names, and the gap between."""

    radius: float
    size_px: int
    widest: float
    gap: float


WAYS = (
    Way(50, 32, 250, 56),
    Way(46, 30, 230, 48),
    Way(43, 30, 210, 40),
    Way(40, 28, 190, 34),
    Way(40, 28, 170, 26),
    Way(38, 26, 160, 22),
    Way(36, 26, 145, 18),
    Way(32, 26, 130, 12),
    Way(28, 26, 120, 8),
)
"""The more nodes, the later is the first that is tried; then nodes need not go far from places."""

ROW_WAYS = (Way(34, 26, 170, 12), Way(28, 26, 170, 8), Way(24, 26, 170, 6))
"""How they may be set in rows, where there is too little room for an ellipse."""

NEAR_PX = 24.0
"""How far a node may be moved from its place on the ellipse without spoiling it."""

NAME_GAP_PX = 8.0
HUB_RATIO = 1.15
"""How much larger the disc is of the node that stands in the middle."""

TARGET_PX = 96.0
"""How wide what a finger touches is at the least; with its name it is at least as high."""

LEAST_PX, PER_NODE_PX = 120.0, 60.0
"""Few nodes keep together: how far one is from the middle, and how much farther for each."""

FULL = 0.74
"""Nodes that take up a larger share of the room cannot be pushed apart."""

ROUNDS = 36
BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3)
"""How far a link may swerve, as a share of its length; the first that is clear is taken."""

CLEAR_PX = 10.0


class Layout(NamedTuple):
    """Where the nodes stand.

    Attributes:
        middles: of the nodes' discs.
        radii: of the discs.
        names: where each name is written.
        targets: what of the picture is each node's; around them it is that of the nearest.
        way: how they are set.
        strain: how far any node had to go from its place on the ellipse, in design pixels; or in
            rows, how much room is lacking.
    """

    middles: list[Place]
    radii: list[float]
    names: list[Box]
    targets: list[Box]
    way: Way
    strain: float


def laid_out(
    count: int, links: Sequence[Pair], measure: Measure, within: Box, spare: Box
) -> Layout:
    """The largest way to set the nodes and their names for which there is room.

    They stand on an ellipse and in its middle `within`; where they are too many for that, in rows,
    and at the worst in rows that take up the `spare` room as well.
    """
    places = chosen_places(count, tuple(links))
    tried = []
    for way in WAYS[max(0, (count - 4) // 2) :]:
        tried.append(_laid_out(places, measure, within, way, _spread))
        if tried[-1].strain <= NEAR_PX:
            return tried[-1]
    for room in (within, spare):
        for way in ROW_WAYS:
            layout = _laid_out(places, measure, room, way, _in_rows)
            if not layout.strain:
                return layout
    best = min(tried, key=lambda layout: layout.strain)
    return best if best.strain < inf else layout


def _laid_out(
    places: Sequence[Place], measure: Measure, within: Box, way: Way, spread: Spread
) -> Layout:
    radii = [way.radius * (HUB_RATIO if x == 0.0 <= y else 1.0) for x, y in places]
    sizes = measure(way.size_px, way.widest)
    above = [spread is _spread and y < -0.01 for _, y in places]
    names = [_beside(*node) for node in zip(above, radii, sizes, strict=True)]
    targets = [_target(*node) for node in zip(names, radii, strict=True)]
    rooms = [target.grown(way.gap / 2) for target in targets]
    middles, strain = spread(places, rooms, within.grown(way.gap / 2))
    names = [name.at(*middle) for name, middle in zip(names, middles, strict=True)]
    targets = [target.at(*middle) for target, middle in zip(targets, middles, strict=True)]
    return Layout(middles, radii, names, targets, way, strain)


def _beside(above: bool, radius: float, size: tuple[float, float]) -> Box:
    """Where a name stands by its disc's middle."""
    wide, high = size
    top = -radius - NAME_GAP_PX - high if above else radius + NAME_GAP_PX
    return Box(-wide / 2, top, wide / 2, top + high)


def _target(name: Box, radius: float) -> Box:
    """Disc and name together, as wide as a target has to be."""
    reach = max(radius, TARGET_PX / 2)
    return Box(
        min(name.left, -reach),
        min(name.top, -radius),
        max(name.right, reach),
        max(name.bottom, radius),
    )


def _spread(
    places: Sequence[Place], rooms: Sequence[Box], within: Box
) -> tuple[list[Place], float]:
    """Where the rooms lie apart and `within`, and how far that is from where they should."""
    start = at = _scaled(places, rooms, within)
    if sum(room.area for room in rooms) > FULL * within.area:
        return at, inf
    for _ in range(ROUNDS):
        at = [_inside(place, room, within) for place, room in zip(at, rooms, strict=True)]
        if not _pushed_apart(at, rooms):
            return at, max(map(dist, at, start))
    return at, inf


def _scaled(places: Sequence[Place], rooms: Sequence[Box], within: Box) -> list[Place]:
    """The places on the largest ellipse for which there is room."""
    middle = within.middle[0]
    reach = middle - within.left - max(room.right for room in rooms)
    reach = min(reach, LEAST_PX + PER_NODE_PX * len(places)) / max(x for x, _ in places)
    top = within.top - min(room.top for room in rooms)
    half = (within.bottom - max(room.bottom for room in rooms) - top) / 2
    return [(middle + x * reach, top + half + y * half) for x, y in places]


def _in_rows(
    places: Sequence[Place], rooms: Sequence[Box], within: Box
) -> tuple[list[Place], float]:
    """The rooms in three rows, and how much room they lack; there always is an answer."""
    order = sorted(range(len(places)), key=lambda node: places[node][1])
    third = round(len(places) / 3 + 0.4)
    rows = [row for row in (order[:third], order[third:-third], order[-third:]) if row]
    down = within.bottom - within.top - sum(_height(rooms, row) for row in rows)
    at, y, lack = [(0.0, 0.0)] * len(places), within.top, max(-down, 0.0)
    for row in rows:
        across = within.right - within.left - sum(2 * rooms[node].right for node in row)
        gap, x, lack = across / len(row), within.left, max(lack, -across)
        y -= min(rooms[node].top for node in row)
        for node in sorted(row, key=lambda node: places[node][0]):
            at[node] = x + gap / 2 + rooms[node].right, y
            x += gap + 2 * rooms[node].right
        y += max(rooms[node].bottom for node in row) + down / (len(rows) - 1)
    return at, lack


def _height(rooms: Sequence[Box], row: Sequence[int]) -> float:
    return max(rooms[node].bottom for node in row) - min(rooms[node].top for node in row)


def _inside(place: Place, room: Box, within: Box) -> Place:
    """The nearest place where the room does not leave what it is `within`."""
    x = min(max(place[0], within.left - room.left), within.right - room.right)
    y = min(max(place[1], within.top - room.top), within.bottom - room.bottom)
    return x, y


def _pushed_apart(at: list[Place], rooms: Sequence[Box]) -> bool:
    """Moves whatever overlaps, the shorter way; returns whether anything did."""
    pushed = False
    for one, other in combinations(range(len(at)), 2):
        a, b = rooms[one].at(*at[one]), rooms[other].at(*at[other])
        wide = min(a.right, b.right) - max(a.left, b.left)
        high = min(a.bottom, b.bottom) - max(a.top, b.top)
        if wide <= 0.01 or high <= 0.01:
            continue
        pushed = True
        sideways = wide < high
        (ax, ay), (bx, by) = a.middle, b.middle
        ahead = ax > bx if sideways else ay > by
        step = (min(wide, high) / 2 + 0.5) * (1 if ahead else -1)
        dx, dy = (step, 0.0) if sideways else (0.0, step)
        at[one] = at[one][0] + dx, at[one][1] + dy
        at[other] = at[other][0] - dx, at[other][1] - dy
    return pushed


def bent(layout: Layout, link: Pair, within: Box) -> Curve:
    """The straightest way for a link that runs past no disc and under no name."""
    at, radii = layout.middles, layout.radii
    (x, y), (u, v) = start, end = at[link[0]], at[link[1]]
    discs = [(at[node], radii[node] + CLEAR_PX) for node in range(len(at)) if node not in link]
    names = [name.grown(CLEAR_PX / 2) for name in layout.names]

    def met(curve: Curve) -> int:
        points = curve.points()[1:-1]
        on_discs = sum(dist(point, disc) < radius for point in points for disc, radius in discs)
        on_names = sum(name.holds(point) for point in points for name in names)
        return 2 * on_discs + on_names + 4 * sum(not within.holds(point) for point in points)

    middle = (x + u) / 2, (y + v) / 2
    ways = [
        Curve(start, (middle[0] - (v - y) * 2 * bend, middle[1] + (u - x) * 2 * bend), end)
        for bend in BENDS
    ]
    clear = (way for way in ways if not met(way))
    return next(clear, None) or min(ways, key=met)


def crossed(layout: Layout, curves: Iterable[Curve]) -> list[Box]:
    """The names under which a link runs after all."""
    points = [point for curve in curves for point in curve.points()]
    return [name for name in layout.names if any(map(name.holds, points))]
