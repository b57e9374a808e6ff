"""The question whether anybody is still there, with the time that is left for an answer."""

from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.stage.layout import Layout
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.typesetting import spaced

SHADE_RATIO = 0.86
RADIUS_PX = 24.0
PADDING_PX = 56.0
RING_PX = 200.0
RING_WIDTH_PX = 12.0
NUMBER_PX = 84
BUTTON_PX = 104.0
GAP_PX = 24.0
WIDEST_PX = 900.0

HEADING = TextStyle("serif-bold", (64, 56, 48, 42), 1.3)
NOTE_PX = 30


class Countdown(QGraphicsItem):
    """The seconds that are left, in a ring that shrinks evenly."""

    def __init__(self, parent: QGraphicsItem, look: Look, side: float) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._font = look.font("sans-bold", NUMBER_PX * side / RING_PX)
        self._ratio = 1.0
        self._seconds = 0

    def show_left(self, seconds: int, ratio: float) -> None:
        """Shows whole seconds, and the share of the time that is left, from 0 to 1."""
        if (seconds, ratio) != (self._seconds, self._ratio):
            self._seconds, self._ratio = seconds, ratio
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._side, self._side)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.boundingRect().adjusted(8, 8, -8, -8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(faded(palette.rule, 0.5), RING_WIDTH_PX))
        painter.drawEllipse(ring)
        pen = QPen(palette.text, RING_WIDTH_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, round(self._ratio * 360 * 16))
        painter.setFont(self._font)
        painter.setPen(palette.text)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._seconds))


class StillThere(Touchable):
    """Covers the screen: a touch anywhere says that somebody is there, but for one on «I'm done».

    Signals:
        stayed: somebody is there.
        left: somebody says that they are done.
    """

    stayed = Signal()
    left = Signal()

    def __init__(self, look: Look, layout: Layout, bounds: QRectF) -> None:
        super().__init__(None, look.text(look.strings.still_there))
        self._look = look
        self._bounds = bounds
        self._whole_s = 0
        self._build(layout)

    def set_seconds(self, left: float, whole: float) -> None:
        """Shows that `left` of `whole` seconds are left."""
        seconds = ceil(left)
        self._countdown.show_left(seconds, left / whole)
        if seconds != self._whole_s:
            self._whole_s = seconds
            self.name = self._note(seconds)
            self.update(self._note_place)

    def cover(self, bounds: QRectF) -> None:
        """Takes every touch on the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def touchables(self) -> list[Touchable]:
        """What the keys can reach, in reading order."""
        return [self._stay, self._leave]

    def targets(self) -> list[Touchable]:
        """What a finger can act on: all of it."""
        return [*self.touchables(), self]

    def activate(self) -> None:
        self.stayed.emit()
        super().activate()

    def describe(self) -> str:
        return f"{self._look.text(self._look.strings.still_there)} {self.name}"

    def _note(self, seconds: int) -> str:
        return self._look.text(self._look.strings.seconds_left).format(seconds=seconds)

    def _build(self, layout: Layout) -> None:
        """The ring on the left, the question and the answers beside it, or all in a column."""
        look, palette, zone = self._look, self._look.palette, layout.panel
        width = min(zone.width(), WIDEST_PX)
        upright = width < 800
        ring = min(RING_PX, zone.height() * 0.4)
        text_left = PADDING_PX if upright else PADDING_PX + ring + 48
        text_width = width - text_left - PADDING_PX
        y = PADDING_PX + (ring + GAP_PX if upright else 0)
        heading = TextBlock(
            self,
            look,
            look.text(look.strings.still_there),
            HEADING,
            palette.text,
            QRectF(0, 0, text_width, 2.7 * HEADING.sizes[-1]),
        )
        top = max(
            y + heading.height + NOTE_PX * 1.6 + GAP_PX,
            0 if upright else PADDING_PX + ring + GAP_PX,
        )
        height = top + BUTTON_PX + PADDING_PX
        left = zone.left() + (zone.width() - width) / 2
        self._plate = QRectF(left, zone.center().y() - height / 2, width, height)
        above = self._plate.top()
        self._countdown = Countdown(self, look, ring)
        ring_x = (width - ring) / 2 if upright else PADDING_PX
        self._countdown.setPos(left + ring_x, above + PADDING_PX)
        words_px = heading.height + NOTE_PX * 1.6
        heading_y = y if upright else PADDING_PX + (ring - words_px) / 2
        heading.setPos(left + text_left, above + heading_y)
        half = (width - 2 * PADDING_PX - GAP_PX) / 2
        stay, leave = look.text(look.strings.stay), look.text(look.strings.leave)
        x, y = left + PADDING_PX, above + top
        self._stay = Button(
            self, look, QRectF(x, y, half, BUTTON_PX), stay, label=stay, is_primary=True
        )
        rect = QRectF(x + half + GAP_PX, y, half, BUTTON_PX)
        self._leave = Button(self, look, rect, leave, label=leave)
        self._note_font = look.font("sans", NOTE_PX)
        self._note_place = heading.mapRectToItem(
            self, QRectF(0, heading.height + 4, text_width, NOTE_PX * 1.6)
        )
        self._stay.activated.connect(self.stayed)
        self._leave.activated.connect(self.left)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.fillRect(self._bounds, faded(palette.background, SHADE_RATIO))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.rule)
        painter.setBrush(palette.card)
        painter.drawRoundedRect(self._plate, RADIUS_PX, RADIUS_PX)
        painter.setFont(self._note_font)
        painter.setPen(palette.muted)
        painter.drawText(self._note_place, Qt.AlignmentFlag.AlignVCenter, spaced(self.name))
