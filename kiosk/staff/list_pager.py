"""A page back, a page on, and between them which part of a long list is shown."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.action import Action
from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

BUTTON_PX = 260.0
GAP_PX = 16.0
NOTE = TextStyle("sans", (28, 26, 24), 1.2)


class ListPager(QGraphicsObject):
    """Fills `rect` of its parent, which is at least 96 high.

    Args:
        back: the words for a page back.
        on: the words for a page on.

    Signals:
        turned: 1 for a page on, -1 for a page back.
    """

    turned = Signal(int)

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF, back: str, on: str) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        place = QRectF(0, 0, BUTTON_PX, rect.height())
        self._back = Action(self, look, place, back)
        self._back.activated.connect(lambda: self.turned.emit(-1))
        self._on = Action(self, look, place.translated(rect.width() - BUTTON_PX, 0), on)
        self._on.activated.connect(lambda: self.turned.emit(1))
        self._note: TextBlock | None = None
        self.setPos(rect.topLeft())

    def show_part(self, said: str, can_back: bool, can_on: bool) -> None:
        """Shows which part is shown, in words, and whether there is more either way."""
        self._back.show_state(can_back)
        self._on.show_state(can_on)
        if self._note:
            discard(self._note)
        room = self._bounds.adjusted(BUTTON_PX + GAP_PX, 0, -BUTTON_PX - GAP_PX, 0)
        self._note = label(self, self._look, said, NOTE, self._look.palette.muted, room)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [self._back, self._on]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
