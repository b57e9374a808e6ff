"""The votes for each answer, of which every visit has one that it may change until it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Votes:
    """How a poll stands.

    Attributes:
        tally: how many votes each answer has, by its id, with that of this visit.
        own: the answer that this visit has voted for, if it has.
    """

    tally: Mapping[str, int]
    own: str | None = None


class Ballot:
    """Counts a vote at once, and moves it where the visitor changes their mind.

    Args:
        answers: their ids; none where there is no poll.
        tally: how many votes they have already; votes for anything else are left out.
    """

    def __init__(self, answers: Iterable[str], tally: Mapping[str, int]) -> None:
        self._counted = {answer: tally.get(answer, 0) for answer in answers}
        self._own: str | None = None

    @property
    def votes(self) -> Votes:
        """How it stands now."""
        tally = {key: count + (key == self._own) for key, count in self._counted.items()}
        return Votes(tally, self._own)

    def count(self, tally: Mapping[str, int]) -> None:
        """So many votes there have been before this visit's; any for no answer are left out."""
        self._counted = {answer: tally.get(answer, 0) for answer in self._counted}

    def vote(self, answer: str) -> None:
        """This visit votes for `answer`, and no longer for what it voted for before.

        Raises:
            ValueError: there is no such answer.
        """
        if answer not in self._counted:
            raise ValueError(f"there is no answer '{answer}'")
        self._own = answer

    def take_vote(self) -> str | None:
        """Ends the visit: its vote counts for good, and is told for whoever keeps it."""
        taken, self._own = self._own, None
        if taken is not None:
            self._counted[taken] += 1
        return taken
