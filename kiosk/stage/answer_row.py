"""One answer of a poll: a button to vote for it, and once there was a vote, its bar as well.

So the chart stands where the buttons are, and another vote is one touch away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import TextBlock, TextStyle, text_width
from kiosk.toolkit.touchable import Touchable

PADDING_PX = 24.0
GAP_PX = 16.0
ICON_PX = 44.0
MARK_PX = 40.0
RADIUS_PX = 20.0
CORNER_PX = 6.0
COUNT_PX = 34
COUNT_GAP_PX = 14.0
COUNT_ROOM_PX = 44.0
"""The height of a line with a count, which is higher than a low bar."""

WIDEST_COUNT = "00,000"
"""For a count of this width there is room behind the longest bar."""

BAR_PX = 52.0
LOW_BAR_PX = 24.0
BAR_RATIO = 0.46
"""How much of a row's height its bar takes up at most."""

AIR_PX = 10.0
STACKED_BELOW_PX = 1000.0
"""In a narrower row the bar stands under the words, and not beside them."""

STACKED_PX = 92.0
"""How high such a row is at least, in design pixels."""

NARROW_PX = 420.0
"""A row narrower than this has no icon: words come first."""

WORDS = TextStyle("sans", (38, 36, 34, 32, 30, 28, 26), 1.2)


@dataclass(frozen=True)
class Answer:
    """What can be voted for.

    Attributes:
        words: in the present language.
        icon: the name of its icon, or "" for none.
        colour: of its icon and its bar.
    """

    key: str
    words: str
    icon: str
    colour: QColor


class AnswerRow(Touchable):
    """Fills `rect` of its parent; activated, it only tells its answer: its owner does the rest.

    Args:
        style: in which the words of all answers have room.
        words: where they have room in the row; all bars begin under their left edge, or behind
            their right.
    """

    outline_px = 2.0

    chosen = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        answer: Answer,
        style: TextStyle,
        words: QRectF,
    ) -> None:
        super().__init__(parent, answer.words)
        self._look = look
        self._answer = answer
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._count: int | None = None
        self._is_own = False
        self._grown = 0.0
        self._font = look.font("sans-bold", COUNT_PX)
        self._room = words
        self._words = TextBlock(self, look, answer.words, style, look.palette.text, words)
        self._bar = self._beside() if rect.width() >= STACKED_BELOW_PX else self._under()
        self._place_words()
        self.setPos(rect.topLeft())

    def show_votes(self, count: int | None, is_own: bool) -> None:
        """Shows how many votes it has, and whether this visit's is one; None for no chart yet."""
        self._count, self._is_own = count, is_own
        self._place_words()
        self.update()

    def grow(self, ratio: float) -> None:
        """Lets the bar be `ratio`, from 0 to 1, of the longest that there can be."""
        self._grown = ratio
        self.update()

    def activate(self) -> None:
        self.chosen.emit(self._answer.key)
        super().activate()

    def describe(self) -> str:
        if self._count is None:
            return self.name
        told = self._look.text(self._look.strings.votes_for)
        words = told.format(answer=self.name, count=f"{self._count:,}")
        return with_choice(self._look, words, self._is_own)

    def reads(self) -> str:
        return self.describe()

    # Where things stand

    @property
    def _right(self) -> float:
        """Where the longest bar ends: a count and the mark have room behind it."""
        behind = text_width(self._font, WIDEST_COUNT) + COUNT_GAP_PX + GAP_PX + MARK_PX
        return self._bounds.width() - PADDING_PX - behind

    def _beside(self) -> QRectF:
        """The longest bar there can be, behind the words."""
        left = self._room.right() + 2 * GAP_PX
        high = min(BAR_PX, self._bounds.height() * BAR_RATIO)
        return QRectF(left, (self._bounds.height() - high) / 2, self._right - left, high)

    def _under(self) -> QRectF:
        """The longest bar there can be, under the words; both stand in the middle together."""
        middle = (self._bounds.height() + self._words.height + self._air_px) / 2
        left = self._room.left()
        return QRectF(left, middle - LOW_BAR_PX / 2, self._right - left, LOW_BAR_PX)

    @property
    def _air_px(self) -> float:
        """What parts the words from a bar under them, where there is room for it."""
        free = self._bounds.height() - self._words.height - COUNT_ROOM_PX
        return min(AIR_PX, max(0.0, free / 3))

    def _place_words(self) -> None:
        """In the middle, or higher where the bar needs the room under them."""
        is_over = self._count is not None and self._bounds.width() < STACKED_BELOW_PX
        lift = COUNT_ROOM_PX + self._air_px if is_over else 0.0
        self._words.setY((self._bounds.height() - self._words.height - lift) / 2)

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    # What is painted

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, bounds = self._look.palette, self._bounds
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(palette.text if self._is_own else palette.rule, 3 if self._is_own else 2)
        )
        painter.setBrush(faded(palette.text, 0.3 if self.pressed else 0.0))
        painter.drawRoundedRect(bounds, RADIUS_PX, RADIUS_PX)
        middle = bounds.center().y()
        if self._answer.icon and self._room.left() > PADDING_PX:
            place = QRectF(PADDING_PX, middle - ICON_PX / 2, ICON_PX, ICON_PX)
            self._look.icons.draw(painter, self._answer.icon, place, self._answer.colour)
        if self._is_own:
            x = bounds.right() - PADDING_PX - MARK_PX
            place = QRectF(x, middle - MARK_PX / 2, MARK_PX, MARK_PX)
            self._look.icons.draw(painter, "check", place, palette.text)
        if self._count is not None:
            self._paint_bar(painter, self._count)

    def _paint_bar(self, painter: QPainter, count: int) -> None:
        """A bar from zero with its count behind it."""
        palette, bar = self._look.palette, QRectF(self._bar)
        painter.setPen(QPen(palette.rule, 3))
        painter.drawLine(QLineF(bar.topLeft() - QPointF(0, 5), bar.bottomLeft() + QPointF(0, 5)))
        bar.setWidth(bar.width() * self._grown)
        painter.fillPath(_outline(bar), self._answer.colour)
        painter.setFont(self._font)
        painter.setPen(palette.text)
        width = text_width(self._font, WIDEST_COUNT)
        place = QRectF(
            bar.right() + COUNT_GAP_PX, bar.center().y() - COUNT_ROOM_PX / 2, width, COUNT_ROOM_PX
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{count:,}")


def words_room(answers: Sequence[Answer], size: QSizeF, words_px: float) -> QRectF:
    """Where the words of all answers stand in rows of a size, the same in each.

    Args:
        answers: which, by whose icons it goes too.
        size: of a row, in design pixels.
        words_px: how wide they are at most where the bar stands beside them.
    """
    has_icons = size.width() >= NARROW_PX and any(answer.icon for answer in answers)
    left = PADDING_PX + (ICON_PX + GAP_PX if has_icons else 0.0)
    if size.width() >= STACKED_BELOW_PX:
        return QRectF(left, 0, words_px, size.height())
    width = size.width() - left - GAP_PX - MARK_PX - PADDING_PX
    return QRectF(left, 0, width, size.height() - COUNT_ROOM_PX)


def _outline(bar: QRectF) -> QPainterPath:
    """Rounded at its far end, and square at zero."""
    radius = min(CORNER_PX, bar.width() / 2)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(bar, radius, radius)
    path.addRect(bar.adjusted(0, 0, -radius, 0))
    return path
