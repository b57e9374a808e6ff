"""A long line with as many points as can be told apart, its extremes and its ends among them.

Where many points fall into one narrow column, the picture of their line is made by the first, the
lowest, the highest and the last of them (Jugel and others, «M4», VLDB 2014): those are kept.
"""

from collections.abc import Sequence
from itertools import groupby
from math import ceil

COLUMN_PX = 4.0
"""Four points are kept in it at most, so that a line has no more points than pixels."""

Point = tuple[float, float]


def thinned(points: Sequence[Point], width_px: float) -> list[int]:
    """The indices of the points to draw, in their order: all of them where there is room.

    Args:
        points: from left to right.
        width_px: how far apart the first and the last are drawn, in design pixels.
    """
    columns = max(1, ceil(width_px / COLUMN_PX))
    if len(points) <= 4 * columns:
        return list(range(len(points)))
    left = points[0][0]
    span = (points[-1][0] - left) or 1.0

    def column(index: int) -> int:
        return min(int((points[index][0] - left) / span * columns), columns - 1)

    def height(index: int) -> float:
        return points[index][1]

    kept: list[int] = []
    for _, group in groupby(range(len(points)), column):
        inside = list(group)
        lowest, highest = min(inside, key=height), max(inside, key=height)
        kept += sorted({inside[0], lowest, highest, inside[-1]})
    return kept
