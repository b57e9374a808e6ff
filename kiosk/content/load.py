"""Reads an exhibition: its folder becomes one value, or every problem that it has."""

from pathlib import Path

from kiosk.content.files import SceneFiles, file_mark
from kiosk.content.model import Exhibition, ExhibitionFile, Kinds, Person, Scene, Term
from kiosk.content.parse import read_tree
from kiosk.content.problem import Report
from kiosk.content.recordings import with_recordings
from kiosk.content.references import named_scenes
from kiosk.content.scene import SceneReader
from kiosk.content.tree import Leaf, Node
from kiosk.content.validate import validated

__all__ = ["Kinds", "load"]


def load(folder: Path, kinds: Kinds) -> Exhibition:
    """The exhibition that the files in `folder` describe.

    Args:
        folder: where `exhibition.yaml` is; problems name files by this path as it is given.
        kinds: the kinds of exhibits and cards that there are.

    Raises:
        ContentError: with every problem of every file that the exhibition is made of.
    """
    report = Report()

    def read(name: str) -> Node:
        return with_recordings(read_tree(folder, name, report), SceneFiles(folder), report)

    people_tree: Node = Leaf(file_mark(folder, "people.yaml"), None)
    with report.collecting():
        people_tree = read("people.yaml")
        people = validated(dict[str, Person], people_tree)
    with report.collecting():
        glossary = validated(dict[str, Term], read("glossary.yaml"))
    with report.collecting():
        tree = read("exhibition.yaml")
        scenes = _scenes(tree, SceneReader(folder, kinds, people_tree, report))
        file = validated(ExhibitionFile, tree)
    report.raise_problems()
    return Exhibition(
        title=file.title,
        subtitle=file.subtitle,
        question=file.question,
        languages=file.languages,
        defaults=file.defaults,
        scenes=tuple(scenes[name] for name in file.order),
        prologue=scenes[file.prologue] if file.prologue else None,
        people=people,
        glossary=glossary,
    )


def _scenes(exhibition: Node, reader: SceneReader) -> dict[str, Scene]:
    """The scenes that `exhibition.yaml` names, by name; those that have problems are left out."""
    folders = {path.parent.name for path in reader.folder.glob("*/scene.yaml")}
    scenes = {}
    for name in named_scenes(exhibition, folders, reader.report):
        with reader.report.collecting():
            scenes[name] = reader.scene(name)
    return scenes
