"""The languages to choose from, each in its own name and its own faces, never as a flag."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import Language
from kiosk.toolkit.fonts import Face
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.touchable import Touchable

NAMES: dict[Language, str] = {"zh-Hant": "繁體", "zh-Hans": "简体", "en": "English"}
LABEL_PX = 36


class LanguageButton(Touchable):
    """One language; activated, it tells which."""

    chosen = Signal(str)

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, language: Language, is_on: bool
    ) -> None:
        super().__init__(parent, NAMES[language])
        self.language = language
        self._look = look
        self._is_on = is_on
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        face: Face = "sans-bold" if is_on else "sans"
        self._font = look.fonts.font(face, min(LABEL_PX, rect.height() * 0.4), language)
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
    return [
        LanguageButton(
            parent,
            look,
            QRectF(rect.left() + index * (width + gap), rect.top(), width, rect.height()),
            language,
            language == chosen,
        )
        for index, language in enumerate(languages)
    ]
