"""Ten digits, one key that takes the last one back, and one that says that it is all."""

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.staff.faint import FAINT
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

KEY_PX = QSizeF(160, 112)
GAP_PX = 16.0
PAD_PX = QSizeF(3 * KEY_PX.width() + 2 * GAP_PX, 4 * KEY_PX.height() + 3 * GAP_PX)
DIGIT_PX = 44
ICON_PX = 44.0
RADIUS_PX = 20.0


class NumberPad(QGraphicsObject):
    """Fills `rect` of its parent, which is as large as `PAD_PX`.

    Args:
        erase: the name of the key that takes a digit back.
        confirm: the name of the key that says that it is all.

    Signals:
        digit: one of `0` to `9`.
        erased: the last digit is to go.
        confirmed: it is all.
    """

    digit = Signal(str)
    erased = Signal()
    confirmed = Signal()

    def __init__(
        self, parent: QGraphicsItem, look: Look, rect: QRectF, erase: str, confirm: str
    ) -> None:
        super().__init__(parent)
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._digits = [
            _Key(self, look, _place(at), name) for at, name in (*enumerate("123456789"), (10, "0"))
        ]
        for key in self._digits:
            key.activated.connect(lambda name=key.name: self.digit.emit(name))
        self._erase = _Key(self, look, _place(9), erase, "backspace")
        self._erase.activated.connect(self.erased)
        self._confirm = _Key(self, look, _place(11), confirm, "check", is_primary=True)
        self._confirm.activated.connect(self.confirmed)
        self.setPos(rect.topLeft())

    def show_state(self, *, digits: bool, erase: bool, confirm: bool, said: str) -> None:
        """Shows which keys can be used; `said` is what is told after each of them."""
        for key in self._digits:
            key.show_state(digits, said)
        self._erase.show_state(erase, said)
        self._confirm.show_state(confirm, "")

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        return [*self._digits[:9], self._erase, self._digits[9], self._confirm]

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


class _Key(Touchable):
    """A digit or an icon."""

    outline_px = 2.0

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        name: str,
        icon: str = "",
        is_primary: bool = False,
    ) -> None:
        super().__init__(parent, name)
        self._look = look
        self._icon = icon
        self._is_primary = is_primary
        self._enabled = True
        self._said = ""
        self._font = look.font("sans", DIGIT_PX)
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self.setPos(rect.topLeft())

    def show_state(self, enabled: bool, said: str) -> None:
        """Shows whether it can be used; `said` is what is told after it was."""
        self._said = said
        if enabled != self._enabled:
            self._enabled = enabled
            self.update()

    def activate(self) -> None:
        if self._enabled:
            super().activate()

    def describe(self) -> str:
        if self._enabled:
            return self.name
        between = ": " if self._look.language == "en" else "："
        return f"{self.name}{between}{self._look.text(self._look.strings.not_now)}"

    def reads(self) -> str:
        """How many digits there are, and never which."""
        return self._said

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(painter.opacity() * (1.0 if self._enabled else FAINT))
        pressed = self.pressed and self._enabled
        ink = palette.text
        painter.setPen(QPen(palette.text if pressed else palette.rule, 2))
        painter.setBrush(faded(palette.text, 0.22) if pressed else palette.background)
        if self._is_primary and self._enabled:
            accent = palette.scene_accents()[0]
            ink = palette.ink_on(accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent.lighter(115) if pressed else accent)
        painter.drawRoundedRect(self._bounds, RADIUS_PX, RADIUS_PX)
        if self._icon:
            place = QRectF(0, 0, ICON_PX, ICON_PX)
            place.moveCenter(self._bounds.center())
            self._look.icons.draw(painter, self._icon, place, ink)
        else:
            painter.setFont(self._font)
            painter.setPen(ink)
            painter.drawText(self._bounds, Qt.AlignmentFlag.AlignCenter, self.name)


def _place(at: int) -> QRectF:
    """Where the key at `at` stands, counted in reading order from 0."""
    row, column = divmod(at, 3)
    wide, high = KEY_PX.width(), KEY_PX.height()
    return QRectF(column * (wide + GAP_PX), row * (high + GAP_PX), wide, high)
