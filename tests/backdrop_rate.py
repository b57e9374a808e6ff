"""What the living backdrop costs: painting it, and showing it in a window at full rate.

It opens a real window and wants the machine for itself, so it is run by hand:

    xvfb-run -s "-screen 0 1920x1080x24" .venv/bin/python -m tests.backdrop_rate

It prints the median and the 95th percentile in milliseconds of painting the whole backdrop at
1920×1080 at rest, in a flight from one motif to the next, and as the attract screen has it; then
how many frames a second the kiosk shows on the attract screen, while scenes turn, and at rest on a
scene, with the share of one processor that it takes.
"""

import time
from itertools import pairwise
from statistics import median, quantiles

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk, load_exhibition, open_wardrobe
from kiosk.resources import SCENES
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock, MonotonicClock
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.carousel import SLIDE_MS
from kiosk.toolkit.wardrobe import Wardrobe
from tests.frame_rate import Frames

SIZE = QSize(1920, 1080)
FRAMES = 300
WATCHED_MS = 5000.0


def paint(wardrobe: Wardrobe) -> None:
    clock = ManualClock()
    animator = Animator(clock)
    backdrop = Backdrop(wardrobe.look("zh-Hant", "ink-atlas").palette, animator, lambda: None)
    backdrop.resize(SIZE, 1.0)
    backdrop.live(True)
    image = QImage(SIZE, QImage.Format.Format_RGB32)

    def cost(name: str, wanders: bool, flying: bool) -> None:
        backdrop.wander(wanders)
        while chore := backdrop.chore():
            chore()
        spent = []
        for frame in range(FRAMES):
            clock.advance(160 if wanders else 16)
            animator.tick()
            share = frame / FRAMES if flying else 0.0
            backdrop.show("new-energy", "ai-production" if flying else None, share)
            start = time.perf_counter()
            with QPainter(image) as painter:
                backdrop.paint(painter, QRectF(image.rect()))
            spent.append((time.perf_counter() - start) * 1000)
        p95 = quantiles(spent, n=20)[-1]
        print(f"painting, {name}: median {median(spent):.2f} ms, p95 {p95:.2f} ms")

    cost("at rest", wanders=False, flying=False)
    cost("in flight", wanders=False, flying=True)
    cost("wandering", wanders=True, flying=False)


def watch(wardrobe: Wardrobe) -> None:
    clock = MonotonicClock()
    kiosk = Kiosk(load_exhibition(SCENES), wardrobe, clock)
    view = kiosk.stage.view
    frames = Frames(view)
    view.showFullScreen()
    view.setGeometry(view.screen().geometry())
    kiosk.start()

    def run(ms: float) -> None:
        end_ms = clock.now_ms() + ms
        while clock.now_ms() < end_ms:
            QApplication.processEvents()
            time.sleep(0.0005)  # noqa: TID251 - what runs here is no part of the kiosk

    def rate(name: str, ms: float) -> None:
        frames.take()
        cpu_s, start_ms = time.process_time(), clock.now_ms()
        run(ms)
        seconds = (clock.now_ms() - start_ms) / 1000
        noted = frames.take()
        gaps = [b[0] - a[0] for a, b in pairwise(noted)]
        share = (time.process_time() - cpu_s) / seconds
        slowest = f", slowest gap {max(gaps):.1f} ms" if gaps else ""
        painting = f", painting {median(ms for _, ms in noted):.2f} ms" if noted else ""
        print(
            f"{name}: {len(noted) / seconds:.1f} frames a second, {share:.0%} of a processor"
            f"{painting}{slowest}"
        )

    run(4000)
    rate("attract", WATCHED_MS)
    kiosk.visit.touch()
    run(4000)
    for _ in range(4):
        kiosk.stage.next_requested.emit()
        rate("a scene turns", SLIDE_MS)
        run(4000)
    rate("at rest on a scene", WATCHED_MS)
    kiosk.close()


def main() -> None:
    application = QApplication(["backdrop-rate"])
    wardrobe = open_wardrobe()
    paint(wardrobe)
    watch(wardrobe)
    application.quit()


if __name__ == "__main__":
    main()
