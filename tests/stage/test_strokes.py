"""A finger on an exhibit: what it reads, when it swipes instead, and what it never does."""

from itertools import product

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.stage.layout import PORTRAIT
from tests.conftest import KioskFactory, Rig, middle
from tests.stage.visitor import (
    Finger,
    box,
    exhibit,
    picture_area,
    read,
    segments,
    spots,
    swipe,
)
from tests.toolkit.drawn import alike

BESIDE = QPointF(420, 600)
"""On the hero number, where nothing can be touched."""

NOWHERE = QPointF(960, 20)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    return built


def over(rig: Rig, x: float, y: float = 0.5) -> QPointF:
    """A place on the picture of the exhibit, by shares of its width and height."""
    area = picture_area(rig)
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def back_home(rig: Rig) -> None:
    """The first scene again, at rest, and past the guard against repeats."""
    rig.stage.scene_requested.emit(0)
    rig.wind(400)
    rig.come_to_rest()


# --- reading -----------------------------------------------------------------------------------


def test_a_press_is_read_out_with_the_next_frame(rig: Rig) -> None:
    before = rig.picture()
    finger = Finger(rig).down(over(rig, 0.9))
    assert "2023" in read(rig)
    assert not alike(rig.picture(), before)
    finger.up()


def test_a_tap_reads_and_a_second_tap_clears(rig: Rig) -> None:
    rig.tap(over(rig, 0.9))
    assert "958.7" in read(rig) or "949.5" in read(rig)
    rig.wind(400)
    rig.tap(over(rig, 0.9))
    assert read(rig) == ""


def test_a_tap_elsewhere_on_the_chart_reads_something_else(rig: Rig) -> None:
    rig.tap(over(rig, 0.9))
    rig.wind(400)
    rig.tap(over(rig, 0.1))
    assert "2019" in read(rig)


@pytest.mark.parametrize("place", ["the empty stage", "the title", "the title of the exhibit"])
def test_a_tap_on_nothing_clears_the_reading(rig: Rig, place: str) -> None:
    rig.tap(over(rig, 0.9))
    assert read(rig)
    rig.wind(400)
    places = {
        "the empty stage": NOWHERE,
        "the title": QPointF(200, 160),
        "the title of the exhibit": box(exhibit(rig)).topLeft() + QPointF(60, 20),
    }
    rig.tap(places[place])
    assert read(rig) == ""
    assert rig.stage.page == 0


@pytest.mark.parametrize("px_per_s", [60, 200, 1200])
@pytest.mark.parametrize("way", [1, -1])
def test_an_unhurried_drag_reads_and_moves_nothing(rig: Rig, px_per_s: float, way: int) -> None:
    start, wide = over(rig, 0.5 - 0.48 * way), 0.96 * picture_area(rig).width()
    finger = Finger(rig).down(start)
    if px_per_s > 300:
        finger.rest(400)
    readings = set()
    for _ in range(24):
        finger.draw(QPointF(way * wide / 24, 0), px_per_s)
        assert rig.scene.x() == 0
        readings.add(read(rig).splitlines()[0])
    assert readings == {"2019", "2020", "2021", "2022", "2023"}
    finger.up()
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert read(rig), "what was read last stays, for whoever lifts the finger to read it"


@pytest.mark.parametrize("px_per_s", [200, 2000])
def test_a_drag_up_or_down_reads(rig: Rig, px_per_s: float) -> None:
    Finger(rig).down(over(rig, 0.9, 0.1)).draw(QPointF(6, 300), px_per_s).up()
    rig.come_to_rest()
    assert "2023" in read(rig)
    assert rig.stage.page == 0 and rig.scene.x() == 0


def test_a_drag_from_the_chart_goes_on_reading_beside_it(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.5)).rest(300)
    finger.draw(BESIDE - finger.at, 500)
    assert "2019" in read(rig)
    assert rig.scene.x() == 0
    finger.up()


# --- swiping -----------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [-500, 500])
@pytest.mark.parametrize("px_per_s", [600, 1500, 4000])
def test_a_quick_swipe_turns_the_scene_wherever_it_begins(
    rig: Rig, way: float, px_per_s: float
) -> None:
    for start, spacing_ms in product(spots(rig), (8, 16)):
        swipe(rig, start, way, px_per_s, spacing_ms)
        rig.come_to_rest()
        assert rig.stage.page == (1 if way < 0 else 3), (start, spacing_ms)
        back_home(rig)
        assert read(rig) == "", "a swipe leaves no reading behind"


def test_under_a_swipe_that_returns_nothing_is_read(rig: Rig) -> None:
    Finger(rig).down(over(rig, 0.5)).draw(QPointF(-150, 0), 900).rest(300).up()
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert read(rig) == ""


def test_a_swipe_that_returns_leaves_the_reading_that_was_there(rig: Rig) -> None:
    rig.tap(over(rig, 0.9))
    before = read(rig)
    Finger(rig).down(over(rig, 0.2)).draw(QPointF(-150, 0), 900).rest(300).up()
    rig.come_to_rest()
    assert read(rig) == before != ""


@pytest.mark.parametrize("px_per_s", [120, 600, 3000])
def test_beside_the_chart_every_drag_swipes(rig: Rig, px_per_s: float) -> None:
    scene = rig.scene
    finger = Finger(rig).down(BESIDE).rest(200).draw(QPointF(-360, 0), px_per_s)
    assert scene.x() == pytest.approx(-360)
    finger.up()
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_swipe_may_begin_on_the_names_of_series_and_on_the_switch(rig: Rig) -> None:
    (first, *_), second = exhibit(rig).controls(), segments(rig)[1]
    for start in (middle(first), middle(second)):
        swipe(rig, start, -500)
        rig.come_to_rest()
        assert rig.stage.page == 1
        back_home(rig)
        assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0]


# --- whatever else may happen ------------------------------------------------------------------


def test_a_second_finger_changes_nothing(rig: Rig) -> None:
    first = Finger(rig).down(over(rig, 0.9)).rest(300)
    first.draw(QPointF(-40, 0), 200)
    before = read(rig)
    other = Finger(rig, contact=1).down(over(rig, 0.1))
    other.draw(QPointF(-300, 0), 2000)
    other.up()
    assert read(rig) == before
    first.draw(QPointF(-400, 0), 200)
    assert read(rig) not in ("", before)
    first.up()
    rig.come_to_rest()
    assert rig.stage.page == 0 and rig.scene.x() == 0


def test_a_stroke_that_the_window_loses_is_as_if_it_had_not_been(rig: Rig) -> None:
    rig.tap(over(rig, 0.9))
    before = read(rig)
    finger = Finger(rig).down(over(rig, 0.1)).rest(300).draw(QPointF(60, 0), 200)
    assert read(rig) != before
    rig.stage.arbiter.cancel()
    assert read(rig) == before
    finger.draw(QPointF(300, 0), 200)
    finger.up()
    assert read(rig) == before
    assert rig.stage.page == 0


def test_a_paused_tour_takes_no_stroke_away(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.1)).rest(300).draw(QPointF(60, 0), 200)
    rig.view.key_pressed.emit(Qt.Key.Key_Space, False)
    finger.draw(over(rig, 0.95) - finger.at, 600)
    assert "2023" in read(rig)
    finger.up()
    assert "2023" in read(rig)


def test_a_stroke_holds_the_tour(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.0)).rest(300)
    for _ in range(40):
        finger.draw(QPointF(20, 0), 8, spacing_ms=100)
    assert rig.stage.page == 0 and not rig.tour.playing
    finger.up()


@pytest.mark.parametrize("sliding", [True, False])
@pytest.mark.parametrize("how", ["key", "prologue", "idle"])
def test_a_stroke_may_outlive_its_scene(rig: Rig, how: str, sliding: bool) -> None:
    rig.tap(over(rig, 0.9))
    rig.wind(400)
    finger = Finger(rig).down(over(rig, 0.5)).rest(300).draw(QPointF(60, 0), 200)
    gone: ExhibitItem = exhibit(rig)
    match how:
        case "key":
            rig.view.key_pressed.emit(Qt.Key.Key_PageDown, False)
        case "prologue":
            rig.stage.prologue_requested.emit()
        case "idle":
            rig.wind(85_500, step=100)
            while rig.stage.page == 0:
                rig.wind(100, step=100)
    if not sliding:
        rig.come_to_rest()
    finger.draw(QPointF(100, 0), 200)
    rig.come_to_rest()
    finger.draw(QPointF(-300, 0), 200).up()
    rig.come_to_rest()
    assert rig.stage.page != 0 and rig.scene.x() == 0
    assert gone.selected is None
    assert not any(item.pressed for item in rig.stage.touchables())


def test_a_finger_left_on_the_chart_reads_no_more_when_everybody_has_gone(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.9)).rest(300).draw(QPointF(-40, 0), 200)
    rig.wind(95_500, step=100)  # ten seconds of it might be a gesture
    assert rig.tour.playing and rig.stage.page == 0
    assert read(rig) == ""
    finger.up()
    assert read(rig) == ""


def test_a_stroke_may_outlive_the_layout(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.9)).rest(300).draw(QPointF(-40, 0), 200)
    rig.view.resize(540, 960)
    assert rig.stage.layout is PORTRAIT
    finger.draw(QPointF(-300, 0), 200).up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.scene.x(), read(rig)) == (0, 0, "")
    rig.tap(over(rig, 0.9))
    assert "2023" in read(rig)


def test_under_an_opened_card_the_chart_is_out_of_reach(rig: Rig) -> None:
    place = over(rig, 0.9)
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    finger = Finger(rig).down(place).rest(300).draw(QPointF(-300, 0), 200)
    assert read(rig) == ""
    finger.up()
    assert rig.stage.page == 0 and rig.scene.x() == 0


def test_a_card_opened_in_the_middle_of_a_stroke_ends_it(rig: Rig) -> None:
    finger = Finger(rig).down(over(rig, 0.9)).rest(300).draw(QPointF(-40, 0), 200)
    rig.stage.open_card(rig.scene.cards()[0])
    finger.draw(QPointF(-300, 0), 200)
    assert read(rig) == ""
    finger.up()
    rig.stage.close_card()
    rig.come_to_rest()
    assert read(rig) == ""


def test_an_opened_card_closes_what_is_read_out_under_it(rig: Rig) -> None:
    rig.tap(over(rig, 0.9))
    assert read(rig)
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    assert read(rig) == ""
