"""The page «Opening hours»: the week, single dates, and programmes for parts of the day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import DAYS
from kiosk.content.programme import ProgrammeName
from kiosk.settings.layers import Resolved
from kiosk.settings.model import PROGRAMME_NAMES
from kiosk.show.animator import Animator
from kiosk.staff.choice import Choice
from kiosk.staff.commands import Choose
from kiosk.staff.date_picker import DatePicker
from kiosk.staff.field import Field
from kiosk.staff.hours_dayparts import Dayparts
from kiosk.staff.hours_exceptions import Exceptions
from kiosk.staff.hours_view import HoursView, Tab
from kiosk.staff.hours_week import Week
from kiosk.staff.hours_words import Calendar, HoursWords
from kiosk.staff.origin import Origins
from kiosk.staff.page import Page
from kiosk.staff.section import BUTTON_PX, GAP_PX, SMALL, Section, columns
from kiosk.staff.status import Status
from kiosk.staff.switch import Switch
from kiosk.staff.words import PageWords, Phrasebook
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock

TABS_SHARE = 0.4
SWITCH_PX = 104.0
ORIGIN_PX = 36.0
KEYS: dict[Tab, str] = {
    "week": "hours.week",
    "exceptions": "hours.exceptions",
    "dayparts": "dayparts",
}


class HoursPage(Page):
    """Three tabs, and where no tab is asked for the week, at today."""

    name = "hours"
    words_kind: ClassVar[type[PageWords]] = HoursWords
    drafts = True
    reads = ("drafted", "outlook", "today")
    owns = ("hours.kept", "hours.week", "hours.exceptions", "hours.screen_off", "dayparts")

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: Phrasebook,
        animator: Animator,
    ) -> None:
        super().__init__(parent, look, zone, upright, words, animator)
        assert isinstance(self.words, HoursWords)
        self._calendar = Calendar(look, self.words)
        self._origins = Origins(look, words)
        self._view: HoursView | None = None

    def blurb(self, status: Status) -> str:
        return self._calendar.outlook(status.outlook, status.applied.hours.kept, status.today)

    def build(self, status: Status) -> None:
        view = self._view or HoursView(day=DAYS[status.today.weekday()])
        self._view = view
        hours = status.drafted.settings.hours
        if view.month is not None:
            taken = hours.exceptions
            picker = DatePicker(
                self, self.look, self.body, self._calendar, taken, view, status.today, self.upright
            )
            picker.picked.connect(self._pick)
            self._add_section(picker)
            return
        rest = self._build_top(status.drafted, view)
        zone = rest.adjusted(0, 0, 0, -ORIGIN_PX)
        self._build_origin(zone, status.drafted, view.tab)
        self._add_section(self._section(zone, status, view))

    def _section(self, zone: QRectF, status: Status, view: HoursView) -> Section:
        """What stands under the open tab."""
        settings, calendar = status.drafted.settings, self._calendar
        hours, today, upright = settings.hours, status.today, self.upright
        if view.tab == "exceptions":
            return Exceptions(self, self.look, zone, calendar, hours, view, today, upright)
        if view.tab == "dayparts":
            others: list[ProgrammeName] = [
                name for name in PROGRAMME_NAMES[1:] if settings.programmes.named(name)
            ]
            parts = settings.dayparts
            return Dayparts(self, self.look, zone, calendar, parts, others, view, upright)
        return Week(self, self.look, zone, calendar, hours, view, upright)

    def _build_top(self, drafted: Resolved, view: HoursView) -> QRectF:
        """Builds the tabs, and the switches with the week; returns what is left of the body."""
        row = QRectF(self.body.left(), self.body.top(), self.body.width(), BUTTON_PX)
        tabs, switches = (row, row.translated(0, BUTTON_PX + GAP_PX))
        if not self.upright:
            tabs = QRectF(row.left(), row.top(), row.width() * TABS_SHARE, row.height())
            switches = row.adjusted(tabs.width() + GAP_PX, 0, 0, 0)
        words, text = self._calendar.words, self._calendar.text
        options = [
            ("week", text(words.week)),
            ("exceptions", text(words.exceptions)),
            ("dayparts", text(words.dayparts)),
        ]
        choice = Choice(self, self.look, tabs, options, view.tab)
        choice.chosen.connect(lambda tab: self._turn(replace(view, tab=tab)))
        self.add(choice)
        bottom = tabs.bottom()
        if view.tab == "week":
            keep, screen = columns(switches, 2)
            hours = drafted.settings.hours
            self._add_switch(keep, "hours.kept", text(words.keep), hours.kept, drafted)
            off = text(words.screen_off)
            self._add_switch(screen, "hours.screen_off", off, hours.screen_off, drafted)
            bottom = switches.bottom()
        return QRectF(self.body.topLeft(), self.body.bottomRight()).adjusted(
            0, bottom + GAP_PX - self.body.top(), 0, 0
        )

    def _add_switch(
        self, rect: QRectF, key: str, name: str, is_on: bool, drafted: Resolved
    ) -> None:
        note = self._origins.of(drafted, key)
        field = Field(self, self.look, rect, name, note, SWITCH_PX)
        switch = Switch(field, self.look, field.place, name, is_on)
        switch.flipped.connect(lambda on: self._draft({key: on}))
        self.control(switch)

    def _build_origin(self, zone: QRectF, drafted: Resolved, tab: Tab) -> None:
        below = QRectF(zone.left(), zone.bottom() + 4, zone.width(), ORIGIN_PX)
        words = self._origins.of(drafted, KEYS[tab])
        TextBlock(self, self.look, words, SMALL, self.look.palette.muted, below)

    def _add_section(self, section: Section) -> None:
        section.drafted.connect(self._draft)
        section.turned.connect(self._turn)
        self.add(section)

    def _draft(self, chosen: Mapping[str, Any]) -> None:
        self.command(Choose(chosen))

    def _turn(self, view: HoursView) -> None:
        self._view = view
        self.rebuild()

    def _pick(self, day: date) -> None:
        """Shows the exception of that date, which is a closed day where there was none."""
        assert self.status is not None and self._view is not None
        exceptions = self.status.drafted.settings.hours.exceptions
        self._turn(replace(self._view, date=day, month=None))
        if day not in exceptions:
            with_it = {**exceptions, day: ()}
            self._draft({"hours.exceptions": dict(sorted(with_it.items()))})
