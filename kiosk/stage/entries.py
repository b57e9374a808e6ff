"""A list on an opened page, in columns, and in pages where it takes more than one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.cards.detail import Entry
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

HEAD = TextStyle("sans-bold", (30,), 1.35)
BODY = TextStyle("sans", (26,), 1.35)
LABEL = TextStyle("sans", (28,), 1.35)
WORDS = TextStyle("sans", (32,), 1.5)
COLUMN_GAP_PX = 48.0
ROW_GAP_PX = 18.0
PADDING_PX = 12.0
LOWEST_PX = 100.0
"""A row that leads somewhere is at least as high as a finger is wide."""

COLUMN_PX = 480.0
"""The narrowest column that a list is divided into."""

RADIUS_PX = 16.0
UNBOUNDED_PX = 10_000.0


class Row(Touchable):
    """One entry: its head over its body; activated, it tells which."""

    chosen = Signal(object)

    def __init__(self, parent: QGraphicsItem, look: Look, entry: Entry, width: float) -> None:
        super().__init__(parent, " ".join(filter(None, (entry.head, entry.body))))
        self._look = look
        self._entry = entry
        self.leads_on = bool(entry.person or entry.term)
        inset = PADDING_PX if self.leads_on else 0.0
        y = inset
        text, muted = look.palette.text, look.palette.muted
        leading = ((entry.head, HEAD, text), (entry.body, BODY, muted))
        telling = ((entry.head, LABEL, muted), (entry.body, WORDS, text))
        for words, style, colour in leading if self.leads_on else telling:
            if words:
                zone = QRectF(inset, y, width - 2 * inset, UNBOUNDED_PX)
                y += TextBlock(self, look, words, style, colour, zone).height
        height = max(LOWEST_PX, y + inset) if self.leads_on else y
        self._bounds = QRectF(0, 0, width, height)

    @property
    def height(self) -> float:
        """What it takes up, in design pixels."""
        return self._bounds.height()

    def activate(self) -> None:
        self.chosen.emit(self._entry)
        super().activate()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if not self.leads_on:
            return
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faded(palette.rule, 0.6), 2))
        painter.setBrush(faded(palette.text, 0.18 if self.pressed else 0.0))
        painter.drawRoundedRect(self._bounds.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)


class Entries(QGraphicsObject):
    """Rows set one under the other, then in the next column, then on the next page.

    Attributes:
        pages: how many there are.
        height: what it takes up, in design pixels.
        overflow_px: how much higher the highest row is than the zone, 0 where all fit.

    Signals:
        chosen: an `Entry` that leads on was touched.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QGraphicsItem, look: Look, entries: Sequence[Entry], zone: QRectF
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._columns = max(1, int((zone.width() + COLUMN_GAP_PX) / (COLUMN_PX + COLUMN_GAP_PX)))
        if not any(entry.person or entry.term for entry in entries):
            self._columns = 1  # there is little of it, and it is read as a text
        width = (zone.width() + COLUMN_GAP_PX) / self._columns - COLUMN_GAP_PX
        self._rows: list[tuple[int, Row]] = []
        column, y = 0, 0.0
        for entry in entries:
            row = Row(self, look, entry, width)
            row.chosen.connect(self.chosen)
            if y and y + row.height > zone.height():
                column, y = column + 1, 0.0
            row.setPos(self._x(column, width), zone.top() + y)
            self._rows.append((column // self._columns, row))
            y += row.height + ROW_GAP_PX
        self.pages = column // self._columns + 1
        self.height = zone.height() if column else y - ROW_GAP_PX
        highest = max(row.height for _, row in self._rows)
        self.overflow_px = max(0.0, highest - zone.height())
        self.show_page(0)

    def starts(self) -> list[float]:
        """How much of the list, from 0 to 1, stands before each page."""
        on = [page for page, _ in self._rows]
        return [on.index(page) / len(on) for page in range(self.pages)]

    def show_page(self, page: int) -> None:
        """Shows one page, counted from 0."""
        for on, row in self._rows:
            row.setVisible(on == page)

    def touchables(self) -> list[Touchable]:
        """The rows on this page that lead on."""
        return [row for _, row in self._rows if row.isVisibleTo(self) and row.leads_on]

    def _x(self, column: int, width: float) -> float:
        return self._zone.left() + (column % self._columns) * (width + COLUMN_GAP_PX)

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
