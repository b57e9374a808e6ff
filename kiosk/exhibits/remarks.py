"""The remarks on a chart: each where it covers nothing, or all of them over a lower plot."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.placing import clear_place

WIDTHS_PX = (372.0, 300.0, 480.0, 600.0)
"""How wide a remark may be, in the order in which it is tried to find a place for it."""

GAP_PX = 8.0


class Remarks:
    """The call-outs of a chart.

    Args:
        parent: the chart; all places are in its coordinates.
        colour: of the marks.
        said: the heading and the sentence of each.

    Attributes:
        call_outs: in the order of `said`, once they have their places.
        inside: whether they stand among the marks.
    """

    def __init__(
        self, parent: QGraphicsItem, look: Look, colour: QColor, said: Sequence[tuple[str, str]]
    ) -> None:
        self._parent = parent
        self._look = look
        self._colour = colour
        self._said = said
        self.call_outs: list[CallOut] = []
        self.inside = True

    def place(self, bounds: QRectF, taken: Sequence[QRectF], near: Sequence[QPointF]) -> bool:
        """Gives each a place in `bounds` clear of `taken`; returns False if one finds none."""
        covered = list(taken)
        for said, point in zip(self._said, near, strict=True):
            call_out = self._clear(said, bounds, covered, point)
            if call_out is None:
                for other in self.call_outs:
                    discard(other)
                self.call_outs = []
                return False
            covered.append(call_out.mapRectToParent(call_out.rect))
            self.call_outs.append(call_out)
        return True

    def stack(self, rect: QRectF) -> QRectF:
        """Puts them one under the other at the top of `rect`; returns what is left of it."""
        self.inside = False
        rest = QRectF(rect)
        for said in self._said:
            call_out = self._lowest(said, rect.width())
            call_out.setPos(rest.topLeft())
            rest.setTop(rest.top() + call_out.rect.height() + GAP_PX)
            self.call_outs.append(call_out)
        return rest

    def set_opacity(self, opacity: float) -> None:
        """Shows all of them as faintly as that, from 0 to 1."""
        for call_out in self.call_outs:
            call_out.setOpacity(opacity)

    def _clear(
        self, said: tuple[str, str], bounds: QRectF, taken: Sequence[QRectF], near: QPointF
    ) -> CallOut | None:
        """A remark in the first shape that covers nothing, or None."""
        for width in WIDTHS_PX:
            call_out = self._build(said, width)
            place = clear_place(call_out.rect.size(), bounds, taken, near)
            box = call_out.rect.translated(place)
            has_room = bounds.contains(box) and not call_out.overflow_px
            if has_room and not any(box.intersects(other) for other in taken):
                call_out.setPos(place)
                return call_out
            discard(call_out)
        return None

    def _lowest(self, said: tuple[str, str], width: float) -> CallOut:
        """A remark in the shape that takes up the least height."""
        shapes = [self._build(said, width, low) for low in (True, False)]
        lowest, other = sorted(shapes, key=lambda shape: shape.rect.height())
        discard(other)
        lowest.hug()
        return lowest

    def _build(self, said: tuple[str, str], width: float, low: bool = False) -> CallOut:
        heading, words = said
        return CallOut(self._parent, self._look, width, heading, words, self._colour, low)
