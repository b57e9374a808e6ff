"""A view without bars, frames or dragging, which nobody can close, leave or drop things on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView


class Shell(QGraphicsView):
    """What every window of the kiosk is made of.

    Signals:
        painted: a frame was painted.
    """

    painted = Signal()

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInteractive(False)
        for widget in (self, self.viewport()):
            # Prevented, not only switched off: a menu key would be handed on otherwise.
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
            widget.setAcceptDrops(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closes when we do so ourselves, and not when a window manager wants it, as for Alt+F4."""
        if event.spontaneous():
            event.ignore()
        else:
            super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()
