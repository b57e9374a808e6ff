"""Charts whose figures stand in a CSV file: the columns they name become what is written inline."""

import re
from pathlib import Path

from kiosk.content.files import file_mark, read_text
from kiosk.content.problem import ContentError, Report, did_you_mean, quoted
from kiosk.content.table import Table, read_table
from kiosk.content.tree import Leaf, ListNode, MapNode, Node, data

_MISSING = ("-", "–", "—", "N/A")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")


def with_figures(chart: MapNode, folder: Path, scene: str) -> MapNode:
    """A chart with the figures of its CSV file written out, if its `data` names one.

    The cells keep their own marks, so that a wrong figure is reported where it stands.

    Args:
        chart: an exhibit of `scene.yaml`.
        folder: the exhibition's folder, which the file has to be in.
        scene: the folder in it from which `data` leads to the file.

    Raises:
        ContentError: if the file cannot be read, or lacks a column.
    """
    if "data" not in chart.values:
        return chart
    table = _table(chart.values["data"], folder, scene)
    figures = {name: tuple(map(_figure, cells)) for name, cells in table.items()}
    report = Report()
    with report.collecting():
        chart = _filled(chart, "categories", "category", table)
    series = chart.values.get("series")
    if isinstance(series, ListNode):
        chart = chart.having({"series": _each_filled(series, figures, report)})
    report.raise_problems()
    return chart.without("data")


def _table(name: Node, folder: Path, scene: str) -> Table:
    if not isinstance(name, Leaf) or name.value is None:
        raise ContentError.at(name.mark, "the name of a CSV file belongs here")
    path = (Path(scene) / name.value).as_posix()
    return read_table(read_text(folder, path, name.mark), file_mark(folder, path).file)


def _each_filled(series: ListNode, figures: Table, report: Report) -> ListNode:
    filled: list[Node] = []
    for item in series.items:
        with report.collecting():
            if isinstance(item, MapNode):
                item = _filled(item, "values", "column", figures)
            filled.append(item)
    return ListNode(series.mark, tuple(filled))


def _filled(node: MapNode, key: str, naming: str, table: Table) -> MapNode:
    """`node` with, under `key`, the column that it names under `naming`, unless it has `key`."""
    if key in node.values:
        return node
    if naming not in node.values:
        raise ContentError.at(node.mark, f"missing key {quoted(naming)}")
    name = node.values[naming]
    column = str(data(name))
    if column not in table:
        suggestion = did_you_mean(column, table)
        sentence = f"unknown column {quoted(column)}{suggestion}: there are {', '.join(table)}"
        raise ContentError.at(name.mark, sentence)
    return node.without(naming).having({key: ListNode(name.mark, table[column])})


def _figure(cell: Leaf) -> Leaf:
    if cell.value in _MISSING:
        return Leaf(cell.mark, None)
    if cell.value is not None and _GROUPED.fullmatch(cell.value):
        return Leaf(cell.mark, cell.value.replace(",", ""))
    return cell
