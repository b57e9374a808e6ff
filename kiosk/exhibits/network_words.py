"""The words on a network: the names of its nodes, and what flows through the links of one."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, combinations, pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.exhibits.network_labels import clear_labels
from kiosk.exhibits.network_layout import Layout
from kiosk.exhibits.network_shapes import Box, Curve, Round
from kiosk.toolkit.fonts import Face
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.typesetting import spaced

NAME_FACE: Face = "sans"
NAME_LINE = 1.25
MOST_LINES = 3
ASIDE_PX = 12.0
"""How far the name of a chosen node makes room for the ring."""

HINT = TextStyle("sans", (24,), 1.5)
FLOW_PX, SMALL_PX, MANY = 26, 24, 5
"""How large it is said what flows, and where there is as much as that to say."""

WIDEST_PX, HIGHEST_PX = 190.0, 100.0
PADDING_PX = QPointF(11, 4)
CORNER_PX = 12.0
LEADER_PX, FOOT_PX = 2.0, 5.0

_ATOM = re.compile(r"[A-Za-z0-9'’.-]+\s*|[「（]*\S[、，。：）」]*\s*")
"""What is not divided: a word or number, or a character with the marks around it."""


def wrapped(words: str, advance: Callable[[str], float], widest: float) -> list[str]:
    """`words` in as few lines as are no wider than `widest`, all as even as can be.

    More than `MOST_LINES` there are not, and no word is divided: then they are wider.
    """
    atoms = _ATOM.findall(spaced(words))
    ends = [0.0, *accumulate(map(advance, atoms))]
    for count in range(1, min(MOST_LINES, len(atoms)) + 1):
        cuts = [(0, *inner, len(atoms)) for inner in combinations(range(1, len(atoms)), count - 1)]
        widths = [max(ends[b] - ends[a] for a, b in pairwise(cut)) for cut in cuts]
        narrowest = min(widths)
        if narrowest <= widest:
            break
    cut = cuts[widths.index(narrowest)]
    return ["".join(atoms[a:b]).strip() for a, b in pairwise(cut)]


def hint(parent: QGraphicsItem, look: Look, zone: QRectF) -> TextBlock:
    """Asks, small and quiet, to be touched."""
    words, middle = look.text(look.strings.touch_node), Qt.AlignmentFlag.AlignHCenter
    return TextBlock(parent, look, words, HINT, look.palette.muted, zone, middle)


class Names:
    """The names of the nodes, one size for all.

    Args:
        parent: whose items they are.
        words: each node's name.
    """

    def __init__(self, parent: QGraphicsItem, look: Look, words: Sequence[str]) -> None:
        self._parent = parent
        self._look = look
        self._words = words
        self._blocks: list[TextBlock] = []
        self._places: list[tuple[QPointF, QPointF]] = []

    def measure(self, size_px: int, widest: float) -> list[tuple[float, float]]:
        """Width and height of each name, no wider than told but for its longest word."""
        advance = self._advance(size_px)
        broken = [wrapped(words, advance, widest) for words in self._words]
        return [(max(map(advance, lines)), len(lines) * size_px * NAME_LINE) for lines in broken]

    def build(self, layout: Layout) -> None:
        """Sets the names where the layout has them."""
        way, ink, middle = layout.way, self._look.palette.text, Qt.AlignmentFlag.AlignHCenter
        style = TextStyle(NAME_FACE, (way.size_px,), NAME_LINE)
        for words, box, (_, y) in zip(self._words, layout.names, layout.middles, strict=True):
            lines = "\n".join(wrapped(words, self._advance(way.size_px), way.widest))
            zone = box.rect.adjusted(-1, 0, 1, 0)
            block = TextBlock(self._parent, self._look, lines, style, ink, zone, middle)
            outwards = ASIDE_PX if box.top > y else -ASIDE_PX
            self._blocks.append(block)
            self._places.append((block.pos(), QPointF(0, outwards)))

    def _advance(self, size_px: int) -> Callable[[str], float]:
        return QFontMetricsF(self._look.font(NAME_FACE, size_px)).horizontalAdvance

    def show(self, opacities: Iterable[float], chosen: Iterable[float]) -> None:
        """Shows each name so far; those of nodes that are chosen make room for the ring."""
        for block, (place, aside), opacity, share in zip(
            self._blocks, self._places, opacities, chosen, strict=True
        ):
            block.setOpacity(opacity)
            block.setPos(place + aside * share)


class Flows(QGraphicsItem):
    """The labels on the links of one node; one that stands beside its link has a line to it.

    Args:
        words: what flows through each link.
        curves: how those links run, from disc to disc.
        taken: what is not to be covered.
        within: where there is room.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        accent: QColor,
        words: Sequence[str],
        curves: Sequence[Curve],
        taken: Sequence[Box | Round],
        within: Box,
    ) -> None:
        super().__init__(parent)
        self.setZValue(1)
        style = TextStyle("sans", (SMALL_PX if len(words) >= MANY else FLOW_PX,), 1.25)
        blocks = [self._block(look, text, style) for text in words]
        sizes = [(b.width + 2 * PADDING_PX.x(), b.height + 2 * PADDING_PX.y()) for b in blocks]
        labels = clear_labels(sizes, curves, taken, within)
        self.boxes = [label.box.rect for label in labels]
        beside = [label for label in labels if not label.box.holds(label.foot)]
        self._feet = [QPointF(*label.foot) for label in beside]
        self._leaders = [
            QLineF(foot, QPointF(*label.box.middle))
            for foot, label in zip(self._feet, beside, strict=True)
        ]
        for block, box in zip(blocks, self.boxes, strict=True):
            block.setPos(box.topLeft() + PADDING_PX)
        self._accent = accent
        self._ground = look.palette.card
        self._bounds = within.grown(LEADER_PX).rect

    def _block(self, look: Look, text: str, style: TextStyle) -> TextBlock:
        """The words, centred under each other; they are moved to their place afterwards."""
        advance = QFontMetricsF(look.font(style.face, style.sizes[0])).horizontalAdvance
        lines = wrapped(text, advance, WIDEST_PX)
        zone = QRectF(0, 0, max(map(advance, lines)) + 1, HIGHEST_PX)
        ink = look.palette.text
        return TextBlock(
            self, look, "\n".join(lines), style, ink, zone, Qt.AlignmentFlag.AlignHCenter
        )

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._accent, LEADER_PX))
        painter.drawLines(self._leaders)
        painter.setBrush(self._accent)
        for foot in self._feet:
            painter.drawEllipse(foot, FOOT_PX, FOOT_PX)
        painter.setBrush(self._ground)
        for box in self.boxes:
            painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)
