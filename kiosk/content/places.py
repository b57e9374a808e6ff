"""Where words stand in the files: for whoever has to mend a text that was seen on the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files import file_mark
from kiosk.content.parse import read_tree
from kiosk.content.problem import Mark, Report
from kiosk.content.tree import leaves

ALL_SCENES = ("people.yaml", "glossary.yaml", "exhibition.yaml")


@dataclass(frozen=True)
class _Place:
    """One text of a file, without its spaces, which the screen sets by its own rules."""

    text: str
    mark: Mark


class Places:
    """Every text of an exhibition, and of the interface, with its line.

    Args:
        folder: the exhibition's; it has been read without a problem.
        scenes: the names of its scenes.
        strings: the file with the words of the interface.

    Raises:
        ContentError: a file cannot be read any more.
    """

    def __init__(self, folder: Path, scenes: Iterable[str], strings: Path) -> None:
        self._folder = folder
        self._scenes = {name: _places(folder, f"{name}/scene.yaml") for name in scenes}
        self._common = [place for name in ALL_SCENES for place in _places(folder, name)]
        self._common += _places(strings.parent, strings.name)

    def find(self, words: str, scene: str = "") -> Mark:
        """Where `words` stand: in the scene that they were seen in rather than elsewhere.

        What is put together from several texts is found by the longest of them, and what is in no
        file, by the scene's own.
        """
        others = [place for name in self._scenes if name != scene for place in self._scenes[name]]
        trees = [self._scenes.get(scene, []), self._common, others]
        sought = _bare(words)
        for known in (_equal, _part):
            for tree in trees:
                if place := known(sought, tree):
                    return place.mark
        return file_mark(self._folder, f"{scene}/scene.yaml" if scene else "exhibition.yaml")


def _places(folder: Path, name: str) -> list[_Place]:
    tree = read_tree(folder, name, Report())
    texts = [leaf for leaf in leaves(tree) if isinstance(leaf.value, str)]
    return [_Place(_bare(leaf.value), leaf.mark) for leaf in texts]


def _bare(text: str) -> str:
    return "".join(text.split())


def _equal(sought: str, tree: Sequence[_Place]) -> _Place | None:
    return next((place for place in tree if place.text == sought), None)


def _part(sought: str, tree: Sequence[_Place]) -> _Place | None:
    """A text that `sought` is a part of, or else the longest one that is a part of it."""
    whole = next((place for place in tree if sought in place.text and len(sought) > 3), None)
    parts = [place for place in tree if place.text in sought and 2 * len(place.text) > len(sought)]
    return whole or max(parts, key=lambda place: len(place.text), default=None)
