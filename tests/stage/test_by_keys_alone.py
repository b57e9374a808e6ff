"""A visitor who has keys and nothing else comes everywhere, and home again."""

import pytest
from PySide6.QtCore import Qt

from kiosk.cards.card import CardItem
from kiosk.stage.access import AccessPanel
from kiosk.stage.entries import Row
from kiosk.stage.languages import LanguageButton
from kiosk.stage.layers import PersonLayer, TermLayer
from kiosk.stage.name_link import NameLink
from kiosk.stage.pager import Pager
from kiosk.stage.switch import Segment
from kiosk.stage.term_links import TermLink
from kiosk.toolkit.toggle import Toggle
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, Rig
from tests.stage.test_keys import press
from tests.stage.test_ring import ring

Key = Qt.Key
LEADS_ON = (TermLink, NameLink, Row)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(480, 270))
    settle(built)
    return built


def settle(rig: Rig) -> None:
    """Time for everything to arrive, in few steps."""
    rig.wind(1_200, step=400)
    while rig.kiosk.animator.active or rig.stage.waiting:
        rig.wind(400, step=400)


def act_on(rig: Rig, index: int) -> Touchable:
    """Walks to what stands so far down the order, and presses Enter."""
    while rig.stage.touchables()[index] is not ring(rig).item:
        press(rig, Key.Key_Tab)
    item = rig.stage.touchables()[index]
    press(rig, Key.Key_Return)
    rig.wind(16)
    return item


def places(rig: Rig, *kinds: type[Touchable]) -> list[int]:
    return [at for at, item in enumerate(rig.stage.touchables()) if isinstance(item, kinds)]


def come_home(rig: Rig) -> None:
    for _ in range(3):
        press(rig, Key.Key_Escape)
    settle(rig)
    assert rig.stage.opened() == ()
    assert ring(rig).item is None


@pytest.mark.parametrize("page", [0, 1, 2, 3, None])
def test_every_card_and_all_that_it_leads_to(rig: Rig, page: int | None) -> None:
    press(rig, Key.Key_F1 if page is None else Key(Key.Key_1 + page))
    settle(rig)
    assert rig.stage.page == page
    cards, deeper = rig.scene.all_cards(), 0
    opened: set[CardItem] = set()
    while len(opened) < len(cards):
        for index in places(rig, CardItem):
            card = act_on(rig, index)
            assert isinstance(card, CardItem)
            opened.add(card)
            assert len(rig.stage.opened()) == 1
            deeper += open_all_that_leads_on(rig)
            come_home(rig)
        if pager := places(rig, Pager):
            act_on(rig, pager[0])
    assert deeper >= 5


def open_all_that_leads_on(rig: Rig) -> int:
    """Every term, name and entry of the opened card, on all of its pages."""
    count = 0
    while True:
        for index in places(rig, *LEADS_ON):
            act_on(rig, index)
            assert isinstance(rig.stage.opened()[1], TermLayer | PersonLayer)
            press(rig, Key.Key_Escape)
            assert len(rig.stage.opened()) == 1
            count += 1
        pager = places(rig, Pager)
        if not pager:
            return count
        turned = act_on(rig, pager[0])
        if "第1頁" in turned.describe():
            return count


@pytest.mark.parametrize("page", [0, 1, 2, 3, None])
def test_every_exhibit_of_a_scene(rig: Rig, page: int | None) -> None:
    press(rig, Key.Key_F1 if page is None else Key(Key.Key_1 + page))
    settle(rig)
    for number in range(len(places(rig, Segment))):
        segment = act_on(rig, places(rig, Segment)[number])
        assert segment.describe().endswith("已選取")
        assert number < len(places(rig, Segment))
    come_home(rig)


def test_every_switch_of_the_menu(rig: Rig) -> None:
    press(rig, Key.Key_M)
    settle(rig)
    assert isinstance(rig.stage.overlay(), AccessPanel)
    for number in range(len(places(rig, Toggle))):
        for wanted in (True, False):
            act_on(rig, places(rig, Toggle)[number])
            settle(rig)
            toggle = rig.stage.touchables()[places(rig, Toggle)[number]]
            assert isinstance(toggle, Toggle)
            assert toggle.is_on is wanted, toggle.describe()
    come_home(rig)


def test_every_language_and_back(rig: Rig) -> None:
    press(rig, Key.Key_M)
    settle(rig)
    for number, language in [(1, "zh-Hans"), (2, "en"), (0, "zh-Hant")]:
        act_on(rig, places(rig, LanguageButton)[number])
        settle(rig)
        assert rig.visit.preferences.language == language
    come_home(rig)


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Right, Key.Key_F13, Key.Key_A])
def test_any_key_wakes_the_attract_screen_and_does_nothing_else(
    kiosk: KioskFactory, key: Qt.Key
) -> None:
    rig = kiosk(size=(480, 270), attract_s=48)
    assert rig.stage.screen()
    press(rig, key)
    settle(rig)
    assert (rig.stage.screen(), rig.stage.page, ring(rig).item) == (None, 0, None)
