"""What is kept of visits: how often something was the case on a day.

Visits themselves are not kept. Each is taken apart into counts as soon as it is over, so that
nothing says which language goes with which scene, or which of two visits was the first.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from kiosk.content.visits import VisitEntry
from kiosk.venue.visitors import VisitorFigures

Kind = Literal["hour", "length_s", "language", "scene", "exhibit", "vote"]
KINDS: tuple[Kind, ...] = get_args(Kind)

UNDATED = ""
"""In place of a day, where the clock was not believed."""

DAYS_KEPT = 400


class Count(NamedTuple):
    """What is counted.

    Attributes:
        day: as `2026-11-25`, or `UNDATED`.
        key: the hour, the length in seconds, the code of the language, the id of the scene or of
            the answer, or the exhibit as `SCENE/NUMBER`.
    """

    day: str
    kind: Kind
    key: str


Counts = Counter[Count]


def counts_of(entry: VisitEntry) -> Counts:
    """What a visit adds. It has one hour, so the visits are as many as the hours."""
    day = entry.hour.date().isoformat() if entry.hour else UNDATED
    hour = f"{entry.hour.hour:02}" if entry.hour else UNDATED
    counts = Counter(
        {
            Count(day, "hour", hour): 1,
            Count(day, "length_s", str(entry.length_s)): 1,
            Count(day, "language", entry.language): 1,
        }
    )
    counts.update(Count(day, "scene", scene) for scene in entry.scenes)
    counts.update({Count(day, "exhibit", name): times for name, times in entry.touches.items()})
    return counts


def first_day(today: date, days: int) -> date:
    """The first of so many days, of which today is the last."""
    return today - timedelta(days=days - 1)


def figures_of(counts: Mapping[Count, int], days: int, today: date) -> VisitorFigures:
    """What counts say of so many days.

    Args:
        counts: those of these days, and the undated hours and votes. But for the hours, which
            belong to their day, the counts of a key may have been summed under one of the days.
        days: how many, today being the last.
        today: by the venue's clock.
    """
    first = first_day(today, days)
    by_day = {(first + timedelta(days=at)).isoformat(): 0 for at in range(days)}
    of_kind: dict[Kind, Counter[str]] = {kind: Counter() for kind in KINDS}
    undated = 0
    for (day, kind, key), number in counts.items():
        if kind == "vote" or day in by_day:
            of_kind[kind][key] += number
        if kind == "hour" and day in by_day:
            by_day[day] += number
        elif kind == "hour" and day == UNDATED:
            undated += number
    lengths = Counter({int(key): number for key, number in of_kind["length_s"].items()})
    return VisitorFigures(
        visits_by_day={date.fromisoformat(day): number for day, number in by_day.items()},
        visits_by_hour=tuple(of_kind["hour"][f"{hour:02}"] for hour in range(24)),
        median_s=_median(lengths),
        languages=of_kind["language"],
        scenes=of_kind["scene"],
        touches=of_kind["exhibit"],
        poll=of_kind["vote"],
        undated=undated,
    )


def _median(lengths: Counter[int]) -> float | None:
    """The length in the middle, without writing out each of them."""
    half, passed = lengths.total() / 2, 0
    for length_s in sorted(lengths, reverse=True):
        passed += lengths[length_s]
        if passed >= half:
            return float(length_s)
    return None
