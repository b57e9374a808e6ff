"""Language and display: every wish goes with every other, is granted at once, and is forgotten."""

from itertools import combinations, product

import pytest
from PySide6.QtCore import QPointF

from kiosk.show.preferences import Preferences
from kiosk.stage.access import AccessPanel
from kiosk.stage.languages import LanguageButton
from kiosk.stage.layout import LARGER, layout_for
from kiosk.toolkit.toggle import Toggle
from tests.conftest import KioskFactory, Rig
from tests.toolkit.drawn import drawing

SWITCHES = ("large_text", "high_contrast", "daylight", "reduced_motion", "reach")
PAIRS = [
    (True, True, True, True, True),
    (True, True, False, False, False),
    (True, False, True, False, True),
    (False, True, True, False, False),
    (False, True, False, True, True),
    (False, False, True, True, False),
    (True, False, False, True, True),
]
"""Any two of the switches stand in each of their four states together somewhere among these."""

WORDS = {
    "large_text": "大字",
    "high_contrast": "高對比",
    "daylight": "日光",
    "reduced_motion": "減少動態",
    "reach": "低位操作",
}


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    built.tap(built.touchable("語言與顯示"))
    built.come_to_rest()
    return built


def panel(rig: Rig) -> AccessPanel:
    opened = rig.stage.overlay()
    assert isinstance(opened, AccessPanel)
    return opened


def toggle(rig: Rig, name: str) -> Toggle:
    (found,) = (i for i in rig.stage.touchables() if isinstance(i, Toggle) and i.name == name)
    return found


def flip(rig: Rig, name: str) -> None:
    rig.tap(toggle(rig, name))
    rig.wind(400)
    rig.come_to_rest()


def test_everything_is_in_one_menu(rig: Rig) -> None:
    names = [item.name for item in rig.stage.touchables()]
    assert names == ["繁體", "简体", "English", *WORDS.values(), "暫停", "全部還原", "關閉"]


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_wish_is_granted_at_once_and_shown_as_granted(rig: Rig, switch: str) -> None:
    flip(rig, WORDS[switch])
    assert getattr(rig.visit.preferences, switch)
    assert toggle(rig, WORDS[switch]).is_on
    assert toggle(rig, WORDS[switch]).describe() == f"{WORDS[switch]}：開"
    flip(rig, WORDS[switch])
    assert rig.visit.preferences == Preferences("zh-Hant")


def test_the_pairs_are_all_there() -> None:
    for one, other in combinations(range(len(SWITCHES)), 2):
        states = {(on[one], on[other]) for on in PAIRS}
        assert states | {(False, False)} == set(product((False, True), repeat=2))


@pytest.mark.parametrize("on", PAIRS, ids=str)
def test_every_wish_goes_with_every_other(rig: Rig, on: tuple[bool, ...]) -> None:
    wanted = Preferences("zh-Hant", **dict(zip(SWITCHES, on, strict=True)))
    rig.stage.preferences_wanted.emit(wanted)
    rig.wind(400)
    assert rig.stage.layout is layout_for(False, wanted.large_text, wanted.reach)
    assert rig.kiosk.animator.reduced_motion == wanted.reduced_motion
    for switch, is_on in zip(SWITCHES, on, strict=True):
        assert toggle(rig, WORDS[switch]).is_on == is_on
    corner = rig.picture().pixelColor(3, 3).lightness()
    assert (corner > 128) == wanted.daylight


def test_large_text_is_larger_by_two_fifths(rig: Rig) -> None:
    def height() -> float:
        words = drawing(rig.stage.graphics, rig.stage.layout.rect)
        return rig.view.transform().m11() * words.find("大字").box.height()

    before = height()
    flip(rig, "大字")
    assert height() / before >= LARGER * 0.9


def test_low_controls_are_all_in_the_lower_part(rig: Rig) -> None:
    flip(rig, "低位操作")
    rig.stage.close_card()
    rig.come_to_rest()
    low = rig.stage.layout.operable
    assert low.top() > 0.3 * rig.stage.layout.size.height()
    for item in rig.stage.touchables():
        assert low.contains(item.mapRectToScene(item.boundingRect())), item.describe()


@pytest.mark.parametrize(("name", "title"), [("English", "New energy"), ("简体", "崭新能源")])
def test_a_language_is_switched_where_the_visitor_is(rig: Rig, name: str, title: str) -> None:
    (button,) = (
        i for i in rig.stage.touchables() if isinstance(i, LanguageButton) and i.name == name
    )
    progress = rig.tour.progress
    rig.tap(button)
    rig.wind(400)
    assert isinstance(rig.stage.overlay(), AccessPanel), "the menu stays open"
    assert rig.tour.progress == pytest.approx(progress)
    rig.stage.close_card()
    rig.come_to_rest()
    assert title in drawing(rig.stage.graphics, rig.stage.layout.rect).texts()


def test_pause_is_shown_and_taken_back(rig: Rig) -> None:
    flip(rig, "暫停")
    assert toggle(rig, "暫停").is_on
    flip(rig, "暫停")
    assert not toggle(rig, "暫停").is_on


def test_all_can_be_as_it_was(rig: Rig) -> None:
    for name in ("大字", "日光", "減少動態"):
        flip(rig, name)
    rig.tap(rig.touchable("全部還原"))
    rig.wind(400)
    assert rig.visit.preferences == Preferences("zh-Hant")
    assert not rig.kiosk.animator.reduced_motion


def test_the_next_visitor_finds_it_as_the_venue_wants_it(rig: Rig) -> None:
    before = rig.visit.preferences
    for name in ("大字", "高對比", "低位操作"):
        flip(rig, name)
    rig.wind(60_000 + 25_000 + 2000, step=1000)
    assert not rig.visit.somebody
    assert rig.visit.preferences == before
    assert rig.stage.layout is layout_for(False, False, False)
    assert rig.stage.overlay() is None


def test_a_touch_beside_it_closes_it(rig: Rig) -> None:
    panel(rig)
    rig.tap(QPointF(20, 20))
    rig.come_to_rest()
    assert rig.stage.overlay() is None


def test_high_contrast_draws_nothing_but_what_is_to_be_seen(rig: Rig) -> None:
    flip(rig, "高對比")
    rig.stage.close_card()
    rig.come_to_rest()
    once = rig.picture()
    corner = once.copy(once.width() - 40, 0, 40, 24)
    colours = {corner.pixel(x, y) for x in range(corner.width()) for y in range(corner.height())}
    assert len(colours) == 1, "a bare background"
