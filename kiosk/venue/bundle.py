"""Bundles: one file that brings an application or an exhibition to a machine without a network.

It is a ZIP file with the suffix `.kiosk`. Its first member tells what it is and lists every other
one with its size and hash; the second is a signature over the exact bytes of the first. So the
signature vouches for all, and nothing is unpacked that is not listed, sound and safely named.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from kiosk.durable import flush, make_folder
from kiosk.venue import bundle_names
from kiosk.venue.archive import Member, NotInFormError, contents, read_directory
from kiosk.venue.bundle_error import BundleError, BundleReason, reporting_writing
from kiosk.venue.keys import SIGNATURE_BYTES, PublicKey, signed_by
from kiosk.venue.manifest import (
    LARGEST_BUNDLE_BYTES,
    MANIFEST_NAME,
    MOST_FILES,
    SIGNATURE_NAME,
    FileEntry,
    Manifest,
    parse_manifest,
)

__all__ = [
    "SUFFIX",
    "BundleError",
    "BundleReason",
    "FileEntry",
    "Manifest",
    "read_manifest",
    "unpack",
    "verify",
]

SUFFIX = ".kiosk"
LARGEST_MANIFEST_BYTES = 8_000_000
LARGEST_RATIO = 200
"""So many times as large as in the bundle may a file become."""

_REASONS: dict[str, BundleReason] = {
    "none": "not-a-bundle",
    "cut": "cut-off",
    "foreign": "foreign",
    "contents": "altered",
}


def read_manifest(path: Path, keys: tuple[PublicKey, ...]) -> Manifest:
    """What a bundle says of itself, once signature, listing, names and sizes are in order.

    The files themselves have not been looked at yet; that is `verify`.

    Raises:
        BundleError: something speaks against the bundle.
    """
    with _opened(path) as file:
        return _Bundle(file).manifest(keys)


def verify(path: Path, keys: tuple[PublicKey, ...]) -> Manifest:
    """The same, and every file in the bundle is what it should be; takes seconds for a large one.

    Raises:
        BundleError: something speaks against the bundle.
    """
    with _opened(path) as file:
        bundle = _Bundle(file)
        manifest = bundle.manifest(keys)
        for entry, member in zip(manifest.files, bundle.members[2:], strict=True):
            for _ in bundle.file_pieces(entry, member):
                pass
        return manifest


def unpack(path: Path, manifest: Manifest, into: Path) -> None:
    """Writes everything that is in a bundle to the disk, manifest and signature too.

    Each file is made new, and hashed once more on the way, as the stick may have been exchanged.

    Args:
        path: the bundle.
        manifest: what `verify` returned for it.
        into: an empty folder of which nobody else knows; what is written when it fails stays there.

    Raises:
        BundleError: it is not that bundle any more, or it could not be written.
    """
    with _opened(path) as file:
        bundle = _Bundle(file)
        told, signature = bundle.told()
        if parse_manifest(told) != manifest:
            raise BundleError("altered", MANIFEST_NAME)
        bundle.check_listing(manifest)
        _write(into / MANIFEST_NAME, False, iter([told]))
        _write(into / SIGNATURE_NAME, False, iter([signature]))
        for entry, member in zip(manifest.files, bundle.members[2:], strict=True):
            _write(into / entry.path, entry.executable, bundle.file_pieces(entry, member))
    with reporting_writing():
        flush(into)


class _Bundle:
    """An open bundle: its members are known, and what is in them is not trusted.

    Args:
        file: the bundle.

    Raises:
        BundleError: the file is not in form.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        if file.seek(0, 2) > LARGEST_BUNDLE_BYTES:
            raise BundleError("too-large")
        self.members = read_directory(file, MOST_FILES + 2, bundle_names.LONGEST_BYTES)

    def told(self) -> tuple[bytes, bytes]:
        """What lies in the places of the manifest and its signature, trusted or not."""
        first = [member.name for member in self.members[:2]]
        if not first or first[0] != MANIFEST_NAME.encode():
            raise BundleError("not-a-bundle")
        if len(first) < 2 or first[1] != SIGNATURE_NAME.encode():
            raise BundleError("unsigned")
        manifest, signature = self.members[:2]
        if manifest.size > LARGEST_MANIFEST_BYTES:
            raise BundleError("too-large", MANIFEST_NAME)
        if signature.size != SIGNATURE_BYTES:
            raise BundleError("wrong-signature")
        return b"".join(self._pieces(manifest)), b"".join(self._pieces(signature))

    def manifest(self, keys: tuple[PublicKey, ...]) -> Manifest:
        """The manifest, if one of the keys vouches for it and its listing is the bundle's."""
        told, signature = self.told()
        if not signed_by(keys, signature, told):
            raise BundleError("wrong-signature")
        manifest = parse_manifest(told)
        self.check_listing(manifest)
        return manifest

    def check_listing(self, manifest: Manifest) -> None:
        """Makes sure that the members are those that the manifest lists, in its order."""
        listed = [(entry.path.encode(), entry.size) for entry in manifest.files]
        if [(member.name, member.size) for member in self.members[2:]] != listed:
            raise BundleError("altered", "there is more or less in it than it says")

    def file_pieces(self, entry: FileEntry, member: Member) -> Iterator[bytes]:
        """The contents of a file, which are known to be the right ones when there are no more."""
        hashed = hashlib.sha256()
        for piece in self._pieces(member):
            hashed.update(piece)
            yield piece
        if hashed.hexdigest() != entry.sha256:
            raise BundleError("altered", entry.path)

    def _pieces(self, member: Member) -> Iterator[bytes]:
        if member.size > member.packed * LARGEST_RATIO:
            raise BundleError("bomb", ascii(member.name.decode(errors="replace")))
        with _reading():
            yield from contents(self._file, member)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The bundle, opened so that nothing which is no ordinary file can keep anybody waiting."""
    if path.suffix != SUFFIX:
        raise BundleError("not-a-bundle", path.name)
    with _reading():
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(opened, "rb") as file:
            if not S_ISREG(os.fstat(opened).st_mode):
                raise BundleError("not-a-bundle", path.name)
            yield file


@contextmanager
def _reading() -> Iterator[None]:
    """Tells in a word what is wrong with the stick, or with what is on it."""
    try:
        yield
    except OSError as error:
        raise BundleError("unreadable", error.strerror or "") from None
    except NotInFormError as error:
        raise BundleError(_REASONS[error.kind]) from None


def _write(path: Path, executable: bool, pieces: Iterator[bytes]) -> None:
    """Makes a file anew; whatever has its name already, be it a link, is an error."""
    mode = 0o755 if executable else 0o644
    with reporting_writing():
        make_folder(path.parent)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(opened, "wb") as file:
            file.writelines(pieces)
            path.chmod(mode)  # whatever the process's mask says
