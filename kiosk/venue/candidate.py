"""What speaks for and against the bundles on a stick, before anything is installed."""

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.venue.bundle import SUFFIX, BundleError, read_manifest, unpack, verify
from kiosk.venue.installation import Installation, this_platform
from kiosk.venue.keys import PublicKey, UnusableKeyError, load_public
from kiosk.venue.manifest import CONTENT_FOLDER, Manifest
from kiosk.venue.update_status import Offer, UpdateReason

CHUNK_BYTES = 1 << 20
RESERVE_BYTES = 200_000_000
"""So much has to be left on the disk after an installation."""

Check = Callable[[Path], str]
"""Says what is wrong with the exhibition in a folder; empty where it is in order."""


class RefusedError(Exception):
    """A bundle is not taken.

    Attributes:
        reason: why.
        detail: what else is known.
    """

    def __init__(self, reason: UpdateReason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason: UpdateReason = reason
        self.detail = detail


def find(sticks: Iterable[Path]) -> list[Path]:
    """The bundles that lie at the top of sticks, the newest first.

    Raises:
        RefusedError: there is no stick, or no bundle on any.
    """
    folders = list(sticks)
    if not folders:
        raise RefusedError("no-stick")
    found: list[tuple[float, Path]] = []
    for folder in folders:
        try:
            names = [path for path in folder.iterdir() if path.suffix == SUFFIX]
            found += [(path.stat().st_mtime, path) for path in names if path.name[0] != "."]
        except OSError:
            continue  # pulled out at this very moment
    if not found:
        raise RefusedError("no-bundle")
    return [path for _, path in sorted(found, reverse=True)]


class Candidate:
    """A bundle on a stick, on its way to a copy of which everything is known.

    Args:
        bundle: the file on the stick.
        installation: where it is to be installed.
        app_version: the version of the application that runs, as its code has it.
        own: where the copy is to be.
    """

    def __init__(
        self, bundle: Path, installation: Installation, app_version: str, own: Path
    ) -> None:
        self._bundle = bundle
        self._installation = installation
        self._app_version = app_version
        self._own = own

    def read(self, others: int = 0) -> Offer:
        """What it says of itself, once that can be believed and could be installed here.

        Raises:
            RefusedError: something speaks against it.
        """
        with _telling(self._bundle):
            manifest = read_manifest(self._bundle, self._keys())
            size = self._bundle.stat().st_size
        self._judge(manifest, size)
        created = manifest.created.astimezone().replace(tzinfo=None)
        return Offer(manifest.kind, manifest.version, created, size, others)

    def copy(self, on_progress: Callable[[float], None]) -> None:
        """Copies it to the own disk, so that from then on the stick may be pulled out.

        Raises:
            RefusedError: the stick was pulled out, or the disk is full.
        """
        self._own.parent.mkdir(parents=True, exist_ok=True)
        with _telling(self._bundle):
            whole, done = max(self._bundle.stat().st_size, 1), 0
            with self._bundle.open("rb") as source, self._own.open("wb") as copy:
                while piece := source.read(CHUNK_BYTES):
                    copy.write(piece)
                    done += len(piece)
                    on_progress(done / whole)

    def verify(self, check: Check) -> Manifest:
        """Looks at every file of the copy, and at an exhibition as a whole.

        Raises:
            RefusedError: something speaks against it.
        """
        with _telling(self._own):
            manifest = verify(self._own, self._keys())
        self._judge(manifest, 0)
        if manifest.kind == "content":
            self._check(manifest, check)
        return manifest

    def _check(self, manifest: Manifest, check: Check) -> None:
        """An application brings its own kinds of exhibits; an exhibition has to do with these."""
        folder = self._own.with_suffix(".look")
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir()
            with _telling(self._own):
                unpack(self._own, manifest, folder)
            if problem := check(folder / CONTENT_FOLDER):
                raise RefusedError("exhibition-wrong", problem)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _judge(self, manifest: Manifest, copy_bytes: int) -> None:
        current = self._installation.current
        if manifest.platform not in ("any", this_platform()):
            raise RefusedError("other-platform", manifest.platform)
        if manifest.kind == "content" and _base(manifest.app_version) != _base(self._app_version):
            raise RefusedError("other-application", manifest.app_version)
        if current and manifest == current.manifest:
            raise RefusedError("running-already", manifest.version)
        if current and manifest.created <= current.manifest.created:
            raise RefusedError("older", manifest.version)
        free = shutil.disk_usage(self._installation.root).free
        if free < 2 * manifest.size + copy_bytes + RESERVE_BYTES:
            raise RefusedError("disk-full")

    def _keys(self) -> tuple[PublicKey, ...]:
        try:
            keys = load_public(self._installation.keys)
        except UnusableKeyError as error:
            raise RefusedError("no-key", str(error)) from None
        if not keys:
            raise RefusedError("no-key")
        return keys


@contextmanager
def _telling(file: Path) -> Iterator[None]:
    """Tells in a word why a file cannot be read, or its copy not be written.

    Raises:
        RefusedError: instead of any other error.
    """
    try:
        yield
    except BundleError as error:
        gone = error.reason == "unreadable" and not file.exists()
        raise RefusedError("pulled-out" if gone else error.reason, error.detail) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise RefusedError("disk-full") from None
        raise RefusedError("unreadable" if file.exists() else "pulled-out") from None


def _base(version: str) -> str:
    """A version without what tells only when it was packed."""
    return version.partition("+")[0]
