"""The star field that runs through the whole exhibition: the same stars behind every scene."""

from random import Random

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from kiosk.backdrops.drawing import Dot, Inks, paint_dots, paint_glow, presence, quietest, tint

_SEED = "stars"
_AREA_PER_STAR = 7000.0
_HALO_FROM_RADIUS = 2.0


def stars(size: QSizeF, inks: Inks) -> tuple[Dot, ...]:
    """The stars of a picture of `size` design units: many faint ones, a few that are bright.

    They are bright where motifs may be seen, and dim where text stands; none outshines words.
    """
    random = Random(_SEED)
    count = round(size.width() * size.height() / _AREA_PER_STAR)
    return tuple(_star(random, size, inks) for _ in range(count))


def paint_stars(painter: QPainter, size: QSizeF, inks: Inks) -> None:
    """All the stars, the brightest with a soft halo."""
    field = stars(size, inks)
    for star in field:
        if star.radius > _HALO_FROM_RADIUS:
            halo = tint(star.colour, star.colour.alphaF() * 0.25)
            paint_glow(painter, star.place, star.radius * 5, halo)
    paint_dots(painter, field)


def _star(random: Random, size: QSizeF, inks: Inks) -> Dot:
    place = QPointF(random.random() * size.width(), random.random() * size.height())
    magnitude = random.random() ** 5
    alpha = 0.16 + 0.5 * magnitude + 0.12 * random.random()
    dimmed = min(alpha * (0.7 + 0.5 * presence(place, size)), quietest(inks.star, inks))
    return Dot(place, 0.8 + 1.7 * magnitude, tint(inks.star, dimmed))
