"""The kiosk's end of the pipe to the supervisor."""

import os
from collections.abc import Callable, Mapping

from kiosk.venue.beat import VARIABLE, Beat, End, Ended

BETWEEN_MS = 950.0
"""How far beats are apart at least: a ticker at rest ticks once a second, or a little sooner."""


class Pulse:
    """Sends beats, and never waits for anybody to take them.

    Args:
        descriptor: of the pipe.
        now_ms: the time in milliseconds.

    Attributes:
        lost: whether nobody is at the other end any more.
    """

    def __init__(self, descriptor: int, now_ms: Callable[[], float]) -> None:
        self._descriptor = descriptor
        self._now_ms = now_ms
        self._due_ms = now_ms()
        self.lost = False
        os.set_blocking(descriptor, False)
        os.set_inheritable(descriptor, False)

    @property
    def due(self) -> bool:
        """Whether it is time for a beat."""
        return self._now_ms() >= self._due_ms

    def beat(self, beat: Beat) -> None:
        """Sends a sign of life."""
        self._due_ms = self._now_ms() + BETWEEN_MS
        self._send(beat.line())

    def end(self, end: End) -> None:
        """Says that the kiosk is ending."""
        self._send(Ended(end).line())

    def _send(self, line: str) -> None:
        try:
            os.write(self._descriptor, line.encode())
        except BlockingIOError:
            pass  # the supervisor is late; it will find the beats that are waiting
        except OSError:
            self.lost = True


def inherited_pulse(environment: Mapping[str, str], now_ms: Callable[[], float]) -> Pulse | None:
    """The pulse for the supervisor that has started this process; None where none has."""
    number = environment.get(VARIABLE, "")
    if not number.isdecimal():
        return None
    try:
        return Pulse(int(number), now_ms)
    except OSError:
        return None  # whoever has set it has not handed the pipe over
