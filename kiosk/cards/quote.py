"""A card that quotes somebody: an excerpt when closed, the whole quotation when opened."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kiosk.cards.card import CardItem
from kiosk.cards.detail import Detail
from kiosk.content.language import Localised
from kiosk.content.model import CardSpec
from kiosk.toolkit.text import TextBlock, TextStyle

QUOTATION = TextStyle("serif-bold", (34, 32, 30, 28, 26, 24), 1.4)
CORNER_PX = 34.0
INDENT_PX = 34.0


class QuoteSpec(CardSpec):
    """`quote`: words that were really said, shortened but never reworded."""

    kind: Literal["quote"]
    person: str
    text: Localised
    whole: Localised | None = None

    def texts(self) -> Iterator[Localised]:
        """The excerpt."""
        yield self.text

    def people(self) -> Iterator[str]:
        """Whoever is quoted."""
        yield self.person


class QuoteItem(CardItem):
    """The excerpt in serif, under a corner like that of a Chinese quotation mark."""

    spec: QuoteSpec

    def build(self, rect: QRectF) -> None:
        self._corner = rect.topLeft()
        zone = rect.adjusted(INDENT_PX, 0, 0, 0)
        words = self.look.text(self.spec.text)
        TextBlock(self, self.look, words, QUOTATION, self.look.palette.text, zone)

    def _translated(self, words: Localised) -> bool:
        """Whether `words` are shown otherwise than they were said: everybody spoke Chinese."""
        return self.look.language == "en" and not words.falls_back("en")

    def hint(self) -> str:
        is_translated = self._translated(self.spec.text)
        return self.look.text(self.look.strings.translation) if is_translated else super().hint()

    def detail(self) -> Detail:
        said = self.spec.whole or self.spec.text
        notes = self.source_note()
        if self._translated(said):
            notes += (self.look.text(self.look.strings.translation),)
        person = self.frame.people[self.spec.person]
        return Detail(
            quotation=self.look.text(said),
            name=self.look.text(person.name),
            office=self.look.text(person.office),
            person=self.spec.person,
            notes=notes,
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        super().paint(painter, option, widget)
        painter.setClipping(False)
        accent = self.look.palette.accent(self.frame.accent)
        painter.setPen(QPen(accent, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        x, y = self._corner.x(), self._corner.y() + 4
        painter.drawLine(QLineF(x, y, x + CORNER_PX * 0.6, y))
        painter.drawLine(QLineF(x, y, x, y + CORNER_PX))
