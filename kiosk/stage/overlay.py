"""An opened page: a card in full, or what it led to."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QRectF

from kiosk.cards.detail import Detail, Entry
from kiosk.content.model import Accent, Term
from kiosk.stage.entries import Entries
from kiosk.stage.foot import ROOM_PX, Foot
from kiosk.stage.layers import Layer, PersonLayer, TermLayer
from kiosk.stage.layout import PAGER_PX, Layout
from kiosk.stage.name_link import NameLink
from kiosk.stage.pager import Pager
from kiosk.stage.sheet import BUTTON_PX, MARGIN_PX, Sheet
from kiosk.stage.take_along import SIDE_PX, WORDS_PX, TakeAlong
from kiosk.stage.term_links import TARGET_PX, TermLink, term_links
from kiosk.toolkit.discard import discard
from kiosk.toolkit.fitting import highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.paging import pages
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

LOWEST_PX = 360.0
LOW_PX = 700.0
"""A zone lower than this has smaller margins and headings: words before air."""

LEAST_TEXT_PX = 200.0
"""Rather than in pages lower than this, a text stands over a name without the office."""

PADDING_PX = 64.0
LOW_PADDING_PX = 40.0
HEADING_GAP_PX = 28.0
HEADING_LINES = 2.7
FOOT_GAP_PX = 32.0
PAGER_GAP_PX = 32.0
PAGER_HEIGHT_PX = 192.0
CODE_GAP_PX = 48.0
NARROWEST_PX = 320.0
"""How wide a column of words is at least beside a code."""

BELOW_RATIO = 0.8
"""How large a code is under the words, as a share of one beside them."""

HEADING = TextStyle("serif-bold", (60, 54, 48, 42, 36), 1.3)
LOW_HEADING = TextStyle("serif-bold", (48, 42, 36), 1.3)
QUOTATION = TextStyle("serif-bold", (52, 48, 44, 40, 36, 34), 1.6)
BODY = TextStyle("sans", (38, 36, 34, 32, 30), 1.65)


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
        self._low = self.zone.height() < LOW_PX
        self._padding_px = LOW_PADDING_PX if self._low else PADDING_PX
        self._y = self._padding_px if not deeper else MARGIN_PX + BUTTON_PX + 16
        self._name_link: NameLink | None = None
        self._pager: Pager | None = None
        self._list: Entries | None = None
        self._list_first = 0
        self._below_px = 0.0
        self._pages: list[TextBlock] = []
        self._links: list[list[TermLink]] = []
        self._page = 0
        self._build()

    @property
    def read_share(self) -> float:
        return self._starts()[self._page]

    def turn_to_share(self, share: float) -> None:
        starts = self._starts()
        nearest = min(range(len(starts)), key=lambda page: abs(starts[page] - share))
        # An entry is the same in every language, while of a text the place is only about the same.
        begun = [start <= share for start in starts].count(True) - 1
        self._show_page(begun if self._list else nearest)

    def controls(self) -> list[Touchable]:
        links = self._links[self._page] if self._page < len(self._links) else []
        rows = self._list.touchables() if self._list else []
        name = [self._name_link] if self._name_link else []
        return [*links, *rows, *name, *([self._pager] if self._pager else [])]

    def describe(self) -> str:
        return self._detail.spoken()

    # How it is built

    def _build(self) -> None:
        detail = self._detail
        self._whole = self.zone.width() - 2 * PADDING_PX
        is_beside = self._whole - SIDE_PX - CODE_GAP_PX >= NARROWEST_PX
        code_px = self._add_code() if detail.take_away and is_beside else 0.0
        if detail.take_away and not is_beside:
            self._below_px = SIDE_PX * BELOW_RATIO + CODE_GAP_PX
        self._width = self._whole - code_px
        self._pager_x = self.zone.width() - MARGIN_PX - PAGER_PX
        if code_px:
            self._pager_x = PADDING_PX + self._width - PAGER_PX
        if detail.heading:
            self._add_heading(detail.heading)
        foot = self._add_words_and_entries()
        if foot.height:
            self._y += FOOT_GAP_PX
            foot.setPos(PADDING_PX, self._y)
            self._y += foot.height
        if self._below_px:
            self._add_code_below()
        self.needed_px = self._y + self._padding_px / 2
        least = SIDE_PX + BUTTON_PX + 4 * MARGIN_PX + WORDS_PX if code_px else LOWEST_PX
        self.panel_px = min(max(self._y + self._padding_px - 8, least), self.zone.height())
        self.stand(self.panel_px)
        count = self._list_first + (self._list.pages if self._list else len(self._pages))
        if count > 1:
            self._pager = self._build_pager(count)
        self._show_page(0)

    def _add_heading(self, words: str) -> None:
        """On a low page that has a way back, between that and the way out, if it has room there."""
        style = LOW_HEADING if self._low else HEADING
        smallest = replace(style, sizes=style.sizes[-1:])
        ink = self.look.palette.text
        if self._low and self._deeper:
            x = MARGIN_PX + BUTTON_PX + HEADING_GAP_PX
            zone = QRectF(x, MARGIN_PX, self.zone.width() - 2 * x, BUTTON_PX)
            if highest(self.look, smallest, [words], zone.width()) <= BUTTON_PX:
                block = TextBlock(self.plate, self.look, words, style, ink, zone)
                block.setY(zone.center().y() - block.height / 2)
                return
        # Beside the close button, as long as nothing else keeps the text off that corner.
        keep = 0.0 if self._width < self._whole or self._deeper else BUTTON_PX
        needed = highest(self.look, smallest, [words], self._width - keep)
        height = max(HEADING_LINES * style.sizes[-1], needed)
        zone = QRectF(PADDING_PX, self._y, self._width - keep, height)
        self._y += TextBlock(self.plate, self.look, words, style, ink, zone).height
        # On a low page the text begins right under the buttons.
        buttons = MARGIN_PX + BUTTON_PX
        self._y = max(self._y, buttons) if self._low else self._y + HEADING_GAP_PX

    def _add_words_and_entries(self) -> Foot:
        """A list stands under the text where all of it has room there, or on pages of its own."""
        detail, top, narrow = self._detail, self._y, self._narrow
        foot = self._add_words(self._width)
        if not detail.entries:
            return foot
        below = self._y + (HEADING_GAP_PX if self._pages else 0.0)
        self._list = self._build_list(detail.entries, below, foot)
        if self._pages and (self._list.pages > 1 or self._list.overflow_px):
            for item in (foot, self._list, *self._pages):
                discard(item)
            self._pages, self._links, self._y = [], [], top
            foot = self._add_words(narrow)
            below = top
            self._list = self._build_list(detail.entries, top, foot)
            self._list_first = len(self._pages)
        self._y = max(self._y, below + self._list.height)
        return foot

    @property
    def _narrow(self) -> float:
        """How wide a column is beside the pager."""
        return self._pager_x - PAGER_GAP_PX - PADDING_PX

    def _add_words(self, widest: float) -> Foot:
        """The quotation or the body over the foot, in pages where it is long."""
        words, narrow = self._detail.quotation or self._detail.body, self._narrow
        ways = [(widest, True), (narrow, True)]
        if self._detail.person and not self._deeper:
            ways.append((narrow, False))
        for width, with_office in ways:
            foot = self._build_foot(width, with_office)
            taken = foot.height + FOOT_GAP_PX if foot.height else 0.0
            room = self.zone.height() - self._y - self._padding_px - taken - self._below_px
            is_whole = not words or self._set_words(words, width, room)
            is_last = (width, with_office) == ways[-1]
            if is_whole or is_last or (width == narrow and room >= LEAST_TEXT_PX):
                break
            for item in (foot, *self._pages):
                discard(item)
            self._pages, self._links = [], []
        self._name_link = foot.name_link
        if self._name_link:
            self._name_link.activated.connect(self._open_person)
        self._y += max((block.height for block in self._pages), default=0.0)
        return foot

    def _build_foot(self, width: float, with_office: bool) -> Foot:
        least = TARGET_PX * self._unit_px
        leads_on = not self._deeper
        return Foot(self.plate, self.look, self._detail, width, least, leads_on, with_office)

    def _set_words(self, words: str, width: float, height: float) -> bool:
        """Sets a text in a column; returns whether it is whole on one page."""
        style = QUOTATION if self._detail.quotation else BODY
        is_paged = width < self._width
        beside_close = not (self._detail.heading or self._width < self._whole or self._deeper)
        if beside_close and not is_paged:
            width -= BUTTON_PX
        found = pages(self.look, words, style, width, height)
        if len(found) > 1:
            style = replace(style, sizes=style.sizes[-1:])
        zone = QRectF(PADDING_PX, self._y, width, height)
        for page in found:
            block = TextBlock(self.plate, self.look, page, style, self.look.palette.text, zone)
            self._pages.append(block)
            self._links.append(self._linked(block, is_paged))
        return len(found) == 1

    def _linked(self, block: TextBlock, is_paged: bool) -> list[TermLink]:
        close = self.close_button
        taken = [block.mapRectFromItem(close, close.boundingRect())]
        if self._detail.name:
            taken.append(QRectF(0, block.height + FOOT_GAP_PX, self._width, ROOM_PX))
        if is_paged:
            x, _ = block.pos().toTuple()
            taken.append(QRectF(self._pager_x - x, 0, PAGER_PX, self.zone.height()))
        links = term_links(block, self.look, self._accent, self._glossary, self._unit_px, taken)
        for link in links:
            link.opened.connect(self._open_term)
        return links

    def _build_list(self, entries: tuple[Entry, ...], top: float, foot: Foot) -> Entries:
        width = self._narrow
        taken = foot.height + FOOT_GAP_PX if foot.height else 0.0
        height = self.zone.height() - top - self._padding_px - taken
        built = Entries(self.plate, self.look, entries, QRectF(PADDING_PX, top, width, height))
        built.chosen.connect(self._open_entry)
        return built

    def _build_pager(self, count: int) -> Pager:
        """Under the close button, at the foot of the panel."""
        bottom = self.panel_px - MARGIN_PX
        height = min(PAGER_HEIGHT_PX, bottom - 2 * MARGIN_PX - BUTTON_PX)
        place = QRectF(self._pager_x, bottom - height, PAGER_PX, height)
        words = self.look.text(self.look.strings.more_entries)
        pager = Pager(self.plate, self.look, place, words, count)
        pager.turned.connect(self._show_page)
        return pager

    def _add_code(self) -> float:
        """The code to take along, under the close button; returns the width that it takes."""
        most = self.zone.height() - BUTTON_PX - 4 * MARGIN_PX - WORDS_PX
        code = TakeAlong(self.plate, self.look, self._detail.take_away, min(SIDE_PX, most))
        code.setPos(self.zone.width() - MARGIN_PX - SIDE_PX, 2 * MARGIN_PX + BUTTON_PX)
        return SIDE_PX + CODE_GAP_PX

    def _add_code_below(self) -> None:
        """The code under all words, where a panel is too narrow for both side by side."""
        side = self._below_px - CODE_GAP_PX
        what = self._detail.take_away
        code = TakeAlong(self.plate, self.look, what, side, aside=self._narrow)
        code.setPos(PADDING_PX, self._y + CODE_GAP_PX)
        self._y += self._below_px

    # What happens

    def _starts(self) -> list[float]:
        """How much of its words or entries, from 0 to 1, stands before each page."""
        ends = list(accumulate(len(block.text) for block in self._pages))
        read = [0.0, *(end / ends[-1] for end in ends[:-1])]
        if self._list is None:
            return read
        listed = self._list.starts()
        if not self._list_first:
            return listed
        return [*(start / 2 for start in read), *(0.5 + start / 2 for start in listed)]

    def _show_page(self, page: int) -> None:
        self._page = page
        for at, block in enumerate(self._pages):
            block.setVisible(at == page)
        if self._list:
            self._list.show_page(page - self._list_first)
        if self._pager:
            self._pager.set_page(page)

    def _open_person(self) -> None:
        self.layer_wanted.emit(PersonLayer(self._detail.person))

    def _open_term(self, term: str) -> None:
        self.layer_wanted.emit(TermLayer(term))

    def _open_entry(self, entry: Entry) -> None:
        layer: Layer = PersonLayer(entry.person) if entry.person else TermLayer(entry.term)
        self.layer_wanted.emit(layer)
