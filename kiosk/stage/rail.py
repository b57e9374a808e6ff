"""The rail: where the tour is, how long it stays, and every way to move by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Exhibition, Scene
from kiosk.stage.layout import Layout
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.button import GAP_PX as BUTTON_GAP_PX
from kiosk.toolkit.button import ICON_PX as BUTTON_ICON_PX
from kiosk.toolkit.button import LABEL_PX, Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.typesetting import break_lines, spaced

ICON_PX = 32.0
ICON_GAP_PX = 12.0
END_PX = 18.0
"""The room at both ends of a chip."""

ONE_LINE_SIZES = (30, 28, 26)
TWO_LINE_SIZES = (26, 24)
WITHOUT_ICONS = (26, 24, 22, 20, 18)
LINE_HEIGHT = 1.25
WORDED = (("previous",), ("pause",), ("next",), ("languages", "access"))
"""The buttons, by their icons, that have words where there is room; the last loses them first."""

UNCLIPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


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
        lettering: "Lettering",
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
        self._lines = lettering.lines(look, self.name)
        self._fonts = tuple(look.font(face, lettering.size_px) for face in ("sans", "sans-bold"))
        self._line_px = lettering.size_px * LINE_HEIGHT
        self._icon_px = ICON_PX + ICON_GAP_PX if lettering.has_icons else 0.0
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
        words = max(text_width(font, line) for line in self._lines)
        x = (self._bounds.width() - self._icon_px - words) / 2
        y = (self._bounds.height() - ICON_PX) / 2
        if self._icon_px:
            place = QRectF(x, y, ICON_PX, ICON_PX)
            self._look.icons.draw(painter, self._accent_name, place, accent)
        painter.setPen(palette.text)
        x += self._icon_px
        y = (self._bounds.height() - self._line_px * len(self._lines)) / 2
        for line in self._lines:
            place = QRectF(x, y, words + 4, self._line_px)
            painter.drawText(place, UNCLIPPED, line)
            y += self._line_px


@dataclass(frozen=True)
class _Wanted:
    """A button of the rail."""

    icons: tuple[str, ...]
    words: str
    intent: SignalInstance


@dataclass(frozen=True)
class Lettering:
    """How the titles on all chips are set: in one size, on one line or on two.

    Attributes:
        widths: how wide each title may be, in design pixels.
        line_width: how wide a line may be, in design pixels.
        extra: what a chip is wider than its title, in design pixels.
    """

    size_px: int
    widths: tuple[float, ...]
    line_width: float
    extra: float

    @property
    def has_icons(self) -> bool:
        """Whether there is room for icons."""
        return self.extra > 2 * END_PX

    def lines(self, look: Look, title: str) -> list[str]:
        """`title` in lines."""
        font = look.font("sans-bold", self.size_px)
        return break_lines(title, QFontMetricsF(font).horizontalAdvance, self.line_width)


class Rail(QGraphicsObject):
    """Chips for the scenes, and buttons to go on and back, to pause, for access and the prologue.

    Attributes:
        wishes: what is wanted by touching them.
    """

    def __init__(self, exhibition: Exhibition, look: Look, layout: Layout) -> None:
        super().__init__()
        self.wishes = Wishes()
        self._look = look
        self._layout = layout
        self._chips: list[Chip] = []
        self._build_buttons(with_prologue=exhibition.prologue is not None)
        self._build_chips(exhibition)

    def set_state(self, current: int | None, progress: float, paused: bool) -> None:
        """Shows which scene is on, None for the prologue, and how far its time has run."""
        for index, chip in enumerate(self._chips):
            chip.set_state(index == current, progress)
        strings = self._look.strings
        words = self._look.text(strings.resume if paused else strings.pause)
        self._pause.set_icon("play" if paused else "pause", words)

    def touchables(self) -> list[Touchable]:
        """Everything on the rail, in reading order."""
        return [*self._chips, *self._buttons]

    def _build_buttons(self, with_prologue: bool) -> None:
        strings, wishes, text = self._look.strings, self.wishes, self._look.text
        wanted = [
            _Wanted(("previous",), text(strings.previous), wishes.previous_requested),
            _Wanted(("pause",), text(strings.pause), wishes.pause_requested),
            _Wanted(("next",), text(strings.next), wishes.next_requested),
            _Wanted(("languages", "access"), text(strings.access), wishes.access_requested),
        ]
        if with_prologue:
            words = text(strings.what_is_it)
            wanted.append(_Wanted(("question",), words, wishes.prologue_requested))
        self._buttons: list[Touchable] = []
        labels, rects = self._button_places(wanted)
        for one, label, rect in zip(wanted, labels, rects, strict=True):
            button = Button(self, self._look, rect, one.words, *one.icons, label=label)
            button.activated.connect(one.intent)
            self._buttons.append(button)
            if one.icons == ("pause",):
                self._pause = button

    def _button_places(self, wanted: Sequence["_Wanted"]) -> tuple[list[str], list[QRectF]]:
        """The words on the buttons, and where these stand in the last row.

        Beside the chips they are at its end and have icons alone. Where the row is theirs they take
        all of it, and have words as far as these leave room: the question is one by itself.
        """
        row, gap = self._layout.rail_rows[-1], self._layout.rail_gap
        labels = ["" for _ in wanted]
        widths = [max(row.height(), self._button_width(one, "")) for one in wanted]
        spare = 0.0
        if len(self._layout.rail_rows) > 1:
            room = row.width() - gap * (len(wanted) - 1)
            for worded in (WORDED, WORDED[:-1], ()):
                labels = [one.words if one.icons in worded else "" for one in wanted]
                widths = [
                    max(row.height(), self._button_width(one, label))
                    for one, label in zip(wanted, labels, strict=True)
                ]
                if sum(widths) <= room:
                    break
            spare = (room - sum(widths)) / len(wanted)
        x = row.right() - sum(widths) - len(wanted) * spare - gap * (len(wanted) - 1)
        rects = []
        for width in widths:
            rects.append(QRectF(x, row.top(), width + spare, row.height()))
            x = rects[-1].right() + gap
        return labels, rects

    def _button_width(self, one: "_Wanted", label: str) -> float:
        words = text_width(self._look.font("sans", LABEL_PX), label) + BUTTON_GAP_PX if label else 0
        return 2 * END_PX + len(one.icons) * (BUTTON_ICON_PX + BUTTON_GAP_PX) + words

    def _build_chips(self, exhibition: Exhibition) -> None:
        row, gap = QRectF(self._layout.rail_rows[0]), self._layout.rail_gap
        if len(self._layout.rail_rows) == 1:
            row.setRight(self._buttons[0].pos().x() - gap)
        titles = [self._look.text(scene.title) for scene in exhibition.scenes]
        room = row.width() - gap * (len(titles) - 1)
        lettering = _lettering(self._look, titles, room)
        x = row.left()
        for index, (scene, words) in enumerate(
            zip(exhibition.scenes, lettering.widths, strict=True)
        ):
            rect = QRectF(x, row.top(), words + lettering.extra, row.height())
            chip = Chip(self, self._look, rect, scene, index, lettering)
            chip.chosen.connect(self.wishes.scene_requested)
            self._chips.append(chip)
            x = rect.right() + gap

    def boundingRect(self) -> QRectF:
        return self.childrenBoundingRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _lettering(look: Look, titles: list[str], room: float) -> Lettering:
    """The largest lettering at which chips stand in `room`; icons give way before words do."""
    with_icons, without = 2 * END_PX + ICON_PX + ICON_GAP_PX, 2 * END_PX
    share = room / len(titles)
    for extra in (with_icons, without):
        for size in ONE_LINE_SIZES:
            font = look.font("sans-bold", size)
            widths = [text_width(font, spaced(title)) for title in titles]
            spare = share - sum(widths) / len(titles) - extra
            if spare >= 0:
                return Lettering(size, tuple(width + spare for width in widths), room, extra)
    for extra, sizes in ((with_icons, TWO_LINE_SIZES), (without, WITHOUT_ICONS)):
        for size in sizes:
            lettering = Lettering(size, (share - extra,) * len(titles), share - extra, extra)
            if all(len(lettering.lines(look, title)) <= 2 for title in titles):
                return lettering
    return lettering
