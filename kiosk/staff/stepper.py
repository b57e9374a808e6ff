"""A value between two round buttons, one for less and one for more."""

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.faint import FAINT
from kiosk.staff.label import label
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.touchable import Touchable

TARGET_PX = 96.0
RING_PX = 80.0
ARM_PX = 11.0
VALUE = TextStyle("sans-bold", (36, 34, 32, 30, 28, 26, 24), 1.2)


class Stepper(QGraphicsObject):
    """Fills `rect` of its parent, which is at least 96 high and 280 wide.

    It asks for another value and shows none by itself: its owner calls `show_value`.

    Args:
        name: what is set, in words, for speech and tests.

    Signals:
        stepped: 1 for more, -1 for less.
    """

    stepped = Signal(int)

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF, name: str) -> None:
        super().__init__(parent)
        self._look = look
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._words: TextBlock | None = None
        self._shown: tuple[str, QColor] | None = None
        self._can = {-1: True, 1: True}
        top = (rect.height() - TARGET_PX) / 2
        less = QRectF(0, top, TARGET_PX, TARGET_PX)
        self._less = _StepButton(self, look, less, name, -1)
        self._more = _StepButton(self, look, less.translated(rect.width() - TARGET_PX, 0), name, 1)
        for button in (self._less, self._more):
            button.wanted.connect(self._on_wanted)
        self.setPos(rect.topLeft())

    def show_value(
        self, said: str, *, can_less: bool = True, can_more: bool = True, ink: QColor | None = None
    ) -> None:
        """Shows a value.

        Args:
            said: the value with its unit, as in `20 秒`.
            can_less: whether it may become less; if not, that button does nothing.
            can_more: whether it may become more.
            ink: its colour, where that says something which words say as well.
        """
        self._can = {-1: can_less, 1: can_more}
        self._less.show_state(said, can_less)
        self._more.show_state(said, can_more)
        colour = ink or self._look.palette.text
        if (said, colour) == self._shown:
            return
        self._shown = said, colour
        if self._words:
            discard(self._words)
        zone = self._bounds.adjusted(TARGET_PX + 4, 0, -TARGET_PX - 4, 0)
        self._words = label(self, self._look, said, VALUE, colour, zone)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [self._less, self._more]

    def _on_wanted(self, step: int) -> None:
        if self._can[step]:
            self.stepped.emit(step)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


class _StepButton(Touchable):
    """A minus or a plus in a ring; the arrow keys step either way, whichever has the focus."""

    wanted = Signal(int)

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, name: str, step: int
    ) -> None:
        words = look.strings.more_of if step > 0 else look.strings.less_of
        super().__init__(parent, look.text(words).format(name=name))
        self._look = look
        self._of = name
        self._step = step
        self._said = ""
        self._enabled = True
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())

    def show_state(self, said: str, enabled: bool) -> None:
        """Takes note of the value as it is said, and of whether there is a step to take."""
        self._said = said
        if enabled != self._enabled:
            self._enabled = enabled
            self.update()

    def activate(self) -> None:
        self.wanted.emit(self._step)
        super().activate()

    def step(self, step: int) -> bool:
        self.wanted.emit(step)
        return True

    def describe(self) -> str:
        between = ": " if self._look.language == "en" else "："
        state = self._said if self._enabled else self._look.text(self._look.strings.not_now)
        return f"{self.name}{between}{state}"

    def reads(self) -> str:
        between = ": " if self._look.language == "en" else "："
        return f"{self._of}{between}{self._said}"

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, centre = self._look.palette, self._bounds.center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(painter.opacity() * (1.0 if self._enabled else FAINT))
        pressed = self.pressed and self._enabled
        painter.setPen(QPen(palette.text if pressed else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.18 if pressed else 0.0))
        painter.drawEllipse(centre, RING_PX / 2, RING_PX / 2)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(palette.text, 3.5, Qt.PenStyle.SolidLine, cap))
        x, y = centre.x(), centre.y()
        painter.drawLine(QLineF(x - ARM_PX, y, x + ARM_PX, y))
        if self._step > 0:
            painter.drawLine(QLineF(x, y - ARM_PX, x, y + ARM_PX))
