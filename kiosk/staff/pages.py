"""The pages of the panel, in the order in which they are listed."""

from kiosk.staff.hours import HoursPage
from kiosk.staff.machine import MachinePage
from kiosk.staff.page import Page
from kiosk.staff.programme import ProgrammePage
from kiosk.staff.start import StartPage
from kiosk.staff.updates import UpdatesPage
from kiosk.staff.visitors import VisitorsPage

PAGES: tuple[type[Page], ...] = (
    ProgrammePage,
    HoursPage,
    UpdatesPage,
    VisitorsPage,
    MachinePage,
    StartPage,
)
