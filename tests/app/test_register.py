"""What visitors do comes to the journal."""

from pathlib import Path

from kiosk.venue.journal import Journal
from kiosk.venue.visitors import VisitorFigures
from tests.app.conftest import WEDNESDAY, VenueFactory
from tests.conftest import middle

PATIENCE_S = 10.0


def counted(folder: Path) -> VisitorFigures:
    """What the next run finds in the venue's folder."""
    book = Journal(folder)
    book.count(7, WEDNESDAY.date())
    assert book.flush(PATIENCE_S)
    figures = book.take_figures()
    assert figures
    book.close()
    return figures


def test_the_first_thing_that_is_done_to_an_exhibit_counts(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    scene = here.rig.scene
    exhibit = next(item for item in here.rig.stage.touchables() if scene.exhibit_number(item) == 1)
    here.rig.stage.arbiter.begin(0, middle(exhibit))
    here.rig.stage.arbiter.end(0, middle(exhibit))  # before the clock has ticked
    here.rig.leave()
    here.house.close()
    assert dict(counted(here.folder).touches) == {f"{scene.scene_content.id}/1": 1}
