"""One slot of a programme: which scene, for how long, and whether it is on."""

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.programme import Programme
from kiosk.settings.edits import (
    LONGEST_S,
    SHORTEST_S,
    duplicated,
    moved,
    removed,
    stepped,
    switched,
    timed,
)
from kiosk.show.animator import Animation, Animator
from kiosk.staff.action import Action
from kiosk.staff.field import RADIUS_PX, paint_card
from kiosk.staff.handle import Handle
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.row_places import ACTION_COUNT, RowPlaces, beside
from kiosk.staff.row_words import RowWords
from kiosk.staff.slot_views import RowView
from kiosk.staff.stepper import Stepper
from kiosk.staff.switch import Switch
from kiosk.staff.thumbnail import Thumbnail
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

GLIDE_MS = 200.0
HELD_Z = 5.0


class ProgrammeRow(QGraphicsObject):
    """A card with a slot's controls; touched at its dots, it shows what else can be done.

    It changes nothing: it hands out edits, which are functions of a programme and a place in it.

    Signals:
        edited: such a function.
        opened: somebody wants to see what else can be done, or no longer.
        previewed: somebody wants to see the scene.
        dragged: how far it is drawn down, in design pixels.
        dropped: it was let go there.
        lost: it was no drag after all.
    """

    edited = Signal(object)
    opened = Signal()
    previewed = Signal()
    dragged = Signal(float)
    dropped = Signal()
    lost = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        places: RowPlaces,
        words: ProgrammeWords,
        animator: Animator,
        view: RowView,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.places = places
        self._strings = words
        self._animator = animator
        self._view = view
        self._gliding: Animation | None = None
        self.is_open = False
        self._held = False
        self._build(view.title)
        self.show_view(view)

    def show_view(self, view: RowView) -> None:
        """Shows how the slot is now."""
        self._view, slot = view, view.slot
        self._texts.show_words(view.number, view.title, view.note, view.is_short, slot.shown)
        self._thumbnail.show_picture(view.thumbnail, slot.shown)
        ink = self._look.palette.lettering(self._look.palette.scene_accents()[0])
        self._stepper.show_value(
            view.said,
            can_less=view.colour is not None and view.seconds > SHORTEST_S,
            can_more=view.colour is not None and view.seconds < LONGEST_S,
            ink=ink if view.is_short else None,
        )
        self._switch.show_state(slot.shown, view.can_go or not slot.shown)
        self._preview.show_state(view.colour is not None)
        by_itself, up, down, duplicate, remove, _ = self._actions
        by_itself.show_state(slot.dwell_s is not None)
        up.show_state(view.number > 1)
        down.show_state(view.number < view.count)
        duplicate.show_state(view.has_room)
        remove.show_state(view.can_go)

    def show_open(self, is_open: bool) -> None:
        """Shows what else can be done, or the time and the preview."""
        self.is_open = is_open
        for item in (self._stepper, self._preview, self._more):
            item.setVisible(not is_open)
        self._switch.setVisible(not is_open or self.places.upright)
        for action in self._actions:
            action.setVisible(is_open)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        middle = [*self._stepper.touchables(), self._preview, self._more]
        found = [self._handle, *(self._actions if self.is_open else middle), self._switch]
        return [item for item in found if item.isVisibleTo(self)]

    def hold(self, is_held: bool) -> None:
        """Shows whether a finger has it."""
        self._held = is_held
        self.setZValue(HELD_Z if is_held else 0.0)
        self.update()

    def glide_to(self, y: float) -> None:
        """Moves there in a moment."""
        self.stop()
        start = self.y()
        if y != start:
            self._gliding = self._animator.run(
                GLIDE_MS, lambda done: self.setY(start + (y - start) * done)
            )

    def stop(self) -> None:
        """Stays where it is."""
        if self._gliding:
            self._gliding.cancel()
            self._gliding = None

    def _build(self, title: str) -> None:
        look, places, words = self._look, self.places, self._strings
        text = look.text
        self._handle = Handle(self, look, places.handle, text(words.handle).format(title=title))
        self._handle.activated.connect(self.opened)
        self._handle.dragged.connect(self.dragged)
        self._handle.dropped.connect(self.dropped)
        self._handle.lost.connect(self.lost)
        self._handle.shifted.connect(self._shift)
        self._thumbnail = Thumbnail(self, look, places.thumbnail)
        self._texts = RowWords(self, look, places.words)
        self._stepper = Stepper(self, look, places.stepper, text(words.dwell).format(title=title))
        self._stepper.stepped.connect(self._step)
        told = text(words.preview_of).format(title=title)
        preview = f"{text(words.preview)} ›"
        self._preview = Action(self, look, places.preview, preview, is_plain=True, told=told)
        self._preview.activated.connect(self.previewed)
        others = text(words.more).format(title=title)
        self._more = Action(self, look, places.more, others, is_plain=True, icon="more")
        self._more.activated.connect(self.opened)
        shown = text(words.shown).format(title=title)
        self._switch = Switch(self, look, places.switch, shown, True)
        self._switch.flipped.connect(lambda on: self.edited.emit(partial(switched, on=on)))
        self._actions = self._build_actions()
        self.show_open(False)

    def _build_actions(self) -> list[Action]:
        words = self._strings
        named = (
            (words.by_itself, lambda: self.edited.emit(partial(timed, dwell_s=None))),
            (words.up, lambda: self._shift(-1)),
            (words.down, lambda: self._shift(1)),
            (words.duplicate, lambda: self.edited.emit(duplicated)),
            (words.remove, lambda: self.edited.emit(removed)),
            (words.done, self.opened.emit),
        )
        actions = []
        for place, (name, act) in zip(
            beside(self.places.actions, ACTION_COUNT), named, strict=True
        ):
            action = Action(self, self._look, place, self._look.text(name))
            action.activated.connect(act)
            actions.append(action)
        return actions

    def _step(self, step: int) -> None:
        self.edited.emit(partial(timed, dwell_s=stepped(self._view.seconds, step)))

    def _shift(self, step: int) -> None:
        def shift(programme: Programme, place: int) -> Programme:
            to = place + step
            return moved(programme, place, to) if 0 <= to < len(programme) else programme

        self.edited.emit(shift)

    def boundingRect(self) -> QRectF:
        return self.places.bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_card(painter, self._look, self.places.bounds)
        if self._held:
            painter.setPen(self._look.palette.text)
            painter.setBrush(faded(self._look.palette.text, 0.1))
            painter.drawRoundedRect(self.places.bounds, RADIUS_PX, RADIUS_PX)
