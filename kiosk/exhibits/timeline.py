"""Dated events down a line, the earliest on top."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.toolkit.text import BODY, TextBlock, TextStyle

DATE = TextStyle("sans-bold", (40, 36, 32, 28, 26, 24), 1.3)
WORDS = TextStyle(BODY.face, (*BODY.sizes, 28, 26, 24), BODY.line_height)
DOT_PX = 14.0
INDENT_PX = 64.0
DATE_PX = 52.0
DATE_RATIO = 0.42
"""The most of an event's height that its date may take, where six of them share the room."""

GAP_PX = 4.0


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


class TimelineItem(ExhibitItem):
    """The line is drawn, its events light up one after the other, their words follow."""

    spec: TimelineSpec

    def build(self, rect: QRectF) -> None:
        self._words: list[TextBlock] = []
        count = len(self.spec.events)
        pitch = (rect.height() - DOT_PX) / count
        self._line_y = rect.top() + DOT_PX
        self._pitch = pitch
        for index, event in enumerate(self.spec.events):
            self._build_event(event, self._line_y + index * pitch, rect.width())

    def entered(self) -> None:
        count = len(self.spec.events)
        for order, words in enumerate(self._words):
            words.setOpacity(min(max(self.entrance.marks * count - order // 2, 0.0), 1.0))

    def paint_picture(self, painter: QPainter) -> None:
        colour = self.look.palette.accent(self.frame.accent)
        count = len(self.spec.events)
        length = self._pitch * (count - 1)
        painter.setPen(QPen(self.look.palette.rule, 4))
        x, y = DOT_PX, self._line_y + self._date_middle
        painter.drawLine(QLineF(x, y, x, y + length * self.entrance.axes))
        painter.setPen(QPen(self.look.palette.background, 4))
        painter.setBrush(colour)
        for index in range(count):
            lit = min(max(self.entrance.marks * count - index, 0.0), 1.0)
            painter.drawEllipse(QPointF(x, y + index * self._pitch), DOT_PX * lit, DOT_PX * lit)

    def _build_event(self, event: Event, y: float, width: float) -> None:
        palette = self.look.palette
        zone = QRectF(INDENT_PX, y, width - INDENT_PX, min(DATE_PX, self._pitch * DATE_RATIO))
        date = self.look.text(event.date)
        colour = palette.accent(self.frame.accent)
        head = TextBlock(self, self.look, date, DATE, colour, zone)
        self._date_middle = head.height / 2
        zone.setTop(y + head.height)
        zone.setHeight(self._pitch - head.height - GAP_PX)
        body = TextBlock(self, self.look, self.look.text(event.text), WORDS, palette.text, zone)
        self._words += [head, body]
