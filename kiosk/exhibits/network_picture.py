"""The pens and icons of a network, and how they paint what is seen of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from kiosk.exhibits.network_shapes import Box, Curve, Place
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded

LINK_PX, LIT_PX = 3.0, 5.5
DIMMED_LINKS = 0.45
PULSE_PX, HALO_PX, HALO = 4.0, 10.0, 0.25
OUTLINE_PX, RING_GAP_PX = 3.0, 9.0
LARGER = 0.1
"""How much larger a chosen node is."""

ICON_RATIO = 0.98
"""The side of an icon, in radii of its disc."""

VEIL, VEIL_PX = 0.85, 8.0
"""How much of a link is hidden where it runs under a name."""


class Strokes(NamedTuple):
    """Links as Qt draws them fastest: straight ones together, and bent ones one by one."""

    lines: list[QLineF]
    bent: list[QPolygonF]

    @classmethod
    def of(cls, curves: Iterable[Curve]) -> "Strokes":
        """The strokes along so many curves."""
        lines, bent = [], []
        for curve in curves:
            if curve.is_straight:
                lines.append(QLineF(QPointF(*curve.start), QPointF(*curve.end)))
            else:
                bent.append(QPolygonF([QPointF(*place) for place in curve.points()]))
        return cls(lines, bent)

    def draw(self, painter: QPainter, colour: QColor, width: float) -> None:
        """Draws them in one colour."""
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(self.lines)
        for polygon in self.bent:
            painter.drawPolyline(polygon)


class Pulse(NamedTuple):
    """A light on a link; `strength` is from 0 to 1."""

    place: Place
    strength: float

    def faint(self, share: float) -> "Pulse":
        """The same with a share of its strength."""
        return Pulse(self.place, self.strength * share)


class Disc(NamedTuple):
    """A node.

    Attributes:
        chosen: how far it is the one that is touched, from 0 to 1.
        strength: how little it is dimmed, from 0 to 1.
    """

    middle: QPointF
    radius: float
    chosen: float
    strength: float


@dataclass(frozen=True)
class Seen:
    """What is painted.

    Attributes:
        links: all of them as they are at rest.
        dimmed: how far something is chosen, from 0 to 1.
        lit: those that are lit, and how far.
        named: how far the names are there.
    """

    links: Strokes
    dimmed: float
    lit: list[tuple[Strokes, float]]
    pulses: list[Pulse]
    named: float
    discs: list[Disc]


class Picture:
    """Paints a network in one look.

    Args:
        icons: the file of each node's icon; None for a node without one.
        radius: of the largest disc, in design pixels.
        crossed: the names under which a link runs.
    """

    def __init__(
        self,
        look: Look,
        accent: QColor,
        icons: Sequence[str | None],
        radius: float,
        crossed: Sequence[Box],
    ) -> None:
        palette = look.palette
        self._accent, self._rule, self._ground = accent, palette.rule, palette.card
        self._veil = faded(palette.background, VEIL)
        self._crossed = [name.grown(VEIL_PX / 2).rect for name in crossed]
        side = radius * ICON_RATIO
        self._plain = [_icon(look, name, side, palette.text) for name in icons]
        self._chosen = [_icon(look, name, side, palette.background) for name in icons]

    def paint(self, painter: QPainter, seen: Seen) -> None:
        """Paints the links, the pulses on them, and the discs over both."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        opacity = painter.opacity()
        painter.setOpacity(opacity * (1 - (1 - DIMMED_LINKS) * seen.dimmed))
        seen.links.draw(painter, self._rule, LINK_PX)
        for strokes, glow in seen.lit:
            painter.setOpacity(opacity * glow)
            strokes.draw(painter, self._accent, LINK_PX + (LIT_PX - LINK_PX) * glow)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_pulses(painter, seen.pulses, opacity)
        self._paint_veils(painter, opacity * seen.named)
        for disc, plain, chosen in zip(seen.discs, self._plain, self._chosen, strict=True):
            self._paint_disc(painter, disc, opacity)
            _paint_icon(painter, disc, plain, opacity * disc.strength * (1 - disc.chosen))
            _paint_icon(painter, disc, chosen, opacity * disc.chosen)
        painter.setOpacity(opacity)

    def _paint_pulses(self, painter: QPainter, pulses: Sequence[Pulse], opacity: float) -> None:
        painter.setBrush(self._accent)
        for radius, share in ((HALO_PX, HALO), (PULSE_PX, 1.0)):
            for place, strength in pulses:
                painter.setOpacity(opacity * share * strength)
                painter.drawEllipse(QPointF(*place), radius, radius)

    def _paint_veils(self, painter: QPainter, opacity: float) -> None:
        painter.setOpacity(opacity)
        painter.setBrush(self._veil)
        for name in self._crossed:
            painter.drawRoundedRect(name, VEIL_PX, VEIL_PX)

    def _paint_disc(self, painter: QPainter, disc: Disc, opacity: float) -> None:
        """Filled discs on each other: to draw outlines would take twice as long."""
        radius = disc.radius * (1 + LARGER * disc.chosen)
        inner = max(radius - OUTLINE_PX, 0.0)
        for colour, strength, reach in (
            (self._ground, float(disc.strength < 1), radius),
            (self._accent, disc.strength, radius),
            (self._ground, 1.0, inner),
            (self._accent, disc.chosen, inner),
        ):
            if strength:
                painter.setOpacity(opacity * strength)
                painter.setBrush(colour)
                painter.drawEllipse(disc.middle, reach, reach)
        if disc.chosen:
            self._paint_ring(painter, disc.middle, radius + RING_GAP_PX * disc.chosen)

    def _paint_ring(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setPen(QPen(self._accent, OUTLINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)


def _paint_icon(painter: QPainter, disc: Disc, pixmap: QPixmap, opacity: float) -> None:
    if opacity <= 0:
        return
    side = disc.radius * ICON_RATIO
    square = QRectF(0, 0, side, side)
    square.moveCenter(disc.middle)
    painter.setOpacity(opacity)
    painter.drawPixmap(square, pixmap, QRectF(pixmap.rect()))


def _icon(look: Look, name: str | None, side: float, colour: QColor) -> QPixmap:
    """An icon at twice its size, to be drawn smoothly wherever its disc sways to.

    A node without an icon has a dot.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    pixmap = QPixmap(round(side * 2), round(side * 2))
    pixmap.fill(Qt.GlobalColor.transparent)
    square = QRectF(pixmap.rect())
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if name:
            look.icons.draw(painter, name, square, colour)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(square.center(), side / 3, side / 3)
    return pixmap
