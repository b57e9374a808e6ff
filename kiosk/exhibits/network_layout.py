"""Where a network's nodes, names and links are on the screen while they stand still.

Nothing is known here of Qt: the way to measure a name is handed in.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from math import dist
from typing import NamedTuple

from kiosk.exhibits.network_places import FLATNESS, chosen_places
from kiosk.exhibits.network_shapes import Box, Curve, Pair, Place

Measure = Callable[[int, float], Sequence[tuple[float, float]]]
"""Width and height of each name in a size and no wider than told, but for its longest word."""

WAYS = (
    (50.0, 32, 250.0, 44.0),
    (46.0, 30, 230.0, 36.0),
    (44.0, 30, 200.0, 28.0),
    (42.0, 28, 180.0, 22.0),
    (40.0, 28, 160.0, 18.0),
    (38.0, 26, 150.0, 14.0),
    (34.0, 26, 140.0, 12.0),
    (30.0, 26, 130.0, 10.0),
    (26.0, 26, 120.0, 6.0),
)
"""The radius of a disc, the size of its name, how wide that may be, and the gap to the others.

They are tried from the first; in the last there may be too little room all the same.
"""

NAME_GAP_PX = 10.0
HUB_RATIO = 1.18
"""How much larger the disc is of the node that stands in the middle."""

TARGET_PX = 112.0
"""The least that a node takes up in both directions, with the gap to the next."""

PER_NODE_PX = 90.0
"""Few nodes keep together: none is farther from the middle than so much for each."""

ROUNDS = 50
BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3)
"""How far a link may swerve, as a share of its length; the first that is clear is taken."""

CLEAR_PX = 10.0


class Layout(NamedTuple):
    """Where everything stands.

    Attributes:
        radii: of the nodes' discs.
        names: where each name is written.
        size_px: how large.
        curves: how each link runs.
    """

    middles: list[Place]
    radii: list[float]
    names: list[Box]
    size_px: int
    curves: list[Curve]


def laid_out(count: int, links: Sequence[Pair], measure: Measure, within: Box) -> Layout:
    """The largest way to set the nodes and their names for which there is room `within`."""
    places = chosen_places(count, tuple(links))
    for radius, size, widest, gap in WAYS:
        radii = [radius * (HUB_RATIO if place == (0.0, 0.0) else 1.0) for place in places]
        sizes = measure(size, widest)
        names = [_beside(*place) for place in zip(places, radii, sizes, strict=True)]
        rooms = [_room(name, r, gap) for name, r in zip(names, radii, strict=True)]
        middles, is_clear = spread(places, rooms, within.grown(gap / 2))
        if is_clear:
            break
    names = [name.at(*middle) for name, middle in zip(names, middles, strict=True)]
    curves = [_bent(middles, link, radii, names) for link in links]
    return Layout(middles, radii, names, size, curves)


def _beside(place: Place, radius: float, size: tuple[float, float]) -> Box:
    """Where a name stands by its disc's middle: above it in the upper half, and else below."""
    wide, high = size
    top = -radius - NAME_GAP_PX - high if place[1] < -0.01 else radius + NAME_GAP_PX
    return Box(-wide / 2, top, wide / 2, top + high)


def _room(name: Box, radius: float, gap: float) -> Box:
    """What disc and name take up together, as large as a target has to be, with half a gap."""
    least = TARGET_PX / 2
    return Box(
        min(name.left - gap / 2, -radius - gap / 2, -least),
        min(name.top - gap / 2, -radius - gap / 2),
        max(name.right + gap / 2, radius + gap / 2, least),
        max(name.bottom + gap / 2, radius + gap / 2),
    )


def spread(places: Sequence[Place], rooms: Sequence[Box], within: Box) -> tuple[list[Place], bool]:
    """The middles of the nodes' discs `within` which their rooms lie apart, and whether they do.

    Args:
        places: as `chosen_places` has them.
        rooms: what each node needs around its middle, gaps included.
        within: where there is room.
    """
    middle = (within.left + within.right) / 2
    reach = middle - within.left - max(room.right for room in rooms)
    reach = min(reach, PER_NODE_PX * len(places))
    top = within.top - min(room.top for room in rooms)
    half = (within.bottom - max(room.bottom for room in rooms) - top) / 2
    at = [(middle + x / FLATNESS * reach, top + half + y * half) for x, y in places]
    for _ in range(ROUNDS):
        at = [_inside(place, room, within) for place, room in zip(at, rooms, strict=True)]
        if not _pushed_apart(at, rooms):
            return at, True
    return at, False


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


def _bent(at: Sequence[Place], link: Pair, radii: Sequence[float], names: Sequence[Box]) -> Curve:
    """The straightest way for a link that runs past no disc and under no name."""
    (x, y), (u, v) = start, end = at[link[0]], at[link[1]]
    discs = [(at[node], radii[node] + CLEAR_PX) for node in range(len(at)) if node not in link]

    def met(curve: Curve) -> int:
        points = curve.points()[1:-1]
        on_discs = sum(dist(point, disc) < radius for point in points for disc, radius in discs)
        return 2 * on_discs + sum(name.holds(point) for point in points for name in names)

    middle = (x + u) / 2, (y + v) / 2
    ways = [
        Curve(start, (middle[0] - (v - y) * 2 * bend, middle[1] + (u - x) * 2 * bend), end)
        for bend in BENDS
    ]
    clear = (way for way in ways if not met(way))
    return next(clear, None) or min(ways, key=met)
