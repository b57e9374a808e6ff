"""The lines of a chart: what is known in one stroke, what is forecast dashed, and what is under."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from kiosk.toolkit.palette import faded

LINE_PX = 6.0
UNDER_PX = 6.0
"""How much wider the last series is than the first, so that one under another still shows."""

THIN_PX = 4.0
FINE_PX = 2.5
MANY = 200
"""A line through more points than this is a texture rather than a path, and drawn finely."""

AREA_TOP, AREA_FOOT = 0.32, 0.02
BAND = 0.22


def line_px(row: int, rows: int, points: int, dotted: bool) -> float:
    """How wide a line is drawn, in design pixels."""
    if dotted:
        return LINE_PX + UNDER_PX * row / rows
    return FINE_PX if points > MANY else THIN_PX


def draw_stroke(
    painter: QPainter, points: Sequence[QPointF], known: int, colour: QColor, width_px: float
) -> None:
    """Draws a line from left to right, dashed from the last of its `known` points on."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setBrush(Qt.BrushStyle.NoBrush)
    parts = (
        (points[:known], Qt.PenStyle.SolidLine),
        (points[max(0, known - 1) :] if known < len(points) else (), Qt.PenStyle.DashLine),
    )
    for part, style in parts:
        if len(part) > 1:
            painter.setPen(QPen(colour, width_px, style, cap, join))
            painter.drawPolyline(QPolygonF(list(part)))


def draw_area(painter: QPainter, points: Sequence[QPointF], zero_y: float, colour: QColor) -> None:
    """Fills what lies between a line and zero, fading from where the line is highest."""
    gradient = QLinearGradient(0, min(p.y() for p in points), 0, zero_y)
    gradient.setColorAt(0, faded(colour, AREA_TOP))
    gradient.setColorAt(1, faded(colour, AREA_FOOT))
    feet = [QPointF(points[-1].x(), zero_y), QPointF(points[0].x(), zero_y)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawPolygon(QPolygonF([*points, *feet]))


def draw_band(painter: QPainter, outlines: Sequence[QPolygonF], colour: QColor) -> None:
    """Fills the stretches of a range around a line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(colour, BAND))
    for outline in outlines:
        painter.drawPolygon(outline)
