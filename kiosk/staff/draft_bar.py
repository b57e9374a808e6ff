"""What is done with the draft: steps back and forth, as it was at first, and applying it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.commands import Apply, Command, Discard, Redo, Undo
from kiosk.staff.navigation import PanelWords
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

BUTTON_PX = 96.0
GAP_PX = 20.0


class DraftBar(QGraphicsObject):
    """A row of buttons below the page, in two rows on a standing screen.

    Signals:
        commanded: staff want something: a `Command`.
    """

    commanded = Signal(object)

    def __init__(
        self, parent: QGraphicsItem, look: Look, zone: QRectF, upright: bool, words: Phrasebook
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._words = words.words(PanelWords, "panel")
        self._buttons: list[Button] = []
        text, names = look.text, self._words
        wanted = (
            (text(names.undo), Undo()),
            (text(names.redo), Redo()),
            (text(names.discard), Discard()),
            (text(names.apply), Apply()),
        )
        wide = (zone.width() + GAP_PX) / len(wanted) - GAP_PX
        for index, (label, command) in enumerate(wanted):
            rect = QRectF(zone.left() + index * (wide + GAP_PX), zone.top(), wide, BUTTON_PX)
            button = Button(self, look, rect, label, label=label)
            button.activated.connect(lambda command=command: self._say(command))
            self._buttons.append(button)

    def show_status(self, status: Status) -> None:
        """Shows how many changes there are to apply, and what can be taken back."""

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return list(self._buttons)

    def _say(self, command: Command) -> None:
        self.commanded.emit(command)

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
