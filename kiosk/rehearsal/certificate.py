"""The certificate of a rehearsal: one page that a museum can print and file."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from string import Template

import psutil

from kiosk.content.frozen import Frozen
from kiosk.content.language import Language, Localised
from kiosk.content.theme import Theme
from kiosk.rehearsal.plots import lines
from kiosk.rehearsal.verdict import MOST_SLOPE_MIB, Finding, Mark, Record

FIRST: Language = "zh-Hant"
SECOND: Language = "en"
SIGNS: dict[Mark, str] = {"met": "✓", "not-met": "✕", "too-short": "–"}
"""Beside the words, so that a copy without colours says as much."""

MOST_FAILURES = 5


class CertificateWords(Frozen):
    """`certificate.yaml`."""

    title: Localised
    passed: Localised
    not_passed: Localised
    met: Localised
    not_met: Localised
    too_short: Localised
    wound: Localised
    real: Localised
    memory: Localised
    memory_found: Localised
    restarts: Localised
    restarts_found: Localised
    frames: Localised
    frames_found: Localised
    scenes: Localised
    scenes_found: Localised
    failures: Localised
    failures_found: Localised
    memory_plot: Localised
    frames_plot: Localised
    intervals_plot: Localised
    days: Localised
    machine: Localised
    program: Localised
    content: Localised
    made: Localised
    visits: Localised
    sessions: Localised
    pictures: Localised
    signed: Localised


@dataclass(frozen=True)
class Circumstances:
    """How a rehearsal was held.

    Attributes:
        exhibition: what it is called.
        ended: when it was over, by the machine's clock.
        real_s: how long it took.
        rest_s: how much time went by at a step while nothing moved; 0 where none was wound.
        moving_ms: how much went by between two pictures while something did.
        open: the opening hours of each day, as they are written.
    """

    exhibition: Localised
    app_version: str
    content_version: str
    ended: datetime
    real_s: float
    rest_s: float
    moving_ms: float
    open: str


class Certificate:
    """Writes the page.

    Args:
        theme: gives it its colours; one for bright rooms, as it will be printed.
    """

    def __init__(self, words: CertificateWords, theme: Theme, page: str) -> None:
        self._words = words
        self._theme = theme
        self._page = Template(page)

    def html(self, found: Record, judged: Sequence[Finding], how: Circumstances) -> str:
        """The whole page, which needs no other file."""
        words = self._words
        is_passed = all(one.mark == "met" for one in judged)
        theme = self._theme
        return self._page.substitute(
            title=_both(words.title),
            plain_title=escape(f"{words.title.text(FIRST)} {words.title.text(SECOND)}"),
            exhibition=_both(how.exhibition),
            verdict=_both(words.passed if is_passed else words.not_passed),
            sign=SIGNS["met" if is_passed else "not-met"],
            state="met" if is_passed else "not-met",
            how=self._how(found, how),
            criteria="".join(map(self._row, judged)),
            plots=self._plots(found, how),
            facts=self._facts(found, how),
            failures=_failures(found),
            signed=_both(words.signed),
            background=theme.background,
            card=theme.card,
            text=theme.text,
            muted=theme.muted,
            rule=theme.rule,
            accent=theme.accents["ai-production"],
            second=theme.accents["future-industry"],
            good=theme.accents["internet-of-everything"],
        )

    def _how(self, found: Record, how: Circumstances) -> str:
        words = self._words.wound if how.rest_s else self._words.real
        figures = {
            "days": f"{found.hours / 24:.1f}",
            "hours": f"{found.hours:.0f}",
            "rest": f"{how.rest_s:g}",
            "moving": f"{how.moving_ms:g}",
            "open": how.open,
        }
        spent = _spent(how.real_s)
        return "".join(
            f'<p lang="{code}">{escape(words.text(code).format(**figures, real=spent[code]))}</p>'
            for code in (FIRST, SECOND)
        )

    def _row(self, one: Finding) -> str:
        words = self._words
        marks = {"met": words.met, "not-met": words.not_met, "too-short": words.too_short}
        asked: Localised = getattr(words, one.criterion)
        told: Localised = getattr(words, f"{one.criterion}_found")
        figures = _both(told, *one.figures) if one.figures else ""
        return (
            f'<tr class="{one.mark}"><td class="sign">{SIGNS[one.mark]}</td>'
            f"<td>{_both(asked, most=f'{MOST_SLOPE_MIB:g}')}</td>"
            f"<td>{figures}</td><td>{_both(marks[one.mark])}</td></tr>"
        )

    def _plots(self, found: Record, how: Circumstances) -> str:
        words = self._words
        below = f"{words.days.text(FIRST)} {words.days.text(SECOND)}"
        memory = [(one.hour / 24, one.own_mib) for one in found.readings]
        slow = [(float(one.number), one.p99_ms) for one in found.days]
        usual = [(float(one.number), one.p50_ms) for one in found.days]
        about = words.frames_plot if how.rest_s else words.intervals_plot
        return (
            f"<figure><figcaption>{_both(words.memory_plot)}</figcaption>"
            f"{lines([('first', memory)], 'MiB', below)}</figure>"
            f"<figure><figcaption>{_both(about)}</figcaption>"
            f"{lines([('first', slow), ('second', usual)], 'ms', below)}</figure>"
        )

    def _facts(self, found: Record, how: Circumstances) -> str:
        words, last = self._words, found.readings[-1] if found.readings else None
        facts: list[tuple[Localised, str]] = [
            (words.machine, _machine()),
            (words.program, how.app_version),
            (words.content, how.content_version),
            (words.made, f"{how.ended:%Y-%m-%d %H:%M}"),
            (words.visits, f"{last.visits if last else 0:,}"),
            (words.sessions, f"{last.sessions if last else 0:,}"),
            (words.pictures, f"{sum(day.pictures for day in found.days):,}"),
        ]
        return "".join(f"<div><dt>{_both(n)}</dt><dd>{escape(v)}</dd></div>" for n, v in facts)


def _both(words: Localised, *figures: object, **named: object) -> str:
    """What it says in both languages of the certificate."""
    return "".join(
        f'<span lang="{code}">{escape(words.text(code).format(*figures, **named))}</span>'
        for code in (FIRST, SECOND)
    )


def _failures(found: Record) -> str:
    told = [f"{one.hour:.1f} h: {one.words}" for one in found.failures[:MOST_FAILURES]]
    return "".join(f"<li>{escape(words)}</li>" for words in told)


def _spent(seconds: float) -> dict[Language, str]:
    hours, minutes = divmod(round(seconds / 60), 60)
    return {FIRST: f"{hours}小時{minutes}分鐘", SECOND: f"{hours} h {minutes} min"}


def _machine() -> str:
    memory_gib = psutil.virtual_memory().total / 2**30
    count = psutil.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {count} × CPU, {memory_gib:.1f} GiB"
