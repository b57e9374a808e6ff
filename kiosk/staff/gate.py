"""The number pad in front of the panel: it takes a PIN and hands it on, and knows nothing of it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised
from kiosk.staff.action import Action
from kiosk.staff.label import label
from kiosk.staff.number_pad import PAD_PX, NumberPad
from kiosk.staff.pin_dots import PinDots
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

FEWEST_DIGITS, MOST_DIGITS = 4, 8

PLATE_PX = QSizeF(640, 932)
PADDING_PX = 56.0
RADIUS_PX = 24.0
SHADE_RATIO = 0.92
UPRIGHT_FLOOR_PX = 150.0
"""How far the plate stands above the lower edge of a standing screen, within anybody's reach."""

TITLE_PX = 76.0
NOTE_PX = 84.0
DOTS_PX = 64.0
GAP_PX = 16.0
CANCEL_PX = 96.0
TITLE = TextStyle("serif-bold", (48, 44, 40, 36), 1.25)
NOTE = TextStyle("sans", (30, 28, 26), 1.3)

Asked = Literal["pin", "quit", "new", "again"]
GateProblem = Literal[
    "", "wrong", "different", "too-short", "too-long", "one-digit", "in-sequence", "broken"
]


@dataclass(frozen=True)
class GateStatus:
    """What is asked for, and what was wrong with the last answer.

    Attributes:
        asked: the PIN, the PIN once more before the kiosk ends, a new PIN, or the new one again.
        problem: what was wrong; empty where nothing was.
        tries_left: how many wrong ones there may be before nobody may try for a while.
        wait_s: for how many seconds nobody may try.
    """

    asked: Asked = "pin"
    problem: GateProblem = ""
    tries_left: int = 5
    wait_s: int = 0


class GateWords(Frozen):
    """`gate.yaml`."""

    pin: Localised
    quit: Localised
    new: Localised
    again: Localised
    ask_pin: Localised
    ask_new: Localised
    ask_again: Localised
    wrong: Localised
    locked: Localised
    different: Localised
    too_short: Localised
    too_long: Localised
    one_digit: Localised
    in_sequence: Localised
    broken: Localised
    digits: Localised
    erase: Localised
    confirm: Localised
    cancel: Localised


class Gate(QGraphicsObject):
    """Covers the screen, in design units. What was entered it keeps until it is handed on.

    Args:
        size: of the design area, in design units.

    Signals:
        entered: the digits, as a text; they are forgotten here by then.
        cancelled: whoever came wants to leave.
        rebuilt: other things can be touched than before.
    """

    entered = Signal(str)
    cancelled = Signal()
    rebuilt = Signal()

    def __init__(self, look: Look, size: QSizeF, words: Phrasebook, status: GateStatus) -> None:
        super().__init__()
        self._look = look
        self._words = words.words(GateWords, "gate")
        self._bounds = QRectF(0, 0, size.width(), size.height())
        self._plate = QRectF(0, 0, PLATE_PX.width(), PLATE_PX.height())
        self._plate.moveCenter(self._bounds.center())
        if size.height() > size.width():
            self._plate.moveBottom(size.height() - UPRIGHT_FLOOR_PX)
        self._digits = ""
        self._status = status
        self._blocks: list[TextBlock] = []
        self._build()
        self.show_status(status)

    def show_status(self, status: GateStatus) -> None:
        """Shows what is asked for; digits for another question are forgotten."""
        before = self._status
        if status.wait_s or (status.asked, status.problem) != (before.asked, before.problem):
            self._digits = ""
        self._status = status
        self._show_words()
        self._show_digits()

    def cover(self, bounds: QRectF) -> None:
        """Covers the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [*self._pad.touchables(), self._cancel]

    def targets(self) -> list[Touchable]:
        """What a finger can act on."""
        return self.touchables()

    def leave(self) -> None:
        """Forgets what was entered."""
        self._digits = ""
        self._show_digits()

    # What is touched

    def _add(self, digit: str) -> None:
        if len(self._digits) < MOST_DIGITS:
            self._digits += digit
        self._show_digits()

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._show_digits()

    def _confirm(self) -> None:
        digits, self._digits = self._digits, ""
        self._show_digits()
        self.entered.emit(digits)

    def _leave(self) -> None:
        self.leave()
        self.cancelled.emit()

    # What is seen

    def _show_digits(self) -> None:
        open_ = not self._status.wait_s and self._status.problem != "broken"
        count = len(self._digits)
        self._dots.show_count(count)
        self._pad.show_state(
            digits=open_ and count < MOST_DIGITS,
            erase=open_ and count > 0,
            confirm=open_ and count >= FEWEST_DIGITS,
            said=self._look.text(self._words.digits).format(count=count),
        )

    def _show_words(self) -> None:
        while self._blocks:
            discard(self._blocks.pop())
        palette, inner = self._look.palette, self._inner()
        title: Localised = getattr(self._words, self._status.asked)
        top = QRectF(inner.left(), inner.top(), inner.width(), TITLE_PX)
        below = QRectF(inner.left(), top.bottom(), inner.width(), NOTE_PX)
        note, warns = self._note()
        ink = palette.lettering(palette.scene_accents()[0]) if warns else palette.muted
        self._blocks = [
            label(self, self._look, self._look.text(title), TITLE, palette.text, top),
            label(self, self._look, note, NOTE, ink, below),
        ]

    def _note(self) -> tuple[str, bool]:
        """The sentence below the title, and whether it says that something went wrong."""
        words, status, text = self._words, self._status, self._look.text
        if status.wait_s:
            return text(words.locked).format(seconds=status.wait_s), True
        if status.problem:
            told: Localised = getattr(words, status.problem.replace("-", "_"))
            return text(told).format(tries=status.tries_left), True
        asking = {"new": words.ask_new, "again": words.ask_again}
        return text(asking.get(status.asked, words.ask_pin)), False

    def _build(self) -> None:
        look, words, inner = self._look, self._words, self._inner()
        top = inner.top() + TITLE_PX + NOTE_PX
        self._dots = PinDots(self, look, QRectF(inner.left(), top, inner.width(), DOTS_PX))
        pad = QRectF(0, top + DOTS_PX + GAP_PX, PAD_PX.width(), PAD_PX.height())
        pad.moveLeft(inner.center().x() - PAD_PX.width() / 2)
        self._pad = NumberPad(self, look, pad, look.text(words.erase), look.text(words.confirm))
        self._pad.digit.connect(self._add)
        self._pad.erased.connect(self._erase)
        self._pad.confirmed.connect(self._confirm)
        cancel = QRectF(pad.left(), pad.bottom() + GAP_PX, pad.width(), CANCEL_PX)
        self._cancel = Action(self, look, cancel, look.text(words.cancel))
        self._cancel.activated.connect(self._leave)

    def _inner(self) -> QRectF:
        return self._plate.adjusted(PADDING_PX, 36, -PADDING_PX, -44)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.fillRect(self._bounds, faded(palette.background, SHADE_RATIO))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.rule, 2))
        painter.setBrush(palette.card)
        painter.drawRoundedRect(self._plate, RADIUS_PX, RADIUS_PX)
