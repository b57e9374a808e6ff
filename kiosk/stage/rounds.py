"""The rounds: every screen that a visitor can come to, one after the other, each at rest.

Whoever measures something of all screens walks them, and is sure to have forgotten none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.model import Exhibition, Scene
from kiosk.content.poll import PollSpec
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.layers import AccessLayer, CardLayer, Layer, PersonLayer, TermLayer
from kiosk.stage.layout import Layout
from kiosk.stage.pager import Pager
from kiosk.stage.pages import Page
from kiosk.stage.stage import Stage
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

ScreenKind = Literal["attract", "scene", "cards", "card", "person", "term", "access", "still there"]

SETTLING_MS = 10_000.0
"""Longer than anything takes to come to rest."""

WARNING_MS = 25_000.0

MANY_VOTES = 88_888
"""As many as an answer will hardly get: what has room for them has room for all."""


@dataclass(frozen=True)
class Screen:
    """What is seen at one moment, as long as the next screen is not asked for.

    Attributes:
        scene: the id of the scene that is on; empty where none is.
        roots: what is read, with all that stands on it.
        targets: what the keys can reach, and a finger can touch.
    """

    kind: ScreenKind
    scene: str
    roots: tuple[QGraphicsItem, ...]
    targets: tuple[Touchable, ...]


class Rounds:
    """A stage in one look and layout that is on no screen, to be walked through once."""

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        self._exhibition = exhibition
        self._clock = ManualClock()
        self._animator = Animator(self._clock)
        self._stage = Stage(exhibition, look, self._clock, self._animator, layout)
        self._cards_in_turn = layout.cards_in_turn
        self._scene = ""

    def screens(self) -> Iterator[Screen]:
        """Every screen; the stage is taken down behind the last one."""
        pages: list[Page] = [*range(len(self._exhibition.scenes))]
        if self._exhibition.prologue is not None:
            pages.append(None)
        for page in pages:
            yield from self._scene_screens(page)
        yield from self._deeper_screens()
        yield from self._screens_in_front()
        self._stage.close()

    def _scene_screens(self, page: Page) -> Iterator[Screen]:
        scene = self._content(page)
        self._scene = scene.id
        for index in range(len(scene.exhibits)):
            self._stage.place_page(page, index)
            yield self._screen("scene")
        if self._cards_in_turn:
            self._stage.place_page(page, len(scene.exhibits))
            yield self._screen("cards")
        yield from self._further_pages("cards")
        for index, card in enumerate(scene.cards):
            yield from self._layer_screens("card", CardLayer(index))
            if isinstance(card, PollSpec):
                yield from self._voted_screen(card.answers)
            self._stage.close_card()
            self._settle()

    def _voted_screen(self, answers: Iterable[str]) -> Iterator[Screen]:
        """The poll that lies open, after the vote."""
        tally = dict.fromkeys(answers, MANY_VOTES)
        self._stage.set_poll(tally, own=next(iter(tally)))
        self._settle()
        yield self._screen("card")
        self._stage.set_poll(tally, own=None)

    def _deeper_screens(self) -> Iterator[Screen]:
        """The pages that cards lead to, and the menu."""
        self._stage.open_layer(CardLayer(0))
        for person in self._exhibition.people:
            yield from self._layer_screens("person", PersonLayer(person))
        for term in self._exhibition.glossary:
            yield from self._layer_screens("term", TermLayer(term))
        self._stage.close_card()
        self._settle()
        yield from self._layer_screens("access", AccessLayer())
        self._stage.close_card()
        self._settle()

    def _screens_in_front(self) -> Iterator[Screen]:
        self._scene = ""
        self._stage.ask_still_there(WARNING_MS, WARNING_MS)
        yield self._screen("still there")
        self._stage.ask_still_there(None, WARNING_MS)
        self._stage.show_attract(True)
        self._settle()
        yield self._screen("attract")

    def _layer_screens(self, kind: ScreenKind, layer: Layer) -> Iterator[Screen]:
        self._stage.open_layer(layer)
        self._settle()
        yield self._screen(kind)
        yield from self._further_pages(kind)

    def _further_pages(self, kind: ScreenKind) -> Iterator[Screen]:
        pager = next((one for one in self._stage.touchables() if isinstance(one, Pager)), None)
        for _ in range(pager.pages - 1 if pager else 0):
            assert pager
            pager.activate()
            yield self._screen(kind)

    def _screen(self, kind: ScreenKind) -> Screen:
        roots, targets = self._stage.foreground(), self._stage.touchables()
        return Screen(kind, self._scene, tuple(roots), tuple(targets))

    def _settle(self) -> None:
        self._clock.advance(SETTLING_MS)
        self._animator.tick()

    def _content(self, page: Page) -> Scene:
        scene = self._exhibition.prologue if page is None else self._exhibition.scenes[page]
        assert scene is not None
        return scene
