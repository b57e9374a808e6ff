"""The scenes that are alive: built when wanted, closed when far from the one that is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition, Scene
from kiosk.show.animator import Animator
from kiosk.show.programme import different, number_of
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.layout import Layout
from kiosk.stage.scene_item import SceneFrame, SceneItem
from kiosk.toolkit.look import Look

Page = int | None
"""A scene by its place in the tour, from 0, or None for the prologue."""


class Pages(QObject):
    """Builds the scene items of one look and layout, hidden, and forgets them again.

    Attributes:
        look: what they are drawn in.
        layout: where everything stands on them.
        page: the one that is on, or coming.
        home: the tour's own scene, which stands beside the prologue.

    Signals:
        card_opened: a card of one of them was activated.
        term_opened: a term in the lead of one of them, by its id.
    """

    card_opened = Signal(CardItem)
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
        self.look = look
        self.layout = layout
        self._animator = animator
        self._items: dict[Page, SceneItem] = {}
        self.page: Page = 0
        self.home = 0

    def current(self) -> SceneItem:
        """The item of the page that is on, or coming."""
        return self.item(self.page)

    def neighbour(self, side: int) -> SceneItem:
        """The item on a side, 1 or -1, of the current one, as it is before its entrance."""
        item = self.item(self.beside(side))
        if item is not self.current():
            item.rewind()
        return item

    def item(self, page: Page) -> SceneItem:
        """The item of a page, built where it is not alive."""
        if page not in self._items:
            self._items[page] = self._build(page)
        return self._items[page]

    def beside(self, side: int) -> Page:
        """The page on a side of the one that is on; on both sides of the prologue stands `home`."""
        if self.page is None:
            return self.home
        return (self.page + side) % len(self._exhibition.scenes)

    def keep_near(self) -> None:
        """Forgets all but the current scene and its neighbours, which a visitor finds untouched."""
        self._keep(self._near())
        for page, item in self._items.items():
            if page != self.page:
                item.rewind()

    def chore(self, backdrop: Backdrop) -> Callable[[], object] | None:
        """The next step of getting the neighbours ready; a whole one would take several frames."""
        for page in self._near():
            if page not in self._items:
                return partial(self.item, page)
            item = self._items[page]
            if not item.furnished:
                return item.furnish
            if not backdrop.has(item.scene_content.accent):
                return partial(backdrop.prepare, item.scene_content.accent)
        return backdrop.chore()

    def page_of(self, item: SceneItem) -> Page:
        """The page that a living item shows."""
        return next(page for page, alive in self._items.items() if alive is item)

    def live(self) -> list[SceneItem]:
        """The items that are alive."""
        return list(self._items.values())

    def close(self) -> None:
        """Forgets all."""
        self._keep([])

    def _near(self) -> list[Page]:
        """The page that is on and its neighbours, kept warm for a finger to pull in."""
        return [self.page, self.beside(1), self.beside(-1)]

    def _keep(self, wanted: list[Page]) -> None:
        for page in [page for page in self._items if page not in wanted]:
            item = self._items.pop(page)
            item.close()
            self._graphics.removeItem(item)

    def _build(self, page: Page) -> SceneItem:
        scene, scenes = self._scene(page), self._exhibition.scenes
        frame = SceneFrame(
            exhibition=self._exhibition,
            look=self.look,
            layout=self.layout,
            animator=self._animator,
            number=0 if page is None else number_of(scenes, scene.id) + 1,
            total=len(different(scenes)),
        )
        item = SceneItem(scene, frame)
        item.setVisible(False)
        item.card_opened.connect(self.card_opened)
        item.term_opened.connect(self.term_opened)
        self._graphics.addItem(item)
        return item

    def _scene(self, page: Page) -> Scene:
        scene = self._exhibition.prologue if page is None else self._exhibition.scenes[page]
        assert scene is not None
        return scene
