"""Kills a process again and again while it installs, switches, goes back and removes versions.

    python -m tests.venue.killed_versions FOLDER KILLS

First at every single step that changes something, then at random moments. Says how many of the
latter left something half done; fails if after one of them what is current is missing
or not whole, if a version that is listed is not, or if something remains that nobody needs. It
forks, and so it is a program of its own.
"""

import hashlib
import os
import random
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
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


STEPS = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink")


def killed_at(step: int, action: Callable[[], object]) -> bool:
    """Whether an action was killed at that step of it, counted from 0; if not, it was done."""
    child = os.fork()
    if child == 0:
        steps = iter(range(step, -1, -1))

        def count_down(event: str, _arguments: tuple[object, ...]) -> None:
            if event in STEPS and next(steps) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count_down)
        try:
            action()
        finally:
            os._exit(1 if sys.exc_info()[0] else 0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, "it was refused"
    return os.WIFSIGNALED(status)


def kill_at_each_step(root: Path, bundles: list[tuple[Path, Manifest]]) -> None:
    """Whoever is killed anywhere leaves a version that runs, and can be done with again."""
    versions = Versions(root)
    for add in (partial(versions.add, *bundle) for bundle in bundles[2:]):
        for action in (add, lambda: versions.activate(versions.installed[-1])):
            for step in count(0):
                before, killed = versions.current, killed_at(step, action)
                assert versions.current in (before, versions.installed[-1])
                check_whole(versions.current)
                if not killed:
                    break
    for action in (versions.roll_back, partial(versions.prune, 2)):
        for step in count(0):
            killed = killed_at(step, action)
            check_whole(versions.current)
            if not killed:
                break
            if action == versions.roll_back:
                versions.activate(versions.installed[-1])
    assert len(versions.installed) == 2
    assert everything(root) == wanted(versions), everything(root) ^ wanted(versions)


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


def check_whole(version: Version | None) -> None:
    """Compares every file of a version with what its bundle said."""
    assert version, "nothing is current any more"
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
    kill_at_each_step(root, bundles[:4])
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
