"""Installs bundles, goes back to the version before, and takes everything off again."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.deploy import receipt
from kiosk.deploy.needs import missing_packages
from kiosk.deploy.places import Places
from kiosk.deploy.receipt import Receipt
from kiosk.deploy.system import System
from kiosk.deploy.system_files import Wishes, system_files
from kiosk.durable import write_text
from kiosk.venue.bundle import verify
from kiosk.venue.furnishing import furnish
from kiosk.venue.keys import load_public
from kiosk.venue.versions import Version, Versions

KEPT = 3
"""So many versions stay on the disk."""

Tell = Callable[[str], None]


class NotInstalledError(Exception):
    """It cannot be done on this machine; the text says why in one line."""


class Installer:
    """One machine, and what can be done with the kiosk on it.

    Args:
        places: the machine.
        system: its users and services.
        tell: says each step to whoever is watching.
    """

    def __init__(self, places: Places, system: System, tell: Tell) -> None:
        self._places = places
        self._system = system
        self._tell = tell
        self._versions = Versions(places.kiosk)

    def install(self, bundle: Path, key_files: list[Path], wishes: Wishes | None) -> Version:
        """Puts a bundle on the machine and makes it current, all of it or nothing.

        Args:
            bundle: an application for the first time, later an exhibition as well.
            key_files: public keys to be trusted from now on.
            wishes: what to write to the system; None leaves it as it was the last time.

        Raises:
            NotInstalledError: the machine lacks something, or no key is trusted.
            BundleError, NoVersionError, NotFurnishedError: the bundle is refused.
        """
        before = receipt.read(self._places)
        wishes = wishes or _wishes_of(before)
        self._require(wishes)
        self._trust(key_files)
        version = self._add(bundle)
        self._set_up(before, wishes)
        self._make_current(version)
        self._system.start()
        if before:
            self._system.restart()
        return version

    def take(self, bundle: Path) -> Version:
        """Makes a bundle current that the kiosk has found; it begins anew when nobody is there.

        Raises:
            NotInstalledError: no key is trusted.
            BundleError, NoVersionError, NotFurnishedError: the bundle is refused.
        """
        version = self._add(bundle)
        self._make_current(version)
        return version

    def go_back(self) -> Version:
        """Makes the version before current; the kiosk begins anew when nobody is there.

        Raises:
            NoVersionError: there is none.
        """
        version = self._versions.roll_back()
        self._tell(f"{name(version)} is current again")
        return version

    def roll_back(self) -> Version:
        """Makes the version before current, and begins anew with it at once.

        Raises:
            NoVersionError: there is none.
        """
        version = self.go_back()
        self._system.restart()
        return version

    def uninstall(self, purge: bool) -> None:
        """Takes everything off that was installed.

        Args:
            purge: the venue's own folder too, with its settings and its counts.

        Raises:
            NotInstalledError: nothing is installed.
        """
        done = receipt.read(self._places)
        if not done:
            raise NotInstalledError("nothing is installed here")
        self._system.stop()
        for path in done.files:
            self._tell(f"removing {path}")
            receipt.take_back(self._places, path)
        if purge:
            self._tell("removing /var/lib/kiosk and its user")
            shutil.rmtree(self._places.venue, ignore_errors=True)
            if done.user:
                self._system.remove_user()
        self._tell("removing /opt/kiosk")
        shutil.rmtree(self._places.kiosk)
        for folder in reversed(done.folders):
            place = self._places.at(folder)
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
        self._system.settle()

    def status(self) -> list[str]:
        """What is installed, in lines."""
        done = receipt.read(self._places)
        if not done:
            return ["nothing is installed here"]
        current = self._versions.current
        lines = [f"session: {done.session}" + (f", touch on {done.output}" if done.output else "")]
        for version in self._versions.installed:
            lines.append(f"{'*' if version == current else ' '} {name(version)}")
        return lines

    def _require(self, wishes: Wishes) -> None:
        if self._places.real and (missing := missing_packages(wishes.session)):
            raise NotInstalledError(f"first: apt-get install {' '.join(missing)}")

    def _add(self, bundle: Path) -> Version:
        keys = load_public(self._places.keys)
        if not keys:
            raise NotInstalledError("no key is trusted yet: --key FILE.pub names one")
        self._tell(f"verifying {bundle.name}")
        manifest = verify(bundle, keys)
        self._tell(f"installing {manifest.kind} {manifest.version}, without a network")
        return self._versions.add(bundle, manifest, furnish)

    def _make_current(self, version: Version) -> None:
        self._versions.activate(version)
        self._versions.prune(KEPT)
        self._tell(f"{name(version)} is current")

    def _trust(self, key_files: list[Path]) -> None:
        for path in key_files:
            self._tell(f"trusting the key {path.name}")
            write_text(self._places.keys / path.name, path.read_text(encoding="ascii"))

    def _set_up(self, before: Receipt | None, wishes: Wishes) -> None:
        """Writes the system's files, and removes those that an earlier installation wrote alone."""
        files = system_files(wishes)
        earlier = before or Receipt()
        now = replace(
            earlier.with_files(self._places, files),
            session=wishes.session,
            output=wishes.output,
            mouse=wishes.mouse,
        )
        gone = [path for path in earlier.files if path not in now.files]
        receipt.write(self._places, replace(now, files=(*now.files, *gone)))
        for file in files:
            self._tell(f"writing {file.path}")
            receipt.put(self._places, file, file.path in earlier.files)
        for path in gone:
            receipt.take_back(self._places, path)
        made = self._system.add_user()
        receipt.write(self._places, replace(now, user=earlier.user or made))
        for folder in (self._places.venue, self._places.incoming):
            folder.mkdir(parents=True, exist_ok=True)
            self._system.own(folder)


def name(version: Version) -> str:
    """What a version is called to whoever reads it."""
    return f"{version.number}: {version.app.name}, exhibition {version.content.name}"


def _wishes_of(before: Receipt | None) -> Wishes:
    if not before:
        return Wishes()
    return Wishes(before.session, before.output, before.mouse)
