"""What the machine's own sensors and counters say.

Sensors can be slow: some are read over a bus, and for the memory of the programs beside the kiosk
all processes are looked through. So they are read in a thread, and whoever asks gets what was read
last.
"""

import math
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psutil

from kiosk.venue.machine import MachineStatus, Started, Trouble

SAMPLE_MS = 1000.0
"""How old what was read may be before it is read again."""


@dataclass(frozen=True)
class Vitals:
    """What was read; the meanings are those of `MachineStatus`."""

    memory_bytes: int = 0
    temperature_c: float | None = None
    disk_free_bytes: int = 0
    disk_bytes: int = 0


@dataclass(frozen=True)
class Known:
    """What others know of the machine; the meanings are those of `MachineStatus`."""

    now: datetime
    clock_trusted: bool
    starts: tuple[Started, ...]
    troubles: tuple[Trouble, ...]
    frame_p95_ms: float | None
    content_version: str
    app_version: str


class Health:
    """Reads the machine, from the kiosk's start on.

    Args:
        folder: the venue's, whose disk is looked at.
        now_ms: the time in milliseconds.
    """

    def __init__(self, folder: Path, now_ms: Callable[[], float]) -> None:
        self._folder = folder
        self._now_ms = now_ms
        self._started_ms = now_ms()
        self._sampled_ms = -math.inf
        self._vitals = Vitals()
        self._thread: threading.Thread | None = None
        self._refresh()

    def status(self, known: Known) -> MachineStatus:
        """How the machine is, as it was read last; has it read again if that is a while ago."""
        self._refresh()
        vitals = self._vitals
        return MachineStatus(
            uptime_s=(self._now_ms() - self._started_ms) / 1000,
            starts=known.starts,
            frame_p95_ms=known.frame_p95_ms,
            memory_bytes=vitals.memory_bytes,
            temperature_c=vitals.temperature_c,
            disk_free_bytes=vitals.disk_free_bytes,
            disk_bytes=vitals.disk_bytes,
            now=known.now,
            clock_trusted=known.clock_trusted,
            content_version=known.content_version,
            app_version=known.app_version,
            troubles=known.troubles,
        )

    def close(self) -> None:
        """Waits for what is being read, which is a matter of milliseconds."""
        if self._thread:
            self._thread.join(timeout=1.0)

    def _refresh(self) -> None:
        reading = self._thread is not None and self._thread.is_alive()
        if not reading and self._now_ms() - self._sampled_ms >= SAMPLE_MS:
            self._sampled_ms = self._now_ms()
            self._thread = threading.Thread(target=self._read, name="health", daemon=True)
            self._thread.start()

    def _read(self) -> None:
        self._vitals = read_vitals(self._folder)


def read_vitals(folder: Path) -> Vitals:
    """What the machine says now; what cannot be read is 0 or None."""
    free, total = _disk_bytes(folder)
    return Vitals(_memory_bytes(), warmest_c(), free, total)


def warmest_c() -> float | None:
    """The temperature of the warmest sensor; None where the system tells of none."""
    read = getattr(psutil, "sensors_temperatures", None)  # not on every system
    if read is None:
        return None
    with suppress(OSError, ValueError, RuntimeError):
        found = [sensor.current for sensors in read().values() for sensor in sensors]
        # A sensor that is not connected says 0 or less.
        return max((celsius for celsius in found if celsius > 0), default=None)
    return None


def _memory_bytes() -> int:
    kiosk = psutil.Process()
    total: int = kiosk.memory_info().rss
    with suppress(psutil.Error):
        for beside in kiosk.children(recursive=True):
            with suppress(psutil.Error):  # it has ended meanwhile
                total += beside.memory_info().rss
    return total


def _disk_bytes(folder: Path) -> tuple[int, int]:
    with suppress(OSError):
        usage = psutil.disk_usage(str(_existing(folder)))
        return usage.free, usage.total
    return 0, 0


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest one around it that is there already."""
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)
