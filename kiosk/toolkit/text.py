"""A block of text on the stage: broken into lines once, painted many times."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.fonts import Face
from kiosk.toolkit.look import Look
from kiosk.toolkit.typesetting import break_lines

PARAGRAPH_GAP_RATIO = 0.45


@dataclass(frozen=True)
class TextStyle:
    """How a text may be set: the sizes are tried from the first, in design pixels."""

    face: Face
    sizes: tuple[int, ...]
    line_height: float = 1.6


KICKER = TextStyle("sans-bold", (28,), 1.3)
KICKER_TOTAL = TextStyle("sans", (28,), 1.3)
H1 = TextStyle("serif-bold", (124, 112, 96, 84, 72, 64, 56, 48, 42), 1.12)
LEAD = TextStyle("sans", (38, 36, 34, 32, 30, 28), 1.5)
CAPTION = TextStyle("sans", (28, 26), 1.35)
H2 = TextStyle("sans-bold", (40, 36, 32), 1.25)
SUBTITLE = TextStyle("sans", (28, 26, 24), 1.3)
SOURCE = TextStyle("sans", (24,), 1.35)
BODY = TextStyle("sans", (36, 34, 32, 30), 1.65)
NAME = TextStyle("sans-bold", (28, 26, 24, 22, 20), 1.3)
LABEL = TextStyle("sans", (32, 30, 28), 1.3)


class TextBlock(QGraphicsItem):
    """One text in one style within a column.

    Attributes:
        size_px: the size that was chosen, in design pixels.
        height: what the lines take up, in design pixels.
        overflow_px: how much higher the lines are than the zone, 0 where they fit.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        text: str,
        style: TextStyle,
        colour: QColor,
        zone: QRectF,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._colour = colour
        self._align = align
        self._zone = QRectF(zone)
        lines: Sequence[str] = ()
        for size in style.sizes:
            self.font = look.font(style.face, size)
            metrics = QFontMetricsF(self.font)
            lines = break_lines(text, metrics.horizontalAdvance, zone.width())
            self.size_px = size
            self.line_px = size * style.line_height
            self.height = sum(map(self._height_of, lines))
            if self.height <= zone.height() + 0.5:
                break
        self.overflow_px = max(0.0, self.height - zone.height())
        self.lines = tuple(lines)
        self.width = max(map(metrics.horizontalAdvance, lines), default=0.0)
        self._drop = (self.line_px - metrics.height()) / 2
        self._placed = tuple(
            (self._x(metrics.horizontalAdvance(line), line), self._static(line)) for line in lines
        )
        self.setPos(zone.topLeft())

    def inked(self) -> QRectF:
        """Where its lines stand, in its own coordinates; the zone may be wider."""
        left = min((x for x, _ in self._placed), default=0.0)
        return QRectF(left, 0, self.width, self.height)

    def find(self, pattern: re.Pattern[str]) -> list[QRectF]:
        """Where the first match of `pattern` stands: a rectangle for each line that it is on.

        The lines are searched as one text, in which a space stands between two Latin ones.
        """
        text, starts = "", []
        for line in self.lines:
            if text and text[-1:].isascii() and line[:1].isascii():
                text += " "
            starts.append(len(text))
            text += line
        match = pattern.search(text)
        if match is None:
            return []
        parts, y = [], 0.0
        for start, line, (x, _) in zip(starts, self.lines, self._placed, strict=True):
            first, last = max(match.start() - start, 0), min(match.end() - start, len(line))
            if first < last:
                left = text_width(self.font, line[:first])
                width = text_width(self.font, line[:last]) - left
                parts.append(QRectF(x + left, y, width, self.line_px))
            y += self._height_of(line)
        return parts

    def _height_of(self, line: str) -> float:
        """An empty line parts two paragraphs, and takes less room than words."""
        return self.line_px if line else self.line_px * PARAGRAPH_GAP_RATIO

    def _static(self, line: str) -> QStaticText:
        static = QStaticText(line)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=self.font)
        return static

    def _x(self, width: float, line: str) -> float:
        if self._align == Qt.AlignmentFlag.AlignRight:
            return self._zone.width() - width
        if self._align == Qt.AlignmentFlag.AlignHCenter:
            return (self._zone.width() - width) / 2
        # An opening mark is drawn in the right half of its square: it hangs into the margin.
        return -0.5 * self.size_px if line[:1] in "「『（《" and line else 0.0

    def boundingRect(self) -> QRectF:
        margin = self.size_px / 2
        return QRectF(0, 0, self._zone.width(), self.height).adjusted(
            -margin, -margin / 2, margin, margin / 2
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(self._colour)
        painter.setFont(self.font)
        y = self._drop
        for x, static in self._placed:
            painter.drawStaticText(QPointF(x, y), static)
            y += self._height_of(static.text())


def text_width(font: QFont, text: str) -> float:
    """The advance of `text`, in design pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)
