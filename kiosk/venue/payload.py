"""Which files go into a bundle, and where they lie in it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.venue.bundle_writing import Source
from kiosk.venue.manifest import CONTENT_FOLDER

APP_FOLDER, WHEELS_FOLDER = "app", "wheels"
LOCK = "requirements.lock"

_WHOLE = ("main.py", "LICENSE", "pyproject.toml", LOCK)
_FOLDERS = ("kiosk", "resources")
_INSTALLER = Path("resources", "deploy", "__main__.py")
"""What Python runs when it is given the bundle itself: it has to lie in its root."""


class LinkInPayloadError(Exception):
    """A link or something else that is no ordinary file; the text names it."""


def application_files(root: Path) -> Iterator[Source]:
    """What it takes to install and run the application, without its tests and its exhibition.

    Raises:
        LinkInPayloadError: among it there is something else than ordinary files.
    """
    for name in _WHOLE:
        yield _source(f"{APP_FOLDER}/{name}", root / name)
    for name in _FOLDERS:
        yield from _below(f"{APP_FOLDER}/{name}", root / name)
    if (root / _INSTALLER).exists():
        yield _source(_INSTALLER.name, root / _INSTALLER)


def content_files(folder: Path) -> Iterator[Source]:
    """All of an exhibition but what is hidden.

    Raises:
        LinkInPayloadError: among it there is something else than ordinary files.
    """
    yield from _below(CONTENT_FOLDER, folder)


def wheel_files(wheels: Iterable[Path]) -> Iterator[Source]:
    """The packages that the application needs."""
    return (_source(f"{WHEELS_FOLDER}/{wheel.name}", wheel) for wheel in wheels)


def _below(place: str, folder: Path) -> Iterator[Source]:
    for within, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _passed_over(name))
        for name in [*folders, *sorted(names)]:
            path = Path(within, name)
            if path.is_symlink():
                raise LinkInPayloadError(f"'{path}' is a link, and a bundle holds files alone")
            if name in names and not _passed_over(name):
                yield _source(f"{place}/{path.relative_to(folder).as_posix()}", path)


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def _source(place: str, path: Path) -> Source:
    if not path.is_file():
        raise LinkInPayloadError(f"'{path}' is no ordinary file")
    return Source(place, path, os.access(path, os.X_OK))
