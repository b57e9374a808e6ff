"""Another language or theme while it runs: what is on goes on, in the new look."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.content.model import Exhibition
from kiosk.exhibits.entrance import ENTRANCE_MS, SETTLED
from kiosk.show.dwell import dwell_s
from kiosk.show.tour import Hold
from kiosk.stage.hero import HeroItem
from kiosk.stage.layers import AccessLayer, CardLayer, PersonLayer
from kiosk.stage.overlay import Overlay
from kiosk.toolkit.counter import Counter
from kiosk.toolkit.text import TextBlock
from tests.conftest import KioskFactory, Rig
from tests.stage.test_keys import focused
from tests.stage.visitor import Finger, exhibit, picture_area, read, segments, with_scene
from tests.toolkit.drawn import alike, drawing, inside

ENGLISH, PAPER = ("en", "ink-atlas"), ("zh-Hant", "paper-observatory")


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    return built


def texts(rig: Rig) -> list[str]:
    return drawing(rig.stage.graphics, rig.stage.layout.rect).texts()


def hero_words(rig: Rig) -> str:
    (hero,) = (item for item in inside(rig.scene) if isinstance(item, HeroItem))
    (number,) = (item for item in inside(hero) if isinstance(item, Counter))
    return number.words


def same(rig: Rig, kiosk: KioskFactory, language: str, theme: str) -> bool:
    """Whether it looks as if it had been in that look from the beginning."""
    other = kiosk(language, theme, size=(960, 540))
    other.stage.place_page(rig.stage.page)
    other.stage.set_progress(rig.tour.progress, rig.tour.playing, rig.tour.hold is Hold.PAUSED)
    return alike(other.picture(), rig.picture())


# --- what is seen ------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "theme"), [ENGLISH, PAPER, ("zh-Hans", "high-contrast")])
def test_everything_is_in_the_new_look(
    rig: Rig, kiosk: KioskFactory, language: str, theme: str
) -> None:
    rig.wear(language, theme)
    rig.come_to_rest()
    assert same(rig, kiosk, language, theme)


def test_the_neighbours_come_in_the_new_look_too(rig: Rig, kiosk: KioskFactory) -> None:
    rig.wear("en", "paper-observatory")
    rig.tap(rig.touchable("Next"))
    rig.come_to_rest()
    assert rig.stage.page == 1
    rig.wind(50)
    assert same(rig, kiosk, "en", "paper-observatory")


def test_every_word_is_in_the_new_language_at_once(rig: Rig) -> None:
    rig.wear(*ENGLISH)
    han = [text for text in texts(rig) if any("\u4e00" <= letter <= "\u9fff" for letter in text)]
    assert han == []
    assert {"New energy", "Pause"} <= {item.name for item in rig.stage.touchables()}


def test_the_old_picture_fades_from_over_the_new_one(rig: Rig) -> None:
    before = rig.picture()
    rig.wear(*ENGLISH)
    assert alike(rig.picture(), before)
    rig.wind(120)
    half_way = rig.picture()
    rig.wind(112)
    assert rig.kiosk.animator.active
    rig.wind(32)
    assert not rig.kiosk.animator.active
    after = rig.picture()
    assert not alike(half_way, before) and not alike(half_way, after)


def test_a_second_change_within_the_fade_begins_with_what_is_seen(
    rig: Rig, kiosk: KioskFactory
) -> None:
    rig.wear(*ENGLISH)
    rig.wind(120)
    before = rig.picture()
    rig.wear(*PAPER)
    assert alike(rig.picture(), before)
    rig.come_to_rest()
    assert same(rig, kiosk, *PAPER)


def test_with_reduced_motion_it_only_fades(rig: Rig, kiosk: KioskFactory) -> None:
    rig.kiosk.animator.reduced_motion = True
    rig.wear(*ENGLISH)
    rig.wind(300)
    assert same(rig, kiosk, *ENGLISH)


# --- what goes on ------------------------------------------------------------------------------


def test_an_entrance_goes_on_from_where_it_is(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540))
    rig.wind(900)
    before, counted = exhibit(rig).entrance, hero_words(rig)
    assert 0 < before.marks < 1
    rig.wear(*ENGLISH)
    assert exhibit(rig).entrance == before
    assert hero_words(rig) not in ("0", "9.587") and counted != "958.7"
    rig.wind(200)
    assert before.marks < exhibit(rig).entrance.marks < 1
    rig.wind(ENTRANCE_MS - 900 - 200 + 16)
    assert exhibit(rig).entrance == SETTLED
    assert hero_words(rig) == "9.587"


def test_what_has_appeared_does_not_appear_again(rig: Rig) -> None:
    rig.wear(*ENGLISH)
    for _ in range(40):
        assert exhibit(rig).entrance == SETTLED
        rig.wind(16)


def test_the_same_page_exhibit_and_cards_are_on(rig: Rig) -> None:
    rig.stage.scene_requested.emit(3)
    rig.come_to_rest()
    rig.tap(segments(rig)[1])
    rig.tap(rig.touchable("更多卡片"))
    rig.come_to_rest()
    cards = [rig.scene.all_cards().index(card) for card in rig.scene.cards()]
    rig.wear(*ENGLISH)
    assert rig.stage.page == 3
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[1]
    assert [rig.scene.all_cards().index(card) for card in rig.scene.cards()] == cards


def test_what_is_read_out_is_read_in_the_new_language(rig: Rig) -> None:
    rig.tap(picture_area(rig).center())
    figures = [word for word in read(rig).split() if word[0].isdigit()]
    rig.wear(*ENGLISH)
    assert exhibit(rig).selected is not None
    assert "million vehicles" in read(rig)
    assert read(rig).splitlines()[0] == figures[0] == "2021"


def test_a_series_that_is_shown_alone_stays_so(rig: Rig) -> None:
    rig.tap(rig.touchable("銷售"))
    rig.come_to_rest()
    rig.wear(*ENGLISH)
    rig.come_to_rest()
    rig.tap(picture_area(rig).center())
    assert "3.521" in read(rig) and "3.545" not in read(rig)


def test_in_the_prologue_it_stays_there_and_finds_the_way_back(rig: Rig) -> None:
    rig.stage.scene_requested.emit(2)
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    rig.wear(*ENGLISH)
    assert rig.stage.page is None
    finger = Finger(rig).down(QPointF(400, 600)).draw(QPointF(-500, 0))
    (beside,) = (item for item in rig.stage.live_items() if item.isVisible() and item.x() > 0)
    assert beside.scene_content.id == "internet-of-everything"
    finger.up()
    rig.come_to_rest()
    assert rig.stage.page == 2


def test_an_opened_card_lies_open_in_the_new_language(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[1])
    rig.come_to_rest()
    rig.wear(*ENGLISH)
    assert rig.touchable("Close")
    rig.come_to_rest()
    words = texts(rig)
    assert words.count("Mobile third space") == 2, "on the card and on the opened one"
    rig.tap(rig.touchable("Close"))
    rig.come_to_rest()
    assert rig.stage.overlay() is None


def test_two_layers_lie_open_as_before_and_lead_back(rig: Rig) -> None:
    layers = (CardLayer(0), PersonLayer("so-cheung-wing"))
    for layer in layers:
        rig.stage.open_layer(layer)
    rig.come_to_rest()
    rig.wear(*ENGLISH)
    assert rig.stage.opened() == layers
    assert "So Cheung-wing" in page_words(rig)
    rig.tap(rig.touchable("Back"))
    rig.come_to_rest()
    assert rig.stage.opened() == layers[:1]
    assert "setting more growth in motion" in page_words(rig)
    rig.tap(rig.touchable("Close"))
    rig.come_to_rest()
    assert rig.stage.opened() == ()


def test_language_and_display_stay_open_where_the_language_was_chosen(rig: Rig) -> None:
    rig.stage.open_layer(AccessLayer())
    rig.come_to_rest()
    rig.tap(rig.touchable("English"))
    rig.come_to_rest()
    assert rig.stage.opened() == (AccessLayer(),)
    assert "Language and display" in page_words(rig)


def test_an_opened_list_stays_on_its_page(rig: Rig) -> None:
    open_directory(rig, "people")
    turn(rig, "下一頁")
    assert "蔡冠深" not in page_words(rig) and "尤政" in page_words(rig)
    rig.wear(*ENGLISH)
    assert "Jonathan Choi Koon-shum" not in page_words(rig) and "You Zheng" in page_words(rig)
    turn(rig, "Next page")
    assert "Jonathan Choi Koon-shum" in page_words(rig)


@pytest.mark.parametrize("turns", [1, 2])
def test_an_opened_list_shows_the_first_entry_still_where_its_pages_are_others(
    rig: Rig, exhibition: Exhibition, turns: int
) -> None:
    open_directory(rig, "glossary")
    for _ in range(turns):
        turn(rig, "下一頁")
    terms = [entry.term for entry in exhibition.glossary.values()]
    first = next(term for term in terms if term.zh_hant in page_words(rig))
    rig.wear(*ENGLISH)
    assert first.en and first.en in page_words(rig)


def test_an_opened_text_stays_on_the_page_that_says_the_same(rig: Rig) -> None:
    rig.stage.scene_requested.emit(3)
    prefer(rig, large_text=True)
    rig.come_to_rest()
    rig.stage.open_layer(CardLayer(3))
    turn(rig, "下一頁")
    chinese = page_words(rig)
    prefer(rig, language="en")
    english = page_words(rig)
    turn(rig, "Next page")
    assert page_words(rig) != english, "it has several pages in English too"
    for _ in range(10):
        turn(rig, "Next page")
        if page_words(rig) == english:
            break
    assert page_words(rig) == english, "once round"
    prefer(rig, language="zh-Hant")
    assert page_words(rig) == chinese


def prefer(rig: Rig, **wanted: object) -> None:
    rig.visit.preferences = replace(rig.visit.preferences, **wanted)
    rig.wind(16)


def turn(rig: Rig, pager: str) -> None:
    rig.wind(400)  # which is longer than what counts as trembling
    rig.tap(rig.touchable(pager))


def open_directory(rig: Rig, of: str) -> None:
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    cards = [card for card in rig.scene.all_cards() if getattr(card.spec, "of", "") == of]
    rig.stage.open_card(cards[0])
    rig.come_to_rest()


def page_words(rig: Rig) -> str:
    """What is to be read on the page that lies open."""
    page = rig.stage.overlay()
    assert page is not None
    return " ".join(item.text for item in inside(page) if isinstance(item, TextBlock))


@pytest.mark.parametrize("moment", ["opening", "closing"])
def test_a_card_on_its_way_leaves_nothing_behind(rig: Rig, moment: str) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.wind(100)
    if moment == "closing":
        rig.stage.close_card()
        rig.wind(50)
    rig.wear(*ENGLISH)
    rig.come_to_rest()
    overlays = [item for item in rig.stage.graphics.items() if isinstance(item, Overlay)]
    assert overlays == ([rig.stage.overlay()] if moment == "opening" else [])
    assert all(overlay.opacity() == 1 for overlay in overlays)


def test_the_keys_focus_stays_where_it_was(rig: Rig) -> None:
    index = [item.name for item in rig.stage.touchables()].index("AI生產")
    for _ in range(index + 1):
        rig.view.key_pressed.emit(Qt.Key.Key_Tab, False)
    rig.wear(*ENGLISH)
    now = focused(rig)
    assert now is not None and now.name == "AI production"


def test_in_the_middle_of_a_slide_the_coming_scene_is_on(rig: Rig) -> None:
    rig.stage.next_requested.emit()
    rig.wind(200)
    rig.wear(*ENGLISH)
    rig.come_to_rest()
    assert rig.stage.page == 1 and rig.scene.x() == 0
    assert exhibit(rig).entrance == SETTLED


@pytest.mark.parametrize("how", ["stroke", "swipe", "press"])
def test_a_finger_that_is_down_does_nothing_more(rig: Rig, how: str) -> None:
    finger = Finger(rig).down(picture_area(rig).center())
    if how == "stroke":
        finger.rest(300).draw(QPointF(60, 0), 200)
    elif how == "swipe":
        finger.draw(QPointF(-200, 0), 2000)
    rig.wear(*ENGLISH)
    finger.draw(QPointF(-400, 0), 2000).up()
    rig.come_to_rest()
    assert (rig.stage.page, rig.scene.x(), read(rig)) == (0, 0, "")
    rig.tap(picture_area(rig).center())
    assert read(rig)


# --- the tour ----------------------------------------------------------------------------------


def test_how_long_scenes_stay_on_is_reckoned_anew(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    short = with_scene(exhibition, 0, cards=exhibition.scenes[0].cards[:1], dwell_s=None)
    rig, scene = kiosk(shown=short, size=(640, 360)), short.scenes[0]
    dwells = {lang: dwell_s(scene, lang, ENTRANCE_MS / 1000) for lang in ("zh-Hant", "en")}
    assert dwells["en"] != dwells["zh-Hant"]
    rig.wind(4_000, step=100)
    progress = rig.tour.progress
    rig.wear(*ENGLISH)
    assert rig.tour.progress == pytest.approx(progress)
    assert rig.tour.seconds_left == pytest.approx(dwells["en"] * (1 - progress))


@pytest.mark.parametrize("hold", Hold)
def test_the_tour_is_held_as_before(rig: Rig, hold: Hold) -> None:
    if hold is Hold.HELD:
        rig.tap(QPointF(960, 20))
    elif hold is Hold.PAUSED:
        rig.tap(rig.touchable("暫停"))
        rig.wind(32)
    rig.wear(*ENGLISH)
    assert rig.tour.hold is hold
    assert rig.touchable("Resume" if hold is Hold.PAUSED else "Pause")


# --- nothing is left ---------------------------------------------------------------------------


def test_the_old_look_is_let_go(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    old = [*rig.stage.live_items(), *rig.scene.all_cards(), exhibit(rig), rig.stage.overlay()]
    old += rig.stage.touchables()
    left = [weakref.ref(item) for item in old]
    del old
    rig.wear(*ENGLISH)
    rig.wind(50)
    rig.wear(*PAPER)
    rig.come_to_rest()
    gc.collect()
    assert [ref() for ref in left if ref() is not None] == []


def test_the_items_do_not_grow_in_number(rig: Rig) -> None:
    counts = []
    for _ in range(3):
        for look in (ENGLISH, ("zh-Hant", "ink-atlas")):
            rig.wear(*look)
            rig.come_to_rest()
        counts.append(len(rig.stage.graphics.items()))
    assert len(set(counts)) == 1


def test_before_the_first_frame_it_may_be_changed_too(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540))
    rig.wear(*ENGLISH)
    rig.come_to_rest()
    assert exhibit(rig).entrance == SETTLED
