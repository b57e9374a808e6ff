"""The soak in miniature: days of the real exhibition, wound forward, leave nothing behind.

A longer one by hand: SOAK_CYCLES=5000 make test ARGS="-s tests/test_soak.py"
"""

import gc
import os
import sys
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.stage.scene_item import SceneItem

if TYPE_CHECKING:
    from tests.conftest import KioskFactory, Rig

CYCLES = int(os.environ.get("SOAK_CYCLES", "200"))
WARM_CYCLES = 20
"""Until then caches fill: glyphs, icons, backdrops, and what Python sets aside."""

SIZE = (640, 360)
FRAME_MS = 480.0
"""Two frames fall into a slide, four into an entrance."""

LARGEST_GROWTH_KIB = 2048
"""A scene takes about 800 KiB: less than three lost in all. Measured: 100 to 400 KiB."""

LIVE_SCENES = 3


class Reading(NamedTuple):
    """What stands in memory after so many cycles, when everything is at rest."""

    cycles: int
    rss_kib: int
    objects: int
    items: int
    nones: int

    def __str__(self) -> str:
        return (
            f"{self.cycles} cycles: RSS {self.rss_kib / 1024:.1f} MiB, {self.objects} objects, "
            f"{self.items} items, {self.nones} references to None"
        )


class Soak:
    """Lets a kiosk go round, and follows every scene that it has shown."""

    def __init__(self, rig: "Rig") -> None:
        self._rig = rig
        self._shown: dict[int, weakref.ref[SceneItem]] = {}

    def run(self, cycles: int) -> list[Reading]:
        """Goes round `cycles` times, and reads what is in memory every `WARM_CYCLES`."""
        readings = []
        while self._rig.tour.cycles < cycles:
            self._turn()
            if self._rig.tour.index == 0 and self._rig.tour.cycles % WARM_CYCLES == 0:
                readings.append(self.read())
        return readings

    def visit(self) -> None:
        """Somebody opens all that can be opened, looks at the prologue, and goes."""
        stage, kiosk = self._rig.stage, self._rig.kiosk
        for page in ("scene", "prologue"):
            for item in self._rig.scene.touchables():
                item.activate()
                self._come_to_rest()
                if stage.overlay():
                    for control in stage.overlay().touchables():
                        control.activate()
                        self._come_to_rest()
                assert not stage.overlay()
            if page == "scene":
                stage.prologue_requested.emit()
                self._come_to_rest()
        stage.scene_requested.emit(0)
        self._come_to_rest()
        for size in (SIZE[::-1], SIZE):
            self._rig.view.resize(*size)
            self._come_to_rest()
        self._frame(kiosk.tour.next_due_ms())
        self._come_to_rest()
        assert kiosk.tour.playing

    def read(self) -> Reading:
        """Takes away what nobody holds, and counts the rest."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        self._forget_the_dead()
        return Reading(
            self._rig.tour.cycles,
            _rss_kib(),
            len(gc.get_objects()),
            len(self._rig.stage.graphics.items()),
            sys.getrefcount(None),
        )

    def left_alive(self) -> list[SceneItem]:
        """The scenes that have left the stage and are held by somebody."""
        self.read()
        live = self._rig.stage.live_items()
        found = [item for shown in self._shown.values() if (item := shown())]
        return [item for item in found if item not in live]

    def _turn(self) -> None:
        tour, before = self._rig.tour, self._rig.tour.index
        self._frame(tour.next_due_ms())
        self._come_to_rest()
        assert tour.index == (before + 1) % 4
        assert len(self._rig.stage.live_items()) == LIVE_SCENES

    def _come_to_rest(self) -> None:
        self._frame(0)
        while self._rig.kiosk.animator.active or self._rig.stage.waiting:
            self._frame(FRAME_MS)

    def _frame(self, ms: float) -> None:
        """Lets `ms` go by in one tick, and has the picture painted."""
        self._rig.clock.advance(ms)
        self._rig.kiosk.ticker.tick()
        QApplication.processEvents()
        live = self._rig.stage.live_items()
        assert len(live) <= LIVE_SCENES + 1  # the fourth is the one that comes from far away
        for item in live:
            self._shown[id(item)] = weakref.ref(item)

    def _forget_the_dead(self) -> None:
        self._shown = {key: shown for key, shown in self._shown.items() if shown()}


def _rss_kib() -> int:
    status = Path("/proc/self/status").read_text("utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1])


@pytest.fixture
def soak(kiosk: "KioskFactory") -> Soak:
    return Soak(kiosk(size=SIZE))


needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")


@needs_proc
def test_nothing_grows_from_round_to_round(soak: Soak) -> None:
    readings = soak.run(CYCLES)
    print()
    for reading in readings:
        if reading.cycles in (WARM_CYCLES, CYCLES // 2, CYCLES):
            print(reading)
    first = readings[0]
    assert readings[-1].cycles == CYCLES
    for reading in readings[1:]:
        rounds = reading.cycles - first.cycles
        assert reading.rss_kib - first.rss_kib < LARGEST_GROWTH_KIB, reading
        assert reading.objects - first.objects < rounds, reading
        assert reading.items == first.items, reading
        # From Python 3.12 on None counts no references. Qt for Python loses a few of those it
        # holds (they only pile up); one that it gives back too often would end the process.
        assert reading.nones >= first.nones, reading
    assert not soak.left_alive()


@needs_proc
def test_visitors_leave_nothing_behind(soak: Soak) -> None:
    for _ in range(2):
        soak.visit()
    before = soak.read()
    visits = 10
    for _ in range(visits):
        soak.visit()
    after = soak.read()
    assert after.objects - before.objects < visits
    assert after.items == before.items
    assert after.rss_kib - before.rss_kib < LARGEST_GROWTH_KIB
    assert not soak.left_alive()
