"""All that a visitor can turn to, as data: every exhibit and card of every scene, settled.

Each is drawn once and then looked at by many tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition, ExhibitSpec
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.card_row import CardRow
from kiosk.stage.layout import Layout
from kiosk.stage.pager import Pager
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.stage import Stage
from kiosk.stage.switch import Segment
from kiosk.stage.term_links import TermLink
from kiosk.stage.wall import ExhibitWall
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock
from kiosk.toolkit.touchable import Touchable
from tests.toolkit.drawn import Drawing, Words, drawing, inside


@dataclass(frozen=True)
class Showing:
    """One state of the stage.

    Attributes:
        name: the scene, the exhibit and the page of cards, for whoever reads a failure.
        exhibit: what the file says of the exhibit that is on.
        drawing: everything that is seen.
        own_words: the words that stand on the scene itself, beside exhibit, cards and rail.
        zones: where exhibit, cards and rail stand, by name.
        targets: where everything stands that a finger can act on, by name.
        whole: the name that the exhibit itself has, or would have, among those targets.
        on_exhibit: the names of the exhibit and of those that stand on it.
        segments: the names of those that share one plate.
        links: the names of those that are words of the lead.
        call_outs: where the remarks on the exhibit stand.
        overflows: every text that does not fit, with how much is too much.
    """

    name: str
    look: Look
    layout: Layout
    exhibit: ExhibitSpec
    accent: str
    drawing: Drawing
    own_words: tuple[Words, ...]
    zones: dict[str, QRectF]
    targets: dict[str, QRectF]
    whole: str
    on_exhibit: frozenset[str]
    segments: frozenset[str]
    links: frozenset[str]
    call_outs: tuple[QRectF, ...]
    overflows: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """One opened card; `panel` is where it stands."""

    name: str
    look: Look
    layout: Layout
    drawing: Drawing
    panel: QRectF
    targets: dict[str, QRectF]
    overflows: tuple[str, ...]


class Gallery:
    """A stage in one language and layout that is not shown, to walk through."""

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        self._exhibition = exhibition
        self._look = look
        self._layout = layout
        self._clock = ManualClock()
        self._animator = Animator(self._clock)
        self._stage = Stage(exhibition, look, self._clock, self._animator, layout)

    def close(self) -> None:
        self._stage.close()

    def showings(self) -> Iterator[Showing]:
        """Each exhibit with the first cards, then the other cards."""
        for scene in self._scenes():
            segments = [item for item in scene.touchables() if isinstance(item, Segment)]
            pagers = [item for item in scene.touchables() if isinstance(item, Pager)]
            exhibits = scene.scene_content.exhibits
            for index, spec in enumerate(exhibits):
                if segments:
                    self._act_on(segments[index])
                yield self._showing(scene, spec, f"exhibit {index + 1}")
            if segments:
                self._act_on(segments[0])
            for page in range(1, -(-len(scene.scene_content.cards) // 3)):
                self._act_on(pagers[-1])
                yield self._showing(scene, exhibits[0], f"cards {page + 1}")

    def opened(self) -> Iterator[Opened]:
        """Each card, opened, at each of its pages."""
        for scene in self._scenes():
            for card in scene.all_cards():
                self._stage.open_card(card)
                self._settle()
                yield from self._pages_of(scene, card)
                self._stage.close_card()
                self._settle()

    def _pages_of(self, scene: SceneItem, card: CardItem) -> Iterator[Opened]:
        overlay = self._stage.overlay()
        assert overlay is not None
        panel = overlay.plate
        pagers = [item for item in overlay.touchables() if isinstance(item, Pager)]
        name = f"{scene.scene_content.id}: {card.describe()[:24]!r}"
        first: list[str] | None = None
        while True:
            scene.setVisible(False)
            seen = self._drawing()
            scene.setVisible(True)
            on_panel = panel.mapRectToScene(panel.boundingRect())
            words = tuple(w for w in seen.words if on_panel.intersects(w.box))
            if seen.texts() == first:
                return
            first = first or seen.texts()
            yield Opened(
                name,
                self._look,
                self._layout,
                Drawing(words, seen.shapes),
                on_panel,
                _places(overlay.touchables()),
                _overflows(overlay),
            )
            if not pagers:
                return
            pagers[0].activate()

    def _scenes(self) -> Iterator[SceneItem]:
        pages: list[int | None] = [*range(len(self._exhibition.scenes))]
        for page in [*pages, None] if self._exhibition.prologue else pages:
            self._stage.place_page(page)
            (scene,) = (item for item in self._stage.live_items() if item.isVisible())
            yield scene

    def _act_on(self, target: Touchable) -> None:
        target.activate()
        self._settle()

    def _drawing(self) -> Drawing:
        return drawing(self._stage.graphics, self._layout.rect, self._look.language)

    def _settle(self) -> None:
        self._clock.advance(10_000)
        self._animator.tick()

    def _showing(self, scene: SceneItem, spec: ExhibitSpec, state: str) -> Showing:
        seen = self._drawing()
        (exhibit,) = (item for item in inside(scene) if isinstance(item, ExhibitItem))
        targets = self._stage.touchables()
        apart = [item for item in targets if not isinstance(item, TermLink)]
        parts = [i for i in scene.childItems() if isinstance(i, ExhibitWall | CardRow | Touchable)]
        rail = [item for item in targets if not scene.isAncestorOf(item)]
        hidden = [item for item in (*parts, *rail) if item.isVisible()]
        for item in hidden:
            item.setVisible(False)
        own = self._drawing()
        for item in hidden:
            item.setVisible(True)
        call_outs = (item for item in inside(exhibit) if isinstance(item, CallOut))
        return Showing(
            name=f"{scene.scene_content.id}, {state}",
            look=self._look,
            layout=self._layout,
            exhibit=spec,
            accent=scene.scene_content.accent,
            drawing=seen,
            own_words=own.words,
            zones=_places(apart) | {"exhibit": _place(exhibit)},
            targets=_places(targets),
            whole=_name(exhibit),
            on_exhibit=frozenset(_name(i) for i in (exhibit, *targets) if _is_on(i, exhibit)),
            segments=frozenset(_name(item) for item in targets if isinstance(item, Segment)),
            links=frozenset(_name(item) for item in targets if isinstance(item, TermLink)),
            call_outs=tuple(item.mapRectToScene(item.rect) for item in call_outs),
            overflows=_overflows(scene),
        )


def _places(items: list[Touchable]) -> dict[str, QRectF]:
    return {_name(item): _place(item) for item in items}


def _is_on(item: Touchable, exhibit: ExhibitItem) -> bool:
    return item is exhibit or exhibit.isAncestorOf(item)


def _name(item: Touchable) -> str:
    return f"{type(item).__name__} {item.describe()[:12]}"


def _place(item: QGraphicsItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())


def _overflows(item: QGraphicsItem) -> tuple[str, ...]:
    texts = (found for found in inside(item) if isinstance(found, TextBlock))
    return tuple(f"{t.text[:30]!r} by {t.overflow_px:.0f} px" for t in texts if t.overflow_px > 0.5)
