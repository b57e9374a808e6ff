"""`main.py pack`: one signed file that brings the application, the exhibition or both to a machine.

The exhibition is checked first: what `check` refuses is never packed.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.content.problem import Report
from kiosk.release import VERSION
from kiosk.resources import ROOT, SCENES

if TYPE_CHECKING:
    from kiosk.venue.bundle_writing import Source
    from kiosk.venue.manifest import Manifest

_PLATFORMS = ("linux-x86_64", "linux-aarch64", "windows-x86_64")
_MEGABYTE = 1_000_000


class PackError(Exception):
    """There is nothing to pack with, or nothing that may be packed; the text says why."""


def add_pack_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets `parser` understand what may follow `pack`."""
    parser.add_argument("out", type=Path, metavar="OUT", help="the bundle to write: NAME.kiosk")
    parser.add_argument("--key", type=Path, required=True, help="the private key to sign it with")
    parser.add_argument(
        "--content", type=Path, default=SCENES, metavar="DIR", help="the exhibition's folder"
    )
    parser.add_argument(
        "--content-only", action="store_true", help="the exhibition without the application"
    )
    parser.add_argument(
        "--platform", choices=_PLATFORMS, default=_PLATFORMS[0], help="the machine it is for"
    )
    parser.add_argument(
        "--wheels", type=Path, metavar="DIR", help="take wheels from here, and download none"
    )
    parser.add_argument("--version", default="", help=f"what to call it, else {VERSION}+DATE")


def carry_out_pack(
    options: argparse.Namespace, check: Callable[[Path, Report], object], now: datetime
) -> None:
    """Writes the bundle, and says what is in it.

    Args:
        options: what the command line says.
        check: reads the exhibition in a folder, and raises what is wrong with it.
        now: the date that the bundle bears.

    Raises:
        ContentError: something in the exhibition is wrong.
        PackError: it cannot be packed.
    """
    report = Report()
    check(options.content, report)
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    with _told_in_a_line(), TemporaryDirectory(prefix="kiosk-wheels-") as downloads:
        _pack(options, now.astimezone(UTC).replace(microsecond=0), Path(downloads))


def _pack(options: argparse.Namespace, created: datetime, downloads: Path) -> None:
    from kiosk.venue.bundle import SUFFIX
    from kiosk.venue.bundle_writing import manifest_of, write_bundle
    from kiosk.venue.keys import load_private

    if options.out.suffix != SUFFIX:
        raise PackError(f"'{options.out}' has to end with {SUFFIX}, or no machine will find it")
    key = load_private(options.key)
    version = options.version or f"{VERSION}+{created:%Y%m%d%H%M}"
    sources = list(_sources(options, downloads))
    alone = options.content_only
    manifest = manifest_of(
        sources,
        "content" if alone else "application",
        version,
        created,
        "any" if alone else options.platform,
        VERSION if alone else "",
    )
    write_bundle(options.out, manifest, sources, key)
    _tell(options.out, manifest)


def _sources(options: argparse.Namespace, downloads: Path) -> "Iterator[Source]":
    from kiosk.venue.payload import LOCK, application_files, content_files, wheel_files
    from kiosk.venue.wheels import checked_wheels, download

    yield from content_files(options.content)
    if options.content_only:
        return
    yield from application_files(ROOT)
    lock = ROOT / LOCK
    if not options.wheels:
        download(options.platform, lock, downloads)
    wheels = checked_wheels(options.platform, lock, options.wheels or downloads)
    yield from wheel_files(wheels)


def _tell(out: Path, manifest: "Manifest") -> None:
    """Prints what is in a bundle, and what to compare it by."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for entry in manifest.files:
        folder = entry.path.partition("/")[0]
        counts[folder] += 1
        sizes[folder] += entry.size
    print(f"{out}: {manifest.kind} {manifest.version} for {manifest.platform}")
    for folder, count in sorted(counts.items()):
        print(f"  {folder:12}{count:6} {_megabytes(sizes[folder])}")
    with out.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    print(f"  {'the bundle':18} {_megabytes(out.stat().st_size)}")
    print(f"  sha256 {digest}")


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:8.1f} MB"


@contextmanager
def _told_in_a_line() -> Iterator[None]:
    from kiosk.venue.bundle_error import BundleError
    from kiosk.venue.keys import UnusableKeyError
    from kiosk.venue.payload import LinkInPayloadError
    from kiosk.venue.wheels import WheelsError

    try:
        yield
    except (BundleError, UnusableKeyError, LinkInPayloadError, WheelsError) as error:
        raise PackError(str(error)) from None
    except OSError as error:
        raise PackError(f"{error.filename}: {error.strerror}") from None
