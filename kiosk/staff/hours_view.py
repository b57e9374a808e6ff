"""What of the opening hours is being looked at; no part of what is drafted."""

import datetime
from dataclasses import dataclass
from typing import Literal

from kiosk.content.hours import Day

Tab = Literal["week", "exceptions", "dayparts"]


@dataclass(frozen=True)
class HoursView:
    """Which tab is open, and what is chosen there.

    Attributes:
        date: the exception that is edited; None for the first.
        daypart: the place in the list of the one that is edited.
        month: the first day of the month from which a date is picked; None while none is.
    """

    tab: Tab = "week"
    day: Day = "monday"
    date: datetime.date | None = None
    daypart: int = 0
    month: datetime.date | None = None
