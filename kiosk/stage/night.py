"""What becomes of colours and words that stay on the screen all night: dimmed, and moved about.

A panel keeps a ghost of what it has shown for hours, and a bright screen disturbs a dark hall.
"""

from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from kiosk.toolkit.palette import LEGIBLE, Palette, contrast

WORDS_BRIGHTNESS = 0.78
NOTES_BRIGHTNESS = 0.68
"""How bright what is seen all night is, as a share of what it is by day."""

SHIFT_PX = 28.0
SHIFT_STEPS = 17


class Inks(NamedTuple):
    """The colours of a notice."""

    ground: QColor
    words: QColor
    notes: QColor
    rule: QColor


def by_day(palette: Palette) -> Inks:
    """The theme's own colours."""
    return Inks(palette.background, palette.text, palette.muted, palette.scene_accents()[0])


def by_night(palette: Palette) -> Inks:
    """Dark in every theme, and dimmed."""
    dark, light = sorted((palette.background, palette.text), key=QColor.lightness)
    words = _between(dark, light, WORDS_BRIGHTNESS)
    notes = _between(dark, light, NOTES_BRIGHTNESS)
    accent = _between(dark, palette.scene_accents()[0], WORDS_BRIGHTNESS)
    return Inks(dark, words, notes, accent if contrast(accent, dark) >= LEGIBLE else notes)


def shift_at(minute: int) -> QPointF:
    """Where the words of a night stand in one of its minutes, so that none burns itself in."""
    turn = 2 * pi * (minute % SHIFT_STEPS) / SHIFT_STEPS
    return QPointF(SHIFT_PX * cos(turn), SHIFT_PX * sin(2 * turn))


def _between(one: QColor, other: QColor, ratio: float) -> QColor:
    """`one` at 0, `other` at 1."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * ratio,
        one.greenF() + (other.greenF() - one.greenF()) * ratio,
        one.blueF() + (other.blueF() - one.blueF()) * ratio,
    )
