"""A name beside a picture, with a thin line to what it names; opened, it tells more."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.show.animator import Animation, Animator
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle, text_width
from kiosk.toolkit.typesetting import spaced

NAME = TextStyle("sans", (28, 26, 24), 1.3)
HEADING = TextStyle("sans-bold", (30, 28, 26), 1.3)
WORDS = TextStyle("sans", (26, 24), 1.4)
OPEN_PX = 300.0
"""How wide a tag may be that tells more than its name."""

PADDING_PX = 18.0
LINE_PX = 2.0
UNDER_PX = 6.0
"""How far under a name its line runs."""

ELBOW_PX = 26.0
GLIDE_MS = 420.0
FADE_MS = 180.0
LEFT, RIGHT = -1, 1


class Tag(QGraphicsItem):
    """One name over a line, or a box in which it tells more.

    Args:
        words: what it tells when it is open; may be empty.
        widest: how wide its name may be, in design pixels.

    Attributes:
        side: the column that it stands in, `LEFT` or `RIGHT`.
        presence: how much of it is there, from 0 to 1, while it changes sides.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        name: str,
        words: str,
        colour: QColor,
        widest: float,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = colour
        self._open = False
        self.side = LEFT
        self.presence = 1.0
        self._goal = QPointF()
        self._animation: Animation | None = None
        # One line in a smaller size, or two of them.
        fits = text_width(look.font(NAME.face, NAME.sizes[-1]), spaced(name)) <= widest
        lines = 1 if fits else 2
        zone = QRectF(0, 0, widest, lines * NAME.sizes[0] * NAME.line_height)
        self._name = TextBlock(self, look, name, NAME, look.palette.text, zone)
        self._closed_size = QSizeF(self._name.width, self._name.height + UNDER_PX)
        self._told = self._build_told(name, words)
        self.set_open(False)
        self.setZValue(2)

    def _build_told(self, name: str, words: str) -> list[TextBlock]:
        inner = OPEN_PX - 2 * PADDING_PX
        zone = QRectF(PADDING_PX, PADDING_PX - 6, inner, HEADING.sizes[0] * HEADING.line_height)
        blocks = [TextBlock(self, self._look, name, HEADING, self._colour, zone)]
        zone = QRectF(PADDING_PX, zone.top() + blocks[0].height, inner, 120)
        if words:
            ink = self._look.palette.text
            blocks.append(TextBlock(self, self._look, words, WORDS, ink, zone))
        width = max(block.width for block in blocks) + 2 * PADDING_PX
        bottom = blocks[-1].y() + blocks[-1].height
        self._open_size = QSizeF(width, bottom + PADDING_PX - 6)
        return blocks

    @property
    def size(self) -> QSizeF:
        """How large it is, open or closed, in design pixels."""
        return self._open_size if self._open else self._closed_size

    def box(self) -> QRectF:
        """Where it stands in its parent."""
        return QRectF(self.pos(), self.size)

    def join(self) -> list[QPointF]:
        """Where the line to what it names ends, and the elbow before that, in its parent."""
        box = self.box()
        x = box.right() if self.side == LEFT else box.left()
        y = box.top() + PADDING_PX + 14 if self._open else box.bottom()
        end = QPointF(x, y)
        return [end - QPointF(self.side * ELBOW_PX, 0), end]

    def set_open(self, opened: bool) -> None:
        """Tells more, or the name alone."""
        self.prepareGeometryChange()
        self._open = opened
        self._name.setVisible(not opened)
        for block in self._told:
            block.setVisible(opened)
        self.setZValue(3 if opened else 2)

    def put(self, side: int, place: QPointF) -> None:
        """Stands at `place` at once."""
        self.halt()
        self.side, self._goal, self.presence = side, place, 1.0
        self.setPos(place)

    def go(self, side: int, place: QPointF, animator: Animator, moved: Callable[[], None]) -> None:
        """Glides to `place`, or fades out and in again where it is in the other column."""
        if place == self._goal:
            return
        self.halt()
        self._goal = place
        if side != self.side:
            self._cross(side, place, animator, moved)
            return
        start = self.pos()
        faint = self.presence

        def glide(ratio: float) -> None:
            self.presence = faint + (1 - faint) * ratio
            self.setPos(start + (place - start) * ratio)
            moved()

        self._animation = animator.run(GLIDE_MS, glide)

    def _cross(
        self, side: int, place: QPointF, animator: Animator, moved: Callable[[], None]
    ) -> None:
        there = self.presence

        def fade(ratio: float) -> None:
            if ratio >= 0.5 and self.side != side:
                self.side = side
                self.setPos(place)
            self.presence = there * (1 - 2 * ratio) if ratio < 0.5 else 2 * ratio - 1
            moved()

        self._animation = animator.run(2 * FADE_MS, fade)

    def halt(self) -> None:
        """Moves no further."""
        if self._animation:
            self._animation.cancel()
            self._animation = None

    def finish(self) -> None:
        """Is where it was going."""
        if self._animation:
            self._animation.finish()
            self._animation = None

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(), self.size).adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._open:
            painter.setPen(QPen(self._colour, 3))
            painter.setBrush(self._look.palette.card)
            painter.drawRoundedRect(QRectF(QPointF(), self.size), 14, 14)
        else:
            painter.setPen(QPen(self._look.palette.muted, LINE_PX))
            y = self.size.height()
            painter.drawLine(QPointF(0, y), QPointF(self.size.width(), y))
