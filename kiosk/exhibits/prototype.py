"""A wireframe that turns under the finger, comes apart by a slider, and names its parts."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Literal, Self

from pydantic import Field, InstanceOf, model_validator
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from kiosk.content.files import SceneFiles
from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.geometry import Geometry, with_geometry
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.problem import did_you_mean, quoted
from kiosk.content.tree import MapNode
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.assembly import Assembly, Piece, Pose
from kiosk.toolkit.blueprint import Blueprint
from kiosk.toolkit.columns import Columns
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.slider import slider_between
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.turn_button import SIDE_PX, TurnButton
from kiosk.toolkit.turntable import Turntable
from kiosk.toolkit.wireframe import Wire

MOST_LABELS, MOST_NAMES = 10, 20
"""How many parts can be named beside the model, and to whoever has named a part it lacks."""

HOME = Pose(-34.0, 15.0, 0.0)
"""A three-quarter view from a little above."""

APART_MS, TOGGLE_MS = 320.0, 1200.0
"""How long the parts take to follow the slider, and to go from end to end by themselves."""
SLIDER_PX, BUTTON_GAP_PX, TAG_GAP_PX = 96.0, 16.0, 34.0
_Coordinate = Annotated[float, Field(ge=-1e6, le=1e6)]


class Part(Frozen):
    """A part of the model; one without a label belongs to the one above it, as wheels do.

    `apart` is how far it goes, in the model's units, when the model is taken apart.
    """

    name: str
    label: Localised | None = None
    text: Localised | None = None
    apart: tuple[_Coordinate, _Coordinate, _Coordinate] = (0.0, 0.0, 0.0)


class PrototypeSpec(ExhibitSpec):
    """`prototype`: a wireframe from an OBJ file beside the scene, which only illustrates."""

    kind: Literal["prototype"]
    model: InstanceOf[Geometry]
    parts: tuple[Part, ...] = Field(min_length=1)

    @classmethod
    def prepare(cls, node: MapNode, files: SceneFiles) -> MapNode:
        """`node` with the wireframe of the file that its `model` names."""
        return with_geometry(node, files)

    @model_validator(mode="after")
    def _illustrates(self) -> Self:
        if not self.illustration:
            sentence = "a wireframe is no statistics: `illustration: true` belongs to it"
            raise MisfitError(sentence, "illustration")
        return self

    @model_validator(mode="after")
    def _parts_are_those_of_the_model(self) -> Self:
        known, names = self.model.parts, [part.name for part in self.parts]
        for index, name in enumerate(names):
            if name not in known:
                listed = ", ".join(islice(known, MOST_NAMES))
                sentence = f"the model has no part {quoted(name)}{did_you_mean(name, known)}"
                raise MisfitError(f"{sentence}: it has {listed}", "parts", index, "name")
            if name in names[:index]:
                raise MisfitError(f"{quoted(name)} stands here already", "parts", index, "name")
        return self

    @model_validator(mode="after")
    def _names_have_room(self) -> Self:
        if not self.parts[0].label:
            raise MisfitError("the first part needs a 'label'", "parts", 0)
        if len(self.labels()) > MOST_LABELS:
            raise MisfitError(f"at most {MOST_LABELS} parts can have a label", "parts")
        for index, part in enumerate(self.parts):
            if part.text and not part.label:
                raise MisfitError("a text needs a 'label'", "parts", index, "text")
        return self

    def labels(self) -> list[Localised]:
        """The names that visitors read, in the order of the file."""
        return [part.label for part in self.parts if part.label]

    def texts(self) -> Iterator[Localised]:
        """The common texts, then the parts' names."""
        yield from super().texts()
        yield from self.labels()


class PrototypeItem(ExhibitItem):
    """The ground is drawn, then the model part by part, then the names and the slider appear."""

    icon = "prototype"
    lives = True
    spec: PrototypeSpec

    def build(self, rect: QRectF) -> None:
        animator, accent = self.frame.animator, self.look.palette.accent(self.frame.accent)
        row = QRectF(rect.left(), rect.bottom() - SLIDER_PX, rect.width(), SLIDER_PX)
        area = QRectF(rect.topLeft(), row.topRight())
        told = [
            (self.look.text(part.label), self.look.text(part.text) if part.text else "")
            for part in self.spec.parts
            if part.label
        ]
        self._tags = Columns(self, self.look, told, area, accent, animator, self._trace_tags)
        side = self._tags.width + TAG_GAP_PX
        self._assembly = Assembly(self._pieces(), area.adjusted(side, 0, -side, 0))
        self._blueprint = Blueprint(self.look.palette, accent)
        self._table = Turntable(animator, HOME, self._trace)
        self._build_slider(row, accent)
        self._trace()

    def _pieces(self) -> list[Piece]:
        """The parts of the model; first those that are named, in the order of their names."""
        edges, pieces, group = dict(self.spec.model.parts), [], -1
        for part in self.spec.parts:
            group += bool(part.label)
            pieces.append(Piece(Wire.of(edges.pop(part.name)), part.apart, group))
        return pieces + [Piece(Wire.of(rest)) for rest in edges.values()]

    def _build_slider(self, row: QRectF, accent: QColor) -> None:
        strings, text = self.look.strings, self.look.text
        name, ends = text(strings.take_apart), (text(strings.assembled), text(strings.exploded))
        beside = row.adjusted(SIDE_PX + BUTTON_GAP_PX, 0, 0, 0)
        self._slider, self._ends = slider_between(self, self.look, beside, name, ends, accent)
        self._slider.moved.connect(self._take_apart)
        self._slider.activated.connect(self._toggle)
        place = QRectF(row.left(), row.center().y() - SIDE_PX / 2, SIDE_PX, SIDE_PX)
        self._button = TurnButton(self, self.look, place)
        self._button.turned.connect(self._table.turn_by)

    # How it looks

    def entered(self) -> None:
        for item in (self._slider, self._button, *self._ends):
            item.setOpacity(self.entrance.remarks)
        self._trace()

    def live(self, elapsed_ms: float) -> None:
        self._table.live(elapsed_ms, free=self.entrance.remarks == 1.0 and self.isVisible())

    def paint_picture(self, painter: QPainter) -> None:
        self._blueprint.paint(painter, self._seen)
        self._blueprint.paint_leaders(painter, self._leaders, self.selected)

    def _trace(self) -> None:
        """Gets ready what is painted, as model and entrance now are."""
        marks, axes = self.entrance.marks, self.entrance.axes
        self._seen = self._assembly.trace(self._table.pose, self.selected, marks, axes)
        self._tags.arrange(self._seen.anchors)
        self._trace_tags()

    def _trace_tags(self) -> None:
        """The same where only the names have moved."""
        self._tags.set_opacity(self.entrance.remarks)
        self._leaders = self._tags.leaders(self._seen.anchors)
        self.update()

    # What is read

    def mark_count(self) -> int:
        return len(self._tags.tags)

    def controls(self) -> list[Touchable]:
        return [self._button, self._slider]

    def facts(self) -> str:
        between = ", " if self.look.language == "en" else "、"
        names = between.join(map(self.look.text, self.spec.labels()))
        return self.look.text(self.look.strings.model_parts).format(parts=names)

    def selection_changed(self) -> None:
        self._table.held = True
        self._tags.open(self.selected)
        self._trace()

    # What fingers do with it

    def grip(self, point: QPointF) -> Grip:
        """The model holds a finger; beside it a swipe turns the scene."""
        return Grip.FIRM if self._seen.covers(point) else Grip.NONE

    def touch(self, point: QPointF) -> None:
        self._table.touch(point)

    def lift(self) -> None:
        self._table.lift()

    def lose(self) -> None:
        self._table.lose()

    def tap(self, point: QPointF) -> None:
        self._table.leave()
        mark = self._tags.at(point)
        if mark is None:
            mark = self._assembly.group_at(point, self._table.pose)
        self.select(None if mark == self.selected else mark)

    def reset(self) -> None:
        super().reset()
        self._table.go_home()
        self._slider.set_value(HOME.apart)

    def take_over(self, other: ExhibitItem) -> None:
        super().take_over(other)
        if isinstance(other, PrototypeItem):
            self._table.put(other._table.pose)
            self._table.held = other._table.held
            self._slider.set_value(other._table.pose.apart)

    def settle(self) -> None:
        self._table.finish()
        super().settle()

    def rewind(self) -> None:
        super().rewind()
        self._table.finish()
        self._tags.finish()

    def stop(self) -> None:
        super().stop()
        self._table.halt()
        self._tags.finish()
        self._slider.set_value(self._table.pose.apart)

    def _take_apart(self, apart: float, duration_ms: float = APART_MS) -> None:
        self._table.held = True
        self._table.take_apart(apart, duration_ms)

    def _toggle(self) -> None:
        """Takes the model apart as far as it goes, or puts it together again."""
        apart = 0.0 if self._slider.value > 0.5 else 1.0
        self._slider.set_value(apart)
        self._take_apart(apart, TOGGLE_MS)
