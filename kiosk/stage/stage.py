"""Everything on the screen, put together: scenes, rail, what lies open over them, and the focus.

The stage is told what is on and how far its time has run. What visitors want comes out as signals;
the stage itself decides nothing but what lies open.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.ballot import Votes
from kiosk.show.clock import Clock
from kiosk.show.preferences import Preferences
from kiosk.stage.controls import Controls
from kiosk.stage.door import Corner
from kiosk.stage.focus import FocusRing
from kiosk.stage.frame import Frame
from kiosk.stage.front import Cover, Front, Screen
from kiosk.stage.handling import Handling
from kiosk.stage.layers import Layer
from kiosk.stage.layout import LANDSCAPE, Layout
from kiosk.stage.narrator import Narrator
from kiosk.stage.pages import Page
from kiosk.stage.rail import Rail
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.scenery import Scenery
from kiosk.stage.sheet import Sheet
from kiosk.stage.sheets import Sheets
from kiosk.stage.veil import FADE_MS, REDUCED_FADE_MS, Veil
from kiosk.stage.view import View
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable


class Stage(Wishes):
    """The screen of one exhibition.

    Args:
        layout: a fixed layout, or None to follow the window's shape.

    Signals:
        touched: somebody is active, by finger or key; sent before what they want.
        left: they say that they are done.
        needs_ticks: something waits for the ticker.
        staff_requested: staff have knocked at the corner, or pressed their key.
        cover_touched: somebody is active on the cover.
        cover_escaped: they want to be out of it.
        exhibit_touched: something was done to an exhibit, as `SCENE/NUMBER`, the first being 1.
        relaid: the layout or the look is another, and a cover may have to be laid anew.
    """

    touched = Signal()
    left = Signal()
    needs_ticks = Signal()
    staff_requested = Signal()
    cover_touched = Signal()
    cover_escaped = Signal()
    exhibit_touched = Signal(str)
    relaid = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        look: Look,
        clock: Clock,
        animator: Animator,
        layout: Layout | None = None,
    ) -> None:
        super().__init__()
        self._animator = animator
        self._progress = 0.0
        self._painted = False
        self._attracts = False
        self.graphics = QGraphicsScene()
        self.graphics.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        first = layout or LANDSCAPE
        self._scenery = Scenery(self.graphics, exhibition, look, first, animator)
        self.view = View(self.graphics, self._scenery.backdrop)
        self.view.set_layout(first)
        self._frame = Frame(self.view, exhibition, look, layout)
        self._veil = Veil(self.view, animator)
        self._sheets = Sheets(self.graphics, self._frame, self._scenery, animator)
        self._layers = self._sheets.layers
        self._front = Front(self.graphics, self._frame, animator)
        self._controls = Controls(
            self.view,
            self.graphics,
            clock,
            self._front,
            exhibition.defaults.keys,
            self.touchables,
            self._targets,
        )
        self.arbiter, self._keys = self._controls.arbiter, self._controls.keys
        self.narrator = Narrator(self._scenery, self._layers, self._front, self._controls)
        self._handling = Handling(self._controls, self._scenery, self._layers, self._front)
        self._build_rail()
        self._build_ring()
        self._listen()

    # State comes in

    @property
    def page(self) -> Page:
        """The page that is on, or coming."""
        return self._scenery.page

    @property
    def scene_id(self) -> str:
        """The id of the scene that is on, or coming."""
        return self._scenery.current().scene_content.id

    @property
    def layout(self) -> Layout:
        """The layout that is on."""
        return self._frame.layout

    @property
    def exhibition(self) -> Exhibition:
        """What is shown, with the scenes of the round that is on."""
        return self._frame.exhibition

    @property
    def in_gesture(self) -> bool:
        """Whether a visitor is in the middle of a gesture."""
        return self.arbiter.busy and self._front.covering is None

    @property
    def unseen(self) -> bool:
        """Whether no scene is seen, because something else has the screen to itself."""
        return self._front.attract is not None or self._front.covering is not None

    def show_page(self, page: Page, side: int, home: int) -> None:
        """Slides to a page, or fades to it while motion is reduced.

        Args:
            page: which one.
            side: where it comes from: 1 for the right, -1 for the left.
            home: the tour's own scene, which stands beside the prologue.
        """
        self._clear_focus()
        self._layers.clear()
        self.narrator.turn_page()
        if self.unseen:
            self._scenery.turn_unseen(page, home)
            return
        fades = self._animator.reduced_motion and self._painted
        before = self.view.grab() if fades else None
        self._scenery.slide_to(page, side, home)
        if before:
            self._veil.fade(before, REDUCED_FADE_MS)

    def show_round(self, exhibition: Exhibition, page: Page, home: int) -> None:
        """Goes on with other scenes in a round, at a page, which makes its entrance.

        Not to be called in the middle of a touch, as what was touched may be gone.

        Args:
            exhibition: the same exhibition, with other scenes, defaults or languages.
            page: which page, in the other round.
            home: the tour's own scene, which stands beside the prologue.
        """
        before = self.view.grab() if self._painted and not self.unseen else None
        if self._front.covering is None:
            self.arbiter.cancel()
        self._clear_focus()
        self._layers.clear()
        self.narrator.turn_page()
        self._frame.exhibition = exhibition
        self._scenery.show_round(exhibition, page, home)
        self.graphics.removeItem(self._rail)
        self._build_rail()
        self._front.rebuild()
        self._spare_words()
        if self.unseen:
            self._scenery.hide()
        self._veil.drop()
        if before:
            self._veil.fade(before, FADE_MS)

    def cover(self, cover: Cover | None) -> None:
        """Lays a cover over everything, in place of one that is there, or takes it away.

        Fingers and keys act on it alone, and what they do is no visitor's activity. What is behind
        it is not shown, but for the backdrop, which stands still.
        """
        was_covered = self._front.covering is not None
        self._keys.clear_focus()
        if cover and not was_covered:
            self.arbiter.cancel()
            self._veil.drop()
            self.narrator.turn_page()
        self._front.lay(cover)
        if was_covered == (cover is not None):
            return
        if cover:
            self._rail.setVisible(False)
            self._scenery.hide()
        else:
            self._change_attract()
        self._live_backdrop()
        self.needs_ticks.emit()

    def set_staff_corner(self, corner: Corner) -> None:
        """Hears staff knock at that corner of the screen."""
        self._controls.door.corner = corner

    def door_place(self) -> QRectF:
        """Where staff knock, in design units."""
        return self._controls.door.place()

    def set_panel_size(self, diagonal_mm: float | None) -> None:
        """Measures palms on a screen of that size; None for what it tells of itself."""
        self.view.set_panel_size(diagonal_mm)

    def set_progress(self, progress: float, playing: bool, paused: bool) -> None:
        """Shows how much of the scene's time has passed.

        Args:
            progress: from 0 to 1.
            playing: whether it is running.
            paused: whether a visitor has asked for it to stand still.
        """
        paused_before, self._sheets.paused = self._sheets.paused, paused
        self._progress = progress
        self._rail.set_state(self.page, progress, paused)
        if not self.unseen:
            self._scenery.current().follow(progress, playing)
        if paused != paused_before:
            self._renew_access()
        self._keys.refresh_focus()

    def show_attract(self, on: bool) -> None:
        """Lets the attract screen stand in front of everything, or go."""
        if on == self._attracts:
            return
        self._attracts = on
        self._clear_focus()
        self._layers.clear()
        if self._front.covering is None:
            self._change_attract()

    def ask_still_there(self, left_ms: float | None, whole_ms: float) -> None:
        """Asks whether anybody is there, with `left_ms` for an answer; None to ask no more."""
        if self._front.covering or (left_ms is None and self._front.question is None):
            return
        if left_ms is None or self._front.question is None:
            self._keys.clear_focus()
        self._front.ask(left_ms, whole_ms)

    def set_silent(self, silent: bool) -> None:
        """Notes whether nothing can be read aloud here, and says so."""
        if silent != self._frame.silent:
            self._frame.silent = silent
            self._front.tell_silent()
            self._spare_words()
            self._renew_access()

    def prefer(self, preferences: Preferences) -> None:
        """Notes how a visitor wants it all; what has to be built anew for it comes by `wear`."""
        self._sheets.preferences = preferences
        self._renew_access()

    def set_poll(self, tally: Mapping[str, int], own: str | None) -> None:
        """Shows how the poll stands.

        Args:
            tally: how many votes each answer has, by its id.
            own: what this visit has voted for, if it has.
        """
        self._sheets.show_votes(Votes(tally, own))

    def tick(self) -> None:
        """Does what is due, and what was put off to a moment in which nothing moves."""
        self.arbiter.tick()
        self._front.tick()
        if self._painted:
            self._scenery.tick(at_rest=not self._animator.active and not self.arbiter.busy)

    @property
    def waiting(self) -> bool:
        """Whether `tick` still has something to do."""
        return self._scenery.waiting

    def next_due_ms(self) -> float:
        """How long there is nothing to tell of a finger that rests."""
        return self.arbiter.next_due_ms()

    def place_page(self, page: Page, exhibit: int = 0) -> None:
        """Shows the final picture of a page at once, with one of its exhibits."""
        self._scenery.place(page, exhibit)
        self._rail.set_state(page, 0.0, paused=False)

    def wear(self, look: Look, large: bool = False, reach: bool = False) -> None:
        """Shows what is on in another look, from where it is; the old picture fades over it.

        Args:
            look: colours, words and faces.
            large: whether everything is drawn larger.
            reach: whether all that can be touched stands low.
        """
        picture = self.view.grab() if self._painted else None
        self._frame.wear(look, large, reach)
        self._rebuild()
        self._veil.drop()
        if picture:
            self._veil.fade(picture, FADE_MS)

    def listen_to_window(self) -> None:
        """Takes the contacts of the window; call it once the window exists."""
        self._controls.listen_to_window()

    def live_items(self) -> list[SceneItem]:
        """The scenes that are kept: the shown one, its neighbours, and one that is sliding out."""
        return self._scenery.live()

    def overlay(self) -> Sheet | None:
        """What lies open over the scene, if anything does."""
        return self._layers.top

    def opened(self) -> tuple[Layer, ...]:
        """The layers that lie open, the lower one first."""
        return self._layers.opened

    def screen(self) -> Screen | None:
        """What stands in front of everything, if anything does."""
        return self._front.screen

    def foreground(self) -> list[QGraphicsItem]:
        """What is read now: what lies on top of all else, or the scene and the rail."""
        on_top = self._front.screen or self._layers.top
        if on_top is None:
            return [self._scenery.current(), self._rail]
        assert isinstance(on_top, QGraphicsItem)
        return [on_top]

    def touchables(self) -> list[Touchable]:
        """Everything that the keys can reach now, in reading order."""
        if on_top := self._front.screen or self._layers.top:
            return on_top.touchables()
        return [*self._scenery.current().touchables(), *self._rail.touchables()]

    def _targets(self) -> list[Touchable]:
        """Everything that a finger can act on now; what lies on top keeps it off all else."""
        on_top = self._front.screen or self._layers.top
        return on_top.targets() if on_top else self.touchables()

    def open_card(self, card: CardItem) -> None:
        """Opens a card over the scene."""
        self._handling.open_card(card)

    def open_layer(self, layer: Layer) -> None:
        """Opens something over the scene, where nothing is read out any more."""
        self._handling.open_layer(layer)

    def close_card(self) -> None:
        """Closes all that lies open over the scene."""
        self._layers.home()

    def forget_visitor(self) -> None:
        """Closes and takes back whatever a visitor has opened, turned or read."""
        self._clear_focus()
        self._layers.home()
        self._scenery.current().forget_visitor()
        self.narrator.forget()

    def close(self) -> None:
        """Lets go of everything."""
        self._veil.drop()
        self._front.clear()
        self._layers.clear()
        self._scenery.close()
        self.view.close()

    # Building

    def _build_rail(self) -> None:
        """Builds the rail, which shows the state from now on."""
        frame = self._frame
        self._rail = Rail(frame.exhibition, frame.look, frame.layout)
        self._rail.setZValue(2)
        self._rail.setVisible(not self.unseen)
        self.pass_on(self._rail.wishes)
        self.graphics.addItem(self._rail)
        self._rail.set_state(self.page, self._progress, self._sheets.paused)

    def _build_ring(self) -> None:
        """Builds the ring, which shows the focus from now on."""
        self._ring = FocusRing(self._frame.look)
        self._keys.wear(self._ring)
        self.graphics.addItem(self._ring)

    def _rebuild(self) -> None:
        """Builds everything anew in the present look and layout, and goes on where it was."""
        frame = self._frame
        self.arbiter.cancel()
        with self._keys.focus_kept():
            opened, read_shares = self._layers.opened, self._layers.read_shares
            self._layers.clear()
            self.graphics.removeItem(self._rail)
            self.graphics.removeItem(self._ring)
            self.view.set_layout(frame.layout)
            self._scenery.carousel.page_width = frame.bounds.width()
            self._build_rail()
            self._build_ring()
            self._scenery.rebuild(frame.look, frame.layout)
            if self.unseen:
                self._scenery.hide()
            self._layers.place(opened, read_shares)
            self._front.rebuild()
            self._spare_words()
            self.relaid.emit()

    def _spare_words(self) -> None:
        """Tells the backdrop where the words of the attract screen are."""
        words = self._front.attract.words() if self._front.attract else []
        self._scenery.backdrop.spare(self.view.in_window(word) for word in words)

    def _renew_access(self) -> None:
        """Shows language and display as they are now, where they lie open."""
        if self._sheets.shows_access:
            with self._keys.focus_kept():
                self._sheets.renew()

    def _change_attract(self) -> None:
        """Shows what belongs behind a cover: the attract screen, or the scene that is on."""
        on = self._attracts
        self._front.show_attract(on)
        self._rail.setVisible(not on)
        self._spare_words()
        self._scenery.backdrop.wander(on)
        if on:
            self._scenery.hide()
        else:
            self._scenery.reveal()

    def _live_backdrop(self) -> None:
        """Lets the sparks drift; what is covered stands still."""
        covered = self._layers.top or self._front.covering
        self._scenery.backdrop.live(self._painted and covered is None)

    def _clear_focus(self) -> None:
        """Takes the focus off what is about to change; a cover stays as it is."""
        if self._front.covering is None:
            self._keys.clear_focus()

    # What happens on the stage

    def _listen(self) -> None:
        self.view.resized.connect(self._on_resized)
        self.view.painted.connect(self._on_painted)
        controls, scenery, front, layers = self._controls, self._scenery, self._front, self._layers
        handling = self._handling
        layers.moved.connect(self._keys.refresh_focus)
        layers.changed.connect(self._on_layers_changed)
        front.stirred.connect(self.touched)
        front.language_wanted.connect(self._on_language_wanted)
        front.left.connect(self.left)
        controls.touched.connect(self.touched)
        controls.cover_touched.connect(self.cover_touched)
        controls.staff_requested.connect(self.staff_requested)
        controls.needs_ticks.connect(self.needs_ticks)
        for wishes in (controls, scenery, self._sheets):
            self.pass_on(wishes)
        self.access_requested.connect(handling.turn_access)
        handling.touched.connect(self.touched)
        handling.cover_escaped.connect(self.cover_escaped)
        handling.exhibit_touched.connect(self.exhibit_touched)
        scenery.needs_ticks.connect(self.needs_ticks)
        scenery.changed.connect(self._on_scenery_changed)
        scenery.backdrop_moved.connect(self.view.viewport().update)

    def _on_layers_changed(self) -> None:
        self._clear_focus()
        self._live_backdrop()

    def _on_language_wanted(self, language: Language) -> None:
        self.preferences_wanted.emit(replace(self._sheets.preferences, language=language))

    def _on_resized(self) -> None:
        self._veil.drop()
        if self._frame.fit():
            self._rebuild()
        bounds = self._frame.bounds
        self._scenery.carousel.page_width = bounds.width()
        self._layers.cover(bounds)
        self._front.cover()
        self._spare_words()

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self._live_backdrop()
            self.needs_ticks.emit()

    def _on_scenery_changed(self) -> None:
        self.view.viewport().update()
        self._keys.refresh_focus()
