"""The one timer of the application.

It ticks at frame rate while something moves, slower while only the rail's progress does, and not at
all until the next thing is due when the picture rests, so that a resting screen costs nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.show.animator import Animator

FRAME_MS = 16


class Ticker(QObject):
    """Drives the animator, then tells the application that time has passed.

    Args:
        animator: what moves on the stage.
        rest_ms: asked after each tick that left nothing moving: milliseconds until the next tick is
            wanted, or None for never.
    """

    ticked = Signal()

    def __init__(self, animator: Animator, rest_ms: Callable[[], float | None]) -> None:
        super().__init__()
        self._animator = animator
        self._rest_ms = rest_ms
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(False)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether a tick is coming by itself."""
        return self._timer.isActive()

    def wake(self) -> None:
        """Tick at frame rate from now on, for as long as something moves."""
        if not self._timer.isActive() or self._timer.interval() != FRAME_MS:
            self._timer.start(FRAME_MS)

    def stop(self) -> None:
        """Tick no more until the next `wake`."""
        self._timer.stop()

    def tick(self) -> None:
        """Let everything that moves take its place for the present moment."""
        self._animator.tick()
        self.ticked.emit()
        self._choose_pace()

    def _choose_pace(self) -> None:
        if self._animator.active:
            self.wake()
            return
        rest_ms = self._rest_ms()
        if rest_ms is None:
            self._timer.stop()
        elif self._timer.interval() != (interval := max(FRAME_MS, round(rest_ms))):
            self._timer.start(interval)
