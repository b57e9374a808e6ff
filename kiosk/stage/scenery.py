"""The scenes on the stage: the one that is on, how another takes its place, and the backdrop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.carousel import Carousel
from kiosk.stage.layout import Layout
from kiosk.stage.pages import Page, Pages
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.look import Look


class Scenery(Wishes):
    """Slides from page to page, by itself or under a finger, each in front of its backdrop.

    Attributes:
        backdrop: for the view to paint.
        carousel: for fingers to draw along.

    Signals:
        changed: the scenes have moved, or the backdrop has changed.
        backdrop_moved: the sparks have drifted.
        needs_ticks: something waits for `tick`.
        card_opened: a card of one of the scenes was activated.
        entered: the scene that has come makes its entrance.
        term_opened: a term in the lead of one of them, by its id.
    """

    changed = Signal()
    backdrop_moved = Signal()
    needs_ticks = Signal()
    card_opened = Signal(CardItem)
    entered = Signal()
    term_opened = Signal(str)

    def __init__(
        self,
        graphics: QGraphicsScene,
        exhibition: Exhibition,
        look: Look,
        layout: Layout,
        animator: Animator,
    ) -> None:
        super().__init__()
        self._graphics = graphics
        self._exhibition = exhibition
        self._animator = animator
        self._entrance_due = False
        self._pages = self._build_pages(look, layout)
        self.backdrop = Backdrop(look.palette, animator, self.backdrop_moved.emit)
        self.carousel = Carousel(animator, lambda side: self._pages.neighbour(side))
        self.carousel.moved.connect(self._blend_backdrops)
        self.carousel.arrived.connect(self._on_arrived)
        self.carousel.returned.connect(self._show_one_backdrop)
        self.carousel.turned.connect(self._on_turned)
        self.carousel.place(self.current())

    @property
    def page(self) -> Page:
        """The page that is on, or coming."""
        return self._pages.page

    def current(self) -> SceneItem:
        """The scene that is on, or coming."""
        return self._pages.current()

    def live(self) -> list[SceneItem]:
        """The scenes that are kept: the shown one, its neighbours, and one that is sliding out."""
        return self._pages.live()

    def slide_to(self, page: Page, side: int, home: int) -> None:
        """Lets a page come from a side, 1 or -1; beside the prologue stands `home`."""
        self._pages.home = home
        if page == self.page:
            return
        self._pages.page = page
        if not self.current().isVisible():
            self.current().rewind()
        self.carousel.slide_to(self.current(), side)
        self.needs_ticks.emit()

    def place(self, page: Page, exhibit: int) -> None:
        """Shows the final picture of a page at once, with one of its exhibits."""
        self._pages.page = page
        self.carousel.place(self.current())
        self._entrance_due = False
        self.current().settle(exhibit)

    def turn_unseen(self, page: Page, home: int) -> None:
        """Is at a page from now on, while something else has the screen to itself."""
        self._pages.home = home
        self._pages.page = page
        self.hide()

    def hide(self) -> None:
        """Shows no scene, not even one that was sliding, while something else has the screen."""
        self.current().rewind()
        self.carousel.place(self.current())
        self.current().setVisible(False)
        self._entrance_due = False

    def reveal(self) -> None:
        """Shows the scene that is on again, which makes its entrance."""
        self.current().rewind()
        self.carousel.place(self.current())

    def show_round(self, exhibition: Exhibition, page: Page, home: int) -> None:
        """Shows a page of another round at once, as it is before its entrance.

        Args:
            exhibition: the same, with other scenes in a round.
            page: which page.
            home: the tour's own scene, which stands beside the prologue.
        """
        before = self._pages
        self._exhibition = exhibition
        self.carousel.clear()
        self._pages = self._build_pages(before.look, before.layout)
        self._pages.page, self._pages.home = page, home
        before.close()
        self.carousel.place(self.current())

    def rebuild(self, look: Look, layout: Layout) -> None:
        """Builds the scenes anew in another look or layout; the one that is on goes on."""
        before = self._pages
        self.carousel.clear()
        self._pages = self._build_pages(look, layout)
        self._pages.page, self._pages.home = before.page, before.home
        self.current().take_over(before.current())
        before.close()
        self.carousel.place(self.current())
        self.backdrop.wear(look.palette)
        self.changed.emit()

    def close(self) -> None:
        """Lets go of everything."""
        self.carousel.clear()
        self._pages.close()
        self.backdrop.close()

    # What is put off

    @property
    def waiting(self) -> bool:
        """Whether `tick` still has something to do."""
        return self._entrance_due or self._pages.chore(self.backdrop) is not None

    def tick(self, at_rest: bool) -> None:
        """Lets the scene that has come make its entrance; `at_rest`, gets its neighbours ready."""
        if self._entrance_due:
            self._entrance_due = False
            self.current().enter()
            self.entered.emit()
        elif at_rest and (chore := self._pages.chore(self.backdrop)):
            chore()

    # What happens

    def _on_arrived(self) -> None:
        self._show_one_backdrop()
        self._pages.keep_near()
        self._entrance_due = True
        self.needs_ticks.emit()

    def _on_turned(self, item: SceneItem, side: int) -> None:
        """A finger wants `item`: the neighbour, or what it caught on its way out."""
        page = self._pages.page_of(item)
        if page is None:
            self.prologue_requested.emit()
        elif page != self._pages.beside(side):
            self.page_requested.emit(page)
        elif side > 0:
            self.next_requested.emit()
        else:
            self.previous_requested.emit()

    def _show_one_backdrop(self) -> None:
        self.backdrop.show(self.current().scene_content.accent)
        self.changed.emit()

    def _blend_backdrops(self, share: float) -> None:
        current, other = self.carousel.current, self.carousel.other
        if current and other:
            self.backdrop.show(current.scene_content.accent, other.scene_content.accent, share)
            self.changed.emit()

    def _build_pages(self, look: Look, layout: Layout) -> Pages:
        pages = Pages(self._graphics, self._exhibition, look, layout, self._animator)
        pages.card_opened.connect(self.card_opened)
        pages.term_opened.connect(self.term_opened)
        return pages
