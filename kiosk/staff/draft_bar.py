"""What is done with the draft: steps back and forth, as it was at first, and applying it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.settings.layers import Origin
from kiosk.show.animator import Animator
from kiosk.staff.action import Action
from kiosk.staff.commands import Apply, Command, Discard, Forget, Redo, Undo
from kiosk.staff.hold_action import HoldAction
from kiosk.staff.navigation import PanelWords
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

BUTTON_PX = 96.0
GAP_PX = 16.0
ROW_PX = (224.0, 152.0, 436.0, 280.0, 340.0)
UPRIGHT_ROWS_PX = ((270.0, 190.0, 492.0), (340.0, 628.0))
"""How wide the buttons of each row are."""


class DraftBar(QGraphicsObject):
    """A row of buttons below the page, in two rows on a standing screen.

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
        words: Phrasebook,
        animator: Animator,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._words = words.words(PanelWords, "panel")
        self._look = look
        self._forgotten: tuple[str, ...] = ()
        text, names = look.text, self._words
        undo, redo, restore, discard, apply = _places(zone, upright)
        self._undo = self._action(undo, text(names.undo), Undo())
        self._redo = self._action(redo, text(names.redo), Redo())
        self._restore = HoldAction(
            self, look, restore, text(names.restore), text(names.again), animator
        )
        self._restore.confirmed.connect(self._forget)
        self._discard = self._action(discard, text(names.discard), Discard())
        self._apply = self._action(apply, text(names.nothing_to_apply), Apply(), is_primary=True)

    def show_status(self, status: Status, owned: tuple[str, ...]) -> None:
        """Shows how many changes there are to apply, and what can be taken back.

        Args:
            status: how everything is now.
            owned: the keys that the open page sets, for restoring.
        """
        words, text = self._words, self._look.text
        origins = status.drafted.origins
        self._forgotten = tuple(key for key in owned if origins.get(key) is Origin.VENUE)
        self._undo.show_state(status.can_undo)
        self._redo.show_state(status.can_redo)
        self._restore.show_state(bool(self._forgotten))
        self._discard.show_state(bool(status.changes))
        changes = text(words.apply).format(count=status.changes)
        nothing = text(words.nothing_to_apply)
        self._apply.show_state(bool(status.changes), changes if status.changes else nothing)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [self._undo, self._redo, self._restore, self._discard, self._apply]

    def stop(self) -> None:
        """Lets go of a button that is held."""
        self._restore.stop()

    def _action(
        self, place: QRectF, words: str, command: Command, is_primary: bool = False
    ) -> Action:
        action = Action(self, self._look, place, words, is_primary=is_primary)
        action.activated.connect(lambda: self.commanded.emit(command))
        return action

    def _forget(self) -> None:
        self.commanded.emit(Forget(self._forgotten))

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _places(zone: QRectF, upright: bool) -> list[QRectF]:
    """Where the buttons stand: in one row, or in two on a standing screen."""
    rows = UPRIGHT_ROWS_PX if upright else (ROW_PX,)
    places = []
    top = zone.top()
    for row in rows:
        left = zone.right() - sum(row) - GAP_PX * (len(row) - 1)
        for wide in row:
            places.append(QRectF(left, top, wide, BUTTON_PX))
            left += wide + GAP_PX
        top += BUTTON_PX + GAP_PX
    return places
