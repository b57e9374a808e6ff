"""Kills a process again and again while it installs, switches, goes back and removes versions.

    python -m tests.venue.killed_versions FOLDER KILLS

Says how many kills left something half done; fails if after one of them what is current is missing
or not whole, if a version that is listed is not, or if something remains that nobody needs. It
forks, and so it is a program of its own.
"""

import hashlib
import os
import random
import select
import signal
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.show.clock import MonotonicClock
from kiosk.venue.bundle import BundleError, Manifest
from kiosk.venue.versions import NoVersionError, Version, Versions
from tests.venue.bundles import application, exhibition

MOST_ACTIONS = 4
LONGEST_MS = 30.0
"""A process is killed so long after it began with one of its first actions."""


def act(
    root: Path, report: int, bundles: list[tuple[Path, Manifest]], chance: random.Random
) -> None:
    """Changes versions at random until it is killed, and reports each beginning."""
    versions = Versions(root)
    while True:
        os.write(report, b".")
        with suppress(NoVersionError, BundleError):
            match chance.randrange(6):
                case 0 | 1:
                    versions.add(*chance.choice(bundles))
                case 2 | 3:
                    versions.activate(chance.choice(versions.installed))
                case 4:
                    versions.roll_back()
                case _:
                    versions.prune(chance.choice((2, 3)))


def kill_one(root: Path, bundles: list[tuple[Path, Manifest]], chance: random.Random) -> None:
    seed, clock = chance.randrange(1 << 30), MonotonicClock()
    heard, report = os.pipe()
    child = os.fork()
    if child == 0:
        act(root, report, bundles, random.Random(seed))
        os._exit(1)
    os.close(report)
    for _ in range(chance.randint(1, MOST_ACTIONS)):
        os.read(heard, 1)
    until_ms = clock.now_ms() + chance.uniform(0, LONGEST_MS)
    while (left_ms := until_ms - clock.now_ms()) > 0:
        select.select([], [], [], left_ms / 1000)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(heard)
    assert os.WIFSIGNALED(status), "it ended by itself"


def check_whole(version: Version) -> None:
    """Compares every file of a version with what its bundle said."""
    for entry in version.manifest.files:
        within, _, path = entry.path.partition("/")
        file = version.content / path if within == "content" else version.app / within / path
        assert hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256, file


def everything(root: Path) -> set[str]:
    """What there is at the root and one step below it."""
    found = {path for path in root.iterdir() if path.is_symlink() or path.is_file()}
    for folder in (path for path in root.iterdir() if path not in found):
        found |= set(folder.iterdir()) or {folder}
    kinds = ("apps", "contents", "versions")
    return {path.relative_to(root).as_posix() for path in found} - set(kinds)


def wanted(versions: Versions) -> set[str]:
    """What there should be."""
    names = {"current"}
    for one in versions.installed:
        names |= {f"versions/{one.number}", f"apps/{one.app.name}", f"contents/{one.content.name}"}
    return names


def main() -> None:
    folder, kills = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(20261125)
    bundles = []
    for number in range(8):
        within = folder / "stick" / str(number)
        within.mkdir(parents=True)
        make = application if number % 2 else exhibition
        bundles.append(make(within, f"2026.{number}"))
    root = folder / "opt"
    versions = Versions(root)
    versions.activate(versions.add(*bundles[1]))
    half_done, currents = 0, set()
    for _ in range(kills):
        kill_one(root, bundles, chance)
        current = versions.current
        assert current, "nothing is current any more"
        assert current in versions.installed
        currents.add(current.manifest.version)
        for one in versions.installed:
            check_whole(one)
        half_done += everything(root) != wanted(versions)
        versions.clean_up()
        assert everything(root) == wanted(versions), everything(root) ^ wanted(versions)
        assert versions.current == current
    print(f"kills: {kills}, half done: {half_done}, were current: {len(currents)}")


if __name__ == "__main__":
    main()
