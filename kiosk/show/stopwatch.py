"""Time that can be stopped and goes on where it stood."""

from kiosk.show.clock import Clock


class Stopwatch:
    """Runs from its creation on, beginning at zero."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._running = True
        self.set(0.0)

    @property
    def elapsed_ms(self) -> float:
        """What it shows now."""
        if not self._running:
            return self._shown_ms
        return self._shown_ms + (self._clock.now_ms() - self._since_ms)

    def set(self, elapsed_ms: float) -> None:
        """Show `elapsed_ms` from now on; it keeps running, or standing still."""
        self._shown_ms = elapsed_ms
        self._since_ms = self._clock.now_ms()

    def run(self, running: bool) -> None:
        """Go on, or stand still; what it shows stays the same."""
        self.set(self.elapsed_ms)
        self._running = running
