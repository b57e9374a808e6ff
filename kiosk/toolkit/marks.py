"""Painting that several kinds of charts share: hatching, legends, labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import text_width

HATCH_STEP_PX = 14.0
SWATCH_PX = 24.0
LABEL_PX = 40.0
LABEL_ROOM_PX = 48.0
"""How much height the figure over a mark takes up with its gap."""


def hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fills `rect` as a forecast: a faint ground, diagonal lines and an outline."""
    if rect.height() <= 0:
        return
    painter.save()
    painter.fillRect(rect, faded(colour, 0.22))
    painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(_diagonals(rect))
    painter.setPen(QPen(colour, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, 1.5))
    painter.restore()


def _diagonals(rect: QRectF) -> list[QLineF]:
    """Rising lines across `rect`, cut at its edges: a clip would cost more than the lines."""
    lines = []
    x = rect.left() - rect.height() + HATCH_STEP_PX
    while x < rect.right():
        left, right = max(x, rect.left()), min(x + rect.height(), rect.right())
        lines.append(QLineF(left, rect.bottom() - (left - x), right, rect.bottom() - (right - x)))
        x += HATCH_STEP_PX
    return lines


@dataclass(frozen=True)
class LegendEntry:
    """A name beside the mark it stands for."""

    name: str
    colour: QColor
    forecast: bool = False


def draw_legend(
    painter: QPainter, origin: QPointF, font: QFont, entries: Sequence[LegendEntry]
) -> None:
    """Draws swatches with their names in a row, from `origin` at the row's middle to the right."""
    painter.save()
    painter.setFont(font)
    x = origin.x()
    for entry in entries:
        swatch = QRectF(x, origin.y() - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX)
        if entry.forecast:
            hatch(painter, swatch, entry.colour)
        else:
            painter.fillRect(swatch, entry.colour)
        x += SWATCH_PX + 10
        width = text_width(font, entry.name)
        painter.setPen(entry.colour)
        painter.drawText(
            QRectF(x, origin.y() - 30, width + 4, 60), Qt.AlignmentFlag.AlignVCenter, entry.name
        )
        x += width + 32
    painter.restore()


def label_box(foot: QPointF, font: QFont, words: str) -> QRectF:
    """Where `words` stand when they are centred over `foot`, in the coordinates of `foot`."""
    width = text_width(font, words) + 8
    return QRectF(foot.x() - width / 2, foot.y() - LABEL_PX, width, LABEL_PX)


def draw_label(painter: QPainter, foot: QPointF, font: QFont, colour: QColor, words: str) -> None:
    """Draws `words` centred over `foot`, their lower edge there."""
    painter.setFont(font)
    painter.setPen(colour)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(label_box(foot, font, words), flags, words)
