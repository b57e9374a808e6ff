"""A visitor at the screen: what a finger and a key do, and what happens when they have gone."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.show.tour import Hold
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, Rig, middle

BESIDE_THE_PANEL = QPointF(40, 540)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def first_card(rig: Rig) -> Touchable:
    return rig.scene.cards()[0]


def test_a_chip_leads_to_its_scene(rig: Rig) -> None:
    rig.tap(rig.touchable("未來工業"))
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "future-industry"


def test_next_and_previous_walk_the_tour_round(rig: Rig) -> None:
    seen = []
    for _ in range(4):
        rig.tap(rig.touchable("下一個"))
        rig.wind(400)  # past the guard against repeats
        rig.come_to_rest()
        seen.append(rig.stage.page)
    assert seen == [1, 2, 3, 0]
    rig.tap(rig.touchable("上一個"))
    rig.come_to_rest()
    assert rig.stage.page == 3


def test_a_button_is_pressed_at_once_and_acts_when_let_go(rig: Rig) -> None:
    button = rig.touchable("下一個")
    rig.stage.arbiter.begin(0, middle(button))
    assert button.pressed and rig.stage.page == 0
    rig.stage.arbiter.end(0, middle(button))
    assert not button.pressed and rig.stage.page == 1


def test_sliding_off_a_button_takes_the_press_back(rig: Rig) -> None:
    button = rig.touchable("下一個")
    rig.stage.arbiter.begin(0, middle(button))
    away = middle(button) - QPointF(0, 300)
    rig.stage.arbiter.move(0, away)
    assert not button.pressed
    rig.stage.arbiter.end(0, away)
    rig.come_to_rest()
    assert rig.stage.page == 0


def test_ten_fingers_at_once_turn_one_scene(rig: Rig) -> None:
    button = rig.touchable("下一個")
    for contact in range(10):
        rig.stage.arbiter.begin(contact, middle(button))
    for contact in range(10):
        rig.stage.arbiter.end(contact, middle(button))
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_card_opens_whole_and_a_touch_beside_it_closes_it(rig: Rig) -> None:
    rig.tap(first_card(rig))
    rig.come_to_rest()
    opened = rig.stage.overlay()
    assert opened is not None
    rig.tap(opened.mapToScene(opened.boundingRect().center()))
    rig.wind(400)
    assert rig.stage.overlay() is opened, "a touch on the panel does nothing"
    rig.tap(BESIDE_THE_PANEL)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    assert rig.stage.page == 0


def test_an_opened_card_keeps_touches_off_the_scene(rig: Rig) -> None:
    chip = middle(rig.touchable("未來工業"))
    rig.tap(first_card(rig))
    rig.come_to_rest()
    rig.tap(chip)
    rig.come_to_rest()
    assert rig.stage.overlay() is None and rig.stage.page == 0


def test_a_card_left_open_is_closed_when_the_visitor_has_gone(rig: Rig) -> None:
    rig.tap(first_card(rig))
    rig.wind(86_000, step=200)
    assert rig.stage.overlay() is None


def test_a_touch_holds_the_tour_and_idle_time_lets_it_go_on_where_it_was(rig: Rig) -> None:
    rig.wind(2_000)
    rig.tap(QPointF(960, 20))
    before = rig.tour.progress
    rig.wind(84_000, step=200)
    assert (rig.tour.hold, rig.stage.page, rig.tour.progress) == (Hold.HELD, 0, before)
    rig.wind(2_000, step=200)
    assert rig.tour.playing and rig.stage.page == 0


def test_the_pause_button_pauses_and_resumes(rig: Rig) -> None:
    rig.tap(rig.touchable("暫停"))
    assert rig.tour.hold is Hold.PAUSED
    rig.wind(400)
    rig.tap(rig.touchable("繼續"))
    assert rig.tour.playing


def test_the_tour_goes_on_by_itself(rig: Rig) -> None:
    rig.wind(31_000, step=50)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_the_rail_fills_with_the_scene_s_time(rig: Rig) -> None:
    def accent_pixels() -> int:
        chip = rig.touchable("嶄新能源")
        area = chip.mapRectToScene(chip.boundingRect())
        corner = rig.view.mapFromScene(area.topLeft())
        picture = rig.picture()
        y = corner.y() + round(area.height() * 0.18 * picture.width() / 1920)
        row = [picture.pixelColor(corner.x() + x, y) for x in range(round(area.width() / 1.5))]
        return sum(colour.red() > 50 for colour in row)

    early = accent_pixels()
    rig.wind(6_000, step=100)
    assert accent_pixels() > early + 20


def test_the_prologue_stands_beside_the_tour(rig: Rig) -> None:
    rig.tap(rig.touchable("下一個"))
    rig.come_to_rest()
    rig.tap(rig.touchable("甚麼是新質生產力？"))
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "prologue"
    rig.tap(rig.touchable("下一個"))
    rig.come_to_rest()
    assert rig.stage.page == 1, "it comes back to where the tour was"


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_3, 2),
        (Qt.Key.Key_9, 0),
        (Qt.Key.Key_Question, None),
    ],
)
def test_keys_turn_scenes(rig: Rig, key: Qt.Key, page: int | None) -> None:
    QTest.keyClick(rig.view, key)
    rig.come_to_rest()
    assert rig.stage.page == page


def test_space_pauses(rig: Rig) -> None:
    QTest.keyClick(rig.view, Qt.Key.Key_Space)
    assert rig.tour.hold is Hold.PAUSED


def test_everything_can_be_reached_by_tab_and_done_by_enter(rig: Rig) -> None:
    names = [item.describe() for item in rig.stage.touchables()]
    card = names.index(first_card(rig).describe())
    for _ in range(card + 1):
        QTest.keyClick(rig.view, Qt.Key.Key_Tab)
    QTest.keyClick(rig.view, Qt.Key.Key_Return)
    rig.come_to_rest()
    assert rig.stage.overlay() is not None
    QTest.keyClick(rig.view, Qt.Key.Key_Escape)
    rig.come_to_rest()
    assert rig.stage.overlay() is None


def test_the_focus_is_seen(rig: Rig) -> None:
    before = rig.picture()
    QTest.keyClick(rig.view, Qt.Key.Key_Tab)
    assert rig.picture() != before


def test_a_real_mouse_in_the_window_taps(rig: Rig) -> None:
    window = rig.view.windowHandle()
    place = rig.view.mapFromScene(middle(rig.touchable("AI生產")))
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_real_finger_taps_once(rig: Rig) -> None:
    device = QTest.createTouchDevice()
    window = rig.view.windowHandle()
    place = rig.view.mapFromScene(middle(rig.touchable("下一個")))
    QTest.touchEvent(window, device).press(0, place).commit()
    QTest.touchEvent(window, device).release(0, place).commit()
    rig.come_to_rest()
    assert rig.stage.page == 1, "the mouse events that Qt makes of a touch are not counted again"
