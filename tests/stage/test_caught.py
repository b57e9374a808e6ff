"""A slide that a finger catches in flight: it stays under the finger, turns round, goes on."""

import pytest
from PySide6.QtCore import QPointF

from kiosk.stage.carousel import SLIDE_MS
from kiosk.stage.scene_item import SceneItem
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import Finger

BESIDE_THE_CHART = QPointF(420, 560)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    """The tour has just begun to turn to its second scene by itself."""
    built = kiosk(size=(640, 360))
    built.come_to_rest()
    built.wind(built.tour.next_due_ms() + 16, step=200)
    while built.stage.page == 0:
        built.wind(16)
    built.wind(SLIDE_MS / 2)
    assert len(seen(built)) == 2
    return built


def seen(rig: Rig) -> list[SceneItem]:
    """The scenes in the picture, the left one first."""
    items = [item for item in rig.stage.live_items() if item.isVisible()]
    return sorted(items, key=lambda item: item.x())


def caught(rig: Rig) -> Finger:
    """A finger that has just caught the slide."""
    return Finger(rig).down(BESIDE_THE_CHART).draw(QPointF(-40, 0))


def test_it_stays_under_the_finger_however_long_that_takes(rig: Rig) -> None:
    finger = caught(rig)
    x = seen(rig)[1].x()
    finger.rest(3000)
    assert seen(rig)[1].x() == x
    finger.draw(QPointF(-70, 0))
    assert seen(rig)[1].x() == pytest.approx(x - 70)
    finger.draw(QPointF(200, 0))
    assert seen(rig)[1].x() == pytest.approx(x + 130)
    assert seen(rig)[1].x() - seen(rig)[0].x() == pytest.approx(1920)
    finger.up()
    rig.come_to_rest()


def test_let_go_it_comes_in_without_a_leap(rig: Rig) -> None:
    finger = caught(rig)
    x = seen(rig)[1].x()
    finger.rest(400).up()
    rig.wind(16)
    assert 0.8 * x < seen(rig)[1].x() <= x
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index, rig.scene.x()) == (1, 1, 0)


def test_pushed_back_it_goes_again_and_the_tour_with_it(rig: Rig) -> None:
    finger = caught(rig)
    finger.draw(QPointF(1920 - seen(rig)[1].x() - 300, 0)).rest(400)
    finger.up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index, rig.scene.x()) == (0, 0, 0)
    assert rig.scene.scene_content.id == "new-energy"


def test_flung_back_it_goes_again(rig: Rig) -> None:
    caught(rig).draw(QPointF(300, 0), px_per_s=2000).up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index) == (0, 0)


def test_pushed_back_and_drawn_in_again_it_comes(rig: Rig) -> None:
    finger = caught(rig)
    finger.draw(QPointF(700, 0)).draw(QPointF(-900, 0)).rest(400)
    finger.up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index, rig.scene.x()) == (1, 1, 0)


def test_it_can_be_caught_again_while_it_turns_round(rig: Rig) -> None:
    caught(rig).draw(QPointF(300, 0), px_per_s=2000).up()
    rig.wind(48)
    (left, right), finger = seen(rig), Finger(rig)
    finger.down(BESIDE_THE_CHART).draw(QPointF(-40, 0))
    assert seen(rig) == [left, right]
    x = right.x()
    finger.draw(QPointF(-60, 0), px_per_s=400)
    assert right.x() == pytest.approx(x - 60)
    finger.draw(QPointF(-400, 0), px_per_s=2500).up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index, rig.scene.x()) == (1, 1, 0)


def test_a_finger_that_becomes_a_palm_lets_it_come_in(rig: Rig) -> None:
    caught(rig).draw(QPointF(200, 0))
    rig.stage.arbiter.drop(0)
    rig.come_to_rest()
    assert (rig.stage.page, rig.tour.index, rig.scene.x()) == (1, 1, 0)
