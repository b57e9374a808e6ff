"""What each layer shows: a card in full, a person, a term, or language and display."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from kiosk.cards.card import CardItem
from kiosk.cards.detail import Detail, Entry
from kiosk.cards.quote import QuoteSpec
from kiosk.content.model import Accent, Exhibition, Scene
from kiosk.show.preferences import Preferences
from kiosk.stage.access import AccessPanel
from kiosk.stage.layers import AccessLayer, CardLayer, Layer, PersonLayer, TermLayer
from kiosk.stage.layout import Layout
from kiosk.stage.overlay import Overlay
from kiosk.stage.sheet import Sheet
from kiosk.toolkit.look import Look


@dataclass(frozen=True)
class Surroundings:
    """What a sheet is built in.

    Attributes:
        accent: of the scene it lies over.
        bounds: the whole visible area, in design units.
        cards: of that scene, all of them.
        paused: whether a visitor has stopped the tour.
        voice: whether anything can be read aloud here.
    """

    look: Look
    layout: Layout
    accent: Accent
    bounds: QRectF
    cards: Sequence[CardItem]
    preferences: Preferences
    paused: bool
    voice: bool


def build_sheet(layer: Layer, deeper: bool, exhibition: Exhibition, around: Surroundings) -> Sheet:
    """The sheet of a layer, which lies `deeper` than another or not."""
    if isinstance(layer, AccessLayer):
        return AccessPanel(
            around.look,
            around.layout,
            around.accent,
            around.bounds,
            exhibition.languages,
            around.preferences,
            around.paused,
            around.voice,
        )
    return Overlay(
        around.look,
        around.layout,
        around.accent,
        around.bounds,
        _detail(layer, exhibition, around),
        exhibition.glossary,
        deeper,
    )


def _detail(
    layer: CardLayer | PersonLayer | TermLayer, exhibition: Exhibition, around: Surroundings
) -> Detail:
    match layer:
        case CardLayer(index):
            return around.cards[index].whole()
        case PersonLayer(person):
            return _person_page(person, exhibition, around.look)
        case TermLayer(term):
            return _term_page(term, exhibition, around.look)


def _person_page(key: str, exhibition: Exhibition, look: Look) -> Detail:
    """Who somebody is, and where in the exhibition they speak."""
    person = exhibition.people[key]
    entries = tuple(
        Entry(look.text(scene.title), look.text(spec.text))
        for scene in _scenes(exhibition)
        for spec in scene.cards
        if isinstance(spec, QuoteSpec) and spec.person == key
    )
    return Detail(heading=look.text(person.name), body=look.text(person.office), entries=entries)


def _term_page(key: str, exhibition: Exhibition, look: Look) -> Detail:
    """A term, with its English in the other languages, and what it means."""
    term = exhibition.glossary[key]
    english = term.term.written("en") if look.language != "en" else None
    return Detail(
        heading=look.text(term.term),
        body=look.text(term.meaning) if term.meaning else "",
        notes=(english,) if english else (),
    )


def _scenes(exhibition: Exhibition) -> Iterator[Scene]:
    """The prologue, then the scenes of the tour."""
    if exhibition.prologue:
        yield exhibition.prologue
    yield from exhibition.scenes
