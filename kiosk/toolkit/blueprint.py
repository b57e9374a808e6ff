"""Paints a model that was traced: its ground, its lines by distance, what is read in colour."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.toolkit.assembly import Trace
from kiosk.toolkit.columns import Leader
from kiosk.toolkit.palette import Palette, faded
from kiosk.toolkit.wireframe import Layers

WIDTHS_PX = (1.2, 1.5, 1.8, 2.2, 2.6)
NEARNESS = (0.0, 0.2, 0.45, 0.72, 1.0)
"""How wide lines are, and how far their colour is from the rules' to the text's; far ones first."""

DIMMED = 0.5
"""How much of a line's colour is left while another part is read."""

LIT_WIDER_PX = 0.7
GUIDE_PX = 2.0
LEADER_PX = 2.0
ANCHOR_PX = 5.0


class Blueprint:
    """The pens for one look.

    Colours are mixed beforehand instead of being seen through: crossing lines make no knots, and
    even the farthest stand out from the background as all rules do.

    Args:
        accent: of what is read, and of the points that names belong to.
    """

    def __init__(self, palette: Palette, accent: QColor) -> None:
        self._accent = accent
        inks = [_mixed(palette.rule, palette.text, share) for share in NEARNESS]
        dim = [_mixed(palette.background, ink, DIMMED) for ink in inks]
        self._plain = [_pen(ink, width) for ink, width in zip(inks, WIDTHS_PX, strict=True)]
        self._dimmed = [_pen(ink, width) for ink, width in zip(dim, WIDTHS_PX, strict=True)]
        self._lit = [_pen(accent, width + LIT_WIDER_PX) for width in WIDTHS_PX]
        self._ring = _pen(palette.rule, LEADER_PX)
        self._guide = _pen(accent, GUIDE_PX)
        self._guide.setDashPattern([1, 4])
        self._leader = _pen(faded(palette.muted, 0.75), LEADER_PX)
        self._read_leader = _pen(accent, LEADER_PX + 1)
        self._rim = _pen(palette.background, 2)

    def paint(self, painter: QPainter, trace: Trace) -> None:
        """Paints the ground and the model."""
        painter.setPen(self._ring)
        painter.drawLines(trace.ring)
        painter.setPen(self._guide)
        painter.drawLines(trace.guides)
        is_read = any(trace.lit)
        _draw(painter, trace.plain, self._dimmed if is_read else self._plain)
        _draw(painter, trace.lit, self._lit)

    def paint_leaders(self, painter: QPainter, leaders: Sequence[Leader], read: int | None) -> None:
        """Paints the lines to the names, that of `read` in colour."""
        whole = painter.opacity()
        for index, (line, opacity) in enumerate(leaders):
            painter.setOpacity(whole * opacity)
            painter.setPen(self._read_leader if index == read else self._leader)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(line)
            painter.setPen(self._rim)
            painter.setBrush(self._accent)
            radius = ANCHOR_PX + 3 if index == read else ANCHOR_PX
            painter.drawEllipse(line.first(), radius, radius)
        painter.setOpacity(whole)


def _draw(painter: QPainter, layers: Layers, pens: Sequence[QPen]) -> None:
    for lines, pen in zip(layers, pens, strict=True):
        painter.setPen(pen)
        painter.drawLines(lines)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _mixed(ground: QColor, colour: QColor, ratio: float) -> QColor:
    """What `colour` looks like on `ground` when so much of it covers it."""
    pairs = (
        (ground.redF(), colour.redF()),
        (ground.greenF(), colour.greenF()),
        (ground.blueF(), colour.blueF()),
    )
    return QColor.fromRgbF(*(a + (b - a) * ratio for a, b in pairs))
