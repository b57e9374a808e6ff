"""How a kiosk begins that the supervisor has had to start again."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.content.model import Exhibition
from kiosk.exhibits.plain import PlainItem, plain
from kiosk.show.clock import ManualClock
from kiosk.show.visit import VisitState
from kiosk.toolkit.wardrobe import Wardrobe
from kiosk.venue.incidents import Incident, Incidents
from kiosk.venue.machine import StartReason
from tests.app.conftest import WEDNESDAY, VenueFactory
from tests.conftest import KioskFactory, Rig


@pytest.fixture
def inviting(
    qapp: QApplication, exhibition: Exhibition, wardrobe: Wardrobe, clock: ManualClock
) -> Rig:
    """A kiosk that begins with its invitation, not started yet."""
    rig = Rig(Kiosk(exhibition, wardrobe, clock), clock, wardrobe)
    rig.view.resize(640, 360)
    rig.view.show()
    qapp.processEvents()
    assert rig.visit.state is VisitState.ATTRACT
    return rig


@pytest.mark.parametrize(
    ("scene", "state", "page"),
    [
        ("future-industry", VisitState.TOUR, 3),
        ("new-energy", VisitState.TOUR, 0),
        ("gone", VisitState.ATTRACT, 0),
        ("", VisitState.ATTRACT, 0),
    ],
)
def test_it_begins_with_the_scene_it_is_told(
    inviting: Rig, scene: str, state: VisitState, page: int
) -> None:
    inviting.kiosk.start(scene)
    inviting.wind(32)
    assert (inviting.visit.state, inviting.stage.page) == (state, page)
    assert (inviting.stage.screen() is None) == (state is VisitState.TOUR)
    if state is VisitState.TOUR:
        inviting.wind(90_000, step=100)
        assert inviting.stage.page != page, "and the tour goes on from there"
    inviting.kiosk.close()


def test_the_safe_show_builds_no_exhibit_and_keeps_every_word(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=plain(exhibition))
    for page, scene in enumerate(exhibition.scenes):
        rig.stage.place_page(page)
        wall = rig.scene._wall
        assert {type(item) for item in wall._items} == {PlainItem}
        said = rig.scene.describe()
        assert scene.title.zh_hant in said
        assert scene.exhibits[0].title.zh_hant in said
        assert rig.scene.cards()


def test_in_the_safe_show_nothing_moves_and_staff_are_told(venue: VenueFactory) -> None:
    safe = venue(safe=True)
    assert safe.rig.kiosk.visit.preferences.reduced_motion
    assert not safe.rig.kiosk.animator.drifting
    assert [one.kind for one in safe.house.machine.status().troubles] == ["safe-show"]
    usual = venue()
    assert not usual.rig.kiosk.visit.preferences.reduced_motion


@pytest.mark.parametrize(
    ("because", "told"),
    [
        ("crash", ["stopped-unexpectedly"]),
        ("hang", ["hung"]),
        ("memory", ["memory-full"]),
        ("asked", []),
        ("update", []),
        ("recovery", []),
    ],
)
def test_staff_are_told_why_it_was_started_again(
    venue: VenueFactory, because: StartReason, told: list[str]
) -> None:
    built = venue(because=because)
    status = built.house.machine.status()
    assert status.starts[0].reason == because
    assert [one.kind for one in status.troubles] == told


def test_they_are_told_what_it_has_said_last(venue: VenueFactory) -> None:
    folder = venue().folder
    lines = ("--- starting", "ValueError: broken")
    incident = Incident(WEDNESDAY, "crash", -11, "normal", "prologue", lines)
    Incidents(folder).note(incident)
    trouble = venue(because="crash").house.machine.status().troubles[0]
    assert trouble.detail == "prologue · exit -11 · ValueError: broken"
