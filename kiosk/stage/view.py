"""The one view: it scales the design to the window and paints the backdrop behind it."""

from math import hypot

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsScene

from kiosk.stage.backdrop import Backdrop
from kiosk.stage.layout import LANDSCAPE, Layout
from kiosk.stage.shell import Shell

MM_PER_INCH = 25.4

OF_COMBINATIONS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these held, a key means something to desktops and browsers, and nothing to us."""


class View(Shell):
    """The exhibition's window.

    Signals:
        resized: the window has another size.
        key_pressed: a key, as a `Qt.Key`, with whether Shift was held.
        key_repeated: a key is held down, which means nothing more.
    """

    resized = Signal()
    key_pressed = Signal(int, bool)
    key_repeated = Signal()

    # What pyqtgraph's items expect of the view that they are on.
    sigDeviceRangeChanged = Signal(object, object)  # noqa: N815
    sigDeviceTransformChanged = Signal(object)  # noqa: N815

    def __init__(self, scene: QGraphicsScene, backdrop: Backdrop) -> None:
        super().__init__(scene)
        self._backdrop = backdrop
        self._layout = LANDSCAPE
        self._diagonal_mm: float | None = None
        self._cover: QPixmap | None = None
        self._cover_opacity = 1.0
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

    def set_layout(self, layout: Layout) -> None:
        """Lays the design of `layout` over the window."""
        self._layout = layout
        self._fit()

    @property
    def unit_px(self) -> float:
        """How many design units one pixel is on a screen with 1080 along its short side."""
        return self._layout.unit_px

    def set_panel_size(self, diagonal_mm: float | None) -> None:
        """Believes that the screen is so large, from corner to corner; None for what it tells."""
        self._diagonal_mm = diagonal_mm

    def cover(self, picture: QPixmap | None, opacity: float = 1.0) -> None:
        """Lays a picture of the window over everything, or takes it away."""
        self._cover, self._cover_opacity = picture, opacity
        self.viewport().update()

    def viewRect(self) -> QRectF:
        """What the window shows, in design units; pyqtgraph's items ask for it by this name."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def to_design(self, position: QPointF) -> QPointF:
        """A position in the window in design units."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(position)

    def in_window(self, rect: QRectF) -> QRectF:
        """A rectangle in design units as it is in the window, in its pixels."""
        return self.viewportTransform().mapRect(rect)

    def px_per_mm(self) -> float:
        """How many of the window's pixels make a millimetre on the screen, as far as is known."""
        # Not `self.screen()`: Qt for Python would take the screen down together with the view.
        screen = QGuiApplication.primaryScreen()
        if self._diagonal_mm is None:
            return screen.physicalDotsPerInch() / MM_PER_INCH
        return hypot(screen.size().width(), screen.size().height()) / self._diagonal_mm

    def _fit(self) -> None:
        """One transform for every screen: the largest scale at which the whole design is seen."""
        window, design = self.viewport().size(), self._layout.size
        scale = min(window.width() / design.width(), window.height() / design.height())
        wide = window.width() / scale
        high = window.height() / scale
        self.setTransform(QTransform.fromScale(scale, scale))
        self.setSceneRect(
            QRectF((design.width() - wide) / 2, (design.height() - high) / 2, wide, high)
        )
        self._backdrop.resize(window, self.devicePixelRatioF())
        self.sigDeviceRangeChanged.emit(self, self.viewRect())
        self.sigDeviceTransformChanged.emit(self)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.save()
        exposed = painter.worldTransform().mapRect(QRectF(rect)).toAlignedRect()
        painter.resetTransform()
        self._backdrop.paint(painter, QRectF(exposed))
        painter.restore()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._cover:
            painter.save()
            painter.resetTransform()
            painter.setOpacity(self._cover_opacity)
            painter.drawPixmap(0, 0, self._cover)
            painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & OF_COMBINATIONS:
            return
        if event.isAutoRepeat():
            self.key_repeated.emit()
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.key_pressed.emit(event.key(), shift)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()
