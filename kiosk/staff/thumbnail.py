"""A small picture of a scene, or an empty frame until it is painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look

RADIUS_PX = 10.0
FAINT = 0.45
"""How much is left of a scene that is not shown."""


class Thumbnail(QGraphicsItem):
    """Fills `rect` of its parent; a picture of another shape stands in its middle."""

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._picture: QPixmap | None = None
        self._frame = QRectF(self._bounds)
        self.setPos(rect.topLeft())

    def show_picture(self, picture: QPixmap | None, shown: bool) -> None:
        """Shows a picture, if there is one; `shown` is whether the scene is on."""
        self.setOpacity(1.0 if shown else FAINT)
        if picture is self._picture:
            return
        self._picture = picture
        self._frame = QRectF(self._bounds)
        if picture and not picture.isNull():
            ratio = picture.width() / picture.height()
            wide = min(self._bounds.width(), self._bounds.height() * ratio)
            self._frame = QRectF(0, 0, wide, wide / ratio)
            self._frame.moveCenter(self._bounds.center())
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(self._frame, RADIUS_PX, RADIUS_PX)
        painter.fillPath(edge, palette.background)
        if self._picture:
            painter.save()
            painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(self._frame, self._picture, QRectF(self._picture.rect()))
            painter.restore()
        painter.setPen(QPen(palette.rule, 2))
        painter.drawPath(edge)
