import gc
import weakref
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.animator import Animation, Animator
from kiosk.show.clock import ManualClock
from kiosk.show.easing import ease_out


def linear(t: float) -> float:
    return t


class Mover:
    """Owns an animation and keeps a record of what it was told."""

    def __init__(self, animator: Animator, duration_ms: float = 100, delay_ms: float = 0) -> None:
        self.heard: list[float | str] = []
        self.animation = animator.run(
            duration_ms, self.move, delay_ms=delay_ms, easing=linear, on_done=self.done
        )

    def move(self, value: float) -> None:
        self.heard.append(value)

    def done(self) -> None:
        self.heard.append("done")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def animator(clock: ManualClock) -> Animator:
    return Animator(clock)


@pytest.fixture
def wind(clock: ManualClock, animator: Animator) -> Callable[[float], None]:
    def wind(ms: float) -> None:
        clock.advance(ms)
        animator.tick()

    return wind


Wind = Callable[[float], None]


# --- from 0 to 1 -------------------------------------------------------------------------------


def test_values_go_from_0_at_once_to_exactly_1_then_done(animator: Animator, wind: Wind) -> None:
    mover = Mover(animator)
    assert mover.heard == [0.0]
    for _ in range(4):
        wind(30)
    assert mover.heard == [0.0, 0.3, 0.6, 0.9, 1.0, "done"]


def test_nothing_comes_after_the_end(animator: Animator, wind: Wind) -> None:
    mover = Mover(animator)
    wind(100)
    wind(100)
    assert mover.heard == [0.0, 1.0, "done"]
    assert not mover.animation.running


def test_movement_is_eased_slow_in_and_slow_out_or_as_asked(animator: Animator, wind: Wind) -> None:
    usual: list[float] = []
    out: list[float] = []
    animator.run(100, usual.append)
    animator.run(100, out.append, easing=ease_out)
    wind(25)
    assert usual == [0.0, 0.0625]
    assert out == [0.0, ease_out(0.25)]


def test_a_delayed_one_waits_at_0_and_is_active(animator: Animator, wind: Wind) -> None:
    mover = Mover(animator, delay_ms=50)
    wind(49)
    assert mover.heard == [0.0]
    assert mover.animation.running
    assert animator.active
    wind(11)
    wind(100)
    assert mover.heard == [0.0, 0.1, 1.0, "done"]


def test_without_duration_it_ends_on_the_first_tick(animator: Animator) -> None:
    mover = Mover(animator, duration_ms=0)
    assert mover.heard == [0.0]
    animator.tick()
    assert mover.heard == [0.0, 1.0, "done"]


@given(st.floats(0, 2000), st.floats(0, 500), st.lists(st.floats(0, 500), min_size=1, max_size=30))
def test_whatever_the_frames_values_rise_and_end_exactly(
    duration_ms: float, delay_ms: float, frames_ms: list[float]
) -> None:
    clock = ManualClock()
    animator = Animator(clock)
    values: list[float] = []
    animation = animator.run(duration_ms, values.append, delay_ms=delay_ms)
    for frame_ms in frames_ms:
        clock.advance(frame_ms)
        animator.tick()
    assert values[0] == 0.0
    assert all(a <= b + 1e-15 for a, b in pairwise(values))
    assert animation.running is animator.active
    clock.advance(2501)
    animator.tick()
    assert values[-1] == 1.0
    assert not animator.active


# --- broken off --------------------------------------------------------------------------------


@pytest.mark.parametrize("frames", range(6))
def test_cancelled_at_any_frame_it_stays_where_it_is(
    animator: Animator, wind: Wind, frames: int
) -> None:
    mover = Mover(animator, delay_ms=20)
    for _ in range(frames):
        wind(20)
    heard = list(mover.heard)
    mover.animation.cancel()
    assert not mover.animation.running
    assert not animator.active
    wind(1000)
    assert mover.heard == heard


@pytest.mark.parametrize("frames", range(6))
def test_finished_at_any_frame_it_jumps_to_its_end_once(
    animator: Animator, wind: Wind, frames: int
) -> None:
    mover = Mover(animator, delay_ms=20)
    for _ in range(frames):
        wind(20)
    mover.animation.finish()
    assert mover.heard[-2:] == [1.0, "done"]
    assert not mover.animation.running
    assert not animator.active
    heard = list(mover.heard)
    mover.animation.finish()
    mover.animation.cancel()
    wind(1000)
    assert mover.heard == heard


def test_finishing_a_cancelled_one_does_nothing(animator: Animator) -> None:
    mover = Mover(animator)
    mover.animation.cancel()
    mover.animation.finish()
    assert mover.heard == [0.0]


# --- callbacks that meddle ---------------------------------------------------------------------


def test_a_callback_may_start_another_which_joins_the_next_tick(
    animator: Animator, wind: Wind
) -> None:
    values: list[float] = []
    animator.run(100, lambda _: None, on_done=lambda: start())

    def start() -> None:
        animator.run(100, values.append, easing=linear)

    wind(150)
    assert values == [0.0]
    assert animator.active
    wind(50)
    assert values == [0.0, 0.5]


def test_a_callback_may_cancel_a_later_one_before_its_turn(animator: Animator, wind: Wind) -> None:
    animator.run(10, lambda _: None, on_done=lambda: later.animation.cancel())
    later = Mover(animator)
    wind(10)
    assert later.heard == [0.0]


def test_a_callback_may_finish_a_later_one_before_its_turn(animator: Animator, wind: Wind) -> None:
    animator.run(10, lambda _: None, on_done=lambda: later.animation.finish())
    later = Mover(animator)
    wind(10)
    assert later.heard == [0.0, 1.0, "done"]


@pytest.mark.parametrize("break_off", [Animation.cancel, Animation.finish])
@pytest.mark.parametrize("at", [0.5, 1.0])
def test_a_callback_may_end_its_own_animation(
    animator: Animator, wind: Wind, break_off: Callable[[Animation], None], at: float
) -> None:
    heard: list[float | str] = []

    def move(value: float) -> None:
        heard.append(value)
        if value == at:
            break_off(animation)

    animation = animator.run(100, move, easing=linear, on_done=lambda: heard.append("done"))
    for _ in range(3):
        wind(50)
    expected: list[float | str] = [0.0, 0.5]
    if at == 1.0 or break_off is Animation.finish:
        expected.append(1.0)
    if break_off is Animation.finish:
        expected.append("done")
    assert heard == expected
    assert not animator.active


def test_one_may_be_handed_on_for_ever(animator: Animator, wind: Wind) -> None:
    rounds = 0

    def again() -> None:
        nonlocal rounds
        rounds += 1
        animator.run(100, lambda _: None, on_done=again)

    again()
    for _ in range(1000):
        wind(100)
    assert rounds == 1001


# --- callbacks that raise ----------------------------------------------------------------------


def raise_past_the_start(value: float) -> None:
    if value > 0:
        raise ValueError("broken")


def test_one_that_raises_stops_no_other_and_gets_out_after_the_tick(
    animator: Animator, wind: Wind
) -> None:
    before = Mover(animator)
    broken = animator.run(100, raise_past_the_start)
    after = Mover(animator)
    with pytest.raises(ExceptionGroup) as caught:
        wind(50)
    assert [str(error) for error in caught.value.exceptions] == ["broken"]
    assert before.heard == after.heard == [0.0, 0.5]
    assert not broken.running
    wind(50)
    assert before.heard == after.heard == [0.0, 0.5, 1.0, "done"]
    assert not animator.active


def test_every_error_of_a_tick_gets_out(animator: Animator, wind: Wind) -> None:
    animator.run(100, raise_past_the_start)
    animator.run(0, lambda _: None, on_done=lambda: raise_past_the_start(1))
    with pytest.raises(ExceptionGroup) as caught:
        wind(50)
    assert len(caught.value.exceptions) == 2
    assert not animator.active


def test_one_that_raises_at_its_end_is_not_done(animator: Animator, wind: Wind) -> None:
    done: list[str] = []
    animator.run(100, raise_past_the_start, on_done=lambda: done.append("done"))
    with pytest.raises(ExceptionGroup):
        wind(100)
    assert done == []
    assert not animator.active


def test_one_that_raises_at_once_is_never_started(animator: Animator) -> None:
    with pytest.raises(ZeroDivisionError):
        animator.run(100, lambda value: print(1 / value))
    assert not animator.active


# --- reduced motion ----------------------------------------------------------------------------


def test_in_reduced_motion_everything_ends_on_the_first_tick(clock: ManualClock) -> None:
    animator = Animator(clock, reduced_motion=True)
    mover = Mover(animator, delay_ms=500)
    assert mover.heard == [0.0]
    animator.tick()
    assert mover.heard == [0.0, 1.0, "done"]


def test_motion_reduced_on_the_way_ends_on_the_next_tick(animator: Animator, wind: Wind) -> None:
    mover = Mover(animator)
    wind(10)
    animator.reduced_motion = True
    wind(10)
    assert mover.heard == [0.0, 0.1, 1.0, "done"]


# --- rest --------------------------------------------------------------------------------------


def test_it_wakes_its_ticker_once_each_time_it_leaves_rest(clock: ManualClock) -> None:
    woken: list[str] = []
    animator = Animator(clock, on_wake=lambda: woken.append("woken"))
    assert woken == []
    first = Mover(animator)
    second = Mover(animator)
    assert woken == ["woken"]
    first.animation.cancel()
    second.animation.finish()
    assert not animator.active
    Mover(animator, delay_ms=1000)
    assert woken == ["woken", "woken"]


def test_a_ticker_that_looks_after_each_tick_never_misses_a_start(clock: ManualClock) -> None:
    ticking = False

    def wake() -> None:
        nonlocal ticking
        ticking = True

    animator = Animator(clock, on_wake=wake)
    heard: list[str] = []

    def chain() -> None:
        animator.run(10, lambda _: None, on_done=lambda: heard.append("done"))

    animator.run(10, lambda _: None, on_done=chain)
    while ticking:
        clock.advance(10)
        animator.tick()
        ticking = animator.active
    assert heard == ["done"]


# --- nothing is kept ---------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["time", "cancel", "finish"])
def test_owner_and_animation_die_once_it_has_ended(
    animator: Animator, wind: Wind, ending: str
) -> None:
    mover = Mover(animator)
    if ending == "time":
        wind(100)
    else:
        getattr(mover.animation, ending)()
    owner, animation = weakref.ref(mover), weakref.ref(mover.animation)
    gc.disable()  # so that only a cycle left behind could keep them
    try:
        del mover
        assert owner() is None
        assert animation() is None
    finally:
        gc.enable()


def test_a_handle_that_is_kept_keeps_no_owner(animator: Animator, wind: Wind) -> None:
    mover = Mover(animator)
    animation, owner = mover.animation, weakref.ref(mover)
    wind(100)
    del mover
    assert owner() is None
    assert not animation.running


def test_a_running_one_needs_no_other_hand_to_hold_it(animator: Animator, wind: Wind) -> None:
    values: list[float] = []
    animator.run(100, values.append)
    gc.collect()
    wind(100)
    assert values == [0.0, 1.0]


def test_a_fade_takes_its_time_while_motion_is_reduced(clock: ManualClock) -> None:
    animator = Animator(clock, reduced_motion=True)
    seen: list[float] = []
    animator.run(150, seen.append, easing=linear, is_fade=True)
    for _ in range(3):
        clock.advance(50)
        animator.tick()
    assert seen == pytest.approx([0.0, 1 / 3, 2 / 3, 1.0])
    assert not animator.active
