"""Which programme is on when: a list of parts of the day, and the chosen one's settings."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import DAYS, Daypart
from kiosk.content.programme import ProgrammeName
from kiosk.settings.spans import FIRST
from kiosk.staff.daypart_editor import EDITOR_PX, DaypartEditor
from kiosk.staff.entry_list import EntryList, Line
from kiosk.staff.hours_view import HoursView
from kiosk.staff.hours_words import Calendar, span_text
from kiosk.staff.section import NOTE, Section, split
from kiosk.toolkit.look import Look


class Dayparts(Section):
    """Fills its zone.

    Args:
        programmes: those that exist beside A.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        dayparts: tuple[Daypart, ...],
        programmes: Sequence[ProgrammeName],
        view: HoursView,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._calendar = calendar
        self._dayparts = dayparts
        self._programmes = programmes
        self._view = view
        if not programmes and not dayparts:
            words = calendar.text(calendar.words.only_a)
            self.add_text(words, NOTE, zone.adjusted(0, 8, 0, 0), look.palette.muted)
            return
        listed, edited = split(zone, upright, EDITOR_PX)
        chosen = min(view.daypart, max(len(dayparts) - 1, 0))
        self._build_list(listed if dayparts else zone, chosen, 2 if upright else 1)
        if dayparts:
            self._build_editor(edited, chosen)

    def _build_list(self, zone: QRectF, chosen: int, across: int) -> None:
        calendar = self._calendar
        lines = [
            Line(
                f"{calendar.programme(part.programme)} · {span_text(part.span)}",
                calendar.days(part.days),
            )
            for part in self._dayparts
        ]
        add = calendar.text(calendar.words.add_daypart) if self._programmes else ""
        empty = calendar.text(calendar.words.no_dayparts)
        entries = EntryList(self, self.look, zone, calendar, lines, chosen, across, add, empty)
        entries.chosen.connect(lambda index: self.turned.emit(replace(self._view, daypart=index)))
        entries.added.connect(self._add)
        self.add(entries)

    def _build_editor(self, zone: QRectF, index: int) -> None:
        part = self._dayparts[index]
        offered = sorted({*self._programmes, part.programme})
        editor = DaypartEditor(self, self.look, zone, self._calendar, part, offered, index > 0)
        before, behind = self._dayparts[:index], self._dayparts[index + 1 :]
        editor.changed.connect(lambda changed: self._draft_all((*before, changed, *behind)))
        editor.removed.connect(lambda: self._draft_all((*before, *behind)))
        editor.raised.connect(
            lambda: self._draft_all((*before[:-1], part, before[-1], *behind), index - 1)
        )
        self.add(editor)

    def _add(self) -> None:
        new = Daypart(programme=self._programmes[0], days=DAYS, span=FIRST)
        self._draft_all((*self._dayparts, new), len(self._dayparts))

    def _draft_all(self, dayparts: tuple[Daypart, ...], chosen: int | None = None) -> None:
        if chosen is not None:
            self.turned.emit(replace(self._view, daypart=chosen))
        self.draft({"dayparts": dayparts})
