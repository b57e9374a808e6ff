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

from kiosk.toolkit.categories import names_below, names_beside
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.scale import nice_ticks, tick_label
from kiosk.toolkit.text import text_width

if TYPE_CHECKING:
    from pyqtgraph import AxisItem, PlotItem

AXIS_LABEL_PX = 26
NAMES_GAP_PX = 10.0
BELOW_PX = 6.0
VALUES_BELOW_PX = 52.0
HEADROOM_PX = 58.0
"""Room beyond the highest tick for the label of a mark that reaches it."""

ACROSS_ROOM_PX = 96.0
NAMES_RATIO = 0.32
"""The most of the width that the names of categories may take where they stand beside the bars."""


class Plot:
    """A plot of categories and values from zero.

    Args:
        parent: the exhibit; all places are in its coordinates.
        rect: the whole plot with its axes, in design pixels.
        categories: the labels under the marks.
        low: the smallest value that is drawn.
        high: the largest value that is drawn.
        across: whether values run from left to right and categories from top to bottom, instead of
            categories from left to right and values from the bottom up.
        whole: whether the axis of values is to have whole numbers alone.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        categories: tuple[str, ...],
        low: float,
        high: float,
        across: bool = False,
        whole: bool = False,
    ) -> None:
        # pyqtgraph brings numpy with it: half a second that the first frame shall not wait for.
        from pyqtgraph import PlotItem

        self.across = across
        self._opacity = 1.0
        self._look = look
        self._count = len(categories)
        self._ticks = ticks = nice_ticks(low, high, whole=whole)
        self.bottom, self.top = ticks[0], ticks[-1]
        self.item: PlotItem = PlotItem(enableMenu=False)
        self.item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self.item.hideButtons()
        self.item.setMouseEnabled(x=False, y=False)
        self.item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.item.vb.setDefaultPadding(0)
        self.item.vb.invertY(across)
        self._build_axes(rect, categories)
        self.item.layout.setContentsMargins(0, 0, 0, 0)
        self.item.layout.activate()
        bands, values = (-0.5, self._count - 0.5), (self.bottom, self.top)
        self.item.setRange(
            xRange=values if across else bands, yRange=bands if across else values, padding=0
        )
        self.item.vb.updateMatrix()
        # Only now: its constructor crashes with a parent whose scene has no view, and below one
        # that is hidden, as a scene is before it slides in, axes take no room.
        self.item.setParentItem(parent)
        self._measure()

    # Where things stand

    @property
    def band_px(self) -> float:
        """How much of the axis one category has, in design pixels."""
        return self._step.y() if self.across else self._step.x()

    def place(self, index: float, value: float) -> QPointF:
        """Where `value` of the category at `index` stands, in the exhibit's coordinates."""
        return self._origin + self._step * index + self._rise * value

    def box(
        self, index: float, beside_px: float, thick_px: float, low: float, high: float
    ) -> QRectF:
        """The bar from `low` to `high`: `thick_px` thick, its middle `beside_px` off the band's."""
        aside = QPointF(0, 1) if self.across else QPointF(1, 0)
        near = self.place(index, low) + aside * (beside_px - thick_px / 2)
        far = self.place(index, high) + aside * (beside_px + thick_px / 2)
        return QRectF(near, far).normalized()

    def index_at(self, point: QPointF) -> int:
        """The category whose band `point` lies in, or the nearest one."""
        away = point - self._origin
        index = away.y() / self._step.y() if self.across else away.x() / self._step.x()
        return min(max(round(index), 0), self._count - 1)

    def inner(self) -> QRectF:
        """The plot without its axes but with the room beyond them, in the exhibit's coordinates."""
        return self._inner

    def close(self) -> None:
        """Lets go of everything that pyqtgraph holds on to."""
        self.item.close()

    # What is painted

    def paint_grid(self, painter: QPainter) -> None:
        """Paints a dotted line at each value that the axis names, and the categories' names."""
        whole = painter.opacity()
        painter.setOpacity(whole * self._opacity)
        rule = self._look.palette.rule
        painter.setPen(QPen(faded(rule, 0.8), 1.5, Qt.PenStyle.DotLine))
        for value in self._ticks:
            if value:
                painter.drawLine(self._line_at(value))
        if self.bottom < 0:
            painter.setPen(QPen(rule, 3))
            painter.drawLine(self._line_at(0.0))
        self._paint_names(painter)
        if self.across:
            self._paint_values(painter)
        painter.setOpacity(whole)

    def set_opacity(self, opacity: float) -> None:
        """Fades the axes and the grid in or out, from 0 to 1."""
        self._opacity = opacity
        self.item.setOpacity(opacity)

    def _line_at(self, value: float) -> QLineF:
        return QLineF(self.place(-0.5, value), self.place(self._count - 0.5, value))

    def _paint_values(self, painter: QPainter) -> None:
        """Names the values under bars that lie across: the axis would leave out the outermost."""
        painter.setFont(self._look.font("sans", AXIS_LABEL_PX))
        painter.setPen(self._look.palette.muted)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        for value, label in self._labels:
            foot = self.place(self._count - 0.5, value)
            painter.drawText(QRectF(foot.x() - 120, foot.y() + 8, 240, 44), flags, label)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._names.font)
        painter.setPen(self._look.palette.text)
        flag = Qt.AlignmentFlag
        line_px = self._names.line_px
        for index, lines in self._names.lines:
            foot = self.place(index, self.bottom)
            for number, line in enumerate(lines):
                if self.across:
                    y = foot.y() + (number - len(lines) / 2) * line_px
                    room = QRectF(foot.x() - 600, y, 600 - NAMES_GAP_PX, line_px)
                    painter.drawText(room, flag.AlignRight | flag.AlignVCenter, line)
                else:
                    y = foot.y() + NAMES_GAP_PX + number * line_px
                    width = text_width(self._names.font, line)
                    x = min(max(foot.x() - width / 2, 0.0), self._rect.right() - width)
                    room = QRectF(x, y, width + 4, line_px)
                    painter.drawText(room, flag.AlignLeft | flag.AlignVCenter, line)

    # How it is built

    def _build_axes(self, rect: QRectF, categories: tuple[str, ...]) -> None:
        left, bottom = self.item.getAxis("left"), self.item.getAxis("bottom")
        step = self._ticks[1] - self._ticks[0]
        self._labels = labels = [(value, tick_label(value, step)) for value in self._ticks]
        font = self._look.font("sans", AXIS_LABEL_PX)
        widest = max(text_width(font, label) for _, label in labels)
        if self.across:
            below = VALUES_BELOW_PX
            band_px = (rect.height() - below) / self._count
            self._names = names_beside(self._look, categories, rect.width() * NAMES_RATIO, band_px)
            left.setWidth(self._names.width + NAMES_GAP_PX + 2)
            bottom.setHeight(below)
            self._bare(bottom)
            bottom.setPen(QPen(Qt.PenStyle.NoPen))
            self._bare(left)
            self.item.setGeometry(rect.adjusted(0, 0, -ACROSS_ROOM_PX, 0))
        else:
            left.setWidth(widest + 24)
            band_px = (rect.width() - widest - 24) / self._count
            self._names = names_below(self._look, categories, band_px)
            bottom.setHeight(self._names.depth + NAMES_GAP_PX + BELOW_PX)
            self._label_values(left, labels)
            self._bare(bottom)
            self.item.setGeometry(rect.adjusted(0, HEADROOM_PX, 0, 0))
        self._rect = rect

    def _label_values(self, axis: AxisItem, labels: list[tuple[float, str]]) -> None:
        axis.setTicks([labels])
        axis.setStyle(
            tickFont=self._look.font("sans", AXIS_LABEL_PX),
            tickLength=0,
            tickTextOffset=14,
            autoExpandTextSpace=False,
            hideOverlappingLabels=AXIS_LABEL_PX,
        )
        axis.setTextPen(self._look.palette.muted)
        axis.setPen(QPen(Qt.PenStyle.NoPen))

    def _bare(self, axis: AxisItem) -> None:
        """The axis at the categories is a line; their names are painted, since they may break."""
        axis.setTicks([[]])
        axis.setStyle(showValues=False, tickLength=0, autoExpandTextSpace=False)
        axis.setPen(QPen(self._look.palette.rule, 3))

    def _measure(self) -> None:
        """Takes pyqtgraph's coordinates once: they are a straight line, and asked for often."""
        box = self.item.vb

        def at(index: float, value: float) -> QPointF:
            point = QPointF(value, index) if self.across else QPointF(index, value)
            return QPointF(self.item.mapToParent(box.mapToParent(box.mapFromView(point))))

        self._origin = at(0, 0)
        self._step = at(1, 0) - self._origin
        self._rise = (
            at(0, self.top) / self.top - self._origin / self.top
            if self.top
            else (at(0, self.bottom) / self.bottom - self._origin / self.bottom)
        )
        low, high = self.place(-0.5, self.bottom), self.place(self._count - 0.5, self.top)
        area = QRectF(low, high).normalized()
        beyond = QRectF(self._rect)
        beyond.setLeft(area.left() + 8)
        beyond.setBottom(area.bottom() - 8)
        self._inner = beyond
