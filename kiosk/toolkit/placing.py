"""Finds places for remarks and labels where they cover nothing."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

STEP_PX = 12.0
MOST_LABELS = 24
"""Among more figures than this only the first, the last and the extremes have labels."""


def clear_place(size: QSizeF, bounds: QRectF, taken: Sequence[QRectF], near: QPointF) -> QPointF:
    """The upper left corner, inside `bounds`, of a box that covers as little of `taken` as can be.

    Among the places that cover equally little it is the one whose middle is nearest to `near`.
    All are in the same coordinates; a box larger than the bounds stands at their corner.
    """
    places = sorted(
        _corners(size, bounds),
        key=lambda place: (QRectF(place, size).center() - near).manhattanLength(),
    )
    best, least = bounds.topLeft(), float("inf")
    for place in places:
        box = QRectF(place, size)
        covered = sum(_area(box.intersected(other)) for other in taken)
        if covered < least:
            best, least = place, covered
        if not covered:
            break
    return best


def without_overlap(
    boxes: Sequence[QRectF], order: Iterable[int], within: QRectF, taken: Iterable[QRectF] = ()
) -> set[int]:
    """Which of `boxes`, tried in an `order`, lie inside `within` and cover none before them."""
    kept: set[int] = set()
    covered = list(taken)
    for index in order:
        box = boxes[index]
        if within.contains(box) and not any(box.intersects(other) for other in covered):
            kept.add(index)
            covered.append(box)
    return kept


def telling_order(values: Sequence[float], rows: int = 1) -> list[int]:
    """In which order figures deserve a label: the last, the first, the extremes, then the others.

    Of very many only those four are named. The chart has so many `rows` of as many figures.
    """
    indices = range(len(values))
    if not values:
        return []
    largest = max(indices, key=values.__getitem__)
    smallest = min(indices, key=values.__getitem__)
    first = list(dict.fromkeys((len(values) - 1, 0, largest, smallest)))
    others = indices if len(values) * rows <= MOST_LABELS else ()
    return [*first, *(index for index in others if index not in first)]


def _corners(size: QSizeF, bounds: QRectF) -> Iterator[QPointF]:
    """Where the upper left corner of the box may be, `STEP_PX` apart."""
    y = bounds.top()
    while y <= max(bounds.top(), bounds.bottom() - size.height()):
        x = bounds.left()
        while x <= max(bounds.left(), bounds.right() - size.width()):
            yield QPointF(x, y)
            x += STEP_PX
        y += STEP_PX


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())
