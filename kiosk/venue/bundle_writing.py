"""Makes bundles. The same files, date and key give the same bytes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from kiosk.venue.archive import CHUNK_BYTES, ArchiveWriter
from kiosk.venue.bundle import LARGEST_RATIO
from kiosk.venue.keys import PrivateKey
from kiosk.venue.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    BundleKind,
    FileEntry,
    Manifest,
    Platform,
    manifest_bytes,
    parse_manifest,
)


@dataclass(frozen=True)
class Source:
    """A file that is to go into a bundle.

    Attributes:
        path: where it belongs in the bundle.
        file: where it is now.
        executable: whether it may be run where it is unpacked.
    """

    path: str
    file: Path
    executable: bool = False


def manifest_of(
    sources: Iterable[Source],
    kind: BundleKind,
    version: str,
    created: datetime,
    platform: Platform,
    app_version: str = "",
) -> Manifest:
    """What a bundle with these files says of itself.

    Raises:
        BundleError: it would be refused: too large, or a name that is not safe.
        OSError: a file cannot be read.
    """
    ordered = sorted(sources, key=lambda source: source.path)
    files = tuple(_entry(source) for source in ordered)
    manifest = Manifest(kind, version, created, platform, app_version, files)
    return parse_manifest(manifest_bytes(manifest))


def write_bundle(out: Path, manifest: Manifest, sources: Iterable[Source], key: PrivateKey) -> None:
    """Writes and signs a bundle.

    Args:
        out: the file, which is replaced if there is one, and only once the new one is whole.
        manifest: what `manifest_of` returned for the sources.
        sources: the files.
        key: what to sign with.

    Raises:
        OSError: a file cannot be read, or the bundle not written.
    """
    told = manifest_bytes(manifest)
    files = {source.path: source.file for source in sources}
    unfinished = out.with_name(f".{out.name}.new")
    try:
        with unfinished.open("w+b") as file:
            archive = ArchiveWriter(file, LARGEST_RATIO)
            archive.add(MANIFEST_NAME.encode(), BytesIO(told))
            archive.add(SIGNATURE_NAME.encode(), BytesIO(key.sign(told)))
            for entry in manifest.files:
                with files[entry.path].open("rb") as source:
                    archive.add(entry.path.encode(), source)
            archive.finish()
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _entry(source: Source) -> FileEntry:
    hashed, size = hashlib.sha256(), 0
    with source.file.open("rb") as file:
        while piece := file.read(CHUNK_BYTES):
            hashed.update(piece)
            size += len(piece)
    return FileEntry(source.path, size, hashed.hexdigest(), source.executable)
