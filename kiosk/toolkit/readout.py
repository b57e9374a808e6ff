"""The large label in which a mark is read out, above the finger that touches it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle, text_width

HEADING = TextStyle("sans", (28,), 1.25)
LARGE = TextStyle("sans-bold", (52, 44, 38, 32), 1.2)
SMALL = TextStyle("sans", (28, 26, 24), 1.3)
PADDING_PX = 22.0
ABOVE_PX = 56.0
"""How far over the finger the label ends: what it says is not to be under a fingertip."""

SWATCH_PX = 20.0
WIDEST_PX = 620.0


@dataclass(frozen=True)
class ReadLine:
    """One figure or sentence of a reading; `colour` is that of the mark it stands for."""

    words: str
    colour: QColor | None = None


@dataclass(frozen=True)
class Reading:
    """What one mark says.

    Attributes:
        at: the mark's place, in the exhibit's coordinates.
        heading: what is read, such as a year.
        main: the figure or name that was touched, in large type; may be empty.
        others: what goes with it, in smaller type.
    """

    at: QPointF
    heading: str
    main: ReadLine
    others: tuple[ReadLine, ...] = ()


class ReadOut(QGraphicsItem):
    """Shows one reading at a time, inside `bounds` of its parent, once it is on a scene."""

    def __init__(self, parent: QGraphicsItem, look: Look, bounds: QRectF) -> None:
        super().__init__(parent)
        self._look = look
        self._limits = bounds
        self._size = QSizeF()
        self._swatches: list[tuple[QPointF, QColor]] = []
        self._blocks: list[TextBlock] = []
        self.setZValue(4)
        self.setVisible(False)

    @property
    def words(self) -> str:
        """All that it says, in the order of reading; empty while nothing is read."""
        return "\n".join(block.text for block in self._blocks) if self.isVisible() else ""

    def show_reading(self, reading: Reading) -> None:
        """Says what `reading` says, over its mark."""
        self.prepareGeometryChange()
        for block in self._blocks:
            self.scene().removeItem(block)
        self._blocks, self._swatches = [], []
        y, width = PADDING_PX - 6, 0.0
        if reading.heading:
            y, width = self._add(ReadLine(reading.heading), HEADING, y, muted=True)
        lines = [(reading.main, LARGE)] if reading.main.words else []
        for line, style in [*lines, *((line, SMALL) for line in reading.others)]:
            y, line_width = self._add(line, style, y)
            width = max(width, line_width)
        self._size = QSizeF(width + 2 * PADDING_PX, y + PADDING_PX - 6)
        self.setPos(self._place(reading.at))
        self.setVisible(True)

    def clear(self) -> None:
        """Says nothing."""
        self.setVisible(False)

    def _add(
        self, line: ReadLine, style: TextStyle, y: float, muted: bool = False
    ) -> tuple[float, float]:
        """Sets a line under those before; returns where the next begins, and its width."""
        palette = self._look.palette
        indent = SWATCH_PX + 12 if line.colour else 0.0
        widest = min(WIDEST_PX, self._limits.width() - 2 * PADDING_PX) - indent
        height = _one_line(self._look, line.words, style, widest)
        zone = QRectF(PADDING_PX + indent, y, widest, height)
        ink = palette.muted if muted else palette.text
        block = TextBlock(self, self._look, line.words, style, ink, zone)
        if line.colour:
            middle = QPointF(PADDING_PX, y + block.line_px / 2 - SWATCH_PX / 2)
            self._swatches.append((middle, line.colour))
        self._blocks.append(block)
        return y + block.height, indent + block.width

    def _place(self, at: QPointF) -> QPointF:
        """Over `at`; beside it where there is no room above, and under it where neither fits."""
        bounds, width, height = self._limits, self._size.width(), self._size.height()
        x, y = at.x() - width / 2, at.y() - ABOVE_PX - height
        if y < bounds.top():
            left, right = at.x() - ABOVE_PX - width, at.x() + ABOVE_PX
            if right + width <= bounds.right() or left >= bounds.left():
                y = bounds.top()
                x = right if right + width <= bounds.right() else left
            else:
                y = min(at.y() + ABOVE_PX, bounds.bottom() - height)
        return QPointF(min(max(x, bounds.left()), max(bounds.left(), bounds.right() - width)), y)

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._size).adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text, 2))
        painter.setBrush(palette.card)
        painter.drawRoundedRect(QRectF(QPointF(0, 0), self._size), 16, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        for corner, colour in self._swatches:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(corner, QSizeF(SWATCH_PX, SWATCH_PX)), 4, 4)


def _one_line(look: Look, words: str, style: TextStyle, width: float) -> float:
    """The height that makes a block choose the largest size at which `words` take one line.

    Where they do not at any size, there is room for as many lines as they need.
    """
    for size in style.sizes:
        if text_width(look.font(style.face, size), words) <= width:
            return size * style.line_height + 1
    return 400.0
