"""Finds a place for a remark where it covers nothing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

STEP_PX = 12.0


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
