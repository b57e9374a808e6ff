"""Everything on the screen, put together: scenes, rail, opened card, focus and what is touched.

The stage is told which page is on and how far its time has run. What visitors want comes out as
signals; the stage itself decides nothing but which card is open.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.clock import Clock
from kiosk.stage.focus import FocusRing
from kiosk.stage.hands import Hands
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.opened import OpenedCard
from kiosk.stage.overlay import Overlay
from kiosk.stage.pages import Page
from kiosk.stage.rail import Rail
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.scenery import Scenery
from kiosk.stage.veil import Veil
from kiosk.stage.view import View
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.gestures import GestureArbiter
from kiosk.toolkit.look import Look
from kiosk.toolkit.pointer import PointerFilter
from kiosk.toolkit.touchable import Touchable


class Stage(Wishes):
    """The screen of one exhibition.

    Args:
        layout: a fixed layout, or None to follow the window's shape.

    Signals:
        touched: somebody is active, by finger or key; sent before what they want.
        needs_ticks: something waits for the ticker.
    """

    touched = Signal()
    needs_ticks = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        look: Look,
        clock: Clock,
        animator: Animator,
        layout: Layout | None = None,
    ) -> None:
        super().__init__()
        self._exhibition = exhibition
        self._look = look
        self._animator = animator
        self._fixed_layout = layout
        self._layout = layout or LANDSCAPE
        self._progress = (0.0, False)
        self._painted = False
        self.graphics = QGraphicsScene()
        self.graphics.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._scenery = Scenery(self.graphics, exhibition, look, self._layout, animator)
        self.view = View(self.graphics, self._scenery.backdrop)
        self.view.set_layout(self._layout)
        self._veil = Veil(self.view, animator)
        self._opened = OpenedCard(self.graphics, animator)
        self.arbiter = GestureArbiter(clock)
        self._hands = Hands(self.graphics, self.arbiter, self.touchables, self._targets)
        self._pointer = PointerFilter(self.arbiter, self.view.to_design)
        self._build_rail()
        self._listen()

    # State comes in

    @property
    def page(self) -> Page:
        """The page that is on, or coming."""
        return self._scenery.page

    @property
    def layout(self) -> Layout:
        """The layout that is on."""
        return self._layout

    def show_page(self, page: Page, side: int, home: int) -> None:
        """Slides to a page.

        Args:
            page: which one.
            side: where it comes from: 1 for the right, -1 for the left.
            home: the tour's own scene, which stands beside the prologue.
        """
        self._hands.clear_focus()
        self._opened.clear()
        self._scenery.slide_to(page, side, home)

    def set_progress(self, progress: float, playing: bool, paused: bool) -> None:
        """Shows how much of the scene's time has passed.

        Args:
            progress: from 0 to 1.
            playing: whether it is running.
            paused: whether a visitor has asked for it to stand still.
        """
        self._progress = (progress, paused)
        self._rail.set_state(self.page, progress, paused)
        self._scenery.current().follow(progress, playing)
        self._hands.refresh_focus()

    def tick(self) -> None:
        """Does what was put off to a moment in which nothing moves."""
        if self._painted:
            self._scenery.tick(at_rest=not self._animator.active and not self.arbiter.busy)

    @property
    def waiting(self) -> bool:
        """Whether `tick` still has something to do."""
        return self._scenery.waiting

    def place_page(self, page: Page, exhibit: int = 0) -> None:
        """Shows the final picture of a page at once, with one of its exhibits."""
        self._scenery.place(page, exhibit)
        self._rail.set_state(page, 0.0, paused=False)

    def wear(self, look: Look) -> None:
        """Shows what is on in another look, from where it is; the old picture fades over it."""
        veiled = self._painted and not self._animator.reduced_motion
        picture = self.view.grab() if veiled else None
        self._look = look
        self._rebuild()
        self._veil.drop()
        if picture:
            self._veil.fade(picture)

    def listen_to_window(self) -> None:
        """Takes the contacts of the window; call it once the window exists."""
        window = self.view.windowHandle()
        window.installEventFilter(self._pointer)

    def live_items(self) -> list[SceneItem]:
        """The scenes that are kept: the shown one, its neighbours, and one that is sliding out."""
        return self._scenery.live()

    def overlay(self) -> Overlay | None:
        """The opened card, if one is open."""
        return self._opened.overlay

    def touchables(self) -> list[Touchable]:
        """Everything that the keys can reach now, in reading order."""
        if self._opened.overlay:
            return self._opened.overlay.touchables()
        return [*self._scenery.current().touchables(), *self._rail.touchables()]

    def _targets(self) -> list[Touchable]:
        """Everything that a finger can act on now; an opened card keeps it off all else."""
        return self._opened.overlay.targets() if self._opened.overlay else self.touchables()

    def open_card(self, card: CardItem) -> None:
        """Opens a card over the scene, where nothing is read out any more."""
        self._hands.clear_focus()
        self._clear_reading()
        self._opened.open(card, self._layout, self.view.sceneRect())

    def close_card(self) -> None:
        """Closes the opened card, if one is open."""
        if self._opened.overlay:
            self._hands.clear_focus()
            self._opened.close()

    def forget_visitor(self) -> None:
        """Closes and takes back whatever a visitor has opened, turned or read."""
        self._hands.clear_focus()
        self._opened.close()
        self._scenery.current().forget_visitor()

    def close(self) -> None:
        """Lets go of everything."""
        self._veil.drop()
        self._opened.clear()
        self._scenery.close()
        self.view.close()

    # Building

    def _build_rail(self) -> None:
        """Builds the rail and the ring, which show the state and the focus from now on."""
        self._rail = Rail(self._exhibition, self._look, self._layout)
        self._rail.setZValue(2)
        self.pass_on(self._rail.wishes)
        self._ring = FocusRing(self._look)
        self._hands.wear(self._ring)
        self.graphics.addItem(self._rail)
        self.graphics.addItem(self._ring)
        self._rail.set_state(self.page, *self._progress)

    def _rebuild(self) -> None:
        """Builds everything anew in the present look and layout, and goes on where it was."""
        self.arbiter.cancel()
        focused, opened = self._hands.focus_index(), self._opened_index()
        self._opened.clear()
        self.graphics.removeItem(self._rail)
        self.graphics.removeItem(self._ring)
        self.view.set_layout(self._layout)
        self._build_rail()
        self._scenery.rebuild(self._look, self._layout)
        if opened is not None:
            card = self._scenery.current().all_cards()[opened]
            self._opened.place(card, self._layout, self.view.sceneRect())
        if focused is not None:
            self._hands.focus(self.touchables()[focused])

    def _opened_index(self) -> int | None:
        """Which of the scene's cards lies open, if one does."""
        card = self._opened.card
        return None if card is None else self._scenery.current().all_cards().index(card)

    # What happens on the stage

    def _listen(self) -> None:
        self.view.resized.connect(self._on_resized)
        self.view.painted.connect(self._on_painted)
        self._opened.close_requested.connect(self.close_card)
        self._opened.moved.connect(self._hands.refresh_focus)
        hands, scenery = self._hands, self._scenery
        self.view.key_pressed.connect(hands.press_key)
        hands.touched.connect(self.touched)
        self.pass_on(hands)
        self.pass_on(scenery)
        hands.escape_requested.connect(self._on_escape)
        hands.missed.connect(self._clear_reading)
        hands.drag_moved.connect(self._on_drag_moved)
        hands.drag_ended.connect(scenery.carousel.release)
        scenery.card_opened.connect(self.open_card)
        scenery.needs_ticks.connect(self.needs_ticks)
        scenery.changed.connect(self._on_scenery_changed)

    def _on_resized(self) -> None:
        size = self.view.viewport().size()
        layout = self._fixed_layout or (PORTRAIT if size.height() > size.width() else LANDSCAPE)
        self._veil.drop()
        if layout is not self._layout:
            self._layout = layout
            self._rebuild()
        self._scenery.carousel.page_width = self.view.sceneRect().width()
        self._opened.cover(self.view.sceneRect())

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.needs_ticks.emit()

    def _on_scenery_changed(self) -> None:
        self.view.viewport().update()
        self._hands.refresh_focus()

    def _on_drag_moved(self, offset: float) -> None:
        if self._opened.overlay is None:
            self._scenery.carousel.follow(offset)

    def _on_escape(self) -> None:
        if self._opened.overlay:
            self.close_card()
        else:
            self._clear_reading()

    def _clear_reading(self) -> None:
        self._scenery.current().clear_reading()
