"""Kills the supervisor and the kiosk at random moments, as a cut of power would, and looks again.

    python -m tests.cuts_of_power FOLDER [--cuts 100] [--kiosk-every 10]

Everything is killed at once while the settings, the journal, the lock, the troubles and the log are
being written; the next start has to find all of that whole, and every visit that was said to be
written. Now and then the real kiosk is started on the same folder, on no screen, and is cut off
too, in the middle of its start or later. What the disk itself does to what was not handed to it
yet, no kill can show.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import psutil

from kiosk.show.clock import MonotonicClock
from kiosk.venue.journal import FILE_NAME
from tests.processes import ROOT, command, environment
from tests.screen import until
from tests.venue.killed_journal import totals

LONGEST_S = 0.6
"""Many saves long; a cut comes so long after a start has found out that all is whole."""

LONGEST_START_S = 8.0
"""The real kiosk is cut off anywhere from the first line of its program on."""

EARLY_EVERY = 7
"""Each so many cuts one comes while the writer starts too."""

SEED = 20261125


def wait(seconds: float) -> None:
    clock = MonotonicClock()
    over_ms = clock.now_ms() + seconds * 1000
    while (left_ms := over_ms - clock.now_ms()) > 0:
        signal.sigtimedwait([], left_ms / 1000)


def cut(process: subprocess.Popen[bytes]) -> None:
    """Kills it and all that it has started; none of them gets to do anything more."""
    family = [psutil.Process(process.pid)]
    family += family[0].children(recursive=True)
    for one in family:
        one.suspend()
    for one in reversed(family):
        one.kill()
    process.wait()


def start(venue: Path, report: Path, real: bool) -> subprocess.Popen[bytes]:
    variables = environment(XDG_RUNTIME_DIR=str(venue.parent), QT_QPA_PLATFORM="offscreen")
    busy = [sys.executable, "-m", "tests.venue.fake_supervisor", str(venue), "1", "busy"]
    shown = command("supervise", "--silent", "--windowed", "640x360", "--venue", venue)
    return subprocess.Popen(
        shown if real else busy, cwd=ROOT, env={**variables, "REPORT": str(report)}
    )


def starts(report: Path) -> int:
    """How many have looked whether all is whole."""
    said = report.read_text().splitlines() if report.exists() else []
    return sum(line != "." for line in said)


def written(venue: Path) -> int:
    """How many visits the journal has; they are whole where all four ways to count them agree."""
    ways = set(totals(venue)) or {0}
    assert len(ways) == 1, f"half a visit was written: {ways}"
    return ways.pop()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--kiosk-every", type=int, default=10)
    options = parser.parse_args()
    venue, report = options.folder.resolve() / "venue", options.folder.resolve() / "report"
    chance = random.Random(SEED)
    reals = 0
    for number in range(options.cuts):
        real = number % options.kiosk_every == options.kiosk_every - 1
        reals += real
        process = start(venue, report, real)
        if not real and number % EARLY_EVERY:
            before = starts(report)
            until(lambda before=before: starts(report) > before, "it has looked", 60)
        wait(chance.uniform(0, LONGEST_START_S if real else LONGEST_S))
        assert process.poll() is None, "the supervisor has ended by itself"
        cut(process)
        if (venue / FILE_NAME).exists():
            told = report.read_text().count(".\n") if report.exists() else 0
            assert written(venue) >= told, f"{told} visits were said to be written"
    damaged = [line for line in report.read_text().splitlines() if line not in (".", "whole")]
    told = report.read_text().count(".\n")
    print(f"cuts: {options.cuts}, of the real kiosk: {reals}, starts that looked: {starts(report)}")
    print(f"visits said to be written: {told}, found: {written(venue)}")
    print(f"files of the venue: {sum(p.stat().st_size for p in venue.rglob('*.*'))} bytes")
    print(f"damages: {damaged or 'none'}")
    sys.exit(bool(damaged))


if __name__ == "__main__":
    os.environ.pop("KIOSK_VENUE", None)
    main()
