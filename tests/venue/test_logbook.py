"""What the kiosk says, in real files of a bounded size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.venue.logbook import FULL_BYTES, MOST_FILES, MOST_LINES, Logbook

Open = Callable[..., Logbook]


@pytest.fixture
def logbook() -> Iterator[Open]:
    books: list[Logbook] = []

    def open_logbook(folder: Path, full_bytes: int = FULL_BYTES) -> Logbook:
        books.append(Logbook(folder, full_bytes))
        return books[-1]

    yield open_logbook
    for book in books:
        book.close()


def test_what_is_said_is_written_at_once(tmp_path: Path, logbook: Open) -> None:
    logbook(tmp_path / "logs").write(b"one\ntw")
    assert (tmp_path / "logs" / "kiosk.log").read_bytes() == b"one\ntw"


def test_the_files_never_take_more_than_they_may(tmp_path: Path, logbook: Open) -> None:
    book = logbook(tmp_path, full_bytes=1000)
    for number in range(1000):
        book.write(f"line {number:04}\n".encode())
    files = sorted(tmp_path.iterdir())
    assert len(files) == MOST_FILES
    assert all(path.stat().st_size <= 1000 for path in files)
    assert files[0].read_text().splitlines()[-1] == "line 0999"
    whole = "".join(path.read_text() for path in reversed(files)).splitlines()
    assert whole == [f"line {number:04}" for number in range(1000 - len(whole), 1000)]


def test_it_goes_on_in_the_file_that_is_there(tmp_path: Path, logbook: Open) -> None:
    for line in (b"one\n", b"two\n"):
        book = logbook(tmp_path)
        book.write(line)
        book.close()
    assert (tmp_path / "kiosk.log").read_bytes() == b"one\ntwo\n"


def test_more_than_a_file_at_once_is_cut(tmp_path: Path, logbook: Open) -> None:
    logbook(tmp_path, full_bytes=10).write(b"0123456789abcdef")
    assert (tmp_path / "kiosk.log").read_bytes() == b"6789abcdef"


def test_the_last_lines_are_known_even_where_the_disk_takes_nothing(
    tmp_path: Path, logbook: Open
) -> None:
    blocked = tmp_path / "logs"
    blocked.write_text("a file stands where the folder should be")
    book = logbook(blocked)
    for number in range(100):
        book.write(f"line {number}\nbe".encode())
        book.write(b"gun\n")
    book.write(b"not com")
    book.write(b"plete")
    assert len(book.last_lines) == MOST_LINES
    assert book.last_lines[-2:] == ("begun", "not complete")
    book.forget()
    assert book.last_lines == ()


@pytest.mark.parametrize("said", [b"\xff\xfe\n", b"x" * 100_000, b"\n" * 5000])
def test_nothing_that_is_said_is_too_much(tmp_path: Path, logbook: Open, said: bytes) -> None:
    book = logbook(tmp_path)
    book.write(said)
    assert sum(map(len, book.last_lines)) <= 2000
