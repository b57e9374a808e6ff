"""One arbiter for everything fingers do: a contact becomes a tap, a swipe or a stroke, never two.

A swipe draws the scene along; a stroke is drawn over something that holds the finger, such as a
chart that is read or a slider. The arbiter sees contacts as points in time, whatever they came
from. What lies under them it is told by whoever listens to `pressed`, as a `Grip`, and no more.
One contact counts at a time; while it is down, others are company and nothing else. A finger that
rests where it came down is told to be held, and may still tap: whoever needs long is not shut out.
"""

import math
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

HOLD_MS = 600.0
"""A finger that has rested for so long means to stay where it is."""

BAG_MS = 10_000.0
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
        held: it has rested for a while where it came down, at a point; it is still down.
        tapped: it was lifted where it came down.
        lifted: the same, told after what it leads to, and of a repeated tap as well.
        cancelled: the press was none after all: it became a swipe, or was taken away.
        drag_moved: how far a swipe is from where it came down, in pixels to the right.
        drag_ended: the same, and the velocity in pixels a second, when it was lifted.
        stroke_moved: the finger is at a point, in a stroke.
        stroke_ended: it was lifted from one.
        company_stirred: another contact came, went or moved, which means nothing by itself.
    """

    pressed = Signal(QPointF)
    held = Signal(QPointF)
    tapped = Signal(QPointF)
    lifted = Signal(QPointF)
    cancelled = Signal()
    drag_moved = Signal(float)
    drag_ended = Signal(float, float)
    stroke_moved = Signal(QPointF)
    stroke_ended = Signal()
    company_stirred = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.grip = Grip.NONE
        self._contact: int | None = None
        self._company: dict[int, QPointF] = {}  # where each was when it was last told of
        self._origin = QPointF()
        self._drag = _Drag.NONE
        self._began_ms = 0.0
        self._may_hold = False
        self._trail: list[tuple[float, float]] = []
        self._stirred_ms = 0.0
        self._last_tap = (-REPEAT_GUARD_MS, QPointF())

    @property
    def busy(self) -> bool:
        """Whether a finger is down, and not a bag."""
        return self._contact is not None and not self._lies_still()

    def next_due_ms(self) -> float:
        """How long there is nothing for `tick` to do."""
        if not self._may_hold:
            return math.inf
        return max(self._began_ms + HOLD_MS - self._clock.now_ms(), 0.0)

    def tick(self) -> None:
        """Time has passed."""
        if self.next_due_ms() <= 0:
            self._may_hold = False
            self.held.emit(self._origin)

    def begin(self, contact: int, point: QPointF) -> None:
        """A contact came down."""
        if self.busy:
            self._note_company(contact, point)
            return
        self._let_go()
        self._contact = contact
        self._origin = QPointF(point)
        self._drag = _Drag.NONE
        self._trail = []
        self._note(point)
        self._began_ms = self._stirred_ms = self._clock.now_ms()
        self._may_hold = True
        self.grip = Grip.NONE
        self.pressed.emit(point)

    def move(self, contact: int, point: QPointF) -> None:
        """A contact is at another place."""
        if contact != self._contact:
            self._follow_company(contact, point)
            return
        self._note(point)
        offset = point - self._origin
        if self._drag is _Drag.NONE and offset.manhattanLength() > SLOP_PX:
            self._drag = self._drag_towards(offset)
            self._may_hold = False
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
            self._forget_company(contact)
            return
        self._contact = None
        self._may_hold = False
        self._note(point)  # a finger that has come to rest tells nothing until it is lifted
        if self._drag is _Drag.SWIPE:
            self.drag_ended.emit(point.x() - self._origin.x(), self._velocity())
        elif self._drag is _Drag.STROKE:
            self.stroke_ended.emit()
        else:
            self._tap(point)

    def drop(self, contact: int) -> None:
        """A contact turned out to be no finger: what it has begun is taken back."""
        self._company.pop(contact, None)
        if contact == self._contact:
            self._let_go()

    def cancel(self) -> None:
        """All contacts are gone without having been lifted: the window lost them."""
        self._company.clear()
        self._let_go()

    def _tap(self, point: QPointF) -> None:
        if self._is_repeat(point):
            self.cancelled.emit()
        else:
            self._last_tap = (self._clock.now_ms(), QPointF(point))
            self.tapped.emit(point)
        self.lifted.emit(point)

    def _let_go(self) -> None:
        if self._contact is None:
            return
        self._contact = None
        self._may_hold = False
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
        return self._clock.now_ms() - self._stirred_ms >= BAG_MS

    def _is_repeat(self, point: QPointF) -> bool:
        when, where = self._last_tap
        near = (point - where).manhattanLength() <= SLOP_PX
        return near and self._clock.now_ms() - when < REPEAT_GUARD_MS

    def _note_company(self, contact: int, point: QPointF) -> None:
        self._company[contact] = QPointF(point)
        self.company_stirred.emit()

    def _follow_company(self, contact: int, point: QPointF) -> None:
        """What only trembles, as a bag that leans on the screen, has not moved."""
        before = self._company.get(contact)
        if before is not None and (point - before).manhattanLength() > SLOP_PX:
            self._note_company(contact, point)

    def _forget_company(self, contact: int) -> None:
        if self._company.pop(contact, None) is not None:
            self.company_stirred.emit()

    def _note(self, point: QPointF) -> None:
        """Keeps where the finger was of late, which tells its velocity."""
        now = self._clock.now_ms()
        self._trail = [t for t in self._trail if now - t[0] <= VELOCITY_WINDOW_MS]
        self._trail.append((now, point.x()))

    def _velocity(self) -> float:
        (t0, x0), (t1, x1) = self._trail[0], self._trail[-1]
        return (x1 - x0) / (t1 - t0) * 1000 if t1 > t0 else 0.0
