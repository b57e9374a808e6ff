from pathlib import Path

import pytest

from kiosk.show.clock import ManualClock
from kiosk.venue.entrance import Entrance, Question
from kiosk.venue.lock import LOCK_OUT_S, Lock


@pytest.fixture
def lock(tmp_path: Path, clock: ManualClock) -> Lock:
    return Lock(tmp_path, lambda: clock.now_ms() / 1000, clock.now_ms)


def test_the_first_to_come_in_chooses_a_pin_twice(lock: Lock) -> None:
    first = Entrance(lock)
    assert first.question is Question.NEW
    assert not first.answer("2580")
    assert first.question is Question.AGAIN
    assert first.answer("2580")
    second = Entrance(lock)
    assert second.question is Question.PIN
    assert second.answer("2580")


def test_two_different_pins_are_asked_for_anew(lock: Lock) -> None:
    entrance = Entrance(lock)
    entrance.answer("2580")
    assert not entrance.answer("2581")
    assert (entrance.question, entrance.problem) == (Question.NEW, "different")
    assert not lock.has_pin


def test_too_easy_a_pin_is_refused_at_once(lock: Lock) -> None:
    entrance = Entrance(lock)
    entrance.answer("1234")
    assert (entrance.question, entrance.problem) == (Question.NEW, "in-sequence")


def test_wrong_answers_are_counted_until_nobody_may_try(lock: Lock, clock: ManualClock) -> None:
    lock.choose("2580")
    entrance = Entrance(lock)
    for left in (4, 3, 2, 1):
        assert not entrance.answer("1111")
        assert (entrance.problem, entrance.tries_left) == ("wrong", left)
    entrance.answer("1111")
    assert entrance.wait_s == LOCK_OUT_S
    assert not entrance.answer("2580")
    clock.advance(LOCK_OUT_S * 1000)
    assert entrance.answer("2580")


def test_a_right_answer_makes_up_for_the_wrong_ones(lock: Lock) -> None:
    lock.choose("2580")
    entrance = Entrance(lock)
    entrance.answer("1111")
    entrance.answer("2580")
    assert Entrance(lock).tries_left == 5


def test_who_is_in_may_choose_another_pin(lock: Lock) -> None:
    lock.choose("2580")
    entrance = Entrance(lock, new=True)
    entrance.answer("3691")
    assert entrance.answer("3691")
    assert not Entrance(lock).answer("2580")


def test_a_lock_that_cannot_be_read_says_so(lock: Lock, tmp_path: Path) -> None:
    (tmp_path / "staff.json").write_text("no json")
    lock.look()
    assert Entrance(lock).problem == "broken"
