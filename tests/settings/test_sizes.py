"""The sizes and heights that a panel's measures are stepped through."""

import pytest

from kiosk.settings.model import Panel
from kiosk.settings.sizes import (
    FLOOR_MM,
    MM_PER_INCH,
    USUAL_INCHES,
    inches,
    next_diagonal_mm,
    next_floor_mm,
)


def test_a_panel_of_unknown_size_begins_at_a_usual_one() -> None:
    assert inches(next_diagonal_mm(None, 1)) in USUAL_INCHES
    assert next_floor_mm(None, -1) % 50 == 0


def test_steps_go_through_every_usual_size_and_stop_at_the_ends() -> None:
    mm, seen = USUAL_INCHES[0] * MM_PER_INCH, []
    for _ in range(len(USUAL_INCHES) + 2):
        seen.append(inches(mm))
        mm = next_diagonal_mm(mm, 1)
    assert tuple(dict.fromkeys(seen)) == USUAL_INCHES
    assert inches(next_diagonal_mm(USUAL_INCHES[0] * MM_PER_INCH, -1)) == USUAL_INCHES[0]


@pytest.mark.parametrize(("step", "expected"), [(1, 55), (-1, 50)])
def test_a_size_from_the_file_goes_to_the_next_usual_one(step: int, expected: float) -> None:
    assert inches(next_diagonal_mm(52.3 * MM_PER_INCH, step)) == expected


def test_a_height_from_the_file_goes_to_the_next_five_centimetres() -> None:
    assert next_floor_mm(873, 1) == 900
    assert next_floor_mm(873, -1) == 850
    assert next_floor_mm(850, 1) == 900


def test_no_step_leaves_what_the_settings_allow() -> None:
    for mm in (next_diagonal_mm(USUAL_INCHES[0] * MM_PER_INCH, -1), next_diagonal_mm(9999, 1)):
        assert Panel(diagonal_mm=mm).diagonal_mm == mm
    low, high = FLOOR_MM
    assert next_floor_mm(low, -1) == low
    assert next_floor_mm(high, 1) == high
    assert Panel(floor_mm=high).floor_mm == high
