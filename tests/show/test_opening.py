"""When it is open, which programme is on, and what the clock will change next."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from kiosk.content.hours import DAYS, Daypart, Hours
from kiosk.content.programme import ProgrammeName
from kiosk.show.opening import Opening
from kiosk.show.outlook import Outlook

WEDNESDAY = date(2026, 11, 25)
DAY_MIN = 24 * 60
ALL: tuple[ProgrammeName, ...] = ("A", "B", "C", "D")


def at(told: str) -> datetime:
    """A time of the week that begins on Monday 23 November 2026, such as `wed 10:00`."""
    day, clock = told.split()
    index = [name[:3] for name in DAYS].index(day)
    hours, minutes = map(int, clock.split(":"))
    return datetime(2026, 11, 23, hours, minutes) + timedelta(days=index)


def hours(exceptions: dict[Any, Any] | None = None, **week: list[str]) -> Hours:
    return Hours.model_validate({"kept": True, "week": week, "exceptions": exceptions or {}})


def part(programme: str, span: str, *days: str) -> Daypart:
    named = {"days": days} if days else {}
    return Daypart.model_validate({"programme": programme, "span": span, **named})


WORKDAYS = hours(monday=["10:00-18:00"], wednesday=["10:00-13:00", "14:00-18:00"])


@pytest.mark.parametrize(
    ("now", "is_open", "then"),
    [
        ("wed 09:59", False, "wed 10:00"),
        ("wed 10:00", True, "wed 13:00"),
        ("wed 13:00", False, "wed 14:00"),
        ("mon 17:59", True, "mon 18:00"),
        ("mon 18:00", False, "wed 10:00"),
    ],
)
def test_it_opens_and_closes_to_the_minute(now: str, is_open: bool, then: str) -> None:
    assert Opening(WORKDAYS).outlook(at(now)) == Outlook(is_open, "A", at(then), not is_open, "A")


def test_seconds_before_a_change_it_has_not_come_yet() -> None:
    before = at("wed 10:00") - timedelta(microseconds=1)
    assert not Opening(WORKDAYS).outlook(before).open


def test_hours_that_are_not_kept_never_close() -> None:
    unkept = WORKDAYS.model_copy(update={"kept": False})
    assert Opening(unkept).outlook(at("sun 03:00")) == Outlook(True, "A", None, True, "A")


def test_a_week_without_hours_is_closed_for_good() -> None:
    assert Opening(hours()).outlook(at("mon 12:00")) == Outlook(False, "A", None, False, "A")


def test_days_that_meet_at_midnight_are_one() -> None:
    always = Opening(hours(**{day: ["00:00-24:00"] for day in DAYS}))
    assert always.outlook(at("mon 23:59")) == Outlook(True, "A", None, True, "A")


def test_a_night_runs_into_the_next_day() -> None:
    night = Opening(hours(friday=["18:00-02:00"]))
    assert night.outlook(at("sat 01:59")) == Outlook(True, "A", at("sat 02:00"), False, "A")
    assert not night.outlook(at("fri 01:00")).open


def test_an_exception_stands_for_the_hours_of_its_date() -> None:
    closed = Opening(hours({WEDNESDAY: []}, wednesday=["10:00-18:00"], thursday=["10:00-18:00"]))
    assert closed.outlook(at("wed 12:00")) == Outlook(False, "A", at("thu 10:00"), True, "A")
    longer = Opening(hours({WEDNESDAY: ["10:00-22:00"]}, wednesday=["10:00-18:00"]))
    assert longer.outlook(at("wed 12:00")).next_change == at("wed 22:00")


def test_the_night_before_an_exception_runs_into_it() -> None:
    night = Opening(hours({WEDNESDAY: []}, tuesday=["18:00-02:00"]))
    assert night.outlook(at("wed 01:00")) == Outlook(True, "A", at("wed 02:00"), False, "A")


def test_an_opening_months_away_is_foreseen() -> None:
    seldom = Opening(hours({date(2027, 8, 1): ["10:00-12:00"]}))
    assert seldom.outlook(at("wed 12:00")).next_change == datetime(2027, 8, 1, 10)


def test_the_first_daypart_that_fits_counts() -> None:
    parts = [part("B", "12:00-14:00", "wednesday"), part("C", "10:00-16:00")]
    opening = Opening(Hours(), parts, ALL)
    assert opening.outlook(at("wed 11:00")) == Outlook(True, "C", at("wed 12:00"), True, "B")
    assert opening.outlook(at("wed 13:00")) == Outlook(True, "B", at("wed 14:00"), True, "C")
    assert opening.outlook(at("wed 20:00")) == Outlook(True, "A", at("thu 10:00"), True, "C")


def test_a_programme_that_there_is_not_lets_the_next_daypart_fit() -> None:
    parts = [part("B", "08:00-20:00"), part("C", "08:00-20:00")]
    assert Opening(Hours(), parts, ["C"]).outlook(at("wed 12:00")).programme == "C"
    assert Opening(Hours(), parts).outlook(at("wed 12:00")).programme == "A"


def test_a_daypart_over_midnight_belongs_to_the_day_that_it_begins_on() -> None:
    opening = Opening(Hours(), [part("D", "22:00-02:00", "friday")], ALL)
    assert opening.outlook(at("sat 01:00")).programme == "D"
    assert opening.outlook(at("fri 01:00")).programme == "A"


def test_a_programme_that_nobody_would_see_is_no_change() -> None:
    opening = Opening(WORKDAYS, [part("B", "04:00-24:00")], ALL)
    assert opening.outlook(at("wed 03:00")) == Outlook(False, "A", at("wed 10:00"), True, "B")
    assert opening.outlook(at("wed 05:00")) == Outlook(False, "B", at("wed 10:00"), True, "B")


def test_a_clock_in_doubt_closes_nothing() -> None:
    found = Opening(WORKDAYS).outlook(at("sun 03:00"), trusted=False)
    assert found.open and found.programme == "A" and not found.trusted


def test_it_follows_a_clock_that_is_set_back() -> None:
    opening = Opening(WORKDAYS)
    assert not opening.outlook(at("mon 19:00")).open
    assert opening.outlook(at("mon 12:00")).open


# --- at random ---------------------------------------------------------------------------------

SEEN_DAYS = 16


def random_span(chance: Random) -> str:
    start = chance.choice([0, 60, 540, 600, 1080, 1320, chance.randrange(DAY_MIN)])
    end = chance.choice([DAY_MIN, 60, 600, 1080, 1320, chance.randrange(DAY_MIN)])
    return f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}"


def random_venue(chance: Random) -> tuple[Hours, list[Daypart]]:
    def spans() -> list[str]:
        return [random_span(chance) for _ in range(chance.choice([0, 1, 1, 2, 3]))]

    week = {day: spans() for day in DAYS if chance.random() < 0.7}
    shifts = [chance.randrange(-2, SEEN_DAYS) for _ in range(chance.randrange(4))]
    exceptions = {WEDNESDAY + timedelta(days=shift): spans() for shift in shifts}
    kept = {"kept": chance.random() < 0.9}
    dayparts = [
        part(chance.choice("BCD"), random_span(chance), *chance.sample(DAYS, chance.randint(1, 7)))
        for _ in range(chance.randrange(4))
    ]
    return Hours.model_validate({"week": week, "exceptions": exceptions, **kept}), dayparts


def minute_by_minute(
    venue: Hours, dayparts: list[Daypart], programmes: list[ProgrammeName]
) -> list[tuple[bool, str]]:
    """What is on in each minute from the Tuesday before on, told by painting over a long strip."""
    length = (SEEN_DAYS + 3) * DAY_MIN
    is_open = [not venue.kept] * length
    programme: list[str] = ["A"] * length

    def paint(strip: list[Any], colour: Any, day: int, start: int, end: int) -> None:
        first, last = (max(0, day * DAY_MIN + mark) for mark in (start, end))
        strip[first:last] = [colour] * len(strip[first:last])

    for day in range(-1, SEEN_DAYS + 3):
        today = WEDNESDAY + timedelta(days=day - 1)
        name = DAYS[today.weekday()]
        for start, end in venue.exceptions.get(today, venue.week.get(name, ())):
            paint(is_open, True, day, start, end)
    for one in reversed(dayparts):
        for day in range(-1, SEEN_DAYS + 3):
            name = DAYS[(WEDNESDAY + timedelta(days=day - 1)).weekday()]
            if one.programme in programmes and name in one.days:
                paint(programme, one.programme, day, *one.span)
    return list(zip(is_open, programme, strict=True))


@pytest.mark.parametrize("seed", range(150))
def test_it_agrees_with_whoever_looks_at_every_minute(seed: int) -> None:
    chance = Random(seed)
    venue, dayparts = random_venue(chance)
    programmes = chance.sample(ALL, chance.randint(1, 4))
    opening = Opening(venue, dayparts, programmes)
    strip = minute_by_minute(venue, dayparts, programmes)
    first = datetime.combine(WEDNESDAY, datetime.min.time()) - timedelta(days=1)
    for start in sorted(chance.sample(range(DAY_MIN, SEEN_DAYS * DAY_MIN), 12)):
        is_open, programme = strip[start]
        found = opening.outlook(first + timedelta(minutes=start, seconds=chance.randrange(60)))
        assert (found.open, found.programme) == (is_open, programme)
        later = (
            mark
            for mark in range(start + 1, len(strip))
            if strip[mark][0] != is_open or (is_open and strip[mark][1] != programme)
        )
        change = next(later, None)
        if change is None:
            end = first + timedelta(minutes=len(strip))
            assert found.next_change is None or found.next_change >= end
        else:
            assert found.next_change == first + timedelta(minutes=change)
            assert (found.then_open, found.then_programme) == strip[change]
