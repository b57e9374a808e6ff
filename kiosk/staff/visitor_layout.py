"""Where things stand on the visitors' page."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

TARGET_PX = 96.0
GAP_PX = 16.0


@dataclass(frozen=True)
class VisitorsLayout:
    """Places in design units.

    Attributes:
        ranges: for how many days are counted, in as many rows.
        visits: the number of visits, with what it is.
        median: their length, with what it is.
        export: the button.
        receipt: what became of the export.
        tabs: the row of the charts' tabs.
        chart: the chart that is open.
    """

    ranges: tuple[QRectF, ...]
    visits: QRectF
    median: QRectF
    export: QRectF
    receipt: QRectF
    tabs: QRectF
    chart: QRectF


def landscape(body: QRectF) -> VisitorsLayout:
    """Numbers in a column on the left, the chart beside it."""
    left, top, wide = body.left(), body.top(), 340.0
    right = QRectF(left + wide + 48, top, body.width() - wide - 48, body.height())
    return VisitorsLayout(
        ranges=(
            QRectF(left, top, wide, TARGET_PX),
            QRectF(left, top + TARGET_PX + GAP_PX, wide, TARGET_PX),
        ),
        visits=QRectF(left, top + 248, wide, 116),
        median=QRectF(left, top + 388, wide, 116),
        export=QRectF(left, top + 540, wide, TARGET_PX),
        receipt=QRectF(left, top + 648, wide, 104),
        tabs=QRectF(right.left(), top, right.width(), TARGET_PX),
        chart=right.adjusted(0, TARGET_PX + 28, 0, 0),
    )


def portrait(body: QRectF) -> VisitorsLayout:
    """Days, numbers and charts one under the other."""
    left, top, wide = body.left(), body.top(), body.width()
    below = top + TARGET_PX + 28
    export = QRectF(left + wide - 316, below, 316, TARGET_PX)
    receipt = QRectF(left, below + 116 + 8, wide, 40)
    tabs = QRectF(left, receipt.bottom() + GAP_PX, wide, TARGET_PX)
    return VisitorsLayout(
        ranges=(QRectF(left, top, wide, TARGET_PX),),
        visits=QRectF(left, below, 248, 116),
        median=QRectF(left + 264, below, export.left() - left - 288, 116),
        export=export,
        receipt=receipt,
        tabs=tabs,
        chart=QRectF(left, tabs.bottom() + 28, wide, body.bottom() - tabs.bottom() - 28),
    )
