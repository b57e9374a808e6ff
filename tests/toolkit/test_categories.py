"""The names along an axis: all of them where there is room, and never one that is cut."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtGui import QFontMetricsF

from kiosk.toolkit.categories import SIZES_PX, CategoryNames, names_below, names_beside
from kiosk.toolkit.look import Look

YEARS = [str(2010 + index) for index in range(12)]
PLACES = ["粵港澳大灣區智能製造協作平台", "北部都會區新興產業園", "International co-operation zone"]


def shown(names: CategoryNames) -> list[int]:
    return [index for index, _ in names.lines]


def widths(names: CategoryNames) -> list[float]:
    advance = QFontMetricsF(names.font).horizontalAdvance
    return [advance(line) for _, lines in names.lines for line in lines]


def whole(names: CategoryNames, source: Sequence[str]) -> bool:
    """Whether each name that is shown has all its letters."""
    return all(
        "".join(lines).replace(" ", "") == source[index].replace(" ", "")
        for index, lines in names.lines
    )


# --- side by side ------------------------------------------------------------------------------


def test_short_names_with_room_stand_on_one_line_in_the_largest_size(look: Look) -> None:
    names = names_below(look, YEARS, 120)
    assert shown(names) == list(range(12))
    assert all(len(lines) == 1 for _, lines in names.lines)
    assert names.font.pixelSize() == SIZES_PX[0]


def test_long_names_break_inside_their_band(look: Look) -> None:
    names = names_below(look, PLACES, 240)
    assert shown(names) == [0, 1, 2]
    assert whole(names, PLACES)
    assert max(len(lines) for _, lines in names.lines) in (2, 3)
    assert max(widths(names)) <= 240
    assert names.width == max(widths(names))


def test_the_room_below_is_that_of_the_name_with_most_lines(look: Look) -> None:
    names = names_below(look, PLACES, 240)
    most = max(len(lines) for _, lines in names.lines)
    assert names.depth == pytest.approx(most * names.line_px)
    assert names.line_px >= names.font.pixelSize() * 1.2


def test_names_grow_smaller_before_any_is_left_out(look: Look) -> None:
    advance = QFontMetricsF(look.font("sans", SIZES_PX[-1])).horizontalAdvance
    names = names_below(look, ["2019"] * 5, advance("2019") + 13)
    assert len(names.lines) == 5
    assert names.font.pixelSize() == SIZES_PX[-1]


@pytest.mark.parametrize("count", [14, 16, 20, 30])
def test_no_year_is_broken_in_two(look: Look, count: int) -> None:
    source = [str(1990 + index) for index in range(count)]
    assert all(len(lines) == 1 for _, lines in names_below(look, source, 1020 / count).lines)


@pytest.mark.parametrize("count", [40, 41, 100, 1461])
def test_of_too_many_names_every_so_many_is_shown_and_always_the_last(
    look: Look, count: int
) -> None:
    source = [f"{1984 + index}" for index in range(count)]
    band_px = 1000 / count
    names = names_below(look, source, band_px)
    indices = shown(names)
    assert indices[-1] == count - 1
    strides = {b - a for a, b in pairwise(indices)}
    assert len(strides) <= 1
    assert 2 <= len(indices) < count
    assert whole(names, source)
    (stride,) = strides
    assert max(widths(names)) < stride * band_px - 12, "two names would touch"


def test_names_that_fit_nowhere_leave_the_last(look: Look) -> None:
    names = names_below(look, ["一二三四五六七八九十" * 10] * 3, 60)
    assert shown(names) == [2]


def test_one_name_is_shown_whatever_room_there_is(look: Look) -> None:
    for band_px in (20.0, 200.0, 1000.0):
        assert shown(names_below(look, ["2023"], band_px)) == [0]


@pytest.mark.parametrize("seed", range(8))
def test_no_name_of_any_length_reaches_into_the_next(look: Look, seed: int) -> None:
    random = Random(seed)
    words = ["二零二三年", "第一季", "Shenzhen", "2024", "香港", "co-operation", "新能源汽車"]
    source = [
        " ".join(random.choices(words, k=random.randint(1, 4)))
        for _ in range(random.randint(1, 30))
    ]
    band_px = random.uniform(30, 400)
    names = names_below(look, source, band_px)
    indices = shown(names)
    assert indices[-1] == len(source) - 1
    assert whole(names, source)
    advance = QFontMetricsF(names.font).horizontalAdvance
    halves = {i: max(map(advance, lines)) / 2 for i, lines in names.lines}
    for one, other in pairwise(indices):
        assert halves[one] + halves[other] <= (other - one) * band_px


# --- one under the other -----------------------------------------------------------------------


def test_names_beside_bars_are_no_wider_than_their_room(look: Look) -> None:
    for width in (180.0, 260.0, 500.0):
        names = names_beside(look, PLACES, width, 96)
        assert shown(names) == [0, 1, 2]
        assert whole(names, PLACES)
        assert names.width <= width


def test_names_beside_bars_are_no_higher_than_their_band(look: Look) -> None:
    for band_px in (31.0, 50.0, 64.0, 120.0):
        names = names_beside(look, PLACES, 260, band_px)
        assert all(len(lines) * names.line_px <= band_px for _, lines in names.lines)


def test_of_too_many_names_beside_bars_the_last_is_shown(look: Look) -> None:
    source = [f"{1984 + index}" for index in range(40)]
    names = names_beside(look, source, 300, 12)
    indices = shown(names)
    assert indices[-1] == 39
    assert (indices[1] - indices[0]) * 12 >= names.line_px
