"""How evenly each kind of exhibit moves while it appears, and how soon it answers a finger.

It opens a real window and wants the machine for itself, so it is run by hand:

    xvfb-run -s "-screen 0 1920x1080x24" .venv/bin/python -m tests.frame_rate docs/examples

and prints, for each scene of that exhibition, the median and the 99th percentile in milliseconds:
of the time from one frame to the next, of what painting one takes, and of the time from a finger's
move, of which there is one every 8 ms, to the end of the frame that answers it.
"""

import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.clock import MonotonicClock
from kiosk.stage.view import View

ROUNDS = 5
DRAG_MS = 2000.0
LANDED_MS = 200.0
MOVE_MS = 8.0
FROM = 0.5
"""Where the finger comes down, as a share of the width: on the model, too, which is not wide."""

Stroke = list[tuple[float, float]]
BREAK = (float("nan"), 0.0)
"""Between two runs of frames, whose distance is none."""


class Frames:
    """Notes when each frame was painted and how long it took."""

    def __init__(self, view: View) -> None:
        self.noted: Stroke = []
        paint = view.paintEvent

        def paint_and_note(event: QPaintEvent) -> None:
            start = time.perf_counter()
            paint(event)
            self.noted.append((start * 1000, (time.perf_counter() - start) * 1000))

        view.paintEvent = paint_and_note  # type: ignore[method-assign]

    def take(self) -> Stroke:
        noted, self.noted = self.noted, []
        return noted


class Bench:
    """A kiosk in a window as large as the screen."""

    def __init__(self, folder: Path) -> None:
        self._clock = MonotonicClock()
        exhibition = load_exhibition(folder)
        self.names = [scene.id for scene in exhibition.scenes]
        self.kiosk = Kiosk(exhibition, open_wardrobe(), self._clock)
        self.stage = self.kiosk.stage
        self.frames = Frames(self.stage.view)
        self.stage.view.showFullScreen()
        screen = self.stage.view.screen().geometry()
        self.stage.view.setGeometry(screen)
        self.kiosk.start()
        self.kiosk.tour.toggle_pause()

    def rest(self) -> None:
        """Lets everything come to rest."""
        self._run(300)
        while self.kiosk.animator.active or self.stage.waiting:
            self._run(50)

    def measure(self, page: int) -> tuple[Stroke, Stroke, list[float]]:
        """The frames of a scene's exhibit appearing, those under a finger, and its answers."""
        self.stage.scene_requested.emit(page)
        self.rest()
        exhibit = next(i for i in self.stage.touchables() if isinstance(i, ExhibitItem))
        appearing: Stroke = []
        dragging: Stroke = []
        answers: list[float] = []
        for _ in range(ROUNDS):
            exhibit.rewind()
            self._run(100)
            self.frames.take()
            exhibit.enter()
            self._run(ENTRANCE_MS)
            appearing += [*self.frames.take(), BREAK]
            self._run(200)
            frames, answered = self._drag(exhibit)
            dragging += [*frames, BREAK]
            answers += answered
        return appearing, dragging, answers

    def _drag(self, exhibit: ExhibitItem) -> tuple[Stroke, list[float]]:
        area = exhibit.mapRectToScene(exhibit.picture_rect)
        y = area.center().y()
        arbiter = self.stage.arbiter
        arbiter.begin(0, QPointF(area.left() + area.width() * FROM, y))
        self._run(LANDED_MS)
        self.frames.take()
        frames: Stroke = []
        answers = []
        steps = round(DRAG_MS / MOVE_MS)
        for step in range(steps):
            moved_ms = time.perf_counter() * 1000
            share = FROM + (1 - FROM) * step / steps
            arbiter.move(0, QPointF(area.left() + area.width() * share, y))
            self._run(MOVE_MS)
            painted = self.frames.take()
            frames += painted
            answers += [start + took - moved_ms for start, took in painted[:1]]
        arbiter.end(0, QPointF(area.right(), y))
        self._run(100)
        return frames, answers

    def _run(self, ms: float) -> None:
        end = self._clock.now_ms() + ms
        while self._clock.now_ms() < end:
            QApplication.processEvents()


def told(frames: Stroke) -> str:
    """The figures of a run of frames; those before and after a break are not counted together."""
    gaps = [b[0] - a[0] for a, b in pairwise(frames) if b[0] == b[0] and a[0] == a[0]]
    paints = [took for at, took in frames if at == at]
    late = sum(gap > 25 for gap in gaps)
    return (
        f"{len(paints):5} frames, every {_share(gaps, 0.5):5.1f} p99 {_share(gaps, 0.99):5.1f} "
        f"max {max(gaps, default=0):5.1f} late {late:3}, paint {_share(paints, 0.5):5.1f} "
        f"p99 {_share(paints, 0.99):5.1f}"
    )


def _share(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def main(folder: str) -> None:
    """Measures every scene of the exhibition in `folder`."""
    application = QApplication(["frame-rate"])
    bench = Bench(Path(folder))
    bench.rest()
    for page, name in enumerate(bench.names):
        appearing, dragging, answers = bench.measure(page)
        print(f"{name:24} appearing {told(appearing)}")
        print(f"{'':24} dragging  {told(dragging)}")
        answered = f"{_share(answers, 0.5):5.1f} p99 {_share(answers, 0.99):5.1f}"
        print(f"{'':24} answers   {len(answers):5} after {answered}", flush=True)
    bench.kiosk.close()
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "docs/examples")
