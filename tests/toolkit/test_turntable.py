import itertools

import pytest
from PySide6.QtCore import QPointF

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.toolkit.assembly import Pose
from kiosk.toolkit.turntable import HOME_MS, SPIN_MS, Turntable

HOME = Pose(-30.0, 15.0, 0.0)


class Table:
    """A turntable and its time."""

    def __init__(self, reduced_motion: bool = False) -> None:
        self.clock = ManualClock()
        self.animator = Animator(self.clock, reduced_motion)
        self.seen: list[Pose] = []
        self.table = Turntable(self.animator, HOME, lambda: self.seen.append(self.table.pose))
        self.drift = self.animator.drift(lambda ms: self.table.live(ms, free=True))

    def wind(self, ms: float) -> None:
        while ms > 0:
            self.clock.advance(16)
            self.animator.tick()
            ms -= 16

    def drag(self, *points: tuple[float, float], pace_ms: float = 16) -> None:
        for x, y in points:
            self.table.touch(QPointF(x, y))
            self.wind(pace_ms)

    def turned(self) -> float:
        return self.table.pose.yaw - HOME.yaw


@pytest.fixture
def table() -> Table:
    return Table()


# --- the finger --------------------------------------------------------------------------------


def test_the_model_follows_the_finger_sideways(table: Table) -> None:
    table.drag((100, 100), (200, 100))
    right = table.turned()
    assert 20 < right < 50
    table.drag((100, 100))
    assert table.turned() == pytest.approx(0)


def test_it_can_be_looked_at_from_above_and_no_further(table: Table) -> None:
    table.drag((0, 0), (0, 40))
    assert table.table.pose.pitch > HOME.pitch
    table.drag((0, 5000))
    assert table.table.pose.pitch == 42
    table.drag((0, -5000))
    assert table.table.pose.pitch == -4


def test_a_finger_that_only_comes_down_turns_nothing(table: Table) -> None:
    table.drag((500, 40))
    table.table.leave()
    table.drag((10, 300))
    assert table.table.pose == HOME


def test_swung_it_turns_on_and_comes_to_rest(table: Table) -> None:
    table.drag(*((x, 0) for x in range(0, 200, 20)))
    at_once = table.turned()
    table.table.lift()
    angles = []
    for _ in range(10):
        table.wind(SPIN_MS / 10)
        angles.append(table.turned())
    steps = [after - before for before, after in itertools.pairwise([at_once, *angles])]
    assert steps[0] > 5
    assert steps == sorted(steps, reverse=True)
    table.wind(3000)
    assert table.turned() == pytest.approx(angles[-1], abs=1)


def test_held_still_before_it_is_let_go_it_stays(table: Table) -> None:
    table.drag((0, 0), (60, 0), (120, 0))
    table.wind(400)
    at_rest = table.turned()
    table.table.lift()
    table.wind(2000)
    assert table.turned() == at_rest


def test_a_finger_stops_it_in_its_swing(table: Table) -> None:
    table.drag(*((x, 0) for x in range(0, 200, 20)))
    table.table.lift()
    table.wind(100)
    table.drag((300, 0))
    caught = table.turned()
    table.wind(800)
    assert table.turned() == caught


def test_a_finger_that_was_meant_for_something_else_turns_it_back(table: Table) -> None:
    table.drag((0, 0), (100, 30), (150, 60))
    table.table.lose()
    assert table.table.pose == HOME


# --- by itself ---------------------------------------------------------------------------------


def test_left_alone_it_begins_to_turn_slowly(table: Table) -> None:
    table.wind(1000)
    assert table.turned() == 0
    table.wind(9000)
    assert table.turned() > 20
    yaws = [pose.yaw for pose in table.seen]
    fastest = max(after - before for before, after in itertools.pairwise(yaws))
    assert 0 < fastest <= 12 * 0.016


def test_once_touched_it_stands_until_it_is_home_again(table: Table) -> None:
    table.drag((0, 0), (100, 0))
    table.wind(200)
    table.table.lift()
    table.wind(5000)
    still = table.turned()
    table.wind(30_000)
    assert table.turned() == still
    table.table.go_home()
    table.wind(HOME_MS + 32)
    assert table.turned() == pytest.approx(0)
    table.wind(10_000)
    assert table.turned() > 20


def test_home_is_reached_the_shorter_way_round(table: Table) -> None:
    table.table.put(Pose(HOME.yaw + 350, 30, 1.0))
    table.table.go_home()
    table.wind(HOME_MS / 2)
    assert 350 < table.turned() < 360
    table.wind(HOME_MS)
    assert table.turned() % 360 == pytest.approx(0)
    assert (table.table.pose.pitch, table.table.pose.apart) == (HOME.pitch, 0)


def test_it_comes_apart_gliding(table: Table) -> None:
    table.table.take_apart(1.0, 300)
    table.wind(150)
    assert 0.3 < table.table.pose.apart < 1
    table.wind(200)
    assert table.table.pose.apart == 1


def test_a_finger_that_turns_it_does_not_keep_it_from_coming_apart(table: Table) -> None:
    table.table.take_apart(1.0, 300)
    table.drag(*((x, 0) for x in range(0, 400, 16)))
    assert table.table.pose.apart == 1
    assert table.turned() > 60


def test_halted_it_stays_and_finished_it_is_there(table: Table) -> None:
    table.table.take_apart(1.0, 300)
    table.wind(100)
    table.table.halt()
    halfway = table.table.pose.apart
    table.wind(500)
    assert table.table.pose.apart == halfway
    table.table.take_apart(1.0, 300)
    table.table.finish()
    assert table.table.pose.apart == 1
    assert not table.animator.active


def test_with_reduced_motion_it_turns_only_under_the_finger() -> None:
    table = Table(reduced_motion=True)
    table.wind(20_000)
    assert table.table.pose == HOME
    table.drag((0, 0), (100, 0), (200, 0))
    there = table.turned()
    table.table.lift()
    table.wind(2000)
    assert table.turned() == there > 40
