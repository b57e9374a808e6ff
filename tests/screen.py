"""A screen without a monitor, and a pointer without a hand: an X server in memory, and xdotool."""

import itertools
import os
import shutil
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.show.clock import MonotonicClock
from tests.processes import environment

WINDOW_MANAGERS = ("openbox", "matchbox-window-manager", "icewm", "metacity", "xfwm4", "twm")
POLL_S = 0.02

_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_numbers = itertools.count(100 * (_WORKER + 1))
"""A display for each server: one that ends takes the socket of its number along, whosever it is."""


def until(condition: Callable[[], bool], what: str, timeout_s: float = 20.0) -> None:
    """Looks again and again, and fails when `what` has not come true in time."""
    clock = MonotonicClock()
    deadline_ms = clock.now_ms() + timeout_s * 1000
    while not condition():
        assert clock.now_ms() < deadline_ms, f"{what}: not within {timeout_s:g} s"
        threading.Event().wait(POLL_S)


class Screen:
    """An X server of its own, on a display that was free.

    Attributes:
        display: what `DISPLAY` has to be for a window to open here.
        size: in pixels.
    """

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.size = size
        self._frame = folder / "Xvfb_screen0"
        geometry = f"{size[0]}x{size[1]}x24"
        options = ["-screen", "0", geometry, "-fbdir", str(folder), "-wr", "-nolisten", "tcp"]
        self.display = ""
        while not self.display:
            self._start(f":{next(_numbers)}", options)

    def _start(self, display: str, options: list[str]) -> None:
        """Starts a server, which is ready once it says so; where the display is taken, it ends."""
        told, tell = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", display, "-displayfd", str(tell), *options],
            pass_fds=[tell],
            env=environment(),
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as number:
            if number.readline().strip():
                self.display = display

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()

    def picture(self) -> QImage:
        """What the screen shows now; where no window is, it is white."""
        # A dump as `xwd` makes them: words of 32 bits, then colours of 12 bytes, then the pixels.
        dump = self._frame.read_bytes()
        header = struct.unpack(">25I", dump[:100])
        header_bytes, width, height, row_bytes = (header[i] for i in (0, 4, 5, 12))
        assert header[11] == 32, "bits per pixel"
        pixels = dump[header_bytes + header[19] * 12 :]
        return QImage(pixels, width, height, row_bytes, QImage.Format.Format_RGB32).copy()

    def xdotool(self, *arguments: object) -> str:
        """What `xdotool ARGUMENTS` answers on this screen; empty where it fails."""
        answered = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=environment(DISPLAY=self.display),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return answered.stdout.strip() if answered.returncode == 0 else ""

    @contextmanager
    def managed(self) -> Iterator[None]:
        """A window manager looks after the windows."""
        manager = window_manager()
        assert manager
        running = subprocess.Popen(
            [manager], env=environment(DISPLAY=self.display), stderr=subprocess.DEVNULL
        )
        try:
            until(lambda: bool(self.xdotool("get_num_desktops")), "the window manager is ready")
            yield
        finally:
            running.terminate()
            running.wait()


def window_manager() -> str | None:
    """The first window manager that is installed here."""
    return next((path for name in WINDOW_MANAGERS if (path := shutil.which(name))), None)
