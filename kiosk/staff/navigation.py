"""The list of the pages, beside them or above them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.staff.commands import Leave
from kiosk.staff.page import Page
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

TITLE = TextStyle("serif-bold", (42, 38, 34), 1.25)
ENTRY = TextStyle("sans", (30, 28, 26, 24), 1.2)
OPEN = TextStyle("sans-bold", (30, 28, 26, 24), 1.2)
NOTE = TextStyle("sans", (24, 22), 1.4)
ENTRY_PX = 96.0
GAP_PX = 16.0
RADIUS_PX = 16.0


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
        if self._block is not None and (scene := self._block.scene()):
            scene.removeItem(self._block)
        palette = self._look.palette
        zone = self._bounds.adjusted(20, 0, -12, 0)
        style, ink = (OPEN, palette.text) if self._is_open else (ENTRY, palette.muted)
        self._block = TextBlock(self, self._look, self.name, style, ink, zone)
        self._block.setY((self._bounds.height() - self._block.height) / 2)
        self.update()

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
        self._upright = upright
        self._words = words.words(PanelWords, "panel")
        self._note: TextBlock | None = None
        self._said = ""
        margin = 48.0 if upright else 24.0
        title = QRectF(margin + (0 if upright else 16), 36, zone.width() - 2 * margin, 60)
        TextBlock(self, look, look.text(self._words.title), TITLE, look.palette.text, title)
        self._entries = self._build_entries(margin, words, pages)
        self._build_leave(margin)

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
        if self._note and (scene := self._note.scene()):
            scene.removeItem(self._note)
        colour = self._look.palette.muted
        self._note = TextBlock(self, self._look, said, NOTE, colour, self._note_place())

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [*self._entries, self._leave]

    def _note_place(self) -> QRectF:
        if self._upright:
            return QRectF(self._zone.width() - 48 - 240 - 24 - 330, 32, 330, 72)
        return QRectF(40, self._zone.height() - 100, self._zone.width() - 56, 72)

    def _build_entries(
        self, margin: float, words: Phrasebook, pages: Sequence[type[Page]]
    ) -> list[Entry]:
        columns = 3 if self._upright else 1
        wide = (self._zone.width() - 2 * margin + GAP_PX) / columns - GAP_PX
        top = 148.0 if self._upright else 124.0
        entries = []
        for index, kind in enumerate(pages):
            x = margin + index % columns * (wide + GAP_PX)
            y = top + index // columns * (ENTRY_PX + GAP_PX)
            title = self._look.text(words.words(kind.words_kind, kind.name).title)
            entry = Entry(self, self._look, QRectF(x, y, wide, ENTRY_PX), kind.name, title)
            entry.chosen.connect(self.chosen)
            entries.append(entry)
        return entries

    def _build_leave(self, margin: float) -> None:
        words = self._look.text(self._words.leave)
        if self._upright:
            rect = QRectF(self._zone.width() - margin - 240, 24, 240, ENTRY_PX)
        else:
            rect = QRectF(margin, self._zone.height() - 216, self._zone.width() - 48, ENTRY_PX)
        self._leave = Button(self, self._look, rect, words, label=words)
        self._leave.activated.connect(self._on_leave)

    def _on_leave(self) -> None:
        self.left.emit(Leave())

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self._zone, self._look.palette.card)
