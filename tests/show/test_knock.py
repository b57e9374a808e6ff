import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.knock import Knock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def knock(clock: ManualClock) -> Knock:
    return Knock(clock)


def tap(clock: ManualClock, knock: Knock, times: int, in_corner: bool = True) -> list[bool]:
    told = []
    for _ in range(times):
        clock.advance(500)
        told.append(knock.tap(in_corner))
    return told


def test_the_fifth_tap_is_a_knock(clock: ManualClock, knock: Knock) -> None:
    assert tap(clock, knock, 5) == [False] * 4 + [True]


def test_after_a_knock_it_counts_anew(clock: ManualClock, knock: Knock) -> None:
    tap(clock, knock, 5)
    assert tap(clock, knock, 5) == [False] * 4 + [True]


def test_each_may_take_two_seconds(clock: ManualClock, knock: Knock) -> None:
    told = []
    for _ in range(5):
        clock.advance(2000)
        told.append(knock.tap(True))
    assert told[-1]


def test_one_that_is_slower_begins_anew(clock: ManualClock, knock: Knock) -> None:
    tap(clock, knock, 4)
    clock.advance(1501)
    assert tap(clock, knock, 5) == [False] * 4 + [True]


def test_one_elsewhere_undoes_all(clock: ManualClock, knock: Knock) -> None:
    tap(clock, knock, 4)
    tap(clock, knock, 1, in_corner=False)
    assert tap(clock, knock, 5) == [False] * 4 + [True]


def test_the_very_first_tap_counts_however_early_it_comes(knock: Knock) -> None:
    assert [knock.tap(True) for _ in range(5)] == [False] * 4 + [True]
