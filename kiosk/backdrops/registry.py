"""Every backdrop there is, by the accent it belongs to, and how one is rendered to a picture."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from kiosk.backdrops import (
    ai_production,
    future_industry,
    internet_of_everything,
    new_energy,
    prologue,
)
from kiosk.backdrops.drawing import SHORT_SIDE, Inks, Paint
from kiosk.backdrops.stars import paint_stars
from kiosk.content.model import Accent

__all__ = ["BACKDROPS", "Inks", "Paint", "render"]

BACKDROPS: dict[Accent, Paint] = {
    "new-energy": new_energy.paint,
    "ai-production": ai_production.paint,
    "internet-of-everything": internet_of_everything.paint,
    "future-industry": future_industry.paint,
    "prologue": prologue.paint,
}


def render(accent: Accent, width_px: int, height_px: int, inks: Inks) -> QImage:
    """The whole picture of one scene: background, stars and motif, opaque, of at least 1×1 px.

    It is drawn to the scale of its short side, so that it looks the same at every resolution.
    """
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(inks.background)
    scale = min(width_px, height_px) / SHORT_SIDE
    size = QSizeF(width_px, height_px) / scale
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        paint_stars(painter, size, inks)
        BACKDROPS[accent](painter, size, inks)
    return image
