"""Terms of the glossary in running text: underlined, and opened by a touch.

A word is lower than a finger is wide, so each has room around it that counts as the word. Words too
near to another are left alone: no touch may mean two things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Accent, Term
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.typesetting import spaced

TARGET_PX = 100.0
APART_PX = 16.0
"""How large a target is at least, and how far from the next, on a screen 1080 pixels high or wide.

It is more than half of that between two lines of text, so links on neighbouring lines never meet.
"""

UNDERLINE_PX = 3.0
RADIUS_PX = 12.0


class TermLink(Touchable):
    """One term in a text; activated, it tells which.

    Args:
        block: the text, which must not be turned or scaled in its parent.
        parts: where the term stands in it, a rectangle for each line that it is on.
        target: where a finger may touch it, in the block's coordinates.
    """

    opened = Signal(str)

    def __init__(
        self,
        block: TextBlock,
        look: Look,
        accent: Accent,
        term: str,
        words: str,
        parts: Sequence[QRectF],
        target: QRectF,
    ) -> None:
        super().__init__(block, words)
        self._look = look
        self._colour = look.palette.accent(accent)
        self._term = term
        self._parts = parts
        self._target = target

    def activate(self) -> None:
        self.opened.emit(self._term)
        super().activate()

    def boundingRect(self) -> QRectF:
        return self._target

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.pressed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(self._colour, 0.25))
            for part in self._parts:
                painter.drawRoundedRect(part.adjusted(-6, 0, 6, 0), RADIUS_PX, RADIUS_PX)
        painter.setPen(QPen(self._colour, UNDERLINE_PX))
        for part in self._parts:
            y = part.bottom() - part.height() * 0.1
            painter.drawLine(QLineF(part.left(), y, part.right(), y))


def term_links(
    block: TextBlock,
    look: Look,
    accent: Accent,
    glossary: Mapping[str, Term],
    unit_px: float,
    taken: Sequence[QRectF] = (),
) -> list[TermLink]:
    """Links for the terms in a text, each where it comes first, longer terms before shorter ones.

    Args:
        block: the text.
        look: for the words of the terms.
        accent: what they are underlined in.
        glossary: the terms by id.
        unit_px: how many design units one pixel is on a screen 1080 pixels high or wide.
        taken: what else can be touched, in the block's coordinates.
    """
    links: list[TermLink] = []
    words: list[QRectF] = []
    kept = list(taken)
    for key, shown, pattern in _patterns(look, glossary):
        parts = block.find(pattern)
        if not parts or any(part.intersects(word) for part in parts for word in words):
            continue
        words += parts
        target = _grown(parts[0], TARGET_PX * unit_px)
        if all(_apart(target, other) >= APART_PX * unit_px for other in kept):
            kept.append(target)
            links.append(TermLink(block, look, accent, key, shown, parts, target))
    links.sort(key=lambda link: (link.boundingRect().center().y(), link.boundingRect().left()))
    return links


def _patterns(
    look: Look, glossary: Mapping[str, Term]
) -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Each term with its words and how it is found, the longest first."""
    found = [(key, look.text(term.term)) for key, term in glossary.items()]
    for key, shown in sorted(found, key=lambda pair: -len(pair[1])):
        # «new energy vehicle (NEV)» stands in a text without what explains it.
        bare = re.split(r"\s*[(:（：]", shown)[0]
        if look.language == "en":
            yield key, shown, re.compile(rf"\b{re.escape(bare)}s?\b", re.IGNORECASE)
        else:
            yield key, shown, re.compile(re.escape(spaced(bare)))


def _grown(rect: QRectF, least: float) -> QRectF:
    wider, higher = max(0.0, least - rect.width()) / 2, max(0.0, least - rect.height()) / 2
    return rect.adjusted(-wider, -higher, wider, higher)


def _apart(one: QRectF, other: QRectF) -> float:
    """How far two rectangles are apart, on the axis on which they are further."""
    between = QPointF(
        max(other.left() - one.right(), one.left() - other.right()),
        max(other.top() - one.bottom(), one.top() - other.bottom()),
    )
    return max(between.x(), between.y())
