"""What staff do to a programme."""

from collections.abc import Iterable

import pytest

from kiosk.content.programme import Programme, Slot
from kiosk.settings.edits import (
    MOST_SLOTS,
    attract_stepped,
    duplicated,
    moved,
    removed,
    stepped,
    switched,
    timed,
)


def programme(scenes: Iterable[str]) -> Programme:
    """Capitals are shown, and small letters are not."""
    return tuple(Slot(scene=scene.lower(), shown=scene.isupper()) for scene in scenes)


def told(slots: Programme) -> str:
    return "".join(slot.scene.upper() if slot.shown else slot.scene for slot in slots)


@pytest.mark.parametrize(
    ("place", "to", "then"), [(0, 2, "BCAD"), (3, 0, "DABC"), (1, 1, "ABCD"), (2, 3, "ABDC")]
)
def test_a_slot_moves_and_the_others_make_room(place: int, to: int, then: str) -> None:
    assert told(moved(programme("ABCD"), place, to)) == then


def test_a_double_stands_behind_what_it_doubles() -> None:
    assert told(duplicated(programme("AbC"), 1)) == "AbbC"


def test_there_is_an_end_to_doubling() -> None:
    full = programme("A" * MOST_SLOTS)
    assert duplicated(full, 0) == full


def test_something_is_always_shown() -> None:
    one = programme("aBc")
    assert switched(one, 1, on=False) == one
    assert removed(one, 1) == one
    assert told(removed(one, 0)) == "Bc"
    assert told(switched(switched(one, 2, on=True), 1, on=False)) == "abC"


def test_a_time_by_hand_is_kept_within_what_a_slot_may_have() -> None:
    slots = programme("AB")
    assert [slot.dwell_s for slot in timed(slots, 1, 12)] == [None, 12]
    assert timed(slots, 0, 1)[0].dwell_s == 3
    assert timed(slots, 0, 999)[0].dwell_s == 600
    assert timed(timed(slots, 0, 12), 0, None) == slots


@pytest.mark.parametrize(
    ("seconds", "longer", "shorter"),
    [
        (11, 12, 10),
        (12, 14, 11),
        (19.4, 20, 18),
        (29, 30, 28),
        (30, 35, 28),
        (33, 35, 30),
        (120, 150, 115),
        (600, 630, 570),
    ],
)
def test_steps_grow_with_the_time(seconds: float, longer: float, shorter: float) -> None:
    assert stepped(seconds, 1) == longer
    assert stepped(seconds, -1) == shorter


@pytest.mark.parametrize(
    ("seconds", "longer", "shorter"), [(48, 50, 45), (20, 25, 0), (0, 20, 0), (22, 25, 20)]
)
def test_an_attract_screen_is_long_enough_or_not_there(
    seconds: float, longer: float, shorter: float
) -> None:
    assert attract_stepped(seconds, 1) == longer
    assert attract_stepped(seconds, -1) == shorter
