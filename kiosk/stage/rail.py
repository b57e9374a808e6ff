"""The rail: where the tour is, how long it stays, and every way to move by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, SignalInstance
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Exhibition
from kiosk.show.programme import different, number_of
from kiosk.stage.chip import END_PX, Chip, fitting_lettering
from kiosk.stage.layout import Layout
from kiosk.stage.wishes import Wishes
from kiosk.toolkit.button import GAP_PX as BUTTON_GAP_PX
from kiosk.toolkit.button import ICON_PX as BUTTON_ICON_PX
from kiosk.toolkit.button import LABEL_PX, Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import text_width
from kiosk.toolkit.touchable import Touchable

WORDED = (("previous",), ("pause",), ("next",), ("languages", "access"))
"""The buttons, by their icons, that have words where there is room; the last loses them first."""


@dataclass(frozen=True)
class _Wanted:
    """A button of the rail."""

    icons: tuple[str, ...]
    words: str
    intent: SignalInstance


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
        scenes = exhibition.scenes
        self._numbers = [number_of(scenes, scene.id) for scene in scenes]
        self._build_buttons(with_prologue=exhibition.prologue is not None)
        self._build_chips(exhibition)

    def set_state(self, current: int | None, progress: float, paused: bool) -> None:
        """Shows which place of the round is on, None for the prologue, and how far its time is."""
        number = None if current is None else self._numbers[current]
        for index, chip in enumerate(self._chips):
            chip.set_state(index == number, progress, paused)
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
        scenes = different(exhibition.scenes)
        titles = [self._look.text(scene.title) for scene in scenes]
        room = row.width() - gap * (len(titles) - 1)
        lettering = fitting_lettering(self._look, titles, room)
        x = row.left()
        for index, (scene, words) in enumerate(zip(scenes, lettering.widths, strict=True)):
            rect = QRectF(x, row.top(), words + lettering.extra, row.height())
            chip = Chip(self, self._look, rect, scene, index, len(titles), lettering)
            chip.chosen.connect(self.wishes.scene_requested)
            self._chips.append(chip)
            x = rect.right() + gap

    def boundingRect(self) -> QRectF:
        return self.childrenBoundingRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""
