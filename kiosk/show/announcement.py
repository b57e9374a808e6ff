"""When it opens next, in the words that one uses in front of a closed door."""

from datetime import datetime

from kiosk.content.language import Language
from kiosk.content.strings import Strings

A_WEEK_DAYS = 7


def opening_told(strings: Strings, language: Language, now: datetime, opens: datetime) -> str:
    """«Opens tomorrow at 10:00»; a day further away than its name can tell has its date."""
    ahead = (opens.date() - now.date()).days
    wanted = {0: strings.opens_today, 1: strings.opens_tomorrow}.get(ahead)
    if wanted is None:
        near = ahead < A_WEEK_DAYS
        wanted = strings.opens_on_weekday if near else strings.opens_on_date
    return wanted.text(language).format(
        time=f"{opens:%H:%M}",
        weekday=strings.weekdays.text(language).split()[opens.weekday()],
        day=opens.day,
        month=strings.months.text(language).split()[opens.month - 1],
    )
