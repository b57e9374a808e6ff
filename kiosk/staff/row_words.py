"""What stands beside a scene's picture in a programme: its number, its title, and a sentence."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

NUMBER = TextStyle("sans", (32,), 1.25)
TITLE = TextStyle("sans", (32, 30, 28, 26), 1.25)
NOTE = TextStyle("sans", (26, 24), 1.25)
NUMBER_PX = 46.0
LINE_GAP_PX = 3.0
FAINT = 0.85
"""How much is left of what is not shown."""


class RowWords(QGraphicsItem):
    """Fills `rect` of its parent."""

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._blocks: list[TextBlock] = []
        self._said: tuple[int, str, str, bool] | None = None
        self.setPos(rect.topLeft())

    def show_words(self, number: int, title: str, note: str, warns: bool, shown: bool) -> None:
        """Shows the words.

        Args:
            number: its place, from 1.
            title: of the scene.
            note: a sentence about it.
            warns: whether the sentence says that something may be wrong.
            shown: whether the scene is on; if not, the words stand back.
        """
        self.setOpacity(1.0 if shown else FAINT)
        if (number, title, note, warns) == self._said:
            return
        self._said = number, title, note, warns
        while self._blocks:
            discard(self._blocks.pop())
        palette, zone = self._look.palette, self._bounds
        behind = zone.adjusted(NUMBER_PX, 0, 0, -NOTE.sizes[-1] * NOTE.line_height)
        head = TextBlock(self, self._look, title, TITLE, palette.text, behind)
        amber = palette.lettering(palette.scene_accents()[0])
        rest = zone.adjusted(0, head.height, 0, 0)
        ink = amber if warns else palette.muted
        below = TextBlock(self, self._look, note, NOTE, ink, rest)
        top = max(0.0, (zone.height() - head.height - below.height - LINE_GAP_PX) / 2)
        first = TextBlock(self, self._look, str(number), NUMBER, palette.text, zone)
        first.setY(top + (head.line_px - first.line_px) / 2)
        head.setY(top)
        below.setY(top + head.height + LINE_GAP_PX)
        self._blocks = [first, head, below]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
