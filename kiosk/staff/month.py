"""A month as a calendar, of which a date can be touched."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

CELL_PX = 96.0
GAP_PX = 16.0
WEEKS = 6
"""The most that a month has a part in."""

RADIUS_PX = 16.0
DOT_PX = 6.0
NUMBER = TextStyle("sans-bold", (34,), 1.2)
TODAY_PX = 28.0
TODAY = TextStyle("sans", (24,), 1.1)


def first_of(day: date, months: int = 0) -> date:
    """The first day of the month so many months after that of `day`."""
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def days_of(month: date) -> list[date]:
    """Every day of the month that begins with `month`."""
    count = calendar.monthrange(month.year, month.month)[1]
    return [month + timedelta(days=at) for at in range(count)]


def cells(zone: QRectF, month: date) -> dict[date, QRectF]:
    """Where each day of a month stands: a column for each weekday, and Monday is the first."""
    pitch = (zone.width() + GAP_PX) / 7
    return {
        day: QRectF(
            zone.left() + day.weekday() * pitch,
            zone.top() + (day.day - 1 + month.weekday()) // 7 * (CELL_PX + GAP_PX),
            pitch - GAP_PX,
            CELL_PX,
        )
        for day in days_of(month)
    }


class DateCell(Touchable):
    """One date; one that has passed can be seen and not chosen, so it is no touchable.

    Args:
        name: the date in words.
        today: the word for today, empty where it is another day.
        is_marked: whether it has a dot, because it is an exception already.

    Signals:
        chosen: the date.
    """

    outline_px = 2.0
    chosen = Signal(object)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        day: date,
        name: str,
        today: str,
        is_marked: bool,
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._day = day
        self._is_today = bool(today)
        self._is_marked = is_marked
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        number = set_number(self, look, self._bounds, day)
        if today:
            number.moveBy(0, -TODAY_PX / 2)
            below = QRectF(0, rect.height() - TODAY_PX - 8, rect.width(), TODAY_PX)
            centre = Qt.AlignmentFlag.AlignHCenter
            TextBlock(self, look, today, TODAY, look.palette.text, below, centre)

    def activate(self) -> None:
        self.chosen.emit(self._day)
        super().activate()

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text, 4) if self._is_today else QPen(palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.2) if self.pressed else palette.card)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self._is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.lettering(palette.scene_accents()[0]))
            painter.drawEllipse(QPointF(self._bounds.width() - 18, 18), DOT_PX, DOT_PX)


def set_number(parent: QGraphicsItem, look: Look, cell: QRectF, day: date) -> TextBlock:
    """Sets the day's number into the middle of its cell."""
    centre = Qt.AlignmentFlag.AlignHCenter
    block = TextBlock(parent, look, str(day.day), NUMBER, look.palette.text, cell, centre)
    block.setY(cell.top() + (cell.height() - block.height) / 2)
    return block
