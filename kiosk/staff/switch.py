"""On or off, as a knob in a track: where the knob is says which, and a tick in it."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.faint import FAINT
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

TRACK_PX = (96.0, 52.0)
KNOB_PX = 20.0
"""The radius."""

TICK_PX = 24.0
DEEPER = 185
"""How much deeper a track is than its accent, in percent as `QColor.darker` has it."""


class Switch(Touchable):
    """Fills `rect` of its parent, at least 96 by 96; activated, it asks its owner to flip it.

    Args:
        name: what is on or off, in words, for speech and tests.
        enabled: whether it can be flipped now.

    Signals:
        flipped: whether it is to be on.
    """

    flipped = Signal(bool)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        is_on: bool,
        enabled: bool = True,
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._is_on = is_on
        self._enabled = enabled
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._is_on

    def show_state(self, is_on: bool, enabled: bool = True) -> None:
        """Shows whether it is on, and whether it can be flipped now."""
        if (is_on, enabled) != (self._is_on, self._enabled):
            self._is_on, self._enabled = is_on, enabled
            self.update()

    def activate(self) -> None:
        if self._enabled:
            self.flipped.emit(not self._is_on)
        super().activate()

    def step(self, step: int) -> bool:
        if (step > 0) != self._is_on:
            self.activate()
        return True

    def describe(self) -> str:
        strings, text = self._look.strings, self._look.text
        between, comma = (": ", ", ") if self._look.language == "en" else ("：", "，")
        state = text(strings.switched_on if self._is_on else strings.switched_off)
        unable = "" if self._enabled else comma + text(strings.not_now)
        return f"{self.name}{between}{state}{unable}"

    def reads(self) -> str:
        return self.describe()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(painter.opacity() * (1.0 if self._enabled else FAINT))
        track = QRectF(QPointF(), QPointF(*TRACK_PX))
        track.moveCenter(self._bounds.center())
        accent = palette.scene_accents()[2]
        ground = accent if palette.plain else accent.darker(DEEPER)
        pressed = self.pressed and self._enabled
        painter.setPen(QPen(palette.text if pressed or not self._is_on else ground, 3))
        painter.setBrush(ground if self._is_on else faded(palette.text, 0.14 if pressed else 0.0))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        inset = track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_on:
            knob = QPointF(track.right() - inset, track.center().y())
            painter.setBrush(palette.ink_on(ground))
            painter.drawEllipse(knob, KNOB_PX, KNOB_PX)
            tick = QRectF(0, 0, TICK_PX, TICK_PX)
            tick.moveCenter(knob)
            self._look.icons.draw(painter, "check", tick, ground)
        else:
            knob = QPointF(track.left() + inset, track.center().y())
            painter.setBrush(palette.muted)
            painter.drawEllipse(knob, KNOB_PX, KNOB_PX)
            painter.setPen(QPen(palette.background, 3.5))
            painter.drawLine(QLineF(knob.x() - 8, knob.y(), knob.x() + 8, knob.y()))
