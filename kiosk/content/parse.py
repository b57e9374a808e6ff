"""YAML as the exhibition speaks it: texts in lists and under keys, each as its author wrote it.

The tree is built from PyYAML's events. PyYAML's own composer calls itself for every level of
nesting and takes an alias for free; here depth and size are counted as the events arrive, so that
a file made to do harm ends at the first value that is too many.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kiosk.content.files import file_mark, read_text
from kiosk.content.problem import ContentError, Mark, Report, quoted
from kiosk.content.syntax import syntax_error
from kiosk.content.tree import Leaf, ListNode, MapNode, Node, children

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it was built in, for its speed; both read a sound file alike."""

_DEEPEST = 20
_MOST_VALUES = 20_000
_EMPTY = ("", "~", "null")
# What an escape such as "\0" can bring into a text, and what no file holds as it is.
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def read_tree(folder: Path, name: str, report: Report) -> Node:
    """The tree of values in the YAML file `name` of `folder`.

    Raises:
        ContentError: if there is no such text, or it cannot be parsed.
    """
    return parse(read_text(folder, name), file_mark(folder, name).file, report)


def parse(text: str, file: str, report: Report, loader: Any = LOADER) -> Node:
    """The tree of values that `text` describes.

    Args:
        text: what the file says.
        file: its path, for the marks.
        report: takes the problems that do not keep the rest of the file from being read.
        loader: one of PyYAML's loader classes.

    Raises:
        ContentError: if the text is not YAML, not one document, too deep or too large.
    """
    before, tab, _ = text.partition("\t")
    if tab:  # of which PyYAML's two parsers take different ones
        raise ContentError.at(Mark(file).behind(before), "a tab: use spaces instead")
    try:
        return _Builder(yaml.parse(text, Loader=loader), file, report).document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise syntax_error(error, text, file) from None


class _Builder:
    """Turns the events of one file into a tree; what an event has, PyYAML's types do not tell."""

    def __init__(self, events: Iterator[Any], file: str, report: Report) -> None:
        self._events = events
        self._file = file
        self._report = report
        self._anchored: dict[str, Node] = {}
        self._value_count = 0

    def document(self) -> Node:
        next(self._events)  # the stream begins
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            raise ContentError.at(Mark(self._file), "the file is empty")
        node = self._node(next(self._events), depth=0)
        next(self._events)  # the document ends
        if not isinstance(event := next(self._events), yaml.StreamEndEvent):
            raise ContentError.at(self._mark(event), "a second document begins: leave '---' out")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        mark = self._mark(event)
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event, mark, depth)
        self._admit(mark, depth)
        if event.tag is not None:
            self._report.add(mark, "a text that begins with '!' needs quotes")
        match event:
            case yaml.ScalarEvent():
                node: Node = self._leaf(event, mark)
            case yaml.SequenceStartEvent():
                node = self._list(mark, depth)
            case _:
                node = self._map(mark, depth)
        if event.anchor:
            self._anchored[event.anchor] = node
        return node

    def _leaf(self, event: yaml.ScalarEvent, mark: Mark) -> Leaf:
        is_plain = event.implicit[0]
        if is_plain and event.value in _EMPTY:
            return Leaf(mark, None)
        if control := _CONTROL.search(event.value):
            sentence = f"an unprintable character (U+{ord(control.group()):04X}) in a text"
            self._report.add(mark, sentence)
        return Leaf(mark, _CONTROL.sub("", event.value).strip())

    def _list(self, mark: Mark, depth: int) -> ListNode:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return ListNode(mark, tuple(items))

    def _map(self, mark: Mark, depth: int) -> MapNode:
        values: dict[str, Node] = {}
        key_marks: dict[str, Mark] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key_mark = self._mark(event)
            self._node(event, depth + 1)  # a key counts, and may be an anchor, as any other value
            value = self._node(next(self._events), depth + 1)
            if objection := _objection_to_key(event, key_marks):
                self._report.add(key_mark, objection)
            else:
                key = event.value.strip()
                values[key], key_marks[key] = value, key_mark
        return MapNode(mark, values, key_marks)

    def _aliased(self, event: Any, mark: Mark, depth: int) -> Node:
        if event.anchor not in self._anchored:
            raise ContentError.at(
                mark, f"'*{event.anchor}' stands for nothing that comes before it"
            )
        node = self._anchored[event.anchor]
        self._admit_again(node, mark, depth)
        return node

    def _admit_again(self, node: Node, mark: Mark, depth: int) -> None:
        """Count an alias as all that it stands for: that is what a bomb is made of."""
        self._admit(mark, depth)
        for child in children(node):
            self._admit_again(child, mark, depth + 1)

    def _admit(self, mark: Mark, depth: int) -> None:
        self._value_count += 1
        if depth > _DEEPEST:
            raise ContentError.at(mark, f"nested more than {_DEEPEST} levels deep")
        if self._value_count > _MOST_VALUES:
            raise ContentError.at(mark, f"the file has more than {_MOST_VALUES:,} values")

    def _mark(self, event: Any) -> Mark:
        return Mark(self._file, event.start_mark.line + 1, event.start_mark.column + 1)


def _objection_to_key(event: Any, key_marks: dict[str, Mark]) -> str | None:
    if not isinstance(event, yaml.ScalarEvent):
        return "a key has to be a single word or number"
    if event.value == "<<" and event.implicit[0]:
        return "'<<' does not merge here: write the keys out"
    if first := key_marks.get(event.value.strip()):
        return f"the key {quoted(event.value)} stands already in line {first.line}"
    return None
