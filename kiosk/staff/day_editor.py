"""When it is open on one day: a switch, and up to two spans that are stepped."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.settings.spans import FIRST, Spans, moved, with_another, without
from kiosk.staff.field import paint_card
from kiosk.staff.hours_words import Calendar, span_text
from kiosk.staff.section import BUTTON_PX, GAP_PX, HEADING, NOTE, SMALL, Section, columns
from kiosk.staff.span_row import SpanRow, add_captions
from kiosk.staff.switch import Switch
from kiosk.toolkit.look import Look

PADDING_PX = 24.0
EDGE_PX = 16.0
SWITCH_PX = 112.0
STATE_PX = 110.0
CAPTION_PX = 32.0
ROWS = 2
"""How many spans can be set here; a file may have up to four, and they are kept."""

EDITOR_PX = 2 * EDGE_PX + (2 + ROWS) * BUTTON_PX + CAPTION_PX + (1 + ROWS) * GAP_PX


class DayEditor(Section):
    """A card at least `EDITOR_PX` high.

    Args:
        heading: which day it is.
        spans: when it is open.
        offer: what else can be done with this day, in words.

    Signals:
        changed: the day's new spans.
        offered: what else can be done is wanted.
    """

    changed = Signal(object)
    offered = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        heading: str,
        spans: Spans,
        offer: str,
    ) -> None:
        super().__init__(parent, look, zone)
        self._calendar = calendar
        self._spans = spans
        inner = zone.adjusted(PADDING_PX, EDGE_PX, -PADDING_PX, -EDGE_PX)
        gap = GAP_PX + (zone.height() - EDITOR_PX) / (1 + ROWS)
        head = QRectF(inner.left(), inner.top(), inner.width(), BUTTON_PX)
        captions = QRectF(inner.left(), head.bottom() + gap, inner.width(), CAPTION_PX)
        first = QRectF(inner.left(), captions.bottom(), inner.width(), BUTTON_PX)
        rows = [first.translated(0, at * (BUTTON_PX + gap)) for at in range(ROWS + 1)]
        self._build_head(head, heading)
        if spans:
            self._build_spans(captions, rows)
        else:
            words = calendar.text(calendar.words.closed_all_day)
            self.add_text(words, NOTE, rows[0], look.palette.muted, middle=True)
        self._build_foot(rows[ROWS], offer)

    def _build_head(self, row: QRectF, heading: str) -> None:
        words = self._calendar.words
        place = QRectF(row.right() - SWITCH_PX, row.top(), SWITCH_PX, row.height())
        state = self._calendar.text(words.open if self._spans else words.closed)
        before = QRectF(place.left() - STATE_PX - 8, row.top(), STATE_PX, row.height())
        right = Qt.AlignmentFlag.AlignRight
        self.add_text(state, NOTE, before, align=right, middle=True)
        title = QRectF(row.left(), row.top(), before.left() - GAP_PX - row.left(), row.height())
        if others := self._others():
            title.setHeight(44)
            below = QRectF(title.left(), title.bottom(), title.width(), 52)
            self.add_text(others, SMALL, below, self.look.palette.muted)
        self.add_text(heading, HEADING, title, middle=True)
        switch = Switch(self, self.look, place, f"{heading} {state}", bool(self._spans))
        switch.flipped.connect(self._flip)
        self.controls.append(switch)

    def _others(self) -> str:
        """The spans that have no row here, in words; empty where there are none."""
        told: Sequence[str] = [span_text(span) for span in self._spans[ROWS:]]
        if not told:
            return ""
        more = self._calendar.words.more_spans
        return self._calendar.text(more, spans=self._calendar.between.join(told))

    def _build_spans(self, head: QRectF, rows: Sequence[QRectF]) -> None:
        words, text = self._calendar.words, self._calendar.text
        captions = text(words.opens), text(words.closes)
        add_captions(self, head, captions)
        for index, row in enumerate(rows[: min(len(self._spans), ROWS)]):
            span = SpanRow(self, self.look, row, self._calendar, self._spans, index, captions)
            span.stepped.connect(
                lambda edge, step, index=index: self.changed.emit(
                    moved(self._spans, index, edge, step)
                )
            )
            self.add(span)

    def _build_foot(self, row: QRectF, offer: str) -> None:
        """What else can be done with the day, and another span or one less."""
        words, text = self._calendar.words, self._calendar.text
        left, right = columns(row, 2)
        self.add_action(left, offer).activated.connect(self.offered)
        if len(self._spans) == 1:
            more = with_another(self._spans)
            add = self.add_action(right, text(words.add_span), enabled=more != self._spans)
            add.activated.connect(lambda: self.changed.emit(more))
        elif self._spans:
            fewer = without(self._spans, 1)
            remove = self.add_action(right, text(words.remove_span))
            remove.activated.connect(lambda: self.changed.emit(fewer))

    def _flip(self, is_open: bool) -> None:
        self.changed.emit((FIRST,) if is_open else ())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self.look, self.zone)

    def boundingRect(self) -> QRectF:
        return self.zone.adjusted(-1, -1, 1, 1)
