"""When it is open on one day: a switch, and up to two spans that are stepped."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.settings.spans import FIRST, Spans, moved, with_another, without
from kiosk.staff.field import paint_card
from kiosk.staff.hours_words import Calendar, span_text
from kiosk.staff.section import BUTTON_PX, GAP_PX, HEADING, NOTE, SMALL, Section
from kiosk.staff.span_row import SpanRow
from kiosk.staff.switch import Switch
from kiosk.toolkit.look import Look

PADDING_PX = 24.0
EDGE_PX = 16.0
SWITCH_PX = 112.0
STATE_PX = 110.0
ROWS = 2
"""How many spans can be set here; a file may have up to four, and they are kept."""

EDITOR_PX = 2 * EDGE_PX + (1 + ROWS) * BUTTON_PX + ROWS * GAP_PX


class DayEditor(Section):
    """A card `EDITOR_PX` high.

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
        rows = [
            QRectF(inner.left(), inner.top() + at * (BUTTON_PX + GAP_PX), inner.width(), BUTTON_PX)
            for at in range(1 + ROWS)
        ]
        self._build_head(rows[0], heading, offer)
        if not spans:
            words = calendar.text(calendar.words.closed_all_day)
            self.add_text(words, NOTE, rows[1], look.palette.muted, middle=True)
        for index, row in enumerate(rows[1 : 1 + len(spans)]):
            self._add_span(row, index)
        if len(spans) == 1:
            self._add_offer_of_another(rows[2])

    def _build_head(self, row: QRectF, heading: str, offer: str) -> None:
        words, wide = self._calendar.words, row.width() * 0.3
        act = QRectF(row.right() - wide, row.top(), wide, row.height())
        left = act.left() - GAP_PX - SWITCH_PX
        place = QRectF(left, row.top(), SWITCH_PX, row.height())
        state = self._calendar.text(words.open if self._spans else words.closed)
        before = QRectF(left - STATE_PX - 8, row.top(), STATE_PX, row.height())
        right = Qt.AlignmentFlag.AlignRight
        self.add_text(state, NOTE, before, align=right, middle=True)
        title = QRectF(row.left(), row.top(), before.left() - GAP_PX - row.left(), row.height())
        others = self._others()
        if others:
            title.setHeight(44)
            below = QRectF(title.left(), title.bottom(), title.width(), 52)
            self.add_text(others, SMALL, below, self.look.palette.muted)
        self.add_text(heading, HEADING, title, middle=True)
        switch = Switch(self, self.look, place, f"{heading} {state}", bool(self._spans))
        switch.flipped.connect(self._flip)
        self.controls.append(switch)
        self.add_action(act, offer).activated.connect(self.offered)

    def _others(self) -> str:
        """The spans that have no row here, in words; empty where there are none."""
        told: Sequence[str] = [span_text(span) for span in self._spans[ROWS:]]
        if not told:
            return ""
        words = self._calendar.words
        between = self._calendar.text(words.between)
        return self._calendar.text(words.more_spans, spans=between.join(told))

    def _add_span(self, row: QRectF, index: int) -> None:
        words, text = self._calendar.words, self._calendar.text
        removal = text(words.remove_span, number=index + 1) if len(self._spans) > 1 else ""
        captions = text(words.opens), text(words.closes)
        span = SpanRow(self, self.look, row, self._calendar, self._spans, index, captions, removal)
        span.stepped.connect(
            lambda edge, step: self.changed.emit(moved(self._spans, index, edge, step))
        )
        span.removed.connect(lambda: self.changed.emit(without(self._spans, index)))
        self.controls += span.controls

    def _add_offer_of_another(self, row: QRectF) -> None:
        more = with_another(self._spans)
        words = self._calendar.text(self._calendar.words.add_span)
        rect = QRectF(row.left(), row.top(), row.width() * 0.36, row.height())
        action = self.add_action(rect, words, enabled=more != self._spans)
        action.activated.connect(lambda: self.changed.emit(more))

    def _flip(self, is_open: bool) -> None:
        self.changed.emit((FIRST,) if is_open else ())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self.look, self.zone)

    def boundingRect(self) -> QRectF:
        return self.zone.adjusted(-1, -1, 1, 1)
