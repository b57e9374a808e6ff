"""Every step is taken back to exactly what was before it."""

import random

import pytest
from pydantic import ValidationError

from kiosk.settings.draft import MOST_STEPS, Draft
from kiosk.settings.layers import Choices
from tests.settings.edits import any_choices, any_edit


def undo_all(draft: Draft) -> int:
    steps = 0
    while draft.can_undo:
        draft.undo()
        steps += 1
    return steps


@pytest.mark.parametrize("seed", range(20))
def test_twenty_edits_are_undone_to_the_first_state_and_redone_to_the_last(seed: int) -> None:
    chance = random.Random(seed)
    first = any_choices(chance)
    draft = Draft(first)
    states: list[Choices] = [dict(first)]
    for _ in range(20):
        any_edit(chance, draft)
        states.append(dict(draft.choices))
    for state in states[-2::-1]:
        draft.undo()
        assert draft.choices == state
    assert draft.choices == first
    assert not draft.can_undo
    for state in states[1:]:
        draft.redo()
        assert draft.choices == state
    assert not draft.can_redo


def test_three_hundred_edits_keep_their_last_two_hundred_steps() -> None:
    chance = random.Random(300)
    draft = Draft(any_choices(chance))
    states = []
    for _ in range(300):
        states.append(draft.choices)
        any_edit(chance, draft)
    last = draft.choices
    assert undo_all(draft) == MOST_STEPS
    assert draft.choices == states[-MOST_STEPS]
    while draft.can_redo:
        draft.redo()
    assert draft.choices == last


def test_steps_go_back_beyond_what_was_applied() -> None:
    draft = Draft({})
    draft.choose({"timing.idle_s": 90})
    draft.apply()
    assert draft.applied == {"timing.idle_s": 90}
    draft.undo()
    assert draft.choices == {}
    draft.apply()
    assert draft.applied == {}


def test_discarding_is_a_step_too() -> None:
    draft = Draft({"timing.idle_s": 90.0})
    draft.choose({"timing.idle_s": 120})
    draft.discard()
    assert draft.choices == {"timing.idle_s": 90}
    draft.undo()
    assert draft.choices == {"timing.idle_s": 120}


def test_choosing_what_is_chosen_is_no_step() -> None:
    draft = Draft({"timing.idle_s": 90.0})
    draft.choose({"timing.idle_s": 90})
    draft.forget(["sound.on"])
    draft.discard()
    assert not draft.can_undo


def test_another_step_after_an_undo_leaves_nothing_to_redo() -> None:
    draft = Draft({})
    draft.choose({"timing.idle_s": 90})
    draft.undo()
    draft.choose({"timing.idle_s": 120})
    assert not draft.can_redo


def test_what_a_key_cannot_have_is_not_drafted() -> None:
    draft = Draft({})
    with pytest.raises(ValidationError):
        draft.choose({"timing.idle_s": 5})
    assert (draft.choices, draft.can_undo) == ({}, False)


def test_a_change_of_the_file_is_followed_by_a_draft_that_changes_nothing() -> None:
    draft = Draft({"timing.idle_s": 90.0})
    draft.rebase({"sound.on": False})
    assert draft.choices == draft.applied == {"sound.on": False}
    draft.undo()
    assert draft.choices == {"timing.idle_s": 90}


def test_what_is_drafted_stays_on_top_of_a_change_of_the_file() -> None:
    draft = Draft({"timing.idle_s": 90.0, "sound.volume": 2, "timing.warning_s": 30.0})
    draft.choose({"timing.idle_s": 120, "staff.corner": "top-right"})
    draft.forget(["sound.volume"])
    draft.rebase({"timing.idle_s": 100.0, "sound.volume": 4, "hours.kept": True})
    assert draft.choices == {"timing.idle_s": 120, "staff.corner": "top-right", "hours.kept": True}
    assert draft.applied == {"timing.idle_s": 100, "sound.volume": 4, "hours.kept": True}
