"""What a file says, as a tree of values that know where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.content.problem import Mark


@dataclass(frozen=True)
class Leaf:
    """A single value: a text as its author wrote it, or None where nothing was written.

    A part of the tree that was turned into a model is a leaf that holds the model.
    """

    mark: Mark
    value: Any


@dataclass(frozen=True)
class ListNode:
    """Values one after the other."""

    mark: Mark
    items: tuple["Node", ...]


@dataclass(frozen=True)
class MapNode:
    """Values under keys. `key_marks` are those of the keys that stand in the file."""

    mark: Mark
    values: dict[str, "Node"]
    key_marks: dict[str, Mark]

    def having(self, values: dict[str, "Node"]) -> "MapNode":
        """This mapping with some values replaced or added."""
        return MapNode(self.mark, self.values | values, self.key_marks)

    def without(self, *keys: str) -> "MapNode":
        """This mapping with some keys left out."""
        kept = {key: value for key, value in self.values.items() if key not in keys}
        return MapNode(self.mark, kept, self.key_marks)


Node = Leaf | ListNode | MapNode


def data(node: Node) -> Any:
    """The values alone: dictionaries, lists and what the leaves hold."""
    match node:
        case MapNode():
            return {key: data(value) for key, value in node.values.items()}
        case ListNode():
            return [data(item) for item in node.items]
        case Leaf():
            return node.value


def under(node: Node, key: str) -> Node:
    """The value under `key`, or an empty leaf where there is none."""
    if isinstance(node, MapNode) and key in node.values:
        return node.values[key]
    return Leaf(node.mark, None)


def children(node: Node) -> Iterable[Node]:
    """What stands directly inside a node."""
    match node:
        case MapNode():
            return node.values.values()
        case ListNode():
            return node.items
        case Leaf():
            return ()


def leaves(node: Node) -> Iterator[Leaf]:
    """All single values of a tree, in the order of the file."""
    if isinstance(node, Leaf):
        yield node
    for child in children(node):
        yield from leaves(child)


def descend(node: Node, steps: Iterable[str | int]) -> Node:
    """The node that keys and indexes lead to, or the last one on the way where they lead further.

    A step that is neither a key nor an index here is passed over.
    """
    for step in steps:
        if isinstance(node, MapNode) and step in node.values:
            node = node.values[str(step)]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node
