"""The cards of a scene: a few at a time, with a button that turns to the others."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.cards import registry as cards
from kiosk.cards.card import CardFrame, CardItem
from kiosk.content.model import Exhibition, Scene
from kiosk.stage.layout import Layout
from kiosk.stage.pager import Pager
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable


class CardRow(QGraphicsObject):
    """Stands in the layout's zone for cards, side by side or one under the other.

    Signals:
        card_opened: one of the cards was activated.
    """

    card_opened = Signal(CardItem)

    def __init__(
        self,
        parent: QGraphicsItem,
        scene: Scene,
        exhibition: Exhibition,
        look: Look,
        layout: Layout,
    ) -> None:
        super().__init__(parent)
        self._layout = layout
        count = min(len(scene.cards), layout.visible_cards)
        self._paged = len(scene.cards) > layout.visible_cards
        self._slots = layout.card_slots(count, self._paged)
        frame = CardFrame(
            look=look,
            accent=scene.accent,
            size=self._slots[0].size(),
            sources=scene.sources,
            people=exhibition.people,
            glossary=exhibition.glossary,
        )
        self._cards = [cards.build(self, spec, frame) for spec in scene.cards]
        for index, card in enumerate(self._cards):
            card.setPos(self._slots[index % count].topLeft())
            card.opened.connect(self.card_opened)
        self._pager = self._build_pager(look) if self._paged else None
        self.turn(0)

    @property
    def first(self) -> int:
        """The place of the first card that is on, among all."""
        return self._page * len(self._slots)

    def all(self) -> list[CardItem]:
        """Every card, on whichever page."""
        return list(self._cards)

    def on(self) -> list[CardItem]:
        """The cards of the page that is on, in reading order."""
        return self._cards[self.first : self.first + len(self._slots)]

    def touchables(self) -> list[Touchable]:
        """What can be acted on now, in reading order."""
        return [*self.on(), *([self._pager] if self._pager else [])]

    def turn(self, page: int) -> None:
        """Shows a page, counted from 0."""
        self._page = page
        on = self.on()
        for card in self._cards:
            card.setVisible(card in on)
        if self._pager:
            self._pager.set_page(page)

    def turn_to(self, first: int) -> None:
        """Shows the page with the card that has that place among all."""
        self.turn(first // len(self._slots))

    def _build_pager(self, look: Look) -> Pager:
        pages = -(-len(self._cards) // len(self._slots))
        name = look.text(look.strings.more_cards)
        pager = Pager(self, look, self._layout.card_pager(), name, pages)
        pager.turned.connect(self.turn)
        return pager

    def boundingRect(self) -> QRectF:
        return self._layout.cards

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
