"""What the supervisor is told to do."""

import signal
from dataclasses import dataclass

from kiosk.venue.beat import Beat
from kiosk.venue.fallback import Show
from kiosk.venue.machine import StartReason


@dataclass(frozen=True)
class Launch:
    """Start the kiosk.

    Attributes:
        show: which show.
        scene: the id of the scene to begin with; empty for how it always begins.
        because: why it is necessary; None for the first time.
    """

    show: Show
    scene: str
    because: StartReason | None


@dataclass(frozen=True)
class Send:
    """Send a signal to the kiosk and all that it has started."""

    number: signal.Signals


@dataclass(frozen=True)
class Report:
    """Keep for staff what has happened.

    Attributes:
        code: the exit code, or the signal that has ended it, as a negative number.
        beat: the last one.
        show: what was on.
    """

    because: StartReason
    code: int
    beat: Beat | None
    show: Show


@dataclass(frozen=True)
class Finish:
    """End the supervisor too."""


Action = Launch | Send | Report | Finish
