"""Kills a process again and again while it writes to the journal, and looks at the file.

    python -m tests.venue.killed_journal FOLDER KILLS

Says how many visits were reported as written before the kills, and how many the file has; fails if
the file has lost one of them, has half of one, or was damaged. It forks, and so it is a program of
its own.
"""

import os
import random
import select
import signal
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.show.clock import MonotonicClock
from kiosk.venue.journal import FILE_NAME, Journal
from tests.venue.conftest import TODAY, visit

MOST_REPORTS = 20
LONGEST_MS = 20.0
"""A process is killed so long after a report of its, or after its beginning."""

PATIENCE_S = 20.0


def write_visits(folder: Path, report: int, seed: int) -> None:
    """Counts visits until it is killed, and reports each that it was told is written."""
    chance = random.Random(seed)
    journal = Journal(folder, lambda: TODAY, list)
    for number in range(100_000):
        if number % 7 == 3:
            journal.forget(TODAY)
        days_ago, length_s = chance.randrange(300), chance.randrange(0, 600, 5)
        journal.add(visit(days_ago, chance.randrange(24), length_s, scenes=(f"s{number % 9}",)))
        assert journal.flush(PATIENCE_S)
        os.write(report, b".")


def kill_one(folder: Path, chance: random.Random) -> int:
    """How many visits a process reported before it was killed."""
    heard, report = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        write_visits(folder, report, chance.randrange(1 << 30))
        os._exit(1)
    os.close(report)
    reported = 0
    for _ in range(chance.randrange(MOST_REPORTS)):
        reported += len(os.read(heard, 1))
    clock = MonotonicClock()
    until_ms = clock.now_ms() + chance.uniform(0, LONGEST_MS)
    while (left_ms := until_ms - clock.now_ms()) > 0:
        select.select([], [], [], left_ms / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    reported += len(b"".join(iter(lambda: os.read(heard, 4096), b"")))
    os.close(heard)
    return reported


def totals(folder: Path) -> Iterator[int]:
    """How many visits the file has, counted in each of the four ways in which it has them."""
    file = sqlite3.connect(folder / FILE_NAME)
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    exists = file.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    for kind in ("hour", "length_s", "language", "scene") if exists else ():
        sql = "SELECT total(number) FROM counts WHERE kind = ?"
        yield int(file.execute(sql, (kind,)).fetchone()[0])
    file.close()


def main() -> None:
    folder, kills = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(20261125)
    reported = before = 0
    for _ in range(kills):
        told = kill_one(folder, chance)
        ways = set(totals(folder)) or {0}
        assert len(ways) == 1, f"half a visit was written: {ways}"
        (now,) = ways
        assert told <= now - before <= told + 1, f"{told} reported, {now - before} written"
        reported, before = reported + told, now
    assert not list(folder.glob("*damaged*"))
    print(f"kills: {kills}, reported: {reported}, written: {before}")


if __name__ == "__main__":
    main()
