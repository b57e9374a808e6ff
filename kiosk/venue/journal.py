"""The journal of visits: takes what has happened, and never keeps anybody waiting.

One thread does all that touches a disk. What it has not written yet waits in memory as counts, so a
disk that is full for a week takes no more room there than the week's counts; with the next visit,
and at the end, the thread tries again.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Thread

from kiosk.content.visits import VisitEntry
from kiosk.venue.counts import UNDATED, Count, Counts, counts_of, figures_of
from kiosk.venue.export import export
from kiosk.venue.ledger import Ledger, is_damage, set_aside
from kiosk.venue.machine import TroubleKind
from kiosk.venue.sticks import sticks
from kiosk.venue.visitors import Receipt, VisitorFigures

FILE_NAME = "journal.sqlite"
LAST_WAIT_S = 2.0
"""How long the kiosk, which is itself ending, waits for what is not written yet."""

MOST_WAITING = 100_000
"""So many different counts wait in memory, which is more than a year's; then no new ones join."""

Task = Callable[[], None]


class Journal:
    """Counts visits in a file.

    Args:
        folder: the venue's; the file is made there as soon as it can be.
        today: the date on the venue's clock, by which a damaged file is named. Called in the
            journal's own thread.
        find_sticks: which sticks are in the machine; called in the journal's own thread.
    """

    def __init__(
        self,
        folder: Path,
        today: Callable[[], date] = date.today,
        find_sticks: Callable[[], Iterable[Path]] = sticks,
    ) -> None:
        self._path = folder / FILE_NAME
        self._today = today
        self._find_sticks = find_sticks
        self._lock = Lock()  # over all that both threads touch, and held for no longer than that
        self._waiting: Counts = Counter()
        self._votes: Counter[str] = Counter()
        self._troubles: list[tuple[TroubleKind, str]] = []
        self._figures: VisitorFigures | None = None
        self._receipt: Receipt | None = None
        self._ledger: Ledger | None = None
        self._knows_votes = False  # those of the file, beside those of this run
        self._failing = False
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()
        self._tasks.put(self._write)

    # What the kiosk tells it

    def add(self, entry: VisitEntry) -> None:
        """Counts a visit that is over."""
        self._count(counts_of(entry))

    def vote(self, answer: str, day: date | None) -> None:
        """Counts a vote.

        Args:
            answer: its id.
            day: by the venue's clock; None where that is not believed.
        """
        with self._lock:
            self._votes[answer] += 1
        self._count(Counter({Count(day.isoformat() if day else UNDATED, "vote", answer): 1}))

    def forget(self, today: date) -> None:
        """Drops what is older than 400 days; to be called at the start and when a day begins.

        Args:
            today: by the venue's clock, if it is believed: by a wrong one, all would be old.
        """
        self._tasks.put(lambda: self._forget(today))

    # What it is asked

    def votes(self) -> Counter[str]:
        """How many votes each answer has in all, the last one among them."""
        with self._lock:
            return self._votes.copy()

    def count(self, days: int, today: date) -> None:
        """Asks for the figures of so many days, today being the last: see `take_figures`."""
        self._tasks.put(lambda: self._find_figures(days, today))

    def take_figures(self) -> VisitorFigures | None:
        """The figures that were asked for, once, as soon as they are there."""
        with self._lock:
            figures, self._figures = self._figures, None
        return figures

    def export(self, today: date) -> None:
        """Asks for all counts to be written to a stick: see `take_receipt`."""
        self._tasks.put(lambda: self._export(today))

    def take_receipt(self) -> Receipt | None:
        """What became of the export that was asked for, once, as soon as it is over."""
        with self._lock:
            receipt, self._receipt = self._receipt, None
        return receipt

    def take_troubles(self) -> list[tuple[TroubleKind, str]]:
        """What has gone wrong since this was asked last, each with what is known of it."""
        with self._lock:
            troubles, self._troubles = self._troubles, []
        return troubles

    def flush(self, seconds: float) -> bool:
        """Waits until all is written, but no longer than that; returns whether it is."""
        done = Event()
        self._tasks.put(done.set)
        return done.wait(seconds) and not self._waiting

    def close(self, seconds: float = LAST_WAIT_S) -> bool:
        """Writes what can be written in so many seconds, and ends; returns whether all is."""
        self._tasks.put(self._write)
        self._tasks.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive() and not self._waiting

    # What its thread does

    def _count(self, counts: Counts) -> None:
        with self._lock:
            if len(self._waiting) < MOST_WAITING:
                self._waiting += counts
        self._tasks.put(self._write)

    def _work(self) -> None:
        for task in iter(self._tasks.get, None):
            try:
                task()
            except Exception as error:
                # Whatever it is, the next visit is to be written all the same.
                self._tell("failed", f"{type(error).__name__}: {error}")
        if self._ledger:
            self._ledger.close()

    def _write(self) -> None:
        """Writes all that is waiting; what cannot be written waits on."""
        with self._lock:
            counts, self._waiting = self._waiting, Counter()
        error = self._on_ledger(lambda ledger: ledger.add(counts))
        if error:
            with self._lock:
                self._waiting += counts
            if not self._failing:
                self._tell("journal-not-written", str(error))
        self._failing = error is not None

    def _forget(self, today: date) -> None:
        self._on_ledger(lambda ledger: ledger.forget(today))

    def _find_figures(self, days: int, today: date) -> None:
        found: Counts = Counter()
        self._on_ledger(lambda ledger: found.update(ledger.of_days(days, today)))
        with self._lock:
            self._figures = figures_of(found + self._waiting, days, today)

    def _export(self, today: date) -> None:
        rows: list[tuple[Count, int]] = []
        error = self._on_ledger(lambda ledger: rows.extend(ledger.everything()))
        with self._lock:
            rows += sorted(self._waiting.items())
        receipt = Receipt(reason="not-written")
        if rows or not error:
            with suppress(OSError):
                receipt = export(rows, self._find_sticks(), today)
        with self._lock:
            self._receipt = receipt

    def _on_ledger(self, act: Callable[[Ledger], None]) -> Exception | None:
        """Does something with the file; a damaged one makes place for a new one first.

        Returns:
            Why it was not done, or None.
        """
        try:
            try:
                act(self._open())
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise
                self._begin_anew()
                act(self._open())
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_FULL:
                self._close_ledger()  # it may have been moved, or its disk be another
            return error
        return None

    def _open(self) -> Ledger:
        if self._ledger is None:
            self._ledger = Ledger(self._path)
        if not self._knows_votes:
            votes = self._ledger.votes()
            with self._lock:
                self._votes += votes
            self._knows_votes = True
        return self._ledger

    def _begin_anew(self) -> None:
        self._close_ledger()
        self._tell("journal-damaged", set_aside(self._path, self._today()).name)

    def _close_ledger(self) -> None:
        if self._ledger:
            self._ledger.close()
            self._ledger = None

    def _tell(self, kind: TroubleKind, detail: str) -> None:
        with self._lock:
            self._troubles.append((kind, detail))
