"""What a check has found."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["good", "look", "bad"]
"""`look` is for what may be meant to be so, `bad` for what will go wrong."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: the thing, in a word or two.
        grade: how it is.
        said: what was found, in a line.
        todo: what to do about it; empty if nothing.
    """

    what: str
    grade: Grade
    said: str
    todo: str = ""

    def __str__(self) -> str:
        line = f"{self.grade:4}  {self.what:14} {self.said}"
        return f"{line}\n{'':21}-> {self.todo}" if self.todo else line


def good(what: str, said: str) -> Finding:
    """Nothing has to be done."""
    return Finding(what, "good", said)
