import math

import pytest

from kiosk.show.clock import ManualClock
from kiosk.show.preferences import Preferences
from kiosk.show.tour import Tour
from kiosk.show.visit import Timing, Visit, VisitState

DWELLS_MS = (10_000.0, 20_000.0, 8_000.0)
ROUND_MS = sum(DWELLS_MS)
TIMING = Timing(attract_ms=48_000, idle_ms=60_000, warning_ms=25_000)
WITHOUT_ATTRACT = Timing(attract_ms=0, idle_ms=60_000, warning_ms=25_000)
PREFERENCES = Preferences("zh-Hant")
ENGLISH = Preferences("en", large_text=True, high_contrast=True, reach=True, volume=5)


class House:
    def __init__(self, timing: Timing) -> None:
        self.clock = ManualClock()
        self.tour = Tour(self.clock, DWELLS_MS)
        self.visit = Visit(self.clock, self.tour, timing, PREFERENCES)

    @property
    def state(self) -> VisitState:
        return self.visit.state

    def wind(self, ms: float, in_gesture: bool = False, step: float = 500) -> None:
        while ms > 0:
            self.clock.advance(min(step, ms))
            self.visit.tick(in_gesture)
            ms -= step


@pytest.fixture
def house() -> House:
    return House(TIMING)


# --- with nobody here --------------------------------------------------------------------------


def test_it_invites_then_plays_a_round_then_invites_again(house: House) -> None:
    assert house.state is VisitState.ATTRACT
    assert not house.tour.playing
    house.wind(48_000)
    assert (house.state, house.tour.index, house.tour.progress) == (VisitState.TOUR, 0, 0.0)
    house.wind(ROUND_MS - 500)
    assert (house.state, house.tour.index) == (VisitState.TOUR, 2)
    house.wind(500)
    assert (house.state, house.tour.index, house.tour.cycles) == (VisitState.ATTRACT, 0, 1)
    assert not house.tour.playing


def test_without_an_attract_screen_it_plays_for_ever() -> None:
    house = House(WITHOUT_ATTRACT)
    for expected in (1, 2, 3):
        house.wind(ROUND_MS)
        assert (house.state, house.tour.cycles) == (VisitState.TOUR, expected)


# --- somebody comes ----------------------------------------------------------------------------


def test_a_touch_wakes_it_and_holds_the_tour(house: House) -> None:
    house.visit.touch()
    assert (house.state, house.visit.somebody) == (VisitState.VISIT, True)
    house.wind(59_500)
    assert (house.state, house.tour.index, house.tour.progress) == (VisitState.VISIT, 0, 0.0)


def test_after_a_minute_without_activity_they_are_asked(house: House) -> None:
    house.visit.touch()
    house.wind(60_000)
    assert house.state is VisitState.STILL_THERE
    assert house.visit.warning_left_ms == 25_000
    house.wind(10_000)
    assert house.visit.warning_left_ms == 15_000


def test_they_may_stay_as_often_as_they_like(house: House) -> None:
    house.visit.touch()
    for _ in range(30):
        house.wind(60_000 + 24_500)
        assert house.state is VisitState.STILL_THERE
        house.visit.touch()
        assert house.state is VisitState.VISIT


def test_without_an_answer_the_visit_is_over(house: House) -> None:
    house.visit.touch()
    house.wind(60_000 + 25_000)
    assert (house.state, house.visit.somebody) == (VisitState.ATTRACT, False)


def test_they_may_say_that_they_are_done(house: House) -> None:
    house.visit.touch()
    house.visit.end()
    assert house.state is VisitState.ATTRACT


def test_every_activity_begins_the_minute_again(house: House) -> None:
    for _ in range(5):
        house.visit.touch()
        house.wind(59_500)
    assert house.state is VisitState.VISIT


def test_a_machine_that_slept_asks_before_it_forgets(house: House) -> None:
    house.visit.touch()
    house.clock.advance(24 * 3_600_000)
    house.visit.tick()
    assert (house.state, house.visit.warning_left_ms) == (VisitState.STILL_THERE, 25_000)


@pytest.mark.parametrize("before_ms", [0, 60_000, 84_000])
def test_nothing_is_reset_in_the_middle_of_a_gesture(house: House, before_ms: float) -> None:
    house.visit.touch()
    house.visit.want(ENGLISH)
    house.wind(before_ms)
    state = house.state
    house.wind(300_000, in_gesture=True)
    assert (house.state, house.visit.preferences) == (state, ENGLISH)


# --- what is forgotten, and what is not --------------------------------------------------------


def test_all_that_is_personal_is_forgotten(house: House) -> None:
    house.visit.touch()
    house.visit.want(ENGLISH)
    house.wind(84_500)
    assert house.visit.preferences == ENGLISH
    house.wind(500)
    assert house.visit.preferences == PREFERENCES


def test_a_visitor_can_have_it_all_as_it_was(house: House) -> None:
    house.visit.want(ENGLISH)
    house.visit.reset_preferences()
    assert (house.visit.preferences, house.state) == (PREFERENCES, VisitState.VISIT)


@pytest.mark.parametrize("timing", [TIMING, WITHOUT_ATTRACT])
def test_the_tour_goes_on_where_the_visit_found_it(timing: Timing) -> None:
    house = House(timing)
    house.wind(timing.attract_ms + 15_000)
    assert (house.tour.index, house.tour.progress) == (1, 0.25)
    house.visit.touch()
    house.tour.go(2)
    house.tour.leave()
    house.tour.toggle_pause()
    house.wind(60_000 + 25_000 + timing.attract_ms)
    assert house.state is VisitState.TOUR
    assert (house.tour.index, house.tour.progress, house.tour.playing) == (1, 0.25, True)


def test_a_visitor_may_let_the_tour_play_and_is_asked_nevertheless(house: House) -> None:
    house.visit.touch()
    house.tour.toggle_pause()
    house.tour.toggle_pause()
    house.wind(15_000)
    assert (house.state, house.tour.index) == (VisitState.VISIT, 1)
    house.wind(45_000)
    assert (house.state, house.tour.playing) == (VisitState.STILL_THERE, False)


# --- when to look again ------------------------------------------------------------------------


def test_it_knows_when_something_is_due(house: House) -> None:
    house.wind(8_000)
    assert house.visit.next_due_ms() == 40_000
    house.wind(44_000)
    assert house.visit.next_due_ms() == 6_000  # the first scene has been on for four seconds
    house.visit.touch()
    house.wind(1_000)
    assert house.visit.next_due_ms() == 59_000
    house.wind(59_000)
    assert house.visit.next_due_ms() == 25_000


# --- with a docent -----------------------------------------------------------------------------

AN_HOUR_MS = 3_600_000.0


def test_while_a_docent_speaks_nobody_is_asked_or_forgotten(house: House) -> None:
    house.visit.want(ENGLISH)
    house.visit.guide(True)
    house.wind(AN_HOUR_MS, step=10_000)
    assert (house.state, house.visit.preferences) == (VisitState.VISIT, ENGLISH)
    assert house.visit.next_due_ms() == math.inf


def test_a_question_that_is_being_asked_is_taken_back(house: House) -> None:
    house.visit.touch()
    house.wind(TIMING.idle_ms)
    assert house.state is VisitState.STILL_THERE
    house.visit.guide(True)
    assert house.state is VisitState.VISIT


def test_when_the_docent_has_gone_a_visit_has_all_its_time_again(house: House) -> None:
    house.visit.touch()
    house.visit.guide(True)
    house.wind(AN_HOUR_MS, step=10_000)
    house.visit.guide(False)
    house.wind(TIMING.idle_ms - 500)
    assert house.state is VisitState.VISIT
    house.wind(500)
    assert house.state is VisitState.STILL_THERE


def test_with_a_docent_and_nobody_touching_it_invites_and_plays_as_ever(house: House) -> None:
    house.visit.guide(True)
    assert house.state is VisitState.ATTRACT
    house.wind(TIMING.attract_ms)
    assert house.state is VisitState.TOUR
    house.wind(ROUND_MS)
    assert house.state is VisitState.ATTRACT


def test_a_visitor_of_a_docent_can_still_leave(house: House) -> None:
    house.visit.want(ENGLISH)
    house.visit.guide(True)
    house.visit.end()
    assert (house.state, house.visit.preferences) == (VisitState.ATTRACT, PREFERENCES)


# --- changed by staff --------------------------------------------------------------------------


def test_another_patience_holds_at_once(house: House) -> None:
    house.visit.touch()
    house.wind(40_000)
    house.visit.set_timing(Timing(attract_ms=20_000, idle_ms=30_000, warning_ms=50_000))
    house.wind(500)
    assert (house.state, house.visit.warning_ms) == (VisitState.STILL_THERE, 50_000)
    house.wind(50_000)
    assert house.state is VisitState.ATTRACT
    house.wind(20_000)
    assert house.state is VisitState.TOUR


def test_without_an_attract_screen_any_more_the_tour_plays(house: House) -> None:
    house.visit.set_timing(WITHOUT_ATTRACT)
    house.wind(500)
    assert (house.state, house.tour.playing) == (VisitState.TOUR, True)


def test_other_defaults_hold_at_once_with_nobody_here(house: House) -> None:
    house.visit.set_initial(ENGLISH)
    assert house.visit.preferences == ENGLISH


def test_a_visitor_keeps_what_they_have_and_the_next_has_the_other_defaults(house: House) -> None:
    house.visit.touch()
    house.visit.set_initial(ENGLISH)
    assert house.visit.preferences == PREFERENCES
    house.visit.end()
    assert house.visit.preferences == ENGLISH
