"""Future industry: isometric blocks, in outline, that assemble by the right edge."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, radians, sin
from random import Random

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kiosk.backdrops.drawing import (
    SPARKS,
    Dot,
    Inks,
    hairline,
    mixed,
    paint_corner_light,
    presence,
    spark,
    tint,
)

_SEED = "future-industry"
_EDGE = 66.0
_REACH = 8
_STILL_COMING = 0.16
_RISING = 0.6
_MARGINS = QMarginsF(_EDGE, _EDGE, _EDGE, _EDGE)
_ACROSS, _DOWN = _EDGE * cos(radians(30)), _EDGE * sin(radians(30))
_FACES = (
    (((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)), 0.16),
    (((1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1)), 0.05),
    (((0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)), 0.09),
)
"""The three faces one sees, as corners of the unit block, and how much light falls on each."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of one unit; x runs down to the right, y down to the left, z up.

    Attributes:
        lift: how far it is still above its place, in units.
    """

    x: int
    y: int
    z: int
    lift: float = 0.0

    def corner(self, dx: float, dy: float, dz: float, size: QSizeF) -> QPointF:
        """Where one of its corners is on the picture."""
        x, y, z = self.x + dx, self.y + dy, self.z + dz + self.lift
        return QPointF(size.width() - 40 + (x - y) * _ACROSS, 210 + (x + y) * _DOWN - z * _EDGE)


def paint(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """The blocks, from the back to the front."""
    paint_corner_light(painter, size, inks)
    for block in _blocks(size):
        _paint_block(painter, block, size, inks)


def sparks(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """Sparks at the blocks' corners, and others that rise between them."""
    random, blocks = Random(_SEED), _blocks(size)
    return tuple(_spark(random, random.choice(blocks), size, inks) for _ in range(SPARKS))


def _blocks(size: QSizeF) -> list[_Block]:
    """Those that are on the picture."""
    picture = QRectF(QPointF(), size).marginsAdded(_MARGINS)
    return [block for block in _stacks() if picture.contains(block.corner(0.5, 0.5, 0.5, size))]


def _stacks() -> Iterator[_Block]:
    """Stacks that are highest by the corner; here and there one block is still on its way down."""
    random = Random(_SEED)
    for x, y in product(range(-_REACH, _REACH), range(_REACH)):
        height = max(0, round(3.2 - 0.45 * (abs(x) + y) + random.uniform(-1.2, 1.2)))
        yield from (_Block(x, y, z) for z in range(height))
        if random.random() < _STILL_COMING:
            yield _Block(x, y, height, random.uniform(0.5, 1.8))


def _paint_block(painter: QPainter, block: _Block, size: QSizeF, inks: Inks) -> None:
    seen = presence(block.corner(0.5, 0.5, 0.5, size), size)
    outline = hairline(inks, 0.05 + 0.46 * seen)
    if block.lift:
        _paint_guides(painter, block, size, outline)
    for corners, light in _FACES:
        face = QPolygonF([block.corner(*corner, size) for corner in corners])
        _paint_face(painter, face, mixed(inks.background, inks.accent, light * seen), outline)


def _paint_face(painter: QPainter, face: QPolygonF, fill: QColor, outline: QPen) -> None:
    """Filled first and outlined then: at once would be slower."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon(face)
    painter.setPen(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(face)


def _paint_guides(painter: QPainter, block: _Block, size: QSizeF, outline: QPen) -> None:
    """Dotted lines straight down to where the block belongs."""
    dotted = QPen(outline)
    dotted.setDashPattern([0.1, 7])
    painter.setPen(dotted)
    for x, y in ((0, 1), (1, 1), (1, 0)):
        painter.drawLine(block.corner(x, y, 0, size), block.corner(x, y, -block.lift, size))


def _spark(random: Random, block: _Block, size: QSizeF, inks: Inks) -> Dot:
    x, y = random.randint(0, 1), random.randint(0, 1)
    z = random.choice((0, 1, random.expovariate(0.5)))
    colour = tint(inks.accent, random.uniform(0.3, 0.7))
    place, radius = block.corner(x, y, z, size), random.uniform(0.9, 2.2)
    way = QPointF(0, -random.uniform(70, 170)) if random.random() < _RISING else QPointF()
    return spark(place, radius, colour, size, way)
