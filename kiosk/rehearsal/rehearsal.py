"""A kiosk that is rehearsed: the real one, with time and fingers in the hand of the rehearsal."""

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random
from types import TracebackType

import psutil
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.app import House, Kiosk, Programming, Site, load_exhibition, open_wardrobe
from kiosk.content.hours import DAYS, Span
from kiosk.content.language import LANGUAGES
from kiosk.rehearsal.finger import Finger, Waits
from kiosk.rehearsal.readings import (
    Begun,
    Failure,
    FrameTimes,
    Line,
    Reading,
    Shown,
    write_line,
)
from kiosk.rehearsal.staff import Staff
from kiosk.rehearsal.visitors import Visitors
from kiosk.release import RELEASED
from kiosk.resources import STAFF_STRINGS, theme_names
from kiosk.settings.store import Store
from kiosk.show.clock import Clock, ManualClock, MonotonicClock
from kiosk.show.wall_clock import MachineWallClock, ManualWallClock, WallClock
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.ticker import FRAME_MS
from kiosk.venue.last_seen import LastSeen
from kiosk.venue.troubles import Troubles

HOUR_MS = 3_600_000.0
REST_MS = 5000.0
"""How much time goes by at a step while nothing moves."""

SIZE = (640, 360)
OPEN = Span((10 * 60, 16 * 60))
FIRST_HOUR = 10
"""At which hour of a Monday it begins."""

SMALL = (96, 54)
HARMLESS = "This plugin does not support propagateSizeHints()"


class Rehearsal:
    """One process's share of a rehearsal.

    Args:
        content: the exhibition's folder.
        venue: a folder of its own.
        log: the file to which everything is written.
        first_hour: how much of the rehearsal others have done.
        speed: while something moves, so many frames' time goes by with each picture; None to go
            by the machine's own clocks, and let nothing go by but what does.
    """

    def __init__(
        self, content: Path, venue: Path, log: Path, first_hour: float, speed: float | None
    ) -> None:
        self._log = log
        self._first_hour = first_hour
        self._speed = speed
        self._manual = ManualClock()
        machine = MonotonicClock()
        self._clock: Clock = machine if speed is None else self._manual
        self._start_ms = self._clock.now_ms()
        self._wall: WallClock = MachineWallClock() if speed is None else self._wound_wall()
        exhibition, wardrobe = load_exhibition(content), open_wardrobe()
        store = Store(venue, exhibition, theme_names())
        store.draft.choose({"hours.kept": True, "hours.week": dict.fromkeys(DAYS, (OPEN,))})
        store.apply()
        programming = Programming(exhibition, store, self._wall, self._clock, LastSeen(venue))
        self.troubles = Troubles(venue, self._wall.now)
        self._kiosk = Kiosk(programming.shown, wardrobe, self._clock)
        view = self._kiosk.stage.view
        view.resize(*SIZE)
        view.show()
        site = Site(venue, content, machine, self.troubles)
        self._house = House(
            self._kiosk, wardrobe, programming, self._clock, site, lambda _again: None
        )
        self._kiosk.start()
        random, finger = Random(round(first_hour) + 1), Finger(view, 0)
        strings = wardrobe.look("en", exhibition.defaults.theme).strings
        self._visitors = Visitors(self._kiosk, finger, strings, random, self._are_welcome)
        words = Phrasebook(STAFF_STRINGS)
        self._staff = Staff(self._kiosk, self._house, Finger(view, 1), words, random)
        now_ms = self._clock.now_ms()
        self._players: list[tuple[float, Waits]] = [
            (now_ms, self._visitors.come()),
            (now_ms, self._staff.come()),
        ]
        self._frames = FrameTimes()
        self._painted = 0
        self._moving_since_ms: float | None = None
        self._failures = 0
        self._shown: set[tuple[str, str]] = set()
        view.painted.connect(self._on_painted)
        self._write(Begun(first_hour))
        self._dress()

    def run(self, hours: float) -> None:
        """Goes on until the rehearsal is so many hours old, by the exhibition's clock."""
        read_at, day_at = self.hour + 1, (int(self.hour / 24) + 1) * 24.0
        with self._watched():
            while self.hour < hours:
                self._play()
                self._step()
                self._look()
                if self.hour >= read_at and not self._kiosk.visit.somebody:
                    self._write(self._read())
                    read_at = int(self.hour) + 1
                if self.hour >= min(day_at, hours):
                    self._write(self._frames.day(int(day_at / 24)))
                    day_at += 24

    def close(self) -> None:
        """Ends in good order."""
        self._house.close()
        self._kiosk.close()

    @property
    def hour(self) -> float:
        """How old the rehearsal is."""
        return self._first_hour + (self._clock.now_ms() - self._start_ms) / HOUR_MS

    # Time

    def _wound_wall(self) -> ManualWallClock:
        monday = datetime(RELEASED.year, RELEASED.month, RELEASED.day, FIRST_HOUR)
        monday += timedelta(days=7 - monday.weekday(), hours=self._first_hour)
        return ManualWallClock(monday, self._clock)

    def _step(self) -> None:
        if self._speed is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            return
        self._manual.advance(self._step_ms(self._speed))
        before, began_s = self._painted, time.thread_time()
        self._kiosk.ticker.tick()
        self._kiosk.ticker.stop()  # time is the rehearsal's own
        QApplication.processEvents()
        if self._painted > before:
            self._frames.add((time.thread_time() - began_s) * 1000)

    def _step_ms(self, speed: float) -> float:
        kiosk = self._kiosk
        due_ms = min(due_ms for due_ms, _ in self._players) - self._clock.now_ms()
        if kiosk.animator.active or kiosk.stage.waiting:
            return min(FRAME_MS * speed, max(due_ms, FRAME_MS))
        rest_ms = min(REST_MS, due_ms, kiosk.visit.next_due_ms(), kiosk.stage.next_due_ms())
        return max(rest_ms, FRAME_MS)

    def _play(self) -> None:
        """Lets everybody act whose time has come."""
        now_ms = self._clock.now_ms()
        self._players = [
            (now_ms + next(player), player) if due_ms <= now_ms else (due_ms, player)
            for due_ms, player in self._players
        ]

    def _are_welcome(self) -> bool:
        return self._house.curtain.reason is None and self._house.desk.cover is None

    def _dress(self) -> None:
        """Every language in either size once: a face that is first met takes memory."""
        visit = self._kiosk.visit
        for language, is_large in product(LANGUAGES, (False, True)):
            visit.touch()
            visit.want(replace(visit.preferences, language=language, large_text=is_large))
            for _ in self._kiosk.stage.exhibition.scenes:
                self._kiosk.stage.next_requested.emit()
                self._step()
                while self._kiosk.animator.active or self._kiosk.stage.waiting:
                    self._step()
        visit.end()

    # What is seen

    def _on_painted(self) -> None:
        self._painted += 1
        if self._speed is None:
            now_ms, moving = self._clock.now_ms(), self._kiosk.animator.active
            if self._moving_since_ms is not None:
                self._frames.add(now_ms - self._moving_since_ms)
            self._moving_since_ms = now_ms if moving else None

    def _look(self) -> None:
        """Proves that what is at rest now is no blank picture, once for each scene and language."""
        kiosk = self._kiosk
        seen = kiosk.scene_id, kiosk.visit.preferences.language
        moves = kiosk.animator.active or kiosk.stage.waiting
        if seen in self._shown or moves or kiosk.stage.unseen or kiosk.stage.overlay():
            return
        self._shown.add(seen)
        self._write(Shown(*seen, colours(kiosk.stage.view.grab().toImage())))

    # What is written down

    def _write(self, line: Line) -> None:
        write_line(self._log, line)

    def _read(self) -> Reading:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Reading(
            hour=round(self.hour, 3),
            own_mib=round(own_bytes() / 2**20, 3),
            objects=len(gc.get_objects()),
            items=len(self._kiosk.stage.graphics.items()),
            visits=self._visitors.visits,
            sessions=self._staff.sessions,
            applied=self._staff.applied,
            failures=self._failures + sum(one.count for one in self.troubles.last),
        )

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Meanwhile, what nobody catches and what Qt complains of is written down."""

        def on_exception(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._fail(f"{kind.__name__}: {error}")
            sys.__excepthook__(kind, error, trace)

        def on_message(_level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
            if message != HARMLESS:
                self._fail(f"Qt: {message}")

        report, sys.excepthook = sys.excepthook, on_exception
        before = qInstallMessageHandler(on_message)
        try:
            yield
        finally:
            sys.excepthook = report
            qInstallMessageHandler(before)

    def _fail(self, words: str) -> None:
        self._failures += 1
        self._write(Failure(round(self.hour, 3), words))


def own_bytes() -> int:
    """How much memory is this process's own, and no file's where the system tells them apart."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return int(psutil.Process().memory_info().rss)
    (line,) = (line for line in status.splitlines() if line.startswith("RssAnon:"))
    return int(line.split()[1]) * 1024


def colours(picture: QImage) -> int:
    """How many different colours a small copy of a picture has."""
    small = picture.scaled(
        *SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return len({small.pixel(x, y) for x in range(SMALL[0]) for y in range(SMALL[1])})
