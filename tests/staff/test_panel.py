"""The panel around its pages."""

from kiosk.staff.commands import Leave
from kiosk.staff.pages import PAGES
from tests.staff.conftest import BoothFactory


def test_every_page_opens_by_its_entry(booth: BoothFactory) -> None:
    panel = booth("programme").panel
    for entry, page in zip(panel.touchables(), PAGES, strict=False):
        entry.activate()
        assert panel.page == page.name


def test_staff_leave_by_the_button(booth: BoothFactory) -> None:
    desk = booth("hours")
    desk.touch("離開")
    assert desk.commands == [Leave()]
