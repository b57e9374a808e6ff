"""What is wrong with a file, said to the person who can mend it.

A problem is a place and a sentence. Whatever is wrong is collected and raised together: a curator
mends ten mistakes in one go instead of meeting them one by one. A warning stops nothing: what it is
about can be shown, though perhaps not as it was meant.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches

_QUOTED_CHARACTERS = 40


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a file: the path as the user gave it, line and column counted from 1.

    In a CSV file the line is the row, the header being row 1, and the column that of the cell.
    """

    file: str
    line: int = 1
    column: int = 1

    def behind(self, text: str) -> "Mark":
        """The place right behind `text`, with which the file begins."""
        return Mark(self.file, text.count("\n") + 1, len(text) - text.rfind("\n"))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where."""

    mark: Mark
    sentence: str

    def __str__(self) -> str:
        return f"{self.mark}: {self.sentence}"


@dataclass(frozen=True, order=True)
class Caution(Problem):
    """One thing that can be shown, but that its author may not have meant, and where."""

    def __str__(self) -> str:
        return f"{self.mark}: warning: {self.sentence}"


class ContentError(Exception):
    """Files that cannot be shown; `problems` are sorted by place, each of them once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, mark: Mark, sentence: str) -> "ContentError":
        """The error that consists of a single problem."""
        return cls([Problem(mark, sentence)])


class Report:
    """Collects problems, so that one of them does not hide the next, and warnings."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._warnings: set[Caution] = set()

    @property
    def warnings(self) -> tuple[Caution, ...]:
        """The warnings, sorted by place, each of them once."""
        return tuple(sorted(self._warnings))

    def add(self, mark: Mark, sentence: str) -> None:
        """Note one problem and carry on."""
        self._problems.append(Problem(mark, sentence))

    def warn(self, mark: Mark, sentence: str) -> None:
        """Note what stops nothing, but should be looked at."""
        self._warnings.add(Caution(mark, sentence))

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Take over the problems that end the block early, and carry on after it."""
        try:
            yield
        except ContentError as error:
            self._problems.extend(error.problems)

    def raise_problems(self) -> None:
        """End here if there was any problem.

        Raises:
            ContentError: with every problem that was collected.
        """
        if self._problems:
            raise ContentError(self._problems)


def quoted(text: str) -> str:
    """`text` as a sentence can carry it: in quotes, on one line, not too long, printable."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    if len(shown) > _QUOTED_CHARACTERS:
        shown = shown[: _QUOTED_CHARACTERS - 1] + "…"
    return f"'{shown}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """What follows an unknown `word`: ` (did you mean 'title'?)`, or nothing if none is close."""
    close = get_close_matches(word[:_QUOTED_CHARACTERS], list(known), n=1)
    return f" (did you mean {quoted(close[0])}?)" if close else ""
