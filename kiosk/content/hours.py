"""When a venue is open, and which programme is on when; times are those on the venue's clock."""

import re
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer, PlainValidator

from kiosk.content.frozen import Frozen
from kiosk.content.programme import ProgrammeName

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[Day, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
_DAY_MIN = 24 * 60


class Span(tuple[int, int]):
    """From one time of day to another, in minutes since midnight; written `10:00-18:00`.

    The end is after the start and at most 48:00: `18:00-02:00` ends on the next day, and so does
    `00:00-24:00`, which is a whole day.
    """

    __slots__ = ()

    @property
    def start_min(self) -> int:
        """Minutes since midnight, from 0 to 1439."""
        return self[0]

    @property
    def end_min(self) -> int:
        """Minutes since the same midnight, up to 1440 more than a day."""
        return self[1]

    def __str__(self) -> str:
        end = self.end_min if self.end_min == _DAY_MIN else self.end_min % _DAY_MIN
        return f"{_told(self.start_min)}-{_told(end)}"


def _told(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _span(value: Any) -> Span:
    if isinstance(value, Span):
        return value
    match = _SPAN.fullmatch(str(value).strip().replace("–", "-"))
    if not match:
        raise ValueError(f"'{value}' is not a span such as 10:00-18:00")
    hours = [int(part) for part in match.groups()]
    start, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
    if start >= _DAY_MIN or end > _DAY_MIN or max(hours[1], hours[3]) > 59:
        raise ValueError(f"'{value}' has a time that is none")
    return Span((start, end if end > start else end + _DAY_MIN))


OpenSpan = Annotated[Span, PlainValidator(_span), PlainSerializer(str, return_type=str)]
Spans = Annotated[tuple[OpenSpan, ...], Field(max_length=4)]
"""When it is open on one day; empty for closed."""


class Hours(Frozen):
    """The opening hours.

    Attributes:
        kept: whether they are kept; if not, the exhibit is always open.
        week: when it is open on each day; a day that is left out is closed.
        exceptions: other hours on single dates.
        screen_off: whether the screen is switched off while it is closed, where that can be done.
    """

    kept: bool = False
    week: dict[Day, Spans] = Field(default_factory=dict)
    exceptions: dict[date, Spans] = Field(default_factory=dict)
    screen_off: bool = False


class Daypart(Frozen):
    """Lets another programme than A be on for a part of some days; the first that fits counts."""

    programme: ProgrammeName
    days: Annotated[tuple[Day, ...], Field(min_length=1)] = DAYS
    span: OpenSpan


def minutes(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute
