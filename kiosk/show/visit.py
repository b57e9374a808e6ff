"""Whether anybody is here, and what is done about it: invite, play, wait, ask, forget.

    ATTRACT -> TOUR -> VISIT -> STILL_THERE -> ATTRACT

With nobody here the attract screen and a round of the tour take turns. A touch begins a visit, in
which the tour stands still. When nobody has been active for a while, the visitor is asked whether
they are still there, and has time to say so as often as they like (WCAG 2.2, 2.2.1). With no answer
the visit is over: all that was personal is forgotten, and the tour is where the visit found it.
"""

import math
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.show.clock import Clock
from kiosk.show.preferences import Preferences
from kiosk.show.stopwatch import Stopwatch
from kiosk.show.tour import Tour


class VisitState(Enum):
    """Who is here."""

    ATTRACT = auto()
    """Nobody, and the exhibit introduces itself."""
    TOUR = auto()
    """Nobody, and the scenes follow each other."""
    VISIT = auto()
    """Somebody."""
    STILL_THERE = auto()
    """Somebody, or nobody any more: they are being asked."""


@dataclass(frozen=True)
class Timing:
    """How patient the exhibit is.

    Attributes:
        attract_ms: How long the attract screen is on before a round of the tour; 0 for never.
        idle_ms: After how long without activity a visitor is asked.
        warning_ms: How long they have for an answer.
    """

    attract_ms: float
    idle_ms: float
    warning_ms: float


class Visit:
    """The visit that is going on, or the waiting for the next; it alone holds the tour.

    Nothing changes but in `tick` and when it is called; whoever shows it looks at it afterwards.

    Args:
        clock: Where the time comes from.
        tour: What plays while nobody is here.
        timing: How patient it is.
        preferences: How everything is before a visitor asks for something else.

    Attributes:
        state: Who is here.
        preferences: How this visitor wants it.
        guided: Whether a docent is speaking, so that nobody is asked or forgotten meanwhile.
    """

    def __init__(self, clock: Clock, tour: Tour, timing: Timing, preferences: Preferences) -> None:
        self.state = VisitState.TOUR
        self.preferences = preferences
        self.guided = False
        self._initial = preferences
        self._timing = timing
        self._tour = tour
        self._time = Stopwatch(clock)  # in this state, or since somebody was last active in it
        self._round = 0  # how many rounds the tour had played when this one began
        if timing.attract_ms:
            self._attract()

    @property
    def somebody(self) -> bool:
        """Whether a visit is going on."""
        return self.state in (VisitState.VISIT, VisitState.STILL_THERE)

    @property
    def warning_left_ms(self) -> float:
        """How much time there is left for an answer, while one is asked for."""
        if self.state is not VisitState.STILL_THERE:
            return math.inf
        return self._left_ms

    @property
    def warning_ms(self) -> float:
        """How much time there is for an answer in all."""
        return self._timing.warning_ms

    def next_due_ms(self) -> float:
        """How long nothing will change by itself."""
        return min(self._left_ms, self._tour.next_due_ms())

    def tick(self, in_gesture: bool = False) -> None:
        """Do what is due, one thing a tick.

        Args:
            in_gesture: Whether somebody is in the middle of a gesture, which nothing cuts short.
        """
        if in_gesture:
            self._stir()
        if self._left_ms <= 0:
            self._end_state()
        self._tour.tick()
        if self.state is VisitState.TOUR and self._round_is_over():
            self._attract()

    def begin_tour(self, index: int) -> None:
        """Let the tour play from a scene on, with nobody here."""
        self._tour.begin(index)
        self._begin(VisitState.TOUR)
        self._round = self._tour.scenes_played

    def touch(self) -> None:
        """Note that somebody is active; it begins a visit, or says that it goes on."""
        if self.state is not VisitState.VISIT:
            self._begin(VisitState.VISIT)
        self._tour.hold_on()
        self._stir()

    def want(self, preferences: Preferences) -> None:
        """Let it be as a visitor wants it."""
        self.touch()
        self.preferences = preferences

    def reset_preferences(self) -> None:
        """Let it be as it was when the visitor came."""
        self.want(self._initial)

    def end(self) -> None:
        """The visitor has gone: forget them."""
        self.preferences = self._initial
        self._tour.return_to_stop()
        if self._timing.attract_ms:
            self._attract()
        else:
            self._play()

    def guide(self, on: bool) -> None:
        """Let nobody be asked or forgotten while a docent is speaking, or let it be as ever.

        A question that is being asked is taken back; once it is as ever, a visit that is going on
        has all its time again.
        """
        if on == self.guided:
            return
        self.guided = on
        if self.somebody:
            self._begin(VisitState.VISIT)

    def set_timing(self, timing: Timing) -> None:
        """Be as patient as that from now on, with what is going on too."""
        self._timing = timing

    def set_initial(self, preferences: Preferences) -> None:
        """Let it be like that for whoever comes next; a visitor keeps what they have."""
        self._initial = preferences
        if not self.somebody:
            self.preferences = preferences

    @property
    def _left_ms(self) -> float:
        """How long this state lasts by itself without anybody being active."""
        if self.guided and self.somebody:
            return math.inf
        match self.state:
            case VisitState.ATTRACT:
                whole_ms = self._timing.attract_ms
            case VisitState.VISIT:
                whole_ms = self._timing.idle_ms
            case VisitState.STILL_THERE:
                whole_ms = self._timing.warning_ms
            case VisitState.TOUR:
                return math.inf
        return max(whole_ms - self._time.elapsed_ms, 0.0)

    def _end_state(self) -> None:
        match self.state:
            case VisitState.ATTRACT:
                self._play()
            case VisitState.VISIT:
                self._tour.hold_on()
                self._begin(VisitState.STILL_THERE)
            case VisitState.STILL_THERE:
                self.end()

    def _attract(self) -> None:
        self._tour.hold_on()
        self._begin(VisitState.ATTRACT)

    def _play(self) -> None:
        self._begin(VisitState.TOUR)
        self._tour.go_on()
        self._round = self._tour.scenes_played

    def _round_is_over(self) -> bool:
        played = self._tour.scenes_played - self._round
        return bool(self._timing.attract_ms) and played >= self._tour.scene_count

    def _begin(self, state: VisitState) -> None:
        self.state = state
        self._stir()

    def _stir(self) -> None:
        self._time.set(0.0)
