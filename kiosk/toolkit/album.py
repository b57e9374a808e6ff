"""Pictures of which only those are kept in memory that are looked at, or soon will be."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.pictures import load_picture


class Album:
    """Pictures in the size at which an item shows them.

    Args:
        item: shows them.
        files: where they are.
        room: the most they may take up, in design pixels.
        radius: of their corners.
    """

    def __init__(
        self, item: QGraphicsItem, files: Sequence[Path], room: QSizeF, radius: float
    ) -> None:
        self._item = item
        self._files = files
        self._room = room
        self._radius = radius
        self._scale = 0.0
        self._loaded: dict[int, QPixmap | None] = {}

    def __getitem__(self, index: int) -> QPixmap | None:
        """A picture that was asked for; None where it cannot be had."""
        return self._loaded.get(index)

    def __len__(self) -> int:
        """How many are in memory."""
        return sum(picture is not None for picture in self._loaded.values())

    def keep(self, *indices: int) -> None:
        """Loads these pictures, as far as they are not there, and forgets all others."""
        scale = self._present_scale()
        if scale != self._scale:
            self._loaded, self._scale = {}, scale
        wanted = set(indices)
        self._loaded = {index: self._loaded[index] for index in wanted & self._loaded.keys()}
        for index in wanted - self._loaded.keys():
            picture = load_picture(self._files[index], self._room, scale, self._radius)
            self._loaded[index] = picture

    def _present_scale(self) -> float:
        """How many pixels of the screen a design pixel is, and at least one."""
        scene = self._item.scene()
        views = scene.views() if scene else []
        return max([1.0, *(view.transform().m11() * view.devicePixelRatioF() for view in views)])
