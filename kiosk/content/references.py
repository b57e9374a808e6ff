"""Names of other things, such as scenes, sources and people, have to be names that are there."""

from collections.abc import Collection

from kiosk.content.model import CardSpec
from kiosk.content.problem import Mark, Report, did_you_mean, quoted
from kiosk.content.tree import Leaf, MapNode, Node, children, leaves, under


def named_scenes(exhibition: Node, scenes: Collection[str], report: Report) -> set[str]:
    """Those of `scenes` that `exhibition.yaml` shows in its order or as its prologue.

    Args:
        exhibition: what that file says.
        scenes: the folders that have a `scene.yaml`.
        report: takes the names that are no scene, or that come twice in the order.
    """
    order = _texts(under(exhibition, "order"))
    for index, (name, mark) in enumerate(order):
        if name in [earlier for earlier, _ in order[:index]]:
            report.add(mark, f"{quoted(name)} comes twice in the order")
    named = order + _texts(under(exhibition, "prologue"))
    for name, mark in named:
        _check("scene", name, mark, scenes, report)
    return {name for name, _ in named if name in scenes}


def check_sources(scene: Node, report: Report) -> None:
    """The hero, the exhibits and the cards name sources that the scene has."""
    known = under(scene, "sources")
    if not isinstance(known, MapNode):
        return  # which is reported as such
    exhibits, cards = under(scene, "exhibits"), under(scene, "cards")
    for user in (under(scene, "hero"), *children(exhibits), *children(cards)):
        for name, mark in _texts(under(user, "sources")):
            _check("source", name, mark, known.values, report)


def check_people(card: Node, spec: CardSpec, people: Node, report: Report) -> None:
    """The people whom a card names are in `people.yaml`."""
    if not isinstance(people, MapNode):
        return  # which is reported as such
    for person in spec.people():
        marks = (leaf.mark for leaf in leaves(card) if leaf.value == person)
        _check("person", person, next(marks, card.mark), people.values, report)


def _texts(node: Node) -> list[tuple[str, Mark]]:
    """The texts of a list, or a text by itself."""
    candidates = (node,) if isinstance(node, Leaf) else children(node)
    return [
        (leaf.value, leaf.mark)
        for leaf in candidates
        if isinstance(leaf, Leaf) and leaf.value is not None
    ]


def _check(what: str, name: str, mark: Mark, known: Collection[str], report: Report) -> None:
    if name not in known:
        report.add(mark, f"unknown {what} {quoted(name)}{did_you_mean(name, known)}")
