"""Nothing that a window can be told leads out of it, and no change of screens leaves it behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene

from kiosk.stage.fullscreen import FullScreen
from kiosk.stage.shell import Shell
from tests.conftest import KioskFactory, Rig

NO, CTRL, ALT, META, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    rig = kiosk()
    rig.come_to_rest()
    return rig


def press(rig: Rig, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(rig.view, key, modifiers)
    rig.wind(100)


# --- no way out --------------------------------------------------------------------------------


def test_a_window_manager_cannot_close_it(rig: Rig) -> None:
    # What Qt makes of a click on a cross, or of Alt+F4.
    QApplication.sendEvent(rig.view.windowHandle(), QEvent(QEvent.Type.Close))
    assert rig.view.isVisible()


def test_it_closes_when_we_do_so_ourselves(rig: Rig) -> None:
    assert rig.view.close()


COMBINATIONS = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_W, CTRL),
    (Qt.Key.Key_Right, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Right, CTRL),
    (Qt.Key.Key_Escape, CTRL),
    (Qt.Key.Key_Space, META),
    (Qt.Key.Key_M, CTRL),
    (Qt.Key.Key_F12, CTRL),
    (Qt.Key.Key_Delete, CTRL | ALT),
]


def test_a_combination_of_keys_does_nothing(rig: Rig) -> None:
    wishes: list[object] = []
    for signal in (rig.stage.staff_requested, rig.stage.next_requested, rig.stage.pause_requested):
        signal.connect(lambda *given: wishes.append(given))
    for key, modifiers in COMBINATIONS:
        press(rig, key, modifiers)
        assert wishes == [], (key, modifiers)
        assert rig.stage.overlay() is None
        assert rig.view.isVisible()
    press(rig, Qt.Key.Key_F12, NO)
    assert wishes, "by itself it does something"


def test_help_menus_and_function_keys_open_nothing(rig: Rig) -> None:
    for key in (Qt.Key.Key_F1, Qt.Key.Key_Menu, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_Print):
        for modifiers in (NO, SHIFT):
            press(rig, key, modifiers)
    assert one_window(rig)


def test_a_menu_is_not_even_asked_for(rig: Rig) -> None:
    middle = QPoint(300, 300)
    for widget in (rig.view, rig.view.viewport()):
        for reason in QContextMenuEvent.Reason:
            event = QContextMenuEvent(reason, middle, widget.mapToGlobal(middle), NO)
            QApplication.sendEvent(widget, event)
    assert one_window(rig)


def test_nothing_can_be_dropped_on_it(rig: Rig) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl("file:///etc/passwd")])
    buttons, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    event = QDragEnterEvent(QPoint(300, 300), copy, carried, buttons, NO)
    event.ignore()
    QApplication.sendEvent(rig.view.viewport(), event)
    assert not event.isAccepted()
    assert not rig.view.acceptDrops() and not rig.view.viewport().acceptDrops()


def test_no_keyboard_of_the_system_is_asked_for(rig: Rig) -> None:
    for widget in (rig.view, rig.view.viewport()):
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def one_window(rig: Rig) -> bool:
    seen = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return seen == [rig.view.windowHandle()]


# --- whatever becomes of the screens -----------------------------------------------------------


class FakeScreen(QObject):
    """A screen that can be changed by hand."""

    geometryChanged = Signal(QRect)  # noqa: N815

    def __init__(self, geometry: QRect) -> None:
        super().__init__()
        self._geometry = geometry

    def geometry(self) -> QRect:
        return self._geometry

    def become(self, geometry: QRect) -> None:
        self._geometry = geometry
        self.geometryChanged.emit(geometry)


class FakeApplication(QObject):
    """An application whose screens come and go by hand."""

    screenAdded = Signal(QObject)  # noqa: N815
    screenRemoved = Signal(QObject)  # noqa: N815
    primaryScreenChanged = Signal(QObject)  # noqa: N815

    def __init__(self, *screens: FakeScreen) -> None:
        super().__init__()
        self.there = list(screens)

    def screens(self) -> list[FakeScreen]:
        return self.there

    def primaryScreen(self) -> FakeScreen | None:  # noqa: N802
        return self.there[0] if self.there else None

    def plug_in(self, screen: FakeScreen) -> None:
        self.there.append(screen)
        self.screenAdded.emit(screen)

    def pull_out(self, screen: FakeScreen) -> None:
        self.there.remove(screen)
        self.screenRemoved.emit(screen)
        self.primaryScreenChanged.emit(self.primaryScreen())


FULL_HD, SMALL = QRect(0, 0, 1920, 1080), QRect(0, 0, 640, 480)
BESIDE = QRect(1920, 0, 1080, 1920)


class Window(Shell):
    """One that can be put on a screen that is not there."""

    def setScreen(self, screen: object) -> None:  # noqa: N802
        self.put_on = screen


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    graphics = QGraphicsScene()
    window = Window(graphics)
    yield window
    window.close()


def test_it_fills_the_screen_and_again_when_that_is_of_another_size(window: Window) -> None:
    screen = FakeScreen(FULL_HD)
    keeper = FullScreen(window, FakeApplication(screen))
    assert window.geometry() == FULL_HD
    for geometry in (SMALL, QRect(0, 0, 1080, 1920), FULL_HD):
        screen.become(geometry)
        assert window.geometry() == geometry
        assert window.isFullScreen() and window.isVisible()
    del keeper


def test_it_goes_where_the_main_screen_is(window: Window) -> None:
    first, second = FakeScreen(FULL_HD), FakeScreen(BESIDE)
    application = FakeApplication(first)
    keeper = FullScreen(window, application)
    application.plug_in(second)
    assert window.geometry() == FULL_HD
    application.pull_out(first)
    assert window.geometry() == BESIDE
    assert window.put_on is second
    second.become(SMALL)
    assert window.geometry() == SMALL, "one that has come later is listened to as well"
    del keeper


def test_while_there_is_no_screen_it_stays_as_it_is(window: Window) -> None:
    screen = FakeScreen(FULL_HD)
    application = FakeApplication(screen)
    keeper = FullScreen(window, application)
    application.pull_out(screen)
    screen.become(QRect())
    assert window.geometry() == FULL_HD
    application.plug_in(FakeScreen(SMALL))
    assert window.geometry() == SMALL
    del keeper


def test_something_that_has_made_it_small_does_not_last(window: Window) -> None:
    screen = FakeScreen(FULL_HD)
    keeper = FullScreen(window, FakeApplication(screen))
    window.showMinimized()
    screen.become(SMALL)
    assert window.isFullScreen()
    del keeper
