"""Numbers that move together, and may be sent elsewhere at any time."""

import itertools
from random import Random

import pytest

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.show.glide import GLIDE_MS, Glide


class Rig:
    """A glide of two numbers, wound by hand; `seen` is what it was after each change."""

    def __init__(self, clock: ManualClock, *values: float) -> None:
        self.clock = clock
        self.animator = Animator(clock)
        self.seen: list[list[float]] = []
        self.glide = Glide(self.animator, values, self._note)

    def _note(self) -> None:
        self.seen.append(list(self.glide.values))

    def wind(self, ms: float) -> None:
        while ms > 0:
            self.clock.advance(min(16.0, ms))
            self.animator.tick()
            ms -= 16


@pytest.fixture
def rig(clock: ManualClock) -> Rig:
    return Rig(clock, 0.1, 100.0)


def test_it_ends_exactly_where_it_is_wanted(rig: Rig) -> None:
    targets = [0.30000000000000004, 1 / 3]
    rig.glide.to(targets)
    rig.wind(GLIDE_MS + 16)
    assert rig.glide.values == targets
    assert rig.seen[-1] == targets
    assert not rig.animator.active


def test_each_number_goes_one_way_and_all_arrive_together(rig: Rig) -> None:
    rig.glide.to([1.0, 0.0])
    rig.wind(GLIDE_MS + 16)
    up, down = zip(*rig.seen, strict=True)
    assert list(up) == sorted(up)
    assert list(down) == sorted(down, reverse=True)
    for one, other in zip(up, down, strict=True):
        assert (one - 0.1) / 0.9 == pytest.approx((100 - other) / 100)


def test_sent_elsewhere_on_the_way_it_goes_from_where_it_is(rig: Rig) -> None:
    random = Random(4)
    for _ in range(30):
        before = list(rig.glide.values)
        rig.seen.clear()
        rig.glide.to([random.uniform(0, 1), random.uniform(0, 100)])
        assert rig.glide.values == pytest.approx(before)
        rig.wind(random.choice([16, 100, 300, 600]))
        steps = [abs(b[1] - a[1]) for a, b in itertools.pairwise(rig.seen)]
        assert max(steps, default=0) < 25, "it jumped"


def test_sent_where_it_is_already_nothing_moves(rig: Rig) -> None:
    rig.glide.to([0.1, 100.0])
    assert not rig.animator.active
    assert rig.seen == []


def test_sent_back_to_where_it_is_going_from_it_stays(rig: Rig) -> None:
    rig.glide.to([1.0, 0.0])
    rig.glide.to([0.1, 100.0])
    rig.wind(GLIDE_MS + 16)
    assert rig.glide.values == [0.1, 100.0]


def test_it_jumps_and_forgets_where_it_was_going(rig: Rig) -> None:
    rig.glide.to([1.0, 0.0])
    rig.wind(100)
    rig.glide.jump([0.5, 50.0])
    assert rig.seen[-1] == [0.5, 50.0]
    rig.wind(GLIDE_MS)
    assert rig.glide.values == [0.5, 50.0]


def test_stopped_it_stays_where_it_is(rig: Rig) -> None:
    rig.glide.to([1.0, 0.0])
    rig.wind(200)
    rig.glide.stop()
    here = list(rig.glide.values)
    assert 0 < here[1] < 100
    rig.wind(GLIDE_MS)
    assert rig.glide.values == here
    assert not rig.animator.active


def test_with_reduced_motion_it_is_there_on_the_next_tick(rig: Rig) -> None:
    rig.animator.reduced_motion = True
    rig.glide.to([1.0, 0.0])
    rig.animator.tick()
    assert rig.glide.values == [1.0, 0.0]


def test_what_it_is_handed_stays_as_it_is(rig: Rig) -> None:
    targets = [1.0, 0.0]
    rig.glide.jump(targets)
    rig.glide.to([0.0, 1.0])
    rig.wind(GLIDE_MS + 16)
    assert targets == [1.0, 0.0]


def test_rows_of_another_length_are_refused(rig: Rig) -> None:
    with pytest.raises(ValueError, match="shorter"):
        rig.glide.to([1.0])
