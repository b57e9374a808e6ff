"""A thumb on a track: how far along something is, for a finger or the arrow keys to say."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.toolkit.fitting import widest_word
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import SUBTITLE, TextBlock
from kiosk.toolkit.touchable import Touchable

HEIGHT_PX = 96.0
THUMB_PX = 26.0
"""The radius of the thumb."""

HALO_PX = 36.0
"""The radius of what shines around a pressed thumb, and so how far in the track begins."""

TRACK_PX = 8.0
TICK_PX = 5.0
TICKS_APART_PX = 20.0
"""Stops that lie closer together than this are not marked one by one."""

CHEVRON_PX = 7.0
SHARE = 0.5
"""How much of a row a slider takes up between two words."""

END_GAP_PX = 8.0
KEY_STEPS = 10
"""How many arrow keys it takes from end to end where there are no stops."""


class Slider(Touchable):
    """A horizontal slider, whose value runs from 0 at the left to 1 at the right.

    Args:
        rect: where it stands in its parent. The track runs along its middle; what can be touched is
            at least 96 design pixels high, even where `rect` is lower.
        name: what is set, in words, for speech and tests.
        colour: of the way done and the thumb.
        stops: how many values there are, evenly spread from 0 to 1; None for any.

    Attributes:
        told: what the value is called, where its owner has a better word than its number.

    Signals:
        moved: a visitor has set another value.

    Raises:
        ValueError: `stops` is less than 2.
    """

    moved = Signal(float)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        colour: QColor,
        stops: int | None = None,
    ) -> None:
        super().__init__(parent, name)
        if stops is not None and stops < 2:
            raise ValueError("a slider has two stops or more")
        self.told = ""
        self._look = look
        self._colour = colour
        self._stops = stops
        self._value = 0.0
        self._value_before: float | None = None
        height = max(HEIGHT_PX, rect.height())
        self._bounds = QRectF(0, 0, rect.width(), height)
        self._y = height / 2
        self._ticks = self._tick_places()
        self.setPos(rect.left(), rect.center().y() - self._y)

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self._value

    def set_value(self, value: float) -> None:
        """Shows `value`, or the stop nearest to it, and tells nobody."""
        self._value = self._allowed(value)
        self.update()

    def place(self, value: float) -> QPointF:
        """Where the middle of the thumb is at `value`, in the slider's own coordinates."""
        return QPointF(HALO_PX + value * self._way_px(), self._y)

    # What fingers and keys do with it

    def grip(self, point: QPointF) -> Grip:
        return Grip.FIRM

    def touch(self, point: QPointF) -> None:
        if self._value_before is None:
            self._value_before = self._value
        self._move_to((point.x() - HALO_PX) / self._way_px())

    def lift(self) -> None:
        self._value_before = None

    def lose(self) -> None:
        if self._value_before is not None:
            before, self._value_before = self._value_before, None
            self._move_to(before)

    def tap(self, point: QPointF) -> None:
        self._value_before = None

    def step(self, step: int) -> bool:
        steps = self._gaps() if self._stops else KEY_STEPS
        self._move_to((round(self._value * steps) + step) / steps)
        return True

    def describe(self) -> str:
        """The name and the value: `Year: 3 / 7`, `Apart: 40%`, or as its owner has `told`."""
        between = ": " if self._look.language == "en" else "："
        return f"{self.name}{between}{self.told or self._number()}"

    def reads(self) -> str:
        return self.describe()

    def _number(self) -> str:
        if self._stops:
            return f"{round(self._value * self._gaps()) + 1} / {self._stops}"
        return f"{self._value:.0%}"

    def _move_to(self, value: float) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.moved.emit(self._value)

    def _allowed(self, value: float) -> float:
        inside = min(max(value, 0.0), 1.0)
        return round(inside * self._gaps()) / self._gaps() if self._stops else inside

    # How it looks

    def _gaps(self) -> int:
        """How many gaps there are between the stops."""
        return (self._stops or 2) - 1

    def _way_px(self) -> float:
        """How far the thumb can go."""
        return max(1.0, self._bounds.width() - 2 * HALO_PX)

    def _tick_places(self) -> list[tuple[float, QPointF]]:
        """The stops that are marked, each with its value."""
        if not self._stops or self._way_px() / self._gaps() < TICKS_APART_PX:
            return []
        values = [index / self._gaps() for index in range(self._stops)]
        return [(value, self.place(value)) for value in values]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thumb = self.place(self._value)
        self._paint_track(painter, thumb)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.pressed:
            painter.setBrush(faded(self._colour, 0.3))
            painter.drawEllipse(thumb, HALO_PX, HALO_PX)
        palette = self._look.palette
        painter.setPen(QPen(palette.text if self.pressed else palette.background, 4))
        painter.setBrush(self._colour)
        painter.drawEllipse(thumb, THUMB_PX - 2, THUMB_PX - 2)
        self._paint_chevrons(painter, thumb)

    def _paint_track(self, painter: QPainter, thumb: QPointF) -> None:
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(self._look.palette.rule, TRACK_PX, Qt.PenStyle.SolidLine, cap))
        painter.drawLine(QLineF(thumb, self.place(1.0)))
        painter.setPen(QPen(self._colour, TRACK_PX, Qt.PenStyle.SolidLine, cap))
        painter.drawLine(QLineF(self.place(0.0), thumb))
        painter.setPen(QPen(self._look.palette.background, 3))
        for value, place in self._ticks:
            painter.setBrush(self._colour if value <= self._value else self._look.palette.rule)
            painter.drawEllipse(place, TRACK_PX / 2 + TICK_PX, TRACK_PX / 2 + TICK_PX)

    def _paint_chevrons(self, painter: QPainter, thumb: QPointF) -> None:
        """Two arrow heads on the thumb: which ways it goes."""
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        ink = self._look.palette.background
        painter.setPen(QPen(ink, 3.5, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            tip = thumb + QPointF(side * 2 * CHEVRON_PX, 0)
            back = [QPointF(-side * CHEVRON_PX, y) for y in (-CHEVRON_PX, CHEVRON_PX)]
            painter.drawPolyline(QPolygonF([tip + back[0], tip, tip + back[1]]))


def slider_between(
    parent: QGraphicsItem,
    look: Look,
    row: QRectF,
    name: str,
    ends: tuple[str, str],
    colour: QColor,
) -> tuple[Slider, list[TextBlock]]:
    """A slider in the middle of `row`, and beside it the words for its two ends.

    It is shorter where a word would otherwise be wider than its end of the row.
    """
    free = row.width() - 2 * (widest_word(look, SUBTITLE, ends) + 2 * END_GAP_PX)
    track = QRectF(0, 0, min(row.width() * SHARE, free), row.height())
    track.moveCenter(row.center())
    slider = Slider(parent, look, track, name, colour)
    aligned = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
    zones = (QRectF(row.topLeft(), track.bottomLeft()), QRectF(track.topRight(), row.bottomRight()))
    blocks = []
    for words, zone, align in zip(ends, zones, aligned, strict=True):
        room = zone.adjusted(END_GAP_PX, 0, -END_GAP_PX, 0)
        block = TextBlock(parent, look, words, SUBTITLE, look.palette.text, room, align)
        block.setY(row.center().y() - block.height / 2)
        blocks.append(block)
    return slider, blocks
