"""The composition root: builds everything that lives long, wires it, and closes it again.

Only this module knows both the show, which decides what is on, and the stage, which draws it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from kiosk.cards import registry as cards
from kiosk.content.language import Language
from kiosk.content.load import Kinds, load
from kiosk.content.model import Exhibition
from kiosk.content.poll import with_poll
from kiosk.content.problem import Report
from kiosk.content.recordings import recordings
from kiosk.content.theme import load_theme
from kiosk.exhibits import registry as exhibits
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.resources import FONTS, ICONS, STRINGS, THEMES
from kiosk.show.animator import Animator
from kiosk.show.ballot import Ballot
from kiosk.show.clock import Clock
from kiosk.show.dwell import dwell_s
from kiosk.show.preferences import Preferences
from kiosk.show.speech import Speech
from kiosk.show.tour import Hold, Tour
from kiosk.show.visit import Timing, Visit, VisitState
from kiosk.show.voice import Voice
from kiosk.stage.layout import Layout
from kiosk.stage.stage import Stage
from kiosk.toolkit.look import Look
from kiosk.toolkit.ticker import FRAME_MS, Ticker
from kiosk.toolkit.wardrobe import Wardrobe

RAIL_MS = 100.0
"""How often the rail's progress is drawn while nothing else moves."""

DRIFT_MS = 32.0
"""How often what never stands still is drawn while nothing else moves."""

SPEECH_MS = 100.0
"""How often it is looked whether what is being said is at its end."""

COUNTDOWN_MS = 100.0
"""How often the countdown is drawn."""

REST_MS = 1000.0
"""How long it sleeps at most: the clock it is handed may run faster than the timer's."""


def load_exhibition(folder: Path, report: Report | None = None) -> Exhibition:
    """The exhibition in `folder`, with every kind of exhibit and card there is.

    Its poll, if it has one, stands in the last scene, until a venue places it elsewhere.

    Args:
        folder: where `exhibition.yaml` is.
        report: takes the warnings, for whoever wants them.

    Raises:
        ContentError: something in it is wrong.
    """
    exhibition = load(
        folder,
        Kinds(
            exhibits={name: kind.spec for name, kind in exhibits.KINDS.items()},
            cards={name: kind.spec for name, kind in cards.KINDS.items()},
        ),
        report,
    )
    load_theme(THEMES, exhibition.defaults.theme)
    return with_poll(exhibition, "last-scene")


def open_wardrobe() -> Wardrobe:
    """Every look there is in `resources`; needs a QGuiApplication for its fonts.

    Raises:
        ContentError: something in the interface's words is wrong.
    """
    return Wardrobe(THEMES, FONTS, ICONS, STRINGS)


class Ending(NamedTuple):
    """When the kiosk ends by itself: after `cycles` whole rounds, by calling `quit`."""

    cycles: int
    quit: Callable[[], None]


class Kiosk(QObject):
    """A running exhibition, which starts as its defaults say.

    Args:
        layout: a fixed layout, or None to follow the window's shape.
        ending: when to end by itself; None for never.
        voice: what reads aloud; None where nothing is to be heard.
        tally: how many votes each answer of the poll has had so far, by its id.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        wardrobe: Wardrobe,
        clock: Clock,
        layout: Layout | None = None,
        ending: Ending | None = None,
        voice: Voice | None = None,
        tally: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        defaults = exhibition.defaults
        self._ending = ending
        self._exhibition = exhibition
        self._wardrobe = wardrobe
        self._worn = wardrobe.first_preferences(defaults.language, defaults.theme)
        self.animator = Animator(clock, on_wake=self._wake)
        self.tour = Tour(clock, self._dwells_ms(defaults.language))
        timing = Timing(
            attract_ms=defaults.attract_s * 1000,
            idle_ms=defaults.idle_s * 1000,
            warning_ms=defaults.warning_s * 1000,
        )
        self.visit = Visit(clock, self.tour, timing, self._worn)
        self.speech = Speech(clock, voice, recordings(exhibition), self._worn)
        self.ballot = Ballot(exhibition.poll.answers if exhibition.poll else (), tally or {})
        self._somebody = False
        self.ticker = Ticker(self.animator, self._rest_ms)
        look = wardrobe.look(defaults.language, defaults.theme)
        self.stage = Stage(exhibition, look, clock, self.animator, layout)
        self.stage.prefer(self._worn)
        self._show_poll()
        self.ticker.ticked.connect(self._on_tick)
        self._listen()
        self._follow_visit()

    def start(self) -> None:
        """Begins the tour; call it once the window is shown."""
        self.stage.listen_to_window()
        self.tour.restart_dwell()
        self.ticker.wake()

    def close(self) -> None:
        """Stops the clock and takes the stage down."""
        self.ticker.stop()
        self.speech.close()
        self.stage.close()

    def _listen(self) -> None:
        stage, visit = self.stage, self.visit
        stage.touched.connect(visit.touch)
        stage.touched.connect(self._wake)
        stage.left.connect(visit.end)
        stage.preferences_wanted.connect(visit.want)
        stage.reset_requested.connect(visit.reset_preferences)
        stage.next_requested.connect(self._on_next)
        stage.previous_requested.connect(self._on_previous)
        stage.scene_requested.connect(self._on_scene)
        stage.pause_requested.connect(self.tour.toggle_pause)
        stage.prologue_requested.connect(self._on_prologue)
        stage.needs_ticks.connect(self._wake)
        stage.narrator.told.connect(self._on_told)
        stage.read_again_requested.connect(self._on_read_again)
        stage.vote_requested.connect(self._on_vote)

    def _on_tick(self) -> None:
        self.visit.tick(self.stage.in_gesture)
        if self._somebody and not self.visit.somebody:
            self.stage.forget_visitor()
            self.speech.hush()
            self.ballot.take_vote()
            self._show_poll()
        self._somebody = self.visit.somebody
        self._follow_preferences()
        self._follow_visit()
        self._follow(side=1)
        self._show_progress()
        self.stage.tick()
        self._follow_speech()
        if self._ending and self.tour.cycles >= self._ending.cycles:
            self._ending.quit()

    def _show_progress(self) -> None:
        tour = self.tour
        self.stage.set_progress(tour.progress, tour.playing, tour.hold is Hold.PAUSED)

    def _dwells_ms(self, language: Language) -> list[float]:
        entrance_s = ENTRANCE_MS / 1000
        scenes = self._exhibition.scenes
        return [dwell_s(scene, language, entrance_s) * 1000 for scene in scenes]

    # What is on

    def _follow_visit(self) -> None:
        visit = self.visit
        self.stage.show_attract(visit.state is VisitState.ATTRACT)
        asked = visit.state is VisitState.STILL_THERE
        self.stage.ask_still_there(visit.warning_left_ms if asked else None, visit.warning_ms)

    def _follow_preferences(self) -> None:
        """Lets everything look as the visitor prefers it, from where it is."""
        wanted, worn = self.visit.preferences, self._worn
        if wanted == worn:
            return
        self._worn = wanted
        self.speech.prefer(wanted)
        self.animator.reduced_motion = wanted.reduced_motion
        self.stage.prefer(wanted)
        if _dress(wanted) != _dress(worn):
            self.tour.set_dwells(self._dwells_ms(wanted.language))
            self.stage.wear(self._preferred(wanted), wanted.large_text, wanted.reach)
        if wanted.read_aloud and not worn.read_aloud:
            self.stage.narrator.tell_page()
        elif wanted.volume != worn.volume and not self.speech.speaking:
            self.stage.narrator.tell_volume(self._preferred(wanted), wanted.volume)

    def _follow_speech(self) -> None:
        """Lets what is being said go on; a voice is looked for once the screen is complete."""
        self.speech.pause(self.tour.hold is Hold.PAUSED)
        self.speech.ask(self.stage.narrator.question())
        if self.speech.speaking or not self.stage.waiting:
            self.speech.tick()
        self.stage.set_silent(not self.speech.able)

    def _preferred(self, preferences: Preferences) -> Look:
        return self._wardrobe.preferred(preferences, self._exhibition.defaults.theme)

    def _follow(self, side: int) -> None:
        page = None if self.tour.off_tour else self.tour.index
        if page != self.stage.page:
            self.stage.show_page(page, side, home=self.tour.index)

    # What visitors want

    def _on_next(self) -> None:
        if self.tour.off_tour:
            self.tour.come_back()
        else:
            self.tour.next()
        self._follow(side=1)

    def _on_previous(self) -> None:
        if self.tour.off_tour:
            self.tour.come_back()
        else:
            self.tour.previous()
        self._follow(side=-1)

    def _on_scene(self, index: int) -> None:
        if index >= len(self._exhibition.scenes):
            return
        side = 1 if self.tour.off_tour or index > self.tour.index else -1
        self.tour.go(index)
        self._follow(side)

    def _on_prologue(self) -> None:
        if self._exhibition.prologue is None:
            return
        if self.tour.off_tour:
            self.tour.come_back()
            self._follow(side=1)
        else:
            self.tour.leave()
            self._follow(side=-1)

    def _on_vote(self, answer: str) -> None:
        self.ballot.vote(answer)
        self._show_poll()

    def _show_poll(self) -> None:
        votes = self.ballot.votes
        self.stage.set_poll(votes.tally, votes.own)

    # What is said

    def _on_told(self, words: str, is_about_exhibition: bool) -> None:
        self.speech.say(words, lasting=is_about_exhibition)

    def _on_read_again(self) -> None:
        self.speech.repeat(otherwise=self.stage.narrator.page_words())

    # When to look again

    def _wake(self) -> None:
        self.ticker.wake()

    def _rest_ms(self) -> float:
        if self.stage.waiting:
            return FRAME_MS
        rest_ms = SPEECH_MS if self.speech.busy else REST_MS
        due_ms = min(self.visit.next_due_ms(), self.stage.next_due_ms(), rest_ms)
        if self.animator.drifting:
            attracts = self.visit.state is VisitState.ATTRACT
            return FRAME_MS if attracts else min(DRIFT_MS, due_ms)
        if self.visit.state is VisitState.STILL_THERE:
            return min(COUNTDOWN_MS, due_ms)
        return min(RAIL_MS, due_ms) if self.tour.playing else due_ms


def _dress(preferences: Preferences) -> tuple[object, ...]:
    """What of the preferences everything has to be built anew for."""
    wanted = preferences
    return (
        wanted.language,
        wanted.large_text,
        wanted.high_contrast,
        wanted.daylight,
        wanted.reach,
    )
