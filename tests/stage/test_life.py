"""Hours of it: the tour plays by itself, whoever comes is let in, and nothing piles up."""

import gc
import weakref

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.content.model import Exhibition
from kiosk.show.clock import ManualClock
from kiosk.show.tour import Hold
from kiosk.stage.pager import Pager
from kiosk.toolkit.counter import Counter
from kiosk.toolkit.text import TextBlock
from kiosk.toolkit.ticker import FRAME_MS
from kiosk.toolkit.wardrobe import Wardrobe
from tests.conftest import KioskFactory, Rig, middle
from tests.stage.visitor import exhibit, segments
from tests.toolkit.drawn import alike, inside

QUIET = QPointF(960, 20)
"""A place where nothing can be touched."""

LONGEST_DWELL_MS = 31_000


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def until_page(rig: Rig, page: int) -> None:
    """Let the tour play until a page is on, and has arrived."""
    for _ in range(4 * LONGEST_DWELL_MS // 100):
        if rig.stage.page == page:
            break
        rig.wind(100, step=100)
    assert rig.stage.page == page
    rig.come_to_rest()


# --- by itself ---------------------------------------------------------------------------------


def test_it_walks_through_all_scenes_in_their_order_and_begins_again(rig: Rig) -> None:
    seen = [rig.stage.page]
    for _ in range(700):
        rig.wind(200, step=200)
        if rig.stage.page != seen[-1]:
            seen.append(rig.stage.page)
    assert seen[:5] == [0, 1, 2, 3, 0]
    assert rig.tour.cycles == 1


def test_each_scene_comes_in_from_the_right_and_its_figures_count_up(rig: Rig) -> None:
    for _ in range(LONGEST_DWELL_MS // 16):
        rig.wind(16)
        if rig.stage.page == 1:
            break
    coming = [item for item in rig.stage.live_items() if item.isVisible() and item.x() > 0]
    assert [item.scene_content.id for item in coming] == ["ai-production"]
    rig.wind(620)
    texts = set()
    for _ in range(60):
        rig.wind(32)
        texts |= {i.words for i in inside(rig.scene) if isinstance(i, Counter)}
    hero = rig.scene.scene_content.hero
    assert hero
    assert f"{hero.value:,f}" in texts
    assert len(texts) > 5


def test_at_rest_it_draws_the_rail_and_nothing_else(rig: Rig) -> None:
    """Two pictures a second apart differ where the scene's time is shown."""
    chip = rig.touchable("嶄新能源")
    bounds = rig.view.viewportTransform().mapRect(chip.mapRectToScene(chip.boundingRect()))
    before = rig.picture()
    rig.wind(3000, step=100)
    after = rig.picture()
    assert not alike(before, after)
    for image in (before, after):
        for x in range(round(bounds.left()) - 1, round(bounds.right()) + 2):
            for y in range(round(bounds.top()) - 1, round(bounds.bottom()) + 2):
                image.setPixelColor(x, y, QColor("black"))
    assert alike(before, after)


def test_at_rest_it_ticks_ten_times_a_second_and_less_when_it_is_held(rig: Rig) -> None:
    rig.wind(100, step=100)
    assert interval_ms(rig) == 100
    rig.tap(QUIET)
    rig.wind(16)
    assert 500 <= interval_ms(rig) <= 60_000


def test_while_a_scene_slides_it_ticks_at_frame_rate(rig: Rig) -> None:
    rig.tap(rig.touchable("下一個"))
    for _ in range(30):
        rig.wind(16)
        assert interval_ms(rig) == FRAME_MS


def interval_ms(rig: Rig) -> int:
    (timer,) = (child for child in rig.kiosk.ticker.children() if type(child).__name__ == "QTimer")
    assert timer.isActive()
    return timer.interval()


def test_the_rail_fills_from_left_to_right_and_empties_with_the_next_scene(rig: Rig) -> None:
    filled = []
    for _ in range(5):
        filled.append(filled_px(rig, "嶄新能源"))
        rig.wind(1500, step=100)
    assert filled == sorted(filled)
    assert filled[0] < filled[2] < filled[4]
    until_page(rig, 1)
    assert filled_px(rig, "嶄新能源") == 0


def filled_px(rig: Rig, name: str) -> int:
    """How far a chip is filled, in pixels of the window."""
    chip = rig.touchable(name)
    box = rig.view.viewportTransform().mapRect(chip.mapRectToScene(chip.boundingRect()))
    image, y = rig.picture(), round(box.top() + 14)
    empty = image.pixelColor(round(box.right()) - 24, y)
    row = range(round(box.left()) + 24, round(box.right()) - 24)
    return sum(image.pixelColor(x, y) != empty for x in row)


# --- somebody comes ----------------------------------------------------------------------------


def test_any_touch_holds_the_tour_and_idle_time_lets_it_go_on_at_the_same_scene(
    rig: Rig, exhibition: Exhibition
) -> None:
    until_page(rig, 1)
    rig.wind(3000, step=100)
    rig.tap(QUIET)
    progress = rig.tour.progress
    whole_s = exhibition.defaults.idle_s + exhibition.defaults.warning_s
    rig.wind(whole_s * 1000 - 200, step=200)
    assert (rig.tour.hold, rig.stage.page) == (Hold.HELD, 1)
    rig.wind(500, step=100)
    assert rig.tour.playing
    assert rig.stage.page == 1
    assert progress <= rig.tour.progress < progress + 0.1
    until_page(rig, 2)


@pytest.mark.parametrize("what", ["chip", "card", "pager", "swipe", "short swipe", "prologue"])
def test_everything_that_a_finger_does_holds_the_tour(rig: Rig, what: str) -> None:
    pager = next(item for item in rig.stage.touchables() if isinstance(item, Pager))
    match what:
        case "chip":
            rig.tap(rig.touchable("萬物互聯"))
        case "card":
            rig.tap(rig.scene.cards()[0])
        case "pager":
            rig.tap(pager)
        case "swipe":
            rig.drag(-900, ms=400)
        case "short swipe":
            rig.drag(-90, ms=800)
        case "prologue":
            rig.tap(rig.touchable("甚麼是新質生產力？"))
    assert not rig.tour.playing
    page = rig.stage.page
    rig.wind(50_000, step=200)
    assert not rig.tour.playing
    assert rig.stage.page == page


def test_a_paused_tour_stays_until_it_is_asked_to_go_on(rig: Rig) -> None:
    rig.tap(rig.touchable("暫停"))
    rig.wind(50_000, step=200)
    assert rig.tour.hold is Hold.PAUSED
    rig.tap(rig.touchable("繼續"))
    assert rig.tour.playing


def test_whoever_goes_leaves_everything_as_it_was(rig: Rig) -> None:
    cards = rig.scene.cards()
    rig.tap(rig.touchable("更多卡片"))
    rig.wind(400)
    rig.tap(segments(rig)[1])
    rig.come_to_rest()
    assert rig.scene.cards() != cards
    rig.tap(rig.scene.cards()[0])
    rig.wind(86_000, step=200)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    assert rig.scene.cards() == cards
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0]
    assert rig.tour.playing


def test_at_the_prologue_the_tour_waits_and_goes_on_where_it_was(rig: Rig) -> None:
    until_page(rig, 2)
    rig.tap(rig.touchable("甚麼是新質生產力？"))
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "prologue"
    rig.wind(86_000, step=200)
    rig.come_to_rest()
    assert rig.stage.page == 2
    assert rig.tour.playing


@pytest.mark.parametrize("offset", [-900, 900])
def test_a_swipe_leads_out_of_the_prologue_to_where_the_tour_was(rig: Rig, offset: float) -> None:
    until_page(rig, 1)
    rig.tap(rig.touchable("甚麼是新質生產力？"))
    rig.come_to_rest()
    rig.drag(offset, ms=300)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_chip_leads_out_of_the_prologue_to_any_scene(rig: Rig) -> None:
    rig.tap(rig.touchable("甚麼是新質生產力？"))
    rig.come_to_rest()
    rig.tap(rig.touchable("未來工業"))
    rig.come_to_rest()
    assert rig.stage.page == 3


def test_a_finger_left_on_the_screen_does_not_stop_the_tour_for_ever(rig: Rig) -> None:
    rig.stage.arbiter.begin(0, QUIET)
    rig.wind(96_000, step=200)  # ten seconds of it might be a gesture
    assert rig.tour.playing
    rig.stage.arbiter.begin(1, middle(rig.touchable("未來工業")))
    rig.stage.arbiter.end(1, middle(rig.touchable("未來工業")))
    rig.come_to_rest()
    assert rig.stage.page == 3


def test_a_scene_may_go_from_under_a_finger(rig: Rig) -> None:
    card = middle(rig.scene.cards()[0])
    rig.stage.arbiter.begin(0, card)
    rig.wind(96_000, step=200)
    until_page(rig, 2)
    rig.stage.arbiter.end(0, card)
    rig.wind(400)
    rig.tap(rig.touchable("未來工業"))
    rig.come_to_rest()
    assert rig.stage.page == 3


def test_a_card_may_go_from_under_a_finger(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    on_panel = rig.stage.layout.panel.center()
    rig.stage.arbiter.begin(0, on_panel)
    rig.stage.close_card()
    rig.come_to_rest()
    rig.stage.arbiter.end(0, on_panel)
    rig.wind(400)
    rig.tap(rig.touchable("未來工業"))
    rig.come_to_rest()
    assert rig.stage.page == 3


# --- opened cards and swipes -------------------------------------------------------------------


def test_under_an_opened_card_nothing_slides(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    rig.drag(-900, ms=200)
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert rig.scene.x() == 0


def test_a_card_opens_and_closes_softly(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    seen = []
    for _ in range(24):
        overlay = rig.stage.overlay()
        assert overlay
        seen.append(overlay.opacity())
        rig.wind(16)
    assert seen == sorted(seen)
    assert (seen[0] < 0.3, seen[-1]) == (True, 1.0)


def test_a_card_closed_while_it_opens_sinks_from_where_it_is(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.wind(120)
    overlay = rig.stage.overlay()
    assert overlay
    before = overlay.opacity()
    rig.stage.close_card()
    rig.wind(16)
    assert 0 < overlay.opacity() <= before < 1
    rig.come_to_rest()
    assert overlay.scene() is None


def test_the_tour_waits_behind_an_opened_card(rig: Rig) -> None:
    rig.wind(5000, step=100)
    rig.tap(rig.scene.cards()[0])
    rig.wind(40_000, step=200)
    assert rig.stage.page == 0
    assert rig.stage.overlay() is not None


def test_a_list_is_leafed_through_to_its_end_and_round(rig: Rig) -> None:
    rig.tap(rig.touchable("甚麼是新質生產力？"))
    rig.come_to_rest()
    glossary = next(
        card
        for card in rig.scene.all_cards()
        if card.detail().entries and "詞彙" in card.describe()
    )
    rig.stage.open_card(glossary)
    rig.come_to_rest()
    overlay = rig.stage.overlay()
    assert overlay
    pages = []
    for _ in range(8):
        pages.append(frozenset(i.text for i in inside(overlay) if isinstance(i, TextBlock)))
        rig.tap(rig.touchable("下一頁"))
        rig.wind(400)
    assert len(set(pages)) > 1
    assert pages[len(set(pages))] == pages[0]


# --- nothing piles up --------------------------------------------------------------------------


def test_at_rest_three_scenes_live_and_one_more_while_they_slide(rig: Rig) -> None:
    most = 0
    for index in (2, 0, 3, 1, 2):
        rig.stage.scene_requested.emit(index)
        for _ in range(60):
            rig.wind(16)
            most = max(most, len(rig.stage.live_items()))
        rig.come_to_rest()
        assert len(rig.stage.live_items()) == 3
    assert most <= 4


def test_beside_the_tour_the_prologue_and_its_way_back_live(rig: Rig) -> None:
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    assert {i.scene_content.id for i in rig.stage.live_items()} == {"prologue", "new-energy"}


def test_the_items_on_the_scene_do_not_grow_in_number(rig: Rig) -> None:
    def count() -> int:
        for index in (1, 2, 3, 0):
            rig.stage.scene_requested.emit(index)
            rig.come_to_rest()
            rig.stage.open_card(rig.scene.cards()[0])
            rig.wind(100)
            rig.stage.close_card()
            rig.come_to_rest()
        return len(rig.stage.graphics.items())

    count()
    first = count()
    assert count() == first
    assert count() == first


def test_a_scene_that_has_gone_is_let_go(rig: Rig) -> None:
    gone = [weakref.ref(item) for item in rig.stage.live_items()]
    rig.stage.scene_requested.emit(2)
    rig.come_to_rest()
    alive = {id(item) for item in rig.stage.live_items()}
    gc.collect()
    kept = [ref() for ref in gone if ref() is not None and id(ref()) not in alive]
    assert kept == []


def test_a_closed_kiosk_is_let_go(
    qapp: QApplication, exhibition: Exhibition, wardrobe: Wardrobe, clock: ManualClock
) -> None:
    kiosk = Kiosk(exhibition, wardrobe, clock)
    kiosk.stage.view.resize(640, 360)
    kiosk.stage.view.show()
    qapp.processEvents()
    kiosk.start()
    for _ in range(100):
        clock.advance(50)
        kiosk.ticker.tick()
    kiosk.close()
    left = [weakref.ref(kiosk), weakref.ref(kiosk.stage), weakref.ref(kiosk.stage.view)]
    del kiosk
    gc.collect()
    assert [ref() for ref in left] == [None, None, None]
