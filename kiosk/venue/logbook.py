"""What the kiosk says, in files that never fill the disk.

When one is full it is renamed, `kiosk.log.1` being the newest of those, and the oldest goes. What
the disk does not take is lost to the files, but not to `last_lines`.
"""

from collections import deque
from contextlib import suppress
from io import FileIO
from pathlib import Path

FILE = "kiosk.log"
FULL_BYTES = 1_000_000
MOST_FILES = 5
MOST_LINES = 40
LONGEST_LINE = 2000


class Logbook:
    """Writes down what comes, as it comes.

    Args:
        folder: where the files are; it is made when it is needed.
        full_bytes: how large a file may become.
    """

    def __init__(self, folder: Path, full_bytes: int = FULL_BYTES) -> None:
        self._path = folder / FILE
        self._full_bytes = full_bytes
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._begun = b""
        self._file: FileIO | None = None

    @property
    def last_lines(self) -> tuple[str, ...]:
        """The last lines since `forget`, the one that is not complete too."""
        begun = (_text(self._begun),) if self._begun else ()
        return (*self._lines, *begun)[-MOST_LINES:]

    def forget(self) -> None:
        """Let `last_lines` begin anew."""
        self._lines.clear()
        self._begun = b""

    def write(self, said: bytes) -> None:
        """Writes down what was said; whether the disk takes it does not matter to the caller."""
        self._remember(said)
        with suppress(OSError):
            self._write(said)

    def close(self) -> None:
        """Lets go of the file."""
        if self._file:
            self._file.close()
            self._file = None

    def _remember(self, said: bytes) -> None:
        *lines, self._begun = (self._begun + said).split(b"\n")
        self._lines.extend(_text(line) for line in lines)
        self._begun = self._begun[:LONGEST_LINE]

    def _write(self, said: bytes) -> None:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(self._path, "ab")
        if self._file.tell() + len(said) > self._full_bytes:
            self.close()
            self._turn_over()
            self._file = FileIO(self._path, "ab")
        self._file.write(said[-self._full_bytes :])

    def _turn_over(self) -> None:
        for number in range(MOST_FILES - 1, 0, -1):
            newer = self._path if number == 1 else self._numbered(number - 1)
            with suppress(FileNotFoundError):
                newer.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{FILE}.{number}")


def _text(line: bytes) -> str:
    return line[:LONGEST_LINE].decode(errors="replace").rstrip()
