"""Which state of the exhibition this is, in a word that two machines can be compared by."""

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from stat import S_ISREG

MOST_LETTERS = 6
_CHUNK_BYTES = 1 << 20


class ContentVersion:
    """Reads all files of an exhibition once, in a thread, as pictures and recordings may be large.

    Args:
        folder: where `exhibition.yaml` is.

    Attributes:
        text: what `version` says, and empty until it is known.
    """

    def __init__(self, folder: Path) -> None:
        self.text = ""
        self._folder = folder
        self._thread = threading.Thread(target=self._read, name="version", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Waits until it is known, no longer than that."""
        self._thread.join(seconds)

    def _read(self) -> None:
        self.text = version(self._folder)


def version(folder: Path) -> str:
    """A short hash of all files with their names, and the day of the newest: `3f9a2c · 2026-11-20`.

    Files that cannot be read, and hidden ones, are left out.
    """
    digest = hashlib.sha256()
    newest_s = 0.0
    for path in sorted(_files(folder)):
        with suppress(OSError):
            told = path.stat()
            if not S_ISREG(told.st_mode):
                continue
            contents = _hash(path)
            digest.update(path.relative_to(folder).as_posix().encode(errors="surrogateescape"))
            digest.update(contents)
            newest_s = max(newest_s, told.st_mtime)
    return f"{digest.hexdigest()[:MOST_LETTERS]} · {date.fromtimestamp(newest_s)}"


def _files(folder: Path) -> Iterator[Path]:
    for within, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(within, name) for name in names if not name.startswith("."))


def _hash(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.digest()
