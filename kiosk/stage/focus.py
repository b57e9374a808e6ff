"""Which item the keys act on, and the ring that shows it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

RING_PX = 5.0
GAP_PX = 5.0


class FocusRing(QGraphicsItem):
    """Walks through the touchable items in reading order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rect = QRectF()
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
        margin = RING_PX / 2 + GAP_PX
        bounds = item.mapRectToScene(item.boundingRect())
        self.prepareGeometryChange()
        self._rect = bounds.adjusted(-margin, -margin, margin, margin)
        self.setVisible(True)

    def clear(self) -> None:
        """Focuses nothing."""
        self.item = None
        self.setVisible(False)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.text, RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = min(30.0, self._rect.height() / 2)
        painter.drawRoundedRect(self._rect, radius, radius)
