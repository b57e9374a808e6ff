"""The scenes that are alive: built when wanted, closed when far from the one that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGraphicsScene

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition, Scene
from kiosk.show.animator import Animator
from kiosk.stage.layout import Layout
from kiosk.stage.scene_item import SceneFrame, SceneItem
from kiosk.toolkit.look import Look

Page = int | None
"""A scene by its place in the tour, from 0, or None for the prologue."""


class Pages(QObject):
    """Builds the scene items of one layout, hidden, and forgets them again.

    Signals:
        card_opened: a card of one of them was activated.
    """

    card_opened = Signal(CardItem)

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
        self._look = look
        self._layout = layout
        self._animator = animator
        self._items: dict[Page, SceneItem] = {}

    def item(self, page: Page) -> SceneItem:
        """The item of a page, built where it is not alive."""
        if page not in self._items:
            self._items[page] = self._build(page)
        return self._items[page]

    def beside(self, page: Page, side: int, home: int) -> Page:
        """The page on a side of another; on both sides of the prologue stands `home`."""
        if page is None:
            return home
        return (page + side) % len(self._exhibition.scenes)

    def has(self, page: Page) -> bool:
        """Whether the item of a page is alive."""
        return page in self._items

    def keep(self, wanted: Sequence[Page]) -> None:
        """Forgets all but `wanted`."""
        for page in [page for page in self._items if page not in wanted]:
            item = self._items.pop(page)
            item.close()
            self._graphics.removeItem(item)

    def page_of(self, item: SceneItem) -> Page:
        """The page that a living item shows."""
        return next(page for page, alive in self._items.items() if alive is item)

    def live(self) -> list[SceneItem]:
        """The items that are alive."""
        return list(self._items.values())

    def close(self) -> None:
        """Forgets all."""
        self.keep(())

    def _build(self, page: Page) -> SceneItem:
        frame = SceneFrame(
            exhibition=self._exhibition,
            look=self._look,
            layout=self._layout,
            animator=self._animator,
            number=0 if page is None else page + 1,
            total=len(self._exhibition.scenes),
        )
        item = SceneItem(self._scene(page), frame)
        item.setVisible(False)
        item.card_opened.connect(self.card_opened)
        self._graphics.addItem(item)
        return item

    def _scene(self, page: Page) -> Scene:
        scene = self._exhibition.prologue if page is None else self._exhibition.scenes[page]
        assert scene is not None
        return scene
