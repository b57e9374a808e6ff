"""The page «Machine»."""

from kiosk.staff.page import Page
from kiosk.staff.status import Status


class MachinePage(Page):
    """Not built yet."""

    name = "machine"

    def build(self, status: Status) -> None:
        """Builds nothing so far."""
