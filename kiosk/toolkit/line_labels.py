"""Places for the figures of lines: by their dots, over no other figure and, if can be, no line."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from kiosk.toolkit.placing import MOST_LABELS

LABEL_PX = 40.0
GAP_PX = 14.0
NEAR = 2
"""How many categories on each side a label may reach over."""

HAIR_PX = 5.0
"""So much of a label's box above and below the digits a line may touch."""


class LineLabels:
    """Hands out places, first come, first served.

    Args:
        lines: the points of each line, one for each category and None where there is none.
        area: what no label may leave.
    """

    def __init__(self, lines: Sequence[Sequence[QPointF | None]], area: QRectF) -> None:
        self._lines = lines
        self._area = area
        self._is_sparse = len(lines) == 1 and len(lines[0]) <= MOST_LABELS
        self.taken: list[QRectF] = []

    def beside(self, point: QPointF, index: int, width: float, above: bool) -> QRectF | None:
        """A place for a figure `width` wide at the `point` of a category, now taken; or None.

        It is tried `above` the point first, or below it. Where there is but one line through few
        points, a place on that line, but on none of its points, is better than none.
        """
        rise, reach = LABEL_PX / 2 + GAP_PX, width / 2 + 4
        up = [QPointF(0, -rise), QPointF(-reach, -rise), QPointF(reach, -rise)]
        down = [QPointF(0, rise), QPointF(reach, rise), QPointF(-reach, rise)]
        free = []
        for offset in up + down if above else down + up:
            rect = QRectF(0, 0, width, LABEL_PX)
            rect.moveCenter(point + offset)
            if self.is_free(rect):
                free.append(rect)
        clear = (rect for rect in free if not self.on_a_line(rect, index))
        on_the_line = (rect for rect in free if self._is_sparse and not self._on_a_point(rect))
        place = next(itertools.chain(clear, on_the_line), None)
        if place is not None:
            self.taken.append(place)
        return place

    def is_free(self, rect: QRectF) -> bool:
        """Whether `rect` lies in the area and covers nothing that has been placed."""
        return self._area.contains(rect) and not any(rect.intersects(o) for o in self.taken)

    def _on_a_point(self, rect: QRectF) -> bool:
        """Whether `rect` covers a point of a line."""
        return any(point and rect.contains(point) for line in self._lines for point in line)

    def on_a_line(self, rect: QRectF, index: int) -> bool:
        """Whether a line runs through `rect`, which stands near the category at `index`."""
        inside = rect.adjusted(0, HAIR_PX, 0, -HAIR_PX)
        for line in self._lines:
            for at in range(max(0, index - NEAR), min(len(line) - 1, index + NEAR)):
                start, end = line[at], line[at + 1]
                if start is not None and end is not None and _runs_through(start, end, inside):
                    return True
        return False


def _runs_through(start: QPointF, end: QPointF, rect: QRectF) -> bool:
    """Whether the line from `start` to `end`, which goes to the right, touches `rect`."""
    left, right = max(start.x(), rect.left()), min(end.x(), rect.right())
    if left > right:
        return False
    slope = (end.y() - start.y()) / (end.x() - start.x())
    heights = [start.y() + slope * (x - start.x()) for x in (left, right)]
    return max(heights) >= rect.top() and min(heights) <= rect.bottom()
