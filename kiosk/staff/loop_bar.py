"""One round of a programme as a bar: each scene as wide as it is long."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import text_width

HEIGHT_PX = 56.0
RADIUS_PX = 14.0
GAP_PX = 3.0
WORDS_PX = 26
PADDING_PX = 8.0


@dataclass(frozen=True)
class Stretch:
    """One scene of a round.

    Attributes:
        said: how long it is on, in words.
        short: the same as a bare number, for where there is little room.
    """

    seconds: float
    colour: QColor
    said: str
    short: str


class LoopBar(QGraphicsItem):
    """Fills `rect` of its parent; what has no room for its number has none."""

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent)
        self._look = look
        self._font = look.font("sans-bold", WORDS_PX)
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._parts: list[tuple[QRectF, QColor, str]] = []
        self._edge = QPainterPath()
        self._edge.addRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        self.setPos(rect.topLeft())

    def show_loop(self, stretches: Sequence[Stretch]) -> None:
        """Shows the scenes of a round."""
        whole_s = max(1.0, sum(stretch.seconds for stretch in stretches))
        gap = GAP_PX if len(stretches) < self._bounds.width() / (8 * GAP_PX) else 1.0
        free = self._bounds.width() - gap * (len(stretches) - 1)
        left, self._parts = 0.0, []
        for stretch in stretches:
            wide = free * stretch.seconds / whole_s
            part = QRectF(left, 0, wide, self._bounds.height())
            self._parts.append((part, stretch.colour, self._fitting(stretch, wide)))
            left += wide + gap
        self.update()

    def _fitting(self, stretch: Stretch, wide: float) -> str:
        for words in (stretch.said, stretch.short):
            if text_width(self._font, words) <= wide - 2 * PADDING_PX:
                return words
        return ""

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._edge, Qt.ClipOperation.IntersectClip)
        painter.setFont(self._font)
        for part, colour, words in self._parts:
            painter.fillRect(part, colour)
            painter.setPen(self._look.palette.ink_on(colour))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, words)
