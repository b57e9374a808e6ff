"""Saves the venue's file under the worst conditions; started by `test_file.py`.

    python -m tests.settings.saver CONDITION FOLDER

It imports little, so that a child of it that saves, and is killed, costs no more than a fork.
Where it needs a disk of its own it has to be started in a namespace in which it may mount one.
"""

import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.settings import file
from kiosk.settings.layers import Choices, typed

KILLS = 200
LONGEST_S = 0.02
"""Several saves long, on a disk that is not busy."""

SHORT: Choices = {"timing.idle_s": 90.0}
LONG: Choices = typed(
    {
        "timing.idle_s": 91.0,
        "programmes.A": [{"scene": f"scene-{number}", "dwell_s": 9} for number in range(60)],
        "hours.week": {"monday": ["10:00-18:00"], "sunday": []},
    }
)


def check(folder: Path) -> None:
    """The file is one of the two states, and so is each earlier state that is kept."""
    assert file.read(folder).choices in (SHORT, LONG)
    for path in folder.glob("venue.yaml.*"):
        assert file.read(folder, path.name).choices in (SHORT, LONG)
    others = {path.name for path in folder.iterdir() if not path.name.startswith("venue.yaml")}
    assert others <= {".venue.yaml.new", "filler"}, others


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """Starts `work` in a process of its own; returns its id and what it has written so far."""
    reading, writing = os.pipe()
    if pid := os.fork():
        os.close(writing)
        return pid, reading
    try:
        work(writing)
    finally:
        os._exit(0)


def save_for_ever(folder: Path) -> Callable[[int], None]:
    def work(ready: int) -> None:
        os.write(ready, b"!")
        while True:
            for choices in (LONG, SHORT):
                with suppress(file.NotSavedError):
                    file.write(folder, choices)

    return work


def killed(folder: Path) -> str:
    """Kills it again and again, each time at a moment that is random but the same each time."""
    chance = random.Random(KILLS)
    if not (folder / file.NAME).exists():
        file.write(folder, SHORT)
    halfway = 0
    for _ in range(KILLS):
        pid, ready = child(save_for_ever(folder))
        os.read(ready, 1)
        select.select([], [], [], chance.uniform(0, LONGEST_S))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(ready)
        check(folder)
        halfway += (folder / ".venue.yaml.new").exists()
    return f"{KILLS} kills, {halfway} halfway"


def killed_at_each_step(folder: Path) -> str:
    """Kills it before it calls the system for the first time in a save, for the second..."""
    for _ in range(file.BACKUPS):
        file.write(folder, SHORT)
    for count in range(1, 1000):
        file.write(folder, SHORT)

        def work(_: int, count: int = count) -> None:
            left = count

            def step(event: str, _: object) -> None:
                nonlocal left
                if event.startswith(("os.", "open", "shutil.", "fcntl.")):
                    left -= 1
                    if not left:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(step)
            file.write(folder, LONG)

        pid, ready = child(work)
        was_killed = os.WIFSIGNALED(os.waitpid(pid, 0)[1])
        os.close(ready)
        check(folder)
        if not was_killed:
            return f"{count - 1} steps"
    raise AssertionError("it never ends")


def mounted(folder: Path) -> Path:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], check=True)
    file.write(folder, LONG)
    file.write(folder, SHORT)
    return folder


def fill(folder: Path) -> None:
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(b"x" * 4096)


def killed_on_full_disk(folder: Path) -> str:
    fill(mounted(folder))
    return killed(folder)


def full_disk(folder: Path) -> str:
    fill(mounted(folder))
    reason = refused(folder)
    (folder / "filler").unlink()
    return saved_again(folder, reason)


def read_only_disk(folder: Path) -> str:
    subprocess.run(["mount", "-o", "remount,ro", mounted(folder)], check=True)
    reason = refused(folder)
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    return saved_again(folder, reason)


def refused(folder: Path) -> str:
    """Why it cannot save; nothing else is there than before."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    try:
        file.write(folder, LONG)
    except file.NotSavedError as error:
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        assert file.read(folder).choices == SHORT
        return str(error).removeprefix(f"{folder}/venue.yaml: ")
    raise AssertionError("it was saved")


def saved_again(folder: Path, reason: str) -> str:
    file.write(folder, LONG)
    assert file.read(folder).choices == LONG
    return reason


CONDITIONS = {
    "killed": killed,
    "killed-at-each-step": killed_at_each_step,
    "killed-on-full-disk": killed_on_full_disk,
    "full-disk": full_disk,
    "read-only-disk": read_only_disk,
}

if __name__ == "__main__":
    condition, where = sys.argv[1:]
    print(CONDITIONS[condition](Path(where)))
