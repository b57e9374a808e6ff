"""Choosing a date in a calendar, a month at a time."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import DAYS
from kiosk.staff.faint import FAINT
from kiosk.staff.hours_view import HoursView
from kiosk.staff.hours_words import Calendar
from kiosk.staff.month import CELL_PX, WEEKS, DateCell, cells, first_of, set_number
from kiosk.staff.section import BUTTON_PX, GAP_PX, HEADING, NOTE, SMALL, Section, columns
from kiosk.toolkit.look import Look

WEEKDAYS_PX = 40.0
SIDE_PX = 480.0
"""How wide what stands beside the calendar is."""

MONTHS_AHEAD = 24


class DatePicker(Section):
    """Fills its zone.

    Signals:
        picked: a date.
    """

    picked = Signal(object)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        taken: Collection[date],
        view: HoursView,
        today: date,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        assert view.month is not None
        self._calendar = calendar
        self._view = view
        self._today = today
        high = WEEKDAYS_PX + WEEKS * (CELL_PX + GAP_PX) - GAP_PX
        if upright:
            head = QRectF(zone.left(), zone.top(), zone.width(), 2 * BUTTON_PX + GAP_PX)
            grid = QRectF(zone.left(), head.bottom() + 2 * GAP_PX, zone.width(), high)
        else:
            left = zone.right() - SIDE_PX
            head = QRectF(left, zone.top(), SIDE_PX, zone.height())
            grid = QRectF(zone.left(), zone.top(), left - 3 * GAP_PX - zone.left(), high)
        self._build_head(head, view.month, upright)
        self._build_grid(grid, view.month, taken)

    def _build_head(self, zone: QRectF, month: date, upright: bool) -> None:
        words, text = self._calendar.words, self._calendar.text
        row = QRectF(zone.left(), zone.top(), zone.width(), BUTTON_PX)
        if upright:
            title, before, after, back = columns(row, 4)
            note = row.translated(0, BUTTON_PX + GAP_PX)
        else:
            title = QRectF(row)
            before, after = columns(row.translated(0, BUTTON_PX + GAP_PX), 2)
            note = before.translated(0, BUTTON_PX + GAP_PX)
            note.setSize(row.size())
            note.setHeight(240)
            back = QRectF(zone.left(), zone.bottom() - BUTTON_PX, zone.width(), BUTTON_PX)
        self.add_text(self._calendar.month(month), HEADING, title, middle=True)
        self.add_text(text(words.pick_date), NOTE, note, self.look.palette.muted)
        first = first_of(self._today)
        self._add_turn(before, text(words.month_before), first_of(month, -1), month > first)
        last = first_of(first, MONTHS_AHEAD)
        self._add_turn(after, text(words.month_after), first_of(month, 1), month < last)
        leave = self.add_action(back, text(words.back))
        leave.activated.connect(lambda: self.turned.emit(replace(self._view, month=None)))

    def _add_turn(self, rect: QRectF, words: str, month: date, enabled: bool) -> None:
        action = self.add_action(rect, words, enabled=enabled)
        action.activated.connect(lambda: self.turned.emit(replace(self._view, month=month)))

    def _build_grid(self, zone: QRectF, month: date, taken: Collection[date]) -> None:
        head = QRectF(zone.left(), zone.top(), zone.width(), WEEKDAYS_PX)
        centre, muted = Qt.AlignmentFlag.AlignHCenter, self.look.palette.muted
        for day, place in zip(DAYS, columns(head, len(DAYS)), strict=True):
            self.add_text(self._calendar.short_day(day), SMALL, place, muted, centre)
        below = zone.adjusted(0, WEEKDAYS_PX, 0, 0)
        words, text = self._calendar.words, self._calendar.text
        for date_, rect in cells(below, month).items():
            if date_ < self._today:
                set_number(self, self.look, rect, date_).setOpacity(FAINT)
                continue
            name = self._calendar.date_and_day(date_, self._today)
            if date_ in taken:
                name = text(words.is_exception, date=name)
            today = text(words.is_today) if date_ == self._today else ""
            cell = DateCell(self, self.look, rect, date_, name, today, date_ in taken)
            cell.chosen.connect(self.picked)
            self.controls.append(cell)
