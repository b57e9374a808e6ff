"""Every motif there is, by the accent it belongs to, and how its still picture is rendered."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.backdrops import (
    ai_production,
    future_industry,
    internet_of_everything,
    new_energy,
    prologue,
)
from kiosk.backdrops.drawing import SHORT_SIDE, Dot, Inks
from kiosk.backdrops.flight import Swarm
from kiosk.backdrops.stars import paint_stars
from kiosk.content.model import Accent

__all__ = ["MOTIFS", "Inks", "Motif", "render", "swarm"]


class Motif(NamedTuple):
    """What stands still of a motif, and what moves in it, on a picture of a size in design units.

    Attributes:
        paint: draws its lines over the stars.
        sparks: as many as every other motif has.
    """

    paint: Callable[[QPainter, QSizeF, Inks], None]
    sparks: Callable[[QSizeF, Inks], tuple[Dot, ...]]


MOTIFS: dict[Accent, Motif] = {
    "new-energy": Motif(new_energy.paint, new_energy.sparks),
    "ai-production": Motif(ai_production.paint, ai_production.sparks),
    "internet-of-everything": Motif(internet_of_everything.paint, internet_of_everything.sparks),
    "future-industry": Motif(future_industry.paint, future_industry.sparks),
    "prologue": Motif(prologue.paint, prologue.sparks),
}


def render(accent: Accent, width_px: int, height_px: int, inks: Inks) -> QImage:
    """What stands still behind one scene: background, stars and lines, opaque, at least 1×1 px.

    It is drawn to the scale of its short side, so that it looks the same at every resolution.
    """
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(inks.background)
    size = design_size(width_px, height_px)
    scale = width_px / size.width()
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        if not inks.plain:
            paint_stars(painter, size, inks)
            MOTIFS[accent].paint(painter, size, inks)
    return image


def swarm(accent: Accent, width_px: int, height_px: int, inks: Inks) -> Swarm:
    """The sparks of one scene, in design units, for a picture of so many pixels."""
    size = design_size(width_px, height_px)
    return Swarm(() if inks.plain else MOTIFS[accent].sparks(size, inks), size, inks)


def design_size(width_px: int, height_px: int) -> QSizeF:
    """A picture's size in design units, of which the short side always has as many."""
    return QSizeF(width_px, height_px) * (SHORT_SIDE / min(width_px, height_px))
