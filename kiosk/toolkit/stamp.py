"""An icon that stands in many places: rendered once for the pixels it is shown at, then stamped."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kiosk.toolkit.icons import Icons


class Stamp:
    """One icon in one colour and size.

    Args:
        icons: where it comes from.
        name: of the icon.
        side: of its square, in design pixels.
        colour: of its lines.

    Raises:
        FileNotFoundError: there is no such icon.
    """

    def __init__(self, icons: Icons, name: str, side: float, colour: QColor) -> None:
        self._icons = icons
        self._name = name
        self._side = side
        self._colour = colour
        self._rendered: dict[int, QPixmap] = {}
        self._render(round(side))  # the file is read here, and not while something is painted

    def draw(self, painter: QPainter, corners: Iterable[QPointF], share: float = 1.0) -> None:
        """Draws it with its upper left corner at each of `corners`, or its left `share` alone.

        It stands on whole pixels of the device, where it is sharp and cheap.
        """
        to_device = painter.deviceTransform()
        pixmap = self._pixmap(max(1, round(self._side * to_device.m11())))
        part = QRectF(0, 0, round(pixmap.width() * share), pixmap.height())
        if part.isEmpty():
            return  # Qt takes no part for all of it
        painter.save()
        painter.resetTransform()
        ratio = painter.deviceTransform().m11()
        pixmap.setDevicePixelRatio(ratio)
        for corner in corners:
            at = to_device.map(corner)
            painter.drawPixmap(QPointF(round(at.x()) / ratio, round(at.y()) / ratio), pixmap, part)
        painter.restore()

    def _pixmap(self, side_px: int) -> QPixmap:
        if side_px not in self._rendered:
            self._rendered.clear()
            self._render(side_px)
        return self._rendered[side_px]

    def _render(self, side_px: int) -> None:
        pixmap = QPixmap(side_px, side_px)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            square = QRectF(0, 0, side_px, side_px)
            self._icons.draw(painter, self._name, square, self._colour)
        self._rendered[side_px] = pixmap
