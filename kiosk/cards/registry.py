"""Which kinds of cards there are. A new kind is one file beside this one and one line here."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QGraphicsItem

from kiosk.cards.card import CardFrame, CardItem
from kiosk.cards.directory import DirectoryItem, DirectorySpec
from kiosk.cards.figure import FigureItem, FigureSpec
from kiosk.cards.poll import PollItem
from kiosk.cards.quote import QuoteItem, QuoteSpec
from kiosk.cards.story import StoryItem, StorySpec
from kiosk.cards.take_away import TakeAwayItem, TakeAwaySpec
from kiosk.content.model import CardSpec
from kiosk.content.poll import PollSpec


class Kind(NamedTuple):
    """What a kind says in a file, and what draws it."""

    spec: type[CardSpec]
    item: Callable[[QGraphicsItem, Any, CardFrame], CardItem]


KINDS: Mapping[str, Kind] = {
    "directory": Kind(DirectorySpec, DirectoryItem),
    "figure": Kind(FigureSpec, FigureItem),
    "quote": Kind(QuoteSpec, QuoteItem),
    "story": Kind(StorySpec, StoryItem),
    "take-away": Kind(TakeAwaySpec, TakeAwayItem),
}

PLACED: Mapping[str, Kind] = {"poll": Kind(PollSpec, PollItem)}
"""What nobody writes among the cards of a scene: the kiosk places it."""


def build(parent: QGraphicsItem, spec: CardSpec, frame: CardFrame) -> CardItem:
    """The item that shows `spec`."""
    kind = PLACED.get(spec.kind) or KINDS[spec.kind]
    return kind.item(parent, spec, frame)
