"""Where staff knock: a corner of the screen, whatever a tap there does for visitors."""

from typing import Literal

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from kiosk.show.clock import Clock
from kiosk.show.knock import Knock
from kiosk.stage.view import View
from kiosk.toolkit.gestures import GestureArbiter

CORNER_PX = 96.0

Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


class Door(QObject):
    """Hears staff knock.

    Attributes:
        corner: which corner of the screen it is.

    Signals:
        knocked: they have; the last of their taps has done what it does.
    """

    knocked = Signal()

    def __init__(self, view: View, arbiter: GestureArbiter, clock: Clock) -> None:
        super().__init__()
        self.corner: Corner = "top-left"
        self._view = view
        self._knock = Knock(clock)
        arbiter.lifted.connect(self._on_lifted)

    def place(self) -> QRectF:
        """Where the corner is, in design units."""
        screen, side = self._view.sceneRect(), CORNER_PX * self._view.unit_px
        place = QRectF(screen.topLeft(), screen.topLeft() + QPointF(side, side))
        if self.corner.endswith("right"):
            place.moveRight(screen.right())
        if self.corner.startswith("bottom"):
            place.moveBottom(screen.bottom())
        return place

    def _on_lifted(self, point: QPointF) -> None:
        if self._knock.tap(self.place().contains(point)):
            self.knocked.emit()
