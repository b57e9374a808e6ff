"""One scene of the exhibition, laid out on the stage."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.cards import registry as cards
from kiosk.cards.card import CardFrame, CardItem
from kiosk.content.model import Exhibition, Scene
from kiosk.content.numbers import shown
from kiosk.exhibits import registry as exhibits
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.show.animator import Animation, Animator
from kiosk.show.dwell import VISIBLE_CARDS
from kiosk.stage.layout import PAGER_PX, Layout
from kiosk.stage.pager import Pager
from kiosk.toolkit.counter import Counter, counter_size
from kiosk.toolkit.look import Look
from kiosk.toolkit.sources import source_line
from kiosk.toolkit.text import CAPTION, H1, KICKER, KICKER_TOTAL, LEAD, SOURCE, TextBlock
from kiosk.toolkit.touchable import Touchable

COUNT_UP_MS = 1000.0
HERO_GAP_PX = 18.0
CAPTION_ROOM_PX = 72.0
CAP_RATIO = 0.74
"""How high a digit is, as a share of its size."""

HERO_SIZES = (176, 160, 144, 128, 112, 96, 84)
COMPACT_HERO_SIZES = (112, 96, 84, 72, 60)


@dataclass(frozen=True)
class SceneFrame:
    """What a scene is handed beside its own content.

    Attributes:
        number: the scene's place in the tour, from 1; 0 stands beside the tour.
        total: how many scenes the tour has.
    """

    exhibition: Exhibition
    look: Look
    layout: Layout
    animator: Animator
    number: int
    total: int


class SceneItem(QGraphicsObject):
    """Title, lead, hero number, exhibits and cards of one scene.

    The exhibits are built by `furnish`, apart from the rest, because they need pyqtgraph and the
    first frame of the application does not wait for it.

    Signals:
        card_opened: one of the cards was activated.
    """

    card_opened = Signal(CardItem)

    def __init__(self, scene: Scene, frame: SceneFrame) -> None:
        super().__init__()
        self.scene_content = scene
        self._frame = frame
        self._look = frame.look
        self._layout = frame.layout
        self._hero: Counter | None = None
        self._count_up: Animation | None = None
        self._shown = 0  # which of the exhibits
        self._exhibits: list[ExhibitItem] = []
        self._cards: list[CardItem] = []
        self._build_words()
        self._build_hero()
        self._build_cards()
        self._exhibit_pager = self._build_exhibit_pager()

    # What the stage does with it

    @property
    def furnished(self) -> bool:
        """Whether the exhibits are built."""
        return bool(self._exhibits)

    def furnish(self) -> None:
        """Builds the exhibits, where that has not been done."""
        if self._exhibits:
            return
        for spec in self.scene_content.exhibits:
            exhibit = exhibits.build(self, spec, self._exhibit_frame())
            exhibit.setPos(self._layout.exhibit.topLeft())
            exhibit.setVisible(not self._exhibits)
            exhibit.rewind()
            self._exhibits.append(exhibit)
        if self._exhibit_pager:
            # Over the exhibits, which were built after it.
            self._exhibit_pager.setZValue(1)

    def rewind(self) -> None:
        """Takes the scene back to how it is before its entrance."""
        self._stop()
        self._turn_exhibits(0)
        self._turn_cards(0)
        self._set_hero(0.0)
        for exhibit in self._exhibits:
            exhibit.rewind()

    def enter(self) -> None:
        """Plays the entrance of the exhibit and of the hero number."""
        self.furnish()
        self._stop()
        self._count_up = self._frame.animator.run(COUNT_UP_MS, self._set_hero)
        self._shown_exhibit().enter()

    def settle(self) -> None:
        """Shows everything as it is at the end of the entrance."""
        self.furnish()
        self._stop()
        self._set_hero(1.0)
        for exhibit in self._exhibits:
            exhibit.settle()

    def close(self) -> None:
        """Lets go of whatever would outlive the item."""
        self._stop()
        for exhibit in self._exhibits:
            exhibit.close()

    def turn_back(self) -> None:
        """Turns to the first cards and the first exhibit again."""
        self._turn_cards(0)
        if self._shown:
            self._show_other_exhibit(0)

    def cards(self) -> list[CardItem]:
        """The cards that are on now, in reading order."""
        return [card for card in self._cards if card.isVisible()]

    def all_cards(self) -> list[CardItem]:
        """Every card, on whichever page."""
        return list(self._cards)

    def touchables(self) -> list[Touchable]:
        """Everything that can be acted on now, in reading order."""
        pagers = [self._exhibit_pager, self._card_pager]
        return [
            *(self._shown_exhibit().touchables() if self._exhibits else ()),
            *(pager for pager in pagers[:1] if pager),
            *self.cards(),
            *(pager for pager in pagers[1:] if pager),
        ]

    def _stop(self) -> None:
        if self._count_up:
            self._count_up.cancel()
            self._count_up = None
        for exhibit in self._exhibits:
            exhibit.stop()

    # How it is built

    def _build_words(self) -> None:
        look, layout, palette = self._look, self._layout, self._look.palette
        accent = palette.accent(self.scene_content.accent)
        if self._frame.number:
            words = f"{look.text(look.strings.scene)} {self._frame.number}"
            kicker = TextBlock(self, look, words, KICKER, accent, layout.kicker)
            beside = layout.kicker.adjusted(kicker.width + 24, 0, 0, 0)
            total = (
                f"／　{self._frame.total}" if look.language != "en" else f"/  {self._frame.total}"
            )
            TextBlock(self, look, total, KICKER_TOTAL, palette.muted, beside)
        self._title = TextBlock(
            self, look, look.text(self.scene_content.title), H1, palette.text, layout.title
        )
        self._lead = TextBlock(
            self, look, look.text(self.scene_content.lead), LEAD, palette.text, layout.lead
        )

    def _build_hero(self) -> None:
        hero = self.scene_content.hero
        if hero is None:
            return
        look, zone = self._look, self._hero_zone()
        accent = look.palette.accent(self.scene_content.accent)
        measure = shown(hero.unit, [hero.value], look.language)
        captions = [
            TextBlock(self, look, words, style, look.palette.muted, zone, self._align())
            for words, style in ((look.text(hero.label), CAPTION), (self._hero_source(), SOURCE))
            if words
        ]
        # Room for two lines is kept, so that the numbers of all scenes stand on one baseline.
        y = zone.bottom() - max(CAPTION_ROOM_PX, sum(block.height for block in captions))
        baseline = y - HERO_GAP_PX
        for block in captions:
            block.setPos(zone.left(), y)
            y += block.height
        wanted = COMPACT_HERO_SIZES if self._layout.hero_right else HERO_SIZES
        sizes = [px for px in wanted if px * CAP_RATIO <= baseline - zone.top()] or wanted[-1:]
        number = measure.number(hero.value)
        size = counter_size(look, number, measure.unit, sizes, zone.width())
        self._hero = Counter(
            self,
            look,
            hero.value,
            measure,
            size,
            accent,
            zone.left(),
            baseline,
            zone.right() if self._layout.hero_right else None,
        )

    def _hero_zone(self) -> QRectF:
        """The hero's zone, with what the lead leaves free where the hero stands below it."""
        zone = QRectF(self._layout.hero)
        free = self._layout.lead.top() + self._lead.height + HERO_GAP_PX
        if self._layout.lead.top() < zone.top():
            zone.setTop(min(zone.top(), free))
        return zone

    def _align(self) -> Qt.AlignmentFlag:
        flag = Qt.AlignmentFlag
        return flag.AlignRight if self._layout.hero_right else flag.AlignLeft

    def _hero_source(self) -> str:
        """The hero's source in a line, unless the exhibit beside it names the same."""
        hero, sources = self.scene_content.hero, self.scene_content.sources
        beside = {sources[key].name for key in self.scene_content.exhibits[0].sources}
        if hero is None or {sources[key].name for key in hero.sources} <= beside:
            return ""
        return source_line(self._look, [sources[key] for key in hero.sources])

    def _build_cards(self) -> None:
        specs = self.scene_content.cards
        paged = len(specs) > VISIBLE_CARDS
        slots = self._layout.card_slots(min(len(specs), VISIBLE_CARDS), paged)
        for index, spec in enumerate(specs):
            slot = slots[index % VISIBLE_CARDS]
            card = cards.build(self, spec, self._card_frame(slot.size()))
            card.setPos(slot.topLeft())
            card.opened.connect(self.card_opened)
            self._cards.append(card)
        self._card_pager: Pager | None = None
        if paged:
            pages = -(-len(specs) // VISIBLE_CARDS)
            name = self._look.text(self._look.strings.more_cards)
            self._card_pager = Pager(self, self._look, self._layout.card_pager(), name, pages)
            self._card_pager.turned.connect(self._turn_cards)
        self._turn_cards(0)

    def _build_exhibit_pager(self) -> Pager | None:
        count = len(self.scene_content.exhibits)
        if count < 2:
            return None
        zone = self._layout.exhibit
        rect = QRectF(zone.right() - PAGER_PX, zone.top(), PAGER_PX, PAGER_PX)
        name = self._look.text(self._look.strings.more_charts)
        pager = Pager(self, self._look, rect, name, count)
        pager.turned.connect(self._show_other_exhibit)
        return pager

    def _exhibit_frame(self) -> ExhibitFrame:
        size = self._layout.exhibit.size()
        paged = len(self.scene_content.exhibits) > 1
        return ExhibitFrame(
            look=self._look,
            accent=self.scene_content.accent,
            size=size,
            title_width=size.width() - (PAGER_PX + 24 if paged else 0),
            sources=self.scene_content.sources,
            animator=self._frame.animator,
        )

    def _card_frame(self, size: QSizeF) -> CardFrame:
        exhibition = self._frame.exhibition
        return CardFrame(
            look=self._look,
            accent=self.scene_content.accent,
            size=size,
            sources=self.scene_content.sources,
            people=exhibition.people,
            glossary=exhibition.glossary,
        )

    # How it changes

    def _shown_exhibit(self) -> ExhibitItem:
        return self._exhibits[self._shown]

    def _set_hero(self, ratio: float) -> None:
        if self._hero:
            # Before it counts it is not seen: a nought in huge type would be a figure too.
            self._hero.setOpacity(min(1.0, ratio * 5))
            self._hero.set_ratio(ratio)

    def _turn_cards(self, page: int) -> None:
        for index, card in enumerate(self._cards):
            card.setVisible(index // VISIBLE_CARDS == page)
        if self._card_pager:
            self._card_pager.set_page(page)

    def _turn_exhibits(self, page: int) -> None:
        self._shown = page
        for index, exhibit in enumerate(self._exhibits):
            exhibit.setVisible(index == page)
        if self._exhibit_pager:
            self._exhibit_pager.set_page(page)

    def _show_other_exhibit(self, page: int) -> None:
        self.furnish()
        self._turn_exhibits(page)
        self._shown_exhibit().enter()

    def boundingRect(self) -> QRectF:
        return self._layout.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
