"""What a rehearsal has shown: whether each criterion was met, from what was written down."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from kiosk.rehearsal.readings import Begun, Day, Failure, Line, Reading, Shown

WARM_H = 1.0
"""Memory is judged from here on: until then caches fill and every face is met."""

MOST_SLOPE_MIB = 1.0
"""How much memory may grow in a day."""

FEWEST_READINGS = 6
MOST_SLOWER = 1.15
MOST_SLOWER_MS = 2.0
"""The slowest pictures of the last day may take so much longer than those of the first."""

FEWEST_COLOURS = 24
"""A small picture with fewer colours shows nothing; the emptiest scene has hundreds."""

Criterion = Literal["memory", "restarts", "frames", "scenes", "failures"]
Mark = Literal["met", "not-met", "too-short"]


@dataclass(frozen=True)
class Finding:
    """One criterion.

    Attributes:
        figures: what was measured, for the sentence about it.
    """

    criterion: Criterion
    mark: Mark
    figures: tuple[float, ...] = ()


@dataclass(frozen=True)
class Record:
    """All that was written down, by kind."""

    readings: tuple[Reading, ...]
    days: tuple[Day, ...]
    shown: tuple[Shown, ...]
    failures: tuple[Failure, ...]
    begun: tuple[Begun, ...]

    @property
    def hours(self) -> float:
        """How far it has come, as far as is known."""
        return max([one.hour for one in self.readings] + [one.hour for one in self.begun] + [0.0])


def record(lines: Sequence[Line]) -> Record:
    """The lines of a rehearsal, sorted by kind."""
    return Record(
        tuple(line for line in lines if isinstance(line, Reading)),
        tuple(line for line in lines if isinstance(line, Day)),
        tuple(line for line in lines if isinstance(line, Shown)),
        tuple(line for line in lines if isinstance(line, Failure)),
        tuple(line for line in lines if isinstance(line, Begun)),
    )


def findings(found: Record, wanted: Set[tuple[str, str]]) -> list[Finding]:
    """Judges a rehearsal.

    Args:
        found: what was written down.
        wanted: the ids of all scenes that have to have been shown, each with each language.
    """
    return [_memory(found), _restarts(found), _frames(found), _scenes(found, wanted), _fails(found)]


def slope_mib_per_day(readings: Sequence[Reading]) -> float:
    """How much memory has grown in a day, by the straight line that fits all readings best."""
    days = [one.hour / 24 for one in readings]
    mid_day = sum(days) / len(days)
    mid_mib = sum(one.own_mib for one in readings) / len(readings)
    spread = sum((day - mid_day) ** 2 for day in days)
    together = sum(
        (day - mid_day) * (one.own_mib - mid_mib) for day, one in zip(days, readings, strict=True)
    )
    return together / spread if spread else 0.0


def warm(found: Record) -> list[Reading]:
    """The readings by which memory is judged."""
    return [one for one in found.readings if one.hour >= WARM_H]


def _memory(found: Record) -> Finding:
    readings = warm(found)
    if len(readings) < FEWEST_READINGS:
        return Finding("memory", "too-short")
    slope = slope_mib_per_day(readings)
    return Finding("memory", _mark(slope <= MOST_SLOPE_MIB), (slope, readings[-1].own_mib))


def _restarts(found: Record) -> Finding:
    restarts = max(len(found.begun) - 1, 0)
    return Finding("restarts", _mark(restarts == 0), (restarts,))


def _frames(found: Record) -> Finding:
    if len(found.days) < 2:
        return Finding("frames", "too-short")
    first, last = found.days[0].p99_ms, found.days[-1].p99_ms
    is_as_fast = last <= max(first * MOST_SLOWER, first + MOST_SLOWER_MS)
    return Finding("frames", _mark(is_as_fast), (first, last))


def _scenes(found: Record, wanted: Set[tuple[str, str]]) -> Finding:
    good = {(one.scene, one.language) for one in found.shown if one.colours >= FEWEST_COLOURS}
    return Finding("scenes", _mark(wanted <= good), (len(wanted & good), len(wanted)))


def _fails(found: Record) -> Finding:
    count = found.readings[-1].failures if found.readings else len(found.failures)
    return Finding("failures", _mark(count == 0), (count,))


def _mark(is_met: bool) -> Mark:
    return "met" if is_met else "not-met"
