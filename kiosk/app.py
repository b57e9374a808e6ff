"""The composition root: builds everything that lives long, wires it, and closes it again.

Only this module knows both the show, which decides what is on, and the stage, which draws it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from kiosk.cards import registry as cards
from kiosk.content.language import Language
from kiosk.content.load import Kinds, load
from kiosk.content.model import Exhibition
from kiosk.content.strings import load_strings
from kiosk.content.theme import load_theme
from kiosk.exhibits import registry as exhibits
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.resources import FONTS, ICONS, STRINGS, THEMES
from kiosk.show.animator import Animator
from kiosk.show.clock import Clock
from kiosk.show.dwell import dwell_s
from kiosk.show.tour import Hold, Tour
from kiosk.stage.layout import Layout
from kiosk.stage.stage import Stage
from kiosk.toolkit.fonts import Fonts
from kiosk.toolkit.icons import Icons
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import Palette
from kiosk.toolkit.ticker import FRAME_MS, Ticker

RAIL_MS = 100.0
"""How often the rail's progress is drawn while nothing else moves."""

DRIFT_MS = 32.0
"""How often what never stands still is drawn while nothing else moves."""

REST_MS = 1000.0
"""How long it sleeps at most: the clock it is handed may run faster than the timer's."""


def load_exhibition(folder: Path) -> Exhibition:
    """The exhibition in `folder`, with every kind of exhibit and card there is.

    Raises:
        ContentError: something in it is wrong.
    """
    exhibition = load(
        folder,
        Kinds(
            exhibits={name: kind.spec for name, kind in exhibits.KINDS.items()},
            cards={name: kind.spec for name, kind in cards.KINDS.items()},
        ),
    )
    load_theme(THEMES, exhibition.defaults.theme)
    return exhibition


def load_look(language: Language, theme: str) -> Look:
    """The look in a language and a theme; needs a QGuiApplication for its fonts.

    Raises:
        ContentError: there is no such theme, or something in it is wrong.
    """
    return Look(
        palette=Palette(load_theme(THEMES, theme)),
        fonts=Fonts(FONTS),
        icons=Icons(ICONS),
        strings=load_strings(STRINGS),
        language=language,
    )


class Ending(NamedTuple):
    """When the kiosk ends by itself: after `cycles` whole rounds, by calling `quit`."""

    cycles: int
    quit: Callable[[], None]


class Kiosk(QObject):
    """A running exhibition.

    Args:
        layout: a fixed layout, or None to follow the window's shape.
        ending: when to end by itself; None for never.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        look: Look,
        clock: Clock,
        layout: Layout | None = None,
        ending: Ending | None = None,
    ) -> None:
        super().__init__()
        self._ending = ending
        self._exhibition = exhibition
        self.animator = Animator(clock, on_wake=self._wake)
        idle_ms = exhibition.defaults.idle_s * 1000
        self.tour = Tour(clock, self._dwells_ms(look.language), idle_ms)
        self.ticker = Ticker(self.animator, self._rest_ms)
        self.stage = Stage(exhibition, look, clock, self.animator, layout)
        self.ticker.ticked.connect(self._on_tick)
        self._listen()

    def start(self) -> None:
        """Begins the tour; call it once the window is shown."""
        self.stage.listen_to_window()
        self.tour.restart_dwell()
        self.ticker.wake()

    def wear(self, look: Look) -> None:
        """Goes on in another language or theme; how long scenes stay on is reckoned anew."""
        self.tour.set_dwells(self._dwells_ms(look.language))
        self.stage.wear(look)

    def close(self) -> None:
        """Stops the clock and takes the stage down."""
        self.ticker.stop()
        self.stage.close()

    def _listen(self) -> None:
        stage = self.stage
        stage.touched.connect(self.tour.touch)
        stage.next_requested.connect(self._on_next)
        stage.previous_requested.connect(self._on_previous)
        stage.scene_requested.connect(self._on_scene)
        stage.pause_requested.connect(self._on_pause)
        stage.prologue_requested.connect(self._on_prologue)
        stage.needs_ticks.connect(self._wake)
        stage.touched.connect(self._wake)

    def _on_tick(self) -> None:
        held = not self.tour.playing
        self.tour.tick()
        if held and self.tour.playing:
            self.stage.forget_visitor()
        self._follow(side=1)
        self._show_progress()
        self.stage.tick()
        if self._ending and self.tour.cycles >= self._ending.cycles:
            self._ending.quit()

    def _show_progress(self) -> None:
        tour = self.tour
        self.stage.set_progress(tour.progress, tour.playing, tour.hold is Hold.PAUSED)

    def _dwells_ms(self, language: Language) -> list[float]:
        entrance_s = ENTRANCE_MS / 1000
        scenes = self._exhibition.scenes
        return [dwell_s(scene, language, entrance_s) * 1000 for scene in scenes]

    def _follow(self, side: int) -> None:
        page = None if self.tour.off_tour else self.tour.index
        if page != self.stage.page:
            self.stage.show_page(page, side, home=self.tour.index)

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

    def _on_pause(self) -> None:
        self.tour.toggle_pause()

    def _on_prologue(self) -> None:
        if self._exhibition.prologue is None:
            return
        if self.tour.off_tour:
            self.tour.come_back()
            self._follow(side=1)
        else:
            self.tour.leave()
            self._follow(side=-1)

    def _wake(self) -> None:
        self.ticker.wake()

    def _rest_ms(self) -> float:
        if self.stage.waiting:
            return FRAME_MS
        due_ms = self.tour.next_due_ms()
        if self.animator.drifting:
            return min(DRIFT_MS, due_ms)
        return min(RAIL_MS if self.tour.playing else REST_MS, due_ms)
