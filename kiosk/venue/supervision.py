"""What is to be done about a kiosk that runs: decided here, carried out by the supervisor.

What happens goes in, and what is to be done comes out; nothing here waits or starts anything, so
every course of events can be played through by hand.

    PAUSING -> STARTING -> SHOWING -> LEAVING -> DYING -> (PAUSING | OVER)
"""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.venue.actions import Action, Finish, Launch, Report, Send
from kiosk.venue.beat import Beat, End
from kiosk.venue.fallback import LASTING_MS, PEACE_MS, Fallback, Show
from kiosk.venue.machine import StartReason

AGAIN = 3
"""The exit code of a kiosk that asks to be started again."""

FIRST_PICTURE_MS = 30_000.0
"""How long a kiosk may take until its first picture."""

SILENCE_MS = 10_000.0
"""After so long without a beat, or without another picture, it is taken for hung."""

GRACE_MS = 5000.0
"""How long it may take to end when it is asked to."""

LAST_WORDS_MS = 1000.0
"""How long it has to write down where it hangs, before it is ended by force."""

MEMORY_REST_MS = 600_000.0
"""For so long after a start its memory is borne with: starting again would not make it less."""

FAR_TOO_MUCH = 1.5
"""By what factor the limit has to be exceeded for a visit to be broken off."""

WANTED: tuple[StartReason, ...] = ("asked", "update", "recovery")
"""Why it is started again without anything having failed."""


class Phase(Enum):
    """What the kiosk is doing."""

    PAUSING = auto()
    STARTING = auto()
    SHOWING = auto()
    LEAVING = auto()
    """It was asked to end, or says that it does."""
    DYING = auto()
    OVER = auto()


@dataclass
class Run:
    """What is known of one run.

    Attributes:
        started_ms: when it was started.
        alive_ms: when it last gave a proof that it goes on.
        shown_ms: since when it is to be seen; None as long as it is not.
        beat: the last one.
        end: what it has said of its end.
        because: why it is being ended.
        cut_short: whether it is being ended with no regard to a visitor.
    """

    started_ms: float
    alive_ms: float
    shown_ms: float | None = None
    beat: Beat | None = None
    end: End | None = None
    because: StartReason | None = None
    cut_short: bool = False

    def hear(self, beat: Beat, now_ms: float) -> None:
        """Notes a sign of life; one without another picture is none where one was due."""
        if beat.frames or not beat.exposed:
            self.shown_ms = now_ms if self.shown_ms is None else self.shown_ms
        if self.beat is None or beat.frames != self.beat.frames or not beat.exposed:
            self.alive_ms = now_ms
        self.beat = beat


class Supervision:
    """Decides about one kiosk.

    Args:
        limit_bytes: how much memory it may use.
        now_ms: the time in milliseconds.
    """

    def __init__(self, limit_bytes: float, now_ms: Callable[[], float]) -> None:
        self._limit_bytes = limit_bytes
        self._now_ms = now_ms
        self._fallback = Fallback(now_ms)
        self.phase = Phase.PAUSING
        self._due_ms = now_ms()
        self._stopping = False
        self._next: StartReason | None = None
        self._scene = ""
        self._run = Run(self._due_ms, self._due_ms)

    @property
    def show(self) -> Show:
        """Which show is on, or comes next."""
        return self._fallback.show

    # What happens

    def beat(self, beat: Beat) -> None:
        """A sign of life has come."""
        if self.phase not in (Phase.STARTING, Phase.SHOWING):
            return
        self._run.hear(beat, self._now_ms())
        if self._run.shown_ms is not None:
            self.phase = Phase.SHOWING

    def said_end(self, end: End) -> None:
        """It says that it is ending by itself."""
        if self.phase in (Phase.STARTING, Phase.SHOWING):
            self._run.end = end
            self._leave(None)

    def exited(self, code: int) -> list[Action]:
        """It is no more.

        Args:
            code: its exit code, or the signal that has ended it, as a negative number.
        """
        because = self._run.because or self._verdict(code)
        if self._stopping or because is None:
            self.phase = Phase.OVER
            return [Finish()]
        report = Report(because, code, self._run.beat, self.show)
        if because in WANTED:
            self._fallback.recover()
        elif because != "memory" or self._run.cut_short:
            self._fallback.failed(seen=self._run.shown_ms is not None)
        self._plan(because)
        return [report, *self._pausing()]

    def tick(self, memory_bytes: float = 0.0) -> list[Action]:
        """Time has passed.

        Args:
            memory_bytes: what the kiosk and all that it has started use.
        """
        match self.phase:
            case Phase.PAUSING:
                return self._pausing()
            case Phase.STARTING if self._passed(self._run.started_ms, FIRST_PICTURE_MS):
                return self._abort("hang")
            case Phase.SHOWING:
                return self._showing(memory_bytes)
            case Phase.LEAVING if self._now_ms() >= self._due_ms:
                return self._abort(self._run.because)
            case Phase.DYING if self._now_ms() >= self._due_ms:
                self._due_ms = self._now_ms() + LAST_WORDS_MS
                return [Send(signal.SIGKILL)]
        return []

    def stop(self) -> list[Action]:
        """The supervisor has been asked to end, and the kiosk with it."""
        self._stopping = True
        match self.phase:
            case Phase.PAUSING:
                self.phase = Phase.OVER
                return [Finish()]
            case Phase.STARTING | Phase.SHOWING:
                return self._leave(None, signal.SIGTERM)
        return []

    # What follows

    def _showing(self, memory_bytes: float) -> list[Action]:
        run, shown_ms = self._run, self._run.shown_ms
        assert run.beat and shown_ms is not None
        is_free = run.beat.state != "visit"
        if self._passed(run.alive_ms, SILENCE_MS):
            return self._abort("hang")
        if memory_bytes > FAR_TOO_MUCH * self._limit_bytes:
            self._run.cut_short = True
            return self._leave("memory", signal.SIGTERM)
        rested = self._passed(shown_ms, MEMORY_REST_MS)
        if memory_bytes > self._limit_bytes and is_free and rested:
            return self._leave("memory", signal.SIGTERM)
        if self._passed(shown_ms, LASTING_MS):
            self._fallback.lasted()
        if self.show != "normal" and is_free and self._passed(shown_ms, PEACE_MS):
            return self._leave("recovery", signal.SIGTERM)
        return []

    def _leave(
        self, because: StartReason | None, number: signal.Signals | None = None
    ) -> list[Action]:
        self.phase, self._run.because = Phase.LEAVING, because
        self._due_ms = self._now_ms() + GRACE_MS
        return [Send(number)] if number else []

    def _abort(self, because: StartReason | None) -> list[Action]:
        self.phase, self._run.because = Phase.DYING, because
        self._due_ms = self._now_ms() + LAST_WORDS_MS
        return [Send(signal.SIGABRT)]

    def _verdict(self, code: int) -> StartReason | None:
        """Why it has to be started again, by how it has ended; None where it has not."""
        if self._run.end == "asked" or code == 0:
            return None
        if self._run.end == "update":
            return "update"
        if self._run.end == "again" or (code == AGAIN and self._run.shown_ms is not None):
            return "asked"
        return "crash"

    def _plan(self, because: StartReason) -> None:
        """What comes next: the same scene, unless nobody was to see one."""
        if self._run.beat and self._run.beat.scene:
            self._scene = self._run.beat.scene if self._run.beat.state in ("tour", "visit") else ""
        self._next = because
        self._due_ms = self._now_ms() + self._fallback.pause_ms
        self.phase = Phase.PAUSING

    def _pausing(self) -> list[Action]:
        if self._now_ms() < self._due_ms:
            return []
        self.phase = Phase.STARTING
        self._run = Run(self._now_ms(), self._now_ms())
        return [Launch(self.show, self._scene, self._next)]

    def _passed(self, since_ms: float, ms: float) -> bool:
        return self._now_ms() - since_ms >= ms
