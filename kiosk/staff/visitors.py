"""The page «Visitors»: how many came, when, and what they saw; and the way out to a stick."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRectF, QSizeF

from kiosk.content.model import Accent
from kiosk.exhibits import registry as exhibits
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.staff.action import Action
from kiosk.staff.choice import Choice
from kiosk.staff.commands import CountVisitors, ExportVisits
from kiosk.staff.page import Page
from kiosk.staff.status import Status
from kiosk.staff.visitor_charts import Chart, Charts
from kiosk.staff.visitor_layout import landscape, portrait
from kiosk.staff.visitor_words import VisitorsWords, length_words
from kiosk.staff.words import PageWords
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.venue.visitors import Receipt, VisitorFigures

RANGES_DAYS = (7, 28, 90, 400)
FIRST_DAYS = 28
ACCENT: Accent = "prologue"
LABEL = TextStyle("sans", (26, 24), 1.3)
NUMBER = TextStyle("serif-bold", (68, 60, 52, 44, 40), 1.2)
NOTE = TextStyle("sans", (26, 24), 1.3)
SENTENCE = TextStyle("sans", (32, 30, 28), 1.5)


class VisitorsPage(Page):
    """Figures of the days that are chosen, and one chart of them at a time."""

    name = "visitors"
    words: VisitorsWords
    words_kind: ClassVar[type[PageWords]] = VisitorsWords
    reads = ("visitors", "receipt")

    _days = FIRST_DAYS
    _tab = 0
    _asked = False
    _chart: ExhibitItem | None = None

    def show_status(self, status: Status) -> None:
        if status.visitors and not self._asked:
            self._days = len(status.visitors.visits_by_day)
        super().show_status(status)
        if not self._asked:  # what is there may be of an hour ago
            self._asked = True
            self.command(CountVisitors(self._days))

    def blurb(self, status: Status) -> str:
        words = self.text(self.words.blurb)
        if not status.visitors or not status.visitors.undated:
            return words
        undated = self.text(self.words.undated).format(count=status.visitors.undated)
        return f"{words}\n{undated}"

    def rebuild(self) -> None:
        self._close_chart()
        super().rebuild()

    def leave(self) -> None:
        self._close_chart()

    def build(self, status: Status) -> None:
        self._layout = (portrait if self.upright else landscape)(self.body)
        self._build_ranges()
        figures = status.visitors
        if figures and len(figures.visits_by_day) != self._days:
            figures = None  # of other days: those that are chosen are still being counted
        self._build_numbers(figures)
        self._build_export(status.receipt)
        if figures is None:
            self._say(self.text(self.words.counting), self._layout.chart)
            return
        charts = Charts(self.look, self.words, status.exhibition).of(figures)
        self._tab = min(self._tab, len(charts) - 1)
        self._build_tabs(charts)
        self._build_chart(charts[self._tab])

    # What staff do

    def _count(self, days: str) -> None:
        self._days = int(days)
        self.rebuild()
        self.command(CountVisitors(self._days))

    def _open_tab(self, tab: str) -> None:
        self._tab = int(tab)
        self.rebuild()

    # What stands on it

    def _build_ranges(self) -> None:
        template, rows = self.text(self.words.days), self._layout.ranges
        each = len(RANGES_DAYS) // len(rows)
        for at, rect in enumerate(rows):
            days = RANGES_DAYS[at * each : (at + 1) * each]
            options = [(str(one), template.format(days=one)) for one in days]
            self._choice(rect, options, self._days).chosen.connect(self._count)

    def _choice(self, rect: QRectF, options: list[tuple[str, str]], chosen: int) -> Choice:
        choice = Choice(self, self.look, rect, options, str(chosen))
        for segment in choice.touchables():
            self.control(segment)
        return choice

    def _build_numbers(self, figures: VisitorFigures | None) -> None:
        visits = f"{figures.visits:,}" if figures else "–"
        length = length_words(self.look, self.words, figures.median_s if figures else None)
        self._build_number(self.text(self.words.visits), visits, self._layout.visits)
        self._build_number(self.text(self.words.median), length, self._layout.median)

    def _build_number(self, label: str, number: str, zone: QRectF) -> None:
        palette = self.look.palette
        above = TextBlock(self, self.look, label, LABEL, palette.muted, zone)
        below = QRectF(
            zone.left(), zone.top() + above.height, zone.width(), zone.height() - above.height
        )
        TextBlock(self, self.look, number, NUMBER, palette.text, below)

    def _build_export(self, receipt: Receipt | None) -> None:
        words = self.text(self.words.export)
        button = Action(self, self.look, self._layout.export, words)
        button.activated.connect(lambda: self.command(ExportVisits()))
        self.control(button)
        if receipt:
            words, zone = self._receipt_words(receipt), self._layout.receipt
            TextBlock(self, self.look, words, NOTE, self.look.palette.text, zone)

    def _receipt_words(self, receipt: Receipt) -> str:
        if receipt.place:
            return self.text(self.words.exported).format(place=Path(receipt.place).name)
        reasons = {"no-stick": self.words.no_stick, "full": self.words.full}
        return self.text(reasons.get(receipt.reason, self.words.not_written))

    def _build_tabs(self, charts: list[Chart]) -> None:
        options = [(str(index), self.text(chart.tab)) for index, chart in enumerate(charts)]
        self._choice(self._layout.tabs, options, self._tab).chosen.connect(self._open_tab)

    def _build_chart(self, chart: Chart) -> None:
        if chart.spec is None:
            self._say(self.text(chart.missing), self._layout.chart)
            return
        self._chart = exhibits.build(self, chart.spec, self._frame())
        self._chart.setPos(self._layout.chart.topLeft())
        self._chart.settle()
        for item in self._chart.touchables():
            self.control(item)

    def _frame(self) -> ExhibitFrame:
        return ExhibitFrame(
            look=self.look,
            accent=ACCENT,
            size=self._layout.chart.size(),
            corner=QSizeF(),
            sources={},
            animator=self.animator,
        )

    def _say(self, words: str, zone: QRectF) -> None:
        TextBlock(self, self.look, words, SENTENCE, self.look.palette.muted, zone)

    def _close_chart(self) -> None:
        if self._chart:
            self._chart.close()
            self._chart = None
