"""What is decided about a kiosk, in every course of events, with the time in hand."""

import signal
from itertools import pairwise

import pytest

from kiosk.show.clock import ManualClock
from kiosk.venue.actions import Action, Finish, Launch, Report, Send
from kiosk.venue.beat import Beat, End, State
from kiosk.venue.supervision import Phase, Supervision

LIMIT = 1000.0
TERM, ABRT, KILL = Send(signal.SIGTERM), Send(signal.SIGABRT), Send(signal.SIGKILL)


class Course:
    """A supervision and the kiosk that it decides about, which does what the test says."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.supervision = Supervision(LIMIT, self.clock.now_ms)
        self.done: list[Action] = []
        self.state: State = "tour"
        self.scene = "new-energy"
        self.frames = 0
        self.wait(0)

    def wait(self, seconds: float, memory: float = 0.0) -> None:
        """Time passes with the kiosk silent."""
        for _ in range(max(1, round(seconds * 4))):
            self.clock.advance(min(250.0, seconds * 1000))
            self.done += self.supervision.tick(memory)

    def live(self, seconds: float, memory: float = 0.0, paints: bool = True) -> None:
        """Time passes with a beat every second."""
        for _ in range(max(1, round(seconds))):
            self.wait(1, memory)
            self.frames += paints
            self.beat()

    def beat(self, exposed: bool = True) -> None:
        self.supervision.beat(Beat(self.scene, 0, self.frames, self.state, exposed))

    def exit(self, code: int) -> None:
        self.done += self.supervision.exited(code)

    def crash(self, times: int = 1, after_s: float = 3) -> None:
        for _ in range(times):
            self.live(after_s)
            self.exit(-11)

    def take(self) -> list[Action]:
        done, self.done = self.done, []
        return done

    def launches(self) -> list[Launch]:
        return [one for one in self.take() if isinstance(one, Launch)]


@pytest.fixture
def course() -> Course:
    return Course()


@pytest.fixture
def shown(course: Course) -> Course:
    """One that has been shown for a while."""
    course.live(5)
    course.take()
    return course


def test_it_starts_the_normal_show_at_once(course: Course) -> None:
    assert course.take() == [Launch("normal", "", None)]


def test_a_crash_brings_the_same_scene_back_at_once(shown: Course) -> None:
    last = Beat("new-energy", 0, shown.frames, "tour")
    shown.exit(-11)
    report, launch = shown.take()
    assert report == Report("crash", -11, last, "normal")
    assert launch == Launch("normal", "new-energy", "crash")


@pytest.mark.parametrize(
    ("state", "scene"), [("attract", ""), ("covered", ""), ("visit", "new-energy")]
)
def test_it_begins_as_ever_where_no_scene_was_seen(shown: Course, state: State, scene: str) -> None:
    shown.state = state
    shown.live(1)
    shown.exit(1)
    assert shown.launches() == [Launch("normal", scene, "crash")]


def test_a_second_crash_before_the_first_beat_still_knows_the_scene(shown: Course) -> None:
    shown.exit(1)
    shown.exit(1)
    assert [one.scene for one in shown.launches()] == ["new-energy", "new-energy"]


@pytest.mark.parametrize("code", [0, -15])
def test_an_end_that_was_asked_for_is_the_end(shown: Course, code: int) -> None:
    shown.supervision.said_end("asked")
    shown.exit(code)
    assert shown.take() == [Finish()]
    assert shown.supervision.phase is Phase.OVER


@pytest.mark.parametrize(("end", "because"), [("again", "asked"), ("update", "update")])
def test_it_is_started_again_for_staff_and_after_an_update(
    shown: Course, end: End, because: str
) -> None:
    shown.supervision.said_end(end)
    shown.exit(3)
    assert [one.because for one in shown.launches()] == [because]


def test_asking_for_it_all_over_again_without_a_picture_is_a_failure(course: Course) -> None:
    for _ in range(3):
        course.exit(3)
    assert [one.show for one in course.launches()] == ["normal", "normal", "normal", "safe"]


# --- hanging -----------------------------------------------------------------------------------


def test_silence_for_ten_seconds_is_a_hang(shown: Course) -> None:
    shown.wait(9.75)
    assert shown.take() == []
    shown.wait(0.5)
    assert shown.take() == [ABRT]
    shown.exit(-6)
    assert [type(one) for one in shown.done] == [Report, Launch]
    assert shown.launches() == [Launch("normal", "new-energy", "hang")]


def test_whoever_does_not_hear_the_first_signal_is_killed(shown: Course) -> None:
    shown.wait(11.5)
    assert shown.take() == [ABRT, KILL]
    shown.wait(1)
    assert shown.take() == [KILL], "it is tried again until it has ended"


def test_beats_without_another_picture_are_a_hang_too(shown: Course) -> None:
    shown.live(9, paints=False)
    assert shown.take() == []
    shown.live(2, paints=False)
    assert shown.take()[:1] == [ABRT]


def test_a_window_that_is_not_to_be_seen_need_not_be_painted(shown: Course) -> None:
    for _ in range(60):
        shown.beat(exposed=False)
        shown.wait(1)
    assert shown.take() == []


def test_the_first_picture_has_thirty_seconds(course: Course) -> None:
    course.take()
    course.wait(29.75)
    assert course.take() == []
    course.wait(0.5)
    assert course.take() == [ABRT]


def test_beats_before_the_first_picture_do_not_stand_for_it(course: Course) -> None:
    course.take()
    course.live(31, paints=False)
    assert course.take()[:1] == [ABRT]


def test_a_kiosk_that_says_it_ends_and_does_not_is_ended(shown: Course) -> None:
    shown.supervision.said_end("again")
    shown.wait(6.5)
    assert shown.take() == [ABRT, KILL]
    shown.exit(-9)
    assert [one.because for one in shown.launches()] == ["asked"]


# --- falling back ------------------------------------------------------------------------------


def test_three_crashes_in_a_minute_bring_the_safe_show_and_three_more_the_picture(
    course: Course,
) -> None:
    course.crash(6)
    shows = [one.show for one in course.launches()]
    assert shows == ["normal", "normal", "normal", "safe", "safe", "safe", "holding"]


def test_three_crashes_in_more_than_a_minute_do_not(course: Course) -> None:
    course.crash(6, after_s=31)
    assert {one.show for one in course.launches()} == {"normal"}


def test_three_starts_without_a_picture_do_however_long_they_take(course: Course) -> None:
    for _ in range(3):
        course.wait(32)
        course.exit(-9)
    assert course.launches()[-1].show == "safe"


def test_the_picture_that_fails_too_is_tried_with_growing_pauses_and_never_in_a_loop(
    course: Course,
) -> None:
    for _ in range(6):
        course.exit(2)
    course.take()
    moments = []
    began_ms = course.clock.now_ms()
    for _ in range(8):
        course.exit(2)
        while not (launched := course.launches()):
            course.wait(0.25)
        moments.append((round((course.clock.now_ms() - began_ms) / 1000), launched[0].show))
    waits = [moments[0][0], *(b[0] - a[0] for a, b in pairwise(moments))]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    # The display may be back, and then there is nothing wrong with the exhibition.
    assert [show for _, show in moments] == ["normal", "holding"] * 4


def test_after_the_display_is_back_the_show_goes_on_as_ever(course: Course) -> None:
    for _ in range(7):
        course.exit(2)
    course.wait(1)
    course.live(70)
    assert course.supervision.show == "normal"
    course.take()
    course.exit(1)
    assert course.launches() == [Launch("normal", "new-energy", "crash")], "without a pause"


@pytest.mark.parametrize("failures", [3, 6])
def test_after_an_hour_of_peace_the_normal_show_is_tried_again(
    course: Course, failures: int
) -> None:
    course.crash(failures)
    course.take()
    course.live(3590)
    assert course.take() == []
    course.live(12)
    assert course.take()[:1] == [TERM]
    course.exit(0)
    assert [(one.show, one.because) for one in course.launches()] == [("normal", "recovery")]


def test_a_visitor_of_the_safe_show_is_not_interrupted_for_it(course: Course) -> None:
    course.crash(3)
    course.state = "visit"
    course.live(3700)
    assert TERM not in course.take()
    course.state = "attract"
    course.live(2)
    assert course.take()[:1] == [TERM]


def test_staff_bring_the_normal_show_back(course: Course) -> None:
    course.crash(3)
    course.live(5)
    course.take()
    course.supervision.said_end("again")
    course.exit(3)
    assert [one.show for one in course.launches()] == ["normal"]


# --- memory ------------------------------------------------------------------------------------


def test_too_much_memory_is_given_back_when_nobody_is_there(shown: Course) -> None:
    shown.state = "visit"
    shown.live(700, memory=1.2 * LIMIT)
    assert shown.take() == []
    shown.state = "tour"
    shown.live(2, memory=1.2 * LIMIT)
    assert shown.take()[:1] == [TERM]
    shown.supervision.said_end("asked")  # as everybody does who gets the signal
    shown.exit(0)
    assert [type(one) for one in shown.done] == [Report, Launch]
    assert shown.launches() == [Launch("normal", "new-energy", "memory")]


def test_far_too_much_is_given_back_at_once(shown: Course) -> None:
    shown.state = "visit"
    shown.live(1, memory=1.6 * LIMIT)
    assert shown.take()[:1] == [TERM]


def test_what_needs_so_much_from_the_start_is_not_started_again_and_again(shown: Course) -> None:
    shown.live(550, memory=1.2 * LIMIT)
    assert shown.take() == []


def test_what_needs_far_too_much_from_the_start_ends_in_the_safe_show(course: Course) -> None:
    for _ in range(3):
        course.live(2, memory=2 * LIMIT)
        course.exit(0)
    assert course.launches()[-1].show == "safe"


# --- ending ------------------------------------------------------------------------------------


def test_it_ends_the_kiosk_and_then_itself(shown: Course) -> None:
    assert shown.supervision.stop() == [TERM]
    shown.wait(2)
    shown.exit(0)
    assert shown.take() == [Finish()]


def test_a_kiosk_that_does_not_end_is_ended_by_force(shown: Course) -> None:
    shown.supervision.stop()
    shown.wait(6.5)
    assert shown.take() == [ABRT, KILL]
    shown.exit(-9)
    assert shown.take() == [Finish()]


def test_it_ends_in_the_middle_of_a_pause_and_of_a_kill(course: Course) -> None:
    course.wait(31)
    course.supervision.stop()
    course.exit(-9)
    assert course.take()[-1] == Finish()
    waiting = Course()
    for _ in range(7):
        waiting.exit(2)
    assert waiting.supervision.stop() == [Finish()]


def test_beats_of_a_kiosk_that_is_being_ended_do_not_save_it(shown: Course) -> None:
    shown.wait(10)
    shown.live(2)
    assert shown.take() == [ABRT, KILL, KILL]


def test_a_report_tells_the_last_beat(shown: Course) -> None:
    shown.scene = "prologue"
    shown.supervision.beat(Beat("prologue", None, 99, "visit"))
    shown.exit(-11)
    report = shown.take()[0]
    assert isinstance(report, Report)
    assert report.beat == Beat("prologue", None, 99, "visit")
