"""The card that asks visitors something; opened, it takes their vote and shows how all voted."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kiosk.cards.card import BOTTOM_PX, PADDING_PX, CardItem
from kiosk.cards.detail import Detail, Entry
from kiosk.content.poll import PollSpec
from kiosk.toolkit.text import TextBlock, TextStyle

QUESTION = TextStyle("serif-bold", (46, 42, 38, 36, 34, 32, 30), 1.25)
ICON_PX = 38.0
PITCH_PX = 60.0
AIR_PX = 16.0
"""What keeps the question off the icons."""


class PollItem(CardItem):
    """The question, with the icons of those answers that are scenes at the foot."""

    spec: PollSpec

    def build(self, rect: QRectF) -> None:
        words = self.look.text(self.spec.question)
        zone = rect.adjusted(0, 0, 0, -AIR_PX)
        TextBlock(self, self.look, words, QUESTION, self.look.palette.text, zone)

    def hint(self) -> str:
        return self.look.text(self.look.strings.vote)

    def detail(self) -> Detail:
        """The question and the answers; how they stand, the sheet tells."""
        text = self.look.text
        entries = tuple(Entry(text(words)) for words in self.spec.answers.values())
        return Detail(heading=text(self.spec.question), entries=entries)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.save()
        super().paint(painter, option, widget)
        painter.restore()
        y = self.boundingRect().height() - BOTTOM_PX - ICON_PX
        for at, accent in enumerate(self.spec.accents.values()):
            place = QRectF(PADDING_PX + at * PITCH_PX, y, ICON_PX, ICON_PX)
            self.look.icons.draw(painter, accent, place, self.look.palette.accent(accent))
