"""A slider through the moments of a chart, with a button that walks through them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.show.animator import Animation, Animator
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.slider import Slider
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

HEIGHT_PX = 96.0
STEP_MS = 700.0
GAP_PX = 24.0
LABEL_PX = 44


class Scrubber(QGraphicsObject):
    """Emits `moved` with the moment, counted from 0, whenever another one is wanted."""

    moved = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        moments: Sequence[str],
        colour: QColor,
        animator: Animator,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._moments = moments
        self._animator = animator
        self._walk: Animation | None = None
        self._font = look.font("sans-bold", LABEL_PX)
        self._bounds = QRectF(0, 0, rect.width(), HEIGHT_PX)
        self._label_px = max(text_width(self._font, moment) for moment in moments)
        self.moment = len(moments) - 1
        self.setPos(rect.topLeft())
        play = QRectF(0, 0, HEIGHT_PX, HEIGHT_PX)
        self._button = Button(self, look, play, look.text(look.strings.play_moments), "play")
        self._button.activated.connect(self.play)
        left = HEIGHT_PX + GAP_PX
        track = QRectF(left, 0, rect.width() - left - self._label_px - GAP_PX, HEIGHT_PX)
        name = look.text(look.strings.moments)
        self._slider = Slider(self, look, track, name, colour, stops=len(moments))
        self._slider.set_value(1.0)
        self._slider.moved.connect(self._on_slid)

    def show_moment(self, moment: int) -> None:
        """Shows that `moment` is on, and asks for nothing."""
        self.moment = moment
        self._slider.set_value(moment / (len(self._moments) - 1))
        self.update()

    def play(self) -> None:
        """Walks from the first moment to the last."""
        self.stop()
        self._ask_for(0)
        self._go_on()

    def stop(self) -> None:
        """Walks no further."""
        if self._walk:
            self._walk.cancel()
            self._walk = None

    def touchables(self) -> list[Touchable]:
        """The button and the slider."""
        return [self._button, self._slider]

    def _go_on(self) -> None:
        self._walk = self._animator.run(STEP_MS, _wait, on_done=self._take_step)

    def _take_step(self) -> None:
        self._walk = None
        self._ask_for(self.moment + 1)
        if self.moment < len(self._moments) - 1:
            self._go_on()

    def _on_slid(self, value: float) -> None:
        self.stop()
        self._ask_for(round(value * (len(self._moments) - 1)))

    def _ask_for(self, moment: int) -> None:
        self.show_moment(moment)
        self.moved.emit(moment)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setFont(self._font)
        painter.setPen(self._look.palette.text)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._bounds, flags, self._moments[self.moment])


def _wait(_ratio: float) -> None:
    """Nothing moves between two moments but the marks."""
