"""Something a finger or a key can act on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject


class Touchable(QGraphicsObject):
    """An item that shows at once that it is pressed and acts when it is let go.

    The stage finds the touchable under a finger, or the one that has the keys' focus, and calls
    `set_pressed` and `activate`; the item never sees an event.
    """

    activated = Signal()

    def __init__(self, parent: QGraphicsItem | None, name: str) -> None:
        super().__init__(parent)
        self.name = name
        self.pressed = False

    def set_pressed(self, pressed: bool) -> None:
        """Shows or hides the pressed state."""
        if pressed != self.pressed:
            self.pressed = pressed
            self.update()

    def activate(self) -> None:
        """Does what the item is for."""
        self.activated.emit()

    def describe(self) -> str:
        """What the item is, in words."""
        return self.name


def touchable_at(item: QGraphicsItem | None) -> Touchable | None:
    """`item` itself or the nearest item around it that can be touched."""
    while item is not None and not isinstance(item, Touchable):
        item = item.parentItem()
    return item
