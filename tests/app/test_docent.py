"""A docent speaks for as long as it takes, but not all night."""

from datetime import datetime

from kiosk.content.hours import Span
from kiosk.show.curtain import Reason
from tests.app.conftest import VenueFactory

CLOSING = {
    "hours.kept": True,
    "hours.week": {"wednesday": (Span((10 * 60, 18 * 60)),)},
    "timing.idle_s": 30.0,
    "timing.warning_s": 20.0,
}


def test_docent_mode_ends_with_the_opening_hours(venue: VenueFactory) -> None:
    here = venue(CLOSING, now=datetime(2026, 11, 25, 17, 55))
    here.rig.tap(here.rig.stage.layout.rect.center())
    here.rig.kiosk.visit.guide(True)
    here.rig.wind(4 * 60_000, step=500)
    assert here.rig.kiosk.visit.somebody, "nobody is forgotten while a docent is speaking"
    here.rig.wind(3 * 60_000, step=500)
    assert here.house.curtain.reason is Reason.CLOSED
