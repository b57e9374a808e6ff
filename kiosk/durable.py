"""Files that are whole whenever the power fails: what was there before, or what was to be there."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

_ONE_AT_A_TIME = Lock()


def write_text(
    path: Path, text: str, mode: int = 0o644, backups: int = 0, durable: bool = True
) -> os.stat_result:
    """Puts `text` into the place of the file at `path`, or leaves everything as it was.

    It is written beside the file, handed to the disk, and then given the file's name; a folder that
    is missing is made. Two processes never do so at the same time in one folder, and two threads
    wait for one another.

    Args:
        path: the file.
        text: all that it is to say.
        mode: who may read and write it.
        backups: how many earlier states are kept beside it, as `NAME.1`, the newest, `NAME.2`...
        durable: whether it has to outlast a loss of power from now on, which may take some tens of
            milliseconds. If not, a loss of power may bring back the file before.

    Returns:
        What the system knows of the new file.

    Raises:
        OSError: it cannot be written; BlockingIOError where another process is just writing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _ONE_AT_A_TIME, _locked(path.parent) as folder:
        status = _replace(path, text.encode(), mode, backups, durable)
        if durable and folder is not None:
            os.fsync(folder)
    return status


def lock(opened: int, wait: bool = False) -> None:
    """Keeps other processes from locking an open file or folder, until it is closed.

    Windows has no such locks: there nobody is kept from anything.

    Args:
        opened: its file descriptor.
        wait: whether to wait for another process that has locked it.

    Raises:
        BlockingIOError: another process has locked it.
    """
    if sys.platform != "win32":
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(opened, LOCK_EX if wait else LOCK_EX | LOCK_NB)


@contextmanager
def _locked(folder: Path) -> Iterator[int | None]:
    """The folder, open and locked; None on Windows, which opens no folders."""
    if sys.platform == "win32":
        yield None
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        lock(opened)
        yield opened
    finally:
        os.close(opened)


def _replace(path: Path, content: bytes, mode: int, backups: int, durable: bool) -> os.stat_result:
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)  # left by somebody who was killed
    try:
        status = _write(temporary, content, mode, durable)
        if backups and path.exists():
            _keep(path, backups)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return status


def _write(path: Path, content: bytes, mode: int, durable: bool) -> os.stat_result:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        if sys.platform != "win32":
            os.fchmod(file.fileno(), mode)  # whatever the process's mask says
        file.write(content)
        file.flush()
        if durable:
            os.fsync(file.fileno())
        return os.fstat(file.fileno())


def make_folder(path: Path) -> None:
    """Makes a folder that everybody may look into, and those above it that are missing.

    Raises:
        OSError: it cannot be made.
    """
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir()
        path.chmod(0o755)  # whatever the process's mask says


def flush(folder: Path) -> None:
    """Waits until all that is in a folder outlasts a loss of power; its own name is not in it.

    Raises:
        OSError: the disk says that something is not written.
    """
    for within, _, names in os.walk(folder):
        for path in (Path(within, name) for name in [*names, ""]):
            if not path.is_symlink():
                flush_one(path)


def flush_one(path: Path) -> None:
    """Waits until a file, or the list of names in a folder, outlasts a loss of power.

    Raises:
        OSError: the disk says that it is not written.
    """
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def backup(path: Path, number: int) -> Path:
    """Where an earlier state of a file is; 1 is the newest."""
    return path.with_name(f"{path.name}.{number}")


def _keep(path: Path, backups: int) -> None:
    """Makes the file's present state the newest backup, without moving the file itself."""
    newest = backup(path, 1)
    if newest.exists() and newest.samefile(path):
        return  # somebody got as far as this, and was killed
    numbers = range(1, backups + 1)
    last = next((number for number in numbers if not backup(path, number).exists()), backups)
    for number in range(last, 1, -1):
        backup(path, number - 1).replace(backup(path, number))
    try:
        newest.hardlink_to(path)
    except OSError:  # not every file system has links, nor may everybody's files be linked
        shutil.copy2(path, newest)
