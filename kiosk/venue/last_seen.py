"""What time it was last, by which a clock is judged that may have lost its battery."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread

from kiosk.durable import write_text

NAME = "last-seen"


class LastSeen:
    """Keeps a moment in the venue's folder, where the disk will have it.

    It is written in a thread: it has to outlast a loss of power, and a slow disk would otherwise
    hold up what moves on the screen every few minutes.

    Args:
        folder: the venue's.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._thread: Thread | None = None

    def read(self) -> datetime | None:
        """The moment that was kept last, with its zone; None where there is none to be read."""
        with suppress(OSError, ValueError):
            moment = datetime.fromisoformat(self._path.read_text("ascii").strip())
            return moment if moment.tzinfo else None
        return None

    def keep(self, moment: datetime) -> None:
        """Keeps a moment, which has a zone."""
        self._thread = Thread(target=self._write, args=(moment,), name="last-seen", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Waits until it is written, no longer than that."""
        if self._thread:
            self._thread.join(seconds)

    def _write(self, moment: datetime) -> None:
        with suppress(OSError):
            write_text(self._path, f"{moment.isoformat(timespec='seconds')}\n")
