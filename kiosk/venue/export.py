"""The visits' counts as CSV files on a stick, for any spreadsheet.

They begin with a byte order mark, without which Excel takes them for another encoding.
"""

import csv
import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.venue.counts import KINDS, Count, Kind
from kiosk.venue.visitors import Receipt

COLUMNS: dict[Kind, tuple[str, str, str]] = {
    "hour": ("day", "hour", "visits"),
    "length_s": ("day", "length_s", "visits"),
    "language": ("day", "language", "visits"),
    "scene": ("day", "scene", "visits"),
    "exhibit": ("day", "exhibit", "touches"),
    "vote": ("day", "answer", "votes"),
}
"""What the columns of each file are called: of the day, of what is counted, and of the number."""

FILES: dict[Kind, str] = {
    "hour": "visits.csv",
    "length_s": "lengths.csv",
    "language": "languages.csv",
    "scene": "scenes.csv",
    "exhibit": "exhibits.csv",
    "vote": "poll.csv",
}
_FULL = (errno.ENOSPC, errno.EDQUOT)


def export(counts: Sequence[tuple[Count, int]], sticks: Iterable[Path], today: date) -> Receipt:
    """Writes all counts to the first stick that takes them.

    Args:
        counts: what there is.
        sticks: the folders under which sticks are found.
        today: by the venue's clock; the folder on the stick is named after it.
    """
    receipt = Receipt(reason="no-stick")
    for stick in sticks:
        try:
            return Receipt(place=str(_write(counts, stick, today)))
        except OSError as error:
            receipt = Receipt(reason="full" if error.errno in _FULL else "not-written")
    return receipt


def _write(counts: Sequence[tuple[Count, int]], stick: Path, today: date) -> Path:
    """A folder that is complete as soon as it has its name."""
    folder = _free_folder(stick, f"kiosk-visits-{today.isoformat()}")
    partial = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)  # of a stick that was pulled out too early
        partial.mkdir()
        for kind in KINDS:
            rows = [(*count, number) for count, number in counts if count.kind == kind]
            _write_file(partial / FILES[kind], kind, rows)
        _sync_folder(partial)
        partial.rename(folder)
        _sync_folder(stick)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return folder


def _write_file(path: Path, kind: Kind, rows: Iterable[tuple[str, str, str, int]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS[kind])
        writer.writerows((day, key, number) for day, _, key, number in rows)
        file.flush()
        os.fsync(file.fileno())


def _free_folder(stick: Path, name: str) -> Path:
    folder, number = stick / name, 1
    while folder.exists():
        number += 1
        folder = stick / f"{name}-{number}"
    return folder


def _sync_folder(folder: Path) -> None:
    """Has the disk note which files there are, where the system can be asked for that."""
    with suppress(PermissionError, IsADirectoryError):  # Windows opens no folders
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
