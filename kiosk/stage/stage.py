"""Everything on the screen, put together: scenes, rail, opened card, focus and backdrop.

The stage is told which page is on and how far its time has run. What visitors want comes out as
signals; the stage itself decides nothing but which card is open.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.clock import Clock
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.carousel import Carousel
from kiosk.stage.focus import FocusRing
from kiosk.stage.hands import Hands
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.overlay import Overlay
from kiosk.stage.pages import Page, Pages
from kiosk.stage.rail import Rail
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.view import View
from kiosk.toolkit.gestures import GestureArbiter
from kiosk.toolkit.look import Look
from kiosk.toolkit.pointer import PointerFilter
from kiosk.toolkit.touchable import Touchable


class Stage(QObject):
    """The screen of one exhibition in one look.

    Args:
        layout: a fixed layout, or None to follow the window's shape.

    Signals:
        touched: somebody is active, by finger or key; sent before what they want.
        needs_ticks: something waits for the ticker.
    """

    touched = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    scene_requested = Signal(int)
    pause_requested = Signal()
    prologue_requested = Signal()
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
        self._page: Page = 0
        self._home = 0
        self._entrance_due = False
        self._painted = False
        self._overlay: Overlay | None = None
        self._closing: Overlay | None = None
        self.graphics = QGraphicsScene()
        self.graphics.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._backdrop = Backdrop(look.palette)
        self.view = View(self.graphics, self._backdrop)
        self._carousel = Carousel(animator, self._neighbour)
        self._carousel.moved.connect(self._blend_backdrops)
        self._carousel.arrived.connect(self._on_arrived)
        self._carousel.returned.connect(self._show_one_backdrop)
        self._carousel.turned.connect(self._on_turned)
        self.arbiter = GestureArbiter(clock)
        self._hands = Hands(self.graphics, self.arbiter, self.touchables, self._targets)
        self._pointer = PointerFilter(self.arbiter, self.view.to_design)
        self._listen()
        self._furnish()

    # State comes in

    @property
    def page(self) -> Page:
        """The page that is on, or coming."""
        return self._page

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
        self._close_at_once()
        self._hands.clear_focus()
        self._home = home
        if page == self._page:
            return
        item = self._pages.item(page)
        item.rewind()
        self._page = page
        self._carousel.slide_to(item, side)
        self.needs_ticks.emit()

    def set_progress(self, progress: float, paused: bool) -> None:
        """Shows how much of the scene's time has passed, from 0 to 1."""
        self._rail.set_state(self._page, progress, paused)

    def tick(self) -> None:
        """Does what was put off to a moment in which nothing moves."""
        if not self._painted:
            return
        if self._entrance_due:
            self._entrance_due = False
            self._current().enter()
        elif not self._animator.active and not self.arbiter.busy:
            chore = self._chore()
            if chore:
                chore()

    @property
    def waiting(self) -> bool:
        """Whether `tick` still has something to do."""
        return self._entrance_due or self._chore() is not None

    def place_page(self, page: Page) -> None:
        """Shows the final picture of a page at once."""
        self._page = page
        self._carousel.place(self._current())
        self._entrance_due = False
        self._current().settle()
        self._rail.set_state(page, 0.0, paused=False)

    def listen_to_window(self) -> None:
        """Takes the contacts of the window; call it once the window exists."""
        window = self.view.windowHandle()
        window.installEventFilter(self._pointer)

    def live_items(self) -> list[SceneItem]:
        """The scenes that are kept: the shown one, its neighbours, and one that is sliding out."""
        return self._pages.live()

    def overlay(self) -> Overlay | None:
        """The opened card, if one is open."""
        return self._overlay

    def touchables(self) -> list[Touchable]:
        """Everything that the keys can reach now, in reading order."""
        if self._overlay:
            return self._overlay.touchables()
        return [*self._current().touchables(), *self._rail.touchables()]

    def _targets(self) -> list[Touchable]:
        """Everything that a finger can act on now; an opened card keeps it off all else."""
        return self._overlay.targets() if self._overlay else self.touchables()

    def open_card(self, card: CardItem) -> None:
        """Opens a card over the scene."""
        self._close_at_once()
        overlay = Overlay(
            self._look,
            self._layout,
            card.frame.accent,
            card.detail(),
            self.view.sceneRect(),
        )
        overlay.setZValue(5)
        overlay.close_requested.connect(self.close_card)
        overlay.moved.connect(self._hands.refresh_focus)
        self.graphics.addItem(overlay)
        self._overlay = overlay
        self._hands.clear_focus()
        overlay.open(self._animator)

    def close_card(self) -> None:
        """Closes the opened card, if one is open."""
        if self._overlay is None:
            return
        self._remove_closed()
        self._closing, self._overlay = self._overlay, None
        self._hands.clear_focus()
        self._closing.dismiss(self._animator, self._remove_closed)

    def forget_visitor(self) -> None:
        """Closes and turns back whatever a visitor has opened or turned."""
        self.close_card()
        self._hands.clear_focus()
        self._current().turn_back()

    def close(self) -> None:
        """Lets go of everything."""
        self._close_at_once()
        self._carousel.clear()
        self._pages.close()
        self.view.close()

    # Building

    def _current(self) -> SceneItem:
        return self._pages.item(self._page)

    def _neighbour(self, side: int) -> SceneItem:
        item = self._pages.item(self._pages.beside(self._page, side, self._home))
        if item is not self._current():
            item.rewind()
        return item

    def _wanted_pages(self) -> list[Page]:
        """The page that is on and its neighbours, kept warm for a finger to pull in."""
        sides = [self._pages.beside(self._page, side, self._home) for side in (1, -1)]
        return [self._page, *sides]

    def _chore(self) -> Callable[[], object] | None:
        """The next step of getting the neighbours ready; a whole one would take several frames."""
        for page in self._wanted_pages():
            if not self._pages.has(page):
                return partial(self._pages.item, page)
            item = self._pages.item(page)
            if not item.furnished:
                return item.furnish
            if not self._backdrop.has(item.scene_content.accent):
                return partial(self._backdrop.prepare, item.scene_content.accent)
        return None

    def _furnish(self) -> None:
        """Builds what the present layout needs: the rail, the ring, and the page that is on."""
        self._rail = Rail(self._exhibition, self._look, self._layout)
        self._rail.setZValue(2)
        self._rail.scene_requested.connect(self.scene_requested)
        self._rail.previous_requested.connect(self.previous_requested)
        self._rail.next_requested.connect(self.next_requested)
        self._rail.pause_requested.connect(self.pause_requested)
        self._rail.prologue_requested.connect(self.prologue_requested)
        focus = FocusRing(self._look)
        self._hands.wear(focus)
        self.graphics.addItem(self._rail)
        self.graphics.addItem(focus)
        self.view.set_layout(self._layout)
        self._pages = Pages(
            self.graphics, self._exhibition, self._look, self._layout, self._animator
        )
        self._pages.card_opened.connect(self.open_card)
        item = self._current()
        item.rewind()
        self._carousel.place(item)
        self._rail.set_state(self._page, 0.0, paused=False)

    def _relay(self, layout: Layout) -> None:
        """Builds everything again for the other orientation."""
        self._hands.let_go()
        self._close_at_once()
        self._carousel.clear()
        self._pages.close()
        self.graphics.clear()
        self._layout = layout
        self._furnish()

    # What happens on the stage

    def _listen(self) -> None:
        self.view.resized.connect(self._on_resized)
        self.view.painted.connect(self._on_painted)
        hands = self._hands
        self.view.key_pressed.connect(hands.press_key)
        hands.touched.connect(self.touched)
        hands.next_requested.connect(self.next_requested)
        hands.previous_requested.connect(self.previous_requested)
        hands.pause_requested.connect(self.pause_requested)
        hands.prologue_requested.connect(self.prologue_requested)
        hands.escape_requested.connect(self.close_card)
        hands.digit_pressed.connect(self._on_digit)
        hands.drag_moved.connect(self._on_drag_moved)
        hands.drag_ended.connect(self._on_drag_ended)

    def _on_resized(self) -> None:
        size = self.view.viewport().size()
        layout = self._fixed_layout or (PORTRAIT if size.height() > size.width() else LANDSCAPE)
        if layout is not self._layout:
            self._relay(layout)
        self._carousel.page_width = self.view.sceneRect().width()
        if self._overlay:
            self._overlay.cover(self.view.sceneRect())

    def _on_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.needs_ticks.emit()

    def _on_arrived(self) -> None:
        self._show_one_backdrop()
        self._pages.keep(self._wanted_pages())
        self._entrance_due = True
        self.needs_ticks.emit()

    def _show_one_backdrop(self) -> None:
        self._backdrop.show(self._current().scene_content.accent)
        self.view.viewport().update()

    def _on_turned(self, item: SceneItem, side: int) -> None:
        """A finger wants `item`: the neighbour, or what it caught on its way out."""
        page = self._pages.page_of(item)
        if page is None:
            self.prologue_requested.emit()
        elif page != self._pages.beside(self._page, side, self._home):
            self.scene_requested.emit(page)
        elif side > 0:
            self.next_requested.emit()
        else:
            self.previous_requested.emit()

    def _blend_backdrops(self, share: float) -> None:
        current, other = self._carousel.current, self._carousel.other
        if current and other:
            self._backdrop.show(current.scene_content.accent, other.scene_content.accent, share)
            self.view.viewport().update()
            self._hands.refresh_focus()

    def _on_drag_moved(self, offset: float) -> None:
        if self._overlay is None:
            self._carousel.follow(offset)

    def _on_drag_ended(self, offset: float, velocity: float) -> None:
        self._carousel.release(offset, velocity)

    def _on_digit(self, digit: int) -> None:
        if digit <= len(self._exhibition.scenes):
            self.scene_requested.emit(digit - 1)

    def _remove_closed(self) -> None:
        if self._closing:
            self._closing.stop()
            self.graphics.removeItem(self._closing)
            self._closing = None

    def _close_at_once(self) -> None:
        self._remove_closed()
        self._closing, self._overlay = self._overlay, None
        self._remove_closed()
