"""One arbiter for everything fingers do: a contact becomes a tap, a swipe or a stroke, never two.

A swipe draws the scene along; a stroke is drawn over something that holds the finger, such as a
chart that is read or a slider. The arbiter sees contacts as points in time, whatever they came
from. What lies under them it is told by whoever listens to `pressed`, as a `Grip`, and no more.
One contact counts at a time; while it is down, others are company and nothing else.
"""

from enum import Enum, auto

from PySide6.QtCore import QObject, QPointF, Signal

from kiosk.show.clock import Clock

SLOP_PX = 24.0
"""How far a finger may wander, in design pixels, before it drags and no longer taps."""

REPEAT_GUARD_MS = 300.0
"""A second tap on the same spot within this time is a tremor or a double tap, not a new wish."""

SWIPE_MS = 80.0
"""A finger that is fast enough to leave its spot in this time swipes, counted from its landing.

Whoever swipes is under way before the finger has landed; whoever reads lands, looks and then moves.
It is the speed that counts, as after a slow frame the first that is heard of a swipe comes late.
"""

VELOCITY_WINDOW_MS = 80.0

HELD_MS = 10_000.0
"""A contact that has not stirred for so long is a bag or an elbow, and gives way to the next."""


class Grip(Enum):
    """Whose a drag is, by what it begins on."""

    NONE = auto()
    """The scene's: every drag is a swipe."""
    UNHURRIED = auto()
    """That of what lies there, but for one which begins as quickly as a swipe, and sideways."""
    FIRM = auto()
    """That of what lies there."""


class _Drag(Enum):
    NONE = auto()
    SWIPE = auto()
    STROKE = auto()


class GestureArbiter(QObject):
    """Turns contacts into taps, swipes and strokes, in design pixels.

    Attributes:
        grip: what the present contact came down on; whoever hears of `pressed` may set it.

    Signals:
        pressed: a finger came down, at a point.
        tapped: it was lifted where it came down.
        cancelled: the press was none after all: it became a swipe, or was taken away.
        drag_moved: how far a swipe is from where it came down, in pixels to the right.
        drag_ended: the same, and the velocity in pixels a second, when it was lifted.
        stroke_moved: the finger is at a point, in a stroke.
        stroke_ended: it was lifted from one.
    """

    pressed = Signal(QPointF)
    tapped = Signal(QPointF)
    cancelled = Signal()
    drag_moved = Signal(float)
    drag_ended = Signal(float, float)
    stroke_moved = Signal(QPointF)
    stroke_ended = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.grip = Grip.NONE
        self._contact: int | None = None
        self._origin = QPointF()
        self._drag = _Drag.NONE
        self._began_ms = 0.0
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
        self._drag = _Drag.NONE
        self._trail = []
        self._note(point)
        self._began_ms = self._stirred_ms = self._clock.now_ms()
        self.grip = Grip.NONE
        self.pressed.emit(point)

    def move(self, contact: int, point: QPointF) -> None:
        """A contact is at another place."""
        if contact != self._contact:
            return
        self._note(point)
        offset = point - self._origin
        if self._drag is _Drag.NONE and offset.manhattanLength() > SLOP_PX:
            self._drag = self._drag_towards(offset)
            if self._drag is _Drag.SWIPE:
                self.cancelled.emit()
        if self._drag is not _Drag.NONE:
            self._stirred_ms = self._clock.now_ms()
        match self._drag:
            case _Drag.SWIPE:
                self.drag_moved.emit(offset.x())
            case _Drag.STROKE:
                self.stroke_moved.emit(point)

    def end(self, contact: int, point: QPointF) -> None:
        """A contact was lifted."""
        if contact != self._contact:
            return
        self._contact = None
        self._note(point)  # a finger that has come to rest tells nothing until it is lifted
        if self._drag is _Drag.SWIPE:
            self.drag_ended.emit(point.x() - self._origin.x(), self._velocity())
        elif self._drag is _Drag.STROKE:
            self.stroke_ended.emit()
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
        if self._drag is _Drag.SWIPE:
            self.drag_ended.emit(0.0, 0.0)
        else:
            self.cancelled.emit()

    def _drag_towards(self, offset: QPointF) -> _Drag:
        """What a contact has become that is now `offset` from where it came down."""
        if self.grip is Grip.NONE:
            return _Drag.SWIPE
        if self.grip is Grip.FIRM or abs(offset.y()) > abs(offset.x()):
            return _Drag.STROKE
        elapsed_ms = self._clock.now_ms() - self._began_ms
        hurried = offset.manhattanLength() / SLOP_PX > elapsed_ms / SWIPE_MS
        return _Drag.SWIPE if hurried else _Drag.STROKE

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
