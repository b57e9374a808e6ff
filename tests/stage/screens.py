"""Every screen that a visitor can come to, with what can be touched on it, in the focus's order."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.cards.card import CardItem
from kiosk.content.model import Exhibition
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.entries import Row
from kiosk.stage.layers import AccessLayer, CardLayer, Layer, PersonLayer, TermLayer
from kiosk.stage.layout import Layout
from kiosk.stage.pager import Pager
from kiosk.stage.rail import Rail
from kiosk.stage.scene_item import SceneItem
from kiosk.stage.sheet import Sheet
from kiosk.stage.stage import Stage
from kiosk.stage.switch import Segment
from kiosk.stage.term_links import TermLink
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable
from tests.toolkit.drawn import inside


@dataclass(frozen=True)
class Stop:
    """Something that the focus comes to.

    Attributes:
        zone: what it belongs to: each zone is read as a whole, one after the other.
        box: where it stands, in design pixels.
    """

    kind: str
    zone: str
    words: str
    box: QRectF


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        said: what it says of itself as a whole; of a scene, its exhibit.
        targets: what everything says that a finger can act on.
    """

    name: str
    said: str
    stops: tuple[Stop, ...]
    targets: tuple[str, ...]


class Screens:
    """A stage in one look and layout that nobody sees, to walk through."""

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        self._exhibition = exhibition
        self._clock = ManualClock()
        self._animator = Animator(self._clock)
        self._stage = Stage(exhibition, look, self._clock, self._animator, layout)

    def close(self) -> None:
        self._stage.close()

    def all(self) -> Iterator[Screen]:
        """The invitation, the question, each scene in each of its states, and each layer."""
        self._stage.show_attract(True)
        yield self._screen("attract", self._stage.screen())
        self._stage.show_attract(False)
        self._stage.ask_still_there(20_000, 25_000)
        yield self._screen("question", self._stage.screen())
        self._stage.ask_still_there(None, 25_000)
        for page in [*range(len(self._exhibition.scenes)), None]:
            self._stage.place_page(page)
            yield from self._states(f"page {page}")
            yield from self._opened_cards(f"page {page}")
        yield from self._layer("access", AccessLayer())
        self._stage.open_layer(CardLayer(0))
        for person in self._exhibition.people:
            yield from self._layer(person, PersonLayer(person), deeper=True)
        for term in self._exhibition.glossary:
            yield from self._layer(term, TermLayer(term), deeper=True)

    def _states(self, name: str) -> Iterator[Screen]:
        """Each exhibit with the first cards, then the other cards."""
        scene = self._scene()
        segments = [item for item in scene.touchables() if isinstance(item, Segment)]
        for index in range(len(segments) or 1):
            if segments:
                self._act_on(segments[index])
            exhibits = [i for i in inside(scene) if isinstance(i, ExhibitItem) and i.opacity()]
            yield self._screen(f"{name}, exhibit {index + 1}", exhibits[0] if exhibits else scene)
        for pager in [item for item in scene.touchables() if isinstance(item, Pager)]:
            self._act_on(pager)
            yield self._screen(f"{name}, other cards", scene.cards()[0])

    def _opened_cards(self, name: str) -> Iterator[Screen]:
        for index, _ in enumerate(self._scene().all_cards()):
            yield from self._layer(f"{name}, card {index + 1}", CardLayer(index))

    def _layer(self, name: str, layer: Layer, deeper: bool = False) -> Iterator[Screen]:
        """A layer at each of its pages."""
        self._stage.open_layer(layer)
        self._settle()
        sheet = self._stage.overlay()
        assert isinstance(sheet, Sheet)
        first = before = self._screen(name, sheet)
        yield first
        for pager in [item for item in sheet.touchables() if isinstance(item, Pager)]:
            while (now := self._turned(pager, name, sheet)).stops != first.stops:
                assert now.stops != before.stops
                before = now
                yield now
        if not deeper:
            self._stage.close_card()
            self._settle()

    def _turned(self, pager: Pager, name: str, sheet: Sheet) -> Screen:
        self._act_on(pager)
        return self._screen(name, sheet)

    def _screen(self, name: str, whole: object) -> Screen:
        said = whole.describe() if isinstance(whole, Touchable) else ""
        items = self._stage.touchables()
        stops = tuple(
            Stop(type(item).__name__, _zone(item), item.describe(), _box(item)) for item in items
        )
        return Screen(name, said, stops, tuple(t.describe() for t in self._stage._targets()))

    def _scene(self) -> SceneItem:
        (scene,) = (item for item in self._stage.live_items() if item.isVisible())
        return scene

    def _act_on(self, target: Touchable) -> None:
        target.activate()
        self._settle()

    def _settle(self) -> None:
        self._clock.advance(10_000)
        self._animator.tick()


def _zone(item: Touchable) -> str:
    """Lead, exhibit, switch, cards, rail; on a sheet the way back, what is read, the corner."""
    if isinstance(item, ExhibitItem):
        return "exhibit"
    if isinstance(item, Segment):
        return "switch"
    if isinstance(item, TermLink) and not _is_in(item, Sheet):
        return "lead"
    if isinstance(item, Row):
        return f"column {item.x():.0f}"
    if isinstance(item, CardItem | Pager) and not _is_in(item, Sheet):
        return "cards"
    if _is_in(item, Rail):
        return "rail"
    sheet = next((around for around in _around(item) if isinstance(around, Sheet)), None)
    if sheet is None:
        return "parts"
    if item is sheet.back_button:
        return "back"
    in_corner = _box(item).top() <= _box(sheet.close_button).bottom()
    is_right = _box(item).right() >= _box(sheet.plate).center().x()
    in_a_row = item is sheet.close_button or type(item).__name__ == "Button"
    return "corner" if in_corner and is_right and in_a_row else "text"


def _around(item: QGraphicsItem | None) -> Iterator[QGraphicsItem]:
    while item is not None:
        yield item
        item = item.parentItem()


def _is_in(item: QGraphicsItem, kind: type[QGraphicsItem]) -> bool:
    return any(isinstance(around, kind) for around in _around(item))


def _box(item: QGraphicsItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())
