"""One arbiter for everything fingers do: a contact becomes a tap or a drag, never both.

It sees contacts as points in time, whatever they came from, and knows nothing of what lies under
them. One contact counts at a time; while it is down, others are company and nothing else.
"""

from PySide6.QtCore import QObject, QPointF, Signal

from kiosk.show.clock import Clock

SLOP_PX = 24.0
"""How far a finger may wander, in design pixels, before it drags and no longer taps."""

REPEAT_GUARD_MS = 300.0
"""A second tap on the same spot within this time is a tremor or a double tap, not a new wish."""

VELOCITY_WINDOW_MS = 80.0

HELD_MS = 10_000.0
"""A contact that has not stirred for so long is a bag or an elbow, and gives way to the next."""


class GestureArbiter(QObject):
    """Turns contacts into taps and horizontal drags, in design pixels.

    Signals:
        pressed: a finger came down, at a point.
        tapped: it was lifted where it came down.
        cancelled: the press was none after all: it became a drag, or was taken away.
        drag_moved: how far the finger is from where it came down, in pixels to the right.
        drag_ended: the same, and the velocity in pixels a second, when it was lifted.
    """

    pressed = Signal(QPointF)
    tapped = Signal(QPointF)
    cancelled = Signal()
    drag_moved = Signal(float)
    drag_ended = Signal(float, float)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._contact: int | None = None
        self._origin = QPointF()
        self._dragging = False
        self._trail: list[tuple[float, float]] = []
        self._stirred_ms = 0.0
        self._last_tap = (-REPEAT_GUARD_MS, QPointF())

    @property
    def busy(self) -> bool:
        """Whether a finger is down, and not a bag."""
        return self._contact is not None and not self._lies_still()

    def begin(self, contact: int, point: QPointF) -> None:
        """A contact came down."""
        if self.busy:
            return
        self.cancel()
        self._contact = contact
        self._origin = QPointF(point)
        self._dragging = False
        self._trail = []
        self._note(point)
        self._stirred_ms = self._clock.now_ms()
        self.pressed.emit(point)

    def move(self, contact: int, point: QPointF) -> None:
        """A contact is at another place."""
        if contact != self._contact:
            return
        self._note(point)
        offset = point - self._origin
        if not self._dragging and offset.manhattanLength() > SLOP_PX:
            self._dragging = True
            self.cancelled.emit()
        if self._dragging:
            self._stirred_ms = self._clock.now_ms()
            self.drag_moved.emit(offset.x())

    def end(self, contact: int, point: QPointF) -> None:
        """A contact was lifted."""
        if contact != self._contact:
            return
        self._contact = None
        self._note(point)  # a finger that has come to rest tells nothing until it is lifted
        if self._dragging:
            self.drag_ended.emit(point.x() - self._origin.x(), self._velocity())
        elif self._is_repeat(point):
            self.cancelled.emit()
        else:
            self._last_tap = (self._clock.now_ms(), QPointF(point))
            self.tapped.emit(point)

    def cancel(self) -> None:
        """All contacts are gone without having been lifted: the window lost them."""
        if self._contact is None:
            return
        self._contact = None
        if self._dragging:
            self.drag_ended.emit(0.0, 0.0)
        else:
            self.cancelled.emit()

    def _lies_still(self) -> bool:
        return self._clock.now_ms() - self._stirred_ms >= HELD_MS

    def _is_repeat(self, point: QPointF) -> bool:
        when, where = self._last_tap
        near = (point - where).manhattanLength() <= SLOP_PX
        return near and self._clock.now_ms() - when < REPEAT_GUARD_MS

    def _note(self, point: QPointF) -> None:
        """Keeps where the finger was of late, which tells its velocity."""
        now = self._clock.now_ms()
        self._trail = [t for t in self._trail if now - t[0] <= VELOCITY_WINDOW_MS]
        self._trail.append((now, point.x()))

    def _velocity(self) -> float:
        (t0, x0), (t1, x1) = self._trail[0], self._trail[-1]
        return (x1 - x0) / (t1 - t0) * 1000 if t1 > t0 else 0.0
