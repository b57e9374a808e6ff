"""The coming and going of the opened card."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.show.animator import Animator
from kiosk.stage.layout import Layout
from kiosk.stage.overlay import Overlay

OVER_ALL = 5.0


class OpenedCard(QObject):
    """At most one card lies open over the stage; another may still be on its way out.

    Attributes:
        card: the card that lies open, if one does.
        overlay: what is seen of it.

    Signals:
        close_requested: a visitor wants it closed.
        moved: it has risen or sunk, with everything on it.
    """

    close_requested = Signal()
    moved = Signal()

    def __init__(self, graphics: QGraphicsScene, animator: Animator) -> None:
        super().__init__()
        self._graphics = graphics
        self._animator = animator
        self._leaving: Overlay | None = None
        self.card: CardItem | None = None
        self.overlay: Overlay | None = None

    def place(self, card: CardItem, layout: Layout, bounds: QRectF) -> None:
        """Lets `card` lie open at once, over `bounds`, in design units."""
        self.clear()
        overlay = Overlay(card.look, layout, card.frame.accent, card.detail(), bounds)
        overlay.setZValue(OVER_ALL)
        overlay.close_requested.connect(self.close_requested)
        overlay.moved.connect(self.moved)
        self._graphics.addItem(overlay)
        self.card, self.overlay = card, overlay

    def open(self, card: CardItem, layout: Layout, bounds: QRectF) -> None:
        """Lets `card` rise and appear over `bounds`."""
        self.place(card, layout, bounds)
        if self.overlay:
            self.overlay.open(self._animator)

    def close(self) -> None:
        """Lets the opened card sink, if one is open."""
        if self.overlay is None:
            return
        self._remove_leaving()
        self._leaving, self.overlay, self.card = self.overlay, None, None
        self._leaving.dismiss(self._animator, self._remove_leaving)

    def clear(self) -> None:
        """Shows no card any more, neither opened nor sinking."""
        self._remove_leaving()
        self._leaving, self.overlay, self.card = self.overlay, None, None
        self._remove_leaving()

    def cover(self, bounds: QRectF) -> None:
        """Dims the area `bounds`, in design units, under the opened card."""
        if self.overlay:
            self.overlay.cover(bounds)

    def _remove_leaving(self) -> None:
        if self._leaving:
            self._leaving.stop()
            self._graphics.removeItem(self._leaving)
            self._leaving = None
