"""One scene of the exhibition, laid out on the stage."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.cards.card import CardItem
from kiosk.content.language import Language
from kiosk.content.model import Exhibition, Scene
from kiosk.show.animator import Animator
from kiosk.stage.card_row import CardRow
from kiosk.stage.hero import HeroItem
from kiosk.stage.layout import Layout
from kiosk.stage.term_links import TermLink, term_links
from kiosk.stage.untranslated import read_on_scene, untranslated_note
from kiosk.stage.wall import ExhibitWall
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import H1, KICKER, KICKER_NOTE, KICKER_TOTAL, LEAD, TextBlock
from kiosk.toolkit.touchable import Touchable

NOTE_GAP_PX = 32.0


@dataclass(frozen=True)
class SceneFrame:
    """What a scene is handed beside its own content.

    Attributes:
        number: which of the tour's scenes it is, from 1; 0 stands beside the tour.
        total: how many different scenes the tour has.
    """

    exhibition: Exhibition
    look: Look
    layout: Layout
    animator: Animator
    number: int
    total: int


class SceneItem(QGraphicsObject):
    """Title, lead, hero number, exhibits and cards of one scene.

    Signals:
        card_opened: one of the cards was activated.
        term_opened: a term in the lead was activated, by its id.
    """

    card_opened = Signal(CardItem)
    term_opened = Signal(str)

    def __init__(self, scene: Scene, frame: SceneFrame) -> None:
        super().__init__()
        self.scene_content = scene
        self._frame = frame
        self._look = frame.look
        self._layout = frame.layout
        self._build_kicker()
        self._build_words()
        self._hero = self._build_hero()
        self._cards = CardRow(self, scene, frame.exhibition, frame.look, frame.layout)
        self._cards.card_opened.connect(self.card_opened)
        in_turn = self._cards if frame.layout.cards_in_turn else None
        self._wall = ExhibitWall(self, scene, frame.look, frame.layout, frame.animator, in_turn)

    # What the stage does with it

    @property
    def furnished(self) -> bool:
        """Whether the exhibits are built."""
        return self._wall.furnished

    def furnish(self) -> None:
        """Builds the exhibits, where that has not been done."""
        self._wall.furnish()

    def rewind(self) -> None:
        """Takes the scene back to how it is before its entrance."""
        self._cards.turn(0)
        self._wall.rewind()
        if self._hero:
            self._hero.rewind()

    def enter(self) -> None:
        """Plays the entrance of the exhibit and of the hero number, where it is still to come."""
        if self._wall.entered:
            return
        if self._frame.animator.reduced_motion:
            self.settle(self._wall.shown)
            return
        self._wall.enter()
        if self._hero:
            self._hero.enter()

    def settle(self, exhibit: int = 0) -> None:
        """Shows everything as it is at the end of the entrance, with one of the exhibits."""
        self._wall.settle(exhibit)
        if self._hero:
            self._hero.settle()

    def take_over(self, other: "SceneItem") -> None:
        """Goes on where `other` is, which shows the same scene in another look."""
        self._cards.turn_to(other._cards.first)
        self._wall.take_over(other._wall)
        if self._hero and other._hero:
            self._hero.take_over(other._hero)

    def stop(self) -> None:
        """Leaves everything where it is."""
        self._wall.stop()
        if self._hero:
            self._hero.stop()

    def close(self) -> None:
        """Lets go of whatever would outlive the item."""
        self._wall.close()
        if self._hero:
            self._hero.stop()

    def follow(self, progress: float, playing: bool) -> None:
        """Notes how much of the scene's time is over, from 0 to 1, and whether it is running."""
        self._wall.follow(progress, playing)

    def forget_visitor(self) -> None:
        """Takes back whatever a visitor has turned or read."""
        self._cards.turn(0)
        self._wall.forget_visitor()

    def clear_reading(self) -> None:
        """Reads nothing out any more."""
        self._wall.clear_reading()

    def describe(self) -> str:
        """All that is seen at once, each part on a line of its own."""
        text, content = self._look.text, self.scene_content
        hero = self._hero.describe() if self._hero else ""
        parts = (text(content.title), text(content.lead), hero, self._wall.describe())
        return "\n".join(filter(None, parts))

    def describe_exhibit(self) -> str:
        """What there is to see on the exhibit that is shown; empty while cards are in its place."""
        return self._wall.describe()

    def exhibit_number(self, item: QGraphicsItem) -> int | None:
        """Which exhibit, the first being 1, `item` is or belongs to; None where to none."""
        return self._wall.number_of(item)

    @property
    def shown_exhibit(self) -> int:
        """Which exhibit is shown, or coming; behind the last one stand the cards."""
        return self._wall.shown

    @property
    def language(self) -> Language:
        """In which it was built."""
        return self._look.language

    def cards(self) -> list[CardItem]:
        """The cards that are on now, in reading order."""
        return self._cards.on() if self._cards.isVisibleTo(self) else []

    def all_cards(self) -> list[CardItem]:
        """Every card, on whichever page."""
        return self._cards.all()

    def touchables(self) -> list[Touchable]:
        """Everything that can be acted on now, in reading order."""
        on_cards = self._cards.touchables() if self._cards.isVisibleTo(self) else []
        return [*self._terms, *self._wall.touchables(), *on_cards]

    # How it is built

    def _build_kicker(self) -> None:
        """The scene's place in the tour, and a note where it is not all in the right language."""
        look, muted = self._look, self._look.palette.muted
        beside = self._build_place(self._layout.kicker)
        people = self._frame.exhibition.people
        if note := untranslated_note(read_on_scene(self.scene_content, people), look):
            TextBlock(self, look, note, KICKER_NOTE, muted, beside)

    def _build_place(self, zone: QRectF) -> QRectF:
        """The scene's place in the tour, if it has one; returns what of `zone` is still free."""
        if not self._frame.number:
            return zone
        look, palette = self._look, self._look.palette
        accent = palette.lettering(palette.accent(self.scene_content.accent))
        words = f"{look.text(look.strings.scene)} {self._frame.number}"
        kicker = TextBlock(self, look, words, KICKER, accent, zone)
        beside = zone.adjusted(kicker.width + 24, 0, 0, 0)
        total = f"/  {self._frame.total}" if look.language == "en" else f"／　{self._frame.total}"
        place = TextBlock(self, look, total, KICKER_TOTAL, palette.muted, beside)
        return beside.adjusted(place.width + NOTE_GAP_PX, 0, 0, 0)

    def _build_words(self) -> None:
        look, layout, ink = self._look, self._layout, self._look.palette.text
        content = self.scene_content
        self._title = TextBlock(self, look, look.text(content.title), H1, ink, layout.title)
        self._lead = TextBlock(self, look, look.text(content.lead), LEAD, ink, layout.lead)
        self._terms = self._build_terms()

    def _build_terms(self) -> list[TermLink]:
        """Links for the terms in the lead, where they are low enough and clear of all else."""
        layout, lead = self._layout, self._lead
        taken = [lead.mapRectFromParent(zone) for zone in (layout.exhibit, layout.cards)]
        links = term_links(
            lead,
            self._look,
            self.scene_content.accent,
            self._frame.exhibition.glossary,
            layout.unit_px,
            taken,
        )
        for link in links:
            link.setVisible(layout.operable.contains(lead.mapRectToParent(link.boundingRect())))
            link.opened.connect(self.term_opened)
        return [link for link in links if link.isVisibleTo(self)]

    def _build_hero(self) -> HeroItem | None:
        scene = self.scene_content
        if scene.hero is None:
            return None
        animator, lead_px = self._frame.animator, self._lead.height
        return HeroItem(self, scene.hero, scene, self._look, self._layout, animator, lead_px)

    def boundingRect(self) -> QRectF:
        return self._layout.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
