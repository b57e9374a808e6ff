"""Nothing that a visitor has done to an exhibit waits for the next one."""

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.exhibits.entrance import SETTLED
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.visit import VisitState
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import Finger, exhibit, picture_area, read, segments
from tests.toolkit.drawn import inside


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    return built


def words_seen(rig: Rig) -> list[str]:
    """What is read out anywhere on the stage, seen or not."""
    items = (item for scene in rig.stage.live_items() for item in every(scene))
    return [item.read_out.words for item in items if item.read_out.words]


def every(item: object) -> list[ExhibitItem]:
    found = [item] if isinstance(item, ExhibitItem) else []
    for child in item.childItems():  # type: ignore[attr-defined]
        found += every(child)
    return found


def live(monkeypatch: pytest.MonkeyPatch) -> list[ExhibitItem]:
    """Lets all exhibits live; returns those that do, as they do."""
    living: list[ExhibitItem] = []
    monkeypatch.setattr(ExhibitItem, "lives", True)
    monkeypatch.setattr(ExhibitItem, "live", lambda item, _elapsed_ms: living.append(item))
    return living


def read_and_isolate(rig: Rig) -> None:
    rig.tap(rig.touchable("銷售"))
    rig.come_to_rest()
    rig.wind(400)
    rig.tap(picture_area(rig).center())
    assert "銷售" in read(rig) and "生產" not in read(rig)


def test_a_scene_that_has_gone_forgets_what_was_read_and_isolated(rig: Rig) -> None:
    read_and_isolate(rig)
    scene = rig.scene
    rig.stage.next_requested.emit()
    rig.wind(300)
    assert any(item.read_out.words for item in inside(scene) if isinstance(item, ExhibitItem)), (
        "while it slides out it stays as it is"
    )
    rig.come_to_rest()
    assert scene in rig.stage.live_items(), "it is a neighbour now"
    assert [item.selected for item in every(scene)] == [None, None]
    rig.stage.previous_requested.emit()
    rig.come_to_rest()
    rig.tap(picture_area(rig).center())
    assert "銷售" in read(rig) and "生產" in read(rig), "no series is alone any more"


def test_what_has_slid_out_lives_no_longer(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    living = live(monkeypatch)
    for _ in range(3):
        rig.stage.next_requested.emit()
        rig.come_to_rest()
    rig.stage.scene_requested.emit(0)
    rig.come_to_rest()
    living.clear()
    rig.wind(100)
    assert set(living) == {exhibit(rig)}


def test_when_a_visitor_has_gone_the_exhibit_is_as_it_was(rig: Rig) -> None:
    read_and_isolate(rig)
    shown = exhibit(rig)
    rig.wind(85_500, step=100)
    rig.come_to_rest()
    assert rig.tour.playing and exhibit(rig) is shown
    assert shown.entrance == SETTLED, "it does not appear again"
    assert read(rig) == ""
    rig.tap(picture_area(rig).center())
    assert "銷售" in read(rig) and "生產" in read(rig)


def test_when_a_visitor_has_gone_the_first_exhibit_comes_back(rig: Rig) -> None:
    rig.tap(segments(rig)[1])
    rig.come_to_rest()
    rig.tap(picture_area(rig).center())
    rig.wind(85_500, step=100)
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0]
    assert words_seen(rig) == []


def test_a_scene_that_comes_back_before_it_has_gone_goes_on_as_it_was(rig: Rig) -> None:
    read_and_isolate(rig)
    shown, before = exhibit(rig), read(rig)
    rig.stage.next_requested.emit()
    rig.wind(200)
    rig.stage.previous_requested.emit()
    for _ in range(60):
        assert shown.entrance == SETTLED
        rig.wind(16)
    assert rig.stage.page == 0 and exhibit(rig) is shown
    assert read(rig) == before


def test_a_scene_that_is_drawn_back_and_let_go_keeps_what_is_read(rig: Rig) -> None:
    rig.tap(picture_area(rig).center())
    before = read(rig)
    Finger(rig).down(QPointF(420, 600)).rest(100).draw(QPointF(-150, 0), 200).rest(200).up()
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert read(rig) == before != ""


# --- escape ------------------------------------------------------------------------------------


def test_escape_closes_the_card_first_and_then_what_is_read(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    rig.view.key_pressed.emit(Qt.Key.Key_Escape, False)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    rig.wind(400)
    rig.tap(picture_area(rig).center())
    assert read(rig)
    rig.view.key_pressed.emit(Qt.Key.Key_Escape, False)
    assert read(rig) == ""
    assert rig.stage.page == 0


# --- the invitation ----------------------------------------------------------------------------


def bare(rig: Rig) -> bool:
    """Whether the invitation stands before nothing but the backdrop."""
    assert rig.visit.state is VisitState.ATTRACT
    return not any(item.isVisible() for item in rig.stage.live_items())


@pytest.mark.parametrize("elsewhere", ["scene", "prologue"])
def test_the_invitation_has_the_screen_to_itself_wherever_the_visitor_was(
    kiosk: KioskFactory, elsewhere: str
) -> None:
    rig = kiosk(size=(640, 360), attract_s=48)
    rig.visit.touch()
    rig.come_to_rest()
    if elsewhere == "scene":
        rig.stage.scene_requested.emit(2)
    else:
        rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    rig.visit.end()
    for _ in range(60):
        rig.wind(16)
        assert bare(rig)
    assert rig.stage.page == 0
    rig.visit.touch()
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "new-energy"
    assert exhibit(rig).entrance == SETTLED


def test_an_invitation_in_the_middle_of_a_slide_has_the_screen_to_itself(
    kiosk: KioskFactory,
) -> None:
    rig = kiosk(size=(640, 360), attract_s=48)
    rig.visit.touch()
    rig.come_to_rest()
    rig.stage.next_requested.emit()
    rig.wind(200)
    rig.visit.end()
    rig.wind(16)
    assert bare(rig)
    rig.wind(1_000)
    assert bare(rig)
