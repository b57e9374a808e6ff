import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.tour import Hold, Tour

DWELLS_MS = (10_000.0, 20_000.0, 8_000.0)
IDLE_MS = 60_000.0


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def tour(clock: ManualClock) -> Tour:
    return Tour(clock, DWELLS_MS, IDLE_MS)


def wind(clock: ManualClock, tour: Tour, ms: float) -> None:
    clock.advance(ms)
    tour.tick()


# --- by itself ---------------------------------------------------------------------------------


def test_it_plays_from_the_first_scene_on(tour: Tour) -> None:
    assert (tour.index, tour.progress, tour.cycles) == (0, 0.0, 0)
    assert (tour.playing, tour.hold, tour.off_tour) == (True, Hold.NONE, False)


def test_each_scene_has_its_dwell(clock: ManualClock, tour: Tour) -> None:
    seen = []
    for _ in range(38):
        seen.append(tour.index)
        wind(clock, tour, 1000)
    assert seen == [0] * 10 + [1] * 20 + [2] * 8
    assert tour.index == 0


def test_progress_and_seconds_left_go_with_the_clock(clock: ManualClock, tour: Tour) -> None:
    clock.advance(2500)
    assert tour.progress == 0.25
    assert tour.seconds_left == 7.5


def test_progress_does_not_overshoot_before_the_tick(clock: ManualClock, tour: Tour) -> None:
    clock.advance(12_000)
    assert tour.progress == 1.0
    assert tour.seconds_left == 0.0


def test_only_a_tick_moves_on(clock: ManualClock, tour: Tour) -> None:
    clock.advance(12_000)
    assert tour.index == 0
    tour.tick()
    assert tour.index == 1
    assert tour.progress == 0.0


def test_rounds_are_counted_when_completed_by_itself(clock: ManualClock, tour: Tour) -> None:
    for expected in (0, 0, 1, 1, 1, 2):
        wind(clock, tour, 20_000)
        assert tour.cycles == expected


def test_rounds_are_not_counted_when_a_visitor_goes_round(tour: Tour) -> None:
    for _ in range(3):
        tour.next()
    assert (tour.index, tour.cycles) == (0, 0)


def test_a_machine_that_slept_moves_one_scene_a_tick(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 24 * 3_600_000)
    assert (tour.index, tour.progress) == (1, 0.0)
    tour.tick()
    assert tour.index == 1


def test_a_tour_of_one_scene_comes_round_to_it(clock: ManualClock) -> None:
    tour = Tour(clock, [5000], IDLE_MS)
    wind(clock, tour, 5000)
    assert (tour.index, tour.progress, tour.cycles) == (0, 0.0, 1)


# --- held by a visitor -------------------------------------------------------------------------


def test_a_touch_holds_the_scene_and_its_time(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.touch()
    wind(clock, tour, IDLE_MS - 1)
    assert (tour.index, tour.progress, tour.hold) == (0, 0.4, Hold.TOUCH)
    assert not tour.playing


def test_it_goes_on_where_it_stopped(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.touch()
    wind(clock, tour, IDLE_MS)
    assert (tour.index, tour.progress, tour.playing) == (0, 0.4, True)
    wind(clock, tour, 5999)
    assert tour.index == 0
    wind(clock, tour, 1)
    assert tour.index == 1


def test_every_touch_begins_the_idle_time_again(clock: ManualClock, tour: Tour) -> None:
    for _ in range(5):
        tour.touch()
        wind(clock, tour, IDLE_MS - 1)
        assert not tour.playing
    wind(clock, tour, 1)
    assert tour.playing


def test_a_machine_that_slept_while_held_only_goes_on(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.touch()
    wind(clock, tour, 24 * 3_600_000)
    assert (tour.index, tour.progress, tour.playing) == (0, 0.4, True)


def test_touched_as_the_dwell_runs_out_the_scene_stays(clock: ManualClock, tour: Tour) -> None:
    clock.advance(10_500)
    tour.touch()
    tour.tick()
    assert (tour.index, tour.progress) == (0, 1.0)
    wind(clock, tour, IDLE_MS)
    assert tour.index == 0
    tour.tick()
    assert tour.index == 1


# --- led by a visitor --------------------------------------------------------------------------


def test_next_and_previous_wrap_round(tour: Tour) -> None:
    tour.previous()
    assert tour.index == 2
    tour.next()
    assert tour.index == 0


@pytest.mark.parametrize(("asked", "index"), [(1, 1), (2, 2), (3, 0), (-1, 2)])
def test_go_goes_anywhere(tour: Tour, asked: int, index: int) -> None:
    tour.go(asked)
    assert tour.index == index


@pytest.mark.parametrize("asked", [0, 1])
def test_the_new_scene_begins_its_dwell_and_is_held(
    clock: ManualClock, tour: Tour, asked: int
) -> None:
    wind(clock, tour, 4000)
    tour.go(asked)
    wind(clock, tour, IDLE_MS - 1)
    assert (tour.index, tour.progress, tour.hold) == (asked, 0.0, Hold.TOUCH)
    wind(clock, tour, 1)
    assert tour.playing
    wind(clock, tour, DWELLS_MS[asked] - 1)
    assert tour.index == asked


# --- paused ------------------------------------------------------------------------------------


def test_a_pause_outlasts_touches_and_other_scenes(tour: Tour) -> None:
    tour.toggle_pause()
    tour.touch()
    tour.next()
    assert (tour.index, tour.hold, tour.playing) == (1, Hold.PAUSED, False)


def test_toggled_again_it_plays_at_once(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.toggle_pause()
    wind(clock, tour, 30_000)
    tour.touch()  # the finger on the button, before the button acts
    tour.toggle_pause()
    assert (tour.playing, tour.progress) == (True, 0.4)
    wind(clock, tour, 6000)
    assert tour.index == 1


def test_a_pause_ends_with_the_idle_time(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.toggle_pause()
    wind(clock, tour, IDLE_MS - 1)
    tour.touch()
    wind(clock, tour, IDLE_MS - 1)
    assert tour.hold is Hold.PAUSED
    wind(clock, tour, 1)
    assert (tour.hold, tour.playing, tour.progress) == (Hold.NONE, True, 0.4)


# --- beside the tour ---------------------------------------------------------------------------


def test_the_tour_waits_while_the_visitor_is_at_the_prologue(
    clock: ManualClock, tour: Tour
) -> None:
    wind(clock, tour, 4000)
    tour.leave()
    wind(clock, tour, IDLE_MS - 1)
    assert (tour.off_tour, tour.playing) == (True, False)
    tour.come_back()
    assert (tour.off_tour, tour.index, tour.progress) == (False, 0, 0.4)
    assert tour.hold is Hold.TOUCH


def test_a_forgotten_prologue_gives_way_to_the_tour(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.leave()
    wind(clock, tour, IDLE_MS)
    assert (tour.off_tour, tour.index, tour.progress, tour.playing) == (False, 0, 0.4, True)


def test_a_scene_asked_for_at_the_prologue_is_on_the_tour(tour: Tour) -> None:
    tour.leave()
    tour.go(2)
    assert (tour.off_tour, tour.index) == (False, 2)


def test_nothing_plays_beside_the_tour_even_when_asked_to(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.leave()
    tour.toggle_pause()
    tour.toggle_pause()
    wind(clock, tour, IDLE_MS - 1)
    assert (tour.playing, tour.progress) == (False, 0.4)
    wind(clock, tour, 1)
    assert (tour.off_tour, tour.playing, tour.progress) == (False, True, 0.4)


# --- other dwells ------------------------------------------------------------------------------


@pytest.mark.parametrize("held", [False, True])
def test_other_dwells_keep_the_scene_and_its_share(
    clock: ManualClock, tour: Tour, held: bool
) -> None:
    wind(clock, tour, 4000)
    if held:
        tour.touch()
    tour.set_dwells([20_000, 20_000, 20_000])
    assert (tour.index, tour.progress, tour.seconds_left) == (0, 0.4, 12.0)
    assert tour.playing is not held


@pytest.mark.parametrize("held", [False, True])
def test_a_dwell_can_begin_anew(clock: ManualClock, tour: Tour, held: bool) -> None:
    wind(clock, tour, 4000)
    if held:
        tour.touch()
    tour.restart_dwell()
    assert (tour.progress, tour.playing) == (0.0, not held)


@pytest.mark.parametrize("dwells_ms", [[], [0], [1000, -1]])
def test_a_scene_has_to_have_a_dwell(clock: ManualClock, dwells_ms: list[float]) -> None:
    with pytest.raises(ValueError, match="dwells above zero"):
        Tour(clock, dwells_ms, IDLE_MS)


@pytest.mark.parametrize(
    ("dwells_ms", "complaint"),
    [([1000, 1000], "2 dwells for 3 scenes"), ([1000, 0, 1000], "dwells above zero")],
)
def test_other_dwells_have_to_fit_the_scenes(
    clock: ManualClock, tour: Tour, dwells_ms: list[float], complaint: str
) -> None:
    wind(clock, tour, 4000)
    with pytest.raises(ValueError, match=complaint):
        tour.set_dwells(dwells_ms)
    assert tour.progress == 0.4


def test_the_idle_time_may_change_while_it_runs(clock: ManualClock, tour: Tour) -> None:
    tour.touch()
    wind(clock, tour, 30_000)
    tour.idle_ms = 40_000
    assert tour.next_due_ms() == 10_000


# --- when to look again ------------------------------------------------------------------------


def test_what_is_due_next_is_the_next_scene_or_the_end_of_the_idle_time(
    clock: ManualClock, tour: Tour
) -> None:
    clock.advance(4000)
    assert tour.next_due_ms() == 6000
    tour.touch()
    clock.advance(1000)
    assert tour.next_due_ms() == IDLE_MS - 1000
    clock.advance(IDLE_MS)
    assert tour.next_due_ms() == 0
    tour.tick()
    assert tour.next_due_ms() == 6000
