"""Reads an exhibition: its folder becomes one value, or every problem that it has."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files import SceneFiles, file_mark
from kiosk.content.model import Exhibition, ExhibitionFile, Kinds, Person, Poll, Scene, Term
from kiosk.content.parse import read_tree
from kiosk.content.problem import Report
from kiosk.content.recordings import with_recordings
from kiosk.content.references import named_scenes
from kiosk.content.scene import SceneReader
from kiosk.content.simplified import with_simplified
from kiosk.content.tree import Leaf, ListNode, MapNode, Node
from kiosk.content.untranslated import warn_of_untranslated
from kiosk.content.validate import validated

__all__ = ["Kinds", "load"]


@dataclass(frozen=True)
class _Read:
    """A scene, and what its file says."""

    scene: Scene
    tree: Node


def load(folder: Path, kinds: Kinds, report: Report | None = None) -> Exhibition:
    """The exhibition that the files in `folder` describe.

    Args:
        folder: where `exhibition.yaml` is; problems name files by this path as it is given.
        kinds: the kinds of exhibits and cards that there are.
        report: takes the warnings, for whoever wants them.

    Raises:
        ContentError: with every problem of every file that the exhibition is made of.
    """
    report = report or Report()

    def read(name: str) -> Node:
        return with_recordings(read_tree(folder, name, report), SceneFiles(folder), report)

    people_tree: Node = Leaf(file_mark(folder, "people.yaml"), None)
    with report.collecting():
        people_tree = read("people.yaml")
        people = validated(dict[str, Person], people_tree)
    with report.collecting():
        glossary_tree = read("glossary.yaml")
        glossary = validated(dict[str, Term], glossary_tree)
    with report.collecting():
        tree = read("exhibition.yaml")
        scenes = _scenes(tree, SceneReader(folder, kinds, people_tree, report))
        file = validated(ExhibitionFile, tree)
    report.raise_problems()
    exhibition = Exhibition(
        title=file.title,
        subtitle=file.subtitle,
        question=file.question,
        languages=file.languages,
        defaults=file.defaults,
        scenes=tuple(scenes[name].scene for name in file.order),
        prologue=scenes[file.prologue].scene if file.prologue else None,
        people=people,
        glossary=glossary,
        poll=_poll(file, scenes),
    )
    whole = _whole(tree, people_tree, glossary_tree, scenes, file)
    warn_of_untranslated(exhibition, whole, report)
    return with_simplified(exhibition)


def _scenes(exhibition: Node, reader: SceneReader) -> dict[str, _Read]:
    """The scenes that `exhibition.yaml` names, by name; those that have problems are left out."""
    folders = {path.parent.name for path in reader.folder.glob("*/scene.yaml")}
    read = {}
    for name in named_scenes(exhibition, folders, reader.report):
        with reader.report.collecting():
            tree = reader.tree(name)
            read[name] = _Read(reader.scene(name, tree), tree)
    return read


def _poll(file: ExhibitionFile, read: dict[str, _Read]) -> Poll | None:
    """What visitors are asked; an answer that is a scene has its accent."""
    if file.poll is None:
        return None
    accents = {name: read[name].scene.accent for name in file.poll.answers if name in read}
    return Poll(**dict(file.poll), accents=accents)


def _whole(
    tree: Node, people: Node, glossary: Node, read: dict[str, _Read], file: ExhibitionFile
) -> Node:
    """What all files say in one tree, where the steps lead that lead through an `Exhibition`."""
    scenes = ListNode(tree.mark, tuple(read[name].tree for name in file.order))
    parts: dict[str, Node] = {"people": people, "glossary": glossary, "scenes": scenes}
    if file.prologue:
        parts["prologue"] = read[file.prologue].tree
    return tree.having(parts) if isinstance(tree, MapNode) else tree
