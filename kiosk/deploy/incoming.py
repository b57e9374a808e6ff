"""What the kiosk asks of root: to take in a bundle that it has laid there, or to go back.

The folder belongs to the kiosk's user, so nothing in it is trusted. It is opened once and followed
by no link; a bundle is first copied to where only root writes, and verified there.
"""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory

from kiosk.deploy.places import Places
from kiosk.durable import write_text

ROLL_BACK = "roll-back"
"""A file of this name is the wish to go back to the version before."""
SUFFIX = ".kiosk"
LARGEST_BYTES = 4_000_000_000


def take_in(places: Places, install: Callable[[Path], str], roll_back: Callable[[], str]) -> None:
    """Does what is asked for, says in `outcome.json` what became of it, and empties the folder.

    The outcome is written before what was asked for is removed: what is gone has an answer.

    Args:
        places: the machine.
        install: installs a bundle and returns the version.
        roll_back: goes back and returns the version.
    """
    folder = os.open(places.incoming, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        for name in _names(folder):
            if name == ROLL_BACK:
                _answer(places, name, roll_back)
            elif name.endswith(SUFFIX):
                _answer(places, name, partial(_installed, folder, places, name, install))
            else:
                continue
            _remove(folder, name)
    finally:
        os.close(folder)


def _names(folder: int) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def _installed(folder: int, places: Places, name: str, install: Callable[[Path], str]) -> str:
    with TemporaryDirectory(dir=places.kiosk, prefix=".incoming-") as own:
        copy = Path(own, "bundle.kiosk")
        _copy(folder, name, copy)
        return install(copy)


def _copy(folder: int, name: str, to: Path) -> None:
    """Copies an ordinary file; a link, a pipe or a device is none, and opening it never waits."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    with os.fdopen(os.open(name, flags, dir_fd=folder), "rb") as source:
        told = os.fstat(source.fileno())
        if not S_ISREG(told.st_mode) or told.st_size > LARGEST_BYTES:
            raise OSError(f"{name} is no ordinary file, or too large")
        with to.open("xb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)


def _answer(places: Places, name: str, act: Callable[[], str]) -> None:
    outcome = {"asked": name, "version": "", "error": "", "reason": ""}
    try:
        outcome["version"] = act()
    except Exception as error:  # whatever is in that folder must not stay there and come again
        outcome["error"] = str(error) or type(error).__name__
        outcome["reason"] = str(getattr(error, "reason", ""))
    write_text(places.outcome, json.dumps(outcome, ensure_ascii=False, indent=1) + "\n")


def _remove(folder: int, name: str) -> None:
    with suppress(IsADirectoryError, PermissionError):
        os.unlink(name, dir_fd=folder)
        return
    shutil.rmtree(name, dir_fd=folder, ignore_errors=True)
