"""How far something is, as a bar that fills."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look


class ProgressBar(QGraphicsItem):
    """Fills `rect` of its parent, as far as `progress` says, which goes from 0 to 1."""

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF, progress: float) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._progress = progress
        self.setPos(rect.topLeft())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, radius = self._look.palette, self._bounds.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.rule)
        painter.drawRoundedRect(self._bounds, radius, radius)
        filled = QRectF(self._bounds)
        filled.setWidth(max(filled.width() * self._progress, filled.height()))
        painter.setBrush(palette.scene_accents()[0])
        painter.drawRoundedRect(filled, radius, radius)
