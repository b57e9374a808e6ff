"""Single dates with other hours: a list of those to come, and the hours of the chosen one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import Hours
from kiosk.settings.spans import Spans
from kiosk.staff.day_editor import EDITOR_PX, DayEditor
from kiosk.staff.entry_list import EntryList, Line
from kiosk.staff.hours_view import HoursView
from kiosk.staff.hours_words import Calendar
from kiosk.staff.month import first_of
from kiosk.staff.section import Section, split
from kiosk.toolkit.look import Look


class Exceptions(Section):
    """Fills its zone. Dates that have passed are left out, and kept."""

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        hours: Hours,
        view: HoursView,
        today: date,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._calendar = calendar
        self._hours = hours
        self._view = view
        self._today = today
        self._dates = sorted(day for day in hours.exceptions if day >= today)
        listed, edited = split(zone, upright, EDITOR_PX)
        chosen = self._dates.index(view.date) if view.date in self._dates else 0
        self._build_list(listed if self._dates else zone, chosen, 2 if upright else 1)
        if self._dates:
            self._build_editor(edited, self._dates[chosen])

    def _build_list(self, zone: QRectF, chosen: int, across: int) -> None:
        lines = [
            Line(
                self._calendar.date_and_day(day, self._today),
                self._calendar.spans(self._hours.exceptions[day]),
            )
            for day in self._dates
        ]
        words, text = self._calendar.words, self._calendar.text
        add, empty = text(words.add_date), text(words.no_exceptions)
        entries = EntryList(
            self, self.look, zone, self._calendar, lines, chosen, across, add, empty
        )
        entries.chosen.connect(
            lambda index: self.turned.emit(replace(self._view, date=self._dates[index]))
        )
        entries.added.connect(
            lambda: self.turned.emit(replace(self._view, month=first_of(self._today)))
        )
        self.add(entries)

    def _build_editor(self, zone: QRectF, day: date) -> None:
        calendar = self._calendar
        heading = calendar.date_and_day(day, self._today)
        spans, remove = self._hours.exceptions[day], calendar.text(calendar.words.remove)
        editor = DayEditor(self, self.look, zone, calendar, heading, spans, remove)
        editor.changed.connect(lambda spans: self._draft_date(day, spans))
        editor.offered.connect(lambda: self._remove(day))
        self.add(editor)

    def _draft_date(self, day: date, spans: Spans) -> None:
        exceptions = {**self._hours.exceptions, day: spans}
        self.draft({"hours.exceptions": dict(sorted(exceptions.items()))})

    def _remove(self, day: date) -> None:
        kept = {other: spans for other, spans in self._hours.exceptions.items() if other != day}
        self.draft({"hours.exceptions": kept})
