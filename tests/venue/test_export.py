import csv
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from kiosk.venue.journal import Journal
from kiosk.venue.visitors import Receipt
from tests.processes import ROOT
from tests.venue.conftest import PATIENCE_S, TODAY, JournalFactory, receipt, visit

FOLDER = f"kiosk-visits-{TODAY}"
FILES = {"visits", "lengths", "languages", "scenes", "exhibits", "poll"}


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture
def stick(tmp_path_factory: pytest.TempPathFactory, sticks: list[Path]) -> Path:
    """A folder that plays a stick, and is in the machine."""
    sticks.append(tmp_path_factory.mktemp("stick"))
    return sticks[-1]


def test_everything_is_written_to_the_stick(journal: JournalFactory, stick: Path) -> None:
    book = journal()
    book.add(visit(hour=9, length_s=75, scenes=("a", "b"), **{"a/1": 3}))
    book.add(visit(hour=9, length_s=20, language="en", scenes=("a",)))
    book.add(visit(days_ago=1, hour=16))
    book.vote("未來", TODAY)
    assert receipt(book) == Receipt(place=str(stick / FOLDER))
    assert {path.stem for path in (stick / FOLDER).iterdir()} == FILES
    assert read(stick / FOLDER / "visits.csv") == [
        ["day", "hour", "visits"],
        ["2026-11-24", "16", "1"],
        ["2026-11-25", "09", "2"],
    ]
    today = [row for row in read(stick / FOLDER / "scenes.csv") if row[0] == "2026-11-25"]
    assert today == [["2026-11-25", "a", "2"], ["2026-11-25", "b", "1"]]
    assert read(stick / FOLDER / "exhibits.csv")[1:] == [["2026-11-25", "a/1", "3"]]
    assert read(stick / FOLDER / "lengths.csv")[1:] == [
        ["2026-11-24", "60", "1"],
        ["2026-11-25", "20", "1"],
        ["2026-11-25", "75", "1"],
    ]
    assert read(stick / FOLDER / "poll.csv")[1:] == [["2026-11-25", "未來", "1"]]


def test_excel_is_told_the_encoding(journal: JournalFactory, stick: Path) -> None:
    receipt(journal())
    for path in (stick / FOLDER).iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_second_export_leaves_the_first_alone(journal: JournalFactory, stick: Path) -> None:
    book = journal()
    receipt(book)
    book.add(visit())
    assert receipt(book).place == str(stick / f"{FOLDER}-2")
    assert len(read(stick / FOLDER / "visits.csv")) == 1
    assert len(read(stick / f"{FOLDER}-2" / "visits.csv")) == 2


def test_without_a_stick_it_says_so(journal: JournalFactory) -> None:
    assert receipt(journal()) == Receipt(reason="no-stick")


def test_a_stick_that_was_pulled_out_is_told(journal: JournalFactory, stick: Path) -> None:
    stick.rmdir()
    book = journal()
    assert receipt(book) == Receipt(reason="not-written")
    book.add(visit())
    assert book.close()  # and the journal itself goes on


def test_sticks_that_cannot_be_looked_for_are_told_and_stop_nothing(tmp_path: Path) -> None:
    def fail(error: type[Exception]) -> list[Path]:
        raise error("no list of mounts")

    for error, reason in ((OSError, "not-written"), (RuntimeError, None)):
        book = Journal(tmp_path, lambda: TODAY, partial(fail, error))
        book.add(visit())
        book.export(TODAY)
        book.add(visit())
        book.flush(PATIENCE_S)
        told = book.take_receipt()
        assert (told and told.reason) == reason
        assert [kind for kind, _ in book.take_troubles()] == ([] if told else ["failed"])
        assert book.close(), "everything is written all the same"


def test_the_next_stick_is_taken_where_the_first_takes_nothing(
    journal: JournalFactory, stick: Path, sticks: list[Path]
) -> None:
    sticks.insert(0, stick / "gone")
    assert receipt(journal()).place == str(stick / FOLDER)


def test_what_was_left_of_a_broken_off_export_is_cleared_away(
    journal: JournalFactory, stick: Path
) -> None:
    left = stick / f".{FOLDER}.part"
    left.mkdir()
    (left / "visits.csv").write_text("half")
    receipt(journal())
    assert [path.name for path in stick.iterdir()] == [FOLDER]


ON_A_SMALL_STICK = """
from pathlib import Path
from kiosk.venue.counts import Count
from kiosk.venue.export import export
from tests.venue.conftest import TODAY

stick = Path({stick!r})
rows = [(Count("2026-11-25", "scene", f"scene-{{n}}"), n) for n in range(20_000)]
assert export(rows, [stick], TODAY).reason == {reason!r}
assert list(stick.iterdir()) == [], "nothing half written is left"
"""


@pytest.mark.parametrize(("options", "reason"), [("size=64k", "full"), ("ro", "not-written")])
def test_a_stick_that_is_full_or_locked_is_told(tmp_path: Path, options: str, reason: str) -> None:
    within = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    within += [f'mount -t tmpfs -o {options} stick "$0" && exec "$@"', str(tmp_path)]
    if subprocess.run([*within, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    script = ON_A_SMALL_STICK.format(stick=str(tmp_path), reason=reason)
    ended = subprocess.run(
        [*within, sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
