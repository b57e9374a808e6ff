"""Which place each node of a network takes: links are short, cross little and run past no node.

The places are those of an ellipse and its middle, the same whatever the language and the screen.
Nothing is known here of Qt.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise, permutations
from math import cos, dist, inf, pi, sin
from random import Random
from typing import NamedTuple

from kiosk.exhibits.network_shapes import Pair, Place

FLATNESS = 2.4
"""How much wider than high the ellipse is, whose height goes from -1 to 1."""

LOW_Y = 0.25
"""How far down the middle is where a node stands on top of the ellipse, right above it."""

INNER_X = 0.5
"""Where a second and a third node stand in the middle, as a share of the width."""

FEW, MANY = 5, 12
"""With fewer nodes all stand on the ellipse, unless one joins them all; with many, three within."""

CROSSING, PASSING = 1.5, 4.0
"""What links cost that cross, or run past a node; their length costs itself."""

CLEARANCE = 0.34
TRIES, SEED = 1000, 5


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
    random, tried, best = Random(SEED), 0, (inf, [hub, *others])
    while tried < TRIES:
        cost, order, steps = _improved(tables, links, [hub, *others], fixed=min(inner, 1))
        best, tried = min(best, (cost, order)), tried + max(steps, len(links))
        random.shuffle(others)
    order = best[1]
    return tuple(tables.places[order.index(node)] for node in range(count))


def _places(count: int, inner: int) -> list[Place]:
    side, low = INNER_X * FLATNESS, (count - inner) % 2 * LOW_Y
    middle = [(0.0, low), (-side, 0.0), (side, 0.0)]
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
    drawn, price, crossings = 0, 0.0, 0
    for a, b in links:
        pair = tables.pair[at[a]][at[b]]
        price += tables.price[pair]
        crossings += (tables.crossed[pair] & drawn).bit_count()
        drawn |= 1 << pair
    return price + CROSSING * crossings


def _improved(
    tables: _Tables, links: Sequence[Pair], start: Sequence[int], fixed: int
) -> tuple[float, list[int], int]:
    """The order with its cost after moves, for as long as any helps, and how many were tried.

    The first `fixed` nodes stay where they are.
    """
    best, order, tried = _cost(tables, links, start), list(start), 0
    least = inf
    while best < least:
        least = best
        for moved in permutations(range(fixed, len(order)), 2):
            for way in _moves(order, *moved):
                tried += 1
                cost = _cost(tables, links, way)
                if cost < best - 1e-9:
                    best, order = cost, way
    return best, order, tried


def _moves(order: Sequence[int], one: int, other: int) -> Iterator[list[int]]:
    """The order with a node moved elsewhere, and with two of them in each other's place."""
    moved = list(order)
    moved.insert(other, moved.pop(one))
    yield moved
    if one < other:
        swapped = list(order)
        swapped[one], swapped[other] = order[other], order[one]
        yield swapped


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
