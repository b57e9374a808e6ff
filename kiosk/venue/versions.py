"""Installs versions, makes one of them current, goes back, and removes old ones.

Everything is made elsewhere, handed to the disk and then given its name, so a loss of power leaves
what was before or what was to be. Whoever runs the kiosk need not be able to write here.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.durable import flush, flush_one, lock, make_folder
from kiosk.venue.bundle import unpack
from kiosk.venue.bundle_error import BundleError, reporting_writing
from kiosk.venue.manifest import CONTENT_FOLDER, MANIFEST_NAME, SIGNATURE_NAME, Manifest
from kiosk.venue.version import (
    APP_LINK,
    APPS,
    BEFORE_LINK,
    CONTENT_LINK,
    CONTENTS,
    CURRENT,
    VERSIONS,
    Version,
    current_version,
    installed_versions,
    read_version,
)

__all__ = ["Finish", "NoVersionError", "Version", "Versions"]

FEWEST_KEPT = 2
"""The current version, and the one to go back to."""

_STAGING = ".staging"
_NEXT = ".next"

Finish = Callable[[Path], None]


class NoVersionError(Exception):
    """There is no such version, or none to go back to; the text says so in one line."""


class Versions:
    """What is installed below a folder, and what of it is current.

    Whatever changes something waits until nobody else does.

    Args:
        root: the folder, such as `/opt/kiosk`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._staging = root / _STAGING

    @property
    def current(self) -> Version | None:
        """The version that runs from the next start on; None before the first was activated."""
        return current_version(self._root)

    @property
    def installed(self) -> tuple[Version, ...]:
        """All whole ones, the oldest first."""
        return installed_versions(self._root)

    def add(self, bundle: Path, manifest: Manifest, finish: Finish | None = None) -> Version:
        """Installs a bundle beside what is there; one that is there already is only looked up.

        A content is paired with the application that is current.

        Args:
            bundle: the file.
            manifest: what `verify` returned for it.
            finish: is given the unpacked application's folder before that is put into its place,
                to complete it; what it raises ends the installation, with nothing left behind.

        Raises:
            BundleError: it is not that bundle any more, it could not be written, or there is
                another one of this version.
            NoVersionError: it is a content, and there is no application yet.
        """
        with reporting_writing(), self._alone():
            self._clean_up()
            for one in self.installed:
                if one.manifest == manifest:
                    return one
            try:
                return self._add(bundle, manifest, finish)
            finally:
                _erase(self._staging)

    def activate(self, version: Version) -> None:
        """Makes a version the current one, from one moment to the next.

        Raises:
            NoVersionError: it is not installed, or not any more.
            OSError: it could not be written; what was current is so still.
        """
        with self._alone():
            self._activate(version.number)

    def roll_back(self) -> Version:
        """Makes the version current that was so before, and returns it.

        Raises:
            NoVersionError: there is none.
            OSError: it could not be written; what was current is so still.
        """
        with self._alone():
            current = self.current
            before = read_version(self._root, current.before) if current else None
            if before is None:
                raise NoVersionError("there is no version to go back to")
            self._activate(before.number)
            return before

    def prune(self, keep: int = 3) -> None:
        """Removes all but the current version, the one before it and the newest of the others.

        Args:
            keep: how many remain, from 2.

        Raises:
            OSError: something cannot be removed.
        """
        with self._alone():
            current = self.current
            if current is None:
                return
            here = {one.number for one in self.installed}
            first = [number for number in (current.number, current.before) if number in here]
            order = first + sorted(here.difference(first), reverse=True)
            for number in order[max(keep, FEWEST_KEPT) :]:
                self._remove(self._root / VERSIONS / str(number))
            self._clean_up()

    def clean_up(self) -> None:
        """Removes what somebody left half done who was killed; to be called at a start.

        Raises:
            OSError: something cannot be removed.
        """
        with self._alone():
            self._clean_up()

    def _add(self, bundle: Path, manifest: Manifest, finish: Finish | None) -> Version:
        app, content = self._places(manifest)
        unpacked, pair = self._staging / "unpacked", self._staging / "pair"
        make_folder(unpacked)
        make_folder(pair)
        unpack(bundle, manifest, unpacked)
        for name in (MANIFEST_NAME, SIGNATURE_NAME):
            (unpacked / name).rename(pair / name)
        exhibition = self._staging / CONTENT_FOLDER
        (unpacked / CONTENT_FOLDER).rename(exhibition)
        if manifest.kind == "application":
            if finish:
                finish(unpacked)
            flush(unpacked)
            _settle(unpacked, app)
        _settle(exhibition, content)
        return self._pair(pair, app, content)

    def _places(self, manifest: Manifest) -> tuple[Path, Path]:
        """Where application and exhibition belong."""
        content = self._root / CONTENTS / manifest.version
        app = self._root / APPS / manifest.version
        taken = content.exists()
        if manifest.kind == "application":
            taken = taken or app.exists()
        elif current := self.current:
            app = current.app
        else:
            raise NoVersionError("there is no application yet that could show this exhibition")
        if taken:
            raise BundleError("version-taken", manifest.version)
        return app, content

    def _pair(self, pair: Path, app: Path, content: Path) -> Version:
        """Makes a version of the two and gives it the next number."""
        (pair / APP_LINK).symlink_to(Path("..", "..", APPS, app.name))
        (pair / CONTENT_LINK).symlink_to(Path("..", "..", CONTENTS, content.name))
        if current := self.current:
            (pair / BEFORE_LINK).symlink_to(Path("..", str(current.number)))
        flush(pair)
        number = max((one.number for one in self.installed), default=0) + 1
        _settle(pair, self._root / VERSIONS / str(number))
        version = read_version(self._root, number)
        assert version, "it is in its place"
        return version

    def _activate(self, number: int) -> None:
        if read_version(self._root, number) is None:
            raise NoVersionError(f"version {number} is not installed")
        link = self._root / _NEXT
        link.unlink(missing_ok=True)
        link.symlink_to(Path(VERSIONS, str(number)))
        link.replace(self._root / CURRENT)
        flush_one(self._root)

    def _clean_up(self) -> None:
        """Removes whatever no version leads to, and versions that lead nowhere."""
        whole = self.installed
        wanted = {
            VERSIONS: {str(one.number) for one in whole},
            APPS: {one.app.name for one in whole},
            CONTENTS: {one.content.name for one in whole},
        }
        for kind, names in wanted.items():
            folder = self._root / kind
            for path in list(folder.iterdir()) if folder.is_dir() else ():
                if path.name not in names:
                    self._remove(path)
        _erase(self._staging)
        _erase(self._root / _NEXT)

    def _remove(self, path: Path) -> None:
        """Takes away the name first, so that what is half removed is in nobody's way."""
        _erase(self._staging)
        path.rename(self._staging)
        flush_one(path.parent)
        _erase(self._staging)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        make_folder(self._root)
        opened = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            lock(opened, wait=True)
            yield
        finally:
            os.close(opened)


def _settle(made: Path, place: Path) -> None:
    """Gives a folder that is whole, and on the disk, its name."""
    make_folder(place.parent)
    made.rename(place)
    flush_one(place.parent)


def _erase(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
