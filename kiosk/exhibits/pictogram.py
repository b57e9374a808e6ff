"""Counted icons in rows of ten, beside the numbers that they add up to."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.content.numbers import Unit, shown
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit import tens
from kiosk.toolkit.headings import Heading, Headings
from kiosk.toolkit.look import Look
from kiosk.toolkit.readout import ABOVE_PX, Reading, ReadLine
from kiosk.toolkit.stamp import Stamp
from kiosk.toolkit.telling import counted, figure_words, listed
from kiosk.toolkit.text import CAPTION, TextBlock

IconName = Literal[
    "building",
    "car",
    "chip",
    "factory",
    "flask",
    "gear",
    "house",
    "light",
    "person",
    "phone",
    "production-line",
    "robot",
]
"""Each is the file `count-NAME.svg` in `resources/icons`."""

MOST_ICONS = 120
UNLIT = 0.24
DIMMED = 0.4
REMARK_PX = 40.0
REMARK_GAP_PX = 20.0
GAP_PX = 10.0


class Group(Frozen):
    """So many of one thing, and the icon that stands for it."""

    value: Decimal = Field(ge=0)
    unit: Unit
    label: Localised
    icon: IconName

    @field_validator("value")
    @classmethod
    def _is_whole(cls, value: Decimal) -> Decimal:
        if value != value.to_integral_value():
            raise ValueError(f"{value} cannot be counted: write a whole number")
        return value

    def icons(self, each: int) -> Decimal:
        """How many icons stand for it; one of them may stand for a part."""
        return self.value / each


class PictogramSpec(ExhibitSpec):
    """`pictogram`: one to four groups of counted icons."""

    kind: Literal["pictogram"]
    groups: tuple[Group, ...] = Field(min_length=1, max_length=4)
    each: int = Field(default=1, ge=1, description="how many one icon stands for")

    @model_validator(mode="after")
    def _icons_can_be_counted(self) -> Self:
        most = max(group.value for group in self.groups)
        for index, group in enumerate(self.groups):
            if group.icons(self.each) > MOST_ICONS:
                sentence = (
                    f"more than {MOST_ICONS} icons cannot be counted: "
                    f"let each stand for more, with 'each: {_round_share(most)}'"
                )
                raise MisfitError(sentence, "groups", index, "value")
        return self

    def texts(self) -> Iterator[Localised]:
        """The common texts, then each group's label."""
        yield from super().texts()
        for group in self.groups:
            yield group.label


def _round_share(value: Decimal) -> int:
    """The least round number of which at most so many as can be counted make up `value`."""
    share = 1
    while value / share > MOST_ICONS:
        share = share * 5 // 2 if str(share).startswith("2") else share * 2
    return share


class PictogramItem(ExhibitItem):
    """The icons stand there unlit, then light one after the other while the numbers count."""

    spec: PictogramSpec
    icon: ClassVar[str] = "pictogram"

    def build(self, rect: QRectF) -> None:
        look = self.look
        said = [_heading(group, look) for group in self.spec.groups]
        self._said = said
        self._icons = [group.icons(self.spec.each) for group in self.spec.groups]
        self.places = tens.arranged(
            [ceil(icons) for icons in self._icons],
            self._build_remark(rect.adjusted(0, GAP_PX, 0, -GAP_PX)),
            lambda width: Headings(look, said, width).height,
        )
        lowest = max(place.heading.united(place.things).bottom() for place in self.places)
        self.overflow_px = max(0.0, lowest - rect.bottom())
        headings = Headings(look, said, self.places[0].heading.width())
        colour = look.palette.accent(self.frame.accent)
        self._headings = [
            headings.build(self, one, place.heading, colour)
            for one, place in zip(said, self.places, strict=True)
        ]
        self._stamps = [
            Stamp(look.icons, f"count-{group.icon}", self.places[0].side, colour)
            for group in self.spec.groups
        ]

    def entered(self) -> None:
        self.selection_changed()
        for counter, _ in self._headings:
            counter.set_ratio(self.entrance.marks)
        if self._remark:
            self._remark.setOpacity(self.entrance.remarks)

    def selection_changed(self) -> None:
        for index, (counter, label) in enumerate(self._headings):
            # What is read out says the same in its place.
            strength = 0.0 if index == self.selected else self._strength(index)
            # Before it counts it is not seen: a nought would be a figure too.
            counter.setOpacity(strength * min(1.0, self.entrance.marks * 5))
            label.setOpacity(strength * self.entrance.axes)

    def mark_count(self) -> int:
        return len(self.spec.groups)

    def nearest(self, point: QPointF) -> int:
        def away(index: int) -> float:
            place = self.places[index]
            return _distance(place.heading.united(place.things), point)

        return min(range(len(self.places)), key=away)

    def reading(self, mark: int) -> Reading:
        place = self.places[mark]
        width = min(place.heading.width(), place.things.width())
        at = place.heading.bottomLeft() + QPointF(width / 2, ABOVE_PX)
        return Reading(at, self._said[mark].label, ReadLine(self._figure(mark)))

    def facts(self) -> str:
        clauses = [
            counted(self.look, one.label, self._figure(index))
            for index, one in enumerate(self._said)
        ]
        return listed(self.look, clauses)

    def paint_picture(self, painter: QPainter) -> None:
        for index, (place, stamp) in enumerate(zip(self.places, self._stamps, strict=True)):
            lit = float(self._icons[index]) * self.entrance.marks
            strength = painter.opacity() * self._strength(index)
            whole = int(lit)
            painter.save()
            painter.setOpacity(strength * UNLIT * self.entrance.axes)
            stamp.draw(painter, place.corners[whole:])
            painter.setOpacity(strength)
            stamp.draw(painter, place.corners[:whole])
            stamp.draw(painter, place.corners[whole : whole + 1], share=lit - whole)
            painter.restore()

    def _strength(self, index: int) -> float:
        return 1.0 if self.selected in (None, index) else DIMMED

    def _figure(self, index: int) -> str:
        return figure_words(self.look, self._said[index].measure, self._said[index].value)

    def _build_remark(self, rect: QRectF) -> QRectF:
        """Says how many an icon stands for, where it is not one; returns the room above it."""
        self._remark: TextBlock | None = None
        if self.spec.each == 1:
            return rect
        words = self._each_words()
        zone = QRectF(rect.left(), rect.bottom() - REMARK_PX, rect.width(), REMARK_PX)
        self._remark = TextBlock(self, self.look, words, CAPTION, self.look.palette.text, zone)
        return rect.adjusted(0, 0, 0, -REMARK_PX - REMARK_GAP_PX)

    def _each_words(self) -> str:
        each, language = Decimal(self.spec.each), self.look.language
        measures = [shown(group.unit, [each], language) for group in self.spec.groups]
        figures = dict.fromkeys(figure_words(self.look, measure, each) for measure in measures)
        return self.look.text(self.look.strings.each_icon).format(figure=" / ".join(figures))


def _heading(group: Group, look: Look) -> Heading:
    measure = shown(group.unit, [group.value], look.language)
    return Heading(group.value, measure, look.text(group.label))


def _distance(rect: QRectF, point: QPointF) -> float:
    """How far a point is from a rectangle, by the longer of the two ways."""
    x = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    y = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return max(x, y)
