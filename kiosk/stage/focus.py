"""Which item the keys act on, and the ring that shows it.

The ring is drawn in the colour of text, with an edge in that of the ground: it stands out from
whatever it lies on, and however small the window is, it is wide enough to be seen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

RING_PX = 5.0
LEAST_PX = 4.0
"""How wide the ring is at least in the window's own pixels."""

EDGE_PX = 2.0
GAP_PX = 5.0


class FocusRing(QGraphicsItem):
    """Walks through the touchable items in reading order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rect = QRectF()
        self._width = RING_PX
        self.item: Touchable | None = None
        self.setZValue(20)
        self.setVisible(False)

    def step(self, items: Sequence[Touchable], step: int) -> None:
        """Moves to the next item, or with a `step` of -1 to the one before."""
        if not items:
            return
        if self.item in items:
            index = (items.index(self.item) + step) % len(items)
        else:
            index = 0 if step > 0 else len(items) - 1
        self.put(items[index])

    def put(self, item: Touchable) -> None:
        """Moves to `item`."""
        self.item = item
        self.prepareGeometryChange()
        self._width = max(RING_PX, LEAST_PX / self._scale())
        margin = self._width / 2 + GAP_PX
        bounds = item.mapRectToScene(item.boundingRect())
        self._rect = bounds.adjusted(-margin, -margin, margin, margin)
        self.setVisible(True)

    def clear(self) -> None:
        """Focuses nothing."""
        self.item = None
        self.setVisible(False)

    def _scale(self) -> float:
        """How many of the window's pixels a design unit is."""
        views = self.scene().views()
        return views[0].transform().m11() if views else 1.0

    def boundingRect(self) -> QRectF:
        margin = self._width / 2 + EDGE_PX + 1
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = min(30.0, self._rect.height() / 2)
        palette, width = self._look.palette, self._width
        for colour, wide in ((palette.background, width + 2 * EDGE_PX), (palette.text, width)):
            painter.setPen(QPen(colour, wide))
            painter.drawRoundedRect(self._rect, radius, radius)
