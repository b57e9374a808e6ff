"""What lies open over the scene: at most two layers, the upper one a page that the lower led to.

A layer is told by what it shows and not by an item, so that it can be shown in another look.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.show.animator import Animator
from kiosk.stage.sheet import Sheet

OVER_ALL = 5.0
DEEPEST = 2


@dataclass(frozen=True)
class CardLayer:
    """A card of the scene that is on, by its place among all of them."""

    index: int


@dataclass(frozen=True)
class PersonLayer:
    """A person's page."""

    person: str


@dataclass(frozen=True)
class TermLayer:
    """A term's page."""

    term: str


@dataclass(frozen=True)
class AccessLayer:
    """Language and display."""


Layer = CardLayer | PersonLayer | TermLayer | AccessLayer


class Layers(QObject):
    """Opens and closes sheets; some may still be on their way out.

    Args:
        build: makes the sheet of a layer, which lies `deeper` than another or not.

    Attributes:
        opened: the layers that are open, the lower one first.

    Signals:
        moved: a sheet has risen or sunk, with everything on it.
        changed: another sheet, or none, lies on top.
    """

    moved = Signal()
    changed = Signal()

    def __init__(
        self, graphics: QGraphicsScene, animator: Animator, build: Callable[[Layer, bool], Sheet]
    ) -> None:
        super().__init__()
        self._graphics = graphics
        self._animator = animator
        self._build = build
        self._sheets: list[Sheet] = []
        self._leaving: list[Sheet] = []
        self.opened: tuple[Layer, ...] = ()

    @property
    def top(self) -> Sheet | None:
        """The sheet that fingers and keys act on, if one is open."""
        return self._sheets[-1] if self._sheets else None

    def open(self, layer: Layer) -> None:
        """Lets a layer rise over the one that is open; a second one over it takes its place."""
        if len(self.opened) == DEEPEST:
            self._remove(self._sheets.pop())
            self.opened = self.opened[:-1]
        self._put(layer)
        self._sheets[-1].open(self._animator)
        self.changed.emit()

    @property
    def read_shares(self) -> tuple[float, ...]:
        """How much of each open layer stands on pages before the one that is on."""
        return tuple(sheet.read_share for sheet in self._sheets)

    def place(self, layers: Sequence[Layer], read_shares: Sequence[float]) -> None:
        """Lets layers lie open at once, each turned to where it has been read so far."""
        self.clear()
        for layer, share in zip(layers, read_shares, strict=True):
            self._put(layer)
            self._sheets[-1].turn_to_share(share)
        self.changed.emit()

    def back(self) -> None:
        """Lets the upper layer sink, if one is open."""
        if not self._sheets:
            return
        self._dismiss(self._sheets.pop())
        self.opened = self.opened[:-1]
        if self._sheets:
            self._sheets[-1].plate.setVisible(True)
        self.changed.emit()

    def home(self) -> None:
        """Lets everything sink that is open."""
        if not self._sheets:
            return
        # The lower one carries the shade over the scene; its panel has long been out of sight.
        for sheet in self._sheets:
            self._dismiss(sheet)
        self._sheets, self.opened = [], ()
        self.changed.emit()

    def clear(self) -> None:
        """Shows nothing any more, neither open nor sinking."""
        for sheet in [*self._sheets, *self._leaving]:
            self._remove(sheet)
        self._sheets, self._leaving, self.opened = [], [], ()

    def cover(self, bounds: QRectF) -> None:
        """Dims the area `bounds`, in design units, under whatever is open."""
        for sheet in self._sheets:
            sheet.cover(bounds)

    def _put(self, layer: Layer) -> None:
        if self._sheets:
            self._sheets[-1].plate.setVisible(False)
        sheet = self._build(layer, bool(self._sheets))
        sheet.setZValue(OVER_ALL + len(self._sheets))
        sheet.close_requested.connect(self.home)
        sheet.back_requested.connect(self.back)
        sheet.layer_wanted.connect(self.open)
        sheet.moved.connect(self.moved)
        self._graphics.addItem(sheet)
        self._sheets.append(sheet)
        self.opened = (*self.opened, layer)

    def _dismiss(self, sheet: Sheet) -> None:
        self._leaving.append(sheet)
        sheet.dismiss(self._animator, lambda: self._forget(sheet))

    def _forget(self, sheet: Sheet) -> None:
        self._leaving.remove(sheet)
        self._remove(sheet)

    def _remove(self, sheet: Sheet) -> None:
        sheet.stop()
        self._graphics.removeItem(sheet)
