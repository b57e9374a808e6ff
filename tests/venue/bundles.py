"""Bundles for tests, good ones and such as nobody should have made."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.venue.archive import DEFLATED, STORED, Member, Method, directory
from kiosk.venue.manifest import (
    MANIFEST_NAME,
    SIGNATURE_NAME,
    FileEntry,
    Manifest,
    manifest_bytes,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEYS = (KEY.public_key(),)
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))
CREATED = datetime(2026, 11, 25, 14, 5, tzinfo=UTC)

EXHIBITION = {
    "content/exhibition.yaml": b"title: here\n" * 40,
    "content/scenes/\u958b\u5834/scene.yaml": "title: \u958b\u5834\n".encode(),
}
APPLICATION = {"app/main.py": b"print('here')\n", "app/run.sh": b"#!/bin/sh\n"} | EXHIBITION


def manifest(files: Mapping[str, bytes] = EXHIBITION, /, **changes: object) -> Manifest:
    """What a bundle of these files says of itself, whether it may or not."""
    entries = tuple(
        FileEntry(path, len(text), hashlib.sha256(text).hexdigest(), path.endswith(".sh"))
        for path, text in files.items()
    )
    made = Manifest("content", "2026.1", CREATED, "any", "0.1.0", entries)
    return replace(made, **changes)


@dataclass(frozen=True)
class Packed:
    """A member as it will lie in the archive, each part of which may be a lie."""

    name: bytes
    text: bytes
    method: Method = STORED

    @cached_property
    def data(self) -> bytes:
        if self.method == STORED:
            return self.text
        deflating = zlib.compressobj(9, zlib.DEFLATED, -15)
        return deflating.compress(self.text) + deflating.flush()

    def member(self, offset: int) -> Member:
        crc, size = zlib.crc32(self.text), len(self.text)
        return Member(self.name, self.method, crc, size, len(self.data), offset)


def archive(packed: Sequence[Packed]) -> bytes:
    """A ZIP file of these members."""
    bodies, members = b"", []
    for one in packed:
        members.append(one.member(len(bodies)))
        bodies += members[-1].head + one.data
    return bodies + directory(tuple(members))


def members(
    files: Mapping[str, bytes] = EXHIBITION,
    told: Manifest | bytes | None = None,
    key: Ed25519PrivateKey = KEY,
) -> list[Packed]:
    """The members of a bundle of these files, with that manifest, signed with that key."""
    said = told if isinstance(told, bytes) else manifest_bytes(told or manifest(files))
    head = [Packed(MANIFEST_NAME.encode(), said), Packed(SIGNATURE_NAME.encode(), key.sign(said))]
    return head + [Packed(path.encode(), text) for path, text in files.items()]


def deflated(one: Packed) -> Packed:
    return replace(one, method=DEFLATED)


def written(folder: Path, content: bytes, name: str = "bundle.kiosk") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def application(folder: Path, version: str = "1.0") -> tuple[Path, Manifest]:
    """A small application, and what `verify` would say of it."""
    told = manifest(APPLICATION, kind="application", version=version, app_version="")
    return written(folder, archive(members(APPLICATION, told))), told


def exhibition(folder: Path, version: str = "2026.1") -> tuple[Path, Manifest]:
    """A small exhibition alone, and what `verify` would say of it."""
    told = manifest(version=version)
    return written(folder, archive(members(EXHIBITION, told))), told
