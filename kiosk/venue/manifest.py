"""What a bundle says of itself: which version it is, what it is for, and every file in it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kiosk.venue import bundle_names
from kiosk.venue.bundle_error import BundleError

MANIFEST_NAME, SIGNATURE_NAME = "manifest.json", "manifest.sig"
CONTENT_FOLDER = "content"
"""The folder in a bundle in which the exhibition is; all the rest is the application's."""
EXHIBITION = f"{CONTENT_FOLDER}/exhibition.yaml"
ENTRANCE = "app/main.py"
MOST_FILES = 20_000
LARGEST_FILE_BYTES = 1_000_000_000
LARGEST_BUNDLE_BYTES = 4_000_000_000
"""All files together, unpacked; the bundle itself is never larger."""

_VERSION = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.+_-]{0,62}[0-9A-Za-z])?")
_HASH = re.compile(r"[0-9a-f]{64}")

BundleKind = Literal["application", "content"]
Platform = Literal["linux-x86_64", "linux-aarch64", "windows-x86_64", "any"]


@dataclass(frozen=True)
class FileEntry:
    """One file of a bundle.

    Attributes:
        path: where it belongs, from the bundle's root on, with `/` between its parts.
        size: in bytes.
        sha256: in hexadecimal digits.
        executable: whether it may be run.
    """

    path: str
    size: int
    sha256: str
    executable: bool

    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Manifest:
    """What a bundle says of itself, and what its signature vouches for.

    Attributes:
        kind: an `application` has its exhibition with it, `content` is an exhibition alone.
        version: what it is called; the name of a folder too.
        created: when it was made, with its offset from UTC.
        platform: what its wheels are for; `any` without wheels.
        app_version: the application's version that a content was checked with; empty otherwise.
        files: all of them, in the order in which they lie in the bundle.
    """

    kind: BundleKind
    version: str
    created: datetime
    platform: Platform
    app_version: str
    files: tuple[FileEntry, ...]

    __pydantic_config__ = ConfigDict(extra="forbid")

    @property
    def size(self) -> int:
        """Of all files together, in bytes."""
        return sum(entry.size for entry in self.files)


_MANIFEST = TypeAdapter(Manifest)


def parse_manifest(told: bytes) -> Manifest:
    """A manifest from its bytes, with everything in it within bounds.

    Raises:
        BundleError: it makes no sense, or goes beyond the bounds.
    """
    try:
        manifest = _MANIFEST.validate_json(told, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise BundleError("wrong-manifest", f"{place}: {first['msg']}" if place else "") from None
    if not is_version(manifest.version) or manifest.created.tzinfo is None:
        raise BundleError("wrong-manifest", "version or date")
    _check_files(manifest)
    _check_places([entry.path for entry in manifest.files], manifest.kind)
    return manifest


def manifest_bytes(manifest: Manifest) -> bytes:
    """The bytes that are signed; the same for the same manifest."""
    return _MANIFEST.dump_json(manifest, indent=1) + b"\n"


def is_version(text: str) -> bool:
    """Whether a version may be called so: letters, digits and `.+_-` between them."""
    return _VERSION.fullmatch(text) is not None


def _check_files(manifest: Manifest) -> None:
    for entry in manifest.files:
        if objection := bundle_names.objection(entry.path):
            raise BundleError("unsafe-names", f"{entry.path!a} {objection}")
        if entry.size < 0 or not _HASH.fullmatch(entry.sha256):
            raise BundleError("wrong-manifest", entry.path)
        if entry.size > LARGEST_FILE_BYTES:
            raise BundleError("too-large", entry.path)
    if len(manifest.files) > MOST_FILES or manifest.size > LARGEST_BUNDLE_BYTES:
        raise BundleError("too-large")
    own = (MANIFEST_NAME, SIGNATURE_NAME)
    if clash := bundle_names.clashing([*own, *(entry.path for entry in manifest.files)]):
        raise BundleError("unsafe-names", f"{clash!a} is there twice")


def _check_places(paths: list[str], kind: BundleKind) -> None:
    """Makes sure that what the bundle is for is in it; an exhibition never brings anything else."""
    needed = [ENTRANCE, EXHIBITION] if kind == "application" else [EXHIBITION]
    for path in needed:
        if path not in paths:
            raise BundleError("wrong-manifest", f"without {path}")
    folder = f"{CONTENT_FOLDER}/"
    for path in paths:
        if kind == "content" and not path.startswith(folder):
            raise BundleError("wrong-manifest", f"{path} in an exhibition")
