"""Where the rows of a table belong: to which series, which moment and which category."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.content.problem import Report, quoted
from kiosk.content.sentences import NOTHING_WRITTEN
from kiosk.content.table import Table

Place = tuple[str, str, str]
"""An entry of the `by` column, a moment and a category; '' where there is no such column."""


class Axes(NamedTuple):
    """The columns that say where a row belongs; '' where there is none."""

    by: str
    moment: str
    category: str


class Wanted(NamedTuple):
    """What is asked for on each axis; None for all that there is."""

    entries: Collection[str] | None
    moments: Collection[str] | None
    categories: Collection[str] | None


@dataclass(frozen=True)
class Grid:
    """What is shown, and the row that each place has, if it has one.

    Moments and categories come in the order in which they were asked for, or in the file's.
    """

    moments: tuple[str, ...]
    categories: tuple[str, ...]
    rows: dict[Place, int]


def placed(table: Table, axes: Axes, wanted: Wanted, report: Report) -> Grid:
    """The rows of `table` in their places; those that nobody asks for are passed over.

    Args:
        table: the rows.
        axes: which of its columns say where they belong.
        wanted: what is shown.
        report: takes the rows that belong nowhere, and those whose place is taken.
    """
    rows: dict[Place, int] = {}
    for row, place in _wanted_rows(table, axes, wanted):
        blank = [column for column, name in zip(axes, place, strict=True) if column and not name]
        for column in blank:
            report.add(table.cell(column, row).mark, NOTHING_WRITTEN)
        if place in rows:
            named = ", ".join(quoted(name) for name in place if name)
            sentence = f"{named} stands already in row {table.number(rows[place])}"
            report.add(table.cell(axes.category, row).mark, sentence)
        elif not blank:
            rows[place] = row
    return Grid(
        _in_order(wanted.moments, (moment for _, moment, _ in rows)),
        _in_order(wanted.categories, (category for _, _, category in rows)),
        rows,
    )


def _wanted_rows(table: Table, axes: Axes, wanted: Wanted) -> Iterator[tuple[int, Place]]:
    asked = [(axis, set(names)) for axis, names in enumerate(wanted) if names is not None]
    places = zip(*map(table.texts, axes), strict=True)
    for row, place in enumerate(places):
        if all(place[axis] in names for axis, names in asked):
            yield row, place


def _in_order(wanted: Collection[str] | None, found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found) if wanted is None else wanted)
