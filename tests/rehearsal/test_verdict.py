"""What a rehearsal is judged by."""

from pathlib import Path

import pytest

from kiosk.rehearsal.readings import (
    Begun,
    Day,
    Failure,
    FrameTimes,
    Line,
    Reading,
    Shown,
    read_lines,
    write_line,
)
from kiosk.rehearsal.verdict import Criterion, Finding, findings, record, slope_mib_per_day

SCENES = {("first", "en"), ("first", "zh-Hant")}


def reading(hour: float, own_mib: float = 100.0, failures: int = 0) -> Reading:
    return Reading(hour, own_mib, 1000, 100, 5, 1, 1, failures)


def week(slope_mib: float = 0.0, last_ms: float = 20.0) -> list[Line]:
    """A week in which memory has grown by so much a day."""
    hours = [reading(hour, 100 + slope_mib * hour / 24) for hour in range(1, 169)]
    days = [Day(number, 5000, 5.0, 20.0) for number in range(1, 7)] + [Day(7, 5000, 5.0, last_ms)]
    return [Begun(0), *hours, *days, *(Shown(*one, 900) for one in SCENES)]


def finding(lines: list[Line], criterion: Criterion) -> Finding:
    return next(one for one in findings(record(lines), SCENES) if one.criterion == criterion)


def test_a_quiet_week_meets_everything() -> None:
    assert {one.mark for one in findings(record(week()), SCENES)} == {"met"}


@pytest.mark.parametrize(("slope_mib", "mark"), [(0.9, "met"), (1.1, "not-met"), (-3.0, "met")])
def test_memory_may_grow_by_a_mebibyte_a_day(slope_mib: float, mark: str) -> None:
    found = finding(week(slope_mib), "memory")
    assert (found.mark, found.figures[0]) == (mark, pytest.approx(slope_mib))


def test_the_first_hour_is_not_counted() -> None:
    assert finding([reading(0.2, 1.0), reading(0.9, 5.0), *week()], "memory").mark == "met"


def test_an_hour_says_nothing_about_a_day() -> None:
    lines: list[Line] = [Begun(0), reading(1.0), Day(1, 10, 5.0, 20.0)]
    marks = {one.criterion: one.mark for one in findings(record(lines), set())}
    assert (marks["memory"], marks["frames"]) == ("too-short", "too-short")


def test_a_process_that_has_died_is_a_restart() -> None:
    assert finding([*week(), Begun(30)], "restarts").mark == "not-met"


@pytest.mark.parametrize(("last_ms", "mark"), [(22.0, "met"), (30.0, "not-met")])
def test_the_last_day_is_as_fast_as_the_first(last_ms: float, mark: str) -> None:
    assert finding(week(last_ms=last_ms), "frames").mark == mark


def test_a_blank_scene_and_one_that_never_came_are_found() -> None:
    without = [line for line in week() if not isinstance(line, Shown)]
    blank: list[Line] = [*without, Shown("first", "en", 2), Shown("first", "zh-Hant", 900)]
    assert finding(blank, "scenes").figures == (1, 2)
    assert finding(without, "scenes").mark == "not-met"


def test_one_failure_is_one_too_many() -> None:
    assert finding([*week(), reading(168.5, failures=1)], "failures").mark == "not-met"


def test_a_straight_line_has_its_own_slope() -> None:
    assert slope_mib_per_day([reading(24 * day, 10 + 2 * day) for day in range(5)]) == 2.0


def test_lines_are_read_as_written_but_for_one_that_was_cut(tmp_path: Path) -> None:
    file = tmp_path / "log"
    lines = [*week()[:3], Failure(2.0, "墨")]
    for line in lines:
        write_line(file, line)
    with file.open("a") as log:
        log.write('{"what": "rea')
    assert read_lines(file) == lines


def test_shares_of_pictures() -> None:
    times = FrameTimes()
    for ms in range(100):
        times.add(ms)
    day = times.day(1)
    assert (day.pictures, day.p50_ms, day.p99_ms) == (100, 49.25, 98.25)
    times.add(10_000.0)
    assert times.day(2).pictures == 1, "a day begins anew"
