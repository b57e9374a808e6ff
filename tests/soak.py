"""The real exhibition, wound forward for days in a window that nobody sees.

It runs in a process of its own, where nothing but the kiosk makes memory grow, and writes a line
about that memory every twenty rounds. By hand, for longer:

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.soak rounds 5000
"""

import gc
import json
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.resources import SCENES
from kiosk.show.clock import ManualClock
from kiosk.show.visit import VisitState
from kiosk.stage.scene_item import SceneItem

READ_EVERY = {"rounds": 20, "visits": 4}
SIZE = (640, 360)
FRAME_MS = 480.0
"""Two frames fall into a slide, four into an entrance."""


class Reading(NamedTuple):
    """What stands in memory when everything is at rest.

    Attributes:
        done: rounds or visits until now.
        objects: that Python's collector knows of.
        items: on the stage.
        live: the most scenes that the stage kept at a time, since the reading before.
        left: the scenes that have left the stage and are still held by somebody.
        nones: references to None.
    """

    done: int
    rss_kib: int
    objects: int
    items: int
    live: int
    left: int
    nones: int


class Soak:
    """Lets a kiosk run, and follows every scene that it shows."""

    def __init__(self) -> None:
        exhibition = load_exhibition(SCENES)
        self._clock = ManualClock()
        self._kiosk = Kiosk(exhibition, open_wardrobe(), self._clock)
        self._stage = self._kiosk.stage
        self._shown: dict[int, weakref.ref[SceneItem]] = {}
        self._most_live = 0
        self._stage.view.resize(*SIZE)
        self._stage.view.show()
        self._kiosk.start()
        self._come_to_rest()

    def close(self) -> None:
        self._kiosk.close()

    def rounds(self, count: int) -> Iterator[None]:
        """Goes round by itself, through all scenes, `count` times."""
        visit, tour = self._kiosk.visit, self._kiosk.tour
        while tour.cycles < count:
            before = (visit.state, tour.index, tour.cycles)
            self._frame(visit.next_due_ms())
            self._come_to_rest()
            assert (visit.state, tour.index, tour.cycles) != before
            if tour.cycles != before[2]:
                yield

    def visits(self, count: int) -> Iterator[None]:
        """Somebody opens all that can be opened, looks at the prologue, turns the screen, goes."""
        stage, tour, visit = self._stage, self._kiosk.tour, self._kiosk.visit
        for _ in range(count):
            visit.touch()
            self._come_to_rest()
            self._touch_everything()
            stage.prologue_requested.emit()
            self._come_to_rest()
            assert tour.off_tour
            self._touch_everything()
            stage.scene_requested.emit(0)
            self._come_to_rest()
            for size in (SIZE[::-1], SIZE):
                stage.view.resize(*size)
                self._come_to_rest()
            while visit.somebody:
                self._frame(visit.next_due_ms())
                self._come_to_rest()
            assert visit.state is VisitState.ATTRACT and tour.index == 0
            yield

    def read(self, done: int) -> Reading:
        """Takes away what nobody holds, and counts the rest."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        self._shown = {key: shown for key, shown in self._shown.items() if shown()}
        kept = self._stage.live_items()
        most_live, self._most_live = self._most_live, 0
        return Reading(
            done,
            memory_kib("VmRSS"),
            len(gc.get_objects()),
            len(self._stage.graphics.items()),
            most_live,
            sum(shown() not in kept for shown in self._shown.values()),
            sys.getrefcount(None),
        )

    def _touch_everything(self) -> None:
        scene = next(item for item in self._stage.live_items() if item.isVisible())
        for item in scene.touchables():
            item.activate()
            self._come_to_rest()
            if overlay := self._stage.overlay():
                for control in overlay.touchables():
                    control.activate()
                    self._come_to_rest()
            assert not self._stage.overlay()

    def _come_to_rest(self) -> None:
        self._frame(0)
        while self._kiosk.animator.active or self._stage.waiting:
            self._frame(FRAME_MS)

    def _frame(self, ms: float) -> None:
        """Lets `ms` go by in one tick, and has the picture painted."""
        self._clock.advance(ms)
        self._kiosk.ticker.tick()
        QApplication.processEvents()
        live = self._stage.live_items()
        self._most_live = max(self._most_live, len(live))
        for item in live:
            self._shown[id(item)] = weakref.ref(item)


def memory_kib(kind: str) -> int:
    """How much memory this process has, of a kind that `/proc` counts."""
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith(f"{kind}:"))
    return int(line.split()[1])


def main(kind: str, count: int) -> None:
    """Writes a reading every so many rounds or visits, as a line of JSON."""
    application = QApplication(["soak"])
    soak = Soak()
    for done, _ in enumerate({"rounds": soak.rounds, "visits": soak.visits}[kind](count), start=1):
        if done % READ_EVERY[kind] == 0:
            print(json.dumps(soak.read(done)._asdict()), flush=True)
    soak.close()
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
