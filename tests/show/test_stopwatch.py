import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.stopwatch import Stopwatch


@pytest.fixture
def clock() -> ManualClock:
    clock = ManualClock()
    clock.advance(1000)
    return clock


@pytest.fixture
def stopwatch(clock: ManualClock) -> Stopwatch:
    return Stopwatch(clock)


def test_it_runs_from_its_creation_on(clock: ManualClock, stopwatch: Stopwatch) -> None:
    assert stopwatch.elapsed_ms == 0
    clock.advance(30)
    assert stopwatch.elapsed_ms == 30


def test_it_goes_on_where_it_stood(clock: ManualClock, stopwatch: Stopwatch) -> None:
    clock.advance(30)
    stopwatch.run(False)
    clock.advance(500)
    assert stopwatch.elapsed_ms == 30
    stopwatch.run(True)
    clock.advance(5)
    assert stopwatch.elapsed_ms == 35


def test_stopping_and_starting_rounds_nothing(clock: ManualClock, stopwatch: Stopwatch) -> None:
    stopwatch.set(0.1)
    stopwatch.run(False)
    clock.advance(1e6)
    stopwatch.run(True)
    assert stopwatch.elapsed_ms == 0.1


def test_stopping_and_starting_twice_changes_nothing(
    clock: ManualClock, stopwatch: Stopwatch
) -> None:
    clock.advance(30)
    stopwatch.run(True)
    clock.advance(10)
    stopwatch.run(False)
    clock.advance(10)
    stopwatch.run(False)
    assert stopwatch.elapsed_ms == 40


@pytest.mark.parametrize("running", [True, False])
def test_it_can_be_set_running_or_not(
    clock: ManualClock, stopwatch: Stopwatch, running: bool
) -> None:
    clock.advance(30)
    stopwatch.run(running)
    stopwatch.set(7)
    assert stopwatch.elapsed_ms == 7
    clock.advance(100)
    assert stopwatch.elapsed_ms == (107 if running else 7)
