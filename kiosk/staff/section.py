"""A part of a page with its own controls; it says what is to be drafted, and what to show next."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.action import Action
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

BUTTON_PX = 96.0
GAP_PX = 16.0
LIST_PX = 500.0
"""How wide a list is beside what is chosen in it."""

HEADING = TextStyle("sans-bold", (34, 32, 30, 28, 26), 1.25)
NOTE = TextStyle("sans", (28, 26, 24), 1.4)
SMALL = TextStyle("sans", (24,), 1.3)


class Part(Protocol):
    """What several controls stand on."""

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        ...


class Section(QGraphicsObject):
    """Stands in a zone of the page, in the page's coordinates.

    Attributes:
        controls: what can be touched, in reading order.

    Signals:
        drafted: other values, by their keys.
        turned: something else is to be shown, which is no part of the draft.
    """

    drafted = Signal(object)
    turned = Signal(object)

    def __init__(self, parent: QGraphicsItem, look: Look, zone: QRectF) -> None:
        super().__init__(parent)
        self.look = look
        self.zone = zone
        self.controls: list[Touchable] = []
        self._parts: list[Part] = []

    def add(self, part: Part) -> None:
        """Has a part of it with controls of its own, which are the next ones.

        Qt for Python lets go of a graphics object that nothing but its parent holds.
        """
        self._parts.append(part)
        self.controls += part.touchables()

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return list(self.controls)

    def draft(self, chosen: Mapping[str, Any]) -> None:
        """Says that other values are to be drafted."""
        self.drafted.emit(chosen)

    def add_action(
        self, rect: QRectF, words: str, *, is_primary: bool = False, enabled: bool = True
    ) -> Action:
        """A button with words that is the next control."""
        action = Action(self, self.look, rect, words, is_primary=is_primary, enabled=enabled)
        self.controls.append(action)
        return action

    def add_text(
        self,
        words: str,
        style: TextStyle,
        zone: QRectF,
        colour: QColor | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        middle: bool = False,
    ) -> TextBlock:
        """Words in a zone, at its top or in its middle."""
        ink = colour or self.look.palette.text
        block = TextBlock(self, self.look, words, style, ink, zone, align)
        if middle:
            block.setY(zone.top() + (zone.height() - block.height) / 2)
        return block

    def boundingRect(self) -> QRectF:
        return self.childrenBoundingRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def columns(zone: QRectF, count: int, gap: float = GAP_PX) -> list[QRectF]:
    """`zone` in so many columns of the same width."""
    pitch = (zone.width() + gap) / count
    return [
        QRectF(zone.left() + at * pitch, zone.top(), pitch - gap, zone.height())
        for at in range(count)
    ]


def split(zone: QRectF, upright: bool, edited_px: float) -> tuple[QRectF, QRectF]:
    """Where a list stands and what is chosen in it: side by side, or one above the other."""
    if upright:
        top = zone.bottom() - edited_px
        above = zone.adjusted(0, 0, 0, -edited_px - 2 * GAP_PX)
        return above, QRectF(zone.left(), top, zone.width(), edited_px)
    left = zone.left() + LIST_PX + 2 * GAP_PX
    beside = QRectF(left, zone.top(), zone.right() - left, zone.height())
    return QRectF(zone.left(), zone.top(), LIST_PX, zone.height()), beside
