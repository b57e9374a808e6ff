"""The attract screen invites in every frame; the first touch wakes it and does nothing else."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from kiosk.content.language import LANGUAGES, Language
from kiosk.show.visit import VisitState
from kiosk.stage.attract import Attract, Invitation
from kiosk.stage.backdrop import LOOP_S
from kiosk.stage.languages import LanguageButton
from kiosk.stage.rail import Rail
from tests.conftest import KioskFactory, Rig, middle
from tests.stage.visitor import Finger
from tests.toolkit.drawn import alike, drawing

ATTRACT_S = 48
CONTENT_WITHIN_MS = 1000
CHIP_OF_THE_SECOND_SCENE = QPointF(450, 1006)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540), attract_s=ATTRACT_S)
    built.wind(1000)
    return built


def attract(rig: Rig) -> Attract | None:
    found = [item for item in rig.stage.graphics.items() if isinstance(item, Attract)]
    return found[0] if found else None


def texts(rig: Rig) -> list[str]:
    return drawing(rig.stage.graphics, rig.stage.layout.rect).texts()


def test_it_says_what_it_is_what_it_asks_and_that_it_has_no_sound(rig: Rig) -> None:
    said = "".join(texts(rig)).replace(" ", "")
    for words in (
        "新質生產力",
        "四個未來場景",
        "下一個十年",
        "輕觸螢幕，走進未來",
        "本展項沒有聲音",
    ):
        assert words in said
    assert "Newqualityproductiveforces" in said, "whoever does not read Chinese is told as well"


def test_it_has_the_screen_to_itself(rig: Rig) -> None:
    assert not [item for item in rig.stage.live_items() if item.isVisible()]
    assert not [i for i in rig.stage.graphics.items() if isinstance(i, Rail) and i.isVisible()]


def test_invitation_and_languages_are_there_in_every_frame(rig: Rig) -> None:
    for _ in range(40):
        shown = attract(rig)
        assert shown is not None and shown.opacity() == 1
        kinds = [type(item) for item in shown.touchables() if item.isVisible()]
        assert kinds == [Invitation, *[LanguageButton] * 3]
        rig.wind(1000, step=250)


def test_each_language_is_written_in_its_own_name(rig: Rig) -> None:
    names = [item.name for item in rig.stage.touchables() if isinstance(item, LanguageButton)]
    assert names == ["繁體", "简体", "English"]


def test_everything_that_is_touched_stands_in_the_lower_half_of_a_standing_screen(
    kiosk: KioskFactory,
) -> None:
    rig = kiosk(size=(720, 1280), attract_s=ATTRACT_S)
    tops = [item.mapRectToScene(item.boundingRect()).top() for item in rig.stage.touchables()]
    assert len(tops) == 4
    assert min(tops) > rig.stage.layout.size.height() / 2


def test_the_star_field_comes_through_all_futures_in_a_minute() -> None:
    assert 40 <= LOOP_S <= 60


@pytest.mark.parametrize("where", [QPointF(960, 300), QPointF(5, 5), CHIP_OF_THE_SECOND_SCENE])
def test_the_first_touch_wakes_it_and_is_swallowed(rig: Rig, where: QPointF) -> None:
    rig.tap(where)
    rig.wind(16)
    assert attract(rig) is None or rig.stage.screen() is None
    rig.come_to_rest()
    assert rig.visit.state is VisitState.VISIT
    assert rig.stage.page == 0
    assert rig.stage.overlay() is None


def test_content_is_there_within_a_second(rig: Rig, kiosk: KioskFactory) -> None:
    rig.stage.arbiter.begin(0, QPointF(960, 300))
    rig.stage.arbiter.end(0, QPointF(960, 300))
    rig.wind(CONTENT_WITHIN_MS)
    seen = "".join(texts(rig)).replace(" ", "")
    assert "嶄新能源" in seen and "移動第三空間" in seen
    assert "輕觸螢幕" not in seen
    assert rig.scene.opacity() == 1


def test_a_swipe_wakes_it_too_and_turns_nothing(rig: Rig) -> None:
    Finger(rig).down(QPointF(1200, 500)).draw(QPointF(-600, 0), px_per_s=3000).up()
    rig.wind(16)
    rig.come_to_rest()
    assert (rig.visit.state, rig.stage.page) == (VisitState.VISIT, 0)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_4])
def test_any_key_wakes_it_and_does_nothing_else(rig: Rig, key: Qt.Key) -> None:
    QTest.keyClick(rig.view.windowHandle(), key)
    rig.wind(16)
    rig.come_to_rest()
    assert (rig.visit.state, rig.stage.page) == (VisitState.VISIT, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_wakes_it_in_that_language(rig: Rig, language: Language) -> None:
    (button,) = (
        item
        for item in rig.stage.touchables()
        if isinstance(item, LanguageButton) and item.language == language
    )
    rig.tap(button)
    rig.wind(32)
    rig.come_to_rest()
    assert rig.visit.preferences.language == language
    titles = {"zh-Hant": "嶄新能源", "zh-Hans": "崭新能源", "en": "New energy"}
    assert titles[language] in texts(rig)


def test_with_nobody_here_a_round_is_played_and_then_it_comes_back(rig: Rig) -> None:
    rig.wind(ATTRACT_S * 1000, step=100)
    assert rig.visit.state is VisitState.TOUR
    for _ in range(4 * 320):
        if rig.visit.state is not VisitState.TOUR:
            break
        rig.wind(100, step=100)
    assert rig.visit.state is VisitState.ATTRACT
    rig.wind(1000)
    assert attract(rig) is not None
    assert rig.tour.cycles == 1


def test_it_appears_and_goes_by_fading(rig: Rig) -> None:
    before = rig.picture()
    rig.tap(QPointF(960, 300))
    rig.wind(150)
    leaving = attract(rig)
    assert leaving is not None and 0 < leaving.opacity() < 1
    assert not alike(rig.picture(), before)
    rig.wind(600)
    assert attract(rig) is None


def test_a_finger_on_the_invitation_shows_that_it_is_touched(rig: Rig) -> None:
    invitation = rig.stage.touchables()[0]
    before = rig.picture()
    rig.stage.arbiter.begin(0, middle(invitation))
    assert invitation.pressed
    assert not alike(rig.picture(), before)
    rig.stage.arbiter.end(0, middle(invitation))


def test_sparks_keep_quiet_where_its_words_are(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1920, 1080), attract_s=ATTRACT_S)
    shown = attract(rig)
    assert shown is not None
    words = shown.words()
    assert len(words) == 4
    title = words[0]
    assert title.width() > 800
    assert not any(QRectF(1500, 400, 300, 300).intersects(zone) for zone in words)


@pytest.mark.parametrize("turned", [False, True])
def test_its_dot_swells_also_after_the_screen_was_turned(rig: Rig, turned: bool) -> None:
    if turned:
        rig.view.resize(540, 960)
        rig.wind(400)
    invitation = rig.stage.touchables()[0]
    place = rig.view.in_window(invitation.mapRectToScene(invitation.boundingRect())).toRect()
    before = rig.picture().copy(place)
    rig.wind(1500)
    assert not alike(rig.picture().copy(place), before)
