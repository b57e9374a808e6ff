"""What is seen while there is nothing to be touched: closed, paused by the venue, being cleaned.

Nobody can choose a language here, so each says what it has to say in all of them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import ceil
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import Language, Localised
from kiosk.content.model import Exhibition
from kiosk.show.announcement import opening_told
from kiosk.stage.layout import Layout
from kiosk.stage.night import SHIFT_PX, Inks, by_day, by_night
from kiosk.stage.still_there import Countdown
from kiosk.toolkit.fitting import fitted, highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

TITLE = TextStyle("serif-bold", (200, 184, 168, 152, 136, 120, 104, 92, 80, 68, 56), 1.14)
OTHER_TITLE = TextStyle("sans", (42, 38, 34, 30), 1.4)
HEADING = TextStyle("serif-bold", (60, 54, 48, 42, 38), 1.3)
NOTE = TextStyle("sans", (42, 40, 38, 36, 34, 32, 30), 1.45)

TITLE_PX = 320.0
"""How high a title of several lines may be."""

TITLE_GAP_PX = 36.0
RULE_WIDE_PX = 112.0
RULE_HIGH_PX = 6.0
COLUMN_GAP_PX = 48.0
NOTE_GAP_PX = 12.0
RING_PX = 320.0


class Titled(Protocol):
    """What a notice has to know of an exhibition."""

    @property
    def title(self) -> Localised | None:
        """What it is called, if that is known."""
        ...

    @property
    def languages(self) -> tuple[Language, ...]:
        """In which it is told."""
        ...


class Saying(NamedTuple):
    """What is said in one language; the note may be empty."""

    heading: str
    note: str


class Notice(QGraphicsItem):
    """Covers the screen, takes no touch and lets none through.

    Args:
        look: the one that the venue starts with.
        said: what it says in a language.
    """

    def __init__(
        self,
        exhibition: Titled,
        look: Look,
        layout: Layout,
        inks: Inks,
        said: Callable[[Language], Saying],
    ) -> None:
        super().__init__()
        self._look = look
        self._inks = inks
        self._bounds = layout.rect
        self._upright = layout.upright
        height = layout.size.height()
        margin = (64.0 if layout.upright else 124.0) * layout.unit_px
        column = layout.rect.adjusted(margin, margin, -margin, -margin)
        rule_y = (0.44 if layout.upright else 0.56) * height
        self._rule = QRectF(column.left(), rule_y, RULE_WIDE_PX, RULE_HIGH_PX)
        self._head = QRectF(column.topLeft(), self._rule.topLeft() + QPointF(column.width(), 0))
        self._head.adjust(0, 0, 0, -0.045 * height)
        words = QRectF(self._rule.topLeft(), column.bottomRight())
        words.adjust(0, 0.06 * height, 0, 0.4 * margin - SHIFT_PX)
        self._say({language: said(language) for language in exhibition.languages}, words)

    def touchables(self) -> list[Touchable]:
        """Nothing for the keys."""
        return []

    def targets(self) -> list[Touchable]:
        """Nothing for a finger."""
        return []

    def cover(self, bounds: QRectF) -> None:
        """Covers the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def shift(self, offset: QPointF) -> None:
        """Moves the words a little, in design units; what is covered stays so."""
        self.prepareGeometryChange()
        self.setPos(offset)

    def boundingRect(self) -> QRectF:
        return self._bounds.translated(-self.pos())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self.boundingRect(), self._inks.ground)
        painter.fillRect(self._rule, self._inks.rule)

    # How it is built

    def _add_title(self, title: Localised) -> None:
        """On the foot of the head: the title, and under it the one in the other script."""
        look = self._look
        other = title.zh_hant if look.language == "en" else title.written("en")
        foot = self._head.bottom()
        if other and other != look.text(title):
            zone = QRectF(0, 0, self._head.width(), OTHER_TITLE.sizes[0] * OTHER_TITLE.line_height)
            below = TextBlock(self, look, other, OTHER_TITLE, self._inks.notes, zone)
            foot -= below.height
            below.setPos(self._head.left(), foot)
            foot -= TITLE_GAP_PX
        # Chinese is a word without gaps: rather small than in two lines.
        highest_px = TITLE_PX if look.language == "en" else TITLE.sizes[0] * TITLE.line_height
        high = min(foot - self._head.top(), highest_px)
        zone = QRectF(self._head.left(), 0, self._head.width(), high)
        block = TextBlock(self, look, look.text(title), TITLE, self._inks.words, zone)
        block.setY(foot - block.height)

    def _say(self, sayings: dict[Language, Saying], zone: QRectF) -> None:
        """In columns side by side, or one under the other on a standing screen."""
        count = len(sayings)
        slots = [QRectF(zone) for _ in sayings]
        wide = (zone.width() + COLUMN_GAP_PX) / count - COLUMN_GAP_PX
        high = zone.height() / count
        for at, slot in enumerate(slots):
            if self._upright:
                slot.setRect(zone.left(), zone.top() + at * high, zone.width(), high)
            else:
                slot.moveLeft(zone.left() + at * (wide + COLUMN_GAP_PX))
                slot.setWidth(wide)
        width = slots[0].width()
        headings = [saying.heading for saying in sayings.values()]
        heading = fitted(self._look, HEADING, headings, width, 0.45 * slots[0].height())
        heading_px = highest(self._look, heading, headings, width) + NOTE_GAP_PX
        room = slots[0].height() - heading_px
        note = fitted(self._look, NOTE, [saying.note for saying in sayings.values()], width, room)
        for slot, (language, saying) in zip(slots, sayings.items(), strict=True):
            look = replace(self._look, language=language)
            TextBlock(self, look, saying.heading, heading, self._inks.words, slot)
            rest = slot.adjusted(0, heading_px, 0, 0)
            TextBlock(self, look, saying.note, note, self._inks.notes, rest)


class ClosedNotice(Notice):
    """Says that it is closed, and when it opens; dark enough for a night.

    Args:
        now: the venue's time.
        opens: when it opens next; None where nobody knows.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        look: Look,
        layout: Layout,
        now: datetime,
        opens: datetime | None,
    ) -> None:
        def said(language: Language) -> Saying:
            note = opening_told(look.strings, language, now, opens) if opens else ""
            return Saying(look.strings.closed.text(language), note)

        super().__init__(exhibition, look, layout, by_night(look.palette), said)
        self._add_title(exhibition.title)


class HoldingNotice(Notice):
    """Says that the exhibition goes on soon; where it has no title, in its place."""

    def __init__(self, exhibition: Titled, look: Look, layout: Layout) -> None:
        strings = look.strings

        def said(language: Language) -> Saying:
            if exhibition.title is None:
                return Saying(strings.held_note.text(language), "")
            return Saying(strings.held.text(language), strings.held_note.text(language))

        super().__init__(exhibition, look, layout, by_day(look.palette), said)
        self._add_title(exhibition.title or strings.held)


class CleaningNotice(Notice):
    """Counts down for as long as the screen can be wiped."""

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        def said(language: Language) -> Saying:
            strings = look.strings
            return Saying(strings.cleaning.text(language), strings.cleaning_note.text(language))

        super().__init__(exhibition, look, layout, by_day(look.palette), said)
        side = min(RING_PX, self._head.height())
        self._countdown = Countdown(self, look, side)
        self._countdown.setPos(self._head.left(), self._head.bottom() - side)

    def set_seconds(self, left: float, whole: float) -> None:
        """Shows that `left` of `whole` seconds are left."""
        self._countdown.show_left(ceil(left), left / whole)
