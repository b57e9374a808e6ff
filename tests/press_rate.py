"""How soon a press is seen: from its arrival at the window to the end of the paint that shows it.

It opens a real window on an X server, presses with that server's own pointer, and wants the machine
for itself, so it is run by hand (xdotool has to be installed):

    xvfb-run -s "-screen 0 1920x1080x24" .venv/bin/python -m tests.press_rate

It prints the median and the 95th percentile, in milliseconds and in frames of 16.7 ms, of presses
on the buttons of the rail, on cards and on the chart: with everything at rest, and with the
backdrop alive. The finger is drawn off before it is lifted, so a press sets nothing going; one on
the chart reads another mark each time.
"""

import subprocess
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.cards.card import CardItem
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.resources import SCENES
from kiosk.show.clock import MonotonicClock
from kiosk.stage.rail import Rail
from kiosk.toolkit.touchable import Touchable

ROUNDS = 9
FRAME_MS = 1000 / 60
LATEST_MS = 1000.0
APART_MS = 47.0
"""From one press to the next, so that they fall anywhere between two frames."""

OFF_PX = 160


class Pointer:
    """The X server's own pointer, moved by one xdotool that reads what it is to do."""

    def __init__(self) -> None:
        self._tool = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)

    def do(self, what: str) -> None:
        assert self._tool.stdin
        print(what, file=self._tool.stdin, flush=True)

    def close(self) -> None:
        assert self._tool.stdin
        self._tool.stdin.close()
        self._tool.wait()


class Watch(QObject):
    """Notes when a press comes to the window, and when a paint of its place has ended."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__()
        self.pressed_s = 0.0
        self.seen_s = 0.0
        self._place = QPoint()
        view = kiosk.stage.view
        paint = view.paintEvent

        def paint_and_note(event: QPaintEvent) -> None:
            shows = self.pressed_s and not self.seen_s and event.region().contains(self._place)
            paint(event)
            if shows:
                self.seen_s = time.perf_counter()

        view.paintEvent = paint_and_note  # type: ignore[method-assign]
        view.windowHandle().installEventFilter(self)

    def expect(self, place: QPoint) -> None:
        """The next press is that at `place`, in pixels of the window."""
        self.pressed_s = self.seen_s = 0.0
        self._place = place

    @property
    def took_ms(self) -> float:
        return (self.seen_s - self.pressed_s) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.pressed_s = time.perf_counter()
        return False


class Bench:
    """A kiosk on its first scene, as large as the screen."""

    def __init__(self) -> None:
        exhibition = load_exhibition(SCENES)
        defaults = exhibition.defaults.model_copy(update={"attract_s": 0, "idle_s": 300})
        shown = exhibition.model_copy(update={"defaults": defaults})
        self.kiosk = Kiosk(shown, open_wardrobe(), MonotonicClock())
        self.stage = self.kiosk.stage
        view = self.stage.view
        view.showFullScreen()
        view.setGeometry(QApplication.primaryScreen().geometry())
        self.kiosk.start()
        self.watch = Watch(self.kiosk)
        self.pointer = Pointer()
        self._mark = 0
        self.kiosk.visit.touch()
        self._run(lambda: self.kiosk.animator.active or self.stage.waiting, 1000)

    def close(self) -> None:
        self.pointer.close()
        self.kiosk.close()

    def measure(self, items: Sequence[Touchable]) -> list[float]:
        """How long each of several presses on each of `items` took to be seen."""
        return [self._press(item) for _ in range(ROUNDS) for item in items]

    def targets(self) -> dict[str, list[Touchable]]:
        items = self.stage.touchables()
        return {
            "rail": [item for item in items if isinstance(item.parentItem(), Rail)],
            "cards": [item for item in items if isinstance(item, CardItem)],
            "chart": [item for item in items if isinstance(item, ExhibitItem)] * 3,
        }

    def _press(self, item: Touchable) -> float:
        middle = item.mapToScene(item.boundingRect().center())
        if isinstance(item, ExhibitItem):  # each time another mark, so that there is news to see
            wide = item.picture_rect.width()
            self._mark = (self._mark + 2) % 5
            middle += QPointF(wide * (self._mark - 2) * 0.18, 0)
        place = self.stage.view.mapFromScene(middle)
        self.pointer.do(f"mousemove {place.x()} {place.y()}")
        self._run(lambda: False, APART_MS)
        self.watch.expect(place)
        self.pointer.do("mousedown 1")
        self._run(lambda: not self.watch.seen_s, 0)
        took_ms = self.watch.took_ms
        assert item.pressed
        self.pointer.do(f"mousemove_relative -- 0 {-OFF_PX}")
        self.pointer.do("mouseup 1")
        self._run(lambda: self.stage.in_gesture, APART_MS)
        return took_ms

    def _run(self, goes_on: Callable[[], bool], least_ms: float) -> None:
        """Lets the kiosk run for so long, and for as long as something goes on."""
        began = time.perf_counter()
        while (ran_ms := (time.perf_counter() - began) * 1000) < least_ms or goes_on():
            assert ran_ms < LATEST_MS + 10 * least_ms, "it goes on for ever"
            QApplication.processEvents()
            time.sleep(0.0002)  # noqa: TID251 - what runs here is no part of the kiosk


def told(took_ms: list[float]) -> str:
    middle, p95 = median(took_ms), quantiles(took_ms, n=20)[-1]
    return (
        f"{len(took_ms):3} presses, median {middle:5.1f} ms ({middle / FRAME_MS:.2f} frames), "
        f"p95 {p95:5.1f} ms ({p95 / FRAME_MS:.2f} frames), slowest {max(took_ms):5.1f} ms"
    )


def main() -> None:
    """Presses everything, first at rest, then with the backdrop alive."""
    application = QApplication(["press-rate"])
    bench = Bench()
    for name, is_still in (("at rest", True), ("alive", False)):
        bench.kiosk.animator.reduced_motion = is_still
        every: list[float] = []
        for kind, items in bench.targets().items():
            took_ms = bench.measure(items)
            every += took_ms
            print(f"{name:8} {kind:6} {told(took_ms)}", flush=True)
        print(f"{name:8} {'all':6} {told(every)}", flush=True)
    bench.close()
    application.quit()


if __name__ == "__main__":
    main()
