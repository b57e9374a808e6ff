"""A clock that cannot be right is found out, and believed again once it can."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.timekeeper import SAVE_EVERY_MS, TOLERANCE, Timekeeper
from kiosk.show.wall_clock import MachineWallClock, ManualWallClock

RELEASED = date(2026, 11, 25)
NOW = datetime(2027, 3, 10, 14, 0)
HOUR = timedelta(hours=1)
HOUR_MS = 3_600_000.0


@pytest.fixture
def wall(clock: ManualClock) -> ManualWallClock:
    return ManualWallClock(NOW, clock)


def keeper(
    wall: ManualWallClock, clock: ManualClock, last_seen: datetime | None = None
) -> Timekeeper:
    return Timekeeper(wall, clock, last_seen, RELEASED)


def test_a_clock_that_gets_on_is_believed(wall: ManualWallClock, clock: ManualClock) -> None:
    kept = keeper(wall, clock, NOW.replace(tzinfo=UTC) - HOUR)
    for _ in range(48):
        clock.advance(HOUR_MS)
        kept.tick()
        assert kept.trusted


def test_a_small_correction_is_no_offence(wall: ManualWallClock, clock: ManualClock) -> None:
    kept = keeper(wall, clock)
    wall.set(NOW - TOLERANCE)
    kept.tick()
    assert kept.trusted


def test_a_clock_that_is_set_back_is_doubted_until_it_is_put_right(
    wall: ManualWallClock, clock: ManualClock
) -> None:
    kept = keeper(wall, clock)
    wall.set(NOW - 2 * HOUR)
    kept.tick()
    assert kept.doubt == "set-back"
    clock.advance(3 * HOUR_MS)  # it now tells more than when it was set back, and is still slow
    kept.tick()
    assert kept.doubt == "set-back"
    wall.set(NOW + 3 * HOUR)
    kept.tick()
    assert kept.trusted


def test_a_clock_that_is_put_forward_is_believed(wall: ManualWallClock, clock: ManualClock) -> None:
    kept = keeper(wall, clock)
    wall.set(NOW + timedelta(days=400))
    kept.tick()
    assert kept.trusted


def test_a_time_before_the_release_is_doubted(clock: ManualClock) -> None:
    wall = ManualWallClock(datetime(1970, 1, 1), clock)
    kept = keeper(wall, clock)
    assert kept.doubt == "before-release"
    wall.set(NOW)
    kept.tick()
    assert kept.trusted


def test_a_machine_that_wakes_before_it_fell_asleep_is_doubted(
    wall: ManualWallClock, clock: ManualClock
) -> None:
    kept = keeper(wall, clock, NOW.replace(tzinfo=UTC) + 30 * HOUR)
    assert kept.doubt == "before-last-seen"
    wall.set(NOW + 31 * HOUR)
    kept.tick()
    assert kept.trusted


@pytest.mark.parametrize("told", [NOW, datetime(2020, 1, 1)])
def test_staff_have_the_last_word(clock: ManualClock, told: datetime) -> None:
    kept = keeper(ManualWallClock(told, clock), clock, datetime(2036, 1, 1, tzinfo=UTC))
    assert not kept.trusted
    kept.believe()
    clock.advance(HOUR_MS)
    kept.tick()
    assert kept.trusted


def test_believed_once_it_can_be_doubted_again(wall: ManualWallClock, clock: ManualClock) -> None:
    kept = keeper(wall, clock, datetime(2036, 1, 1, tzinfo=UTC))
    kept.believe()
    wall.set(NOW - HOUR)
    kept.tick()
    assert kept.doubt == "set-back"


def test_the_hour_that_comes_twice_in_autumn_is_no_offence(clock: ManualClock) -> None:
    wall = ManualWallClock(datetime(2027, 10, 31, 1, 30), clock, ZoneInfo("Europe/London"))
    kept = keeper(wall, clock)
    clock.advance(HOUR_MS)
    assert wall.now() == datetime(2027, 10, 31, 1, 30)
    kept.tick()
    assert kept.trusted


def test_the_time_is_saved_now_and_then(wall: ManualWallClock, clock: ManualClock) -> None:
    kept = keeper(wall, clock)
    assert kept.to_save() == NOW.replace(tzinfo=UTC)
    assert kept.to_save() is None
    clock.advance(SAVE_EVERY_MS)
    kept.tick()
    assert kept.to_save() == wall.universal()


def test_a_doubted_time_is_not_saved_until_it_is_believed(
    wall: ManualWallClock, clock: ManualClock
) -> None:
    kept = keeper(wall, clock, NOW.replace(tzinfo=UTC) + HOUR)
    assert kept.to_save() is None
    kept.believe()
    assert kept.to_save() == NOW.replace(tzinfo=UTC)


def test_the_machine_tells_one_moment_in_both_ways() -> None:
    machine = MachineWallClock()
    apart = machine.now().astimezone() - machine.universal()
    assert abs(apart) < timedelta(minutes=1)
