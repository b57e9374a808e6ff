from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer  # noqa: TID251 -- it is what is looked at

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.toolkit.ticker import FRAME_MS, Ticker


class Show:
    """A ticker with something to move, and a rest that the test chooses."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.rest_ms: float | None = None
        self.animator = Animator(clock)
        self.ticker = Ticker(self.animator, lambda: self.rest_ms)

    def pace_ms(self) -> int | None:
        """How long until the next tick, or None for never."""
        (timer,) = self.ticker.findChildren(QTimer)
        return timer.interval() if timer.isActive() else None


@pytest.fixture
def show(qapp: object, clock: ManualClock) -> Iterator[Show]:
    show = Show(clock)
    yield show
    show.ticker.stop()


def test_it_begins_at_rest(show: Show) -> None:
    assert not show.ticker.running


def test_while_something_moves_it_ticks_at_frame_rate(show: Show) -> None:
    show.rest_ms = 5000.0
    show.animator.run(1000, lambda ratio: None)
    show.ticker.wake()
    for _ in range(5):
        show.clock.advance(100)
        show.ticker.tick()
        assert show.pace_ms() == FRAME_MS


def test_when_all_is_at_rest_and_nothing_is_due_it_stops(show: Show) -> None:
    show.animator.run(100, lambda ratio: None)
    show.ticker.wake()
    show.clock.advance(200)
    show.ticker.tick()
    assert show.pace_ms() is None
    assert not show.ticker.running


def test_at_rest_it_waits_for_what_is_due(show: Show) -> None:
    show.rest_ms = 5000.0
    show.ticker.wake()
    show.ticker.tick()
    assert show.pace_ms() == 5000


def test_it_never_ticks_faster_than_a_frame(show: Show) -> None:
    show.rest_ms = 0.0
    show.ticker.wake()
    show.ticker.tick()
    assert show.pace_ms() == FRAME_MS


def test_waking_takes_it_from_rest_to_frame_rate(show: Show) -> None:
    show.rest_ms = 5000.0
    show.ticker.wake()
    show.ticker.tick()
    show.ticker.wake()
    assert show.pace_ms() == FRAME_MS


def test_waking_what_is_awake_does_not_put_off_the_next_tick(show: Show) -> None:
    show.ticker.wake()
    (timer,) = show.ticker.findChildren(QTimer)
    before = timer.timerId()
    show.ticker.wake()
    assert timer.timerId() == before  # a timer that is started anew gets another number


def test_there_is_one_timer_whatever_happens(show: Show) -> None:
    for rest_ms in (100.0, None, 20.0, None):
        show.rest_ms = rest_ms
        show.ticker.wake()
        show.animator.run(10, lambda ratio: None)
        show.ticker.tick()
        show.clock.advance(20)
        show.ticker.tick()
    assert len(show.ticker.findChildren(QTimer)) == 1


def test_a_stopped_ticker_is_silent(show: Show) -> None:
    show.ticker.wake()
    show.ticker.stop()
    assert show.pace_ms() is None


def test_movement_comes_before_those_who_look_at_it(show: Show) -> None:
    order: list[str] = []
    show.animator.run(100, lambda ratio: order.append(f"moved to {ratio:g}"))
    show.ticker.ticked.connect(lambda: order.append("ticked"))
    order.clear()
    show.clock.advance(100)
    show.ticker.tick()
    assert order == ["moved to 1", "ticked"]


def test_what_begins_in_a_tick_keeps_it_awake(show: Show) -> None:
    show.ticker.ticked.connect(lambda: show.animator.run(100, lambda ratio: None))
    show.ticker.tick()
    assert show.pace_ms() == FRAME_MS
