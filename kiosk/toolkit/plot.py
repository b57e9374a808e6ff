"""The ground of a chart: axes, grid and coordinates, from pyqtgraph, at rest and without menus.

Marks are painted by the exhibits in design pixels, at the places this plot gives, and not in data
coordinates: a pen of pyqtgraph's keeps its width in device pixels, so a line would be half as thick
on a screen with twice the resolution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.scale import nice_ticks, tick_label
from kiosk.toolkit.text import text_width

if TYPE_CHECKING:
    from pyqtgraph import PlotItem

AXIS_LABEL_PX = 26
BOTTOM_PX = 50.0
HEADROOM_PX = 44.0
"""Room over the highest tick for the label of a mark that reaches it."""


class Plot:
    """A plot of categories from left to right and values from zero upwards.

    Args:
        parent: the exhibit; all places are in its coordinates.
        rect: the whole plot with its axes, in design pixels.
        categories: the labels under the marks.
        low: the smallest value that is drawn.
        high: the largest value that is drawn.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        categories: tuple[str, ...],
        low: float,
        high: float,
    ) -> None:
        # pyqtgraph brings numpy with it: half a second that the first frame shall not wait for.
        from pyqtgraph import PlotItem

        self._rect = rect
        self._count = len(categories)
        self._grid_colour = look.palette.rule
        self._ticks = ticks = nice_ticks(low, high)
        self.bottom, self.top = ticks[0], ticks[-1]
        # Its constructor crashes with a parent whose scene has no view: it joins the parent after.
        self.item: PlotItem = PlotItem(enableMenu=False)
        self.item.setParentItem(parent)
        self.item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=False)
        self.item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.item.vb.setDefaultPadding(0)
        self._draw_values(look, ticks)
        self._draw_categories(look, categories)
        self.item.setGeometry(rect.adjusted(0, HEADROOM_PX, 0, 0))
        self.item.layout.setContentsMargins(0, 0, 0, 0)
        self.item.layout.activate()
        self.item.setRange(
            xRange=(-0.5, self._count - 0.5), yRange=(self.bottom, self.top), padding=0
        )
        self.item.vb.updateMatrix()

    def _draw_values(self, look: Look, ticks: list[float]) -> None:
        axis = self.item.getAxis("left")
        step = ticks[1] - ticks[0]
        labels = [(value, tick_label(value, step)) for value in ticks]
        font = look.font("sans", AXIS_LABEL_PX)
        axis.setWidth(max(text_width(font, label) for _, label in labels) + 24)
        axis.setTicks([labels])
        axis.setStyle(
            tickFont=font,
            tickLength=0,
            tickTextOffset=14,
            autoExpandTextSpace=False,
            hideOverlappingLabels=AXIS_LABEL_PX,
        )
        axis.setTextPen(look.palette.muted)
        axis.setPen(QPen(Qt.PenStyle.NoPen))

    def _draw_categories(self, look: Look, categories: tuple[str, ...]) -> None:
        axis = self.item.getAxis("bottom")
        axis.setHeight(BOTTOM_PX)
        axis.setTicks([list(enumerate(categories))])
        axis.setStyle(
            tickFont=look.font("sans", AXIS_LABEL_PX + 2),
            tickLength=0,
            tickTextOffset=10,
            autoExpandTextSpace=False,
            hideOverlappingLabels=True,
        )
        axis.setTextPen(look.palette.text)
        axis.setPen(QPen(look.palette.rule, 3))
        axis.setTickPen(QPen(Qt.PenStyle.NoPen))

    @property
    def band_px(self) -> float:
        """The width of one category, in design pixels."""
        return (self.place(1, 0) - self.place(0, 0)).x()

    def place(self, index: float, value: float) -> QPointF:
        """Where `value` of the category at `index` stands, in the exhibit's coordinates."""
        box = self.item.vb
        return QPointF(
            self.item.mapToParent(box.mapToParent(box.mapFromView(QPointF(index, value))))
        )

    def inner(self) -> QRectF:
        """The plot without its axes but with the room above it, in the exhibit's coordinates."""
        left = self.place(-0.5, 0).x()
        bottom = self.place(0, self.bottom).y()
        return QRectF(QPointF(left + 8, self._rect.top()), QPointF(self._rect.right(), bottom - 8))

    def paint_grid(self, painter: QPainter) -> None:
        """Paints a dotted line at each value that the axis names, but for zero."""
        painter.setPen(QPen(faded(self._grid_colour, 0.8), 1.5, Qt.PenStyle.DotLine))
        left = self.place(-0.5, 0).x()
        for value in self._ticks:
            if value:
                y = self.place(0, value).y()
                painter.drawLine(QLineF(left, y, self._rect.right(), y))
        if self.bottom < 0:
            painter.setPen(QPen(self._grid_colour, 3))
            y = self.place(0, 0).y()
            painter.drawLine(QLineF(left, y, self._rect.right(), y))

    def set_opacity(self, opacity: float) -> None:
        """Fades the axes in or out, from 0 to 1."""
        self.item.setOpacity(opacity)

    def close(self) -> None:
        """Lets go of everything that pyqtgraph holds on to."""
        self.item.close()
