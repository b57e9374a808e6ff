"""A long line loses the points that nobody could tell apart, and none that anybody would miss."""

from itertools import pairwise
from random import Random

import pytest

from kiosk.toolkit.thinning import COLUMN_PX, Point, thinned

WIDTHS_PX = (1.0, 300.0, 1233.5)


def walk(seed: int, count: int) -> list[Point]:
    """A line that goes up and down, its points at uneven distances."""
    random = Random(seed)
    x = y = 0.0
    points = []
    for _ in range(count):
        points.append((x, y))
        x += random.choice([0.1, 1.0, 5.0])
        y += random.gauss(0, 1)
    return points


@pytest.mark.parametrize("width_px", WIDTHS_PX)
@pytest.mark.parametrize("seed", range(5))
def test_ends_and_extremes_stay_and_the_order_too(seed: int, width_px: float) -> None:
    points = walk(seed, 20_000)
    kept = thinned(points, width_px)
    heights = [y for _, y in points]
    assert (kept[0], kept[-1]) == (0, len(points) - 1)
    assert heights.index(min(heights)) in kept
    assert heights.index(max(heights)) in kept
    assert all(before < after for before, after in pairwise(kept))


@pytest.mark.parametrize("width_px", WIDTHS_PX)
@pytest.mark.parametrize("count", [2_000, 10_000])
def test_there_are_no_more_points_than_pixels(count: int, width_px: float) -> None:
    assert len(thinned(walk(1, count), width_px)) <= width_px + 4


@pytest.mark.parametrize("seed", range(5))
def test_nothing_between_two_kept_points_stands_out(seed: int) -> None:
    points = walk(seed, 5_000)
    unit = points[-1][0] / 500
    kept = thinned(points, 500)
    for first, last in pairwise(kept):
        near = [
            points[i][1] for i in kept if abs(points[i][0] - points[first][0]) <= COLUMN_PX * unit
        ]
        for index in range(first, last):
            assert min(near) <= points[index][1] <= max(near)


def test_a_single_spike_among_thousands_is_seen() -> None:
    for spike in (1, 4_999, 9_998):
        points = [(float(x), 100.0 if x == spike else 0.0) for x in range(10_000)]
        assert spike in thinned(points, 800)


@pytest.mark.parametrize("count", [0, 1, 2, 800])
def test_a_short_line_is_left_as_it_is(count: int) -> None:
    assert thinned(walk(2, count), 800) == list(range(count))


def test_a_line_that_stands_still_has_its_ends() -> None:
    assert thinned([(5.0, float(y)) for y in range(100)], 4) == [0, 99]
    assert thinned([(float(x), 7.0) for x in range(100)], 4) == [0, 99]
