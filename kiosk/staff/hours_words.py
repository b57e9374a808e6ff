"""The words of the opening hours: days, dates, times, and what comes next."""

from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from kiosk.content.frozen import Frozen
from kiosk.content.hours import DAYS, Day, Span
from kiosk.content.language import Localised
from kiosk.content.programme import ProgrammeName
from kiosk.settings.spans import DAY_MIN, Spans
from kiosk.show.outlook import Outlook
from kiosk.staff.words import PageWords
from kiosk.toolkit.look import Look


class DayWords(Frozen):
    """A name for each day of the week."""

    monday: Localised
    tuesday: Localised
    wednesday: Localised
    thursday: Localised
    friday: Localised
    saturday: Localised
    sunday: Localised

    def of(self, day: Day) -> Localised:
        """The name of one day."""
        name: Localised = getattr(self, day)
        return name


class HoursWords(PageWords):
    """`hours.yaml`."""

    open_until: Localised
    closed_until: Localised
    programme_until: Localised
    always_open: Localised
    open_for_good: Localised
    closed_for_good: Localised
    clock_doubted: Localised
    today: Localised
    tomorrow: Localised
    on_day: Localised
    on_date: Localised
    date: Localised
    date_and_day: Localised
    date_in_year: Localised
    month: Localised
    next_day: Localised
    days: DayWords
    short_days: DayWords
    months: Annotated[tuple[Localised, ...], Field(min_length=12, max_length=12)]
    week: Localised
    exceptions: Localised
    dayparts: Localised
    keep: Localised
    screen_off: Localised
    open: Localised
    closed: Localised
    closed_all_day: Localised
    opens: Localised
    closes: Localised
    nth: Localised
    add_span: Localised
    remove_span: Localised
    copy_week: Localised = Field(alias="copy")
    more_spans: Localised
    no_exceptions: Localised
    add_date: Localised
    remove: Localised
    pick_date: Localised
    is_today: Localised
    is_exception: Localised
    month_before: Localised
    month_after: Localised
    back: Localised
    more: Localised
    only_a: Localised
    no_dayparts: Localised
    add_daypart: Localised
    named_programme: Localised
    every_day: Localised
    from_time: Localised = Field(alias="from")
    until: Localised
    first_counts: Localised
    earlier: Localised


class Calendar:
    """Says times, days and dates in the panel's language."""

    def __init__(self, look: Look, words: HoursWords) -> None:
        self._look = look
        self.words = words
        self.between = ", " if look.language == "en" else "、"

    def text(self, localised: Localised, **filled: object) -> str:
        """`localised` in the panel's language, with what stands in braces filled in."""
        text = self._look.text(localised)
        return text.format(**filled) if filled else text

    def minute(self, minute: int) -> str:
        """A time of day: `18:00`, `24:00`, or `02:00 +1 day` beyond that."""
        if minute <= DAY_MIN:
            return clock_time(minute)
        return self.text(self.words.next_day, time=clock_time(minute - DAY_MIN))

    def spans(self, spans: Spans) -> str:
        """All spans of a day, or that it is closed."""
        told = [span_text(span) for span in spans]
        return self.between.join(told) or self.text(self.words.closed)

    def day(self, day: Day) -> str:
        """`Monday`."""
        return self.text(self.words.days.of(day))

    def short_day(self, day: Day) -> str:
        """`Mon`."""
        return self.text(self.words.short_days.of(day))

    def days(self, days: tuple[Day, ...]) -> str:
        """Several days, or `every day`."""
        if set(days) == set(DAYS):
            return self.text(self.words.every_day)
        return self.between.join(self.short_day(day) for day in DAYS if day in days)

    def programme(self, name: ProgrammeName) -> str:
        """`Programme B`."""
        return self.text(self.words.named_programme, name=name)

    def month(self, day: date) -> str:
        """`November 2026`."""
        name = self.text(self.words.months[day.month - 1])
        return self.text(self.words.month, year=day.year, month=name)

    def day_of_year(self, day: date, today: date) -> str:
        """`25 December`, with the year where it is another than today's."""
        name = self.text(self.words.months[day.month - 1])
        told = self.text(self.words.date, month=name, day=day.day)
        if day.year == today.year:
            return told
        return self.text(self.words.date_in_year, year=day.year, date=told)

    def date_and_day(self, day: date, today: date) -> str:
        """`Fri 25 December`."""
        weekday = self.short_day(DAYS[day.weekday()])
        return self.text(self.words.date_and_day, date=self.day_of_year(day, today), day=weekday)

    def moment(self, then: datetime, today: date) -> str:
        """`today at 18:00`, `tomorrow at …`, `on Monday at …`, `on 25 December at …`."""
        time, ahead = f"{then:%H:%M}", then.date() - today
        if not ahead:
            return self.text(self.words.today, time=time)
        if ahead == timedelta(days=1):
            return self.text(self.words.tomorrow, time=time)
        if ahead < timedelta(days=7):
            weekday = self.day(DAYS[then.weekday()])
            return self.text(self.words.on_day, day=weekday, time=time)
        return self.text(self.words.on_date, date=self.day_of_year(then.date(), today), time=time)

    def outlook(self, outlook: Outlook, kept: bool, today: date) -> str:
        """What is on now, and what changes next and when."""
        words = self.words
        if not outlook.trusted:
            return self.text(words.clock_doubted)
        if outlook.next_change is None:
            if not outlook.open:
                return self.text(words.closed_for_good)
            return self.text(words.open_for_good if kept else words.always_open)
        when = self.moment(outlook.next_change, today)
        if not outlook.open:
            return self.text(words.closed_until, when=when)
        if not outlook.then_open:
            return self.text(words.open_until, when=when)
        now, then = outlook.programme, outlook.then_programme
        return self.text(words.programme_until, when=when, now=now, then=then)


def clock_time(minute: int) -> str:
    """Minutes since midnight as `18:00`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def span_text(span: Span) -> str:
    """`10:00–18:00`."""
    return str(span).replace("-", "–")
