"""Which place each node of a network takes: links are short, cross little and run past no node.

The places are those of an ellipse and its middle, the same whatever the language and the screen.
Nothing is known here of Qt.
"""

from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from math import cos, dist, pi, sin
from random import Random
from typing import NamedTuple

from kiosk.exhibits.network_shapes import Pair, Place

FLATNESS = 2.4
"""How much wider than high the ellipse is, whose height goes from -1 to 1."""

INNER_X = 0.5
"""Where a second and a third node stand in the middle, as a share of the width."""

FEW, MANY = 5, 12
"""With fewer nodes all stand on the ellipse, unless one joins them all; with many, three within."""

CROSSING, PASSING = 1.5, 4.0
"""What links cost that cross, or run past a node; their length costs itself."""

CLEARANCE = 0.34
STARTS, SWEEPS, SEED = 3, 6, 5


@lru_cache(maxsize=64)
def chosen_places(count: int, links: tuple[Pair, ...]) -> tuple[Place, ...]:
    """The place of each node, from -`FLATNESS` to `FLATNESS` across and from -1 to 1 down."""
    ends = [end for link in links for end in link]
    joined = [ends.count(node) for node in range(count)]
    hub = max(range(count), key=joined.__getitem__)
    has_middle = joined[hub] >= 3 and (count >= FEW or joined[hub] == count - 1)
    inner = (3 if count >= MANY else 1) if has_middle else 0
    tables = _tables(count, inner)
    others = [node for node in range(count) if node != hub]
    random, tried = Random(SEED), []
    for _ in range(STARTS):
        tried.append(_improved(tables, links, [hub, *others], fixed=min(inner, 1)))
        random.shuffle(others)
    order = min(tried)[1]
    return tuple(tables.places[order.index(node)] for node in range(count))


def _places(count: int, inner: int) -> list[Place]:
    side = INNER_X * FLATNESS
    middle = [(0.0, 0.0), (-side, 0.0), (side, 0.0)]
    return middle[:inner] + _ellipse(count - inner)


def _ellipse(count: int) -> list[Place]:
    """Places at equal distances along the ellipse, none of them right at the bottom."""
    turns = [2 * pi * step / 360 for step in range(361)]
    fine = [(FLATNESS * sin(turn), cos(turn)) for turn in turns]
    walked = list(accumulate(dist(a, b) for a, b in pairwise(fine)))
    return [fine[bisect(walked, walked[-1] * (n + 0.5) / count)] for n in range(count)]


class _Tables(NamedTuple):
    """What is reckoned once for all pairs of places; a set of pairs is the bits of a number.

    Attributes:
        pair: the number of the pair of two places.
        price: what a link costs there by itself.
        crossed: the pairs whose links cross it.
    """

    places: list[Place]
    pair: list[list[int]]
    price: list[float]
    crossed: list[int]


@lru_cache(maxsize=16)
def _tables(count: int, inner: int) -> _Tables:
    places = _places(count, inner)
    pairs = list(combinations(range(count), 2))
    pair = [[0] * count for _ in places]
    crossed = [0] * len(pairs)
    for number, (a, b) in enumerate(pairs):
        pair[a][b] = pair[b][a] = number
    for (p, one), (q, other) in combinations(enumerate(pairs), 2):
        if _cross(places, one, other):
            crossed[p] |= 1 << q
            crossed[q] |= 1 << p
    return _Tables(places, pair, [_price(places, ends) for ends in pairs], crossed)


def _cost(tables: _Tables, links: Sequence[Pair], order: Sequence[int]) -> float:
    """What the links cost where `order` has the node for each place."""
    at = [0] * len(order)
    for place, node in enumerate(order):
        at[node] = place
    used = [tables.pair[at[a]][at[b]] for a, b in links]
    drawn = sum(1 << pair for pair in used)
    crossings = sum((tables.crossed[pair] & drawn).bit_count() for pair in used)
    return sum(tables.price[pair] for pair in used) + CROSSING * crossings / 2


def _improved(
    tables: _Tables, links: Sequence[Pair], start: Sequence[int], fixed: int
) -> tuple[float, list[int]]:
    """The order after swaps, for as long as they help, of all but the first `fixed` nodes."""
    order, least = list(start), _cost(tables, links, start)
    for _ in range(SWEEPS):
        before = least
        for a, b in combinations(range(fixed, len(order)), 2):
            order[a], order[b] = order[b], order[a]
            cost = _cost(tables, links, order)
            if cost < least - 1e-9:
                least = cost
            else:
                order[a], order[b] = order[b], order[a]
        if least == before:
            break
    return least, order


def _price(places: Sequence[Place], pair: Pair) -> float:
    """What a link between two places costs by itself."""
    start, end = (places[index] for index in pair)
    passed = sum(
        index not in pair and _off(place, start, end) < CLEARANCE
        for index, place in enumerate(places)
    )
    return dist(start, end) + PASSING * passed


def _cross(places: Sequence[Place], one: Pair, other: Pair) -> bool:
    """Whether two links cross; those that meet at a node do not."""
    if set(one) & set(other):
        return False
    (a, b), (c, d) = ((places[i], places[j]) for i, j in (one, other))
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Place, b: Place, c: Place) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _off(place: Place, start: Place, end: Place) -> float:
    """How far a place is off the line between two others."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    along = ((place[0] - x) * dx + (place[1] - y) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    return dist(place, (x + along * dx, y + along * dy))
