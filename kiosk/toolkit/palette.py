"""A theme's colours by role, as Qt wants them."""

from PySide6.QtGui import QColor

from kiosk.content.model import Accent
from kiosk.content.theme import Theme


class Palette:
    """The roles of one theme."""

    def __init__(self, theme: Theme) -> None:
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

    def scene_accents(self) -> tuple[QColor, ...]:
        """The colours of the four futures, without the prologue's."""
        return tuple(colour for name, colour in self._accents.items() if name != "prologue")

    def series(self, accent: Accent, index: int) -> QColor:
        """The colour of a chart's series: the scene's own for the first, then the theme's."""
        return self.accent(accent) if index == 0 else self._series[(index - 1) % len(self._series)]


def faded(colour: QColor, alpha: float) -> QColor:
    """`colour` at `alpha` from 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result
