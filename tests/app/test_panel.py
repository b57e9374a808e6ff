"""The panel comes and goes: with another shape of the window, another look, and leaving nothing."""

import gc
import weakref

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.toolkit.look import Look
from tests.app.conftest import PIN, VenueFactory, grey
from tests.app.test_changes import AI, ALL
from tests.conftest import Rig


def items(rig: Rig) -> int:
    gc.collect()
    return len(rig.stage.graphics.items())


def test_a_window_of_another_shape_keeps_page_and_draft(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("播放AI生產", "開放時段")
    here.rig.view.resize(720, 1280)
    here.rig.wind(500, step=50)
    assert here.panel.page == "hours"
    assert here.panel.boundingRect().height() > here.panel.boundingRect().width()
    assert here.rig.stage.screen() is here.panel
    here.touch("套用1項更改")
    here.rig.view.resize(1280, 720)
    here.rig.wind(500, step=50)
    assert here.panel.boundingRect().height() < here.panel.boundingRect().width()
    here.touch("離開")
    assert len(here.scenes()) == 3


def test_a_window_of_another_shape_asks_for_the_pin_anew(venue: VenueFactory) -> None:
    here = venue()
    here.house.lock.choose(PIN)
    here.knock()
    here.touch("2", "5")
    here.rig.view.resize(720, 1280)
    here.rig.wind(500, step=50)
    here.enter(PIN)
    assert here.panel


def test_a_window_of_another_shape_is_told_that_it_is_closed(venue: VenueFactory) -> None:
    here = venue({"hours.kept": True})
    before = here.texts()
    here.rig.view.resize(720, 1280)
    here.rig.wind(500, step=50)
    assert here.texts() == before


def test_the_panel_speaks_the_language_that_is_applied(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("無障礙與語言", "English")
    here.touch("套用1項更改")
    assert here.panel.page == "start"
    assert here.says("No changes")


def test_the_small_pictures_are_painted_once_in_each_look(
    venue: VenueFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = venue()
    painted: list[tuple[Language, str]] = []

    def note(exhibition: Exhibition, scene: str, look: Look, size: QSize) -> QPixmap:
        painted.append((look.language, scene))
        return grey(exhibition, scene, look, size)

    monkeypatch.setattr("kiosk.app.bulletin.thumbnail", note)
    here.come_in()
    here.rest(5000)
    assert painted == [("zh-Hant", scene) for scene in ALL]
    painted.clear()
    here.touch("無障礙與語言", "English", "套用1項更改")
    here.rest(5000)
    assert painted == [("en", scene) for scene in ALL]


def test_a_panel_that_is_closed_is_gone(venue: VenueFactory) -> None:
    here = venue({"programmes.A": [{"scene": AI}]})
    here.come_in()
    here.leave()
    here.rig.come_to_rest()
    before, seen = items(here.rig), []
    for round_ in range(20):
        here.come_in()
        page = ["節目與時間", "開放時段", "觀眾數據", "機器狀態", "無障礙與語言"][round_ % 5]
        here.touch(page)
        seen.append(weakref.ref(here.panel))
        here.leave()
        here.rig.come_to_rest()
    assert items(here.rig) == before
    assert [one for one in seen if one()] == []
    assert not here.rig.kiosk.animator.active


def test_a_gate_that_is_closed_is_gone(venue: VenueFactory) -> None:
    here = venue()
    here.knock()
    seen = weakref.ref(here.gate)
    here.touch("取消")
    here.rig.come_to_rest()
    gc.collect()
    assert seen() is None


def test_escape_leaves_gate_and_panel(venue: VenueFactory) -> None:
    here = venue()
    here.knock()
    here.press_escape()
    assert here.house.desk.cover is None
    here.come_in()
    here.press_escape()
    assert here.house.desk.cover is None
