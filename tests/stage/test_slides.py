"""Scenes sliding: under a finger, by themselves, and both at once."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRect

from kiosk.stage.hero import HeroItem
from kiosk.toolkit.counter import Counter
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import Finger
from tests.toolkit.drawn import alike, inside

BESIDE_THE_CHART = QPointF(420, 560)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def test_a_scene_follows_the_finger(rig: Rig) -> None:
    scene = rig.scene
    rig.drag(-300, ms=400, release=False)
    assert scene.x() == -300
    (neighbour,) = (i for i in rig.stage.live_items() if i.isVisible() and i is not scene)
    assert neighbour.x() == 1920 - 300
    assert neighbour.scene_content.id == "ai-production"


def test_a_long_swipe_turns_and_a_short_one_returns(rig: Rig) -> None:
    rig.drag(-700, ms=1500)
    rig.come_to_rest()
    assert rig.stage.page == 1
    rig.drag(-120, ms=1500)
    rig.come_to_rest()
    assert rig.stage.page == 1 and rig.scene.x() == 0
    rig.drag(700, ms=1500)
    rig.come_to_rest()
    assert rig.stage.page == 0


def test_a_flick_turns_however_short_it_is(rig: Rig) -> None:
    rig.drag(-150, ms=64)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_swipe_that_returns_does_not_play_the_chart_again(rig: Rig) -> None:
    before = rig.picture()
    Finger(rig).down(BESIDE_THE_CHART).draw(QPointF(-120, 0), px_per_s=80).up()
    rig.come_to_rest()
    rig.wind(100)
    after = rig.picture()
    # The rail stands still while it is held; the rest is as it was.
    assert after == before


def test_a_scene_caught_on_its_way_in_comes_in_all_the_same(rig: Rig) -> None:
    rig.stage.next_requested.emit()
    rig.wind(300)
    rig.drag(-40, ms=100)
    rig.come_to_rest()
    assert rig.stage.page == 1
    settled = rig.picture()
    rig.stage.place_page(1)
    assert rig.picture().copy(0, 0, 1280, 620) == settled.copy(0, 0, 1280, 620)


@pytest.mark.parametrize("page", [0, 1, 2, 3, None])
def test_a_scene_that_slid_in_looks_as_if_it_had_always_been_there(
    kiosk: KioskFactory, rig: Rig, page: int | None
) -> None:
    """It was built while it was not seen, which must make no difference."""
    for _ in range(2):
        rig.stage.next_requested.emit()
        rig.come_to_rest()
    if page is None:
        rig.stage.prologue_requested.emit()
    else:
        rig.stage.scene_requested.emit(page)
    rig.come_to_rest()
    other = kiosk()
    other.stage.place_page(page)
    over_the_rail = QRect(0, 0, 1280, 620)
    pictures = [each.picture().copy(over_the_rail) for each in (rig, other)]
    assert alike(*pictures)


def test_two_steps_at_once_leave_no_gap(rig: Rig) -> None:
    rig.stage.next_requested.emit()
    rig.wind(200)
    rig.stage.next_requested.emit()
    rig.wind(32)
    places = sorted(item.x() for item in rig.stage.live_items() if item.isVisible())
    assert places[0] <= 0 < places[0] + 1920
    assert all(b - a == pytest.approx(1920) for a, b in itertools.pairwise(places))
    rig.come_to_rest()
    assert rig.stage.page == 2 and rig.scene.x() == 0


def test_no_more_scenes_live_than_the_shown_one_and_its_neighbours(rig: Rig) -> None:
    for _ in range(9):
        rig.stage.next_requested.emit()
        rig.come_to_rest()
        rig.wind(100)
        assert len(rig.stage.live_items()) == 3


def test_no_figure_is_shown_that_is_not_the_source_s(rig: Rig) -> None:
    """While a scene slides in, its large number is not there yet, rather than nought."""
    rig.stage.next_requested.emit()
    rig.wind(200)
    incoming = next(i for i in rig.stage.live_items() if i.isVisible() and i.x() > 0)
    hero = incoming.scene_content.hero
    (number,) = (
        item
        for item in inside(incoming)
        if isinstance(item, Counter) and isinstance(item.parentItem(), HeroItem)
    )
    assert hero and number.opacity() == 0


def test_a_window_turned_upright_is_laid_out_anew(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.wind(100)
    rig.view.resize(720, 1280)
    rig.come_to_rest()
    assert rig.stage.layout.size.height() > rig.stage.layout.size.width()
    assert rig.stage.page == 0 and rig.scene.isVisible()
    rig.tap(rig.touchable("關閉"))
    rig.come_to_rest()
    rig.tap(rig.touchable("萬物互聯"))
    rig.come_to_rest()
    assert rig.stage.page == 2


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (2560, 1080), (1920, 540)])
def test_other_shapes_keep_the_design_whole_and_undistorted(
    kiosk: KioskFactory, size: tuple[int, int]
) -> None:
    rig = kiosk(size=size)
    transform = rig.view.viewportTransform()
    assert transform.m11() == pytest.approx(transform.m22())
    corner = rig.view.mapFromScene(QPointF(1920, 1080))
    origin = rig.view.mapFromScene(QPointF(0, 0))
    assert origin.x() >= 0 and origin.y() >= 0
    assert corner.x() <= size[0] and corner.y() <= size[1]
