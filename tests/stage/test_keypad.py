"""A keypad that sends other keys than a keyboard: the exhibition says which of them does what."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.content.keys import KeyMap
from kiosk.content.model import Exhibition
from kiosk.show.tour import Hold
from kiosk.stage.access import AccessPanel
from tests.conftest import KioskFactory, Rig
from tests.stage.test_keys import focused, press, ring, years
from tests.stage.visitor import exhibit

Key = Qt.Key

KEYPAD = KeyMap.model_validate(
    {
        "forward": ["F13"],
        "back": ["F14"],
        "activate": ["F15"],
        "escape": ["F16"],
        "home": ["F17"],
        "right": ["F18"],
        "left": ["F19"],
        "next": ["F18", "F20"],
        "previous": ["F19", "F21"],
        "pause": ["F22"],
        "access": ["F23"],
        "prologue": ["F24"],
        "scene_1": [],
        "scene_3": ["MediaPlay"],
    }
)


@pytest.fixture
def rig(kiosk: KioskFactory, exhibition: Exhibition) -> Rig:
    defaults = exhibition.defaults.model_copy(update={"keys": KEYPAD})
    built = kiosk(shown=exhibition.model_copy(update={"defaults": defaults}), size=(960, 540))
    built.come_to_rest()
    return built


def test_the_focus_walks_and_acts(rig: Rig) -> None:
    items = rig.stage.touchables()
    chart = items.index(exhibit(rig))
    for _ in range(chart + 2):
        press(rig, Key.Key_F13)
    assert focused(rig) is items[chart + 1]
    press(rig, Key.Key_F14)
    assert focused(rig) is items[chart]
    press(rig, Key.Key_F15)
    assert years(rig) == "2019"
    press(rig, Key.Key_F16)
    assert ring(rig) is None


def test_what_the_keyboard_sends_means_nothing_any_more(rig: Rig) -> None:
    for key in (Key.Key_Tab, Key.Key_Right, Key.Key_Space, Key.Key_M, Key.Key_1):
        press(rig, key)
    rig.come_to_rest()
    assert (rig.stage.page, ring(rig), rig.tour.hold) == (0, None, Hold.HELD)
    press(rig, Key.Key_2)
    rig.come_to_rest()
    assert rig.stage.page == 1, "but for what was left as it is"


def test_a_key_of_two_meanings_steps_where_it_can_and_turns_elsewhere(rig: Rig) -> None:
    for _ in range(rig.stage.touchables().index(exhibit(rig)) + 1):
        press(rig, Key.Key_F13)
    assert focused(rig) is exhibit(rig)
    press(rig, Key.Key_F18)
    press(rig, Key.Key_F18)
    press(rig, Key.Key_F19)
    assert (years(rig), rig.stage.page) == ("2019", 0)
    press(rig, Key.Key_F20)
    rig.come_to_rest()
    assert rig.stage.page == 1, "this one turns wherever the focus is"
    press(rig, Key.Key_F19)
    rig.come_to_rest()
    assert rig.stage.page == 0


def test_the_other_keys_do_what_they_are_for(rig: Rig) -> None:
    press(rig, Key.Key_F22)
    assert rig.tour.hold is Hold.PAUSED
    press(rig, Key.Key_F23)
    rig.come_to_rest()
    assert isinstance(rig.stage.overlay(), AccessPanel)
    press(rig, Key.Key_F23)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    press(rig, Key.Key_MediaPlay)
    rig.come_to_rest()
    assert rig.stage.page == 2
    press(rig, Key.Key_F24)
    rig.come_to_rest()
    assert rig.stage.page is None


def test_escape_goes_back_one_page_and_home_out_of_all(rig: Rig) -> None:
    for way_out, left_open in ((Key.Key_F16, 1), (Key.Key_F17, 0)):
        rig.stage.open_card(rig.scene.cards()[0])
        rig.come_to_rest()
        press(rig, Key.Key_F13)
        press(rig, Key.Key_F15)
        rig.come_to_rest()
        assert len(rig.stage.opened()) == 2
        press(rig, way_out)
        rig.come_to_rest()
        assert len(rig.stage.opened()) == left_open
        press(rig, Key.Key_F17)
        rig.come_to_rest()
        assert rig.stage.overlay() is None and rig.stage.page == 0


def test_the_question_is_answered_with_the_keypad_s_own_keys(rig: Rig) -> None:
    rig.visit.touch()
    rig.wind(61_000, step=500)
    assert rig.stage.screen()
    press(rig, Key.Key_F13)
    assert focused(rig) is rig.touchable("我還在")
    QTest.keyClick(rig.view.windowHandle(), Key.Key_F15)
    rig.wind(16)
    assert rig.stage.screen() is None and rig.visit.somebody
