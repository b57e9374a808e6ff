"""Writes visits and votes down: hears what happens, and tells the journal when a visit is over."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject

from kiosk.app.kiosk import Kiosk
from kiosk.show.clock import Clock
from kiosk.show.record import Record
from kiosk.venue.journal import Journal


class Register(QObject):
    """Watches one kiosk.

    Args:
        clock: where the time comes from.
        moment: the time on the venue's clock; None where it is not believed.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        journal: Journal,
        clock: Clock,
        moment: Callable[[], datetime | None],
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._journal = journal
        self._moment = moment
        self._somebody = False
        self._day: date | None = None
        self._votes: Mapping[str, int] = {}
        self._record = Record(clock, kiosk.visit.preferences.language)
        # A visit begins at once: what is touched may be told before the clock ticks.
        kiosk.stage.touched.connect(self.tick)
        kiosk.stage.touched.connect(self._record.stir)
        kiosk.stage.exhibit_touched.connect(self._record.touch)
        kiosk.stage.staff_requested.connect(self._record.knock)
        kiosk.voted.connect(self._on_voted)

    def tick(self) -> None:
        """Notes who has come, what is on for them, and who has gone."""
        visit = self._kiosk.visit
        before, self._somebody = self._somebody, visit.somebody
        if self._somebody and not before:
            self._record.begin(self._moment())
        if self._somebody:
            self._record.see(self._kiosk.scene_id, visit.preferences.language)
        elif before and (entry := self._record.end()):
            self._journal.add(entry)
        self._follow_votes()
        self._forget_once_a_day()

    def _on_voted(self, answer: str) -> None:
        moment = self._moment()
        self._journal.vote(answer, moment.date() if moment else None)

    def _follow_votes(self) -> None:
        """The journal comes to know those of other days only once it has read its file."""
        votes = self._journal.votes()
        if votes != self._votes:
            self._votes = votes
            self._kiosk.count_votes(votes)

    def _forget_once_a_day(self) -> None:
        moment = self._moment()
        if moment and moment.date() != self._day:
            self._day = moment.date()
            self._journal.forget(self._day)
