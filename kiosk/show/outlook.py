"""What the opening hours say now, and what they will change next."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.content.programme import ProgrammeName


@dataclass(frozen=True)
class Outlook:
    """What is on by the clock.

    Attributes:
        open: whether the exhibit is open.
        programme: the programme that is on.
        next_change: when something changes next; None for never.
        then_open: whether it is open after that.
        then_programme: the programme that is on after that.
        trusted: whether the clock is believed; if not, it is open whatever the hours say.
    """

    open: bool
    programme: ProgrammeName
    next_change: datetime | None
    then_open: bool
    then_programme: ProgrammeName
    trusted: bool = True


ALWAYS_OPEN = Outlook(True, "A", None, True, "A", trusted=False)
"""While nobody knows what time it is: rather open at night than dark by day."""
