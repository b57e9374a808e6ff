"""One scene: its folder's `scene.yaml`, in which every exhibit and card is of some kind.

What a kind adds to the common fields is its own affair: the class that stands for it says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.content.files import SceneFiles
from kiosk.content.model import CardSpec, ExhibitSpec, Kinds, Scene, SceneFile
from kiosk.content.parse import read_tree
from kiosk.content.problem import ContentError, Report, did_you_mean, quoted
from kiosk.content.recordings import with_recordings
from kiosk.content.references import check_people, check_sources
from kiosk.content.tree import Leaf, ListNode, MapNode, Node, data, under
from kiosk.content.validate import validated

T = TypeVar("T")

# They stand in for what has problems of its own, so that the rest of a scene is validated too.
_UNSOUND_EXHIBIT = ExhibitSpec.model_validate({"kind": "unsound", "title": "unsound"})
_UNSOUND_CARD = CardSpec(kind="unsound")


@dataclass(frozen=True)
class SceneReader:
    """Reads the scenes of one exhibition.

    Args:
        folder: the exhibition's folder.
        kinds: the kinds of exhibits and cards that there are.
        people: what `people.yaml` says, by id.
        report: takes the problems that do not keep the rest of a scene from being read.
    """

    folder: Path
    kinds: Kinds
    people: Node
    report: Report

    def tree(self, name: str) -> Node:
        """What the file of the scene in the folder `name` says.

        Raises:
            ContentError: if it cannot be parsed.
        """
        return read_tree(self.folder, f"{name}/scene.yaml", self.report)

    def scene(self, name: str, tree: Node) -> Scene:
        """The scene in the folder `name`, whose file says `tree`.

        Raises:
            ContentError: if there is no telling what else is wrong with it.
        """
        check_sources(tree, self.report)
        files = SceneFiles(self.folder, name)
        tree = with_recordings(tree, files, self.report)

        def exhibit(node: MapNode) -> ExhibitSpec:
            kind = _kind(node, self.kinds.exhibits)
            return validated(kind, kind.prepare(node, files))

        tree = self._with_specs(tree, "exhibits", exhibit, _UNSOUND_EXHIBIT)
        tree = self._with_specs(tree, "cards", self._card, _UNSOUND_CARD)
        return Scene(id=name, **dict(validated(SceneFile, tree)))

    def _card(self, node: MapNode) -> CardSpec:
        spec = validated(_kind(node, self.kinds.cards), node)
        check_people(node, spec, self.people, self.report)
        return spec

    def _with_specs(self, scene: Node, key: str, read: Callable[[MapNode], T], stand_in: T) -> Node:
        """`scene` with what `read` makes of the entries under `key`."""
        entries = under(scene, key)
        if not isinstance(scene, MapNode) or not isinstance(entries, ListNode):
            return scene
        specs: list[Node] = []
        for entry in entries.items:
            spec: object = stand_in
            with self.report.collecting():
                spec = read(entry) if isinstance(entry, MapNode) else data(entry)
            specs.append(Leaf(entry.mark, spec))
        return scene.having({key: ListNode(entries.mark, tuple(specs))})


def _kind(node: MapNode, kinds: Mapping[str, type[T]]) -> type[T]:
    known = ", ".join(sorted(kinds))
    kind = under(node, "kind")
    if not isinstance(kind, Leaf) or kind.value is None:
        raise ContentError.at(kind.mark, f"missing key 'kind': one of {known}")
    if kind.value not in kinds:
        suggestion = did_you_mean(kind.value, kinds)
        sentence = f"unknown kind {quoted(kind.value)}{suggestion}: there are {known}"
        raise ContentError.at(kind.mark, sentence)
    return kinds[kind.value]
