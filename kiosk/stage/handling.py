"""What becomes of what fingers and keys do on the stage, as far as it concerns no one else.

They read exhibits, draw pages along, and open and close what lies over the scene. Whoever wants the
tour to be elsewhere says so by a wish.
"""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kiosk.cards.card import CardItem
from kiosk.stage.controls import Controls
from kiosk.stage.front import Front
from kiosk.stage.layers import AccessLayer, CardLayer, Layer, Layers, TermLayer
from kiosk.stage.scenery import Scenery
from kiosk.toolkit.touchable import Touchable


class Handling(QObject):
    """Acts on the scenery, and on the layers over it.

    Signals:
        touched: somebody has drawn over what stands in front.
        cover_escaped: somebody wants to be out of the cover.
        exhibit_touched: something was done to an exhibit, as `SCENE/NUMBER`, the first being 1.
    """

    touched = Signal()
    cover_escaped = Signal()
    exhibit_touched = Signal(str)

    def __init__(self, controls: Controls, scenery: Scenery, layers: Layers, front: Front) -> None:
        super().__init__()
        self._scenery = scenery
        self._layers = layers
        self._front = front
        hands, keys = controls.hands, controls.keys
        keys.escape_requested.connect(self._on_escape)
        keys.home_requested.connect(layers.home)
        keys.acted.connect(self._on_acted)
        hands.missed.connect(self._clear_reading)
        hands.acted.connect(self._on_acted)
        hands.drag_moved.connect(self._on_drag_moved)
        hands.drag_ended.connect(self._on_drag_ended)
        scenery.card_opened.connect(self.open_card)
        scenery.term_opened.connect(self._on_term_opened)

    def open_layer(self, layer: Layer) -> None:
        """Opens something over the scene, where nothing is read out any more."""
        self._clear_reading()
        self._layers.open(layer)

    def open_card(self, card: CardItem) -> None:
        """Opens a card over the scene."""
        self.open_layer(CardLayer(self._scenery.current().all_cards().index(card)))

    def turn_access(self) -> None:
        """Opens language and display where nothing else is open, or closes it."""
        if self._layers.opened == (AccessLayer(),):
            self._layers.home()
        elif not self._layers.opened:
            self.open_layer(AccessLayer())

    def _on_term_opened(self, term: str) -> None:
        self.open_layer(TermLayer(term))

    def _on_acted(self, item: Touchable) -> None:
        scene = self._scenery.current()
        if isValid(item) and (number := scene.exhibit_number(item)):
            self.exhibit_touched.emit(f"{scene.scene_content.id}/{number}")

    def _on_drag_moved(self, offset: float) -> None:
        if self._front.screen is None and self._layers.top is None:
            self._scenery.carousel.follow(offset)

    def _on_drag_ended(self, offset: float, velocity: float) -> None:
        if self._front.screen and not self._front.covering:
            self.touched.emit()
        self._scenery.carousel.release(offset, velocity)

    def _on_escape(self) -> None:
        if self._front.covering:
            self.cover_escaped.emit()
        elif self._layers.top:
            self._layers.back()
        else:
            self._clear_reading()

    def _clear_reading(self) -> None:
        self._scenery.current().clear_reading()
