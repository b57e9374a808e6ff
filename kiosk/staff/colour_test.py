"""Full screens of one kind each, on which a bad pixel, a wrong colour or a band shows.

The colours are those that a panel is made of, and no theme's. The screens follow one another by
hand and never by themselves.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

GREYS = 16
PLATE_PX = (560.0, 104.0)
BOTTOM_PX = 96.0
SWATCH_COLUMNS = 4
HINT = TextStyle("sans", (32, 30, 28), 1.25)

Paint = Callable[[QPainter, QRectF], None]


class ColourTest(Touchable):
    """Covers `bounds` with one screen after the other; a tap goes on, and after the last it ends.

    Args:
        hint: what to do, shown on the first screen alone.
    """

    def __init__(
        self, parent: QGraphicsItem, look: Look, bounds: QRectF, name: str, hint: str
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._hint = hint
        self._block: TextBlock | None = None
        self.screen = 0
        self.screens: tuple[Paint, ...] = (
            _plain(Qt.GlobalColor.red),
            _plain(Qt.GlobalColor.green),
            _plain(Qt.GlobalColor.blue),
            _plain(Qt.GlobalColor.white),
            _plain(Qt.GlobalColor.black),
            _greys,
            _checkers,
            self._swatches,
        )
        self.cover(bounds)

    def cover(self, bounds: QRectF) -> None:
        """Covers another area."""
        self.prepareGeometryChange()
        self._bounds = QRectF(bounds)
        self._plate = QRectF(0, 0, *PLATE_PX)
        self._plate.moveCenter(bounds.center())
        self._plate.moveBottom(bounds.bottom() - BOTTOM_PX)
        self._show()

    def activate(self) -> None:
        if not self.step(1):
            super().activate()

    def step(self, step: int) -> bool:
        if not 0 <= self.screen + step < len(self.screens):
            return False
        self.screen += step
        self._show()
        return True

    def describe(self) -> str:
        return f"{self.name} {self.screen + 1} / {len(self.screens)}"

    def _show(self) -> None:
        if self._block is not None:
            discard(self._block)
            self._block = None
        if self.screen == 0:
            ink = self._look.palette.text
            self._block = label(self, self._look, self._hint, HINT, ink, self._plate)
        self.update()

    def _swatches(self, painter: QPainter, bounds: QRectF) -> None:
        """The theme's own colours, each as large as there is room."""
        palette = self._look.palette
        roles = [palette.background, palette.card, palette.rule, palette.muted, palette.text]
        series = [palette.series("prologue", index) for index in range(1, 7)]
        colours = [*roles, palette.accent("prologue"), *palette.scene_accents(), *series]
        rows = len(colours) // SWATCH_COLUMNS
        wide, high = bounds.width() / SWATCH_COLUMNS, bounds.height() / rows
        for index, colour in enumerate(colours):
            row, column = divmod(index, SWATCH_COLUMNS)
            corner = QPointF(bounds.left() + column * wide, bounds.top() + row * high)
            painter.fillRect(QRectF(corner.x(), corner.y(), wide + 1, high + 1), colour)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self.screens[self.screen](painter, self._bounds)
        if self._block is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.palette.card)
            radius = self._plate.height() / 2
            painter.drawRoundedRect(self._plate, radius, radius)


def _plain(colour: Qt.GlobalColor) -> Paint:
    return lambda painter, bounds: painter.fillRect(bounds, colour)


def _greys(painter: QPainter, bounds: QRectF) -> None:
    """From black to white without a step, and below that in steps that can be counted."""
    upper, lower = QRectF(bounds), QRectF(bounds)
    upper.setBottom(bounds.center().y())
    lower.setTop(upper.bottom())
    gradient = QLinearGradient(bounds.topLeft(), bounds.topRight())
    gradient.setColorAt(0, Qt.GlobalColor.black)
    gradient.setColorAt(1, Qt.GlobalColor.white)
    painter.fillRect(upper, gradient)
    wide = bounds.width() / GREYS
    for step in range(GREYS):
        grey = round(255 * step / (GREYS - 1))
        left = bounds.left() + step * wide
        painter.fillRect(
            QRectF(left, lower.top(), wide + 1, lower.height()), QColor(grey, grey, grey)
        )


def _checkers(painter: QPainter, bounds: QRectF) -> None:
    """Every second pixel of the panel itself, black and white: it looks grey and even."""
    pair = QImage(2, 2, QImage.Format.Format_RGB32)
    pair.fill(Qt.GlobalColor.black)
    pair.setPixelColor(0, 0, Qt.GlobalColor.white)
    pair.setPixelColor(1, 1, Qt.GlobalColor.white)
    brush = QBrush(pair)
    shrink = 1 / painter.device().devicePixelRatioF()
    brush.setTransform(QTransform.fromScale(shrink, shrink))
    painter.save()
    within = painter.worldTransform().mapRect(bounds)
    painter.resetTransform()
    painter.setBrushOrigin(0, 0)
    painter.fillRect(within, brush)
    painter.restore()
