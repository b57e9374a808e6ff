"""The rail: where the tour is, how long it stays, and every way to move by hand."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Exhibition, Scene
from kiosk.stage.layout import Layout
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

ICON_PX = 32.0
CHIP_EXTRA_PX = ICON_PX + 12 + 2 * 24
"""What a chip is wider than its title: the icon, its gap, and the room at both ends."""

LABEL_SIZES = (30, 28, 26, 24, 22, 20, 18)


class Chip(Touchable):
    """One scene: its icon and title, filled from the left as its time passes."""

    chosen = Signal(int)

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        rect: QRectF,
        scene: Scene,
        index: int,
        size_px: int,
    ) -> None:
        super().__init__(parent, look.text(scene.title))
        self._look = look
        self._index = index
        self._accent_name = scene.accent
        self._bounds = QRectF(0, 0, rect.width(), rect.height())
        self._outline = QPainterPath()
        self._outline.addRoundedRect(self._bounds, rect.height() / 2, rect.height() / 2)
        self._current = False
        self._filled_px = 0
        self._fonts = (look.font("sans", size_px), look.font("sans-bold", size_px))
        self.setPos(rect.topLeft())

    def set_state(self, current: bool, progress: float) -> None:
        """Shows whether the scene is on, and how much of its time has passed, from 0 to 1."""
        filled_px = round(progress * self._bounds.width()) if current else 0
        if (current, filled_px) != (self._current, self._filled_px):
            self._current, self._filled_px = current, filled_px
            self.update()

    def activate(self) -> None:
        self.chosen.emit(self._index)
        super().activate()

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette = self._look.palette
        accent = palette.accent(self._accent_name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._outline, palette.background)
        if self._filled_px or self.pressed:
            painter.save()
            width = self._bounds.width() if self.pressed else self._filled_px
            painter.setClipRect(QRectF(0, 0, width, self._bounds.height()))
            painter.fillPath(self._outline, faded(accent, 0.3))
            painter.restore()
        painter.setPen(QPen(accent if self._current else palette.rule, 3 if self._current else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._outline)
        font = self._fonts[self._current]
        painter.setFont(font)
        words = text_width(font, self.name)
        x = (self._bounds.width() - ICON_PX - 12 - words) / 2
        y = (self._bounds.height() - ICON_PX) / 2
        self._look.icons.draw(painter, self._accent_name, QRectF(x, y, ICON_PX, ICON_PX), accent)
        painter.setPen(palette.text)
        place = QRectF(x + ICON_PX + 12, 0, words + 4, self._bounds.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.name)


class Rail(QGraphicsObject):
    """Chips for the scenes, and buttons for previous, pause, next and the prologue."""

    scene_requested = Signal(int)
    previous_requested = Signal()
    pause_requested = Signal()
    next_requested = Signal()
    prologue_requested = Signal()

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        super().__init__()
        self._look = look
        self._layout = layout
        self._chips: list[Chip] = []
        self._build_buttons(with_prologue=exhibition.prologue is not None)
        self._build_chips(exhibition)

    def set_state(self, current: int | None, progress: float, paused: bool) -> None:
        """Shows which scene is on, None for the prologue, and how far its time has run."""
        for index, chip in enumerate(self._chips):
            chip.set_state(index == current, progress)
        strings, text = self._look.strings, self._look.text
        words = text(strings.resume if paused else strings.pause)
        label = words if self._layout.wide_buttons else ""
        self._pause.set_icon("play" if paused else "pause", label, words)

    def touchables(self) -> list[Touchable]:
        """Everything on the rail, in reading order."""
        return [*self._chips, *self._buttons]

    def _build_buttons(self, with_prologue: bool) -> None:
        strings = self._look.strings
        wanted: list[tuple[str, str, SignalInstance]] = [
            ("previous", self._look.text(strings.previous), self.previous_requested),
            ("pause", self._look.text(strings.pause), self.pause_requested),
            ("next", self._look.text(strings.next), self.next_requested),
        ]
        if with_prologue:
            words = self._look.text(strings.what_is_it)
            wanted.append(("question", words, self.prologue_requested))
        rects = self._button_rects(len(wanted))
        self._buttons: list[Touchable] = []
        for (icon, words, intent), rect in zip(wanted, rects, strict=True):
            label = words if self._layout.wide_buttons and icon != "question" else ""
            button = Button(self, self._look, rect, words, icon, label)
            button.activated.connect(intent)
            self._buttons.append(button)
            if icon == "pause":
                self._pause = button

    def _button_rects(self, count: int) -> list[QRectF]:
        row, gap = self._layout.rail_rows[-1], self._layout.rail_gap
        if self._layout.wide_buttons:
            width = (row.width() + gap) / count - gap
            left = row.left()
        else:
            width = row.height()
            left = row.right() - count * (width + gap) + gap
        return [
            QRectF(left + i * (width + gap), row.top(), width, row.height()) for i in range(count)
        ]

    def _build_chips(self, exhibition: Exhibition) -> None:
        row, gap = QRectF(self._layout.rail_rows[0]), self._layout.rail_gap
        if len(self._layout.rail_rows) == 1:
            row.setRight(self._buttons[0].pos().x() - gap)
        titles = [self._look.text(scene.title) for scene in exhibition.scenes]
        room = row.width() - gap * (len(titles) - 1) - CHIP_EXTRA_PX * len(titles)
        size = _chip_size(self._look, titles, room)
        widths = [text_width(self._look.font("sans-bold", size), title) for title in titles]
        spare = max(0.0, room - sum(widths)) / len(titles)
        x = row.left()
        for index, (scene, words) in enumerate(zip(exhibition.scenes, widths, strict=True)):
            rect = QRectF(x, row.top(), words + CHIP_EXTRA_PX + spare, row.height())
            chip = Chip(self, self._look, rect, scene, index, size)
            chip.chosen.connect(self.scene_requested)
            self._chips.append(chip)
            x = rect.right() + gap

    def boundingRect(self) -> QRectF:
        return self.childrenBoundingRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _chip_size(look: Look, titles: list[str], room: float) -> int:
    """The largest size at which all titles stand side by side in `room`."""
    for size in LABEL_SIZES:
        font = look.font("sans-bold", size)
        if sum(text_width(font, title) for title in titles) <= room:
            break
    return size
