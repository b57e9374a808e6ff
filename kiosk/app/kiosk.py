"""A running exhibition: the show and the stage, connected."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.app.beginning import dress, first_preferences, timing
from kiosk.app.leading import Leading
from kiosk.app.pace import rest_ms
from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.content.recordings import recordings
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.show.animator import Animator
from kiosk.show.ballot import Ballot
from kiosk.show.clock import Clock
from kiosk.show.dwell import dwell_s
from kiosk.show.preferences import Preferences
from kiosk.show.programme import places
from kiosk.show.speech import Speech
from kiosk.show.tour import Hold, Tour
from kiosk.show.visit import Visit, VisitState
from kiosk.show.voice import Voice
from kiosk.stage.layout import Layout
from kiosk.stage.pages import Page
from kiosk.stage.stage import Stage
from kiosk.toolkit.look import Look
from kiosk.toolkit.ticker import Ticker
from kiosk.toolkit.wardrobe import Wardrobe


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
        initial: how everything is before a visitor asks for something else; None for the
            exhibition's language and theme.
        tally: how many votes each answer of the poll has had so far, by its id.

    Signals:
        voted: a visit is over that has voted for that answer.
        ticked: a tick has come to its end, and nothing in it has failed.
    """

    voted = Signal(str)
    ticked = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        wardrobe: Wardrobe,
        clock: Clock,
        layout: Layout | None = None,
        ending: Ending | None = None,
        voice: Voice | None = None,
        initial: Preferences | None = None,
        tally: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        self._ending = ending
        self._exhibition = exhibition
        self._wardrobe = wardrobe
        self._worn = initial or first_preferences(exhibition, self._wardrobe)
        self._theme = exhibition.defaults.theme
        self._arranged: tuple[Exhibition, Preferences] | None = None
        self.animator = Animator(clock, self._worn.reduced_motion, self._wake)
        self.tour = Tour(clock, self._dwells_ms(self._worn.language))
        self._leading = Leading(self.tour, exhibition)
        self.visit = Visit(clock, self.tour, timing(exhibition), self._worn)
        self.speech = Speech(clock, voice, recordings(exhibition), self._worn)
        self.ballot = Ballot(exhibition.poll.answers if exhibition.poll else (), tally or {})
        self._somebody = False
        self.ticker = Ticker(self.animator, self._rest_ms)
        self.stage = Stage(exhibition, self._preferred(), clock, self.animator, layout)
        self.stage.prefer(self._worn)
        if self._worn.large_text or self._worn.reach:
            self._wear()
        self._show_poll()
        self.ticker.ticked.connect(self._on_tick)
        self._listen()
        self._follow_visit()

    def start(self, scene: str = "") -> None:
        """Begins the tour; call it once the window is shown.

        Args:
            scene: the id of the one to begin with, without an invitation before it; where there is
                none of that name, it begins as ever.
        """
        self.stage.listen_to_window()
        names = [one.id for one in self._exhibition.scenes]
        if scene in names:
            self.visit.begin_tour(names.index(scene))
            self._follow(side=1)
            self._follow_visit()
        self.tour.restart_dwell()
        self.ticker.wake()

    def arrange(self, exhibition: Exhibition, initial: Preferences | None = None) -> None:
        """Lets the exhibition go on otherwise from the next change of scene on.

        Where no scene is seen, that is at once. Other defaults are for whoever comes next.

        Args:
            exhibition: the same exhibition, with other scenes in a round, defaults or languages.
            initial: how everything is before a visitor asks for something else; None for its
                language and theme.
        """
        self._arranged = (exhibition, initial or first_preferences(exhibition, self._wardrobe))
        self._wake()

    @property
    def scene_id(self) -> str:
        """The id of the scene that is on, be it the prologue."""
        return self.stage.scene_id

    def count_votes(self, tally: Mapping[str, int]) -> None:
        """Takes so many votes for those before this visit's, by the ids of the answers."""
        self.ballot.count(tally)
        self._show_poll()

    def end_visit(self) -> None:
        """Ends the visit that is going on, and its vote counts."""
        self.visit.end()
        self._see_off()

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
        stage.pause_requested.connect(self.tour.toggle_pause)
        self._leading.listen_to(stage)
        self._leading.led.connect(self._follow)
        stage.needs_ticks.connect(self._wake)
        stage.cover_touched.connect(self._wake)
        stage.narrator.told.connect(self._on_told)
        stage.read_again_requested.connect(self._on_read_again)
        stage.vote_requested.connect(self._on_vote)

    def _on_tick(self) -> None:
        if self.stage.unseen or self.tour.next_due_ms() <= 0:
            self._rearrange()
        self.visit.tick(self.stage.in_gesture)
        if self._page != self.stage.page:
            self._rearrange()
        self._see_off()
        self._follow_preferences()
        self._follow_visit()
        self._follow(side=1)
        self._show_progress()
        self.stage.tick()
        self._follow_speech()
        if self._ending and self.tour.cycles >= self._ending.cycles:
            self._ending.quit()
        self.ticked.emit()

    def _see_off(self) -> None:
        """Forgets a visitor who has gone."""
        if self._somebody and not self.visit.somebody:
            self.stage.forget_visitor()
            self.speech.hush()
            self._close_ballot()
        self._somebody = self.visit.somebody

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
        theme, worn_theme = self._theme, self._theme
        if not self.visit.somebody:
            theme = self._exhibition.defaults.theme
        if (wanted, theme) == (worn, worn_theme):
            return
        self._worn, self._theme = wanted, theme
        self.speech.prefer(wanted)
        self.animator.reduced_motion = wanted.reduced_motion
        self.stage.prefer(wanted)
        if (dress(wanted), theme) != (dress(worn), worn_theme):
            self.tour.set_dwells(self._dwells_ms(wanted.language))
            self._wear()
        if wanted.read_aloud and not worn.read_aloud:
            self.stage.narrator.tell_page()
        elif wanted.volume != worn.volume and not self.speech.speaking:
            self.stage.narrator.tell_volume(self._preferred(), wanted.volume)

    def _wear(self) -> None:
        self.stage.wear(self._preferred(), self._worn.large_text, self._worn.reach)

    def _follow_speech(self) -> None:
        """Lets what is being said go on; a voice is looked for once the screen is complete."""
        self.speech.pause(self.tour.hold is Hold.PAUSED)
        self.speech.ask(self.stage.narrator.question())
        if self.speech.speaking or not self.stage.waiting:
            self.speech.tick()
        self.stage.set_silent(not self.speech.able)

    def _preferred(self) -> Look:
        return self._wardrobe.preferred(self._worn, self._theme)

    def _rearrange(self) -> None:
        """Goes on as it was arranged to, if it was."""
        if self._arranged is None:
            return
        (exhibition, initial), self._arranged = self._arranged, None
        found = places(self._exhibition.scenes, exhibition.scenes)
        self._exhibition = self._leading.exhibition = exhibition
        self.speech.know(recordings(exhibition))
        self.tour.set_round(self._dwells_ms(self._worn.language), found)
        self.visit.set_timing(timing(exhibition))
        self.visit.set_initial(initial)

    @property
    def _page(self) -> Page:
        """The page that is to be on."""
        return None if self.tour.off_tour else self.tour.index

    def _follow(self, side: int) -> None:
        """Lets the stage show what is to be on; another round begins with the next tick."""
        if self._arranged is not None:
            return
        if self._exhibition is not self.stage.exhibition:
            self.stage.show_round(self._exhibition, self._page, home=self.tour.index)
        elif self._page != self.stage.page:
            self.stage.show_page(self._page, side, home=self.tour.index)

    # What visitors vote

    def _on_vote(self, answer: str) -> None:
        self.ballot.vote(answer)
        self._show_poll()

    def _close_ballot(self) -> None:
        if answer := self.ballot.take_vote():
            self.voted.emit(answer)
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
        return rest_ms(self.visit, self.tour, self.stage, self.speech, self.animator)
