"""What time it was last, by which a clock is judged that may have lost its battery."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kiosk.durable import write_text

NAME = "last-seen"


class LastSeen:
    """Keeps a moment in the venue's folder, where the disk will have it.

    Args:
        folder: the venue's.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> datetime | None:
        """The moment that was kept last, with its zone; None where there is none to be read."""
        with suppress(OSError, ValueError):
            moment = datetime.fromisoformat(self._path.read_text("ascii").strip())
            return moment if moment.tzinfo else None
        return None

    def keep(self, moment: datetime) -> None:
        """Keeps a moment, which has a zone."""
        with suppress(OSError):
            write_text(self._path, f"{moment.isoformat(timespec='seconds')}\n")
