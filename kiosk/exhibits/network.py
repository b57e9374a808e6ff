"""Nodes and the links between them, gently alive; a node that is touched says what flows there."""

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.problem import did_you_mean, quoted
from kiosk.exhibits.entrance import SETTLED
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.exhibits.network_layout import bent, crossed, laid_out
from kiosk.exhibits.network_motion import Motion
from kiosk.exhibits.network_picture import Picture
from kiosk.exhibits.network_shapes import Box, Round
from kiosk.exhibits.network_words import Flows, Names, hint
from kiosk.show.glide import Glide

IconName = Literal[
    "antenna",
    "battery",
    "building",
    "camera",
    "car",
    "chip",
    "cloud",
    "factory",
    "grid",
    "hospital",
    "house",
    "light",
    "person",
    "phone",
    "robot",
    "sensor",
    "server",
    "solar",
    "wind",
]
"""Each is the file `node-NAME.svg` in `resources/icons`."""

GLIDE_MS, LONGEST_FRAME_MS = 260.0, 100.0
HINT_PX, EDGE_PX = 40.0, 6.0
ROOM_PX = 14.0
"""How much more room a chosen node takes up, with its ring."""


class Node(Frozen):
    """One thing that is linked."""

    id: str = Field(min_length=1)
    label: Localised
    icon: IconName | None = None


class Link(Frozen):
    """Between two nodes, by their ids: `flow` goes from the first to the second."""

    between: tuple[str, ...] = Field(min_length=2, max_length=2)
    flow: Localised


class NetworkSpec(ExhibitSpec):
    """`network`: two to fourteen nodes and the links between them, which only illustrate."""

    kind: Literal["network"]
    nodes: tuple[Node, ...] = Field(min_length=2, max_length=14)
    links: tuple[Link, ...] = Field(min_length=1, max_length=40)

    @model_validator(mode="after")
    def _illustrates(self) -> Self:
        if not self.illustration:
            sentence = "a network is no statistics: `illustration: true` belongs to it"
            raise MisfitError(sentence, "illustration")
        return self

    @model_validator(mode="after")
    def _links_are_between_nodes(self) -> Self:
        ids = [node.id for node in self.nodes]
        for index, name in enumerate(ids):
            if name in ids[:index]:
                raise MisfitError(f"{quoted(name)} stands here already", "nodes", index, "id")
        known: set[frozenset[str]] = set()
        for index, link in enumerate(self.links):
            for end, name in enumerate(link.between):
                if name not in ids:
                    sentence = f"there is no node {quoted(name)}{did_you_mean(name, ids)}"
                    raise MisfitError(sentence, "links", index, "between", end)
            ends = frozenset(link.between)
            if len(ends) < 2:
                sentence = f"{quoted(link.between[0])} cannot be linked to itself"
                raise MisfitError(sentence, "links", index, "between", 1)
            if ends in known:
                raise MisfitError("these two are linked already", "links", index, "between")
            known.add(ends)
        return self

    @model_validator(mode="after")
    def _every_node_is_linked(self) -> Self:
        linked = {name for link in self.links for name in link.between}
        for index, node in enumerate(self.nodes):
            if node.id not in linked:
                raise MisfitError(f"no link leads to {quoted(node.id)}", "nodes", index, "id")
        return self

    def texts(self) -> Iterator[Localised]:
        """The common texts, then the nodes' names; what flows is read after a touch alone."""
        yield from super().texts()
        for node in self.nodes:
            yield node.label


class NetworkItem(ExhibitItem):
    """The links are drawn out, then the nodes appear on them, then their names."""

    spec: NetworkSpec
    icon: ClassVar[str] = "network"
    lives: ClassVar[bool] = True

    def build(self, rect: QRectF) -> None:
        look, spec = self.look, self.spec
        ids = [node.id for node in spec.nodes]
        self._links = [(ids.index(a), ids.index(b)) for a, b in (s.between for s in spec.links)]
        self._accent = look.palette.accent(self.frame.accent)
        self._within = Box(rect.left(), rect.top(), rect.right(), rect.bottom()).grown(-EDGE_PX)
        room = self._within._replace(bottom=rect.bottom() - HINT_PX)
        self._names = Names(self, look, [look.text(node.label) for node in spec.nodes])
        measure = self._names.measure
        self._layout = laid_out(len(ids), self._links, measure, room, self._within)
        self._curves = [bent(self._layout, link, self._within) for link in self._links]
        self._names.build(self._layout)
        self._hint = hint(self, look, rect.adjusted(0, rect.height() - HINT_PX, 0, 0))
        self._hint.setVisible(all(name.bottom <= room.bottom for name in self._layout.names))
        self._motion = Motion(self._layout, self._curves, self._links)
        icons = [f"node-{node.icon}" if node.icon else None for node in spec.nodes]
        names, radius = crossed(self._layout, self._curves), max(self._layout.radii)
        self._picture = Picture(look, self._accent, icons, radius, names)
        self._flows: dict[int, Flows] = {}
        self._chosen = Glide(self.frame.animator, [0.0] * len(ids), self._change)
        self._age_ms = self._lived_ms = 0.0
        self._trace()

    # How it looks

    def entered(self) -> None:
        self._change()

    def live(self, elapsed_ms: float) -> None:
        # After a pause it goes on where it was, instead of leaping to where it would be.
        passed_ms = min(max(elapsed_ms - self._lived_ms, 0.0), LONGEST_FRAME_MS)
        self._lived_ms = elapsed_ms
        if self.entrance != SETTLED:
            return  # it appears where it stands, and only then begins to sway
        self._age_ms += passed_ms
        self._trace()

    def paint_picture(self, painter: QPainter) -> None:
        self._picture.paint(painter, self._seen)

    def _change(self) -> None:
        """Shows another selection, or another moment of the entrance."""
        remarks, chosen = self.entrance.remarks, self._chosen.values
        strengths = [self._motion.strength(node, chosen) for node in range(len(chosen))]
        self._names.show([remarks * strength for strength in strengths], chosen)
        self._hint.setOpacity(remarks * (1 - max(chosen)))
        for node, flows in self._flows.items():
            flows.setOpacity(remarks * max(0.0, 2 * chosen[node] - 1))
        self._trace()

    def _trace(self) -> None:
        """Gets ready what is painted now."""
        self._seen = self._motion.seen(self._age_ms, self.entrance, self._chosen.values)
        self.update()

    # What is read

    def mark_count(self) -> int:
        return len(self.spec.nodes)

    def nearest(self, point: QPointF) -> int:
        off = [target.off((point.x(), point.y())) for target in self._layout.targets]
        return off.index(min(off))

    def selection_changed(self) -> None:
        if self.selected is not None and self.selected not in self._flows:
            self._flows[self.selected] = self._build_flows(self.selected)
        self._chosen.to(self._wanted(), GLIDE_MS)

    def _wanted(self) -> list[float]:
        return [float(node == self.selected) for node in range(self.mark_count())]

    def _build_flows(self, node: int) -> Flows:
        layout, links = self._layout, self.spec.links
        lit = [n for n, ends in enumerate(self._links) if node in ends]
        words = [self.look.text(links[n].flow) for n in lit]
        discs = [Round(*disc) for disc in zip(layout.middles, layout.radii, strict=True)]
        discs[node] = Round(discs[node].middle, discs[node].radius + ROOM_PX)
        curves = [self._curves[n].between(*(discs[end] for end in self._links[n])) for n in lit]
        taken: list[Box | Round] = [*discs, *layout.names, layout.names[node].grown(ROOM_PX)]
        return Flows(self, self.look, self._accent, words, curves, taken, self._within)

    def said(self) -> str:
        """What the chosen node says, in words; nothing where none is chosen."""
        if self.selected is None:
            return ""
        text, nodes, told = self.look.text, self.spec.nodes, []
        for ends, link in zip(self._links, self.spec.links, strict=True):
            if self.selected in ends:
                other = text(nodes[sum(ends) - self.selected].label)
                clause = text(self.look.strings.flow_with)
                told.append(clause.format(node=other, flow=text(link.flow)))
        colon, comma = (": ", "; ") if self.look.language == "en" else ("：", "，")
        return text(nodes[self.selected].label) + colon + comma.join(told)

    def facts(self) -> str:
        text, strings = self.look.text, self.look.strings
        names = [text(node.label) for node in self.spec.nodes]
        if len(names) == 2:
            return text(strings.linked_pair).format(first=names[0], second=names[1])
        ends = [end for link in self._links for end in link]
        counts = [ends.count(node) for node in range(len(names))]
        told = [text(strings.linked_nodes).format(nodes=len(names), links=len(self._links))]
        if counts.count(max(counts)) == 1:
            hub = names[counts.index(max(counts))]
            told.append(text(strings.most_links).format(node=hub))
        return ("; " if self.look.language == "en" else "；").join(told)

    # What the stage does with it

    def rewind(self) -> None:
        super().rewind()
        self._chosen.jump(self._wanted())

    def stop(self) -> None:
        super().stop()
        self._lived_ms = 0.0
        self._chosen.jump(self._wanted())

    def take_over(self, other: ExhibitItem) -> None:
        super().take_over(other)
        self._chosen.jump(self._wanted())
        if isinstance(other, NetworkItem):
            self._age_ms = other._age_ms
            self._trace()
