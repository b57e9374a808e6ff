"""The part of the page «Machine» that lists what has gone wrong, as many as fit at a time."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from kiosk.staff.action import Action
from kiosk.staff.label import label
from kiosk.staff.machine_words import MachineWords, said_when
from kiosk.staff.page import Page
from kiosk.staff.trouble_list import TroubleSaid, build_rows, rows_in
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.venue.machine import MachineStatus, Trouble

GAP_PX = 24.0
BUTTON_PX = 96.0
BUTTON_WIDE_PX = 280.0
NOTE = TextStyle("sans", (30, 28), 1.4)

Turn = Callable[[int], None]


def build_problems(
    page: Page, words: MachineWords, room: QRectF, machine: MachineStatus, first: int, turn: Turn
) -> None:
    """Builds the list on `page`.

    Args:
        page: what it is built on.
        words: those of the page.
        room: what it fills.
        machine: how it is.
        first: the number of the trouble that the list begins with, from 0.
        turn: called with another such number when staff want older or newer ones.
    """
    troubles = machine.troubles
    if not troubles:
        palette = page.look.palette
        TextBlock(page, page.look, page.text(words.no_troubles), NOTE, palette.muted, room)
        return
    most = rows_in(room.height())
    first = min(first, len(troubles) - 1)  # there may be fewer by now
    if len(troubles) > most:
        foot = QRectF(room.left(), room.bottom() - BUTTON_PX, room.width(), BUTTON_PX)
        room = room.adjusted(0, 0, 0, -BUTTON_PX - GAP_PX)
        most = rows_in(room.height())
        _build_pager(page, words, foot, (first, most, len(troubles)), turn)
    shown = troubles[first : first + most]
    build_rows(page, page.look, room, [_said(page.look, words, one, machine) for one in shown])


def _said(look: Look, words: MachineWords, trouble: Trouble, machine: MachineStatus) -> TroubleSaid:
    of_kind = words.troubles[trouble.kind]
    times = look.text(words.times).format(count=trouble.count)
    return TroubleSaid(
        when=said_when(look, words, trouble.at, machine.now),
        times=times if trouble.count > 1 else "",
        says=look.text(of_kind.says),
        advice=look.text(of_kind.advice),
        detail=trouble.detail,
    )


def _build_pager(
    page: Page, words: MachineWords, foot: QRectF, shown: tuple[int, int, int], turn: Turn
) -> None:
    first, most, count = shown
    last = min(first + most, count)
    newer = QRectF(foot.left(), foot.top(), BUTTON_WIDE_PX, BUTTON_PX)
    older = QRectF(newer)
    older.moveRight(foot.right())
    for name, rect, there, enabled in (
        (words.newer, newer, max(0, first - most), first > 0),
        (words.older, older, first + most, last < count),
    ):
        button = Action(page, page.look, rect, page.text(name), enabled=enabled)
        button.activated.connect(lambda there=there: turn(there))
        page.control(button)
    said = page.text(words.shown_of).format(first=first + 1, last=last, count=count)
    label(page, page.look, said, NOTE, page.look.palette.muted, foot)
