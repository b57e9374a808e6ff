import math

import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.programme import Place
from kiosk.show.tour import Hold, Tour

DWELLS_MS = (10_000.0, 20_000.0, 8_000.0)
A_WHILE_MS = 60_000.0


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def tour(clock: ManualClock) -> Tour:
    return Tour(clock, DWELLS_MS)


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
    tour = Tour(clock, [5000])
    wind(clock, tour, 5000)
    assert (tour.index, tour.progress, tour.cycles) == (0, 0.0, 1)


# --- held --------------------------------------------------------------------------------------


def test_held_the_scene_and_its_time_stand_still(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.hold_on()
    wind(clock, tour, 24 * 3_600_000)
    assert (tour.index, tour.progress, tour.hold) == (0, 0.4, Hold.HELD)
    assert not tour.playing


def test_it_goes_on_where_it_stopped(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.hold_on()
    wind(clock, tour, A_WHILE_MS)
    tour.go_on()
    assert (tour.index, tour.progress, tour.playing) == (0, 0.4, True)
    wind(clock, tour, 5999)
    assert tour.index == 0
    wind(clock, tour, 1)
    assert tour.index == 1


def test_held_as_the_dwell_runs_out_the_scene_stays(clock: ManualClock, tour: Tour) -> None:
    clock.advance(10_500)
    tour.hold_on()
    tour.tick()
    assert (tour.index, tour.progress) == (0, 1.0)
    tour.go_on()
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
    wind(clock, tour, A_WHILE_MS)
    assert (tour.index, tour.progress, tour.hold) == (asked, 0.0, Hold.HELD)


def test_wherever_a_visitor_goes_it_goes_on_where_it_stopped(
    clock: ManualClock, tour: Tour
) -> None:
    wind(clock, tour, 4000)
    tour.next()
    tour.toggle_pause()
    tour.toggle_pause()  # it plays from there, as they wish
    wind(clock, tour, 20_000)
    assert tour.index == 2
    tour.leave()
    tour.go_on()
    assert (tour.index, tour.progress, tour.off_tour, tour.playing) == (0, 0.4, False, True)


def test_it_can_be_shown_where_it_stopped_before_it_goes_on(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.go(2)
    tour.return_to_stop()
    wind(clock, tour, A_WHILE_MS)
    assert (tour.index, tour.progress, tour.hold) == (0, 0.4, Hold.HELD)


# --- paused ------------------------------------------------------------------------------------


def test_a_pause_outlasts_touches_and_other_scenes(tour: Tour) -> None:
    tour.toggle_pause()
    tour.hold_on()
    tour.next()
    assert (tour.index, tour.hold, tour.playing) == (1, Hold.PAUSED, False)


def test_toggled_again_it_plays_at_once(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.toggle_pause()
    wind(clock, tour, 30_000)
    tour.hold_on()  # the finger on the button, before the button acts
    tour.toggle_pause()
    assert (tour.playing, tour.progress) == (True, 0.4)
    wind(clock, tour, 6000)
    assert tour.index == 1


def test_a_pause_ends_when_the_tour_goes_on(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.toggle_pause()
    tour.go_on()
    assert (tour.hold, tour.playing, tour.progress) == (Hold.NONE, True, 0.4)


# --- beside the tour ---------------------------------------------------------------------------


def test_the_tour_waits_while_the_visitor_is_at_the_prologue(
    clock: ManualClock, tour: Tour
) -> None:
    wind(clock, tour, 4000)
    tour.leave()
    wind(clock, tour, A_WHILE_MS)
    assert (tour.off_tour, tour.playing) == (True, False)
    tour.come_back()
    assert (tour.off_tour, tour.index, tour.progress) == (False, 0, 0.4)
    assert tour.hold is Hold.HELD


def test_a_forgotten_prologue_gives_way_to_the_tour(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.leave()
    tour.go_on()
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
    wind(clock, tour, A_WHILE_MS)
    assert (tour.playing, tour.progress) == (False, 0.4)


# --- other dwells ------------------------------------------------------------------------------


@pytest.mark.parametrize("held", [False, True])
def test_other_dwells_keep_the_scene_and_its_share(
    clock: ManualClock, tour: Tour, held: bool
) -> None:
    wind(clock, tour, 4000)
    if held:
        tour.hold_on()
    tour.set_dwells([20_000, 20_000, 20_000])
    assert (tour.index, tour.progress, tour.seconds_left) == (0, 0.4, 12.0)
    assert tour.playing is not held


@pytest.mark.parametrize("held", [False, True])
def test_a_dwell_can_begin_anew(clock: ManualClock, tour: Tour, held: bool) -> None:
    wind(clock, tour, 4000)
    if held:
        tour.hold_on()
    tour.restart_dwell()
    assert (tour.progress, tour.playing) == (0.0, not held)


@pytest.mark.parametrize("dwells_ms", [[], [0], [1000, -1]])
def test_a_scene_has_to_have_a_dwell(clock: ManualClock, dwells_ms: list[float]) -> None:
    with pytest.raises(ValueError, match="dwells above zero"):
        Tour(clock, dwells_ms)


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


def test_where_it_stopped_is_kept_in_other_dwells(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.next()
    tour.set_dwells([20_000, 20_000, 20_000])
    tour.go_on()
    assert (tour.index, tour.progress, tour.seconds_left) == (0, 0.4, 12.0)


# --- when to look again ------------------------------------------------------------------------


def test_what_is_due_next_is_the_next_scene(clock: ManualClock, tour: Tour) -> None:
    clock.advance(4000)
    assert tour.next_due_ms() == 6000
    tour.hold_on()
    assert tour.next_due_ms() == math.inf


# --- another round -----------------------------------------------------------------------------

TURNED_ROUND = (Place(2, True), Place(1, True), Place(0, True))
WITHOUT_THE_SECOND = (Place(0, True), Place(1, False), Place(1, True))


def test_a_scene_that_is_in_another_round_too_goes_on(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 4000)
    tour.set_round([5000, 6000, 7000, 8000], TURNED_ROUND)
    assert (tour.scene_count, tour.index, tour.progress) == (4, 2, pytest.approx(0.4))
    assert tour.playing
    wind(clock, tour, 4201)
    assert tour.index == 3


def test_in_place_of_one_that_is_gone_the_next_begins(clock: ManualClock, tour: Tour) -> None:
    wind(clock, tour, 10_000)
    wind(clock, tour, 4000)
    tour.set_round([10_000, 8000], WITHOUT_THE_SECOND)
    assert (tour.index, tour.progress) == (1, 0.0)


def test_taken_as_the_dwell_runs_out_the_scene_that_follows_comes(
    clock: ManualClock, tour: Tour
) -> None:
    clock.advance(10_000)
    tour.set_round([9000, 9000, 9000, 9000], TURNED_ROUND)
    tour.tick()
    assert (tour.index, tour.progress) == (3, 0.0)


def test_it_goes_on_where_it_stopped_wherever_that_scene_now_stands(
    clock: ManualClock, tour: Tour
) -> None:
    wind(clock, tour, 4000)
    tour.go(1)
    tour.set_round([8000, 20_000, 10_000], TURNED_ROUND)
    assert (tour.index, tour.hold) == (1, Hold.HELD)
    tour.go_on()
    assert (tour.index, tour.progress, tour.playing) == (2, pytest.approx(0.4), True)


def test_where_it_stopped_at_one_that_is_gone_the_next_begins(
    clock: ManualClock, tour: Tour
) -> None:
    wind(clock, tour, 10_000)
    wind(clock, tour, 4000)
    tour.go(2)
    tour.set_round([10_000, 8000], WITHOUT_THE_SECOND)
    tour.go_on()
    assert (tour.index, tour.progress) == (1, 0.0)


def test_paused_it_stays_paused_and_beside_the_tour_there(tour: Tour) -> None:
    tour.leave()
    tour.toggle_pause()
    tour.set_round([9000, 9000, 9000], TURNED_ROUND)
    assert (tour.index, tour.off_tour, tour.hold) == (2, True, Hold.PAUSED)


def test_a_round_that_does_not_fit_is_refused(tour: Tour) -> None:
    with pytest.raises(ValueError, match="2 places for 3 scenes"):
        tour.set_round([9000, 9000], TURNED_ROUND[:2])
    with pytest.raises(ValueError, match="above zero"):
        tour.set_round([], TURNED_ROUND)
