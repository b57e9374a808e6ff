"""What each layer shows: a card in full, a poll, a person, a term, or language and display."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QRectF

from kiosk.cards.card import CardItem
from kiosk.cards.detail import Detail, Entry
from kiosk.cards.quote import QuoteSpec
from kiosk.content.language import Localised
from kiosk.content.model import Accent, Exhibition, Scene
from kiosk.content.poll import PollSpec
from kiosk.show.animator import Animator
from kiosk.show.ballot import Votes
from kiosk.show.preferences import Preferences
from kiosk.stage.access import AccessPanel
from kiosk.stage.layers import AccessLayer, CardLayer, Layer, PersonLayer, TermLayer
from kiosk.stage.layout import Layout
from kiosk.stage.overlay import Overlay
from kiosk.stage.poll_sheet import PollSheet
from kiosk.stage.sheet import Sheet
from kiosk.stage.untranslated import untranslated_note
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
        votes: how the poll stands.
        animator: what moves whatever moves on a sheet.
    """

    look: Look
    layout: Layout
    accent: Accent
    bounds: QRectF
    cards: Sequence[CardItem]
    preferences: Preferences
    paused: bool
    voice: bool
    votes: Votes
    animator: Animator


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
    if isinstance(layer, CardLayer) and isinstance(around.cards[layer.index].spec, PollSpec):
        return _poll_sheet(around.cards[layer.index], around)
    return Overlay(
        around.look,
        around.layout,
        around.accent,
        around.bounds,
        _detail(layer, exhibition, around),
        exhibition.glossary,
        deeper,
    )


def _poll_sheet(card: CardItem, around: Surroundings) -> PollSheet:
    assert isinstance(card.spec, PollSpec)
    return PollSheet(
        around.look,
        around.layout,
        around.accent,
        around.bounds,
        card.spec,
        around.votes,
        untranslated_note(card.texts(), around.look),
        around.animator,
    )


def _detail(
    layer: CardLayer | PersonLayer | TermLayer, exhibition: Exhibition, around: Surroundings
) -> Detail:
    match layer:
        case CardLayer(index):
            card = around.cards[index]
            return _noted(card.whole(), card.texts(), around.look)
        case PersonLayer(person):
            return _person_page(person, exhibition, around.look)
        case TermLayer(term):
            return _term_page(term, exhibition, around.look)


def _noted(detail: Detail, texts: Iterable[Localised], look: Look) -> Detail:
    """`detail`, which says so where not all of its `texts` are in the visitor's language."""
    note = untranslated_note(texts, look)
    return replace(detail, notes=(*detail.notes, note)) if note else detail


def _person_page(key: str, exhibition: Exhibition, look: Look) -> Detail:
    """Who somebody is, and where in the exhibition they speak."""
    person = exhibition.people[key]
    quoted = [
        (scene.title, spec.text)
        for scene in _scenes(exhibition)
        for spec in scene.cards
        if isinstance(spec, QuoteSpec) and spec.person == key
    ]
    entries = tuple(Entry(look.text(title), look.text(text)) for title, text in quoted)
    page = Detail(heading=look.text(person.name), body=look.text(person.office), entries=entries)
    return _noted(page, [person.name, person.office, *chain.from_iterable(quoted)], look)


def _term_page(key: str, exhibition: Exhibition, look: Look) -> Detail:
    """A term, with its English in the other languages, and what it means."""
    term = exhibition.glossary[key]
    english = term.term.written("en") if look.language != "en" else None
    page = Detail(
        heading=look.text(term.term),
        body=look.text(term.meaning) if term.meaning else "",
        notes=(english,) if english else (),
    )
    return _noted(page, filter(None, [term.term, term.meaning]), look)


def _scenes(exhibition: Exhibition) -> Iterator[Scene]:
    """The prologue, then the scenes of the tour."""
    if exhibition.prologue:
        yield exhibition.prologue
    yield from exhibition.scenes
