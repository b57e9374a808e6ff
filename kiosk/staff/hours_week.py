"""The week: seven bars of 24 hours, of which one is chosen, and its hours below."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import DAYS, Day, Hours
from kiosk.settings.spans import Spans
from kiosk.staff.day_bar import BarLabel, DayBar, open_minutes
from kiosk.staff.day_editor import EDITOR_PX, ROWS, DayEditor
from kiosk.staff.hours_view import HoursView
from kiosk.staff.hours_words import Calendar, span_text
from kiosk.staff.section import GAP_PX, SMALL, Section, columns
from kiosk.toolkit.look import Look

SCALE_PX = 44.0
"""How wide the hours are beside the bars."""

BARS_PX = 824.0
"""How wide the bars are beside what is chosen in them."""

HOURS = (0, 12, 24)
WORKDAYS = DAYS[:5]


class Week(Section):
    """Fills its zone."""

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        hours: Hours,
        view: HoursView,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._calendar = calendar
        self._hours = hours
        self._view = view
        if upright:
            bars = zone.adjusted(0, 0, 0, -EDITOR_PX - GAP_PX)
            editor = QRectF(zone.left(), bars.bottom() + GAP_PX, zone.width(), EDITOR_PX)
        else:
            bars = QRectF(zone.left(), zone.top(), BARS_PX, zone.height())
            editor = zone.adjusted(BARS_PX + 2 * GAP_PX, 0, 0, 0)
        self._build_bars(bars.adjusted(SCALE_PX, 0, 0, 0))
        self._build_editor(editor)

    def _build_bars(self, zone: QRectF) -> None:
        places = columns(zone, len(DAYS))
        told = {day: self._told(self._hours.week.get(day, ())) for day in DAYS}
        lines = max(words.count("\n") + 1 for words in told.values())
        bar = None
        for day, place in zip(DAYS, places, strict=True):
            filled = open_minutes(self._hours.week, day)
            name, is_chosen = self._calendar.short_day(day), day == self._view.day
            label = BarLabel(name, told[day], lines)
            bar = DayBar(self, self.look, place, day, label, filled, is_chosen)
            bar.chosen.connect(lambda day: self.turned.emit(replace(self._view, day=day)))
            self.controls.append(bar)
        if bar:
            self._build_scale(bar.track.translated(0, zone.top()))

    def _told(self, spans: Spans) -> str:
        """The hours below a bar, two lines for each span, or that it is closed."""
        told = [span_text(span).replace("–", "\n–") for span in spans[:ROWS]]
        return "\n".join(told) or self._calendar.text(self._calendar.words.closed)

    def _build_scale(self, track: QRectF) -> None:
        right = Qt.AlignmentFlag.AlignRight
        for hour in HOURS:
            y = track.top() + track.height() * hour / HOURS[-1]
            place = QRectF(self.zone.left(), y - 16, SCALE_PX - 12, 32)
            self.add_text(str(hour), SMALL, place, self.look.palette.muted, right, middle=True)

    def _build_editor(self, zone: QRectF) -> None:
        day = self._view.day
        spans = self._hours.week.get(day, ())
        name, offer = self._calendar.day(day), self._calendar.text(self._calendar.words.copy_week)
        editor = DayEditor(self, self.look, zone, self._calendar, name, spans, offer)
        editor.changed.connect(lambda spans: self._draft_days((day,), spans))
        editor.offered.connect(lambda: self._draft_days(WORKDAYS, spans))
        self.add(editor)

    def _draft_days(self, days: tuple[Day, ...], spans: Spans) -> None:
        week = {**self._hours.week, **dict.fromkeys(days, spans)}
        self.draft({"hours.week": {day: week[day] for day in DAYS if week.get(day)}})
