"""Two columns of tags at the sides of a picture, in the order of what they name.

What they name may move. A tag changes its place only when that would otherwise be clearly wrong,
and glides there, so that it can be read while a picture turns.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.show.animator import Animator
from kiosk.toolkit.look import Look
from kiosk.toolkit.tag import LEFT, RIGHT, Tag

WIDEST_RATIO = 0.21
"""How much of the area's width a name may take up."""

SIDEWAYS_PX = 90.0
UPWARDS_PX = 30.0
"""How far two things are on the wrong side of each other when their tags change places."""

FINGER_PX = 14.0


class Leader(NamedTuple):
    """A line from a point to the tag that names it, and how much of it is there, from 0 to 1."""

    line: QPolygonF
    opacity: float


class Columns:
    """All the tags of a picture.

    Args:
        parent: what they stand on.
        look: how they look.
        told: the name on each tag, and what it tells when it is open; at most as many as fit.
        area: whose left and right edges they stand at.
        colour: of what is open.
        animator: moves them.
        moved: called whenever one of them has moved.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        told: Sequence[tuple[str, str]],
        area: QRectF,
        colour: QColor,
        animator: Animator,
        moved: Callable[[], None],
    ) -> None:
        widest = area.width() * WIDEST_RATIO
        self.tags = [Tag(parent, look, name, words, colour, widest) for name, words in told]
        self.width = max(tag.size.width() for tag in self.tags)
        self._area = area
        self._animator = animator
        self._moved = moved
        self._columns: dict[int, list[int]] = {}
        self._opened: int | None = None
        self._resized: set[int | None] = set()

    def arrange(self, anchors: Sequence[QPointF]) -> None:
        """Gives each tag its place beside the picture, where `anchors` are what they name."""
        settled = bool(self._columns)
        if settled:
            self._change_sides(anchors)
        else:
            self._choose_sides(anchors)
        for column in self._columns.values():
            _sort_roughly(column, [anchor.y() for anchor in anchors], UPWARDS_PX)
        for side, index, place in self._places():
            if settled and index not in self._resized:
                self.tags[index].go(side, place, self._animator, self._moved)
            else:
                self.tags[index].put(side, place)
        self._resized.clear()

    def leaders(self, anchors: Sequence[QPointF]) -> list[Leader]:
        """The line from each anchor to its tag."""
        pairs = zip(anchors, self.tags, strict=True)
        return [Leader(QPolygonF([anchor, *tag.join()]), tag.opacity()) for anchor, tag in pairs]

    def open(self, index: int | None) -> None:
        """Opens one of them, or none; `arrange` then gives it room."""
        self._resized |= {self._opened, index}
        self._opened = index
        for at, tag in enumerate(self.tags):
            tag.set_open(at == index)

    def at(self, point: QPointF) -> int | None:
        """The one that a finger at `point` means."""
        margin = FINGER_PX
        for index, tag in enumerate(self.tags):
            if tag.box().adjusted(-margin, -margin, margin, margin).contains(point):
                return index
        return None

    def set_opacity(self, opacity: float) -> None:
        """Shows them all as faintly as that, from 0 to 1."""
        for tag in self.tags:
            tag.setOpacity(opacity * tag.presence)

    def halt(self) -> None:
        """Lets none of them move further."""
        for tag in self.tags:
            tag.halt()

    def finish(self) -> None:
        """Puts all of them where they were going."""
        for tag in self.tags:
            tag.finish()

    def _choose_sides(self, anchors: Sequence[QPointF]) -> None:
        ordered = sorted(range(len(anchors)), key=lambda index: anchors[index].x())
        half = len(ordered) // 2
        self._columns = {LEFT: ordered[:half], RIGHT: ordered[half:]}
        for column in self._columns.values():
            column.sort(key=lambda index: anchors[index].y())

    def _change_sides(self, anchors: Sequence[QPointF]) -> None:
        """Lets the two change places that are most clearly on the wrong sides, if any are."""
        left, right = self._columns[LEFT], self._columns[RIGHT]
        if not left or not right:
            return
        one = max(left, key=lambda index: anchors[index].x())
        other = min(right, key=lambda index: anchors[index].x())
        if anchors[one].x() - anchors[other].x() > SIDEWAYS_PX:
            left[left.index(one)], right[right.index(other)] = other, one

    def _places(self) -> Iterator[tuple[int, int, QPointF]]:
        """Side, index and upper left corner of each tag, evenly spread down its column."""
        for side, column in self._columns.items():
            heights = [self.tags[index].size.height() for index in column]
            gap = max(0.0, self._area.height() - sum(heights)) / (len(column) + 1)
            y = self._area.top() + gap
            for index, height in zip(column, heights, strict=True):
                width = self.tags[index].size.width()
                x = self._area.left() if side == LEFT else self._area.right() - width
                yield side, index, QPointF(x, y)
                y += height + gap


def _sort_roughly(column: list[int], heights: Sequence[float], slack: float) -> None:
    """Sorts `column` by `heights`, but for neighbours whose order is wrong by `slack` or less."""
    for end in range(len(column) - 1, 0, -1):
        for at in range(end):
            if heights[column[at]] - heights[column[at + 1]] > slack:
                column[at], column[at + 1] = column[at + 1], column[at]
