"""A theme's colours by role, as Qt wants them."""

import math

from PySide6.QtGui import QColor

from kiosk.content.model import Accent
from kiosk.content.theme import Theme

LEGIBLE = 4.5
"""The contrast of words (WCAG 2.2, 1.4.3)."""

ALIKE = 80.0
"""Colours nearer to each other than this are taken for one."""


class Palette:
    """The roles of one theme.

    Attributes:
        plain: whether nothing is drawn that is there for its beauty alone.
    """

    def __init__(self, theme: Theme) -> None:
        self.plain = theme.high_contrast
        self.background = QColor(theme.background)
        self.card = QColor(theme.card)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.rule = QColor(theme.rule)
        self._accents = {name: QColor(value) for name, value in theme.accents.items()}
        self._series = tuple(QColor(value) for value in theme.series)

    def accent(self, accent: Accent) -> QColor:
        """The colour of a scene."""
        return self._accents[accent]

    def lettering(self, colour: QColor) -> QColor:
        """`colour` for small words, or plain text's where it could not be read."""
        grounds = (self.background, self.card)
        clear = all(contrast(colour, ground) >= LEGIBLE for ground in grounds)
        return colour if clear else self.text

    def ink_on(self, ground: QColor) -> QColor:
        """What words on a coloured `ground` are in: the background's colour or the text's."""
        return max((self.background, self.text), key=lambda ink: contrast(ink, ground))

    def scene_accents(self) -> tuple[QColor, ...]:
        """The colours of the four futures, without the prologue's."""
        return tuple(colour for name, colour in self._accents.items() if name != "prologue")

    def series(self, accent: Accent, index: int) -> QColor:
        """The colour of a chart's series: the scene's own first, then the theme's unlike it."""
        own = self.accent(accent)
        others = [colour for colour in self._series if _distance(own, colour) > ALIKE]
        return own if index == 0 else others[(index - 1) % len(others)]


def _distance(one: QColor, other: QColor) -> float:
    """How far apart two colours are, from 0 to 441: plain distance in red, green and blue."""
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return math.hypot(*(a - b for a, b in pairs))


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours stand out from each other, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    """How light a colour is, from 0 to 1, by the formula of WCAG."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def faded(colour: QColor, alpha: float) -> QColor:
    """`colour` at `alpha` from 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result
