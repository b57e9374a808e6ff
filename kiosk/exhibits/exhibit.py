"""What all kinds of exhibits share: the frame around the picture, the entrance, and being read.

A kind gets the rectangle inside the frame and paints into it by three numbers from 0 to 1, one for
each stage of the entrance. At 1, 1, 1 the picture is exactly what the source says. Its marks are
numbered from 0; a finger or the arrow keys select one of them, and a label reads it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Accent, ExhibitSpec, Source
from kiosk.exhibits.entrance import ENTRANCE_MS, SETTLED, Entrance
from kiosk.exhibits.surround import build_foot, build_head, source_words
from kiosk.show.animator import Animator, Drift
from kiosk.show.passage import Passage
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.readout import Reading, ReadOut
from kiosk.toolkit.touchable import Touchable


@dataclass(frozen=True)
class ExhibitFrame:
    """Where an exhibit stands and what it is handed, whatever its kind.

    Attributes:
        size: of the whole exhibit, in design pixels.
        corner: how much is taken in the upper right corner, in design pixels.
        sources: the scene's sources by id.
        unit_px: how many design pixels one pixel is on a screen 1080 pixels high or wide.
    """

    look: Look
    accent: Accent
    size: QSizeF
    corner: QSizeF
    sources: Mapping[str, Source]
    animator: Animator
    unit_px: float = 1.0


class ExhibitItem(Touchable):
    """Title, subtitle and source of an exhibit, and the entrance of what stands between them.

    Kinds override `build` and `paint_picture`; those whose marks can be read, `mark_count`,
    `nearest` and `reading`; those that have more to touch, `controls`; and where they have child
    items to move, `entered`. A kind that never quite stands still sets `lives` and overrides
    `live`. One that has a state beside the selected mark extends `reset` and `take_over`.

    Attributes:
        overflow_px: how much higher the picture is than its room, 0 where it fits.
    """

    icon: ClassVar[str] = "exhibit"
    """On the switch between several exhibits: a name in `resources/icons`."""

    lives: ClassVar[bool] = False

    def __init__(self, parent: QGraphicsItem, spec: ExhibitSpec, frame: ExhibitFrame) -> None:
        super().__init__(parent, frame.look.text(spec.title))
        self.spec = spec
        self.frame = frame
        self.look = frame.look
        self.entrance = SETTLED
        self.selected: int | None = None
        self._selected_before: int | None = None
        self.overflow_px = 0.0
        self._touched = False
        self._passage = Passage(frame.animator, ENTRANCE_MS, self._set_ratio)
        self._drift: Drift | None = None
        self._bounds = QRectF(0, 0, frame.size.width(), frame.size.height())
        self._source_words = source_words(self.look, spec, frame.sources)
        width = self._bounds.width()
        self.head = build_head(self, self.look, spec, self.unit_text(), width, frame.corner)
        bottom = build_foot(self, self.look, self._bounds, self._source_words, spec.notes)
        self.picture_rect = QRectF(0, self.head.bottom, width, bottom - self.head.bottom)
        self.build(QRectF(self.picture_rect))
        # The switch stands in the corner, above everything: what is read keeps out from under it.
        below_corner = self._bounds.adjusted(0, frame.corner.height(), 0, 0)
        self.read_out = ReadOut(self, self.look, below_corner)

    # What a kind is

    def build(self, rect: QRectF) -> None:
        """Prepares the picture inside `rect`, in this item's coordinates."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the picture as `self.entrance` has it, dimming with `dim` alone."""

    def entered(self) -> None:
        """Called when `self.entrance` has changed."""

    def live(self, elapsed_ms: float) -> None:
        """Called again and again while the exhibit is shown, if it `lives`."""

    def unit_text(self) -> str:
        """What is counted, to stand behind the subtitle; empty where there is no one unit."""
        return ""

    def mark_count(self) -> int:
        """How many marks can be read."""
        return 0

    def nearest(self, point: QPointF) -> int:
        """The mark that a finger at `point` means; asked only where there are marks."""
        return 0

    def reading(self, mark: int) -> Reading | None:
        """What the label says of a mark; None where the picture itself says it."""
        return None

    def selection_changed(self) -> None:
        """Called when another mark, or none, is selected."""

    def controls(self) -> list[Touchable]:
        """What can be touched on it beside its marks, in reading order."""
        return []

    def facts(self) -> str:
        """What there is to see, in a sentence or two without a full stop at the end."""
        return ""

    def reset(self) -> None:
        """Takes back whatever a visitor has done to it, and is doing."""
        self._touched = False
        self.select(None)

    def take_over(self, other: "ExhibitItem") -> None:
        """Goes on where `other` is, which shows the same in another look."""
        self._passage.put(other._passage.ratio)
        if other._passage.running:
            self._passage.go_on()
        if other._drift:
            self._begin_to_live()
        self.select(other.selected)

    # What the stage does with it

    def close(self) -> None:
        """Lets go of whatever would outlive the item."""
        self.stop()

    def enter(self) -> None:
        """Plays the entrance from its beginning."""
        self.stop()
        self._passage.start()
        self._begin_to_live()

    def rewind(self) -> None:
        """Shows what is there before the entrance: the frame alone."""
        self.stop()
        self.reset()
        self._passage.put(0.0)

    def settle(self) -> None:
        """Shows the final picture at once."""
        self.stop()
        self._passage.put(1.0)
        self._begin_to_live()

    def stop(self) -> None:
        """Leaves everything where it is."""
        self._passage.stop()
        if self._drift:
            self._drift.cancel()
            self._drift = None

    def select(self, mark: int | None) -> None:
        """Reads a mark out, or none."""
        if mark == self.selected:
            return
        self.selected = mark
        reading = None if mark is None else self.reading(mark)
        if reading:
            self.read_out.show_reading(reading)
        else:
            self.read_out.clear()
        self.selection_changed()
        self.update()

    def touchables(self) -> list[Touchable]:
        """Everything on it that can be acted on, in reading order."""
        return [*([self] if self.mark_count() else []), *self.controls()]

    # What fingers and keys do with it

    def grip(self, point: QPointF) -> Grip:
        return Grip.UNHURRIED if self.picture_rect.contains(point) else Grip.NONE

    def touch(self, point: QPointF) -> None:
        if not self._touched:
            self._touched, self._selected_before = True, self.selected
        self.select(self.nearest(point))

    def lift(self) -> None:
        self._touched = False

    def lose(self) -> None:
        if self._touched:
            self._touched = False
            self.select(self._selected_before)

    def tap(self, point: QPointF) -> None:
        again = not self._touched or self.selected == self._selected_before
        self._touched = False
        if again:
            self.select(None)

    def activate(self) -> None:
        if self.mark_count():
            self.select(0 if self.selected is None else None)
        super().activate()

    def step(self, step: int) -> bool:
        count = self.mark_count()
        if not count:
            return False
        first = 0 if step > 0 else count - 1
        at = first if self.selected is None else self.selected + step
        self.select(min(max(at, 0), count - 1))
        return True

    def set_pressed(self, pressed: bool) -> None:
        self.pressed = pressed  # what is read shows that it is touched

    def dim(self, painter: QPainter, opacity: float) -> None:
        """Paints from now on as opaque as that; of the whole, where the exhibit itself fades."""
        painter.setOpacity(self.effectiveOpacity() * opacity)

    def describe(self) -> str:
        """The title, what there is to see, and where it comes from, in one sentence."""
        full_stop, between = (".", ": ") if self.look.language == "en" else ("。", "：")
        parts = [part for part in (self.facts(), self._source_words) if part]
        comma = "; " if self.look.language == "en" else "；"
        return between.join([self.name, comma.join(parts)]) + full_stop if parts else self.name

    def reads(self) -> str:
        return (self.read_out.words or self.facts()) if self.selected is not None else ""

    # The entrance

    def _begin_to_live(self) -> None:
        if self.lives and not self._drift:
            self._drift = self.frame.animator.drift(self.live)

    def _set_ratio(self, ratio: float) -> None:
        self.entrance = Entrance.at(ratio)
        self.entered()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint_picture(painter)
