"""Writes visits down: hears on the stage what happens, and tells the journal when one is over."""

from collections.abc import Callable
from datetime import datetime

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
        self._record = Record(clock, kiosk.visit.preferences.language)
        kiosk.stage.touched.connect(self._record.stir)
        kiosk.stage.exhibit_touched.connect(self._record.touch)

    def tick(self) -> None:
        """Notes who has come, what is on for them, and who has gone."""
        visit = self._kiosk.visit
        before, self._somebody = self._somebody, visit.somebody
        if self._somebody and not before:
            self._record.begin(self._moment())
        if self._somebody:
            self._record.see(self._kiosk.scene_id, visit.preferences.language)
        elif before:
            self._close_visit()

    def _close_visit(self) -> None:
        self._journal.add(self._record.end())
        if answer := self._kiosk.ballot.take_vote():
            moment = self._moment()
            self._journal.vote(answer, moment.date() if moment else None)
