import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from kiosk.venue.counts import DAYS_KEPT
from kiosk.venue.journal import FILE_NAME, Journal
from tests.venue.conftest import PATIENCE_S, TODAY, JournalFactory, figures, visit

FREE_PAGES = 36
"""Where a file's head says how many of its pages are free, in four bytes."""


def damage(path: Path, at: int, length: int) -> None:
    """Overwrites a piece of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xa5" * length)


# --- what is counted ---------------------------------------------------------------------------


def test_visits_are_counted_by_day_and_by_hour(journal: JournalFactory) -> None:
    book = journal()
    for entry in (visit(hour=10), visit(hour=15), visit(hour=15), visit(days_ago=2, hour=15)):
        book.add(entry)
    seen = figures(book, days=3)
    assert list(seen.visits_by_day.items()) == [
        (TODAY - timedelta(days=2), 1),
        (TODAY - timedelta(days=1), 0),
        (TODAY, 3),
    ]
    assert seen.visits == 4
    assert {hour: n for hour, n in enumerate(seen.visits_by_hour) if n} == {10: 1, 15: 3}


def test_languages_scenes_and_touches_are_counted(journal: JournalFactory) -> None:
    book = journal()
    book.add(visit(language="en", scenes=("a", "b"), **{"a/1": 3}))
    book.add(visit(days_ago=1, language="en", scenes=("a",), **{"a/1": 2, "b/2": 1}))
    seen = figures(book)
    assert dict(seen.languages) == {"en": 2}
    assert dict(seen.scenes) == {"a": 2, "b": 1}
    assert dict(seen.touches) == {"a/1": 5, "b/2": 1}


@pytest.mark.parametrize(
    ("lengths", "median"),
    [((), None), ((30,), 30.0), ((5, 10, 200), 10.0), ((5, 10, 40, 200), 40.0)],
)
def test_half_of_the_visits_lasted_at_least_the_median(
    journal: JournalFactory, lengths: tuple[int, ...], median: float | None
) -> None:
    book = journal()
    for length_s in lengths:
        book.add(visit(length_s=length_s))
    assert figures(book).median_s == median


def test_days_before_those_asked_for_are_not_counted(journal: JournalFactory) -> None:
    book = journal()
    book.add(visit(days_ago=6, language="en"))
    book.add(visit(days_ago=7, language="zh-Hans"))
    assert figures(book, days=7).visits == 1
    assert dict(figures(book, days=7).languages) == {"en": 1}
    assert figures(book, days=8).visits == 2


def test_a_visit_without_a_believed_clock_counts_apart(journal: JournalFactory) -> None:
    book = journal()
    book.add(replace(visit(), hour=None))
    book.add(visit())
    seen = figures(book)
    assert (seen.visits, seen.undated) == (1, 1)
    assert dict(seen.scenes) == {"new-energy": 1}


def test_what_was_counted_is_there_after_a_restart(journal: JournalFactory) -> None:
    book = journal()
    book.add(visit())
    book.vote("a", TODAY)
    assert book.close()
    again = journal()
    assert figures(again).visits == 1
    assert again.votes() == {"a": 1}


# --- the poll ----------------------------------------------------------------------------------


def test_votes_count_at_once_and_on_top_of_those_of_the_file(journal: JournalFactory) -> None:
    book = journal()
    book.vote("a", TODAY)
    book.vote("b", None)
    book.close()
    again = journal()
    again.vote("a", TODAY)
    assert again.votes()["a"] >= 1  # the file may not have been read yet
    assert again.flush(PATIENCE_S)
    assert again.votes() == {"a": 2, "b": 1}
    again.vote("a", TODAY)
    assert again.votes() == {"a": 3, "b": 1}
    assert dict(figures(again).poll) == {"a": 3, "b": 1}


def test_a_poll_counts_on_beyond_the_days_that_are_kept(journal: JournalFactory) -> None:
    book = journal()
    for days_ago in (0, DAYS_KEPT, DAYS_KEPT + 50):
        book.vote("a", TODAY - timedelta(days=days_ago))
    book.forget(TODAY)
    assert dict(figures(book).poll) == {"a": 3}
    book.forget(TODAY)
    assert dict(figures(book).poll) == {"a": 3}


# --- what is kept ------------------------------------------------------------------------------


def test_four_hundred_days_are_kept(journal: JournalFactory, tmp_path: Path) -> None:
    book = journal()
    book.add(visit(days_ago=DAYS_KEPT - 1))
    book.add(visit(days_ago=DAYS_KEPT, language="en"))
    book.vote("a", TODAY - timedelta(days=DAYS_KEPT))
    book.forget(TODAY)
    book.close()
    with sqlite3.connect(tmp_path / FILE_NAME) as file:
        days = {day for (day,) in file.execute("SELECT DISTINCT day FROM counts")}
    file.close()
    assert days == {"", (TODAY - timedelta(days=DAYS_KEPT - 1)).isoformat()}


def test_the_file_cannot_say_who_it_was(journal: JournalFactory, tmp_path: Path) -> None:
    entries = [
        visit(hour=9, language="en", scenes=("a", "b"), **{"a/1": 2}),
        visit(hour=9, language="zh-Hans", length_s=200, scenes=("c",)),
        visit(hour=9, language="en", length_s=75, scenes=("a",)),
    ]
    files = []
    for name, order in (("one", entries), ("other", entries[::-1])):
        book = journal()
        for entry in order:
            book.add(entry)
            book.flush(PATIENCE_S)
        book.close()
        path = (tmp_path / FILE_NAME).rename(tmp_path / name)
        file = sqlite3.connect(path)
        columns = [column for _, column, *_ in file.execute("PRAGMA table_info(counts)")]
        tables = [table for (table,) in file.execute("SELECT name FROM sqlite_schema")]
        files.append(file.execute("SELECT * FROM counts").fetchall())
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            file.execute("SELECT rowid FROM counts")
        file.close()
        assert columns == ["day", "kind", "key", "number"]
        assert tables == ["counts"]
    # Whoever came first, and whoever saw what, the file is the same.
    assert files[0] == files[1]


# --- what goes wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "length"), [(0, 600), (40, 600), (4096, 600), (9000, 600), (FREE_PAGES, 4)]
)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    journal: JournalFactory, tmp_path: Path, at: int, length: int
) -> None:
    book = journal()
    for hour in range(24):
        for days_ago in range(20):
            book.add(visit(days_ago, hour, hour * 60, scenes=("a", "b", f"{hour}")))
    book.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    damage(tmp_path / FILE_NAME, at, length)
    again = journal()
    again.add(visit())
    assert again.flush(PATIENCE_S)
    aside = f"journal-damaged-{TODAY}.sqlite"
    assert again.take_troubles() == [("journal-damaged", aside)]
    assert len((tmp_path / aside).read_bytes()) == len(before)
    assert figures(again).visits == 1


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(
    journal: JournalFactory, tmp_path: Path
) -> None:
    for _ in range(2):
        (tmp_path / FILE_NAME).write_bytes(b"no database at all " * 300)
        assert journal().close()
    names = {path.name for path in tmp_path.glob("*damaged*")}
    assert names == {f"journal-damaged-{TODAY}.sqlite", f"journal-damaged-{TODAY}-2.sqlite"}


def test_a_file_of_a_newer_kiosk_is_left_alone(journal: JournalFactory, tmp_path: Path) -> None:
    file = sqlite3.connect(tmp_path / FILE_NAME)
    file.execute("PRAGMA user_version = 99")
    file.close()
    book = journal()
    book.add(visit())
    assert not book.flush(PATIENCE_S)
    ((kind, detail),) = book.take_troubles()
    assert kind == "journal-not-written"
    assert "newer version" in detail
    assert not list(tmp_path.glob("*damaged*"))


def test_without_its_folder_it_counts_on_in_memory_and_writes_when_it_can(
    journal: JournalFactory, tmp_path: Path
) -> None:
    hidden = tmp_path.with_name("unplugged")
    tmp_path.rename(hidden)
    book = journal()
    for _ in range(3):
        book.add(visit())
    assert not book.flush(PATIENCE_S)
    assert [kind for kind, _ in book.take_troubles()] == ["journal-not-written"]
    assert figures(book).visits == 3
    hidden.rename(tmp_path)
    book.add(visit())
    assert book.flush(PATIENCE_S)
    assert book.take_troubles() == []
    assert figures(book).visits == 4
    assert book.close()
    assert figures(journal()).visits == 4


def test_a_disk_that_hangs_keeps_nobody_waiting(tmp_path: Path) -> None:
    answers = Event()

    def hanging() -> list[Path]:
        answers.wait(PATIENCE_S)
        return []

    book = Journal(tmp_path, lambda: TODAY, hanging)
    book.export(TODAY)
    for _ in range(500):
        book.add(visit())
        book.vote("a", TODAY)
    assert book.votes() == {"a": 500}
    assert book.take_receipt() is None
    assert not book.close(0.0)
    answers.set()
    assert book.close(PATIENCE_S)
    assert not list(tmp_path.glob("*-wal")), "the file was let go of"
