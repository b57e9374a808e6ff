"""The page «Programme and timing»."""

from kiosk.staff.page import Page
from kiosk.staff.status import Status


class ProgrammePage(Page):
    """Not built yet."""

    name = "programme"

    def build(self, status: Status) -> None:
        """Builds nothing so far."""
