"""Finds the places where a touch screen does not respond."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

CELL_PX = 120.0
PLATE_PX = (560.0, 296.0)
BACK_PX = (320.0, 104.0)
RADIUS_PX = 28.0
TRAIL_PX = 6.0
FINGER_PX = 34.0
LONGEST_TRAIL = 400
"""How many points of a finger's way are seen, behind it."""

HINT = TextStyle("serif-bold", (40, 36, 32, 28), 1.3)
COUNT = TextStyle("sans", (30, 28), 1.3)
BACK = TextStyle("sans-bold", (32, 30), 1.2)

Cell = tuple[int, int]


@dataclass(frozen=True)
class TouchWords:
    """What the test says; `count` has blanks for `lit` and `cells`."""

    name: str
    hint: str
    count: str
    done: str
    back: str


class TouchTest(Touchable):
    """A grid over all of `bounds`: cells light where the finger has been, a tap on «back» ends it.

    Only places from which a touch has come are lit, and none between two of them: who goes too fast
    leaves gaps, and goes there again. «Back» is no button of its own, so that the cells beneath it
    are tested as well.
    """

    def __init__(
        self, parent: QGraphicsItem, look: Look, bounds: QRectF, words: TouchWords
    ) -> None:
        super().__init__(parent, words.name)
        self._look = look
        self._words = words
        self._blocks: list[TextBlock] = []
        self._trail: list[QPointF] = []
        self.lit: set[Cell] = set()
        self.cover(bounds)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self._columns * self._rows

    def cover(self, bounds: QRectF) -> None:
        """Begins anew over another area."""
        self.prepareGeometryChange()
        self._bounds = QRectF(bounds)
        self._columns = max(1, round(bounds.width() / CELL_PX))
        self._rows = max(1, round(bounds.height() / CELL_PX))
        self._plate = QRectF(0, 0, *PLATE_PX)
        self._plate.moveCenter(bounds.center())
        self._back = QRectF(0, 0, *BACK_PX)
        self._back.moveCenter(bounds.center())
        self._back.moveBottom(self._plate.bottom() - 32)
        self.lit.clear()
        self._trail.clear()
        self._say()

    def grip(self, point: QPointF) -> Grip:
        return Grip.FIRM

    def touch(self, point: QPointF) -> None:
        before = self._trail[-1] if self._trail else point
        self._trail.append(QPointF(point))
        if len(self._trail) > LONGEST_TRAIL:
            self._update_along(self._trail.pop(0), self._trail[0])
        cell = self._cell_at(point)
        if cell not in self.lit:
            self.lit.add(cell)
            self._say()
        self.update(self._place(cell))
        self._update_along(before, point)
        if self._back.contains(before) != self._back.contains(point):
            self.update(self._plate)

    def _update_along(self, start: QPointF, end: QPointF) -> None:
        margin = FINGER_PX + TRAIL_PX
        self.update(QRectF(start, end).normalized().adjusted(-margin, -margin, margin, margin))

    def lift(self) -> None:
        self._trail.clear()
        self.update()

    def lose(self) -> None:
        self.lift()

    def tap(self, point: QPointF) -> None:
        self.lift()
        if self._back.contains(point):
            self.activate()

    def _cell_at(self, point: QPointF) -> Cell:
        across = (point.x() - self._bounds.left()) / self._bounds.width() * self._columns
        down = (point.y() - self._bounds.top()) / self._bounds.height() * self._rows
        column = min(max(math.floor(across), 0), self._columns - 1)
        return column, min(max(math.floor(down), 0), self._rows - 1)

    def _place(self, cell: Cell) -> QRectF:
        wide, high = self._bounds.width() / self._columns, self._bounds.height() / self._rows
        left, top = self._bounds.left() + cell[0] * wide, self._bounds.top() + cell[1] * high
        return QRectF(left, top, wide, high)

    def _say(self) -> None:
        while self._blocks:
            discard(self._blocks.pop())
        words, palette = self._words, self._look.palette
        is_done = len(self.lit) == self.cells
        zone = self._plate.adjusted(24, 24, -24, 0)
        zone.setHeight(64)
        lines = (
            (words.done if is_done else words.hint, HINT, palette.text, zone),
            (
                words.count.format(lit=len(self.lit), cells=self.cells),
                COUNT,
                palette.muted,
                zone.translated(0, 62),
            ),
            (words.back, BACK, palette.text, self._back),
        )
        self._blocks = [
            label(self, self._look, text, style, ink, place) for text, style, ink, place in lines
        ]
        self.update(self._plate)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.fillRect(self._bounds, palette.background)
        accent = palette.accent("internet-of-everything")
        painter.setPen(QPen(palette.rule, 1))
        for column in range(self._columns):
            for row in range(self._rows):
                cell = column, row
                painter.setBrush(faded(accent, 0.5) if cell in self.lit else Qt.BrushStyle.NoBrush)
                painter.drawRect(self._place(cell))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        self._paint_trail(painter)

    def _paint_plate(self, painter: QPainter) -> None:
        palette = self._look.palette
        painter.setPen(QPen(palette.rule, 2))
        painter.setBrush(faded(palette.card, 0.88))
        painter.drawRoundedRect(self._plate, RADIUS_PX, RADIUS_PX)
        is_held = self.pressed and bool(self._trail) and self._back.contains(self._trail[-1])
        painter.setPen(QPen(palette.text if is_held else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.18 if is_held else 0.0))
        radius = self._back.height() / 2
        painter.drawRoundedRect(self._back, radius, radius)

    def _paint_trail(self, painter: QPainter) -> None:
        if not self._trail:
            return
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        ink = self._look.palette.text
        painter.setPen(QPen(ink, TRAIL_PX, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(self._trail))
        painter.drawEllipse(self._trail[-1], FINGER_PX, FINGER_PX)
