import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.curtain import AWAKE_MS, CLEANING_MS, Curtain, Reason


@pytest.fixture
def curtain(clock: ManualClock) -> Curtain:
    return Curtain(clock)


def test_open_nothing_stands_in_front(curtain: Curtain) -> None:
    curtain.set_open(True, somebody=False)
    assert curtain.reason is None


def test_a_visit_is_not_cut_short_by_the_end_of_the_day(curtain: Curtain) -> None:
    curtain.set_open(False, somebody=True)
    assert curtain.reason is None
    curtain.set_open(False, somebody=False)
    assert curtain.reason is Reason.CLOSED
    curtain.set_open(True, somebody=False)
    assert curtain.reason is None


def test_cleaning_ends_by_itself(curtain: Curtain, clock: ManualClock) -> None:
    curtain.clean()
    clock.advance(CLEANING_MS - 1)
    assert curtain.reason is Reason.CLEANING
    clock.advance(1)
    assert curtain.reason is None


def test_a_paused_exhibition_is_cleaned_and_is_paused_again(
    curtain: Curtain, clock: ManualClock
) -> None:
    curtain.suspended = True
    curtain.clean()
    assert curtain.reason is Reason.CLEANING
    clock.advance(CLEANING_MS)
    assert curtain.reason is Reason.SUSPENDED


def test_a_closed_screen_goes_dark_and_a_touch_lights_it(
    curtain: Curtain, clock: ManualClock
) -> None:
    curtain.set_open(False, somebody=False)
    assert not curtain.dark
    clock.advance(AWAKE_MS)
    assert curtain.dark
    curtain.touch()
    assert not curtain.dark


def test_it_stays_lit_for_a_while_after_closing(curtain: Curtain, clock: ManualClock) -> None:
    clock.advance(AWAKE_MS)
    curtain.set_open(False, somebody=False)
    assert not curtain.dark


def test_only_a_closed_screen_goes_dark(curtain: Curtain, clock: ManualClock) -> None:
    curtain.suspended = True
    curtain.set_open(False, somebody=False)
    clock.advance(AWAKE_MS)
    assert not curtain.dark
