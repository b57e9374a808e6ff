"""What the screen shows, in a small picture for whoever asks later why it has stopped."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.venue.supervisor import PICTURE_VARIABLE

EVERY_MS = 30_000.0
WIDE_PX = 640
FAST = 90
"""The less a PNG file is compressed, the sooner it is written."""


class Likeness:
    """Keeps the last picture of a window in a file, which belongs on a disk in memory.

    Args:
        widget: the window.
        path: the file.
        now_ms: the machine's time in milliseconds.
    """

    def __init__(self, widget: QWidget, path: Path, now_ms: Callable[[], float]) -> None:
        self._widget = widget
        self._path = path
        self._now_ms = now_ms
        self._due_ms = now_ms() + EVERY_MS / 10

    @classmethod
    def wanted(
        cls, widget: QWidget, environment: Mapping[str, str], now_ms: Callable[[], float]
    ) -> "Likeness | None":
        """Where the supervisor has named a file for it; else None."""
        path = environment.get(PICTURE_VARIABLE)
        return cls(widget, Path(path), now_ms) if path else None

    def keep(self) -> None:
        """Takes a picture, if the last one is a while ago: it costs as much as a few frames."""
        if self._now_ms() < self._due_ms:
            return
        self._due_ms = self._now_ms() + EVERY_MS
        picture = self._widget.grab().toImage()
        small = picture.scaledToWidth(WIDE_PX, Qt.TransformationMode.SmoothTransformation)
        unfinished = self._path.with_suffix(".new.png")
        with suppress(OSError):
            if small.save(str(unfinished), quality=FAST):
                unfinished.replace(self._path)
