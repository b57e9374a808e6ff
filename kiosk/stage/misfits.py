"""What does not fit on one screen: words that have no room, and words on other words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.stage.layout import Layout
from kiosk.stage.overlay import Overlay
from kiosk.stage.rounds import Screen
from kiosk.stage.term_links import TermLink
from kiosk.toolkit.callout import CallOut
from kiosk.toolkit.proof import Words, proof, visible
from kiosk.toolkit.text import TextBlock
from kiosk.toolkit.touchable import Touchable

HAIR_PX = 1.0
"""Less than this nobody sees."""

EDGE_PX = 4.0
"""What stands out of its place by less looks as if it stood in it."""


@dataclass(frozen=True)
class Misfit:
    """One text that does not fit.

    Attributes:
        words: the text, as far as it is one.
        fault: what is wrong with it, where `px` is filled in.
        px: how much is too much, in design pixels.
        characters: how many less would do, or 0 where that cannot be told.
    """

    words: str
    fault: str
    px: float
    characters: int = 0


def misfits(screen: Screen, layout: Layout) -> Iterator[Misfit]:
    """Everything on a screen that does not fit."""
    items = [item for root in screen.roots for item in visible(root)]
    seen = proof(screen.roots)
    for item in items:
        if isinstance(item, ExhibitItem) and item.overflow_px > HAIR_PX:
            yield Misfit(item.name, "has a picture {px} px too high", item.overflow_px)
        elif isinstance(item, TextBlock):
            yield from _too_high(item)
            yield from _cut(item)
        elif isinstance(item, Overlay):
            yield from _too_long(item)
        elif isinstance(item, CallOut):
            yield from _covered(item, seen)
    for words in seen:
        yield from _outside(words, layout.rect)
        yield from _under(words, screen.targets)
    for one, other in combinations(seen, 2):
        shared = one.box.intersected(other.box)
        if min(shared.width(), shared.height()) > HAIR_PX:
            fault = f"stands {{px}} px deep on '{_text(other)}'"
            yield Misfit(_text(one), fault, min(shared.width(), shared.height()))


def _too_high(block: TextBlock) -> Iterator[Misfit]:
    if block.overflow_px > HAIR_PX:
        over = ceil(block.overflow_px / block.line_px)
        characters = ceil(over * len(block.text) / len(block.lines))
        yield Misfit(block.text, "is {px} px too high", block.overflow_px, characters)


def _cut(block: TextBlock) -> Iterator[Misfit]:
    if block.cut_word:
        yield Misfit(block.text, f"has no room on a line for '{block.cut_word}'", 0.0)


def _too_long(overlay: Overlay) -> Iterator[Misfit]:
    over = overlay.needed_px - overlay.panel_px
    if over > HAIR_PX:
        blocks = [item for item in visible(overlay.plate) if isinstance(item, TextBlock)]
        longest = max(blocks, key=lambda block: block.height)
        characters = ceil(over / longest.line_px) * len(longest.text) // len(longest.lines)
        yield Misfit(longest.text, "makes its page {px} px too high", over, characters)


def _covered(call_out: CallOut, seen: Sequence[Words]) -> Iterator[Misfit]:
    box = call_out.mapRectToScene(call_out.rect)
    for words in seen:
        shared = box.intersected(words.box)
        deep = min(shared.width(), shared.height())
        if deep > HAIR_PX and not call_out.isAncestorOf(words.item):
            yield Misfit(call_out.words, f"covers '{_text(words)}', {{px}} px deep", deep)


def _outside(words: Words, screen: QRectF) -> Iterator[Misfit]:
    """Words have room in what paints them, and in all around it that a visitor sees the edge of."""
    clip = words.clip
    if clip and not clip.adjusted(-HAIR_PX, -HAIR_PX, HAIR_PX, HAIR_PX).contains(words.box):
        cut = words.box.height() - clip.intersected(words.box).height()
        yield Misfit(_text(words), "is cut off by {px} px", cut)
    for place in (screen, *_grounds(words.item)):
        wide = max(place.left() - words.box.left(), words.box.right() - place.right())
        high = max(place.top() - words.box.top(), words.box.bottom() - place.bottom())
        if wide > max(EDGE_PX, high):
            characters = ceil(wide / words.box.width() * len(words.text))
            yield Misfit(_text(words), "is {px} px too wide", wide, characters)
            return
        if high > EDGE_PX:
            yield Misfit(_text(words), "ends {px} px outside its place", high)
            return


def _under(words: Words, targets: Sequence[Touchable]) -> Iterator[Misfit]:
    """What stands on an exhibit is larger than it looks, and so is a term in a text."""
    for target in targets:
        own = target is words.item or target.isAncestorOf(words.item)
        if not own and not _on_exhibit(target) and not isinstance(target, TermLink):
            shared = target.mapRectToScene(target.boundingRect()).intersected(words.box)
            deep = min(shared.width(), shared.height())
            if deep > HAIR_PX:
                yield Misfit(_text(words), f"runs {{px}} px under '{target.name}'", deep)


def _on_exhibit(item: QGraphicsItem | None) -> bool:
    while item is not None and not isinstance(item, ExhibitItem):
        item = item.parentItem()
    return item is not None


def _grounds(item: QGraphicsItem) -> Iterator[QRectF]:
    yield item.mapRectToScene(item.boundingRect())
    around = item.parentItem()
    while around is not None:
        if isinstance(around, Touchable):
            yield around.mapRectToScene(around.boundingRect())
        around = around.parentItem()


def _text(words: Words) -> str:
    """The whole text that words are a line of, where that is known."""
    return words.item.text if isinstance(words.item, TextBlock) else words.text
