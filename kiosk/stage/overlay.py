"""An opened page: a card in full, or what it led to."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt

from kiosk.cards.detail import Detail, Entry
from kiosk.content.model import Accent, Term
from kiosk.stage.entries import Entries
from kiosk.stage.layers import Layer, PersonLayer, TermLayer
from kiosk.stage.layout import PAGER_PX, Layout
from kiosk.stage.name_link import NameLink
from kiosk.stage.pager import Pager
from kiosk.stage.sheet import BUTTON_PX, MARGIN_PX, Sheet
from kiosk.stage.term_links import TARGET_PX, TermLink, term_links
from kiosk.toolkit.look import Look
from kiosk.toolkit.paging import pages
from kiosk.toolkit.qr import QrCode
from kiosk.toolkit.text import CAPTION, SOURCE, TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

LOWEST_PX = 360.0
PADDING_PX = 64.0
HEADING_GAP_PX = 28.0
FOOT_GAP_PX = 32.0
FOOT_ROOM_PX = 240.0
PAGER_GAP_PX = 32.0
PAGER_HEIGHT_PX = 192.0
CODE_PX = 300.0
CODE_GAP_PX = 48.0

HEADING = TextStyle("serif-bold", (60, 54, 48, 42, 36), 1.3)
QUOTATION = TextStyle("serif-bold", (52, 48, 44, 40, 36, 34), 1.6)
BODY = TextStyle("sans", (38, 36, 34, 32, 30), 1.65)
OFFICE = TextStyle("sans", (30, 28, 26), 1.45)


class Overlay(Sheet):
    """The words of a `Detail`, from the top down, each part under the one before.

    Args:
        glossary: the terms that can be opened from the text; none on a deeper page.

    Attributes:
        needed_px: how high the panel has to be for all its words, in design units.
        panel_px: how high it is.
    """

    def __init__(
        self,
        look: Look,
        layout: Layout,
        accent: Accent,
        bounds: QRectF,
        detail: Detail,
        glossary: Mapping[str, Term],
        deeper: bool = False,
    ) -> None:
        super().__init__(look, layout, accent, bounds, deeper)
        self._detail = detail
        self._accent = accent
        self._glossary = {} if deeper else glossary
        self._unit_px = layout.unit_px
        self._y = PADDING_PX if not deeper else MARGIN_PX + BUTTON_PX + 16
        self._name_link: NameLink | None = None
        self._pager: Pager | None = None
        self._list: Entries | None = None
        self._pages: list[TextBlock] = []
        self._links: list[list[TermLink]] = []
        self._build()

    def controls(self) -> list[Touchable]:
        page = next((at for at, block in enumerate(self._pages) if block.isVisibleTo(self)), 0)
        links = self._links[page] if self._links else []
        rows = self._list.touchables() if self._list else []
        name = [self._name_link] if self._name_link else []
        return [*links, *rows, *([self._pager] if self._pager else []), *name]

    def describe(self) -> str:
        return self._detail.spoken()

    # How it is built

    def _build(self) -> None:
        detail = self._detail
        code_px = self._add_code() if detail.take_away else 0.0
        self._width = self.zone.width() - 2 * PADDING_PX - code_px
        if detail.heading:
            # Beside the close button, as long as nothing else keeps the text off that corner.
            keep = 0.0 if code_px or self._deeper else BUTTON_PX
            zone = QRectF(PADDING_PX, self._y, self._width - keep, 2.7 * HEADING.sizes[-1])
            ink = self.look.palette.text
            heading = TextBlock(self.plate, self.look, detail.heading, HEADING, ink, zone)
            self._y += heading.height + HEADING_GAP_PX
        foot = self._build_foot()
        foot_px = sum(item.height for item in foot) + (FOOT_GAP_PX if foot else 0)
        self._add_text(detail.quotation or detail.body, foot_px)
        self._add_entries(detail.entries)
        self._y += FOOT_GAP_PX if foot else 0
        for item in foot:
            item.setPos(PADDING_PX, self._y)
            self._y += item.height
        self.needed_px = self._y + PADDING_PX / 2
        least = CODE_PX + BUTTON_PX + 4 * MARGIN_PX + 60 if code_px else LOWEST_PX
        self.panel_px = min(max(self._y + PADDING_PX - 8, least), self.zone.height())
        self.stand(self.panel_px)

    def _add_text(self, words: str, foot_px: float) -> None:
        """The quotation or the body: in pages, with a button that turns them, where it is long."""
        if not words:
            return
        style = QUOTATION if self._detail.quotation else BODY
        paragraphs = [part.strip() for part in words.split("\n") if part.strip()]
        text = "\n\n".join(paragraphs)
        beside_close = not self._detail.heading and not self._detail.take_away and not self._deeper
        width = self._width - (BUTTON_PX if beside_close else 0)
        height = self.zone.height() - self._y - PADDING_PX - foot_px
        found = pages(self.look, text, style, width, height)
        if len(found) > 1:
            width = self._width - PAGER_PX - PAGER_GAP_PX
            found = pages(self.look, text, style, width, height)
            style = TextStyle(style.face, style.sizes[-1:], style.line_height)
        zone = QRectF(PADDING_PX, self._y, width, height)
        for page in found:
            block = TextBlock(self.plate, self.look, page, style, self.look.palette.text, zone)
            self._pages.append(block)
            self._links.append(self._linked(block))
        if len(found) > 1:
            self._pager = self._build_pager(zone, len(found))
        self._y += max(block.height for block in self._pages)
        self._show_page(0)

    def _linked(self, block: TextBlock) -> list[TermLink]:
        close = self.close_button
        taken = [block.mapRectFromItem(close, close.boundingRect())]
        if self._detail.name:
            taken.append(QRectF(0, block.height + FOOT_GAP_PX, self._width, FOOT_ROOM_PX))
        links = term_links(block, self.look, self._accent, self._glossary, self._unit_px, taken)
        for link in links:
            link.opened.connect(self._open_term)
        return links

    def _build_foot(self) -> list["NameLink | TextBlock"]:
        """Who said it and where it stands: set before the words above, which get what is left."""
        detail, palette = self._detail, self.look.palette
        zone = QRectF(0, 0, self._width, FOOT_ROOM_PX)
        foot: list[NameLink | TextBlock] = []
        if detail.name and detail.person and not self._deeper:
            least = TARGET_PX * self._unit_px
            self._name_link = NameLink(
                self.plate, self.look, detail.name, detail.office, self._width, least
            )
            self._name_link.activated.connect(self._open_person)
            foot.append(self._name_link)
        elif detail.office:
            foot.append(
                TextBlock(self.plate, self.look, detail.office, OFFICE, palette.muted, zone)
            )
        foot += [
            TextBlock(self.plate, self.look, note, SOURCE, palette.muted, zone)
            for note in detail.notes
        ]
        return foot

    def _add_entries(self, entries: tuple[Entry, ...]) -> None:
        """The list fills the panel; where it takes pages, a button turns them."""
        if not entries:
            return
        self._y += HEADING_GAP_PX if self._detail.body else 0.0
        width = self.zone.width() - 2 * PADDING_PX - PAGER_PX
        zone = QRectF(PADDING_PX, self._y, width, self.zone.height() - self._y - PADDING_PX)
        self._list = Entries(self.plate, self.look, entries, zone)
        self._list.chosen.connect(self._open_entry)
        if self._list.pages > 1:
            self._pager = self._build_pager(zone, self._list.pages)
        self._y += self._list.height

    def _build_pager(self, zone: QRectF, count: int) -> Pager:
        height = min(PAGER_HEIGHT_PX, zone.height())
        place = QRectF(zone.right() + PAGER_GAP_PX, zone.bottom() - height, PAGER_PX, height)
        words = self.look.text(self.look.strings.more_entries)
        pager = Pager(self.plate, self.look, place, words, count)
        pager.turned.connect(self._show_page)
        return pager

    def _add_code(self) -> float:
        """The code to take along, under the close button; returns the width that it takes."""
        side = min(CODE_PX, self.zone.height() - BUTTON_PX - 4 * MARGIN_PX - 60)
        code = QrCode(self.plate, self._detail.take_away, side)
        x = self.zone.width() - MARGIN_PX - CODE_PX
        y = 2 * MARGIN_PX + BUTTON_PX
        code.setPos(x + (CODE_PX - code.side) / 2, y)
        words = self.look.text(self.look.strings.take_away)
        zone = QRectF(x, y + code.side + 12, CODE_PX, 80)
        TextBlock(
            self.plate,
            self.look,
            words,
            CAPTION,
            self.look.palette.muted,
            zone,
            Qt.AlignmentFlag.AlignHCenter,
        )
        return CODE_PX + CODE_GAP_PX

    # What happens

    def _show_page(self, page: int) -> None:
        for at, block in enumerate(self._pages):
            block.setVisible(at == page)
        if self._list:
            self._list.show_page(page)
        if self._pager:
            self._pager.set_page(page)

    def _open_person(self) -> None:
        self.layer_wanted.emit(PersonLayer(self._detail.person))

    def _open_term(self, term: str) -> None:
        self.layer_wanted.emit(TermLayer(term))

    def _open_entry(self, entry: Entry) -> None:
        layer: Layer = PersonLayer(entry.person) if entry.person else TermLayer(entry.term)
        self.layer_wanted.emit(layer)
