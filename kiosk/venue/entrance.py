"""What is asked of whoever wants to come in, and what becomes of the answer.

Where there is no PIN yet a new one is asked for, twice, as it is when staff want another. Nothing
that was entered is kept longer than that takes.
"""

from enum import Enum
from typing import Literal

from kiosk.venue.lock import Lock, Objection, PinRefusedError, objection

EntranceProblem = Literal["", "wrong", "different", "broken"] | Objection
"""What was wrong with the last answer, or with the lock itself."""


class Question(Enum):
    """What is asked for."""

    PIN = "pin"
    NEW = "new"
    """A new PIN."""
    AGAIN = "again"
    """The new one once more, as nobody has seen what was entered."""


class Entrance:
    """One way in, from the first question to the answer that opens.

    Args:
        lock: knows the PIN.
        new: whether another PIN is wanted than the one that there is.

    Attributes:
        question: what is asked for now.
    """

    def __init__(self, lock: Lock, new: bool = False) -> None:
        self._lock = lock
        self._chosen = ""
        self._problem: EntranceProblem = ""
        self.question = Question.NEW if new or not lock.has_pin else Question.PIN

    @property
    def problem(self) -> EntranceProblem:
        """What was wrong; empty where nothing was."""
        return "broken" if self._lock.broken else self._problem

    @property
    def tries_left(self) -> int:
        """How many wrong answers there may be before nobody may try for a while."""
        return self._lock.tries_left

    @property
    def wait_s(self) -> float:
        """For how many seconds nobody may try."""
        return self._lock.locked_s

    def answer(self, pin: str) -> bool:
        """Takes what was entered; returns whether it opens. Takes some 50 ms where a PIN is known.

        What is entered while nobody may try is not looked at.
        """
        match self.question:
            case Question.PIN:
                opened = self._lock.open(pin)
                self._problem = "" if opened else "wrong"
                return opened
            case Question.NEW:
                self._problem = objection(pin) or ""
                if not self._problem:
                    self._chosen, self.question = pin, Question.AGAIN
                return False
            case Question.AGAIN:
                return self._confirm(pin)

    def _confirm(self, pin: str) -> bool:
        chosen, self._chosen = self._chosen, ""
        self.question = Question.NEW
        if pin != chosen:
            self._problem = "different"
            return False
        try:
            self._lock.choose(pin)
        except PinRefusedError as error:
            self._problem = error.objection
            return False
        return True
