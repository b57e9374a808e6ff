"""What shows a state says it, in the language that is on, for those who cannot see it."""

import pytest

from kiosk.content.language import Language
from kiosk.stage.chip import Chip
from kiosk.stage.languages import LanguageButton
from kiosk.stage.pager import Pager
from kiosk.toolkit.legend import Chip as Name
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import segments


def chips(rig: Rig) -> list[str]:
    return [item.describe() for item in rig.stage.touchables() if isinstance(item, Chip)]


@pytest.mark.parametrize(
    ("of", "now", "paused", "other"),
    [
        (
            "zh-Hant",
            "嶄新能源，4個場景的第1個，正在展示，已過",
            "嶄新能源，4個場景的第1個，正在展示，已暫停",
            "AI生產，4個場景的第2個",
        ),
        (
            "zh-Hans",
            "崭新能源，4个场景的第1个，正在展示，已过",
            "崭新能源，4个场景的第1个，正在展示，已暂停",
            "AI生产，4个场景的第2个",
        ),
        (
            "en",
            "New energy, scene 1 of 4, on now, ",
            "New energy, scene 1 of 4, on now, paused",
            "AI production, scene 2 of 4",
        ),
    ],
)
def test_a_chip_says_which_scene_it_is_and_how_it_stands(
    kiosk: KioskFactory, of: Language, now: str, paused: str, other: str
) -> None:
    rig = kiosk(of, size=(640, 360))
    rig.wind(8_000, step=200)
    share = round(rig.tour.progress * 100)
    assert share > 20
    first, second, *_ = chips(rig)
    assert first.startswith(now) and f"{share}%" in first
    assert second == other
    rig.stage.pause_requested.emit()
    rig.wind(16)
    assert chips(rig)[0] == paused


def test_the_pause_button_says_what_it_will_do(kiosk: KioskFactory) -> None:
    rig = kiosk("en", size=(640, 360))
    pause = rig.touchable("Pause")
    rig.tap(pause)
    rig.wind(16)
    assert pause.describe() == "Resume"


def test_a_pager_says_which_page_is_on(kiosk: KioskFactory) -> None:
    rig = kiosk("en", size=(640, 360))
    rig.come_to_rest()
    (pager,) = (item for item in rig.stage.touchables() if isinstance(item, Pager))
    assert pager.describe() == "More cards, page 1 of 2"
    pager.activate()
    assert pager.describe() == "More cards, page 2 of 2"


def test_a_segment_says_whether_it_is_chosen(kiosk: KioskFactory) -> None:
    rig = kiosk("en", size=(640, 360))
    rig.come_to_rest()
    first, second = segments(rig)
    assert (first.describe(), second.describe()) == (f"{first.name}, chosen", second.name)
    second.activate()
    assert (first.describe(), second.describe()) == (first.name, f"{second.name}, chosen")


def test_a_series_says_whether_it_is_shown_alone(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360))
    rig.come_to_rest()
    made, sold = (item for item in rig.stage.touchables() if isinstance(item, Name))
    sold.activate()
    assert (made.describe(), sold.describe()) == ("生產", "銷售，已選取")


def test_a_language_says_whether_it_is_on(kiosk: KioskFactory) -> None:
    rig = kiosk("en", size=(640, 360))
    rig.stage.access_requested.emit()
    said = [i.describe() for i in rig.stage.touchables() if isinstance(i, LanguageButton)]
    assert said == ["繁體", "简体", "English, chosen"]


def test_the_ground_of_a_card_says_what_stands_on_it(kiosk: KioskFactory) -> None:
    rig = kiosk("en", size=(640, 360))
    rig.stage.open_card(rig.scene.cards()[0])
    opened = rig.stage.overlay()
    assert opened is not None
    assert opened.plate.describe() == opened.describe() != ""
