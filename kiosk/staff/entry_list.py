"""A list of which one entry is chosen; where it is too long for its place, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.hours_words import Calendar
from kiosk.staff.section import GAP_PX, NOTE, Section, columns
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.telling import with_choice
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

ROW_PX = 96.0
RADIUS_PX = 16.0
PADDING_PX = 20.0
TITLE = TextStyle("sans-bold", (30, 28, 26, 24), 1.2)
DETAIL = TextStyle("sans", (26, 24), 1.25)


@dataclass(frozen=True)
class Line:
    """One entry: what it is about, and what holds of it."""

    title: str
    detail: str


class EntryRow(Touchable):
    """One entry of the list.

    Signals:
        chosen: its place in the list, from 0.
    """

    outline_px = 2.0
    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        index: int,
        line: Line,
        is_chosen: bool,
    ) -> None:
        super().__init__(parent, line.title)
        self._look = look
        self._index = index
        self._line = line
        self._is_chosen = is_chosen
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        half = self._bounds.adjusted(PADDING_PX, 12, -PADDING_PX, -self._bounds.height() / 2)
        TextBlock(self, look, line.title, TITLE, look.palette.text, half)
        TextBlock(self, look, line.detail, DETAIL, look.palette.text, half.translated(0, 38))

    def activate(self) -> None:
        self.chosen.emit(self._index)
        super().activate()

    def describe(self) -> str:
        between = ": " if self._look.language == "en" else "："
        return with_choice(
            self._look, f"{self._line.title}{between}{self._line.detail}", self._is_chosen
        )

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text, 4) if self._is_chosen else QPen(palette.rule, 2))
        painter.setBrush(palette.card)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self.pressed or self._is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(palette.text, 0.2 if self.pressed else 0.1))
            painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)


class EntryList(Section):
    """Rows from the top of its zone, and below them what adds one and what turns the page.

    Where there are no rows yet, a sentence says what they would be for.

    Args:
        lines: all entries.
        chosen: the place of the chosen one, whose page is shown.
        across: in how many columns they stand.
        add: what adds an entry, in words; empty where none can be added.
        empty: what is said where there are none.

    Signals:
        chosen: the place of the one that is to be chosen.
        added: one is to be added.
    """

    chosen = Signal(int)
    added = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        lines: Sequence[Line],
        chosen: int,
        across: int,
        add: str,
        empty: str,
    ) -> None:
        super().__init__(parent, look, zone)
        pitch = ROW_PX + GAP_PX
        down = max(1, int((zone.height() - ROW_PX) // pitch))
        per_page = across * down
        page, pages = chosen // per_page, max(1, -(-len(lines) // per_page))
        shown = range(page * per_page, min((page + 1) * per_page, len(lines)))
        for at, index in enumerate(shown):
            band = QRectF(zone.left(), zone.top() + at // across * pitch, zone.width(), ROW_PX)
            rect = columns(band, across)[at % across]
            row = EntryRow(self, look, rect, index, lines[index], index == chosen)
            row.chosen.connect(self.chosen)
            self.controls.append(row)
        foot = QRectF(zone.left(), zone.top(), zone.width(), ROW_PX)
        if lines:
            foot.translate(0, -(-len(shown) // across) * pitch)
        else:
            said = self.add_text(empty, NOTE, zone.adjusted(0, 8, 0, 0), look.palette.muted)
            foot.moveTop(zone.top() + said.height + 2 * GAP_PX)
        adding, turning = columns(foot, 2)
        if add:
            self.add_action(adding, add).activated.connect(self.added)
        if pages > 1:
            words = calendar.text(calendar.words.more, page=page + 1, pages=pages)
            then = (page + 1) % pages * per_page
            self.add_action(turning, words).activated.connect(lambda: self.chosen.emit(then))
