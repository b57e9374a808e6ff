"""Staff arrange the exhibition otherwise while it runs; it holds from the next scene on."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.content.model import Exhibition
from kiosk.content.programme import Slot
from kiosk.show.clock import ManualClock
from kiosk.show.preferences import Preferences
from kiosk.show.programme import programmed
from kiosk.show.visit import VisitState
from kiosk.stage.chip import Chip
from kiosk.stage.rail import Rail
from kiosk.toolkit.wardrobe import Wardrobe
from tests.conftest import KioskFactory, Rig
from tests.stage.test_keys import press
from tests.toolkit.drawn import drawing, inside

A, B, C, D = ("new-energy", "ai-production", "internet-of-everything", "future-industry")
DWELL_MS = 30_000.0


@pytest.fixture
def four(exhibition: Exhibition) -> Exhibition:
    """The exhibition with as long a dwell for each scene."""
    return arranged(exhibition, A, B, C, D)


def arranged(exhibition: Exhibition, *scenes: str) -> Exhibition:
    slots = tuple(Slot(scene=scene, dwell_s=DWELL_MS / 1000) for scene in scenes)
    return programmed(exhibition, slots)


def with_defaults(exhibition: Exhibition, **changed: object) -> Exhibition:
    defaults = exhibition.defaults.model_copy(update={"attract_s": 0, **changed})
    return exhibition.model_copy(update={"defaults": defaults})


@pytest.fixture
def rig(kiosk: KioskFactory, four: Exhibition) -> Rig:
    built = kiosk(size=(960, 540), shown=four)
    built.come_to_rest()
    return built


def arrange(rig: Rig, *scenes: str) -> None:
    rig.kiosk.arrange(arranged(rig.stage.exhibition, *scenes))


def shown(rig: Rig) -> str:
    return rig.scene.scene_content.id


def chips(rig: Rig) -> list[str]:
    (rail,) = (item for item in rig.stage.graphics.items() if isinstance(item, Rail))
    found = [item for item in inside(rail) if isinstance(item, Chip)]
    return [chip.name for chip in sorted(found, key=lambda chip: chip.x())]


def current_chip(rig: Rig) -> str:
    """The chip that says that its scene is on."""
    found = [item for item in rig.stage.touchables() if isinstance(item, Chip)]
    (current,) = (chip for chip in found if "%" in chip.describe())
    return current.name


def texts(rig: Rig) -> list[str]:
    return drawing(rig.stage.graphics, rig.stage.layout.rect).texts()


def go_on(rig: Rig) -> None:
    """Let the tour come to the next scene, and that arrive."""
    rig.wind(rig.tour.next_due_ms() + 16, step=200)
    rig.come_to_rest()


def swipe_on(rig: Rig) -> None:
    rig.drag(-600, 160)
    rig.come_to_rest()


# --- by itself ---------------------------------------------------------------------------------


def test_it_holds_from_the_next_scene_on_and_not_before(rig: Rig) -> None:
    before = chips(rig)
    arrange(rig, A, D)
    rig.wind(5000, step=200)
    assert (shown(rig), chips(rig)) == (A, before)
    go_on(rig)
    assert (shown(rig), rig.tour.index) == (D, 1)
    assert chips(rig) == [before[0], before[3]]
    assert "／　2" in texts(rig)


def test_the_scene_comes_over_the_old_picture_and_makes_its_entrance(rig: Rig) -> None:
    arrange(rig, A, D)
    rig.wind(rig.tour.next_due_ms() - 16, step=200)
    before = rig.picture()
    rig.wind(32)
    assert shown(rig) == D
    early = rig.picture()
    rig.wind(2000)
    assert before != early != rig.picture()
    rig.come_to_rest()
    assert not rig.kiosk.animator.active


def test_it_goes_on_behind_the_scene_that_was_on_wherever_that_now_stands(rig: Rig) -> None:
    arrange(rig, D, C, A, B)
    go_on(rig)
    assert (shown(rig), rig.tour.index) == (B, 3)


def test_where_the_scene_that_was_on_is_gone_the_next_that_is_left_comes(rig: Rig) -> None:
    arrange(rig, C, D)
    go_on(rig)
    assert (shown(rig), rig.tour.index) == (C, 0)
    go_on(rig)
    assert shown(rig) == D


def test_a_scene_may_come_twice_in_a_round(rig: Rig) -> None:
    arrange(rig, A, B, A, C)
    seen = []
    for _ in range(5):
        go_on(rig)
        seen.append((rig.tour.index, shown(rig)))
    assert seen == [(1, B), (2, A), (3, C), (0, A), (1, B)]


def test_visitors_see_each_scene_once_however_often_it_comes(rig: Rig) -> None:
    names = chips(rig)
    arrange(rig, A, B, A, C, A)
    go_on(rig)
    assert chips(rig) == names[:3]
    go_on(rig)
    assert (rig.tour.index, shown(rig)) == (2, A)
    assert {"場景 1", "／　3"} <= set(texts(rig))
    assert current_chip(rig) == names[0]


def test_the_chip_of_a_scene_that_comes_twice_leads_to_where_it_comes_next(rig: Rig) -> None:
    names = chips(rig)
    arrange(rig, A, B, A, C, D)
    go_on(rig)
    rig.tap(rig.touchable(names[0]))
    rig.come_to_rest()
    assert rig.tour.index == 2
    rig.tap(rig.touchable(names[2]))
    rig.come_to_rest()
    assert (rig.tour.index, shown(rig)) == (3, C)
    press(rig, Qt.Key.Key_4)
    rig.come_to_rest()
    assert (rig.tour.index, shown(rig)) == (4, D)


def test_the_same_scene_twice_on_end_comes_again(rig: Rig) -> None:
    arrange(rig, A, A, B)
    seen = []
    for _ in range(3):
        go_on(rig)
        seen.append((rig.tour.index, shown(rig)))
    assert seen == [(1, A), (2, B), (0, A)]


def test_a_round_may_be_one_scene(rig: Rig) -> None:
    arrange(rig, C)
    for _ in range(3):
        go_on(rig)
        assert (rig.tour.index, shown(rig)) == (0, C)


def test_each_scene_stays_on_as_long_as_it_was_arranged(rig: Rig) -> None:
    slots = (Slot(scene=A), Slot(scene=B, dwell_s=12), Slot(scene=C))
    rig.kiosk.arrange(programmed(rig.stage.exhibition, slots))
    go_on(rig)
    assert rig.tour.progress + rig.tour.seconds_left / 12 == pytest.approx(1)


def test_of_two_arrangements_the_last_holds(rig: Rig) -> None:
    arrange(rig, A, C)
    rig.kiosk.arrange(arranged(rig.stage.exhibition, A, D))
    go_on(rig)
    assert shown(rig) == D


# --- while a visitor is here -------------------------------------------------------------------


def test_a_visitor_finds_what_they_saw_until_they_turn_the_scene(rig: Rig) -> None:
    before = chips(rig)
    arrange(rig, D, B, A)
    rig.stage.touched.emit()
    rig.wind(20_000, step=200)
    assert (shown(rig), chips(rig)) == (A, before)
    swipe_on(rig)
    assert (shown(rig), rig.tour.index) == (B, 1), "the scene that was beside it"
    assert chips(rig) == [before[3], before[1], before[0]]


def test_a_chip_leads_to_the_scene_that_it_names(rig: Rig) -> None:
    arrange(rig, D, B, A)
    rig.tap(rig.touchable(chips(rig)[3]))
    rig.come_to_rest()
    assert (shown(rig), rig.tour.index) == (D, 0)


def test_it_goes_on_where_the_visitor_found_it(rig: Rig) -> None:
    rig.wind(12_000, step=200)
    share = rig.tour.progress
    arrange(rig, D, B, A)
    rig.tap(rig.touchable(chips(rig)[1]))
    rig.come_to_rest()
    rig.leave()
    assert (rig.tour.index, rig.tour.playing) == (2, True)
    assert rig.tour.progress == pytest.approx(share, abs=0.01)
    rig.come_to_rest()
    assert shown(rig) == A


def test_in_the_middle_of_a_slide_it_fades_from_there(rig: Rig) -> None:
    rig.stage.next_requested.emit()
    rig.wind(200)
    arrange(rig, D, C, B, A)
    rig.stage.next_requested.emit()
    rig.come_to_rest()
    assert (shown(rig), rig.tour.index) == (C, 1)
    assert len(rig.stage.live_items()) <= 4


def test_from_the_prologue_it_comes_back_to_the_scene_that_was_on(rig: Rig) -> None:
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    arrange(rig, D, B, A)
    rig.wind(5000, step=200)
    assert rig.stage.page is None
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    assert (shown(rig), rig.tour.index) == (A, 2)


def test_what_lies_open_is_closed_as_at_any_change_of_scene(rig: Rig) -> None:
    arrange(rig, D, B, A)
    rig.stage.touched.emit()
    rig.stage.open_card(rig.scene.cards()[0])
    rig.come_to_rest()
    rig.stage.next_requested.emit()
    rig.come_to_rest()
    assert (shown(rig), rig.stage.opened()) == (B, ())


# --- unseen ------------------------------------------------------------------------------------


def test_behind_the_attract_screen_it_holds_at_once(kiosk: KioskFactory, four: Exhibition) -> None:
    rig = kiosk(size=(960, 540), shown=four, attract_s=48)
    other = arranged(with_defaults(four, attract_s=48), C, D)
    rig.kiosk.arrange(other)
    rig.wind(32)
    assert rig.visit.state is VisitState.ATTRACT
    assert not [item for item in rig.stage.live_items() if item.isVisible()]
    rig.wind(48_000, step=200)
    rig.come_to_rest()
    assert (shown(rig), len(chips(rig))) == (C, 2)


def test_other_times_hold_with_it(rig: Rig, four: Exhibition) -> None:
    rig.kiosk.arrange(with_defaults(four, idle_s=30))
    go_on(rig)
    rig.stage.touched.emit()
    rig.wind(30_016, step=200)
    assert rig.visit.state is VisitState.STILL_THERE


# --- how it begins for whoever comes next ------------------------------------------------------


def test_another_language_and_theme_come_with_the_next_scene(rig: Rig, four: Exhibition) -> None:
    rig.kiosk.arrange(with_defaults(four, language="en", theme="paper-observatory"))
    rig.wind(5000, step=200)
    assert rig.scene.language == "zh-Hant"
    go_on(rig)
    assert (shown(rig), rig.scene.language) == (B, "en")
    assert rig.visit.preferences.daylight
    assert rig.picture().pixelColor(2, 2).lightness() > 128


def test_a_visitor_keeps_their_language_and_the_next_has_the_other(
    rig: Rig, four: Exhibition
) -> None:
    rig.stage.touched.emit()
    rig.kiosk.arrange(with_defaults(four, language="en"))
    rig.stage.next_requested.emit()
    rig.come_to_rest()
    assert rig.scene.language == "zh-Hant"
    rig.leave()
    rig.come_to_rest()
    assert rig.scene.language == "en"


def test_it_may_begin_with_low_controls_and_quietly(rig: Rig, four: Exhibition) -> None:
    low = replace(Preferences("zh-Hant"), reach=True, volume=1)
    rig.kiosk.arrange(four, low)
    go_on(rig)
    assert rig.visit.preferences == low
    assert rig.stage.layout.operable_ratio > 0


def test_from_the_start_it_may_begin_with_low_controls(
    qapp: QApplication, four: Exhibition, wardrobe: Wardrobe, clock: ManualClock
) -> None:
    kiosk = Kiosk(four, wardrobe, clock, initial=Preferences("en", reach=True))
    assert kiosk.stage.layout.operable_ratio > 0
    assert kiosk.stage.live_items()[0].language == "en"
    kiosk.close()


# --- nothing piles up --------------------------------------------------------------------------


def test_the_scenes_of_the_round_before_are_let_go(rig: Rig) -> None:
    gone = [weakref.ref(item) for item in rig.stage.live_items()]
    arrange(rig, C, B, A)
    go_on(rig)
    gc.collect()
    assert [ref() for ref in gone if ref() is not None] == []
    assert not rig.kiosk.animator.active
