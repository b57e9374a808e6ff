"""Before it forgets a visitor it asks, with a countdown; any sign of life is an answer."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.show.visit import VisitState
from kiosk.stage.still_there import StillThere
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import Finger
from tests.toolkit.drawn import drawing

IDLE_MS, WARNING_MS = 60_000, 25_000
NOTHING = QPointF(960, 20)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(640, 360), attract_s=48)
    built.wind(500)
    built.tap(NOTHING)
    built.wind(1500)
    built.stage.next_requested.emit()
    built.come_to_rest()
    return built


def ask(rig: Rig) -> StillThere:
    rig.wind(IDLE_MS - 4000, step=4000)
    for _ in range(50):
        rig.wind(100)
        if screen := rig.stage.screen():
            assert isinstance(screen, StillThere)
            return screen
    raise AssertionError("nobody is asked")


def texts(rig: Rig) -> str:
    return "".join(drawing(rig.stage.graphics, rig.stage.layout.rect).texts())


def test_after_a_minute_it_asks_and_counts_down(rig: Rig) -> None:
    ask(rig)
    assert "你還在嗎？" in texts(rig)
    assert "25" in texts(rig)
    rig.wind(10_000, step=500)
    assert "15" in texts(rig)
    assert rig.visit.state is VisitState.STILL_THERE


def test_what_was_on_is_seen_behind_it(rig: Rig) -> None:
    ask(rig)
    assert rig.scene.scene_content.id == "ai-production"


@pytest.mark.parametrize("where", [NOTHING, QPointF(450, 1006), QPointF(960, 540)])
def test_a_touch_anywhere_is_an_answer_and_nothing_else(rig: Rig, where: QPointF) -> None:
    ask(rig)
    rig.tap(where)
    rig.wind(16)
    assert rig.visit.state is VisitState.VISIT
    assert rig.stage.screen() is None
    assert rig.stage.page == 1, "the touch meant nothing but that somebody is there"


def test_a_swipe_and_a_key_are_answers_too(rig: Rig) -> None:
    ask(rig)
    Finger(rig).down(QPointF(1200, 500)).draw(QPointF(-600, 0), px_per_s=3000).up()
    rig.wind(16)
    assert (rig.visit.state, rig.stage.page) == (VisitState.VISIT, 1)
    ask(rig)
    QTest.keyClick(rig.view.windowHandle(), Qt.Key.Key_A)
    rig.wind(16)
    assert (rig.visit.state, rig.stage.page) == (VisitState.VISIT, 1)


def test_it_may_be_put_off_without_end(rig: Rig) -> None:
    for _ in range(8):
        ask(rig)
        rig.wind(WARNING_MS - 500, step=500)
        rig.tap(rig.touchable("我還在"))
        rig.wind(16)
        assert rig.visit.state is VisitState.VISIT
        assert rig.stage.page == 1


def test_whoever_is_done_says_so(rig: Rig) -> None:
    ask(rig)
    rig.tap(rig.touchable("看完了"))
    rig.wind(16)
    assert rig.visit.state is VisitState.ATTRACT


def test_by_keys_either_answer_can_be_given(rig: Rig) -> None:
    ask(rig)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        QTest.keyClick(rig.view.windowHandle(), key)
    rig.wind(16)
    assert rig.visit.state is VisitState.ATTRACT


def test_with_no_answer_all_is_forgotten_and_the_tour_is_where_it_stopped(rig: Rig) -> None:
    initial = rig.visit.preferences
    rig.stage.preferences_wanted.emit(initial.turned("large_text"))
    rig.wind(500)
    rig.stage.open_card(rig.stage.live_items()[0].all_cards()[0])
    ask(rig)
    rig.wind(WARNING_MS + 1000, step=500)
    assert rig.visit.state is VisitState.ATTRACT
    assert rig.visit.preferences == initial
    assert rig.stage.overlay() is None
    assert not rig.stage.layout.cards_in_turn, "it is laid out as it was"
    assert rig.tour.index == 0


def test_a_finger_that_is_down_is_never_cut_short(rig: Rig) -> None:
    finger = Finger(rig).down(QPointF(1200, 300))
    for _ in range(50):
        finger.draw(QPointF(-90, 0), spacing_ms=50).draw(QPointF(90, 0), spacing_ms=50)
        rig.wind(4000, step=4000)
    assert rig.visit.state is VisitState.VISIT
    finger.up()
    rig.come_to_rest()
    assert rig.stage.page == 1
