"""What every backdrop is drawn with: inks, dots, soft light, and how much of it a place allows.

Backdrops are drawn in design units, of which the short side of a picture always has `SHORT_SIDE`:
a kind never asks how many pixels it is given. Stars and sparks are dots first and paint second,
so that those of one motif can fly to their places in another. No motif is known here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QRadialGradient

from kiosk.toolkit.palette import contrast

SHORT_SIDE = 1080.0
"""Design units along the short side of every picture."""

SPARKS = 480
"""How many sparks every motif has: the same number, so that each can fly to its next place."""

LEGIBLE = 5.5
"""The contrast that small words keep on anything that is drawn behind them.

They have to have 4.5 (WCAG 2.2, 1.4.3): where a spark crosses a line, there is something to spare.
"""

_FALLOFF = tuple((step / 24, (1 - step / 24) ** 2) for step in range(25))
"""How strong light is at a ratio of its radius; a small glow makes do with each fourth of these."""


@dataclass(frozen=True)
class Inks:
    """The colours of one theme that a backdrop is drawn in.

    Attributes:
        background: what everything stands on.
        star: the star field, on dark themes lighter and on light ones darker than the background.
        accent: the scene's own colour.
        others: the four scenes' colours in their order, for the backdrop that shows them all.
        plain: whether nothing at all is drawn on the background.
    """

    background: QColor
    star: QColor
    accent: QColor
    others: tuple[QColor, ...]
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A star or a spark, in design units; its colour carries how bright it is.

    Attributes:
        way: where a spark drifts, again and again, from its place; a star stays.
    """

    place: QPointF
    radius: float
    colour: QColor
    way: QPointF = field(default_factory=QPointF)


def tint(colour: QColor, alpha: float) -> QColor:
    """`colour` at an opacity of 0 to 1."""
    tinted = QColor(colour)
    tinted.setAlphaF(min(max(alpha, 0.0), 1.0))
    return tinted


def mixed(background: QColor, colour: QColor, ratio: float) -> QColor:
    """The opaque colour that `colour` gives at a ratio of 0 to 1 on `background`."""
    return QColor.fromRgbF(
        background.redF() + (colour.redF() - background.redF()) * ratio,
        background.greenF() + (colour.greenF() - background.greenF()) * ratio,
        background.blueF() + (colour.blueF() - background.blueF()) * ratio,
    )


def quietest(colour: QColor, inks: Inks) -> float:
    """How opaque `colour` may be, from 0 to 1, for muted words over it to be read."""
    return _quietest(colour.name(), inks.background.name(), inks.star.name())


@cache
def _quietest(colour: str, background: str, words: str) -> float:
    low, high = 0.0, 1.0
    for _ in range(10):
        middle = (low + high) / 2
        ground = mixed(QColor(background), QColor(colour), middle)
        if contrast(QColor(words), ground) >= LEGIBLE:
            low = middle
        else:
            high = middle
    return low


def hairline(inks: Inks, ratio: float) -> QPen:
    """A pen one design unit wide, for the accent at a ratio of 0 to 1 on the background.

    It is never so bright that words over it could not be read.

    Its ink is opaque, so that lines which cross or coincide never add up to something brighter.
    Up to one pixel wide, Qt draws a line ten times as fast as a wider one.
    """
    ratio = min(ratio, quietest(inks.accent, inks))
    return pen(mixed(inks.background, inks.accent, ratio), 1.0)


def pen(ink: QColor | QBrush, width: float) -> QPen:
    """A round pen, `width` design units wide."""
    return QPen(QBrush(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def presence(place: QPointF, size: QSizeF) -> float:
    """How much of a motif may be seen at a place: 1 in the top right corner, less away from it.

    Text stands on the left and the exhibit in the middle, so that corner is where motifs begin.
    """
    distance = hypot(size.width() - place.x(), place.y()) / SHORT_SIDE
    return 1 / (1 + (distance / 0.55) ** 2)


def spark(
    place: QPointF, radius: float, colour: QColor, size: QSizeF, way: QPointF | None = None
) -> Dot:
    """A spark that is as bright as its place allows, its colour's own opacity at most."""
    seen = 0.15 + 0.85 * presence(place, size)
    return Dot(place, radius, tint(colour, colour.alphaF() * seen), way or QPointF())


def paint_glow(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """Light that is `colour` at its centre and fades to nothing at `radius`, without an edge."""
    gradient = QRadialGradient(centre, radius)
    for at, strength in _FALLOFF[::4]:
        gradient.setColorAt(at, tint(colour, colour.alphaF() * strength))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawEllipse(centre, radius, radius)


def paint_light(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, background: QColor
) -> None:
    """Broad light on the background alone, as strong as `colour` is opaque; stars stand out of it.

    Its colours are mixed beforehand: so faint a tint would lose its hue to the rounding of eight
    bits and show as rings.
    """
    gradient = QRadialGradient(centre, radius)
    for at, strength in _FALLOFF:
        gradient.setColorAt(at, mixed(background, colour, colour.alphaF() * strength**2))
    painter.save()
    painter.setCompositionMode(_keeping_stars(background))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
    painter.restore()


def paint_corner_light(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The light of the scene's own colour in the corner that its motif begins in."""
    corner = QPointF(size.width(), 0)
    paint_light(painter, corner, 1100, tint(inks.accent, 0.16), inks.background)


def paint_dots(painter: QPainter, dots: Iterable[Dot]) -> None:
    """Every dot as a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    for dot in dots:
        painter.setBrush(dot.colour)
        painter.drawEllipse(dot.place, dot.radius, dot.radius)


def _keeping_stars(background: QColor) -> QPainter.CompositionMode:
    dark = background.lightnessF() < 0.5
    modes = QPainter.CompositionMode
    return modes.CompositionMode_Lighten if dark else modes.CompositionMode_Darken
