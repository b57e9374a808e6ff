"""The list of the pages, beside them or above them."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.staff.action import Action
from kiosk.staff.commands import Leave
from kiosk.staff.label import label
from kiosk.staff.page import Page
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

TITLE = TextStyle("serif-bold", (42, 38, 34), 1.25)
ENTRY = TextStyle("sans", (30, 28), 1.2)
OPEN = TextStyle("sans-bold", (30, 28), 1.2)
NOTE = TextStyle("sans", (24,), 1.4)
ENTRY_PX = 96.0
GAP_PX = 16.0
RADIUS_PX = 16.0
MARK_PX = (5.0, 40.0)
UPRIGHT_COLUMNS = 4


class PanelWords(Frozen):
    """`panel.yaml`."""

    title: Localised
    leave: Localised
    locks_in: Localised
    applied_at: Localised
    never_applied: Localised
    undo: Localised
    redo: Localised
    restore: Localised
    again: Localised
    discard: Localised
    apply: Localised
    nothing_to_apply: Localised


class Entry(Touchable):
    """The name of one page."""

    chosen = Signal(str)

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, page: str, words: str
    ) -> None:
        super().__init__(parent, words)
        self._look = look
        self._page = page
        self._is_open = False
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._block: TextBlock | None = None
        self.setPos(rect.topLeft())
        self.set_open("")

    def set_open(self, page: str) -> None:
        """Shows whether it is this page that is open."""
        is_open = page == self._page
        if self._block is not None and is_open == self._is_open:
            return
        self._is_open = is_open
        if self._block is not None:
            discard(self._block)
        palette = self._look.palette
        zone = self._bounds.adjusted(20, 0, -12, 0)
        style, ink = (OPEN, palette.text) if self._is_open else (ENTRY, palette.muted)
        left = Qt.AlignmentFlag.AlignLeft
        self._block = label(self, self._look, self.name, style, ink, zone, left)
        self.update()

    def describe(self) -> str:
        if not self._is_open:
            return self.name
        return self._look.text(self._look.strings.chosen).format(name=self.name)

    def activate(self) -> None:
        self.chosen.emit(self._page)
        super().activate()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if not (self._is_open or self.pressed):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._look.palette.text, 0.22 if self.pressed else 0.12))
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self._is_open:
            mark = QRectF(0, 0, *MARK_PX)
            mark.moveCenter(QPointF(MARK_PX[0] / 2 + 4, self._bounds.center().y()))
            painter.setBrush(self._look.palette.scene_accents()[0])
            painter.drawRoundedRect(mark, MARK_PX[0] / 2, MARK_PX[0] / 2)


class Navigation(QGraphicsObject):
    """The panel's title, an entry for each page, and the way out.

    Signals:
        chosen: the name of a page.
        left: staff are done: a `Leave`.
    """

    chosen = Signal(str)
    left = Signal(object)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: Phrasebook,
        pages: Sequence[type[Page]],
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._ground = QRectF(zone)
        self._upright = upright
        self._words = words.words(PanelWords, "panel")
        self._note: TextBlock | None = None
        self._said = ""
        margin = 48.0 if upright else 24.0
        title = QRectF(margin + (0 if upright else 16), 36, zone.width() - 2 * margin, 60)
        TextBlock(self, look, look.text(self._words.title), TITLE, look.palette.text, title)
        self._entries = self._build_entries(margin, words, pages)
        self._build_leave(margin)

    def cover(self, bounds: QRectF) -> None:
        """The panel fills `bounds`: the ground reaches to its edges beside or above the pages."""
        self.prepareGeometryChange()
        self._ground = QRectF(bounds)
        if self._upright:
            self._ground.setBottom(self._zone.bottom())
        else:
            self._ground.setRight(self._zone.right())

    def set_open(self, page: str) -> None:
        """Shows which page is open."""
        for entry in self._entries:
            entry.set_open(page)

    def show_status(self, status: Status) -> None:
        """Shows when something was applied last, and when the panel closes by itself."""
        words, text = self._words, self._look.text
        at = status.applied_at
        applied = (
            text(words.applied_at).format(time=f"{at:%H:%M}") if at else text(words.never_applied)
        )
        said = f"{applied}\n{text(words.locks_in).format(seconds=status.lock_in_s)}"
        if said == self._said:
            return
        self._said = said
        if self._note:
            discard(self._note)
        align = Qt.AlignmentFlag.AlignRight if self._upright else Qt.AlignmentFlag.AlignLeft
        colour, place = self._look.palette.muted, self._note_place()
        self._note = TextBlock(self, self._look, said, NOTE, colour, place, align)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [*self._entries, self._leave]

    def _note_place(self) -> QRectF:
        if self._upright:
            return QRectF(self._zone.width() - 48 - 440, 26, 440, 70)
        return QRectF(40, self._zone.height() - 116, self._zone.width() - 56, 70)

    def _build_entries(
        self, margin: float, words: Phrasebook, pages: Sequence[type[Page]]
    ) -> list[Entry]:
        entries = []
        for index, kind in enumerate(pages):
            title = self._look.text(words.words(kind.words_kind, kind.name).title)
            place = self._cell(index, margin)
            entry = Entry(self, self._look, place, kind.name, title)
            entry.chosen.connect(self.chosen)
            entries.append(entry)
        return entries

    def _build_leave(self, margin: float) -> None:
        """Below the entries, away from them; on a standing screen at the end of the last row."""
        words = self._look.text(self._words.leave)
        last = len(self._entries)
        if self._upright:
            last += -(last + 1) % UPRIGHT_COLUMNS
        rect = self._cell(last, margin)
        if not self._upright:
            rect.moveBottom(self._zone.height() - 140)
        self._leave = Action(self, self._look, rect, words)
        self._leave.activated.connect(self._on_leave)

    def _cell(self, index: int, margin: float) -> QRectF:
        columns = UPRIGHT_COLUMNS if self._upright else 1
        wide = (self._zone.width() - 2 * margin + GAP_PX) / columns - GAP_PX
        top = 116.0 if self._upright else 124.0
        row, column = divmod(index, columns)
        step = ENTRY_PX + GAP_PX
        return QRectF(margin + column * (wide + GAP_PX), top + row * step, wide, ENTRY_PX)

    def _on_leave(self) -> None:
        self.left.emit(Leave())

    def boundingRect(self) -> QRectF:
        return self._ground

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, ground = self._look.palette, self._ground
        painter.fillRect(ground, palette.card)
        if palette.plain:
            far = ground.bottomLeft() if self._upright else ground.topRight()
            painter.setPen(QPen(palette.rule, 2))
            painter.drawLine(QLineF(far, ground.bottomRight()))
