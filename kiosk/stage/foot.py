"""The foot of an opened page: who said it, and where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.cards.detail import Detail
from kiosk.stage.name_link import NameLink
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import SOURCE, TextBlock, TextStyle

ROOM_PX = 240.0
OFFICE = TextStyle("sans", (30, 28, 26), 1.45)


class Foot(QGraphicsItem):
    """Name, office and small print of a `Detail`, one under the other.

    Args:
        width: of its column, in design pixels.
        least: how high at least a name has to be that can be touched, in design pixels.
        leads_on: whether a name leads to a person's page.
        with_office: whether the office stands here, or on that page alone.

    Attributes:
        height: what it takes up, in design pixels; 0 where there is nothing to say.
        name_link: what leads to the person's page, if anything does.
    """

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        detail: Detail,
        width: float,
        least: float,
        leads_on: bool,
        with_office: bool,
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.name_link: NameLink | None = None
        office = detail.office if with_office else ""
        parts: list[NameLink | TextBlock] = []
        if detail.name and detail.person and leads_on:
            self.name_link = NameLink(self, look, detail.name, office, width, least)
            parts.append(self.name_link)
        elif office:
            parts.append(self._block(look, office, OFFICE))
        parts += [self._block(look, note, SOURCE) for note in detail.notes]
        self.height = _stack(parts)

    def _block(self, look: Look, words: str, style: TextStyle) -> TextBlock:
        zone = QRectF(0, 0, self._width, ROOM_PX)
        return TextBlock(self, look, words, style, look.palette.muted, zone)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._width, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _stack(parts: Sequence[NameLink | TextBlock]) -> float:
    """Puts parts one under the other; returns how high they are together."""
    y = 0.0
    for part in parts:
        part.setY(y)
        y += part.height
    return y
