"""Where counted things stand: in rows of ten with a gap after five, each group by its heading.

The things of all groups are of one size, the largest at which everything has its place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF

TEN = 10
HALF_GAP = 0.5
"""How much wider the gap after five is, in pitches."""

FILL = 0.9
"""How much of the pitch a thing takes up."""

ACROSS = TEN + HALF_GAP - (1 - FILL)
"""How wide a row is, in pitches."""

LARGEST_PX = 64
ENOUGH_PX = 44
"""A pitch at which things are seen well: above it, columns count for more than size."""

SEEN_PX = 16
"""A pitch under which things are hardly seen: rather than that, headings stand aside."""

SMALLEST_PX = 10
COLUMN_GAP_PX = 36.0
ROW_GAP_PX = 32.0
HEADING_GAP_PX = 24.0
HEADING_RATIO = 0.32
"""How much of the whole width a heading beside the things takes up."""

ASIDE_RATIO = 0.53
"""How much of a column's, where there are several."""

ABOVE_RATIO = 0.4
"""How much of the room that is left over stays above everything."""

HeadingHeight = Callable[[float], float]


@dataclass(frozen=True)
class Group:
    """Where one group stands: what heading and things take up, and each thing's corner and side."""

    heading: QRectF
    things: QRectF
    side: float
    corners: tuple[QPointF, ...]


@dataclass(frozen=True)
class _Plan:
    """One way to divide the room: so many columns, headings above the things or beside them."""

    columns: int
    beside: bool
    width: float
    heading: QSizeF
    pitch: float = SMALLEST_PX

    def row_heights(self, counts: Sequence[int]) -> list[float]:
        """How high the rows of groups are."""
        heights = []
        for first in range(0, len(counts), self.columns):
            things = _height(max(counts[first : first + self.columns]), self.pitch)
            heading = self.heading.height()
            together = heading + HEADING_GAP_PX + things
            heights.append(max(heading, things) if self.beside else together)
        return heights

    def needs(self, counts: Sequence[int]) -> QSizeF:
        """The least room for a column, and for all rows."""
        width = ACROSS * self.pitch
        if self.beside:
            width += self.heading.width() + HEADING_GAP_PX
        heights = self.row_heights(counts)
        return QSizeF(width, sum(heights) + ROW_GAP_PX * (len(heights) - 1))


def arranged(counts: Sequence[int], room: QRectF, heading_height: HeadingHeight) -> list[Group]:
    """Where groups of so many things stand within `room`.

    Args:
        counts: how many things each group has.
        room: for all of them.
        heading_height: how high a heading is that is so wide.
    """
    plans = _plans(counts, room, heading_height)
    plan = max(plans, key=_merit)
    if plan.pitch < SEEN_PX or not _fits(plan, counts, room):
        plan = max(_low_plans(counts, room, heading_height), key=_merit)
    heights = plan.row_heights(counts)
    y = room.top() + max(0.0, room.height() - plan.needs(counts).height()) * ABOVE_RATIO
    groups = []
    for index, count in enumerate(counts):
        row, column = divmod(index, plan.columns)
        top = y + sum(heights[:row]) + ROW_GAP_PX * row
        left = room.left() + column * (plan.width + COLUMN_GAP_PX)
        heading = QRectF(QPointF(left, top), plan.heading)
        aside = QPointF(heading.right() + HEADING_GAP_PX, top)
        below = QPointF(left, heading.bottom() + HEADING_GAP_PX)
        groups.append(_group(heading, aside if plan.beside else below, count, plan.pitch))
    return groups


def _merit(plan: _Plan) -> float:
    return min(plan.pitch, ENOUGH_PX)


def _plans(counts: Sequence[int], room: QRectF, heading_height: HeadingHeight) -> Iterator[_Plan]:
    """The plans for each way to divide the room.

    What is better in itself comes first; a heading stands aside only where nothing else does.
    """
    for columns in range(len(counts), 0, -1):
        for aside_ratio in (HEADING_RATIO, None) if columns == 1 else (None,):
            yield _largest(counts, room, columns, aside_ratio, heading_height)


def _low_plans(
    counts: Sequence[int], room: QRectF, heading_height: HeadingHeight
) -> Iterator[_Plan]:
    """More plans, for rooms that are wide and low: the headings stand aside in every column."""
    for columns in range(len(counts), 1, -1):
        yield _largest(counts, room, columns, ASIDE_RATIO, heading_height)
    yield from _plans(counts, room, heading_height)


def _largest(
    counts: Sequence[int],
    room: QRectF,
    columns: int,
    aside_ratio: float | None,
    heading_height: HeadingHeight,
) -> _Plan:
    """The plan with the largest pitch that it has room for, or with the least."""
    width = (room.width() + COLUMN_GAP_PX) / columns - COLUMN_GAP_PX
    heading = width * (aside_ratio or 1)
    size, beside = QSizeF(heading, heading_height(heading)), aside_ratio is not None
    tried = (
        _Plan(columns, beside, width, size, pitch) for pitch in range(LARGEST_PX, SMALLEST_PX, -1)
    )
    fitting = (plan for plan in tried if _fits(plan, counts, room))
    return next(fitting, _Plan(columns, beside, width, size))


def _fits(plan: _Plan, counts: Sequence[int], room: QRectF) -> bool:
    needs = plan.needs(counts)
    return needs.width() <= plan.width and needs.height() <= room.height()


def _group(heading: QRectF, origin: QPointF, count: int, pitch: float) -> Group:
    corners = []
    for index in range(count):
        row, column = divmod(index, TEN)
        x = column + (HALF_GAP if column >= TEN / 2 else 0.0)
        corners.append(origin + QPointF(x * pitch, row * pitch))
    things = QRectF(origin, QSizeF(ACROSS * pitch, _height(count, pitch)))
    return Group(heading, things, FILL * pitch, tuple(corners))


def _height(count: int, pitch: float) -> float:
    rows = ceil(count / TEN)
    return max(0.0, (rows - 1 + FILL) * pitch)
