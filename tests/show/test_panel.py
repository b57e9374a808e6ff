from dataclasses import replace

import pytest

from kiosk.show.panel import HIGHEST_REACH_MM, Panel

STANDING = Panel(diagonal_mm=1092, floor_mm=600, wide_px=1080, high_px=1920)
"""43 inches, upright: 952 mm high."""


def test_a_design_unit_is_as_large_as_the_panel_makes_it() -> None:
    assert STANDING.px_per_mm == pytest.approx(1920 / 952, rel=1e-3)
    assert 96 / STANDING.px_per_mm == pytest.approx(47.6, abs=0.1)
    assert replace(STANDING, diagonal_mm=546).px_per_mm == 2 * STANDING.px_per_mm


def test_heights_count_from_the_floor() -> None:
    assert STANDING.above_floor_mm(1920) == 600
    assert STANDING.above_floor_mm(0) == pytest.approx(600 + 952, abs=1)


@pytest.mark.parametrize(("floor_mm", "needed"), [(400, False), (600, True)])
def test_controls_are_lowered_where_the_highest_is_out_of_reach(
    floor_mm: float, needed: bool
) -> None:
    """448 design units from the top are 730 mm above the lower edge."""
    assert replace(STANDING, floor_mm=floor_mm).needs_reach(448) is needed


def test_what_is_just_in_reach_is_in_reach() -> None:
    floor_mm = HIGHEST_REACH_MM - STANDING.above_floor_mm(448) + STANDING.floor_mm
    assert not replace(STANDING, floor_mm=floor_mm - 0.001).needs_reach(448)
    assert replace(STANDING, floor_mm=floor_mm + 0.001).needs_reach(448)
