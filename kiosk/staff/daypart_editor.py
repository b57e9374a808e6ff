"""One part of the day: which programme is on, on which days, and from when until when."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.hours import DAYS, Day, Daypart
from kiosk.content.programme import ProgrammeName
from kiosk.settings.spans import moved
from kiosk.staff.choice import Choice
from kiosk.staff.field import paint_card
from kiosk.staff.hours_words import Calendar
from kiosk.staff.section import BUTTON_PX, GAP_PX, SMALL, Section, columns
from kiosk.staff.span_row import SpanRow, add_captions
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

PADDING_PX = 24.0
EDGE_PX = 16.0
NOTE_PX = 36.0
CAPTION_PX = 32.0
ROWS = 4
EDITOR_PX = 2 * EDGE_PX + ROWS * BUTTON_PX + (ROWS - 1) * GAP_PX + CAPTION_PX + NOTE_PX
CHECK_PX = 28.0
RADIUS_PX = 16.0
DAY = TextStyle("sans", (30, 28, 26, 24), 1.2)


class DayChip(Touchable):
    """One day that is in or out; a tick says which.

    Signals:
        flipped: the day.
    """

    outline_px = 2.0
    flipped = Signal(str)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        day: Day,
        names: tuple[str, str],
        is_in: bool,
    ) -> None:
        short, name = names
        super().__init__(parent, name)
        self._look = look
        self._day = day
        self._is_in = is_in
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())
        zone = self._bounds.adjusted(4, 12, -4, -44)
        ink = look.palette.text if is_in else look.palette.muted
        TextBlock(self, look, short, DAY, ink, zone, Qt.AlignmentFlag.AlignHCenter)

    def activate(self) -> None:
        self.flipped.emit(self._day)
        super().activate()

    def describe(self) -> str:
        strings = self._look.strings
        state = strings.switched_on if self._is_in else strings.switched_off
        between = ": " if self._look.language == "en" else "："
        return f"{self.name}{between}{self._look.text(state)}"

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text if self._is_in else palette.rule, 3 if self._is_in else 2))
        painter.setBrush(faded(palette.text, 0.2 if self.pressed else 0.1 if self._is_in else 0.0))
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self._is_in:
            mark = QRectF(0, 0, CHECK_PX, CHECK_PX)
            mark.moveCenter(self._bounds.center())
            mark.moveBottom(self._bounds.bottom() - 12)
            self._look.icons.draw(painter, "check", mark, palette.text)


class DaypartEditor(Section):
    """A card at least `EDITOR_PX` high.

    Args:
        part: what is edited.
        programmes: those that can be chosen.
        can_rise: whether another comes before it.

    Signals:
        changed: the changed `Daypart`.
        removed: it is to go.
        raised: it is to come before the one that is before it now.
    """

    changed = Signal(object)
    removed = Signal()
    raised = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        calendar: Calendar,
        part: Daypart,
        programmes: Sequence[ProgrammeName],
        can_rise: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._calendar = calendar
        self._part = part
        inner = zone.adjusted(PADDING_PX, EDGE_PX, -PADDING_PX, -EDGE_PX)
        row = QRectF(inner.left(), inner.top(), inner.width(), BUTTON_PX)
        gap = GAP_PX + (zone.height() - EDITOR_PX) / (ROWS - 1)
        rows = [row.translated(0, at * (BUTTON_PX + gap)) for at in range(ROWS)]
        self._build_programmes(rows[0], programmes)
        self._build_days(rows[1])
        captions = QRectF(inner.left(), rows[2].top(), inner.width(), CAPTION_PX)
        self._build_span(captions, rows[2].translated(0, CAPTION_PX))
        acts = rows[3].translated(0, CAPTION_PX)
        self._build_acts(acts, can_rise)
        note = QRectF(inner.left(), acts.bottom() + 8, inner.width(), NOTE_PX)
        self.add_text(calendar.text(calendar.words.first_counts), SMALL, note, look.palette.muted)

    def _build_programmes(self, row: QRectF, programmes: Sequence[ProgrammeName]) -> None:
        options = [(name, self._calendar.programme(name)) for name in programmes]
        wide = columns(row, 3)[0].width()
        rect = QRectF(row)
        rect.setWidth(len(options) * (wide + GAP_PX) - GAP_PX)
        choice = Choice(self, self.look, rect, options, self._part.programme)
        choice.chosen.connect(lambda name: self._change(programme=name))
        self.add(choice)

    def _build_days(self, row: QRectF) -> None:
        for day, rect in zip(DAYS, columns(row, len(DAYS)), strict=True):
            names = self._calendar.short_day(day), self._calendar.day(day)
            chip = DayChip(self, self.look, rect, day, names, day in self._part.days)
            chip.flipped.connect(self._flip)
            self.controls.append(chip)

    def _build_span(self, head: QRectF, row: QRectF) -> None:
        words, text = self._calendar.words, self._calendar.text
        captions, spans = (text(words.from_time), text(words.until)), (self._part.span,)
        add_captions(self, head, captions)
        span = SpanRow(self, self.look, row, self._calendar, spans, 0, captions)
        span.stepped.connect(lambda edge, step: self._change(span=moved(spans, 0, edge, step)[0]))
        self.add(span)

    def _build_acts(self, row: QRectF, can_rise: bool) -> None:
        words, text = self._calendar.words, self._calendar.text
        rise, _, remove = columns(row, 3)
        up = self.add_action(rise, text(words.earlier), enabled=can_rise)
        up.activated.connect(self.raised)
        self.add_action(remove, text(words.remove)).activated.connect(self.removed)

    def _flip(self, day: Day) -> None:
        """Takes a day in or out; the last one stays, as a part of no day would be none."""
        flipped = set(self._part.days) ^ {day}
        if flipped:
            self._change(days=tuple(other for other in DAYS if other in flipped))

    def _change(self, **changed: object) -> None:
        self.changed.emit(self._part.model_copy(update=changed))

    def boundingRect(self) -> QRectF:
        return self.zone.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self.look, self.zone)
