"""Whether staff are at the screen, and when they have left it: the gate, the panel, and locking it.

Nobody else decides it: the gate is opened by a knock, the panel by a PIN that somebody else has
checked, and both close by themselves when nobody touches them.
"""

import math
from enum import Enum, auto

from kiosk.show.clock import Clock
from kiosk.show.stopwatch import Stopwatch

GATE_MS = 30_000.0
"""A visitor who has found the gate by chance should not stand before it for long."""

PANEL_MS = 120_000.0


class Door(Enum):
    """How far somebody has come."""

    CLOSED = auto()
    GATE = auto()
    """A PIN is asked for."""
    PANEL = auto()


class StaffSession:
    """From a knock until the panel closes.

    Args:
        clock: Where the time comes from.

    Attributes:
        door: How far somebody has come.
    """

    def __init__(self, clock: Clock) -> None:
        self.door = Door.CLOSED
        self._untouched = Stopwatch(clock)

    @property
    def left_ms(self) -> float:
        """After how long without a touch it closes by itself; without an end while it is closed."""
        if self.door is Door.CLOSED:
            return math.inf
        whole_ms = GATE_MS if self.door is Door.GATE else PANEL_MS
        return max(whole_ms - self._untouched.elapsed_ms, 0.0)

    def knock(self) -> None:
        """Ask for a PIN, unless somebody is at the gate or inside."""
        if self.door is Door.CLOSED:
            self._go(Door.GATE)

    def enter(self) -> None:
        """Open the panel: the PIN was right."""
        self._go(Door.PANEL)

    def ask_again(self) -> None:
        """Ask for a PIN once more, for what needs one inside."""
        if self.door is Door.PANEL:
            self._go(Door.GATE)

    def leave(self) -> None:
        """Close everything."""
        self._go(Door.CLOSED)

    def touch(self) -> None:
        """Note that somebody is here."""
        self._untouched.set(0.0)

    def tick(self) -> None:
        """Close what has not been touched for long enough."""
        if self.left_ms <= 0:
            self.leave()

    def _go(self, door: Door) -> None:
        self.door = door
        self._untouched.run(door is not Door.CLOSED)
        self._untouched.set(0.0)
