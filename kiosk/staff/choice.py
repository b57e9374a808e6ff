"""A few words side by side, of which one is chosen."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.label import common_style, label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

GAP_PX = 16.0
RADIUS_PX = 16.0
MARK_PX = (40.0, 5.0)
PADDING_PX = 12.0
WORDS = TextStyle("sans", (30, 28, 26, 24), 1.15)
CHOSEN = TextStyle("sans-bold", (30, 28, 26, 24), 1.15)
MARK_ROOM_PX = 18.0
"""How much is left free for the mark below two lines of words."""


class Choice(QGraphicsObject):
    """Fills `rect` of its parent, at least 96 high, with segments of the same width.

    It asks for another one and chooses none by itself: its owner calls `show_chosen`. The arrow
    keys ask for the neighbour.

    Args:
        options: the key of each, and its words.
        is_column: whether they stand below one another; each has the same share of `rect` then.

    Signals:
        chosen: the key of the one that is wanted.
    """

    chosen = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        options: Sequence[tuple[str, str]],
        chosen: str,
        is_column: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._keys = [key for key, _ in options]
        self._chosen = chosen
        extent = rect.height() if is_column else rect.width()
        step = (extent + GAP_PX) / len(options)
        wide_px = (rect.width() if is_column else step - GAP_PX) - 2 * PADDING_PX
        style = common_style(look, [words for _, words in options], CHOSEN, wide_px)
        self._segments: list[_Segment] = []
        for index, (key, words) in enumerate(options):
            if is_column:
                place = QRectF(0, index * step, rect.width(), step - GAP_PX)
            else:
                place = QRectF(index * step, 0, step - GAP_PX, rect.height())
            segment = _Segment(self, look, place, words, style, key == chosen)
            segment.activated.connect(lambda key=key: self.chosen.emit(key))
            segment.walked.connect(self._walk)
            self._segments.append(segment)
        self.setPos(rect.topLeft())

    def show_chosen(self, chosen: str) -> None:
        """Shows which one is chosen."""
        self._chosen = chosen
        for key, segment in zip(self._keys, self._segments, strict=True):
            segment.show_state(key == chosen)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return list(self._segments)

    def _walk(self, step: int) -> None:
        there = self._keys.index(self._chosen) + step if self._chosen in self._keys else 0
        if 0 <= there < len(self._keys):
            self.chosen.emit(self._keys[there])

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


class _Segment(Touchable):
    """One of them: the chosen one is filled, bold, and underlined."""

    outline_px = 2.0

    walked = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        words: str,
        style: TextStyle,
        is_chosen: bool,
    ) -> None:
        super().__init__(parent, words)
        self._look = look
        self._style = style
        self._is_chosen = is_chosen
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._words = self._build_words()
        self.setPos(rect.topLeft())

    def show_state(self, is_chosen: bool) -> None:
        """Shows whether it is the chosen one."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            discard(self._words)
            self._words = self._build_words()
            self.update()

    def step(self, step: int) -> bool:
        self.walked.emit(step)
        return True

    def describe(self) -> str:
        if not self._is_chosen:
            return self.name
        return self._look.text(self._look.strings.chosen).format(name=self.name)

    def _build_words(self) -> TextBlock:
        palette, style = self._look.palette, self._style
        zone = self._bounds.adjusted(PADDING_PX, 0, -PADDING_PX, -MARK_ROOM_PX)
        ink = palette.text if self._is_chosen else palette.muted
        if not self._is_chosen:
            style = replace(WORDS, sizes=style.sizes)
        block = label(self, self._look, self.name, style, ink, zone)
        if len(block.lines) == 1:
            block.setY(self._bounds.center().y() - block.height / 2)
        return block

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self._is_chosen else palette.rule, 2))
        painter.setBrush(
            faded(palette.text, 0.22 if self.pressed else 0.12 if self._is_chosen else 0.0)
        )
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self._is_chosen:
            mark = QRectF(0, 0, *MARK_PX)
            mark.moveCenter(self._bounds.center())
            mark.moveBottom(self._bounds.bottom() - 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.scene_accents()[0])
            painter.drawRoundedRect(mark, MARK_PX[1] / 2, MARK_PX[1] / 2)
