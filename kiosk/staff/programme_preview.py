"""A scene at real speed, in any language, in place of the list of scenes."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.language import OWN_NAMES, Language
from kiosk.staff.action import Action
from kiosk.staff.choice import Choice
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.row_places import GAP_PX, TARGET_PX, beside
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

COLUMN_PX = 312.0
COLUMN_GAP_PX = 32.0
TITLE = TextStyle("serif-bold", (44, 40, 36, 32), 1.25)


class ProgrammePreview(QGraphicsObject):
    """The scene stands in a frame at the left, and what is done with it at the right.

    Args:
        picture: what shows the scene; it is given back by `release`, before anybody takes it down.
        languages: those that the exhibition speaks.

    Signals:
        stepped: 1 for the next scene of the programme, -1 for the one before.
        spoken: the code of the language that is wanted.
        left: back to the list.
    """

    stepped = Signal(int)
    spoken = Signal(str)
    left = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        words: ProgrammeWords,
        picture: QGraphicsObject,
        title: str,
        languages: tuple[Language, ...],
        language: Language,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._picture: QGraphicsObject | None = picture
        bounds = picture.boundingRect()
        free = zone.adjusted(0, 0, -COLUMN_PX - COLUMN_GAP_PX, 0)
        scale = min(free.width() / bounds.width(), free.height() / bounds.height())
        area = QRectF(free.left(), free.top(), bounds.width() * scale, bounds.height() * scale)
        self._frame = _Frame(self, look, area)
        picture.setParentItem(self._frame)
        picture.setScale(scale)
        picture.setPos(-bounds.topLeft() * scale)
        column = QRectF(area.right() + COLUMN_GAP_PX, zone.top(), 0, area.height())
        column.setRight(zone.right())
        self._build(look, column, words, title, languages, language)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [*self._languages.touchables(), *self._steps, self._back]

    def release(self) -> None:
        """Lets go of what shows the scene."""
        if self._picture and self._picture.parentItem() is self._frame:
            discard(self._picture)
        self._picture = None

    def _build(
        self,
        look: Look,
        column: QRectF,
        words: ProgrammeWords,
        title: str,
        languages: tuple[Language, ...],
        language: Language,
    ) -> None:
        text = look.text
        head = QRectF(column.left(), column.top(), column.width(), 2 * 44 * TITLE.line_height)
        TextBlock(self, look, title, TITLE, look.palette.text, head)
        rows = QRectF(column.left(), 0, column.width(), TARGET_PX)
        rows.moveBottom(column.bottom())
        self._back = Action(self, look, rows, text(words.back))
        self._back.activated.connect(self.left)
        rows.translate(0, -TARGET_PX - GAP_PX)
        self._steps = []
        names = ((words.previous_scene, -1), (words.next_scene, 1))
        for place, (name, step) in zip(beside(rows, 2), names, strict=True):
            action = Action(self, look, place, text(name))
            action.activated.connect(lambda step=step: self.stepped.emit(step))
            self._steps.append(action)
        rows.translate(0, -TARGET_PX - GAP_PX)
        high = len(languages) * (TARGET_PX + GAP_PX) - GAP_PX
        rows.setTop(rows.bottom() - high)
        options = [(one, OWN_NAMES[one]) for one in languages]
        self._languages = Choice(self, look, rows, options, language, is_column=True)
        self._languages.chosen.connect(self.spoken)

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


class _Frame(QGraphicsItem):
    """Cuts off what a scene draws beyond its edge."""

    def __init__(self, parent: QGraphicsItem, look: Look, area: QRectF) -> None:
        super().__init__(parent)
        self._rule = look.palette.rule
        self._bounds = QRectF(0, 0, area.width(), area.height())
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape)
        self.setPos(area.topLeft())

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._bounds)
        return path

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(self._rule, 2))
        painter.drawRect(self._bounds.adjusted(-1, -1, 1, 1))
