"""Takes an item off what it stands on, before it has been seen."""

from typing import cast

from PySide6.QtWidgets import QGraphicsItem


def discard(item: QGraphicsItem) -> None:
    """Lets an item go that turned out not to fit; nothing else may know of it."""
    if scene := item.scene():
        scene.removeItem(item)
    else:
        item.setParentItem(cast(QGraphicsItem, None))  # Qt takes it, and its stubs do not say so
