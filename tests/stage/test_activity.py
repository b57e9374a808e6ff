"""Whatever a visitor does says that somebody is there; what means nothing does nothing else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QPointingDevice, QScreen, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.show.visit import VisitState
from kiosk.toolkit.gestures import HOLD_MS
from tests.conftest import KioskFactory, Rig
from tests.stage.test_pace import interval_ms
from tests.toolkit.drawn import alike

HERE = QPoint(300, 20)


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    built.visit.touch()
    return built


def wheel(rig: Rig) -> None:
    event = QWheelEvent(
        QPointF(HERE),
        QPointF(HERE),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(rig.view.windowHandle(), event)


def another_button(rig: Rig) -> None:
    QTest.mouseClick(rig.view.windowHandle(), Qt.MouseButton.RightButton, pos=HERE)


def a_key_without_meaning(rig: Rig) -> None:
    QTest.keyClick(rig.view.windowHandle(), Qt.Key.Key_Z)


def a_key_held_down(rig: Rig) -> None:
    key, none = Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(rig.view, QKeyEvent(QEvent.Type.KeyPress, key, none, autorep=True))


MEANINGLESS = [wheel, another_button, a_key_without_meaning, a_key_held_down]


@pytest.mark.parametrize("act", MEANINGLESS)
def test_it_says_that_somebody_is_there_and_does_nothing_else(
    rig: Rig, act: Callable[[Rig], None]
) -> None:
    before = rig.picture()
    rig.wind(50_000, step=500)
    act(rig)
    rig.wind(50_000, step=500)
    assert rig.visit.state is VisitState.VISIT
    assert rig.stage.page == 0
    assert alike(rig.picture(), before)
    rig.wind(11_000, step=500)
    assert rig.visit.state is VisitState.STILL_THERE


@pytest.mark.parametrize("act", MEANINGLESS)
def test_it_answers_the_question(rig: Rig, act: Callable[[Rig], None]) -> None:
    rig.wind(61_000, step=500)
    assert rig.visit.state is VisitState.STILL_THERE
    act(rig)
    rig.wind(16)
    assert rig.visit.state is VisitState.VISIT
    assert rig.stage.screen() is None and rig.stage.page == 0


@pytest.mark.parametrize("act", MEANINGLESS)
def test_it_wakes_the_attract_screen(kiosk: KioskFactory, act: Callable[[Rig], None]) -> None:
    rig = kiosk(size=(640, 360), attract_s=48)
    act(rig)
    rig.wind(16)
    assert rig.visit.state is VisitState.VISIT
    assert rig.stage.page == 0 and rig.stage.overlay() is None


def test_a_second_finger_says_so_when_it_comes_and_when_it_wanders(
    rig: Rig, screen: QPointingDevice
) -> None:
    """The first rests, and after ten seconds it is a bag."""
    window = rig.view.windowHandle()
    QTest.touchEvent(window, screen).press(0, HERE, window).commit()
    rig.wind(5_000, step=500)
    QTest.touchEvent(window, screen).stationary(0).press(1, HERE * 2, window).commit()
    for step in range(1, 4):
        rig.wind(50_000, step=500)
        place = HERE * 2 + QPoint(40 * step, 0)
        QTest.touchEvent(window, screen).stationary(0).move(1, place, window).commit()
        assert rig.visit.state is VisitState.VISIT
    assert rig.stage.page == 0 and rig.scene.x() == 0
    for number in range(10):
        rig.wind(10_000, step=500)
        tremble = place + QPoint(number % 2, 0)
        QTest.touchEvent(window, screen).stationary(0).move(1, tremble, window).commit()
    assert rig.visit.state is not VisitState.VISIT, "what only trembles is nobody"
    QTest.touchEvent(window, screen).release(0, HERE, window).release(1, place, window).commit()


def test_a_second_finger_does_not_spoil_the_choice_of_a_language(
    kiosk: KioskFactory, screen: QPointingDevice
) -> None:
    rig = kiosk(size=(960, 540), attract_s=48)
    rig.wind(400)
    window = rig.view.windowHandle()
    button = rig.touchable("English")
    place = rig.view.mapFromScene(button.sceneBoundingRect().center())
    QTest.touchEvent(window, screen).press(0, place, window).commit()
    QTest.touchEvent(window, screen).stationary(0).press(1, HERE, window).commit()
    rig.wind(50)
    QTest.touchEvent(window, screen).release(0, place, window).stationary(1).commit()
    QTest.touchEvent(window, screen).release(1, HERE, window).commit()
    rig.wind(16)
    assert rig.visit.preferences.language == "en"
    assert rig.visit.state is VisitState.VISIT


def test_a_palm_on_the_screen_is_nobody_and_is_in_nobody_s_way(
    rig: Rig, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {0: QSizeF(40, 400), 1: QSizeF(30, 30)}
    monkeypatch.setattr(QEventPoint, "ellipseDiameters", lambda contact: sizes[contact.id()])
    window = rig.view.windowHandle()
    button = rig.view.mapFromScene(rig.touchable("下一個").sceneBoundingRect().center())
    QTest.touchEvent(window, screen).press(0, button, window).commit()
    assert not rig.touchable("下一個").pressed
    rig.wind(61_000, step=500)
    assert rig.visit.state is VisitState.STILL_THERE
    rig.visit.touch()
    rig.wind(16)
    QTest.touchEvent(window, screen).stationary(0).press(1, button, window).commit()
    QTest.touchEvent(window, screen).stationary(0).release(1, button, window).commit()
    rig.come_to_rest()
    assert rig.stage.page == 1
    QTest.touchEvent(window, screen).release(0, button, window).commit()
    assert rig.stage.page == 1


@pytest.mark.parametrize(("diagonal_mm", "page"), [(None, 0), (300, 1), (1100, 0)])
def test_a_palm_is_measured_on_the_panel_as_large_as_it_is(
    rig: Rig,
    screen: QPointingDevice,
    monkeypatch: pytest.MonkeyPatch,
    diagonal_mm: float | None,
    page: int,
) -> None:
    """Of the 1000 pixels from corner to corner, 100 are 30 mm on a panel of 300 mm."""
    monkeypatch.setattr(QScreen, "size", lambda _screen: QSize(800, 600))
    monkeypatch.setattr(QScreen, "physicalDotsPerInch", lambda _screen: 25.4)
    monkeypatch.setattr(QEventPoint, "ellipseDiameters", lambda _contact: QSizeF(40, 99))
    rig.stage.set_panel_size(diagonal_mm)
    window = rig.view.windowHandle()
    button = rig.view.mapFromScene(rig.touchable("下一個").sceneBoundingRect().center())
    QTest.touchEvent(window, screen).press(0, button, window).commit()
    QTest.touchEvent(window, screen).release(0, button, window).commit()
    rig.come_to_rest()
    assert rig.stage.page == page


def test_a_finger_that_rests_is_held_by_the_ticker_s_own_time(rig: Rig) -> None:
    held: list[QPointF] = []
    rig.stage.arbiter.held.connect(held.append)
    point = QPointF(960, 20)
    rig.kiosk.ticker.stop()
    rig.stage.arbiter.begin(0, point)
    waited_ms = 0
    while not held:
        assert rig.kiosk.ticker.running and waited_ms < 2 * HOLD_MS
        waited_ms += interval_ms(rig)
        rig.clock.advance(interval_ms(rig))
        rig.kiosk.ticker.tick()
    assert held == [point]
    assert HOLD_MS <= waited_ms < HOLD_MS + 40
    rig.stage.arbiter.end(0, point)


def test_a_slow_tap_taps(rig: Rig) -> None:
    button = rig.touchable("下一個")
    point = button.sceneBoundingRect().center()
    rig.stage.arbiter.begin(0, point)
    rig.wind(5_000, step=100)
    assert button.pressed
    rig.stage.arbiter.end(0, point)
    rig.come_to_rest()
    assert rig.stage.page == 1
