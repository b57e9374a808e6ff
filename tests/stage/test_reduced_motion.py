"""With reduced motion nothing moves: the final state is there with the next tick."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from kiosk.exhibits.entrance import SETTLED
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import Finger, exhibit, segments
from tests.toolkit.drawn import alike


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    built.kiosk.animator.reduced_motion = True
    return built


def film(rig: Rig, frames: int = 12) -> list[QImage]:
    """What is seen over the rail, frame by frame, each picture once."""
    seen: list[QImage] = []
    for _ in range(frames):
        picture = rig.picture().copy(0, 0, 960, 460)
        if not any(alike(picture, other) for other in seen):
            seen.append(picture)
        rig.wind(16)
    return seen


def test_another_scene_is_there_whole_and_only_fades_in(rig: Rig) -> None:
    rig.stage.next_requested.emit()
    rig.wind(16)
    assert rig.scene.x() == 0, "it has not moved in"
    assert rig.stage.page == 1 and exhibit(rig).entrance == SETTLED
    rig.wind(150)
    seen = film(rig, frames=2)
    rig.stage.place_page(1)
    assert len(seen) == 1
    assert alike(seen[-1], rig.picture().copy(0, 0, 960, 460))


def test_another_exhibit_is_there_whole(rig: Rig) -> None:
    rig.tap(segments(rig)[1])
    rig.wind(16)
    assert len(film(rig)) == 1
    assert exhibit(rig).entrance == SETTLED
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[1]


def test_a_card_is_opened_and_closed_without_moving(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    overlay = rig.stage.overlay()
    assert overlay
    place, seen = overlay.plate.y(), []
    for _ in range(10):
        rig.wind(16)
        assert overlay.plate.y() == place
        seen.append(overlay.opacity())
    assert seen == sorted(seen) and seen[-1] == 1
    rig.stage.close_card()
    rig.wind(160)
    assert overlay.scene() is None
    assert len(film(rig)) == 1


def test_a_scene_follows_the_finger_all_the_same_and_is_then_where_it_belongs(rig: Rig) -> None:
    scene = rig.scene
    finger = Finger(rig).down(QPointF(420, 600)).draw(QPointF(-400, 0), 1500)
    assert scene.x() == pytest.approx(-400)
    finger.up()
    rig.wind(32)
    assert rig.stage.page == 1 and rig.scene.x() == 0
    assert exhibit(rig).entrance == SETTLED


def test_at_the_start_everything_is_there_with_the_first_tick(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540))
    rig.kiosk.animator.reduced_motion = True
    rig.wind(16)
    assert exhibit(rig).entrance == SETTLED
    assert len(film(rig)) == 1
