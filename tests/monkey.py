"""A monkey at the real exhibition: ten fingers, a mouse, a wheel and every key, as fast as it goes.

It runs in a process of its own, in a window that nobody sees, with a clock that it winds itself.
Every second it goes away; when the exhibition invites the next visitor, a line of JSON tells
how it stands. By hand, for longer, with a seed where something is to happen again:

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.monkey 600 7
"""

import gc
import json
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent, QTouchEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.content.keys import KeyMap
from kiosk.content.language import LANGUAGES
from kiosk.resources import SCENES
from kiosk.show.clock import ManualClock
from kiosk.show.visit import VisitState
from tests.soak import memory_kib

SIZES = ((640, 360), (360, 640))
FINGERS = 10
HARMLESS = "This plugin does not support propagateSizeHints()"
READ_EVERY_S = 1.0
BUTTONS = (*(Qt.MouseButton.LeftButton,) * 4, Qt.MouseButton.RightButton)
NONE = Qt.KeyboardModifier.NoModifier


class Reading(NamedTuple):
    """How it stands when the monkey has gone and everything is at rest.

    Attributes:
        events: that it has caused until now.
        own_kib: of the memory, what is no file, such as a font that is met for the first time.
        objects: that Python's collector knows of.
        items: on the stage.
        exceptions: and complaints of Qt, until now.
    """

    events: int
    rss_kib: int
    own_kib: int
    objects: int
    items: int
    exceptions: int


class Complaints:
    """Counts what goes wrong where nobody can catch it, and passes it on."""

    def __init__(self) -> None:
        self.count = 0
        sys.excepthook = self._on_exception
        qInstallMessageHandler(self._on_message)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.count += 1
        traceback.print_exception(kind, error, trace)

    def _on_message(self, _level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if message != HARMLESS:
            self.count += 1
            print(message, file=sys.stderr)


class Monkey:
    """Sits before a kiosk of its own."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._complaints = Complaints()
        self._clock = ManualClock()
        self._kiosk = Kiosk(load_exhibition(SCENES), open_wardrobe(), self._clock)
        self._initial = self._kiosk.visit.preferences
        self._view = self._kiosk.stage.view
        self._view.resize(*SIZES[0])
        self._view.show()
        self._kiosk.start()
        self._kiosk.ticker.stop()  # time is the monkey's own
        self._window = self._view.windowHandle()
        self._screen = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}
        self._button: Qt.MouseButton | None = None
        names = {name for name, _ in KeyMap().actions()}
        self._keys = [*(Qt.Key[f"Key_{name}"] for name in sorted(names)), Qt.Key.Key_A]
        self.events = 0
        self._try_everything_on()

    def play(self, seconds: float) -> Iterator[Reading]:
        """Does this and that for so long, and stops now and then to be looked at."""
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            break_at = min(now + READ_EVERY_S, end)
            while time.perf_counter() < break_at:
                self._act()
            self._go_away()
            yield self._read()

    def close(self) -> None:
        self._kiosk.close()

    def _try_everything_on(self) -> None:
        """Every language in either size, once: a face that is met the first time takes memory."""
        for language, is_large in product(LANGUAGES, (False, True)):
            wanted = replace(self._initial, language=language, large_text=is_large)
            self._kiosk.visit.want(wanted)
            self._kiosk.stage.next_requested.emit()
            self._wind(2_000, ticks=5)
        self._go_away()

    # What it does

    def _act(self) -> None:
        doing = (
            *(self._move_fingers,) * 8,
            *(self._put_or_lift,) * 8,
            *(self._tap_something,) * 6,
            *(self._press_key,) * 6,
            *(self._use_mouse,) * 4,
            *(self._move_mouse,) * 3,
            *(self._turn_wheel,) * 2,
            *(self._hold_key,) * 1,
        )
        rare = (self._turn_window, self._lose_window, self._wait_long)
        self._random.choice(doing if self._random.random() < 0.98 else rare)()
        self.events += 1
        self._wind(self._random.choice([0, 0, 0, 8, 16, 16, 50, 200]))

    def _put_or_lift(self) -> None:
        """Up to ten fingers come or go at once."""
        event = QTest.touchEvent(self._window, self._screen, autoCommit=False)
        changed = set(self._random.sample(range(FINGERS), self._random.choice([1, 1, 2, 10])))
        for contact in range(FINGERS):
            if contact not in changed:
                if contact in self._down:
                    event = event.stationary(contact)
            elif contact in self._down:
                event = event.release(contact, self._down.pop(contact), self._window)
            else:
                self._down[contact] = self._anywhere()
                event = event.press(contact, self._down[contact], self._window)
        event.commit()

    def _move_fingers(self) -> None:
        if not self._down:
            return
        event = QTest.touchEvent(self._window, self._screen, autoCommit=False)
        for contact in self._down:
            way = QPoint(round(self._random.gauss(0, 40)), round(self._random.gauss(0, 8)))
            self._down[contact] += way
            event = event.move(contact, self._down[contact], self._window)
        event.commit()

    def _tap_something(self) -> None:
        """With a finger that nobody else uses, on something that can be touched."""
        place = self._something()
        for state in ("press", "release"):
            event = QTest.touchEvent(self._window, self._screen, autoCommit=False)
            for contact in self._down:
                event = event.stationary(contact)
            getattr(event, state)(FINGERS, place, self._window).commit()

    def _press_key(self) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        key = self._random.choice(self._keys)
        QTest.keyClick(self._window, key, self._random.choice([NONE, NONE, NONE, shift]))

    def _hold_key(self) -> None:
        key = self._random.choice(self._keys)
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, autorep=True)
        QCoreApplication.sendEvent(self._view, event)

    def _use_mouse(self) -> None:
        if self._button is None:
            self._button = self._random.choice(BUTTONS)
            QTest.mousePress(self._window, self._button, NONE, self._something())
        else:
            QTest.mouseRelease(self._window, self._button, NONE, self._something())
            self._button = None

    def _move_mouse(self) -> None:
        QTest.mouseMove(self._window, self._anywhere())

    def _turn_wheel(self) -> None:
        here, turn = QPointF(self._anywhere()), QPoint(0, self._random.choice([-120, 120]))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(here, here, QPoint(), turn, Qt.MouseButton.NoButton, NONE, phase, False)
        QCoreApplication.sendEvent(self._window, event)

    def _turn_window(self) -> None:
        self._view.resize(*self._random.choice(SIZES))

    def _lose_window(self) -> None:
        self._down.clear()
        touch_cancel = QTouchEvent(QEvent.Type.TouchCancel, self._screen)
        QCoreApplication.sendEvent(self._window, touch_cancel)

    def _wait_long(self) -> None:
        self._wind(self._random.choice([5_000, 20_000, 70_000, 100_000]))

    def _anywhere(self) -> QPoint:
        size = self._view.size()
        return QPoint(self._random.randrange(size.width()), self._random.randrange(size.height()))

    def _something(self) -> QPoint:
        item = self._random.choice(self._kiosk.stage.touchables())
        place = self._view.mapFromScene(item.mapToScene(item.boundingRect().center()))
        size = self._view.size()  # a scene that slides in may still be beside the window
        return QPoint(
            min(max(place.x(), 0), size.width() - 1), min(max(place.y(), 0), size.height() - 1)
        )

    # What time does

    def _wind(self, ms: float, ticks: int = 20) -> None:
        """Lets `ms` go by in at most so many ticks, and has the picture painted after them."""
        if not ms:
            return
        step = max(16.0, ms / ticks)
        while ms > 0:
            self._clock.advance(min(step, ms))
            self._kiosk.ticker.tick()
            ms -= step
        self._kiosk.ticker.stop()
        QApplication.processEvents()

    def _go_away(self) -> None:
        """Lifts every finger; what was asked is not answered, and all is as it was at first."""
        self._lose_window()
        if self._button is not None:
            self._use_mouse()
        self._view.resize(*SIZES[0])
        visit, stage = self._kiosk.visit, self._kiosk.stage
        self._wind(16)
        while visit.state is not VisitState.ATTRACT:
            self._wind(visit.next_due_ms() + 16, ticks=4)
        while self._kiosk.animator.active or stage.waiting:
            self._wind(500, ticks=2)
        assert not stage.in_gesture
        assert stage.opened() == ()
        assert stage.page == self._kiosk.tour.index
        assert visit.preferences == self._initial
        assert stage.screen() is not None and len(stage.touchables()) == 4
        assert not any(item.isVisible() for item in stage.live_items())

    def _read(self) -> Reading:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Reading(
            self.events,
            memory_kib("VmRSS"),
            memory_kib("RssAnon"),
            len(gc.get_objects()),
            len(self._kiosk.stage.graphics.items()),
            self._complaints.count,
        )


def main(seconds: float, seed: int) -> int:
    """Writes how it stands every second; returns 1 where something went wrong."""
    application = QApplication(["monkey"])
    monkey = Monkey(seed)
    reading = None
    for reading in monkey.play(seconds):
        print(json.dumps(reading._asdict()), flush=True)
    monkey.close()
    application.quit()
    return int(reading is None or reading.exceptions > 0)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
