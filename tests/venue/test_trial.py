"""Whether a new version is kept, from start to start."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.venue.machine import Trouble
from kiosk.venue.trial import FILE, judged, read_trial, speaks_against, started, write_trial
from kiosk.venue.update_status import Trial

BEGUN = Trial("2.0", 0, "running")
ON = replace(BEGUN, starts=1)
NOON = datetime(2026, 11, 25, 12)


def test_a_version_is_kept_once_it_has_shown_the_whole_tour() -> None:
    assert judged(ON, pictures=0, rounds=0, has_trouble=False) == ON
    assert judged(ON, pictures=9, rounds=0, has_trouble=False) == ON
    assert judged(ON, pictures=0, rounds=1, has_trouble=False) == ON, "nobody has seen it"
    assert judged(ON, pictures=9, rounds=1, has_trouble=False).state == "passed"


def test_a_trouble_speaks_against_it_even_in_its_last_moment() -> None:
    failed = judged(ON, pictures=9, rounds=1, has_trouble=True)
    assert (failed.state, failed.reason) == ("failed", "trouble")


def test_it_gets_a_second_start_and_no_third() -> None:
    second = started(started(BEGUN, "2.0"), "2.0")
    assert (second.state, second.starts) == ("running", 2)
    third = started(second, "2.0")
    assert (third.state, third.reason) == ("failed", "no-start")


def test_a_version_that_staff_have_left_is_on_trial_no_more() -> None:
    assert started(ON, "1.0").reason == "by-hand"
    assert started(BEGUN, "1.0") == Trial(), "it was never switched to"


@pytest.mark.parametrize("state", ["none", "passed", "failed"])
def test_what_is_over_stays_over(state: str) -> None:
    over = replace(ON, state=state)
    assert started(over, "2.0") == over
    assert judged(over, pictures=1, rounds=1, has_trouble=True) == over


def test_only_new_troubles_of_the_program_count() -> None:
    old = Trouble(NOON, "failed", "ValueError", 1)
    assert not speaks_against((old,), (old,))
    assert not speaks_against((Trouble(NOON, "voice-failed"), old), (old,))
    assert speaks_against((replace(old, count=2),), (old,)), "it has come again"
    assert speaks_against((Trouble(NOON, "failed", "KeyError"), old), (old,))


def test_a_trial_outlasts_the_process(tmp_path: Path) -> None:
    write_trial(tmp_path, ON)
    assert read_trial(tmp_path) == ON


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "state": "odd"}', "\0"])
def test_a_damaged_file_is_no_trial(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read_trial(tmp_path) == Trial()
