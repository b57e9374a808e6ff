"""Whatever visitors do, in whatever order: the promises of the tour hold."""

import math
from typing import NamedTuple

from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.show.clock import ManualClock
from kiosk.show.tour import Hold, Tour

IDLE_MS = 60_000
HAIR = 1e-6
"""Room for the rounding that `set_dwells` brings into times that are otherwise whole."""

dwell_ms = st.integers(3000, 30_000)


class Seen(NamedTuple):
    """All that a visitor could notice."""

    scene: int
    off_tour: bool
    hold: Hold
    progress: float
    cycles: int


class Visitors(RuleBasedStateMachine):
    @initialize(dwells_ms=st.lists(dwell_ms, min_size=1, max_size=5))
    def open(self, dwells_ms: list[int]) -> None:
        self.dwells_ms = dwells_ms
        self.clock = ManualClock()
        self.tour = Tour(self.clock, dwells_ms, IDLE_MS)
        self.active_ms = 0.0

    def seen(self) -> Seen:
        tour = self.tour
        return Seen(tour.index, tour.off_tour, tour.hold, tour.progress, tour.cycles)

    def acted(self) -> None:
        self.active_ms = self.clock.now_ms()
        assert self.tour.playing or self.tour.next_due_ms() == IDLE_MS

    # --- what visitors do ---

    @rule()
    def touch(self) -> None:
        before = self.seen()
        self.tour.touch()
        hold = Hold.TOUCH if before.hold is Hold.NONE else before.hold
        assert self.seen() == before._replace(hold=hold)
        self.acted()

    @rule(step=st.sampled_from([-1, 1]))
    def next_or_previous(self, step: int) -> None:
        index = self.tour.index
        (self.tour.next if step == 1 else self.tour.previous)()
        self.arrived_at((index + step) % len(self.dwells_ms))

    @rule(index=st.integers(0, 4))
    def go(self, index: int) -> None:
        self.tour.go(index)
        self.arrived_at(index % len(self.dwells_ms))

    def arrived_at(self, index: int) -> None:
        assert (self.tour.index, self.tour.progress) == (index, 0.0)
        assert not self.tour.off_tour
        assert not self.tour.playing
        self.acted()

    @rule()
    def toggle_pause(self) -> None:
        before = self.seen()
        self.tour.toggle_pause()
        hold = Hold.NONE if before.hold is Hold.PAUSED else Hold.PAUSED
        assert self.seen() == before._replace(hold=hold)
        self.acted()

    @rule(away=st.booleans())
    def leave_or_come_back(self, away: bool) -> None:
        before = self.seen()
        (self.tour.leave if away else self.tour.come_back)()
        assert not self.tour.playing
        after = self.seen()
        assert after == before._replace(off_tour=away, hold=after.hold)
        self.acted()

    @rule(data=st.data())
    def change_the_language(self, data: st.DataObject) -> None:
        before = self.seen()
        count = len(self.dwells_ms)
        self.dwells_ms = data.draw(st.lists(dwell_ms, min_size=count, max_size=count))
        self.tour.set_dwells(self.dwells_ms)
        after = self.seen()
        assert abs(after.progress - before.progress) < HAIR
        assert after == before._replace(progress=after.progress)

    # --- what time does ---

    @rule(ms=st.integers(0, 100_000))
    def time_passes(self, ms: int) -> None:
        before, playing, due_ms = self.seen(), self.tour.playing, self.tour.next_due_ms()
        assume(abs(ms - due_ms) > HAIR)
        self.clock.advance(ms)
        self.tour.tick()
        after = self.seen()
        if playing:
            self.played(before, after, moved_on=ms >= due_ms)
        elif self.clock.now_ms() - self.active_ms < IDLE_MS:
            assert after == before
        else:
            assert self.tour.playing
            assert after == before._replace(off_tour=False, hold=Hold.NONE)

    def played(self, before: Seen, after: Seen, moved_on: bool) -> None:
        if moved_on:
            index = (before.scene + 1) % len(self.dwells_ms)
            cycles = before.cycles + (index == 0)
            assert after == before._replace(scene=index, progress=0.0, cycles=cycles)
        else:
            assert after == before._replace(progress=after.progress)
            assert after.progress >= before.progress

    @precondition(lambda self: not self.tour.playing)
    @rule()
    def everybody_leaves(self) -> None:
        stopped_at = self.seen()
        self.clock.advance(IDLE_MS)
        self.tour.tick()
        assert self.tour.playing
        assert self.seen() == stopped_at._replace(off_tour=False, hold=Hold.NONE)
        self.clock.advance(max(self.dwells_ms) + 1)
        self.tour.tick()
        assert self.tour.index == (stopped_at.scene + 1) % len(self.dwells_ms)

    @rule()
    def the_app_sleeps_until_something_is_due(self) -> None:
        before = self.seen()
        self.clock.advance(math.ceil(self.tour.next_due_ms() + HAIR))
        self.tour.tick()
        assert self.seen()[:3] != before[:3] or self.tour.cycles == before.cycles + 1

    # --- what always holds ---

    @invariant()
    def everything_is_in_range(self) -> None:
        tour = self.tour
        assert 0 <= tour.index < len(self.dwells_ms)
        assert 0.0 <= tour.progress <= 1.0
        assert 0.0 <= tour.seconds_left <= self.dwells_ms[tour.index] / 1000
        assert tour.next_due_ms() >= 0.0

    @invariant()
    def it_plays_unless_something_holds_it(self) -> None:
        assert self.tour.playing is (self.tour.hold is Hold.NONE and not self.tour.off_tour)


TestVisitors = Visitors.TestCase
TestVisitors.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
