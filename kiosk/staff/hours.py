"""The page «Opening hours»."""

from kiosk.staff.page import Page
from kiosk.staff.status import Status


class HoursPage(Page):
    """Not built yet."""

    name = "hours"

    def build(self, status: Status) -> None:
        """Builds nothing so far."""
