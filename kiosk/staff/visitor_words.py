"""What the visitors' page says, and how it says dates and lengths."""

from datetime import date

from kiosk.content.language import Localised
from kiosk.staff.words import PageWords
from kiosk.toolkit.look import Look


class VisitorsWords(PageWords):
    """`visitors.yaml`."""

    undated: Localised
    days: Localised
    visits: Localised
    median: Localised
    seconds: Localised
    minutes: Localised
    counting: Localised
    nothing_yet: Localised
    nothing_touched: Localised
    days_tab: Localised
    days_title: Localised
    weeks_title: Localised
    months_title: Localised
    days_of: Localised
    weeks_of: Localised
    months_of: Localised
    hours_tab: Localised
    hours_title: Localised
    hours_of: Localised
    languages_tab: Localised
    languages_title: Localised
    languages_of: Localised
    scenes_tab: Localised
    scenes_title: Localised
    scenes_of: Localised
    exhibits_tab: Localised
    exhibits_title: Localised
    exhibits_of: Localised
    poll_tab: Localised
    poll_title: Localised
    poll_of: Localised
    visits_unit: Localised
    touches_unit: Localised
    votes_unit: Localised
    source: Localised
    day: Localised
    month: Localised
    month_below: Localised
    months: Localised
    export: Localised
    exported: Localised
    no_stick: Localised
    full: Localised
    not_written: Localised


def day_words(look: Look, words: VisitorsWords, day: date) -> str:
    """A day of the year, such as `3 Nov`."""
    return look.text(words.day).format(month=_month_name(look, words, day), day=day.day)


def month_words(look: Look, words: VisitorsWords, day: date, below: bool = False) -> str:
    """The month of a day, such as `Nov 2026`; in Chinese, shorter where it stands below a bar."""
    name = _month_name(look, words, day)
    template = look.text(words.month_below if below else words.month)
    return template.format(year=day.year, short=f"{day.year % 100:02}", month=name)


def length_words(look: Look, words: VisitorsWords, seconds: float | None) -> str:
    """A length of time, such as `1 min 35 s`; a dash where there is none."""
    if seconds is None:
        return "–"
    minutes, left = divmod(round(seconds), 60)
    template = words.minutes if minutes else words.seconds
    return look.text(template).format(minutes=minutes, seconds=left)


def _month_name(look: Look, words: VisitorsWords, day: date) -> str:
    return look.text(words.months).split()[day.month - 1]
