"""Painting that several kinds of charts share: hatching, markers, labels."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kiosk.toolkit.palette import faded

HATCH_STEP_PX = 14.0
DOT_PX = 9.0
MARKERS = 5
_TURNS = {2: (0, 90, 180, 270), 3: (-90, 30, 150), 4: (90, 210, 330)}
"""A diamond, and triangles that point up and down: where their corners are, in degrees."""

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


def draw_marker(
    painter: QPainter,
    point: QPointF,
    row: int,
    colour: QColor,
    ground: QColor,
    radius: float = DOT_PX,
    hollow: bool = False,
) -> None:
    """Draws the dot of a line: each series has a shape of its own beside its colour.

    A `hollow` one, for a forecast, is filled with `ground`; the others are outlined in it.
    """
    painter.setPen(QPen(colour if hollow else ground, 4 if hollow else 3))
    painter.setBrush(ground if hollow else colour)
    match row % MARKERS:
        case 0:
            painter.drawEllipse(point, radius, radius)
        case 1:
            side = radius * 1.8
            painter.drawRect(QRectF(point.x() - side / 2, point.y() - side / 2, side, side))
        case corner:
            painter.drawPolygon(_polygon(point, radius * 1.3, _TURNS[corner]))


def _polygon(middle: QPointF, radius: float, turns: Sequence[float]) -> QPolygonF:
    return QPolygonF(
        [
            middle + QPointF(radius * math.cos(turn), radius * math.sin(turn))
            for turn in map(math.radians, turns)
        ]
    )
