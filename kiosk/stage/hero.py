"""The large number of a scene, which counts up when the scene has come."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Hero, Scene
from kiosk.content.numbers import shown
from kiosk.show.animator import Animator
from kiosk.show.easing import ease_in_out
from kiosk.show.passage import Passage
from kiosk.stage.layout import Layout
from kiosk.toolkit.counter import Counter, counter_size
from kiosk.toolkit.look import Look
from kiosk.toolkit.sources import source_line
from kiosk.toolkit.telling import counted, figure_words
from kiosk.toolkit.text import CAPTION, SOURCE, TextBlock

COUNT_UP_MS = 1000.0
GAP_PX = 18.0
CAPTION_ROOM_PX = 72.0
CAP_RATIO = 0.74
"""How high a digit is, as a share of its size."""

SIZES = (176, 160, 144, 128, 112, 96, 84, 72, 60, 48)
COMPACT_SIZES = (112, 96, 84, 72, 60)


class HeroItem(QGraphicsItem):
    """A number with its unit, and under it what it counts.

    Args:
        hero: the hero of `scene`.
        lead_px: how high the lead is, whose zone the number may use up.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        hero: Hero,
        scene: Scene,
        look: Look,
        layout: Layout,
        animator: Animator,
        lead_px: float,
    ) -> None:
        super().__init__(parent)
        self._hero = hero
        self._scene = scene
        self._look = look
        self._layout = layout
        self._count_up = Passage(animator, COUNT_UP_MS, self._set_ratio)
        self._zone = self._room(lead_px)
        self._counter = self._build_counter(self._build_captions())
        self.rewind()

    def rewind(self) -> None:
        """Shows no number yet."""
        self._count_up.put(0.0)

    def enter(self) -> None:
        """Counts up from the beginning."""
        self._count_up.start()

    def settle(self) -> None:
        """Shows the source's number at once."""
        self._count_up.put(1.0)

    def stop(self) -> None:
        """Counts no further."""
        self._count_up.stop()

    def take_over(self, other: "HeroItem") -> None:
        """Goes on where `other` is, which shows the same in another look."""
        self._count_up.put(other._count_up.ratio)
        if other._count_up.running:
            self._count_up.go_on()

    def describe(self) -> str:
        """What the number counts, and the number."""
        look, hero = self._look, self._hero
        measure = shown(hero.unit, [hero.value], look.language)
        return counted(look, look.text(hero.label), figure_words(look, measure, hero.value))

    def _set_ratio(self, ratio: float) -> None:
        """Shows the number as it is when `ratio` of its time is over."""
        eased = ease_in_out(ratio)
        # Before it counts it is not seen: a nought in huge type would be a figure too.
        self._counter.setOpacity(min(1.0, eased * 5))
        self._counter.set_ratio(eased)

    # How it is built

    def _room(self, lead_px: float) -> QRectF:
        """The hero's zone, with what the lead leaves free where the hero stands below it."""
        zone = QRectF(self._layout.hero)
        if self._layout.lead.top() < zone.top():
            zone.setTop(min(zone.top(), self._layout.lead.top() + lead_px + GAP_PX))
        return zone

    def _build_captions(self) -> float:
        """What the number counts, and its source; returns the number's baseline."""
        flag, muted = Qt.AlignmentFlag, self._look.palette.muted
        align = flag.AlignRight if self._layout.hero_right else flag.AlignLeft
        wanted = ((self._look.text(self._hero.label), CAPTION), (self._source(), SOURCE))
        captions = [
            TextBlock(self, self._look, words, style, muted, self._zone, align)
            for words, style in wanted
            if words
        ]
        # Room for two lines is kept, so that the numbers of all scenes stand on one baseline.
        y = self._zone.bottom() - max(CAPTION_ROOM_PX, sum(block.height for block in captions))
        baseline = y - GAP_PX
        for block in captions:
            block.setPos(self._zone.left(), y)
            y += block.height
        return baseline

    def _build_counter(self, baseline: float) -> Counter:
        hero, look, zone = self._hero, self._look, self._zone
        measure = shown(hero.unit, [hero.value], look.language)
        wanted = COMPACT_SIZES if self._layout.hero_right else SIZES
        sizes = [px for px in wanted if px * CAP_RATIO <= baseline - zone.top()] or wanted[-1:]
        number = measure.number(hero.value)
        return Counter(
            self,
            look,
            hero.value,
            measure,
            counter_size(look, number, measure.unit, sizes, zone.width()),
            look.palette.accent(self._scene.accent),
            zone.left(),
            baseline,
            zone.right() if self._layout.hero_right else None,
        )

    def _source(self) -> str:
        """The number's source in a line, unless the first exhibit beside it names the same."""
        sources = self._scene.sources
        beside = {sources[key].name for key in self._scene.exhibits[0].sources}
        if {sources[key].name for key in self._hero.sources} <= beside:
            return ""
        return source_line(self._look, [sources[key] for key in self._hero.sources])

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
