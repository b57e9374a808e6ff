"""Everything by keys alone: what has the focus, where the ring is, and what each key does."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.show.tour import Hold
from kiosk.stage.focus import FocusRing
from kiosk.stage.pager import Pager
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import box, exhibit, read, segments

Key = Qt.Key


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def press(rig: Rig, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier
    QTest.keyClick(
        rig.view.windowHandle(), key, modifier.ShiftModifier if shift else modifier.NoModifier
    )


def ring(rig: Rig) -> QRectF | None:
    """Where the focus ring is seen."""
    (found,) = (item for item in rig.stage.graphics.items() if isinstance(item, FocusRing))
    return found.sceneBoundingRect() if found.isVisible() else None


def focused(rig: Rig) -> Touchable | None:
    """What the ring is drawn around."""
    around = ring(rig)
    if around is None:
        return None
    fitting = [item for item in rig.stage.touchables() if encloses(around, item)]
    assert len(fitting) == 1, "the ring is around one thing that can be acted on"
    return fitting[0]


def encloses(around: QRectF, item: Touchable) -> bool:
    box = item.mapRectToScene(item.boundingRect())
    return around.contains(box) and around.width() - box.width() < 40


@pytest.mark.parametrize("forward", [Key.Key_Tab, Key.Key_Down])
def test_forward_keys_walk_through_everything_in_reading_order(rig: Rig, forward: Qt.Key) -> None:
    wanted = rig.stage.touchables()
    walked = []
    for _ in wanted:
        press(rig, forward)
        walked.append(focused(rig))
    assert walked == wanted
    press(rig, forward)
    assert focused(rig) is wanted[0]


@pytest.mark.parametrize(("back", "shift"), [(Key.Key_Tab, True), (Key.Key_Up, False)])
def test_backward_keys_walk_the_other_way(rig: Rig, back: Qt.Key, shift: bool) -> None:
    wanted = rig.stage.touchables()
    walked = []
    for _ in wanted:
        press(rig, back, shift)
        walked.append(focused(rig))
    assert walked == wanted[::-1]


def test_the_order_is_lead_exhibit_its_controls_the_switch_cards_pager_and_rail(rig: Rig) -> None:
    kinds = [type(item).__name__ for item in rig.stage.touchables()]
    assert kinds == [
        "TermLink",
        *("BarItem", "Chip", "Chip"),
        *("Segment", "Segment"),
        *[type(card).__name__ for card in rig.scene.cards()],
        "Pager",
        *["Chip"] * 4,
        *["Button"] * 5,
    ]


def test_below_the_switch_reading_order_is_from_the_top_down(rig: Rig) -> None:
    after = rig.stage.touchables().index(segments(rig)[-1]) + 1
    tops = [item.sceneBoundingRect().top() for item in rig.stage.touchables()[after:]]
    rows = [round(top / 60) for top in tops]
    assert rows == sorted(rows)


def test_the_ring_can_be_seen(rig: Rig) -> None:
    press(rig, Key.Key_Tab)
    around = ring(rig)
    assert around is not None
    scale = rig.view.width() / 1920
    x, top = round(around.center().x() * scale), round(around.top() * scale)
    image = rig.picture()
    lit = [image.pixelColor(x, top + y).lightness() > 150 for y in range(-4, 16)]
    assert sum(lit) >= 3, "4 px at 1080"


def test_before_any_key_nothing_has_the_focus(rig: Rig) -> None:
    assert ring(rig) is None
    press(rig, Key.Key_Return)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    assert rig.stage.page == 0


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_enter_does_what_a_tap_does(rig: Rig, enter: Qt.Key) -> None:
    names = [item.name for item in rig.stage.touchables()]
    for _ in range(names.index("萬物互聯") + 1):
        press(rig, Key.Key_Tab)
    press(rig, enter)
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "internet-of-everything"


def test_a_touch_takes_the_focus_away(rig: Rig) -> None:
    press(rig, Key.Key_Tab)
    rig.tap(rig.stage.layout.rect.center())
    assert ring(rig) is None


def test_another_scene_takes_the_focus_away(rig: Rig) -> None:
    press(rig, Key.Key_Tab)
    press(rig, Key.Key_PageDown)
    rig.come_to_rest()
    assert rig.stage.page == 1
    assert ring(rig) is None


def test_in_an_opened_card_only_the_card_can_be_reached(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    names = []
    for _ in range(5):
        press(rig, Key.Key_Tab)
        item = focused(rig)
        assert item is not None
        names.append(item.name)
    assert names[-2:] == ["關閉", names[0]]
    assert names[:3] == ["新質生產力", "因地制宜", "蘇長榮 港區全國政協委員、立法會議員"]
    press(rig, Key.Key_Backtab)
    press(rig, Key.Key_Return)
    rig.come_to_rest()
    assert rig.stage.overlay() is None


def test_the_ring_stays_around_a_button_that_is_still_rising(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.wind(48)
    press(rig, Key.Key_Tab)
    rig.come_to_rest()
    assert focused(rig) is not None


def test_escape_closes_the_card_and_nothing_else(rig: Rig) -> None:
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    press(rig, Key.Key_Escape)
    rig.come_to_rest()
    assert rig.stage.overlay() is None
    assert rig.stage.page == 0
    press(rig, Key.Key_Escape)
    rig.come_to_rest()
    assert rig.stage.page == 0
    assert rig.view.isVisible()


def test_pages_can_be_turned_by_keys(rig: Rig) -> None:
    before = rig.scene.cards()
    index = next(i for i, t in enumerate(rig.stage.touchables()) if t.name == "更多卡片")
    for _ in range(index + 1):
        press(rig, Key.Key_Tab)
    pager = focused(rig)
    assert isinstance(pager, Pager)
    press(rig, Key.Key_Return)
    rig.come_to_rest()
    assert rig.scene.cards() != before
    assert focused(rig) is pager


def test_the_rows_of_digits_and_of_the_keypad_both_go_there(rig: Rig) -> None:
    press(rig, Key.Key_4)
    rig.come_to_rest()
    assert rig.stage.page == 3
    QTest.keyClick(rig.view, Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_digit_beyond_the_last_scene_does_nothing(rig: Rig) -> None:
    for digit in (Key.Key_6, Key.Key_9):
        press(rig, digit)
        rig.come_to_rest()
        assert rig.stage.page == 0


@pytest.mark.parametrize(
    ("key", "page"),
    [(Key.Key_Right, 1), (Key.Key_PageDown, 1), (Key.Key_Left, 3), (Key.Key_PageUp, 3)],
)
def test_arrows_and_page_keys_turn_the_scenes(rig: Rig, key: Qt.Key, page: int) -> None:
    press(rig, key)
    rig.come_to_rest()
    assert rig.stage.page == page


@pytest.mark.parametrize("key", [Key.Key_Question, Key.Key_F1])
def test_the_prologue_is_a_key_away_and_a_key_back(rig: Rig, key: Qt.Key) -> None:
    press(rig, key)
    rig.come_to_rest()
    assert rig.scene.scene_content.id == "prologue"
    press(rig, key)
    rig.come_to_rest()
    assert rig.stage.page == 0


def test_space_pauses_and_space_plays(rig: Rig) -> None:
    press(rig, Key.Key_Space)
    assert rig.tour.hold is Hold.PAUSED
    rig.wind(16)
    assert rig.touchable("繼續")
    press(rig, Key.Key_Space)
    assert rig.tour.playing
    rig.wind(16)
    assert rig.touchable("暫停")


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Right, Key.Key_A, Key.Key_Escape])
def test_any_key_holds_the_tour(rig: Rig, key: Qt.Key) -> None:
    press(rig, key)
    assert rig.tour.hold is Hold.HELD


# --- an exhibit --------------------------------------------------------------------------------


def focus_on(rig: Rig, wanted: Touchable) -> None:
    for _ in range(rig.stage.touchables().index(wanted) + 1):
        press(rig, Key.Key_Tab)
    assert focused(rig) is wanted


def years(rig: Rig) -> str:
    return read(rig).partition("\n")[0]


def test_arrows_step_through_the_exhibit_that_has_the_focus_and_stop_at_its_ends(rig: Rig) -> None:
    focus_on(rig, exhibit(rig))
    seen = []
    for _ in range(12):
        press(rig, Key.Key_Right)
        seen.append(years(rig))
    assert sorted(set(seen)) == ["2019", "2020", "2021", "2022", "2023"]
    assert seen == sorted(seen)
    for _ in range(12):
        press(rig, Key.Key_Left)
    assert years(rig) == "2019"
    rig.come_to_rest()
    assert rig.stage.page == 0 and focused(rig) is exhibit(rig)


def test_enter_reads_and_enter_clears(rig: Rig) -> None:
    focus_on(rig, exhibit(rig))
    press(rig, Key.Key_Return)
    assert years(rig) == "2019"
    press(rig, Key.Key_Return)
    assert read(rig) == ""


def test_escape_clears_what_is_read_and_takes_the_focus_away(rig: Rig) -> None:
    focus_on(rig, exhibit(rig))
    press(rig, Key.Key_Right)
    press(rig, Key.Key_Escape)
    assert (read(rig), ring(rig)) == ("", None)
    press(rig, Key.Key_Right)
    rig.come_to_rest()
    assert rig.stage.page == 1, "without a focus arrows turn the scenes again"


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp])
def test_page_keys_turn_the_scenes_wherever_the_focus_is(rig: Rig, key: Qt.Key) -> None:
    focus_on(rig, exhibit(rig))
    press(rig, key)
    rig.come_to_rest()
    assert rig.stage.page == (1 if key == Key.Key_PageDown else 3)


def test_a_series_is_isolated_by_keys(rig: Rig) -> None:
    focus_on(rig, rig.touchable("銷售"))
    press(rig, Key.Key_Return)
    press(rig, Key.Key_Backtab)
    press(rig, Key.Key_Backtab)
    assert focused(rig) is exhibit(rig)
    press(rig, Key.Key_Right)
    assert "銷售" in read(rig) and "生產" not in read(rig)


def test_the_ring_around_an_exhibit_is_whole(rig: Rig) -> None:
    focus_on(rig, exhibit(rig))
    around = ring(rig)
    assert around is not None
    assert rig.stage.layout.rect.contains(around)
    assert not any(around.intersects(box(card)) for card in rig.scene.cards())


def test_arrows_turn_the_scenes_where_the_focus_has_no_use_for_them(rig: Rig) -> None:
    focus_on(rig, segments(rig)[0])
    press(rig, Key.Key_Right)
    rig.come_to_rest()
    assert rig.stage.page == 1


def test_a_key_held_down_acts_once(rig: Rig) -> None:
    press(rig, Key.Key_Right)
    for _ in range(5):
        repeat = QKeyEvent(
            QEvent.Type.KeyPress,
            Key.Key_Right,
            Qt.KeyboardModifier.NoModifier,
            autorep=True,
        )
        QCoreApplication.sendEvent(rig.view, repeat)
    rig.come_to_rest()
    assert rig.stage.page == 1
