"""The venue's file: one readable text that staff, an editor and the kiosk may all write."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files import file_mark, read_text
from kiosk.content.parse import parse
from kiosk.content.problem import ContentError, Mark, Report
from kiosk.content.tree import MapNode, Node, data, descend
from kiosk.content.validate import validated
from kiosk.durable import backup, write_text
from kiosk.settings.layers import Choices
from kiosk.settings.model import Settings, keys, value
from kiosk.settings.wording import wording

NAME = "venue.yaml"
BACKUPS = 10

HEAD = """\
# What this venue has chosen for its kiosk. What is not here is as the exhibition has it.
#
# The staff panel writes this file, and so does `python main.py settings`. You may change it by
# hand as well: a running kiosk picks it up within seconds, and says so where it cannot read it.
# Remarks other than these are lost when the kiosk writes it the next time. The states before are
# beside it, in venue.yaml.1 (the newest) to venue.yaml.10.

"""

Signature = tuple[int, int, int]
"""When a file was changed, its size, and which file it is; not all stay when it is written."""


class NotSavedError(Exception):
    """The choices could not be written; the text says why, and the file is as it was."""


@dataclass(frozen=True)
class Read:
    """What a file says.

    Attributes:
        choices: what is chosen there, and no more.
        tree: the same as it stands in the file.
    """

    choices: Choices
    tree: Node

    def mark(self, key: str, *within: str | int) -> Mark:
        """Where in the file the value of a key stands, or a part of it."""
        return descend(self.tree, (*key.split("."), *within)).mark


def signature(folder: Path) -> Signature | None:
    """By what a change of the venue's file is noticed; None where there is no file."""
    try:
        return _signature((folder / NAME).stat())
    except OSError:
        return None


def _signature(status: os.stat_result) -> Signature:
    return status.st_mtime_ns, status.st_size, status.st_ino


def read(folder: Path, name: str = NAME) -> Read:
    """What the venue's file says, or another of that kind.

    Raises:
        ContentError: with everything that is wrong with it, or if there is none.
    """
    text, mark = read_text(folder, name), file_mark(folder, name)
    if _is_all_remarks(text):
        return Read({}, MapNode(mark, {}, {}))
    report = Report()
    with report.collecting():
        tree = _without_empty_groups(parse(text, mark.file, report))
        settings = validated(Settings, tree)
    report.raise_problems()
    return Read({key: value(settings, key) for key in _named(tree)}, tree)


def newest_good_backup(folder: Path) -> Read | None:
    """What the newest of the earlier states says that can be read."""
    for number in range(1, BACKUPS + 1):
        name = backup(Path(NAME), number).name
        if (folder / name).exists():
            try:
                return read(folder, name)
            except ContentError:
                continue
    return None


def write(folder: Path, choices: Choices) -> Signature:
    """Lets the venue's file say `choices`, and keeps its last states beside it.

    Returns:
        The signature of the new file.

    Raises:
        NotSavedError: it could not be written, and is as it was.
    """
    text = HEAD + (wording(choices) if choices else "")
    try:
        return _signature(write_text(folder / NAME, text, backups=BACKUPS))
    except BlockingIOError:
        raise NotSavedError(f"{folder / NAME}: another program is just writing it") from None
    except OSError as error:
        raise NotSavedError(f"{folder / NAME}: {error.strerror}") from None


def _is_all_remarks(text: str) -> bool:
    """Whether it says nothing, on purpose: a file that is quite empty was rather lost."""
    lines = text.split("\n")
    return bool(text.strip()) and all(line.strip()[:1] in ("", "#") for line in lines)


def _without_empty_groups(tree: Node) -> Node:
    """Without the groups below which everything was taken out or made a remark."""
    groups = {key.partition(".")[0] for key in keys() if "." in key}
    if not isinstance(tree, MapNode):
        return tree
    empty = [name for name in groups & tree.values.keys() if _is_nothing(tree.values[name])]
    return tree.without(*empty)


def _is_nothing(node: Node) -> bool:
    return not isinstance(node, MapNode) and data(node) is None


def _named(tree: Node) -> Iterator[str]:
    """The keys that stand in a tree which was validated."""
    for key in keys():
        node: Node | None = tree
        for part in key.split("."):
            node = node.values.get(part) if isinstance(node, MapNode) else None
        if node is not None:
            yield key
