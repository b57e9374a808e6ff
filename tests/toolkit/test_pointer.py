"""With real events: through a window, by the mouse and by a touch screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QEventPoint,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest

from kiosk.show.clock import ManualClock
from kiosk.toolkit.gestures import GestureArbiter, Grip
from kiosk.toolkit.pointer import PALM_MM, PointerFilter

HERE = QPoint(40, 30)
PX_PER_MM = 2.0
FINGER, PALM = QSizeF(24, 40), QSizeF(20, 2 * PALM_MM + 1)
"""In pixels of the window."""


class Pane(QWindow):
    """A window that notes what reaches it behind the filter, half the size of the design."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self.arbiter = GestureArbiter(clock)
        self.filter = PointerFilter(self.arbiter, lambda point: point * 2, lambda: PX_PER_MM)
        self.stirred = 0
        self.filter.stirred.connect(self._count)
        self.installEventFilter(self.filter)
        self.reached: list[str] = []
        self.told: list[tuple[object, ...]] = []
        self.arbiter.pressed.connect(lambda point: self.told.append(("pressed", point)))
        self.arbiter.tapped.connect(lambda point: self.told.append(("tapped", point)))
        self.arbiter.cancelled.connect(lambda: self.told.append(("cancelled",)))
        self.arbiter.drag_moved.connect(lambda x: self.told.append(("moved", x)))
        self.arbiter.drag_ended.connect(lambda x, v: self.told.append(("ended", x)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.reached.append("wheel")

    def _count(self) -> None:
        self.stirred += 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.reached.append("mouse")

    def touchEvent(self, event: QTouchEvent) -> None:
        self.reached.append("touch")


@pytest.fixture
def pane(qapp: object, clock: ManualClock) -> Iterator[Pane]:
    pane = Pane(clock)
    pane.resize(400, 300)
    pane.show()
    yield pane
    pane.close()


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    return QTest.createTouchDevice()


def tap(pane: Pane) -> list[tuple[object, ...]]:
    return [("pressed", QPointF(HERE) * 2), ("tapped", QPointF(HERE) * 2)]


def test_a_click_is_a_tap_in_design_pixels(pane: Pane) -> None:
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=HERE)
    assert pane.told == tap(pane)
    assert pane.reached == []


def test_the_second_press_of_a_double_click_is_seen(pane: Pane, clock: ManualClock) -> None:
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=HERE)
    clock.advance(400)
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=HERE)
    assert [told[0] for told in pane.told].count("tapped") >= 2


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_another_button_says_that_somebody_is_there_and_no_more(
    pane: Pane, button: Qt.MouseButton
) -> None:
    QTest.mousePress(pane, button, pos=HERE)
    QTest.mouseMove(pane, HERE + QPoint(80, 0))
    QTest.mouseRelease(pane, button, pos=HERE + QPoint(80, 0))
    assert pane.stirred == 3
    assert (pane.told, pane.reached) == ([], [])


def test_a_wheel_says_that_somebody_is_there_and_no_more(pane: Pane) -> None:
    QCoreApplication.sendEvent(pane, wheel())
    assert pane.stirred == 1
    assert (pane.told, pane.reached) == ([], [])


def test_a_mouse_that_only_hovers_does_nothing(pane: Pane) -> None:
    QTest.mouseMove(pane, HERE)
    QTest.mouseMove(pane, HERE + QPoint(100, 0))
    assert pane.told == []
    assert pane.stirred == 0


def test_a_mouse_drags(pane: Pane, clock: ManualClock) -> None:
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=HERE)
    clock.advance(16)
    QTest.mouseMove(pane, HERE + QPoint(50, 0))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=HERE + QPoint(60, 0))
    kinds = [told[0] for told in pane.told]
    assert kinds[0] == "pressed"
    assert kinds[1] == "cancelled"
    assert pane.told[-1] == ("ended", 120.0)


def test_a_finger_taps_once_though_qt_makes_a_mouse_of_it(
    pane: Pane, screen: QPointingDevice
) -> None:
    QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
    QTest.touchEvent(pane, screen).release(0, HERE, pane).commit()
    assert pane.told == tap(pane)
    assert pane.reached == []


def test_a_mouse_made_of_touches_is_dropped(pane: Pane) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            QPointF(HERE),
            QPointF(HERE),
            QPointF(HERE),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        )
        assert pane.filter.eventFilter(pane, event)
    assert pane.told == []


def test_a_finger_drags(pane: Pane, screen: QPointingDevice, clock: ManualClock) -> None:
    QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
    clock.advance(16)
    QTest.touchEvent(pane, screen).move(0, HERE + QPoint(50, 0), pane).commit()
    QTest.touchEvent(pane, screen).release(0, HERE + QPoint(50, 0), pane).commit()
    assert [told[0] for told in pane.told] == ["pressed", "cancelled", "moved", "ended"]
    assert pane.told[-1] == ("ended", 100.0)


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_what_holds_a_finger_is_told_where_it_is(
    pane: Pane, screen: QPointingDevice, clock: ManualClock, by: str
) -> None:
    strokes: list[QPointF | None] = []
    pane.arbiter.pressed.connect(lambda _point: setattr(pane.arbiter, "grip", Grip.FIRM))
    pane.arbiter.stroke_moved.connect(strokes.append)
    pane.arbiter.stroke_ended.connect(lambda: strokes.append(None))
    there = HERE + QPoint(0, 50)
    if by == "mouse":
        QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=HERE)
        clock.advance(16)
        QTest.mouseMove(pane, there)
        QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=there)
    else:
        QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
        clock.advance(16)
        QTest.touchEvent(pane, screen).move(0, there, pane).commit()
        QTest.touchEvent(pane, screen).release(0, there, pane).commit()
    assert strokes[0] == QPointF(there) * 2 and strokes[-1] is None
    assert [told[0] for told in pane.told] == ["pressed"]


def test_ten_fingers_press_one_thing(pane: Pane, screen: QPointingDevice) -> None:
    points = [HERE + QPoint(20 * finger, 5 * finger) for finger in range(10)]
    down = QTest.touchEvent(pane, screen)
    for finger, point in enumerate(points):
        down = down.press(finger, point, pane)
    down.commit()
    up = QTest.touchEvent(pane, screen)
    for finger, point in enumerate(points):
        up = up.release(finger, point, pane)
    up.commit()
    assert pane.told == tap(pane)


def test_the_second_finger_may_stay_when_the_first_is_lifted(
    pane: Pane, screen: QPointingDevice
) -> None:
    other = HERE + QPoint(200, 0)
    QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
    QTest.touchEvent(pane, screen).stationary(0).press(1, other, pane).commit()
    QTest.touchEvent(pane, screen).release(0, HERE, pane).stationary(1).commit()
    assert pane.told == tap(pane)
    QTest.touchEvent(pane, screen).release(1, other, pane).commit()
    assert pane.told == tap(pane)


def test_touches_that_the_system_takes_away_are_no_taps(
    pane: Pane, screen: QPointingDevice
) -> None:
    QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
    pane.filter.eventFilter(pane, QTouchEvent(QEvent.Type.TouchCancel, screen))
    assert pane.told[-1] == ("cancelled",)
    QTest.touchEvent(pane, screen).release(0, HERE, pane).commit()
    assert pane.told[-1] == ("cancelled",)


# --- palms -------------------------------------------------------------------------------------


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> dict[int, QSizeF]:
    """How large each contact is; the tests' touch screen cannot tell."""
    sizes: dict[int, QSizeF] = {}
    monkeypatch.setattr(QEventPoint, "ellipseDiameters", lambda contact: sizes[contact.id()])
    return sizes


def test_a_palm_is_no_finger_and_keeps_none_away(
    pane: Pane, screen: QPointingDevice, sizes: dict[int, QSizeF]
) -> None:
    sizes.update({0: PALM, 1: FINGER})
    QTest.touchEvent(pane, screen).press(0, HERE + QPoint(150, 0), pane).commit()
    assert pane.told == []
    QTest.touchEvent(pane, screen).stationary(0).press(1, HERE, pane).commit()
    QTest.touchEvent(pane, screen).stationary(0).release(1, HERE, pane).commit()
    assert pane.told == tap(pane)
    sizes[0] = FINGER
    QTest.touchEvent(pane, screen).move(0, HERE + QPoint(60, 0), pane).commit()
    QTest.touchEvent(pane, screen).release(0, HERE, pane).commit()
    assert pane.told == tap(pane), "what came down as a palm becomes no finger"


def test_a_finger_that_grows_to_a_palm_is_let_go(
    pane: Pane, screen: QPointingDevice, sizes: dict[int, QSizeF]
) -> None:
    sizes[0] = FINGER
    QTest.touchEvent(pane, screen).press(0, HERE, pane).commit()
    sizes[0] = PALM
    QTest.touchEvent(pane, screen).move(0, HERE + QPoint(1, 0), pane).commit()
    sizes[0] = FINGER
    QTest.touchEvent(pane, screen).release(0, HERE, pane).commit()
    assert [told[0] for told in pane.told] == ["pressed", "cancelled"]


def test_everything_else_goes_on(pane: Pane) -> None:
    assert not pane.filter.eventFilter(pane, QEvent(QEvent.Type.KeyPress))
    assert not pane.filter.eventFilter(pane, QEvent(QEvent.Type.Resize))


def wheel() -> QWheelEvent:
    """One notch."""
    return QWheelEvent(
        QPointF(HERE),
        QPointF(HERE),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
