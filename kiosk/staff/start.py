"""The page «Access and language»."""

from kiosk.staff.page import Page
from kiosk.staff.status import Status


class StartPage(Page):
    """Not built yet."""

    name = "start"

    def build(self, status: Status) -> None:
        """Builds nothing so far."""
