"""Takes an item off what it stands on, before it has been seen."""

from typing import cast

from PySide6.QtWidgets import QGraphicsItem
from shiboken6 import delete, isValid


def discard(item: QGraphicsItem) -> None:
    """Lets an item go that turned out not to fit; nothing else may know of it."""
    if scene := item.scene():
        scene.removeItem(item)
    else:
        item.setParentItem(cast(QGraphicsItem, None))  # Qt takes it, and its stubs do not say so


def destroy(item: QGraphicsItem) -> None:
    """Ends an item that is seen and touched no more, and all that stands on it.

    What a signal is connected to may know the item that sends it. Python's collector does not see
    that, so the two would keep each other for ever; where the sender ends, so does the connection.
    """
    if isValid(item):
        discard(item)
        delete(item)
