"""The gate: shown when staff knock, and what is entered there brought to the lock."""

from math import ceil

from PySide6.QtCore import QObject, QSizeF, Signal

from kiosk.staff.gate import Asked, Gate, GateProblem, GateStatus
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look
from kiosk.venue.entrance import Entrance, Question
from kiosk.venue.lock import Lock


class Gatekeeper(QObject):
    """Asks for a PIN, and says when it was the right one.

    Signals:
        opened: somebody may go on.
        cancelled: somebody does not want to.
    """

    opened = Signal()
    cancelled = Signal()

    def __init__(self, lock: Lock, words: Phrasebook) -> None:
        super().__init__()
        self._lock = lock
        self._words = words
        self._entrance: Entrance | None = None
        self._gate: Gate | None = None
        self._asked: Asked = "pin"

    @property
    def gate(self) -> Gate | None:
        """What is to be seen, while somebody is asked."""
        return self._gate

    def ask(self, asked: Asked, look: Look, size: QSizeF) -> None:
        """Asks for the PIN, to come in or to `quit`, or for a `new` one."""
        self._lock.look()
        self._asked = asked
        self._entrance = Entrance(self._lock, new=asked == "new")
        self.build(look, size)

    def build(self, look: Look, size: QSizeF) -> None:
        """Builds the gate anew; nothing that was entered is kept."""
        if self._entrance is None:
            return
        self._gate = Gate(look, size, self._words, self._status(self._entrance))
        self._gate.entered.connect(self._on_entered)
        self._gate.cancelled.connect(self.cancelled)

    def tick(self) -> None:
        """Shows for how long nobody may try."""
        if self._gate and self._entrance:
            self._gate.show_status(self._status(self._entrance))

    def close(self) -> None:
        """Asks no more."""
        if self._gate:
            self._gate.leave()
        self._gate = self._entrance = None

    def _on_entered(self, pin: str) -> None:
        if self._entrance is None:
            return
        if self._entrance.answer(pin):
            self.opened.emit()
        else:
            self.tick()

    def _status(self, entrance: Entrance) -> GateStatus:
        asked: dict[Question, Asked] = {Question.NEW: "new", Question.AGAIN: "again"}
        found = entrance.problem
        # The pad has nothing but digits.
        problem: GateProblem = "too-short" if found == "not-digits" else found
        return GateStatus(
            asked=asked.get(entrance.question, self._asked),
            problem=problem,
            tries_left=entrance.tries_left,
            wait_s=ceil(entrance.wait_s),
        )
