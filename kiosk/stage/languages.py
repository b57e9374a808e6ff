"""The languages to choose from, each in its own name and its own faces, never as a flag."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import OWN_NAMES, Language
from kiosk.toolkit.fonts import Face
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

SIZES_PX = (36, 34, 32, 30, 28, 26)
HIGHEST_RATIO = 0.4
"""The most of a button's height that its type may be large."""

END_PX = 18.0
"""The room at both ends of a name."""


class LanguageButton(Touchable):
    """One language; activated, it tells which."""

    outline_px = 2.0

    chosen = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        language: Language,
        is_on: bool,
        size_px: int,
    ) -> None:
        super().__init__(parent, OWN_NAMES[language])
        self.language = language
        self._look = look
        self._is_on = is_on
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        face: Face = "sans-bold" if is_on else "sans"
        self._font = look.fonts.font(face, size_px, language)
        self.setPos(rect.topLeft())

    def activate(self) -> None:
        self.chosen.emit(self.language)
        super().activate()

    def describe(self) -> str:
        return with_choice(self._look, self.name, self._is_on)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self._is_on else palette.rule, 3 if self._is_on else 2))
        lit = 0.3 if self.pressed else 0.16 if self._is_on else 0.0
        painter.setBrush(palette.background)
        radius = self._bounds.height() / 2
        painter.drawRoundedRect(self._bounds, radius, radius)
        painter.setBrush(faded(palette.text, lit))
        painter.drawRoundedRect(self._bounds, radius, radius)
        painter.setFont(self._font)
        painter.setPen(palette.text)
        painter.drawText(self._bounds, Qt.AlignmentFlag.AlignCenter, self.name)


def language_buttons(
    parent: QGraphicsItem,
    look: Look,
    rect: QRectF,
    gap: float,
    languages: Sequence[Language],
    chosen: Language | None,
) -> list[LanguageButton]:
    """A button for each language, side by side in `rect`; `chosen` is the one that is on."""
    width = (rect.width() + gap) / len(languages) - gap
    size_px = _fitting_size(look, languages, QSizeF(width, rect.height()))
    return [
        LanguageButton(
            parent,
            look,
            QRectF(rect.left() + index * (width + gap), rect.top(), width, rect.height()),
            language,
            language == chosen,
            size_px,
        )
        for index, language in enumerate(languages)
    ]


def _fitting_size(look: Look, languages: Sequence[Language], room: QSizeF) -> int:
    """The largest type in which each name has room on its button, or the smallest."""
    for size in SIZES_PX:
        fonts = {one: look.fonts.font("sans-bold", size, one) for one in languages}
        widest = max(text_width(font, OWN_NAMES[one]) for one, font in fonts.items())
        if size <= HIGHEST_RATIO * room.height() and widest <= room.width() - 2 * END_PX:
            break
    return size
