"""The charts of the visitors' page, as specs of the kinds that the exhibition is drawn with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kiosk.content.language import Language, Localised
from kiosk.content.model import Exhibition, ExhibitSpec
from kiosk.content.numbers import Unit
from kiosk.content.series import Series
from kiosk.exhibits.bar import BarSpec
from kiosk.exhibits.figures import Figure, FiguresSpec
from kiosk.staff.visitor_words import VisitorsWords, day_words, month_words
from kiosk.toolkit.look import Look
from kiosk.venue.visitors import VisitorFigures

LANGUAGE_NAMES: dict[Language, str] = {"zh-Hant": "繁體", "zh-Hans": "简体", "en": "English"}
MOST_DAYS = 31
MOST_WEEKS_DAYS = 120
"""Of more days than these, weeks and then months are shown."""

MOST_EXHIBITS = 8

Rows = Sequence[tuple[str, int]]
"""What is shown under which name, in the order in which it stands."""


@dataclass(frozen=True)
class Chart:
    """One chart of the page.

    Attributes:
        tab: what stands on its tab.
        spec: what is drawn; None where there is nothing to draw yet.
        missing: what is said then.
    """

    tab: Localised
    spec: ExhibitSpec | None
    missing: Localised


class Charts:
    """Builds them from figures.

    Args:
        exhibition: gives scenes and exhibits their names.
    """

    def __init__(self, look: Look, words: VisitorsWords, exhibition: Exhibition) -> None:
        self._look = look
        self._words = words
        self._scenes = {scene.id: scene for scene in exhibition.scenes}
        self._answers = exhibition.poll.answers if exhibition.poll else {}
        if exhibition.prologue:
            self._scenes[exhibition.prologue.id] = exhibition.prologue

    def of(self, figures: VisitorFigures) -> list[Chart]:
        """All charts, in the order of their tabs; the poll's only where somebody has voted."""
        words = self._words
        charts = [
            Chart(words.days_tab, self._days(figures.visits_by_day), words.nothing_yet),
            Chart(words.hours_tab, self._hours(figures.visits_by_hour), words.nothing_yet),
            Chart(words.languages_tab, self._languages(figures.languages), words.nothing_yet),
            Chart(words.scenes_tab, self._seen(figures.scenes), words.nothing_yet),
            Chart(words.exhibits_tab, self._touched(figures.touches), words.nothing_touched),
        ]
        if poll := self._poll(figures.poll):
            charts.append(Chart(words.poll_tab, poll, words.nothing_yet))
        return charts

    def _days(self, by_day: Mapping[date, int]) -> ExhibitSpec | None:
        """By day, week or month, from the first visit on: before, there may have been no kiosk."""
        words, look = self._words, self._look
        first = min((day for day, visits in by_day.items() if visits), default=date.max)
        counted = {day: visits for day, visits in by_day.items() if day >= first}
        if len(by_day) <= MOST_DAYS:
            rows = [(day_words(look, words, day), visits) for day, visits in counted.items()]
            title = self._found(words.days_title, rows)
            return self._bars(rows, title, words.days_of, words.visits_unit)
        if len(by_day) <= MOST_WEEKS_DAYS:
            weeks = _summed(counted, lambda day: day - timedelta(days=day.weekday()))
            rows = [(day_words(look, words, monday), visits) for monday, visits in weeks.items()]
            title = self._found(words.weeks_title, rows)
            return self._bars(rows, title, words.weeks_of, words.visits_unit)
        months = _summed(counted, lambda day: day.replace(day=1))
        rows = [(month_words(look, words, one, below=True), n) for one, n in months.items()]
        busiest = month_words(look, words, max(months, key=months.__getitem__)) if months else ""
        title = self._titled(words.months_title, busiest)
        return self._bars(rows, title, words.months_of, words.visits_unit)

    def _hours(self, by_hour: Sequence[int]) -> ExhibitSpec | None:
        """From the first hour of any day in which somebody came to the last."""
        busy = [hour for hour, visits in enumerate(by_hour) if visits]
        open_hours = range(busy[0], busy[-1] + 1) if busy else range(0)
        rows = [(f"{hour}:00", by_hour[hour]) for hour in open_hours]
        words = self._words
        title = self._found(words.hours_title, rows)
        return self._bars(rows, title, words.hours_of, words.visits_unit)

    def _languages(self, counts: Mapping[str, int]) -> ExhibitSpec | None:
        """Each with its number: three of them would be a poor row of bars."""
        rows = [(name, counts.get(code, 0)) for code, name in LANGUAGE_NAMES.items()]
        if not any(visits for _, visits in rows):
            return None
        unit = Unit(name=self._words.visits_unit)
        return FiguresSpec(
            kind="figures",
            title=self._found(self._words.languages_title, rows),
            subtitle=self._words.languages_of,
            notes=(self._words.source,),
            figures=tuple(
                Figure(value=Decimal(visits), unit=unit, label=_plain(name))
                for name, visits in rows
            ),
        )

    def _seen(self, counts: Mapping[str, int]) -> ExhibitSpec | None:
        """All scenes, in the order of the exhibition, and those of the past that were seen."""
        shown = dict.fromkeys((*self._scenes, *counts))
        rows = [(self._scene_name(scene), counts.get(scene, 0)) for scene in shown]
        words = self._words
        title = self._found(words.scenes_title, rows)
        return self._bars(rows, title, words.scenes_of, words.visits_unit, across=True)

    def _touched(self, counts: Mapping[str, int]) -> ExhibitSpec | None:
        """Those that were touched most."""
        most = sorted(counts.items(), key=lambda row: -row[1])[:MOST_EXHIBITS]
        rows = [(self._exhibit_name(name), touches) for name, touches in most]
        words = self._words
        title = self._found(words.exhibits_title, rows)
        return self._bars(rows, title, words.exhibits_of, words.touches_unit, across=True)

    def _poll(self, counts: Mapping[str, int]) -> ExhibitSpec | None:
        """All answers, in the order of the exhibition, and those of the past that were given."""
        shown = dict.fromkeys((*self._answers, *counts))
        rows = [(self._answer_name(answer), counts.get(answer, 0)) for answer in shown]
        words = self._words
        title = self._found(words.poll_title, rows)
        return self._bars(rows, title, words.poll_of, words.votes_unit, across=True)

    def _bars(
        self,
        rows: Rows,
        title: Localised,
        subtitle: Localised,
        unit: Localised,
        across: bool = False,
    ) -> ExhibitSpec | None:
        if not any(number for _, number in rows):
            return None
        return BarSpec(
            kind="bar",
            title=title,
            subtitle=subtitle,
            notes=(self._words.source,),
            unit=Unit(name=unit),
            categories=tuple(name for name, _ in rows),
            series=(Series(name=unit, values=tuple(Decimal(number) for _, number in rows)),),
            horizontal=across,
        )

    def _found(self, title: Localised, rows: Rows) -> Localised:
        """A title that says which of the rows has most."""
        name, _ = max(rows, key=lambda row: row[1], default=("", 0))
        return self._titled(title, name)

    def _titled(self, title: Localised, name: str) -> Localised:
        return _plain(self._look.text(title).format(name=name))

    def _scene_name(self, scene: str) -> str:
        """Its title; its id where the exhibition has it no more."""
        return self._look.text(self._scenes[scene].title) if scene in self._scenes else scene

    def _answer_name(self, answer: str) -> str:
        """Its words; its id where the poll has it no more."""
        return self._look.text(self._answers[answer]) if answer in self._answers else answer

    def _exhibit_name(self, name: str) -> str:
        """Its scene's title, and which it is of the scene's exhibits where there are several."""
        scene, _, number = name.partition("/")
        exhibits = self._scenes[scene].exhibits if scene in self._scenes else ()
        if len(exhibits) == 1:
            return self._scene_name(scene)
        at = int(number) - 1 if number.isdecimal() else len(exhibits)
        tab = exhibits[at].tab if 0 <= at < len(exhibits) else None
        return f"{self._scene_name(scene)} · {self._look.text(tab) if tab else number}"


def _summed(by_day: Mapping[date, int], of: Callable[[date], date]) -> dict[date, int]:
    """The visits of all days that belong together."""
    sums: dict[date, int] = {}
    for day, visits in by_day.items():
        sums[of(day)] = sums.get(of(day), 0) + visits
    return sums


def _plain(words: str) -> Localised:
    """Words that are in the page's language already."""
    return Localised.model_validate(words)
