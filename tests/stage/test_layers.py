"""What lies open over a scene: never more than two layers, and always one touch home."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.cards.directory import DirectoryItem
from kiosk.stage.entries import Row
from kiosk.stage.layers import DEEPEST, CardLayer, PersonLayer, TermLayer
from kiosk.stage.name_link import NameLink
from kiosk.stage.overlay import Overlay
from kiosk.stage.term_links import TermLink
from tests.conftest import KioskFactory, Rig
from tests.toolkit.drawn import drawing


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    return built


def found(rig: Rig, kind: type) -> list:
    return [item for item in rig.stage.touchables() if isinstance(item, kind)]


def touch(rig: Rig, item: object) -> None:
    rig.tap(item)
    rig.wind(400)
    rig.come_to_rest()


def open_first_card(rig: Rig) -> Overlay:
    touch(rig, rig.scene.cards()[0])
    opened = rig.stage.overlay()
    assert isinstance(opened, Overlay)
    return opened


def texts(rig: Rig) -> str:
    return "".join(drawing(rig.stage.graphics, rig.stage.layout.rect).texts()).replace(" ", "")


def test_an_opened_card_says_it_all_with_person_office_and_source(rig: Rig) -> None:
    open_first_card(rig)
    said = texts(rig)
    assert "新質生產力在香港是多領域的" in said
    for words in ("蘇長榮", "港區全國政協委員、立法會議員", "資料來源：大公報2024"):
        assert words in said


def test_a_name_leads_to_the_person_and_back_and_home(rig: Rig) -> None:
    open_first_card(rig)
    (name,) = found(rig, NameLink)
    touch(rig, name)
    assert rig.stage.opened() == (CardLayer(0), PersonLayer("so-cheung-wing"))
    assert "嶄新能源" in texts(rig), "it says where they speak"
    touch(rig, rig.touchable("返回"))
    assert rig.stage.opened() == (CardLayer(0),)
    (name,) = found(rig, NameLink)
    touch(rig, name)
    touch(rig, rig.touchable("關閉"))
    assert rig.stage.opened() == ()


def test_a_term_in_the_text_is_underlined_and_opened_by_a_touch(rig: Rig) -> None:
    open_first_card(rig)
    links = found(rig, TermLink)
    assert [link.name for link in links] == ["新質生產力", "因地制宜"]
    touch(rig, links[0])
    assert rig.stage.opened() == (CardLayer(0), TermLayer("new-quality-productive-forces"))
    assert "由創新主導的先進生產力" in texts(rig)


def test_a_term_in_the_lead_is_opened_by_a_touch(rig: Rig) -> None:
    (link,) = found(rig, TermLink)
    assert link.name == "可控核聚變"
    touch(rig, link)
    assert rig.stage.opened() == (TermLayer("controlled-nuclear-fusion"),)
    touch(rig, rig.touchable("關閉"))
    assert rig.stage.opened() == ()


def test_where_controls_stand_low_the_lead_has_no_links(rig: Rig) -> None:
    rig.stage.preferences_wanted.emit(rig.visit.preferences.turned("reach"))
    rig.wind(400)
    assert found(rig, TermLink) == []


def test_deeper_pages_lead_no_further(rig: Rig) -> None:
    open_first_card(rig)
    touch(rig, found(rig, TermLink)[0])
    assert len(rig.stage.opened()) == DEEPEST == 2
    assert found(rig, TermLink) == found(rig, NameLink) == []


def test_a_list_leads_to_its_people_and_terms(rig: Rig) -> None:
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    directories = [c for c in rig.scene.all_cards() if isinstance(c, DirectoryItem)]
    for directory, layer in zip(directories, (PersonLayer, TermLayer), strict=True):
        rig.stage.open_card(directory)
        rig.come_to_rest()
        touch(rig, found(rig, Row)[0])
        assert isinstance(rig.stage.opened()[-1], layer)
        touch(rig, rig.touchable("返回"))
        touch(rig, rig.touchable("關閉"))
        assert rig.stage.opened() == ()


def test_escape_goes_back_one_layer_at_a_time(rig: Rig) -> None:
    open_first_card(rig)
    touch(rig, found(rig, TermLink)[0])
    for left in (1, 0):
        QTest.keyClick(rig.view.windowHandle(), Qt.Key.Key_Escape)
        rig.come_to_rest()
        assert len(rig.stage.opened()) == left


def test_a_touch_beside_the_deepest_page_leads_home(rig: Rig) -> None:
    open_first_card(rig)
    touch(rig, found(rig, TermLink)[0])
    touch(rig, QPointF(20, 1060))
    assert rig.stage.opened() == ()


def test_what_lies_open_stands_still_behind(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540), living=True)
    rig.come_to_rest()
    assert rig.kiosk.animator.drifting
    open_first_card(rig)
    assert not rig.kiosk.animator.drifting
    touch(rig, rig.touchable("關閉"))
    assert rig.kiosk.animator.drifting


def test_another_look_leaves_both_layers_open(rig: Rig) -> None:
    open_first_card(rig)
    touch(rig, found(rig, TermLink)[0])
    opened = rig.stage.opened()
    rig.wear("en", "paper-observatory")
    rig.wind(400)
    assert rig.stage.opened() == opened
    assert "newqualityproductiveforces" in texts(rig)
