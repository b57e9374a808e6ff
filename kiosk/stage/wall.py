"""The exhibits of a scene: one at a time, with a switch between them where there are several."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import ExhibitSpec, Scene
from kiosk.exhibits import registry as exhibits
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.exhibit import ExhibitFrame, ExhibitItem
from kiosk.show.animator import Animator
from kiosk.show.dwell import turn_at, turns_s
from kiosk.show.glide import Glide
from kiosk.stage.card_row import CardRow
from kiosk.stage.layout import Layout
from kiosk.stage.switch import Switch, Tab
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

FADE_MS = 200.0
SWITCH_GAP_PX = 24.0
TITLE_RATIO = 0.4
"""How much of the width the titles have beside the switch at least."""


class ExhibitWall(QGraphicsItem):
    """Shows one of a scene's exhibits, and fades from one to another.

    The exhibits are built by `furnish`, because they need pyqtgraph and the first frame of the
    application does not wait for it. Those that are not seen are rewound.

    Args:
        layout: where the exhibits stand in the parent.
        cards: the scene's cards, where they take turns with the exhibits; they are the last.

    Attributes:
        shown: which exhibit is shown, or coming; behind the last one stand the cards.
        entered: whether it has begun to appear since the last `rewind`.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        scene: Scene,
        look: Look,
        layout: Layout,
        animator: Animator,
        cards: CardRow | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPos(layout.exhibit.topLeft())
        self.shown = 0
        self.entered = False
        self._scene = scene
        self._look = look
        self._cards = cards
        self._zone = QRectF(QPointF(), layout.exhibit.size())
        self._switch_px = layout.switch_px
        self._unit_px = layout.unit_px
        self._animator = animator
        self._turns = turns_s(scene, look.language, ENTRANCE_MS / 1000)
        self._items: list[ExhibitItem] = []
        self._presence = Glide(animator, self._presence_targets(), self._show_presence)
        self._switch = self._build_switch() if len(self._presence_targets()) > 1 else None
        self._show_presence()

    # What the scene does with it

    @property
    def furnished(self) -> bool:
        """Whether the exhibits are built."""
        return bool(self._items)

    def number_of(self, item: QGraphicsItem) -> int | None:
        """Which exhibit, the first being 1, `item` is or belongs to; None where to none."""
        for number, exhibit in enumerate(self._items, start=1):
            if exhibit is item or exhibit.isAncestorOf(item):
                return number
        return None

    def furnish(self) -> None:
        """Builds the exhibits, where that has not been done."""
        if self._items:
            return
        frame = self._frame()
        self._items = [exhibits.build(self, spec, frame) for spec in self._scene.exhibits]
        for item in self._items:
            item.setY(self._top)
            item.rewind()
        self._show_at_once(self.shown)

    def rewind(self) -> None:
        """Takes all exhibits back to how they are before their entrance, and shows the first."""
        self.entered = False
        self._show_at_once(0)
        for item in self._items:
            item.rewind()

    def enter(self) -> None:
        """Plays the entrance of the shown exhibit."""
        self.furnish()
        self.entered = True
        if exhibit := self._exhibit():
            exhibit.enter()

    def settle(self, index: int) -> None:
        """Shows an exhibit at once as it is at the end of its entrance."""
        self.furnish()
        self.entered = True
        self._show_at_once(index)
        if exhibit := self._exhibit():
            exhibit.settle()

    def take_over(self, other: "ExhibitWall") -> None:
        """Goes on where `other` is, which shows the same in another look."""
        self.entered = other.entered
        exhibits = len(self._scene.exhibits)
        self._show_at_once(other.shown if other.shown < exhibits or self._cards else 0)
        if other.furnished:
            self.furnish()
            for mine, theirs in zip(self._items, other._items, strict=True):
                if mine is self._exhibit() and theirs is other._exhibit():
                    mine.take_over(theirs)

    def stop(self) -> None:
        """Leaves everything where it is."""
        self._presence.stop()
        for item in self._items:
            item.stop()

    def close(self) -> None:
        """Lets go of whatever would outlive the item."""
        self._presence.stop()
        for item in self._items:
            item.close()

    def follow(self, progress: float, playing: bool) -> None:
        """Shows the exhibit whose turn it is after `progress` of the scene's time, if it plays."""
        if playing and len(self._turns) > 1:
            self.turn_to(turn_at(self._turns, progress))

    def forget_visitor(self) -> None:
        """Takes back what a visitor has done, and turns to the first exhibit again."""
        if exhibit := self._exhibit():
            exhibit.reset()
        self.turn_to(0)

    def clear_reading(self) -> None:
        """Reads nothing out any more."""
        if exhibit := self._exhibit():
            exhibit.select(None)

    def describe(self) -> str:
        """What there is to see on the shown exhibit; empty where none is."""
        exhibit = self._exhibit()
        return exhibit.describe() if exhibit else ""

    def touchables(self) -> list[Touchable]:
        """Everything that can be acted on now, in reading order.

        The switch stands at the right end of the titles or over them, and above all that can be
        touched on the exhibit.
        """
        exhibit = self._exhibit()
        on_exhibit = exhibit.touchables() if exhibit else []
        segments = self._switch.segments if self._switch else []
        first = 1 if on_exhibit[:1] == [exhibit] and not self._top else 0
        return [*on_exhibit[:first], *segments, *on_exhibit[first:]]

    # From one exhibit to another

    def turn_to(self, index: int) -> None:
        """Lets an exhibit appear, or come back if it is still seen, while the shown one goes."""
        if index == self.shown:
            return
        self.furnish()
        self._mark_shown(index)
        coming = self._exhibit()
        if coming and self.entered and not coming.isVisibleTo(self):
            coming.enter()
        self._presence.to(self._presence_targets(), FADE_MS)

    def _show_at_once(self, index: int) -> None:
        self._mark_shown(index)
        self._presence.jump(self._presence_targets())

    def _mark_shown(self, index: int) -> None:
        self.shown = index
        if self._switch:
            self._switch.show_chosen(index)

    def _presence_targets(self) -> list[float]:
        count = len(self._scene.exhibits) + (self._cards is not None)
        return [float(index == self.shown) for index in range(count)]

    def _exhibit(self) -> ExhibitItem | None:
        """The exhibit that is shown, or coming; none before it is built, or while cards are on."""
        return self._items[self.shown] if self.shown < len(self._items) else None

    def _show_presence(self) -> None:
        """Lets each exhibit be as opaque as it is present; what has gone is rewound."""
        for index, item in enumerate(self._items):
            presence = self._presence.values[index]
            seen = presence > 0 or index == self.shown
            if item.isVisibleTo(self) and not seen:
                item.rewind()
            item.setOpacity(presence)
            item.setVisible(seen)
        if self._cards:
            self._cards.setOpacity(self._presence.values[-1])
            self._cards.setVisible(self._presence.values[-1] > 0)

    # How it is built

    def _build_switch(self) -> Switch:
        tabs = [self._tab(spec) for spec in self._scene.exhibits]
        if self._cards:
            words = self._look.text(self._look.strings.cards)
            tabs.append(Tab(words, "cards", words))
        accent, height = self._scene.accent, self._switch_px
        switch = Switch(self, self._look, accent, tabs, self._zone, height)
        switch.setZValue(1)  # over the exhibits, which are built later
        switch.show_chosen(self.shown)
        switch.chosen.connect(self.turn_to)
        return switch

    def _tab(self, spec: ExhibitSpec) -> Tab:
        words = self._look.text(spec.tab) if spec.tab else ""
        return Tab(self._look.text(spec.title), exhibits.icon(spec), words)

    def _frame(self) -> ExhibitFrame:
        return ExhibitFrame(
            look=self._look,
            accent=self._scene.accent,
            size=self._zone.size() - QSizeF(0, self._top),
            corner=self._corner,
            sources=self._scene.sources,
            animator=self._animator,
            unit_px=self._unit_px,
        )

    @property
    def _corner(self) -> QSizeF:
        """What the switch takes beside the titles; nothing where it has a row to itself."""
        if self._switch is None or self._top:
            return QSizeF(0, 0)
        return QSizeF(self._switch.width + SWITCH_GAP_PX, self._switch.height + 2)

    @property
    def _top(self) -> float:
        """How far down the exhibits begin: the switch stands over them if titles were squeezed."""
        if self._switch is None:
            return 0.0
        beside = self._zone.width() - self._switch.width - SWITCH_GAP_PX
        return 0.0 if beside >= TITLE_RATIO * self._zone.width() else self._switch.height + 8

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
