"""Dated events down a line, the earliest on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.fitting import highest, widest_word
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle

SIZES = ((52, 42), (46, 38), (42, 36), (38, 34), (34, 32), (32, 30), (30, 28), (28, 26), (26, 24))
"""A date and its words, from the largest to the smallest pair."""

STACKED = 4
"""So many of the largest pairs are tried with the date over its words before it stands aside."""

LINE_HEIGHT = 1.35
DATE_GAP_PX = 4.0
EVENT_GAP_PX = 26.0
WIDEST_GAP_PX = 112.0
DATE_RATIO = 0.3
"""How much of the width the dates take up that stand before their words."""

LINE_PX = 4.0
DOT_PX = 13.0
CHOSEN_PX = 18.0
RING_PX = 26.0
INDENT_PX = 76.0
DIMMED = 0.5


class Event(Frozen):
    """One thing that happened, and when."""

    date: Localised
    text: Localised


class TimelineSpec(ExhibitSpec):
    """`timeline`: two to six events, the earliest first."""

    kind: Literal["timeline"]
    events: tuple[Event, ...] = Field(min_length=2, max_length=6)

    def texts(self) -> Iterator[Localised]:
        """The common texts, then the events."""
        yield from super().texts()
        for event in self.events:
            yield event.date
            yield event.text


@dataclass(frozen=True)
class Setting:
    """How the events are set, all of them alike.

    Attributes:
        stacked: whether a date stands over its words, and not before them.
        date_width: how wide the dates may be, in design pixels.
        date_height: of the highest date, in design pixels.
        height: of the highest event, in design pixels.
    """

    date: TextStyle
    words: TextStyle
    stacked: bool
    date_width: float
    date_height: float
    height: float


class TimelineItem(ExhibitItem):
    """A light runs down the line; the events that it reaches light up, and their words follow."""

    spec: TimelineSpec
    icon: ClassVar[str] = "timeline"

    def build(self, rect: QRectF) -> None:
        rect = rect.adjusted(0, 0, 0, -EVENT_GAP_PX / 2)
        count = len(self.spec.events)
        setting = self._setting(rect)
        gap = (rect.height() - count * setting.height) / (count - 1)
        gap = max(0.0, min(gap, WIDEST_GAP_PX))
        self._pitch = setting.height + gap
        free = rect.height() - (count - 1) * self._pitch - setting.height
        top = rect.top() + max(0.0, free) / 2
        first_line = setting.date.sizes[0] * LINE_HEIGHT
        aside = round(setting.date_width + INDENT_PX - RING_PX)
        x = RING_PX if setting.stacked else aside
        self._dots = [
            QPointF(x, top + index * self._pitch + first_line / 2) for index in range(count)
        ]
        self._words = [
            self._build_event(index, top + index * self._pitch, setting, rect.width())
            for index in range(count)
        ]

    def entered(self) -> None:
        self.selection_changed()

    def selection_changed(self) -> None:
        for index, blocks in enumerate(self._words):
            for block in blocks:
                block.setOpacity(self._lit(index) * self._strength(index))

    def mark_count(self) -> int:
        return len(self.spec.events)

    def nearest(self, point: QPointF) -> int:
        # A finger points at an event's words, of which the dot is beside the first line.
        below = self._pitch / 2 - DOT_PX * 2
        return min(range(len(self._dots)), key=lambda i: abs(self._dots[i].y() + below - point.y()))

    def facts(self) -> str:
        first, *_, last = (self.look.text(event.date) for event in self.spec.events)
        told = self.look.text(self.look.strings.events)
        return told.format(count=len(self.spec.events), first=first, last=last)

    def paint_picture(self, painter: QPainter) -> None:
        first, last = self._dots[0], self._dots[-1]
        end = first + (last - first) * self.entrance.axes
        lit = first + QPointF(0, self._pitch * self._light())
        painter.setPen(QPen(self.look.palette.rule, LINE_PX))
        painter.drawLine(QLineF(first, end))
        colour = self.look.palette.accent(self.frame.accent)
        painter.setPen(QPen(colour, LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(first, lit))
        for index, dot in enumerate(self._dots):
            self._paint_dot(painter, index, dot)

    def _paint_dot(self, painter: QPainter, index: int, dot: QPointF) -> None:
        palette = self.look.palette
        colour = palette.accent(self.frame.accent)
        radius = DOT_PX * self._lit(index)
        if index == self.selected:
            radius *= CHOSEN_PX / DOT_PX
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(colour, 0.28))
            painter.drawEllipse(dot, RING_PX, RING_PX)
        painter.setPen(QPen(palette.background, LINE_PX))
        is_ahead = self.selected is not None and index > self.selected
        painter.setBrush(palette.rule if is_ahead else colour)
        painter.drawEllipse(dot, radius, radius)

    def _light(self) -> float:
        """How many events down the line the light has come."""
        if self.selected is not None:
            return self.selected
        count = len(self.spec.events)
        return min(self.entrance.marks * count, count - 1)

    def _lit(self, index: int) -> float:
        """How far an event has lit up, from 0 to 1."""
        return min(max(self.entrance.marks * len(self.spec.events) - index, 0.0), 1.0)

    def _strength(self, index: int) -> float:
        return 1.0 if self.selected in (None, index) else DIMMED

    def _setting(self, rect: QRectF) -> Setting:
        """The largest way to set the events for which there is room."""
        ways = [(True, *sizes) for sizes in SIZES[:STACKED]]
        ways += [(False, *sizes) for sizes in SIZES[1:]]
        for way in ways:
            setting = self._set(rect.width(), *way)
            if self._needs(setting) <= rect.height():
                break
        return setting

    def _needs(self, setting: Setting) -> float:
        count = len(self.spec.events)
        return count * setting.height + (count - 1) * EVENT_GAP_PX

    def _set(self, width: float, stacked: bool, date_px: int, words_px: int) -> Setting:
        text, events = self.look.text, self.spec.events
        date = TextStyle("sans-bold", (date_px,), LINE_HEIGHT)
        words = TextStyle("sans", (words_px,), LINE_HEIGHT)
        date_width, words_width = self._columns(width, stacked, date)
        date_height = highest(self.look, date, [text(e.date) for e in events], date_width)
        words_height = highest(self.look, words, [text(e.text) for e in events], words_width)
        both = date_height + DATE_GAP_PX + words_height
        height = both if stacked else max(date_height, words_height)
        return Setting(date, words, stacked, date_width, date_height, height)

    def _columns(self, width: float, stacked: bool, date: TextStyle) -> tuple[float, float]:
        """How wide dates and words may be; no word of a date is cut."""
        if stacked:
            return width - INDENT_PX, width - INDENT_PX
        dates = [self.look.text(event.date) for event in self.spec.events]
        dated = max(width * DATE_RATIO, widest_word(self.look, date, dates))
        return dated, width - dated - 2 * (INDENT_PX - RING_PX)

    def _build_event(
        self, index: int, y: float, setting: Setting, width: float
    ) -> tuple[TextBlock, TextBlock]:
        """The date and the words of one event, whose first line begins at `y`."""
        look, event = self.look, self.spec.events[index]
        date_width, words_width = self._columns(width, setting.stacked, setting.date)
        left, align = INDENT_PX, Qt.AlignmentFlag.AlignLeft
        below = setting.date_height + DATE_GAP_PX
        if not setting.stacked:
            left, align = 0.0, Qt.AlignmentFlag.AlignRight
            below = (setting.date.sizes[0] - setting.words.sizes[0]) * LINE_HEIGHT / 2
        dated = QRectF(left, y, date_width, setting.height)
        told = QRectF(width - words_width, y + below, words_width, setting.height)
        accent = look.palette.accent(self.frame.accent)
        return (
            TextBlock(self, look, look.text(event.date), setting.date, accent, dated, align),
            TextBlock(self, look, look.text(event.text), setting.words, look.palette.text, told),
        )
