"""A panel over the dimmed scene: its ground, its coming and going, and the ways out of it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Accent
from kiosk.show.animator import Animation, Animator
from kiosk.stage.layout import Layout
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.touchable import Touchable

OPEN_MS = 320.0
CLOSE_MS = 220.0
REDUCED_MS = 150.0
RISE_PX = 40.0
EDGE_PX = 6.0
RADIUS_PX = 24.0
SHADE_RATIO = 0.8
BUTTON_PX = 96.0
MARGIN_PX = 32.0
"""How far the buttons stand from the panel's edges."""


class Panel(Touchable):
    """The ground of a sheet; a touch on it does nothing."""

    def __init__(self, parent: QGraphicsItem, look: Look, accent: Accent) -> None:
        super().__init__(parent, "")
        self._look = look
        self._accent = accent
        self.rect = QRectF()

    def describe(self) -> str:
        """All that stands on it."""
        sheet = self.parentItem()
        return sheet.describe() if isinstance(sheet, Touchable) else self.name

    def boundingRect(self) -> QRectF:
        return self.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.palette.rule)
        painter.setBrush(self._look.palette.card)
        painter.drawRoundedRect(self.rect, RADIUS_PX, RADIUS_PX)
        accent = self._look.palette.accent(self._accent)
        painter.fillRect(
            QRectF(self.rect.left() + RADIUS_PX, self.rect.top(), 160, EDGE_PX), accent
        )


class Sheet(Touchable):
    """Something that lies open over everything else; activated, it asks to be closed.

    Kinds put their words and controls on `plate` and then give it its height.

    Args:
        accent: of the scene it lies over.
        bounds: the whole visible area, in design units.
        deeper: whether it lies over another sheet, to which there is a way back.

    Attributes:
        plate: what everything stands on, as wide as `zone`.
        zone: where the panel may stand, in design units.

    Signals:
        close_requested: out of all that lies open.
        back_requested: to what was open before.
        layer_wanted: something deeper is to be opened, a `Layer`.
        moved: the panel with everything on it has risen or sunk.
    """

    close_requested = Signal()
    back_requested = Signal()
    layer_wanted = Signal(object)
    moved = Signal()

    def __init__(
        self, look: Look, layout: Layout, accent: Accent, bounds: QRectF, deeper: bool = False
    ) -> None:
        super().__init__(None, look.text(look.strings.close))
        self.look = look
        self.zone = layout.panel
        self.plate = Panel(self, look, accent)
        self._bounds = bounds
        self._deeper = deeper
        self._animation: Animation | None = None
        self._panel_y = self.zone.top()
        self.close_button = self._button("close", self.zone.width() - MARGIN_PX - BUTTON_PX)
        self.close_button.activated.connect(self.close_requested)
        self.back_button = self._build_back() if deeper else None

    def stand(self, height: float) -> None:
        """Gives the panel its height, in design units, and puts it in the middle of its zone."""
        height = min(height, self.zone.height())
        self.plate.rect = QRectF(0, 0, self.zone.width(), height)
        self._panel_y = self.zone.top() + (self.zone.height() - height) / 2
        self.plate.setPos(self.zone.left(), self._panel_y)

    @property
    def read_share(self) -> float:
        """How much of it, from 0 to 1, stands on pages before the one that is on."""
        return 0.0

    def turn_to_share(self, share: float) -> None:
        """Turns to the page on which that place is, in another look or language."""

    def controls(self) -> list[Touchable]:
        """What there is to touch beside the ways out, in reading order."""
        return []

    # What the stage does with it

    def open(self, animator: Animator) -> None:
        """Lets the panel rise and appear."""
        reduced = animator.reduced_motion
        self._animation = animator.run(
            REDUCED_MS if reduced else OPEN_MS,
            self._fade if reduced else self._rise,
            is_fade=reduced,
        )

    def dismiss(self, animator: Animator, on_done: Callable[[], None]) -> None:
        """Lets the panel sink from where it is, then calls `on_done`."""
        self.stop()
        seen, reduced = self.opacity(), animator.reduced_motion
        show = self._fade if reduced else self._rise
        self._animation = animator.run(
            REDUCED_MS if reduced else CLOSE_MS,
            lambda ratio: show(seen * (1 - ratio)),
            on_done=on_done,
            is_fade=reduced,
        )

    def stop(self) -> None:
        """Leaves the panel where it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None

    def cover(self, bounds: QRectF) -> None:
        """Dims the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def targets(self) -> list[Touchable]:
        """What a finger can act on: a touch on the panel does nothing, one beside it closes."""
        return [*self.touchables(), self.plate, self]

    def touchables(self) -> list[Touchable]:
        """What the keys can reach, in reading order."""
        back = [self.back_button] if self.back_button else []
        return [*back, *self.controls(), self.close_button]

    def activate(self) -> None:
        self.close_requested.emit()
        super().activate()

    def _build_back(self) -> Button:
        button = self._button("back", MARGIN_PX)
        button.activated.connect(self.back_requested)
        return button

    def _button(self, what: str, x: float) -> Button:
        strings = self.look.strings
        words, icon = {"close": (strings.close, "close"), "back": (strings.back, "previous")}[what]
        place = QRectF(x, MARGIN_PX, BUTTON_PX, BUTTON_PX)
        return Button(self.plate, self.look, place, self.look.text(words), icon)

    def _rise(self, ratio: float) -> None:
        self.plate.setY(self._panel_y + RISE_PX * (1 - ratio))
        self._fade(ratio)

    def _fade(self, ratio: float) -> None:
        self.setOpacity(ratio)
        self.moved.emit()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if not self._deeper:  # what lies under it has dimmed the scene already
            painter.fillRect(self._bounds, faded(self.look.palette.background, SHADE_RATIO))
