"""What flows through the links of one node of a network: a label on each, where it covers least."""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.exhibits.network_shapes import Box, Curve, Place
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle

STYLE = TextStyle("sans", (26, 24), 1.25)
WIDEST_PX, HIGHEST_PX = 190.0, 66.0
PADDING_PX = QPointF(14, 5)
CORNER_PX = 12.0
GAP_PX = 6.0
"""Between a label and whatever else there is, where there is room."""

SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74)
ASIDE_PX = (0.0, 22.0, -22.0, 44.0, -44.0, 66.0, -66.0)
"""Where a label may stand along its link and beside it, the best first."""

PASSES = 2
OFF_CENTRE, ASIDE, OTHER_LINK = 60.0, 4.0, 150.0
"""What it costs to stand off a link's middle, off the link, or on a point of another one.

Whatever is covered costs its area.
"""


class Flows(QGraphicsItem):
    """The labels on the links of one node.

    Args:
        words: what flows through each link.
        curves: how those links run.
        taken: what is not to be covered.
        within: where there is room.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        accent: QColor,
        words: Sequence[str],
        curves: Sequence[Curve],
        taken: Sequence[Box],
        within: Box,
    ) -> None:
        super().__init__(parent)
        self.setZValue(1)
        blocks = [self._block(look, text) for text in words]
        sizes = [(b.width + 2 * PADDING_PX.x(), b.height + 2 * PADDING_PX.y()) for b in blocks]
        boxes = clear_places(sizes, curves, taken, within)
        self.boxes = [QRectF(QPointF(b.left, b.top), QPointF(b.right, b.bottom)) for b in boxes]
        for block, box in zip(blocks, self.boxes, strict=True):
            block.setPos(box.topLeft() + PADDING_PX)
        self._pen = QPen(faded(accent, 0.75), 2)
        self._ground = look.palette.card
        self._bounds = QRectF()
        for box in self.boxes:
            self._bounds |= box.adjusted(-2, -2, 2, 2)

    def _block(self, look: Look, text: str) -> TextBlock:
        """The words, centred under each other; they are moved to their place afterwards."""
        metrics = QFontMetricsF(look.font(STYLE.face, STYLE.sizes[0]))
        longest = max(map(metrics.horizontalAdvance, text.split(" ")))
        width = metrics.horizontalAdvance(text)
        if width > WIDEST_PX:
            width = max(longest, width * 0.62)
        zone = QRectF(0, 0, width + 1, HIGHEST_PX)
        ink, middle = look.palette.text, Qt.AlignmentFlag.AlignHCenter
        return TextBlock(self, look, text, STYLE, ink, zone, middle)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.setBrush(self._ground)
        for box in self.boxes:
            painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)


def clear_places(
    sizes: Sequence[tuple[float, float]],
    curves: Sequence[Curve],
    taken: Sequence[Box],
    within: Box,
) -> list[Box]:
    """A box of each of the `sizes` on or by its curve that covers as little as can be.

    The shortest links choose first, as they have the least choice; then each may choose again.
    """
    points = [curve.points() for curve in curves]
    order = sorted(range(len(curves)), key=lambda index: curves[index].length)
    found: dict[int, Box] = {}
    for index in order * PASSES:
        in_the_way = [*taken, *(box for other, box in found.items() if other != index)]
        passing = [place for other, row in enumerate(points) if other != index for place in row]
        ways = _ways(curves[index], sizes[index], within)
        found[index] = min(ways, key=lambda way: _cost(way, in_the_way, passing))[1]
    return [found[index] for index in range(len(curves))]


def _cost(way: tuple[float, Box], taken: Iterable[Box], passing: Iterable[Place]) -> float:
    cost, box = way
    wide = box.grown(GAP_PX)
    cost += OTHER_LINK * sum(box.holds(place) for place in passing)
    return cost + sum(wide.shared(other) for other in taken)


def _ways(curve: Curve, size: tuple[float, float], within: Box) -> Iterator[tuple[float, Box]]:
    """Where a label may stand, each with what is wrong with that in itself."""
    (x, y), (u, v) = curve.start, curve.end
    length = hypot(u - x, v - y) or 1.0
    normal = -(v - y) / length, (u - x) / length
    for share in SHARES:
        a, b = curve.at(share)
        for aside in ASIDE_PX:
            middle = a + normal[0] * aside, b + normal[1] * aside
            box = Box.around(middle, size).moved_into(within)
            yield OFF_CENTRE * abs(share - 0.5) + ASIDE * abs(aside), box
