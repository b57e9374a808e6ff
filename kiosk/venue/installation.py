"""What this kiosk was installed as, and who may install something else.

Where the kiosk's user may write to the installation it does so itself. Everywhere else it lays what
it wants into a folder of the venue's, where root's service finds it, verifies it once more, and
tells in a file what became of it.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from kiosk.venue.bundle_error import BundleError, BundleReason
from kiosk.venue.furnishing import NotFurnishedError, furnish
from kiosk.venue.manifest import Manifest, Platform
from kiosk.venue.version import CURRENT, Version, current_version, read_version
from kiosk.venue.versions import NoVersionError, Versions

INCOMING, ROLL_BACK = "incoming", "roll-back"
OUTCOME = "outcome.json"
KEYS = "keys"

Taken = Literal["waiting", "done"]


def installed_at(code: Path) -> Path | None:
    """The folder of the installation that code belongs to; None where nobody has installed it.

    Args:
        code: the application's folder, `ROOT/apps/VERSION/app` where it was installed.
    """
    if len(code.parents) < 3 or code.parents[1].name != "apps":
        return None
    root = code.parents[2]
    return root if (root / CURRENT).is_symlink() else None


def this_platform() -> Platform:
    """What a bundle with wheels has to be made for to run here."""
    told = f"{platform.system().lower()}-{platform.machine().lower().replace('amd64', 'x86_64')}"
    found: list[Platform] = [one for one in get_args(Platform) if one == told]
    return found[0] if found else "any"


@dataclass(frozen=True)
class Installation:
    """One installation.

    Attributes:
        root: its folder, such as `/opt/kiosk`.
        venue: the venue's folder.
    """

    root: Path
    venue: Path

    @property
    def keys(self) -> Path:
        """Where the keys are whose bundles are taken."""
        return self.root / KEYS

    @property
    def current(self) -> Version | None:
        """The version that runs from the next start on."""
        return current_version(self.root)

    @property
    def before(self) -> Version | None:
        """The version that can be gone back to."""
        current = self.current
        return read_version(self.root, current.before) if current else None

    @property
    def since(self) -> datetime | None:
        """Since when the current version is current."""
        try:
            return datetime.fromtimestamp((self.root / CURRENT).lstat().st_mtime)
        except OSError:
            return None

    @property
    def is_own(self) -> bool:
        """Whether this process may install by itself."""
        return os.access(self.root, os.W_OK)

    def take(self, bundle: Path, manifest: Manifest) -> None:
        """Has a verified bundle installed, and made current, be it by root.

        Args:
            bundle: the file, on the venue's disk, which is given away.
            manifest: what `verify` returned for it.

        Raises:
            BundleError, NoVersionError: it was refused after all.
            OSError: it could not be handed over.
        """
        if self.is_own:
            versions = Versions(self.root)
            try:
                versions.activate(versions.add(bundle, manifest, furnish))
            except NotFurnishedError as error:
                raise NoVersionError(str(error)) from None
            bundle.unlink()
            return
        folder = self._incoming()
        bundle.replace(folder / bundle.name)

    def go_back(self) -> None:
        """Has the version before made current, be it by root.

        Raises:
            NoVersionError: there is none.
            OSError: it could not be asked for.
        """
        if self.is_own:
            Versions(self.root).roll_back()
        else:
            (self._incoming() / ROLL_BACK).touch()

    def taken(self) -> Taken:
        """Whether all that was asked for is done.

        Raises:
            BundleError: root has refused it.
            NoVersionError: for another reason.
        """
        folder = self.venue / INCOMING
        if not self.is_own:
            if any(_wishes(folder)):
                return "waiting"
            _raise_refusal(self.root / OUTCOME)
        return "done"

    def forget(self) -> None:
        """Withdraws what root has not taken yet, and what was left half done."""
        for path in _wishes(self.venue / INCOMING):
            path.unlink(missing_ok=True)
        if self.is_own:
            with suppress(OSError):
                Versions(self.root).clean_up()

    def _incoming(self) -> Path:
        folder = self.venue / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _wishes(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*.kiosk")
    yield from folder.glob(ROLL_BACK)


def _raise_refusal(outcome: Path) -> None:
    """Raises what root has to say against what it was asked for last, if anything."""
    try:
        told = json.loads(outcome.read_text("utf-8"))
        error, reason = str(told["error"]), str(told.get("reason", ""))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return
    known: list[BundleReason] = [one for one in get_args(BundleReason) if one == reason]
    if known:
        raise BundleError(known[0], error)
    if error:
        raise NoVersionError(error)
