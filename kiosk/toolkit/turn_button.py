"""A button that turns a model, for those who cannot draw a finger over it, and for keys."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look

SIDE_PX = 96.0
TOUCH_DEG = 45.0
KEY_DEG = 15.0


class TurnButton(Button):
    """A touch turns on by an eighth of the round; the arrow keys turn a little, either way.

    Signals:
        turned: by how many degrees.
    """

    turned = Signal(float)

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent, look, rect, look.text(look.strings.turn_model), "turn")

    def activate(self) -> None:
        self.turned.emit(TOUCH_DEG)
        super().activate()

    def step(self, step: int) -> bool:
        self.turned.emit(KEY_DEG * step)
        return True
