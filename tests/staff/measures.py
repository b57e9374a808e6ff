"""What holds of everything that staff see: targets large enough and apart, and words that fit."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.proof import proof, visible
from kiosk.toolkit.text import TextBlock
from kiosk.toolkit.touchable import Touchable

LEAST_PX = 96.0
LEAST_GAP_PX = 16.0
LEAST_TYPE_PX = 24
HAIR_PX = 0.1
"""What floating point may lose."""


def faults(root: QGraphicsItem, targets: Sequence[Touchable], screen: QRectF) -> list[str]:
    """Everything that is wrong, in words."""
    return [*_small(targets), *_near(targets), *_outside(root, targets, screen), *_unfit(root)]


def _small(targets: Iterable[Touchable]) -> Iterator[str]:
    for one in targets:
        box = one.target()
        if min(box.width(), box.height()) < LEAST_PX - HAIR_PX:
            yield f"{one.name} is {box.width():.0f} by {box.height():.0f}"


def _near(targets: Sequence[Touchable]) -> Iterator[str]:
    for one, other in combinations(targets, 2):
        gap = _apart(_place(one), _place(other))
        if gap < LEAST_GAP_PX - HAIR_PX:
            yield f"{one.name} and {other.name} are {gap:.0f} apart"


def _outside(root: QGraphicsItem, targets: Sequence[Touchable], screen: QRectF) -> Iterator[str]:
    for one in targets:
        if not screen.contains(_place(one)):
            yield f"{one.name} is off the screen"
    seen = proof([root])
    for words in seen:
        if not screen.contains(words.box):
            yield f"{words.text!r} is off the screen"
    for one, other in combinations(seen, 2):
        common = one.box.intersected(other.box)
        if one.item is not other.item and common.width() > 2 and common.height() > 8:
            yield f"{one.text!r} stands on {other.text!r}"


def _unfit(root: QGraphicsItem) -> Iterator[str]:
    for item in visible(root):
        if isinstance(item, TextBlock) and item.text:
            if item.overflow_px:
                yield f"{item.text!r} is {item.overflow_px:.0f} too high"
            if item.cut_word:
                yield f"{item.cut_word!r} is cut"
            if item.size_px < LEAST_TYPE_PX:
                yield f"{item.text!r} is set in {item.size_px}"


def _place(item: Touchable) -> QRectF:
    return item.mapRectToScene(item.target())


def _apart(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right())
    down = max(one.top() - other.bottom(), other.top() - one.bottom())
    return max(across, down)
