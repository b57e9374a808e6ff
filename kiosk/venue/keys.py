"""Whose bundles a machine takes: those that were signed with a key whose public half it has.

Ed25519, as PEM files. The private half stays with whoever packs; the public ones lie on the machine
in a folder that the kiosk's user cannot write to.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from kiosk.durable import write_text

PrivateKey = Ed25519PrivateKey
PublicKey = Ed25519PublicKey

PRIVATE_NAME = "kiosk.key"
PUBLIC_NAME = "kiosk.pub"
PRIVATE_MODE = 0o600
SIGNATURE_BYTES = 64


class UnusableKeyError(Exception):
    """A key that cannot be read, is none, or would be lost; the text says which in one line."""


def new_keys(folder: Path) -> tuple[Path, Path]:
    """Makes a pair of keys in `folder`: the private one and the public one.

    Raises:
        UnusableKeyError: there are keys already, which are never overwritten, or it cannot write.
    """
    private, public = folder / PRIVATE_NAME, folder / PUBLIC_NAME
    for path in (private, public):
        if path.exists():
            raise UnusableKeyError(f"'{path}' exists already, and a lost key cannot be had again")
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    told = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    try:
        write_text(private, secret.decode(), PRIVATE_MODE)
        write_text(public, told.decode())
    except OSError as error:
        raise UnusableKeyError(f"no keys can be written in '{folder}': {_why(error)}") from None
    return private, public


def load_private(path: Path) -> PrivateKey:
    """The key to sign with.

    Raises:
        UnusableKeyError: there is none in that file, or others than its owner may read it.
    """
    secret = _read(path)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise UnusableKeyError(f"others may read '{path}': chmod 600 '{path}'")
    try:
        key = load_pem_private_key(secret, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKeyError(f"'{path}' is no private key (main.py keys new makes one)")
    return key


def load_public(folder: Path) -> tuple[PublicKey, ...]:
    """Every key in `folder`, in the order of their names; none if there is no such folder.

    Raises:
        UnusableKeyError: one of the files named `*.pub` is no key.
    """
    return tuple(_public(path) for path in sorted(folder.glob("*.pub")))


def signed_by(keys: Iterable[PublicKey], signature: bytes, message: bytes) -> bool:
    """Whether one of the keys vouches for exactly these bytes."""
    return any(_vouches(key, signature, message) for key in keys)


def _vouches(key: PublicKey, signature: bytes, message: bytes) -> bool:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _public(path: Path) -> PublicKey:
    text = _read(path)
    try:
        key = load_pem_public_key(text)
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise UnusableKeyError(f"'{path}' is no public key for bundles")
    return key


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableKeyError(f"'{path}' cannot be read: {_why(error)}") from None


def _why(error: OSError) -> str:
    return error.strerror or "no reason is known"
