"""Figures from a CSV file, as a spreadsheet exports it, each cell knowing where it stands."""

import csv
from collections.abc import Iterator
from io import StringIO

from kiosk.content.problem import ContentError, Mark, Report, quoted
from kiosk.content.tree import Leaf

Table = dict[str, tuple[Leaf, ...]]
"""The cells under each name of the header; a blank cell is a leaf of None."""

_DELIMITERS = ",;\t"
_MOST_ROWS = 2_000
_MOST_COLUMNS = 100
_Row = tuple[Leaf, ...]


def read_table(text: str, file: str) -> Table:
    """The columns of a CSV file with commas, semicolons or tabs, whose first row names them.

    Raises:
        ContentError: if a row does not go with the header, or the file is no CSV at all.
    """
    rows = list(_rows(text, file))
    if len(rows) < 2:
        raise ContentError.at(Mark(file), "a header and at least one row belong here")
    header, *body = rows
    _check(header, body)
    return {
        name.value: tuple(row[index] for row in body)
        for index, name in enumerate(header)
        if name.value is not None
    }


def _rows(text: str, file: str) -> Iterator[_Row]:
    """The rows that are not blank; their marks count the blank ones too."""
    number = 0
    try:
        for number, cells in enumerate(_reader(text), start=1):
            if number > _MOST_ROWS or len(cells) > _MOST_COLUMNS:
                sentence = f"more than {_MOST_ROWS:,} rows or {_MOST_COLUMNS} columns"
                raise ContentError.at(Mark(file, number), sentence)
            if any(cell.strip() for cell in cells):
                yield tuple(
                    Leaf(Mark(file, number, column), cell.strip() or None)
                    for column, cell in enumerate(cells, start=1)
                )
    except csv.Error:
        raise ContentError.at(Mark(file, number + 1), "a '\"' in this row has no partner") from None


def _reader(text: str) -> Iterator[list[str]]:
    header = next((line for line in text.splitlines() if line.strip()), "")
    return csv.reader(StringIO(text), delimiter=max(_DELIMITERS, key=header.count), strict=True)


def _check(header: _Row, body: list[_Row]) -> None:
    report = Report()
    names: set[str] = set()
    for name in header:
        if name.value is None:
            continue  # a column without a name cannot be asked for
        if name.value in names:
            report.add(name.mark, f"the column {quoted(name.value)} is there already")
        names.add(name.value)
    for row in body:
        if len(row) != len(header):
            report.add(
                row[0].mark,
                f"this row has {len(row)} cells and the header {len(header)}: "
                "a number with a comma in it needs quotes",
            )
    report.raise_problems()
