"""Where the bars of a chart stand, side by side or stacked, and where their figures belong."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath

from kiosk.toolkit.plot import Plot

GROUP_RATIO = 0.76
"""How much of a category's width its bars take up together."""

WIDEST_PX = 150.0
WIDEST_ACROSS_PX = 64.0
GAP_PX = 12.0
GAP_RATIO = 0.25
"""The most of a bar's width that the gap beside it may take."""

SEAM_PX = 3.0
"""What parts the pieces of a stack."""

CORNER_PX = 6.0
LABEL_GAP_PX = 6.0
LABEL_GAP_ACROSS_PX = 10.0


class Bars:
    """The bars of a plot, each found by its row and its category.

    Args:
        rows: how many series there are.
        stacked: whether those of a category stand on each other, instead of side by side.

    Attributes:
        bar_px: how thick a bar is, in design pixels.
        pitch_px: how far one is from the next in its group.
    """

    def __init__(self, plot: Plot, rows: int, stacked: bool) -> None:
        self._plot = plot
        self._rows = rows
        self._stacked = stacked
        abreast = 1 if stacked else rows
        widest = WIDEST_ACROSS_PX if plot.across else WIDEST_PX
        group = min(plot.band_px * GROUP_RATIO, widest * abreast)
        gap = min(GAP_PX, group * GAP_RATIO / abreast)
        self.bar_px = (group - gap * (abreast - 1)) / abreast
        self.pitch_px = self.bar_px + gap
        # A single bar's figure may reach into the gap to the next category.
        self.room_px = plot.band_px if abreast == 1 else self.pitch_px

    def box(
        self, row: int, index: int, levels: Sequence[float], grown: float = 1.0, alone: float = 0.0
    ) -> QRectF:
        """The bar of a row in a category.

        Args:
            row: of its series.
            index: of its category.
            levels: the heights of all rows in this category, on the value axis.
            grown: how far it has risen, from 0 to 1.
            alone: how far it has left its stack for the zero line, from 0 to 1.
        """
        level = levels[row]
        if not self._stacked:
            beside = (row - (self._rows - 1) / 2) * self.pitch_px
            return self._plot.box(index, beside, self.bar_px, 0.0, level * grown)
        under = sum(value for value in levels[:row] if (value >= 0) == (level >= 0))
        start = under * (1 - alone) * grown
        return self._plot.box(index, 0.0, self.bar_px, start, start + level * grown)

    def path(self, box: QRectF, level: float) -> QPainterPath:
        """A bar's outline: a piece of a stack, or rounded at its far end and square at zero."""
        path = QPainterPath()
        if self._stacked:
            seam = min(SEAM_PX, box.width() / 2, box.height() / 2)
            across = self._plot.across
            path.addRect(box.adjusted(0, 0 if across else seam, -seam if across else 0, 0))
            return path
        radius = min(CORNER_PX, box.height() / 2, box.width() / 2)
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        path.addRect(self._near_end(box, radius, level >= 0))
        return path

    def label(self, box: QRectF, level: float, size: QSizeF) -> QRectF:
        """Where a figure stands: in the middle of a piece of a stack, else beyond the far end."""
        rect = QRectF(box.topLeft(), size)
        rect.moveCenter(box.center())
        if self._stacked:
            return rect
        if self._plot.across:
            right, left = box.right() + LABEL_GAP_ACROSS_PX, box.left() - LABEL_GAP_ACROSS_PX
            rect.moveLeft(right if level >= 0 else left - size.width())
        else:
            above, below = box.top() - LABEL_GAP_PX - size.height(), box.bottom() + LABEL_GAP_PX
            rect.moveTop(above if level >= 0 else below)
        return rect

    def _near_end(self, box: QRectF, length: float, grows_up: bool) -> QRectF:
        near = QRectF(box)
        if self._plot.across and grows_up:
            near.setRight(box.left() + length)
        elif self._plot.across:
            near.setLeft(box.right() - length)
        elif grows_up:
            near.setTop(box.bottom() - length)
        else:
            near.setBottom(box.top() + length)
        return near
