"""Whatever visitors do, in whatever order and at whatever time: the promises of a visit hold."""

import math

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.content.language import LANGUAGES
from kiosk.show.clock import ManualClock
from kiosk.show.preferences import Preferences
from kiosk.show.programme import Place
from kiosk.show.tour import Hold, Tour
from kiosk.show.visit import Timing, Visit, VisitState

IDLE_MS = 60_000
WARNING_MS = 25_000
HAIR_MS = 1e-6
"""Room for the rounding that `set_dwells` brings into times that are otherwise whole."""

dwell_ms = st.integers(3000, 30_000)
preferences = st.builds(
    Preferences, st.sampled_from(LANGUAGES), *[st.booleans()] * 6, st.integers(1, 5)
)


class Visitors(RuleBasedStateMachine):
    @initialize(
        dwells_ms=st.lists(dwell_ms, min_size=1, max_size=5),
        attract_ms=st.sampled_from([0, 20_000, 48_000]),
        initial=preferences,
    )
    def open(self, dwells_ms: list[int], attract_ms: int, initial: Preferences) -> None:
        self.dwells_ms = dwells_ms
        self.attract_ms = attract_ms
        self.initial = initial
        self.clock = ManualClock()
        self.tour = Tour(self.clock, dwells_ms)
        timing = Timing(attract_ms, IDLE_MS, WARNING_MS)
        self.visit = Visit(self.clock, self.tour, timing, initial)
        self.active_ms = 0.0
        self.found = self.place()

    def place(self) -> tuple[int, float]:
        return self.tour.index, self.tour.progress

    def act(self) -> None:
        """Somebody does something, as any event on the screen is told to the visit."""
        if not self.visit.somebody:
            self.found = self.place()
        self.visit.touch()
        self.active_ms = self.clock.now_ms()
        assert self.visit.state is VisitState.VISIT

    # --- what visitors do ---

    @rule()
    def touch(self) -> None:
        self.act()
        assert not self.tour.playing

    @rule(what=st.sampled_from(["next", "previous", "leave", "come_back", "toggle_pause"]))
    def wish(self, what: str) -> None:
        self.act()
        getattr(self.tour, what)()

    @rule(index=st.integers(0, 4))
    def go(self, index: int) -> None:
        self.act()
        self.tour.go(index)

    @rule(wanted=preferences)
    def want(self, wanted: Preferences) -> None:
        self.act()
        self.visit.want(wanted)
        assert self.visit.preferences == wanted

    @rule()
    def reset(self) -> None:
        self.act()
        self.visit.reset_preferences()

    @precondition(lambda self: self.visit.somebody)
    @rule()
    def say_goodbye(self) -> None:
        self.visit.end()
        self.left()

    @rule(data=st.data())
    def other_dwells(self, data: st.DataObject) -> None:
        count = len(self.dwells_ms)
        self.tour.set_dwells(data.draw(st.lists(dwell_ms, min_size=count, max_size=count)))

    @rule(data=st.data())
    def another_round(self, data: st.DataObject) -> None:
        dwells_ms = data.draw(st.lists(dwell_ms, min_size=1, max_size=5))
        place = st.builds(Place, st.integers(0, len(dwells_ms) - 1), st.booleans())
        count = len(self.dwells_ms)
        places = data.draw(st.lists(place, min_size=count, max_size=count))
        self.tour.set_round(dwells_ms, places)
        self.dwells_ms = dwells_ms
        index, progress = self.found
        self.found = (places[index].index, progress if places[index].same else 0.0)

    @rule(initial=preferences)
    def other_defaults(self, initial: Preferences) -> None:
        self.visit.set_initial(initial)
        self.initial = initial

    # --- what time does ---

    @rule(ms=st.integers(0, 100_000), in_gesture=st.booleans())
    def time_passes(self, ms: int, in_gesture: bool) -> None:
        state, wanted = self.visit.state, self.visit.preferences
        self.clock.advance(ms)
        quiet_ms = self.clock.now_ms() - self.active_ms
        self.visit.tick(in_gesture)
        if in_gesture and state in (VisitState.VISIT, VisitState.STILL_THERE):
            self.active_ms = self.clock.now_ms()
            assert (self.visit.state, self.visit.preferences) == (state, wanted)
        elif state is VisitState.VISIT:
            asked = self.visit.state is VisitState.STILL_THERE
            assert asked == (quiet_ms >= IDLE_MS)
            if asked:
                self.active_ms = self.clock.now_ms()
        elif state is VisitState.STILL_THERE and self.visit.state is not state:
            assert quiet_ms >= WARNING_MS
            self.left()

    @rule()
    def everybody_leaves(self) -> None:
        """There is a way out of every state, with nobody there to take it."""
        somebody = self.visit.somebody
        for _ in range(2 + IDLE_MS // 3000 + 2):  # scenes that a visitor lets play are due too
            if self.visit.state is VisitState.TOUR:
                break
            self.sleep_until_due()
        assert self.visit.state is VisitState.TOUR
        assert self.tour.playing
        assert self.visit.preferences == self.initial
        if somebody:
            self.at_the_place_found()
        self.found = self.place()

    def sleep_until_due(self) -> None:
        due_ms = self.visit.next_due_ms()
        assert 0 <= due_ms < math.inf
        self.clock.advance(math.ceil(due_ms + HAIR_MS))
        self.visit.tick()

    def left(self) -> None:
        assert self.visit.state is (VisitState.ATTRACT if self.attract_ms else VisitState.TOUR)
        assert self.visit.preferences == self.initial
        self.at_the_place_found()

    def at_the_place_found(self) -> None:
        index, progress = self.found
        assert self.tour.index == index
        assert abs(self.tour.progress - progress) < 1e-3
        assert not self.tour.off_tour

    # --- what always holds ---

    @invariant()
    def somebody_or_the_initial_preferences(self) -> None:
        assert self.visit.somebody or self.visit.preferences == self.initial

    @invariant()
    def the_tour_plays_by_itself_only_with_nobody_there(self) -> None:
        if self.visit.state is VisitState.TOUR:
            assert self.tour.playing
        if self.visit.state in (VisitState.ATTRACT, VisitState.STILL_THERE):
            assert not self.tour.playing

    @invariant()
    def something_is_always_due(self) -> None:
        assert 0 <= self.visit.next_due_ms() < math.inf

    @invariant()
    def everything_is_in_range(self) -> None:
        assert 0 <= self.tour.index < len(self.dwells_ms)
        assert 0.0 <= self.tour.progress <= 1.0
        assert self.tour.hold in Hold


TestVisitors = Visitors.TestCase
TestVisitors.settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
