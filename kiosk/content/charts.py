"""Charts whose figures stand in a CSV file: what they ask for becomes what is written inline.

Each series is a column of its own:

    data: population.csv      # beside the scene
    category: country         # the column of the categories
    categories: [China, Peru] # these alone, in this order; may be left out
    moment: year              # the column of the moments; may be left out
    series:
      - {name: 人口, column: population}

Or all share one, and each is an entry of the column that says whose figure it is:

    data: life.csv
    category: year
    by: country
    value: life_expectancy
    series:
      - {name: 中國, column: China}

`moments` picks moments as `categories` does categories. A `band` names its `low_column` and its
`high_column` as a series does its `column`. What has no row has no figure.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kiosk.content.files import SceneFiles
from kiosk.content.grid import Axes, Grid, Wanted, placed
from kiosk.content.problem import ContentError, Report, did_you_mean, quoted
from kiosk.content.table import Table, read_table, written
from kiosk.content.tree import Leaf, ListNode, MapNode, Node, under

_PICKS = {"moments": "moment", "categories": "category"}
"""The keys that pick some entries of a column, and those that name the column."""

_BAND_KEYS = {"low_column": "low", "high_column": "high"}

_Take = Callable[[Node], Node]


def with_figures(chart: MapNode, files: SceneFiles) -> MapNode:
    """A chart with the figures of its CSV file written out, if its `data` names one.

    The cells keep their own marks, so that a wrong figure is reported where it stands.

    Args:
        chart: an exhibit of `scene.yaml`.
        files: the files that the scene may name.

    Raises:
        ContentError: if the file cannot be read, or lacks what is asked for.
    """
    if "data" not in chart.values:
        return chart
    file = chart.values["data"]
    report = Report()
    table = read_table(files.text(file), files.mark(file).file)
    sheet = _Sheet(chart, table, _columns(chart, table, report), report)
    wanted = Wanted(sheet.entries(), sheet.picked("moments"), sheet.picked("categories"))
    report.raise_problems()
    grid = placed(table, sheet.axes(), wanted, report)
    report.raise_problems()
    if not grid.rows:
        raise ContentError.at(file.mark, "no row of this file is about what the chart shows")
    chart = sheet.written_out(grid)
    report.raise_problems()
    return chart


@dataclass(frozen=True)
class _Sheet:
    """A table as a chart understands it.

    Args:
        columns: those that the chart names by `category`, `moment`, `by` and `value`.
        report: takes what is wrong with either of them.
    """

    chart: MapNode
    table: Table
    columns: dict[str, str]
    report: Report

    def axes(self) -> Axes:
        """The columns that say where a row belongs."""
        by, moment, category = (self.columns.get(key, "") for key in ("by", "moment", "category"))
        return Axes(by, moment, category)

    def entries(self) -> set[str] | None:
        """The entries of `by` that are asked for, or None where columns are."""
        names: set[str] = set()
        known = set(self.table.texts(self.axes().by))

        def check(name: Node) -> Node:
            if "by" in self.columns:
                names.add(_entry(name, self.columns["by"], known))
            elif "by" not in self.chart.values:
                self.table.column(name)
            return name

        _taken(self.chart, check, self.report)
        return names if "by" in self.columns else None

    def picked(self, key: str) -> list[str] | None:
        """The entries that are listed under `key`, or None where there is no such list."""
        column = self.columns.get(_PICKS[key])
        listed = under(self.chart, key)
        if column is None or not isinstance(listed, ListNode):
            return None
        picked = []
        known = set(self.table.texts(column))
        for name in listed.items:
            with self.report.collecting():
                picked.append(_entry(name, column, known))
        return picked

    def written_out(self, grid: Grid) -> MapNode:
        """The chart with its figures inline, and without what it says of the file."""
        chart = _taken(self.chart, lambda name: self._figures(name, grid), self.report)
        listed: dict[str, Node] = {}
        for (key, naming), names in zip(
            _PICKS.items(), (grid.moments, grid.categories), strict=True
        ):
            if naming in self.columns and key not in chart.values:
                mark = chart.values[naming].mark
                listed[key] = ListNode(mark, tuple(Leaf(mark, name) for name in names))
        return chart.without("data", *self.columns).having(listed)

    def _figures(self, name: Node, grid: Grid) -> ListNode:
        """The figures under a name: one for each category, or such a row for each moment."""
        rows = tuple(self._row(name, moment, grid) for moment in grid.moments)
        return ListNode(name.mark, rows) if "moment" in self.columns else rows[0]

    def _row(self, name: Node, moment: str, grid: Grid) -> ListNode:
        word = written(name)
        column, entry = (self.columns["value"], word) if "by" in self.columns else (word, "")
        rows = (grid.rows.get((entry, moment, category)) for category in grid.categories)
        absent = Leaf(name.mark, None)
        return ListNode(
            name.mark,
            tuple(
                absent if row is None else self.table.figure(column, row, self.report)
                for row in rows
            ),
        )


def _columns(chart: MapNode, table: Table, report: Report) -> dict[str, str]:
    keys = ["category", *(key for key in ("moment", "by") if key in chart.values)]
    if "by" in keys:
        keys.append("value")
    columns = {}
    for key in keys:
        with report.collecting():
            columns[key] = table.column(_required(chart, key))
    if "moment" in keys and "band" in chart.values:
        report.add(chart.values["band"].mark, "a band does not go with 'moment'")
    return columns


def _entry(name: Node, column: str, known: Collection[str]) -> str:
    """What a curator wrote, if it is one of those `known` in `column`."""
    entry = written(name)
    if entry not in known:
        suggestion = did_you_mean(entry, known)
        sentence = f"the column {quoted(column)} has no {quoted(entry)}{suggestion}"
        raise ContentError.at(name.mark, sentence)
    return entry


def _required(node: MapNode, key: str) -> Node:
    if key not in node.values:
        raise ContentError.at(node.mark, f"missing key {quoted(key)}")
    return node.values[key]


def _taken(chart: MapNode, take: _Take, report: Report) -> MapNode:
    """`chart` with what `take` makes of the names by which series and band ask for figures."""
    key = "history" if "moment" in chart.values else "values"
    taken: dict[str, Node] = {}
    series, band = under(chart, "series"), under(chart, "band")
    if isinstance(series, ListNode):
        items = (_with_taken(item, {"column": key}, take, report) for item in series.items)
        taken["series"] = ListNode(series.mark, tuple(items))
    if isinstance(band, MapNode):
        taken["band"] = _with_taken(band, _BAND_KEYS, take, report)
    return chart.having(taken)


def _with_taken(node: Node, keys: Mapping[str, str], take: _Take, report: Report) -> Node:
    """`node` with figures under the second of each two keys, unless they are there already."""
    for naming, key in keys.items():
        if isinstance(node, MapNode) and key not in node.values:
            with report.collecting():
                node = node.having({key: take(_required(node, naming))}).without(naming)
    return node
