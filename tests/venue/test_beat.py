"""The lines between the kiosk and its supervisor, through real pipes."""

import os
from collections.abc import Iterator

import pytest

from kiosk.show.clock import ManualClock
from kiosk.venue.beat import VARIABLE, Beat, Ended, heard
from kiosk.venue.pulse import Pulse, inherited_pulse

BEAT = Beat("new-energy", 2, 7, "tour")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    receiver, sender = os.pipe()
    yield receiver, sender
    for end in (receiver, sender):
        try:
            os.close(end)
        except OSError:
            continue  # the test has closed it


@pytest.mark.parametrize(
    "told", [BEAT, Beat("prologue", None, 0, "visit", False), Ended("asked"), Ended("update")]
)
def test_what_is_said_is_heard(told: Beat | Ended) -> None:
    assert told.line().endswith("\n")
    assert heard(told.line()) == told


def test_a_kiosk_of_a_later_version_may_say_more() -> None:
    line = 'beat {"scene": "a", "page": 0, "frames": 1, "state": "tour", "mood": "good"}'
    assert heard(line) == Beat("a", 0, 1, "tour")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "beat",
        "beat {",
        "beat []",
        'beat {"scene": "a"}',
        'beat {"scene": "a", "page": "b", "frames": 1, "state": "tour"}',
        'beat {"scene": "a", "page": 0, "frames": "many", "state": "tour"}',
        'beat {"scene": "a", "page": 0, "frames": 1, "state": "asleep"}',
        "ended by itself",
        "\x00\xff",
    ],
)
def test_what_is_not_understood_is_no_sign_of_life(line: str) -> None:
    assert heard(line) is None


def test_beats_are_sent_once_a_second(pipe: tuple[int, int], clock: ManualClock) -> None:
    pulse = Pulse(pipe[1], clock.now_ms)
    for _ in range(300):
        if pulse.due:
            pulse.beat(BEAT)
        clock.advance(16)
    assert len(os.read(pipe[0], 65536).splitlines()) == 5


def test_a_full_pipe_keeps_nobody_waiting(pipe: tuple[int, int], clock: ManualClock) -> None:
    pulse = Pulse(pipe[1], clock.now_ms)
    for _ in range(5000):
        pulse.beat(BEAT)
    assert not pulse.lost
    whole = os.read(pipe[0], 1 << 20).decode().splitlines()
    assert {heard(line) for line in whole} == {BEAT}, "no line is cut in two"


def test_a_supervisor_that_is_gone_is_noticed(pipe: tuple[int, int], clock: ManualClock) -> None:
    pulse = Pulse(pipe[1], clock.now_ms)
    os.close(pipe[0])
    pulse.beat(BEAT)
    assert pulse.lost


@pytest.mark.parametrize("told", ["", "beats", "-1", "987654"])
def test_without_a_pipe_there_is_no_pulse(told: str, clock: ManualClock) -> None:
    assert inherited_pulse({VARIABLE: told}, clock.now_ms) is None
