import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.language import Language
from kiosk.content.visits import VisitEntry
from kiosk.venue.journal import Journal
from kiosk.venue.visitors import Receipt, VisitorFigures

TODAY = date(2026, 11, 25)
PATIENCE_S = 20.0
SMALL_DISK = 'mount -t tmpfs -o size=512k small "$0" && exec "$@"'

JournalFactory = Callable[[], Journal]


def visit(
    days_ago: int = 0,
    hour: int = 14,
    length_s: int = 60,
    language: Language = "zh-Hant",
    scenes: tuple[str, ...] = ("new-energy",),
    **touches: int,
) -> VisitEntry:
    """A visit so many days before `TODAY`."""
    began = datetime(TODAY.year, TODAY.month, TODAY.day, hour) - timedelta(days=days_ago)
    return VisitEntry(began, length_s, language, scenes, touches)


def figures(journal: Journal, days: int = 7, today: date = TODAY) -> VisitorFigures:
    """What the journal has counted, once it has."""
    journal.count(days, today)
    journal.flush(PATIENCE_S)
    found = journal.take_figures()
    assert found is not None
    return found


def receipt(journal: Journal) -> Receipt:
    """What became of an export, once it is over."""
    journal.export(TODAY)
    journal.flush(PATIENCE_S)
    found = journal.take_receipt()
    assert found is not None
    return found


@pytest.fixture
def sticks() -> list[Path]:
    """The sticks in the machine: none until a test puts one in."""
    return []


@pytest.fixture
def journal(tmp_path: Path, sticks: list[Path]) -> Iterator[JournalFactory]:
    """Opens the journal in `tmp_path`; it is closed again after the test, or by it."""
    opened: list[Journal] = []

    def open_journal() -> Journal:
        opened.append(Journal(tmp_path, lambda: TODAY, lambda: sticks))
        return opened[-1]

    yield open_journal
    for one in opened:
        one.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> tuple[str | Path, ...]:
    """What is put before a command to let it have a disk of 512 kB at `tmp_path`."""
    within = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, tmp_path)
    if not shutil.which("unshare") or subprocess.run([*within, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    return within
