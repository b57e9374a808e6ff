"""How long the exhibit waits for visitors, and which programmes there are."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import Localised
from kiosk.content.programme import ProgrammeName
from kiosk.settings.edits import WAIT_STEP_S, attract_stepped, everything, stepped_by
from kiosk.settings.model import PROGRAMME_NAMES, value
from kiosk.staff.action import Action
from kiosk.staff.commands import Choose, Command, Forget
from kiosk.staff.field import Field
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.row_places import GAP_PX, TARGET_PX, beside
from kiosk.staff.status import Status
from kiosk.staff.stepper import Stepper
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

HEADING = TextStyle("sans-bold", (30, 28), 1.2)
HEADING_PX = 56.0
FIELD_PX = 136.0
UPRIGHT_FIELD_PX = 120.0
STEPPER_PX = 340.0
ACTION_PX = 260.0
COLUMN_GAP_PX = 32.0

WAITS = {
    "timing.attract_s": (0.0, 300.0),
    "timing.idle_s": (30.0, 300.0),
    "timing.warning_s": (20.0, 60.0),
}
"""The keys, with the shortest and the longest time of each, in seconds."""


class ProgrammeWaits(QGraphicsObject):
    """Two columns, one below the other on a standing screen.

    Signals:
        commanded: staff want something: a `Command`.
    """

    commanded = Signal(object)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: ProgrammeWords,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._words = words
        self._field_px = UPRIGHT_FIELD_PX if upright else FIELD_PX
        self._status: Status | None = None
        first, second = _columns(zone, upright)
        self._heading(first, words.waits)
        named = (
            (words.attract, words.attract_note),
            (words.idle, words.idle_note),
            (words.warning, words.warning_note),
        )
        self._steppers = {
            key: self._stepper(key, self._place(first, at), *named[at])
            for at, key in enumerate(WAITS)
        }
        self._heading(second, words.programmes)
        self._programmes = {
            name: self._programme(name, self._place(second, at))
            for at, name in enumerate(PROGRAMME_NAMES[1:])
        }

    def show_status(self, status: Status) -> None:
        """Shows how long everything is, and which programmes there are."""
        self._status = status
        for key, stepper in self._steppers.items():
            seconds = value(status.drafted.settings, key)
            shortest_s, longest_s = WAITS[key]
            said = self._words.length(self._look, seconds)
            stepper.show_value(
                said if seconds else self._look.text(self._words.never),
                can_less=seconds > shortest_s,
                can_more=seconds < longest_s,
            )
        for name in self._programmes:
            self._show_programme(name, status)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        steps = [item for stepper in self._steppers.values() for item in stepper.touchables()]
        return [*steps, *(action for _, action in self._programmes.values())]

    def _show_programme(self, name: ProgrammeName, status: Status) -> None:
        words, text = self._words, self._look.text
        field, action = self._programmes[name]
        settings = status.drafted.settings
        programme = settings.programmes.named(name)
        in_use = any(part.programme == name for part in settings.dayparts)
        if programme is None:
            note = text(words.no_programme)
        elif in_use:
            note = text(words.in_use)
        else:
            count = sum(slot.shown for slot in programme)
            note = text(words.scene_count).format(count=count)
        field.show_words(text(words.programme).format(name=name), note)
        make = programme is None
        action.show_state(make or not in_use, text(words.make if make else words.remove))

    def _on_programme(self, name: ProgrammeName) -> None:
        assert self._status is not None
        programmes = self._status.drafted.settings.programmes
        key = f"programmes.{name}"
        if programmes.named(name) is None:
            wanted: Command = Choose({key: programmes.A or everything(self._status.exhibition)})
        else:
            wanted = Forget((key,))
        self.commanded.emit(wanted)

    def _on_stepped(self, key: str, step: int) -> None:
        assert self._status is not None
        seconds = value(self._status.drafted.settings, key)
        shortest_s, longest_s = WAITS[key]
        other = (
            attract_stepped(seconds, step)
            if key == "timing.attract_s"
            else stepped_by(seconds, step, WAIT_STEP_S)
        )
        self.commanded.emit(Choose({key: min(max(other, shortest_s), longest_s)}))

    # Building

    def _heading(self, column: QRectF, words: Localised) -> None:
        zone = QRectF(column.left(), column.top(), column.width(), HEADING_PX)
        TextBlock(self, self._look, self._look.text(words), HEADING, self._look.palette.text, zone)

    def _place(self, column: QRectF, at: int) -> QRectF:
        top = column.top() + HEADING_PX + at * (self._field_px + GAP_PX)
        return QRectF(column.left(), top, column.width(), self._field_px)

    def _stepper(self, key: str, place: QRectF, name: Localised, note: Localised) -> Stepper:
        text = self._look.text
        field = Field(self, self._look, place, text(name), text(note), STEPPER_PX)
        stepper = Stepper(field, self._look, field.place, text(name))
        stepper.stepped.connect(lambda step: self._on_stepped(key, step))
        return stepper

    def _programme(self, name: ProgrammeName, place: QRectF) -> tuple[Field, Action]:
        field = Field(self, self._look, place, "", "", ACTION_PX)
        middle = QRectF(field.place)
        middle.setHeight(TARGET_PX)
        middle.moveCenter(field.place.center())
        action = Action(field, self._look, middle, self._look.text(self._words.make))
        action.activated.connect(lambda: self._on_programme(name))
        return field, action

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _columns(zone: QRectF, upright: bool) -> list[QRectF]:
    if upright:
        high = HEADING_PX + 3 * (UPRIGHT_FIELD_PX + GAP_PX) + COLUMN_GAP_PX
        return [zone, zone.translated(0, high)]
    half = beside(zone.adjusted(0, 0, GAP_PX - COLUMN_GAP_PX, 0), 2)
    return [half[0], half[1].translated(COLUMN_GAP_PX - GAP_PX, 0)]
