"""A card with a QR code on it: something of the scene that a visitor takes home on a telephone."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QRectF

from kiosk.cards.card import PADDING_PX, TOP_PX, CardItem
from kiosk.cards.detail import Detail
from kiosk.content.language import Localised
from kiosk.content.model import CardSpec, TakeAway
from kiosk.toolkit.qr import QrCode

GAP_PX = 28.0
WIDEST_RATIO = 0.42
"""How much of the closed card the code may take: it is larger once the card is opened."""


class TakeAwaySpec(CardSpec):
    """`take-away`: a heading and a sentence beside the code."""

    kind: Literal["take-away"]
    heading: Localised
    text: Localised | None = None
    take_away: TakeAway

    def texts(self) -> Iterator[Localised]:
        """The heading and the sentence."""
        yield self.heading
        if self.text:
            yield self.text


class TakeAwayItem(CardItem):
    """The code on the left, which can be scanned at once, and the words beside it."""

    spec: TakeAwaySpec

    def build(self, rect: QRectF) -> None:
        high = self.frame.size.height() - 2 * TOP_PX
        code = QrCode(
            self, self.look.text(self.spec.take_away), min(high, rect.width() * WIDEST_RATIO)
        )
        code.setPos(PADDING_PX, (self.frame.size.height() - code.side) / 2)
        beside = rect.adjusted(code.side + GAP_PX, 0, 0, 0)
        self.add_heading(beside, self.spec.heading, self.spec.text)

    def detail(self) -> Detail:
        """The words that the code holds, for those who would rather read them here."""
        return Detail(
            heading=self.look.text(self.spec.heading),
            body=self.look.text(self.spec.take_away),
            notes=self.source_note(),
        )
