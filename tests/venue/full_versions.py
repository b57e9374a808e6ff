"""Installs on a disk that is full, and again when there is room.

    python -m tests.venue.full_versions FOLDER

Let whatever FOLDER is on be small: it is filled.
"""

import sys
from contextlib import suppress
from pathlib import Path

from kiosk.venue.bundle import BundleError
from kiosk.venue.versions import Versions
from tests.venue.bundles import application

STEP_BYTES = 4096


def main() -> None:
    folder = Path(sys.argv[1])
    versions = Versions(folder / "opt")
    versions.activate(versions.add(*application(folder, "1.0")))
    bundle, manifest = application(folder, "2.0")
    before = sorted((folder / "opt").rglob("*"))
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(STEP_BYTES))
    refused = 0
    while True:
        try:
            version = versions.add(bundle, manifest)
        except BundleError as error:
            assert error.reason == "disk-full", error
            assert sorted((folder / "opt").rglob("*")) == before, "something is left of it"
            assert versions.current and versions.current.number == 1
            refused += 1
        else:
            break
        with ballast.open("r+b") as file:
            file.truncate(max(0, ballast.stat().st_size - STEP_BYTES))
    versions.activate(version)
    print(f"refused: {refused}, then installed: {version.manifest.version}")


if __name__ == "__main__":
    main()
