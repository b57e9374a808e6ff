"""Figures from a CSV file, as a spreadsheet exports it, each cell knowing where it stands."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from kiosk.content.problem import ContentError, Mark, Report, did_you_mean, quoted
from kiosk.content.sentences import NOTHING_WRITTEN
from kiosk.content.tree import Leaf, Node, data

_DELIMITERS = ",;\t"
_MOST_ROWS = 50_000
_MOST_COLUMNS = 100
_MISSING = ("-", "–", "—", "N/A", "n/a", "NA")
# By a comma, a no-break space, a thin one or a narrow one. Never behind a zero: 0,125 is an eighth.
_GROUPED = re.compile(
    "[+-]?[1-9][0-9]{0,2}([,\u00a0\u2009\u202f])[0-9]{3}(\\1[0-9]{3})*(\\.[0-9]+)?"
)
_AMBIGUOUS = re.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_Row = tuple[int, list[str]]
"""A row as it is counted in the file, and its cells."""


class Table(Mapping[str, tuple[Leaf, ...]]):
    """The cells under each name of the header; a blank cell is a leaf of None.

    Leaves are made for the cells that are asked for, and the others are only text.

    Args:
        file: its path, for the marks.
        delimiter: what stands between its cells.
        header: the names of the columns; one that is '' cannot be asked for.
        rows: those below the header, each as long as it.
    """

    def __init__(self, file: str, delimiter: str, header: list[str], rows: list[_Row]) -> None:
        self._file = file
        self._delimiter = delimiter
        self._columns = {name: index for index, name in enumerate(header) if name}
        self._rows = rows

    def __getitem__(self, name: str) -> tuple[Leaf, ...]:
        return tuple(self.cell(name, index) for index in range(len(self._rows)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def column(self, name: Node) -> str:
        """The name of a column, as a curator wrote it.

        Raises:
            ContentError: if there is no such column.
        """
        column = written(name)
        if column not in self._columns:
            suggestion = did_you_mean(column, self._columns)
            known = ", ".join(self._columns)
            sentence = f"unknown column {quoted(column)}{suggestion}: there are {known}"
            raise ContentError.at(name.mark, sentence)
        return column

    def texts(self, column: str) -> list[str]:
        """What each row says in a column, '' where nothing is written or no column is named."""
        if not column:
            return [""] * len(self._rows)
        place = self._columns[column]
        return [cells[place].strip() for _, cells in self._rows]

    def number(self, row: int) -> int:
        """The number that the file gives to the `row`th below the header, counted from 0."""
        return self._rows[row][0]

    def cell(self, column: str, row: int) -> Leaf:
        """The cell of the `row`th below the header, counted from 0."""
        place = self._columns[column]
        number, cells = self._rows[row]
        return Leaf(Mark(self._file, number, place + 1), cells[place].strip() or None)

    def figure(self, column: str, row: int, report: Report) -> Leaf:
        """That cell as a figure: None where it says so, and without what groups its thousands.

        A comma that may group thousands or be a decimal one goes to `report`.
        """
        cell = self.cell(column, row)
        text = cell.value
        if text is None or text in _MISSING:
            return Leaf(cell.mark, None)
        if self._delimiter != "," and _AMBIGUOUS.fullmatch(text):
            whole, part = text.split(",")
            sentence = f"{quoted(text)} may mean {whole}{part} or {whole}.{part}: write one of them"
            report.add(cell.mark, sentence)
        if grouped := _GROUPED.fullmatch(text):
            return Leaf(cell.mark, text.replace(grouped[1], ""))
        return cell


def written(name: Node) -> str:
    """What stands in a scene as the name of something in a table.

    Raises:
        ContentError: if nothing does.
    """
    word = data(name)
    if word is None:
        raise ContentError.at(name.mark, NOTHING_WRITTEN)
    return str(word)


def read_table(text: str, file: str) -> Table:
    """The columns of a CSV file with commas, semicolons or tabs, whose first row names them.

    Raises:
        ContentError: if a row does not go with the header, or the file is no CSV at all.
    """
    delimiter = _delimiter(text)
    rows = list(_rows(text, file, delimiter))
    if len(rows) < 2:
        raise ContentError.at(Mark(file), "a header and at least one row belong here")
    (number, names), *body = rows
    header = [name.strip() for name in names]
    _check(file, number, header, body)
    return Table(file, delimiter, header, body)


def _delimiter(text: str) -> str:
    header = next((line for line in StringIO(text) if line.strip()), "")
    unquoted = re.sub('"[^"]*"', "", header)
    return max(_DELIMITERS, key=unquoted.count)


def _rows(text: str, file: str, delimiter: str) -> Iterator[_Row]:
    """The rows that are not blank; their numbers count the blank ones too."""
    number = 0
    try:
        reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
        for number, cells in enumerate(reader, start=1):
            if number > _MOST_ROWS + 1 or len(cells) > _MOST_COLUMNS:
                sentence = f"more than {_MOST_ROWS:,} rows or {_MOST_COLUMNS} columns"
                raise ContentError.at(Mark(file, number), sentence)
            if any(map(str.strip, cells)):
                yield number, cells
    except csv.Error:
        raise ContentError.at(Mark(file, number + 1), "a '\"' in this row has no partner") from None


def _check(file: str, number: int, header: list[str], body: list[_Row]) -> None:
    report = Report()
    for column, name in enumerate(header, start=1):
        if name and name in header[: column - 1]:
            report.add(Mark(file, number, column), f"the column {quoted(name)} is there already")
    for number, cells in body:
        if len(cells) != len(header):
            report.add(
                Mark(file, number),
                f"this row has {len(cells)} cells and the header {len(header)}: "
                "a number with a comma in it needs quotes",
            )
    report.raise_problems()
