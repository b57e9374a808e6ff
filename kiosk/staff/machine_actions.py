"""What staff do with the machine: a row for each task, and a question before its end."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from kiosk.content.language import Localised
from kiosk.staff.action import Action
from kiosk.staff.commands import ChangePin, Clean, Command, Guide, Quit, Restart, Suspend
from kiosk.staff.field import Field
from kiosk.staff.headline import Headline
from kiosk.staff.machine_words import MachineWords
from kiosk.staff.page import Page
from kiosk.staff.status import Status
from kiosk.staff.switch import Switch

GAP_PX = 16.0
ROW_PX = 144.0
"""How high a row is at most."""

BUTTON_PX = 96.0
BUTTON_WIDE_PX = 240.0
SWITCH_WIDE_PX = 96.0
QUESTION_PX = 220.0

Ending = Restart | Quit


class Tasks:
    """The rows, on `page` within `room`.

    Args:
        ask: called with what staff want to end the kiosk by.
    """

    def __init__(
        self,
        page: Page,
        words: MachineWords,
        room: QRectF,
        status: Status,
        ask: Callable[[Ending], None],
    ) -> None:
        self._page = page
        self._room = room
        self._high = min(ROW_PX, (room.height() + GAP_PX) / 5 - GAP_PX)
        self._rows = 0
        self._button_row(words.clean, words.clean_note, (words.begin, Clean()))
        self._switch_row(words.guide, words.guide_note, status.guided, Guide)
        self._switch_row(words.suspend, words.suspend_note, status.suspended, Suspend)
        self._button_row(words.change_pin, words.change_pin_note, (words.change, ChangePin()))
        field = self._row(words.ending, words.ending_note, 2 * BUTTON_WIDE_PX + GAP_PX)
        for index, (label, ending) in enumerate(((words.restart, Restart()), (words.quit, Quit()))):
            left = field.place.left() + index * (BUTTON_WIDE_PX + GAP_PX)
            rect = QRectF(left, self._button_top(), BUTTON_WIDE_PX, BUTTON_PX)
            button = Action(field, page.look, rect, page.text(label))
            button.activated.connect(lambda ending=ending: ask(ending))
            page.control(button)

    def _row(self, name: Localised, note: Localised, place_px: float) -> Field:
        page, room = self._page, self._room
        top = room.top() + self._rows * (self._high + GAP_PX)
        rect = QRectF(room.left(), top, room.width(), self._high)
        self._rows += 1
        return Field(page, page.look, rect, page.text(name), page.text(note), place_px)

    def _button_top(self) -> float:
        return (self._high - BUTTON_PX) / 2

    def _button_row(
        self, name: Localised, note: Localised, does: tuple[Localised, Command]
    ) -> None:
        page, (label, command) = self._page, does
        field = self._row(name, note, BUTTON_WIDE_PX)
        rect = QRectF(field.place.left(), self._button_top(), BUTTON_WIDE_PX, BUTTON_PX)
        button = Action(field, page.look, rect, page.text(label))
        button.name = page.text(name)
        button.activated.connect(lambda: page.command(command))
        page.control(button)

    def _switch_row(
        self,
        name: Localised,
        note: Localised,
        is_on: bool,
        command: Callable[[bool], Command],
    ) -> None:
        page = self._page
        field = self._row(name, note, SWITCH_WIDE_PX)
        rect = QRectF(field.place.left(), self._button_top(), SWITCH_WIDE_PX, BUTTON_PX)
        switch = Switch(field, page.look, rect, page.text(name), is_on)
        switch.activated.connect(lambda: page.command(command(not is_on)))
        page.control(switch)


def build_question(
    page: Page,
    words: MachineWords,
    room: QRectF,
    ending: Ending,
    answer: Callable[[bool], None],
) -> None:
    """Asks whether staff mean it; what changes nothing comes first.

    Args:
        page: what it is built on.
        words: those of the page.
        room: where it stands, from the top on.
        ending: what they want to end the kiosk by.
        answer: called with whether they do.
    """
    restarts = isinstance(ending, Restart)
    title = page.text(words.sure_restart if restarts else words.sure_quit)
    note = page.text(words.sure_restart_note if restarts else words.sure_quit_note)
    rect = QRectF(room.left(), room.top(), room.width(), QUESTION_PX)
    Headline(page, page.look, rect, False, title, [note])
    wide = (room.width() - GAP_PX) / 2
    for index, label in enumerate((words.cancel, words.restart if restarts else words.quit)):
        means_it = index == 1
        left = room.left() + index * (wide + GAP_PX)
        place = QRectF(left, rect.bottom() + GAP_PX, wide, BUTTON_PX)
        button = Action(page, page.look, place, page.text(label), is_primary=means_it)
        button.activated.connect(lambda means_it=means_it: answer(means_it))
        page.control(button)
