"""Finds a place for a remark where it covers nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

STEP_PX = 12.0


def clear_place(size: QSizeF, bounds: QRectF, taken: Sequence[QRectF], near: QPointF) -> QPointF:
    """The upper left corner, inside `bounds`, of a box that covers as little of `taken` as can be.

    Among the places that cover equally little it is the one whose middle is nearest to `near`.
    All are in the same coordinates; a box larger than the bounds stands at their corner.
    """
    best, best_cost = bounds.topLeft(), (float("inf"), 0.0)
    y = bounds.top()
    while y <= max(bounds.top(), bounds.bottom() - size.height()):
        x = bounds.left()
        while x <= max(bounds.left(), bounds.right() - size.width()):
            box = QRectF(QPointF(x, y), size)
            covered = sum(_area(box.intersected(other)) for other in taken)
            distance = (box.center() - near).manhattanLength()
            if (covered, distance) < best_cost:
                best, best_cost = box.topLeft(), (covered, distance)
            x += STEP_PX
        y += STEP_PX
    return best


def _area(rect: QRectF) -> float:
    return max(0.0, rect.width()) * max(0.0, rect.height())
