"""What is written down during a rehearsal, a line of JSON for each, and read again for its end."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

BIN_MS = 0.25
BINS = 2000
"""Pictures that take half a second and longer are counted as one kind."""


@dataclass(frozen=True)
class Reading:
    """How it stands at an hour of the rehearsal, while nobody is here.

    Attributes:
        hour: since the beginning, by the exhibition's clock.
        own_mib: the memory that is the process's own and no file's.
        objects: that Python's collector knows of.
        items: on the stage.
        visits: that there have been.
        sessions: of staff at the panel.
        applied: how often staff have changed something.
        failures: exceptions that nobody caught, complaints of Qt, and troubles told to staff.
    """

    hour: float
    own_mib: float
    objects: int
    items: int
    visits: int
    sessions: int
    applied: int
    failures: int


@dataclass(frozen=True)
class Day:
    """The pictures of a day.

    Attributes:
        number: the first day is 1.
        pictures: how many were painted.
        p50_ms: half of them took no longer than this, from the tick to the painted picture.
        p99_ms: 99 of 100 took no longer than this.
    """

    number: int
    pictures: int
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True)
class Shown:
    """A scene was seen in a language, and had something on it.

    Attributes:
        colours: how many different ones a small picture of it has; one that is blank has few.
    """

    scene: str
    language: str
    colours: int


@dataclass(frozen=True)
class Failure:
    """Something went wrong."""

    hour: float
    words: str


@dataclass(frozen=True)
class Begun:
    """A process has begun to rehearse; the second one of a rehearsal is a restart.

    Attributes:
        hour: at which hour of the rehearsal.
    """

    hour: float


Line = Reading | Day | Shown | Failure | Begun
_KINDS: dict[str, type[Line]] = {
    kind.__name__.lower(): kind for kind in (Reading, Day, Shown, Failure, Begun)
}


def write_line(file: Path, line: Line) -> None:
    """Adds a line to the file, at once."""
    told: dict[str, Any] = {"what": type(line).__name__.lower(), **asdict(line)}
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(told, ensure_ascii=False) + "\n")


def read_lines(file: Path) -> list[Line]:
    """All lines of the file; the last one may have been cut by a crash, and is then left out."""
    lines: list[Line] = []
    for text in file.read_text("utf-8").splitlines() if file.exists() else ():
        try:
            told = json.loads(text)
        except ValueError:
            continue
        kind = _KINDS[told["what"]]
        lines.append(kind(**{one.name: told[one.name] for one in fields(kind)}))
    return lines


class FrameTimes:
    """How long pictures take, kept in a room that does not grow with their number."""

    def __init__(self) -> None:
        self._bins = [0] * BINS

    def add(self, ms: float) -> None:
        """Counts one."""
        self._bins[min(int(ms / BIN_MS), BINS - 1)] += 1

    def day(self, number: int) -> Day:
        """What there was since the last call, as a day's."""
        bins, self._bins = self._bins, [0] * BINS
        return Day(number, sum(bins), _share(bins, 0.5), _share(bins, 0.99))


def _share(bins: Iterable[int], share: float) -> float:
    """The time within which that share of all pictures was done, in milliseconds."""
    counts = list(bins)
    wanted, seen = share * sum(counts), 0
    for index, count in enumerate(counts):
        seen += count
        if seen >= wanted:
            return (index + 1) * BIN_MS
    return BINS * BIN_MS
