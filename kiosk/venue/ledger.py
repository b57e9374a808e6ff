"""The file in which counts of visits are kept, `journal.sqlite`.

It outlives power cuts: SQLite writes changes to a log beside the file (WAL), and `synchronous=FULL`
has the disk itself confirm each of them before it counts as made.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.venue.counts import DAYS_KEPT, UNDATED, Count, Counts, first_day

SCHEMA_VERSION = 1

# Rows have no numbers of their own (`WITHOUT ROWID`), which would tell in which order they came.
_SCHEMA = f"""
BEGIN;
CREATE TABLE counts (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (day, kind, key)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = {SCHEMA_VERSION};
COMMIT;
"""
_ADD = """
INSERT INTO counts VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET number = number + excluded.number
"""
_FIGURES = """
SELECT max(day), kind, key, sum(number) FROM counts
WHERE day BETWEEN ? AND ? AND kind NOT IN ('hour', 'vote') GROUP BY kind, key
UNION ALL
SELECT day, kind, key, number FROM counts WHERE day BETWEEN ? AND ? AND kind = 'hour'
UNION ALL
SELECT day, kind, key, number FROM counts WHERE day = '' AND kind = 'hour'
UNION ALL
SELECT max(day), kind, key, sum(number) FROM counts WHERE kind = 'vote' GROUP BY key
"""
_UNDATE_VOTES = """
INSERT INTO counts
SELECT '', kind, key, sum(number) FROM counts
WHERE kind = 'vote' AND day <> '' AND day < ? GROUP BY key
ON CONFLICT DO UPDATE SET number = number + excluded.number
"""
# SQLITE_ERROR is what SQLite says of a head that makes no sense, or of a table that is not there.
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether it is the file's contents that are wrong, and not the disk or the folder."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


class Ledger:
    """The open file; only the thread that has opened it may use it.

    Args:
        path: the file, which is made if there is none.

    Raises:
        sqlite3.Error: it cannot be opened; `is_damage` tells why.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        try:
            self._prepare()
        except sqlite3.Error:
            self._connection.close()
            raise

    def add(self, counts: Mapping[Count, int]) -> None:
        """Adds to what is counted: when it returns, all of it is on the disk, or else none.

        Raises:
            sqlite3.Error: none of it is.
        """
        with self._connection:
            self._connection.executemany(_ADD, [(*count, n) for count, n in counts.items()])

    def of_days(self, days: int, today: date) -> Counts:
        """What is wanted for the figures of so many days, as `figures_of` takes it.

        Raises:
            sqlite3.Error: it cannot be read.
        """
        span = (first_day(today, days).isoformat(), today.isoformat())
        return Counter(dict(self._rows(_FIGURES, (*span, *span))))

    def votes(self) -> Counter[str]:
        """How many votes each answer has in all.

        Raises:
            sqlite3.Error: it cannot be read.
        """
        sql = "SELECT key, sum(number) FROM counts WHERE kind = 'vote' GROUP BY key"
        return Counter(dict(self._connection.execute(sql)))

    def everything(self) -> list[tuple[Count, int]]:
        """All counts, day by day.

        Raises:
            sqlite3.Error: it cannot be read.
        """
        sql = "SELECT day, kind, key, number FROM counts ORDER BY day, kind, key"
        return list(self._rows(sql, ()))

    def forget(self, today: date) -> None:
        """Drops what is older than it may be kept; votes lose their day and go on counting.

        Raises:
            sqlite3.Error: nothing was dropped.
        """
        oldest = first_day(today, DAYS_KEPT).isoformat()
        with self._connection:
            self._connection.execute(_UNDATE_VOTES, (oldest,))
            sql = "DELETE FROM counts WHERE day <> ? AND day < ?"
            self._connection.execute(sql, (UNDATED, oldest))

    def close(self) -> None:
        """Lets go of the file; SQLite then puts the log's changes into it."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def _prepare(self) -> None:
        ask = self._connection.execute
        ask("PRAGMA journal_mode = WAL")
        ask("PRAGMA synchronous = FULL")
        (found,) = ask("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            error = sqlite3.DatabaseError(found)
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
        (version,) = ask("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            raise sqlite3.OperationalError(f"written by a newer version of the kiosk ({version})")
        if version == 0:
            self._connection.executescript(_SCHEMA)

    def _rows(self, sql: str, given: tuple[str, ...]) -> Iterator[tuple[Count, int]]:
        for day, kind, key, number in self._connection.execute(sql, given):
            yield Count(day, kind, key), number


def set_aside(path: Path, today: date) -> Path:
    """Renames a damaged file, so that a new one can take its place; returns its new name.

    Raises:
        OSError: it stays where it is.
    """
    aside = _free_name(path, today)
    # Its log first: one that stayed behind would be taken for the new file's.
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def _free_name(path: Path, today: date) -> Path:
    name = f"{path.stem}-damaged-{today.isoformat()}"
    aside, number = path.with_name(f"{name}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{name}-{number}{path.suffix}")
    return aside
