"""Files that are there whole or not at all, whatever ends the process or the power meanwhile."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str, durable: bool = True) -> None:
    """Puts a file with `text` in the place of the one that may be there.

    Args:
        path: where; its folder is made if there is none.
        text: what it says, written in UTF-8.
        durable: whether it has to outlast a loss of power from now on, which may take some tens of
            milliseconds. If not, a loss of power may bring back the file before.

    Raises:
        OSError: it could not be written; the file before is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        written.replace(path)
    except OSError:
        with suppress(OSError):
            written.unlink()
        raise
    if durable:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Has the file's new name outlast a loss of power as well."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
