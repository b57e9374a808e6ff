"""Something a finger or a key can act on."""

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject

from kiosk.toolkit.gestures import Grip


class Touchable(QGraphicsObject):
    """An item that shows at once that it is pressed and acts when it is let go.

    The stage finds the touchable under a finger, or the one that has the keys' focus, and calls
    the methods below; the item never sees an event. A button overrides none of them but
    `activate`. What holds a finger that is drawn over it, as a chart or a slider does, has a `grip`
    and follows the finger. All points are in the item's own coordinates.
    """

    activated = Signal()
    outline_px: ClassVar[float] = 0.0
    """How far it is painted beyond what a finger can touch."""

    def __init__(self, parent: QGraphicsItem | None, name: str) -> None:
        super().__init__(parent)
        self.name = name
        self.pressed = False

    def target(self) -> QRectF:
        """Where a finger can touch it."""
        edge = self.outline_px
        return self.boundingRect().adjusted(edge, edge, -edge, -edge)

    def set_pressed(self, pressed: bool) -> None:
        """Shows or hides the pressed state."""
        if pressed != self.pressed:
            self.pressed = pressed
            self.update()

    def activate(self) -> None:
        """Does what the item is for."""
        self.activated.emit()

    def grip(self, point: QPointF) -> Grip:
        """Whether a drag that begins at `point` is the item's."""
        return Grip.NONE

    def touch(self, point: QPointF) -> None:
        """A finger lies on it: it has come down, or has moved in a stroke."""

    def lift(self) -> None:
        """The finger has gone, after a stroke."""

    def lose(self) -> None:
        """The finger was meant for something else: all is as it was before the touch."""

    def tap(self, point: QPointF) -> None:
        """The finger was lifted where it had come down."""
        self.activate()

    def step(self, step: int) -> bool:
        """An arrow key, 1 for right and -1 for left; returns whether the item makes use of it."""
        return False

    def describe(self) -> str:
        """What the item is, in words."""
        return self.name

    def reads(self) -> str:
        """What it says now that something was done to it; empty where that shows elsewhere."""
        return ""

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.target())
        return path


def touchable_at(item: QGraphicsItem | None) -> Touchable | None:
    """`item` itself or the nearest item around it that can be touched."""
    while item is not None and not isinstance(item, Touchable):
        item = item.parentItem()
    return item
