"""What the opening hours and dayparts make of a moment: what is on, until when, and what then.

Hours and dayparts change only at the ends of their spans, so the moments to look at are few: those
of each day, and those at which a span of the day before ends that runs over midnight.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from kiosk.content.hours import DAYS, Day, Daypart, Hours, Span, minutes
from kiosk.content.programme import ProgrammeName
from kiosk.show.outlook import ALWAYS_OPEN, Outlook

AHEAD_DAYS = 370
"""How far it looks for a change: each date once, and so every exception of the coming year."""

_A_DAY = timedelta(days=1)
_DAY_MIN = 24 * 60


class Opening:
    """The hours of one venue.

    Args:
        hours: when it is open.
        dayparts: when other programmes than A are on.
        programmes: the programmes that there are; a daypart with another one does not count.
    """

    def __init__(
        self,
        hours: Hours,
        dayparts: Iterable[Daypart] = (),
        programmes: Collection[ProgrammeName] = (),
    ) -> None:
        self._hours = hours
        self._dayparts = tuple(part for part in dayparts if part.programme in programmes)
        self._found: Outlook | None = None
        self._since = self._until = datetime.min

    def outlook(self, now: datetime, trusted: bool = True) -> Outlook:
        """What is on at `now`, the venue's time; where the clock is not trusted, always A.

        While it is closed only its opening counts as a change, as no programme is seen. It may be
        asked as often as one likes: it looks ahead when a span begins or ends, and once a day.
        """
        if not trusted:
            return ALWAYS_OPEN
        if self._found is None or not self._since <= now < self._until:
            self._found = self._look_ahead(now)
            self._since, self._until = now, now + _A_DAY
            self._until = min(self._until, next(self._moments_after(now), self._until))
        return self._found

    def _look_ahead(self, now: datetime) -> Outlook:
        is_open, programme = self._is_open(now), self._programme(now)
        for moment in self._moments_after(now):
            then_open, then = self._is_open(moment), self._programme(moment)
            if then_open != is_open or (is_open and then != programme):
                return Outlook(is_open, programme, moment, then_open, then)
        return Outlook(is_open, programme, None, is_open, programme)

    def _moments_after(self, now: datetime) -> Iterator[datetime]:
        """When spans begin or end, in order."""
        for ahead in range(AHEAD_DAYS + 1):
            day = now.date() + ahead * _A_DAY
            midnight = datetime.combine(day, time())
            of_day = self._spans(day)
            marks = {span.start_min for span in of_day} | {span.end_min for span in of_day}
            marks |= {span.end_min - _DAY_MIN for span in self._spans(day - _A_DAY)}
            for mark in sorted(mark for mark in marks if 0 <= mark < _DAY_MIN):
                if (moment := midnight + timedelta(minutes=mark)) > now:
                    yield moment

    def _spans(self, day: date) -> list[Span]:
        """All that begin on a day, be it hours or dayparts."""
        parts = (part.span for part in self._dayparts if _weekday(day) in part.days)
        return [*self._open_spans(day), *parts]

    def _open_spans(self, day: date) -> tuple[Span, ...]:
        """When it is open on a day; of hours that are not kept, none is of interest."""
        if not self._hours.kept:
            return ()
        usual = self._hours.week.get(_weekday(day), ())
        return self._hours.exceptions.get(day, usual)

    def _is_open(self, moment: datetime) -> bool:
        if not self._hours.kept:
            return True
        today, yesterday = moment.date(), moment.date() - _A_DAY
        mark = minutes(moment.time())
        return any(_holds(span, mark) for span in self._open_spans(today)) or any(
            _holds(span, mark + _DAY_MIN) for span in self._open_spans(yesterday)
        )

    def _programme(self, moment: datetime) -> ProgrammeName:
        today, yesterday = _weekday(moment.date()), _weekday(moment.date() - _A_DAY)
        mark = minutes(moment.time())
        for part in self._dayparts:
            if (today in part.days and _holds(part.span, mark)) or (
                yesterday in part.days and _holds(part.span, mark + _DAY_MIN)
            ):
                return part.programme
        return "A"


def _weekday(day: date) -> Day:
    return DAYS[day.weekday()]


def _holds(span: Span, mark: int) -> bool:
    return span.start_min <= mark < span.end_min
