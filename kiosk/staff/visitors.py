"""The page «Visitors»."""

from kiosk.staff.page import Page
from kiosk.staff.status import Status


class VisitorsPage(Page):
    """Not built yet."""

    name = "visitors"

    def build(self, status: Status) -> None:
        """Builds nothing so far."""
