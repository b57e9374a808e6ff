"""How large the panel is and how high it hangs, and what follows for fingers and for reach."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.language import Localised
from kiosk.settings.sizes import FLOOR_MM, inches, next_diagonal_mm, next_floor_mm
from kiosk.show.panel import Panel
from kiosk.staff.field import Field
from kiosk.staff.origin import Origins
from kiosk.staff.people import HEIGHT_MM
from kiosk.staff.section import GAP_PX, NOTE, Section
from kiosk.staff.start_words import StartWords
from kiosk.staff.status import Status
from kiosk.staff.stepper import Stepper
from kiosk.staff.wall_drawing import LOWEST_REACH_MM, DrawingWords, WallDrawing
from kiosk.toolkit.look import Look

FIELD_PX = 112.0
STEPPER_PX = 330.0
SIDE_PX = 660.0
"""How wide what is set is, beside the drawing."""

WORDS_PX = 216.0
TARGET_PX = 96.0
EASY_MM = 20.0
"""The smallest target that is as good as any larger one (Colle and Hiszem 2004)."""

LYING_PX = (1920.0, 1080.0)


class Wall(Section):
    """Two values to step, sentences about what follows, and a drawing to scale."""

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        words: StartWords,
        origins: Origins,
        status: Status,
        upright: bool,
    ) -> None:
        super().__init__(parent, look, zone)
        self._words = words
        self._origins = origins
        self._status = status
        self._upright = upright
        self._measured = status.drafted.settings.panel
        wide = zone.width() if upright else SIDE_PX
        row = QRectF(zone.left(), zone.top(), wide, FIELD_PX)
        self._add_diagonal(row)
        self._add_floor(row.translated(0, FIELD_PX + GAP_PX))
        top = zone.top() + 2 * (FIELD_PX + GAP_PX)
        said = QRectF(zone.left(), top, wide, WORDS_PX if upright else zone.bottom() - top)
        self._panel = self._as_panel()
        block = self.add_text("\n\n".join(self._sentences()), NOTE, said)
        block.setY(top + 8)
        if upright:
            drawn = zone.adjusted(0, said.bottom() + GAP_PX - zone.top(), 0, 0)
        else:
            drawn = zone.adjusted(SIDE_PX + 2 * GAP_PX, 0, 0, 0)
        self._build_drawing(drawn)

    def _as_panel(self) -> Panel | None:
        """The panel as measured, None while something of it is unknown."""
        diagonal_mm, floor_mm = self._measured.diagonal_mm, self._measured.floor_mm
        if diagonal_mm is None or floor_mm is None:
            return None
        wide, high = reversed(LYING_PX) if self._upright else LYING_PX
        return Panel(diagonal_mm, floor_mm, wide, high)

    def _add_diagonal(self, rect: QRectF) -> None:
        mm = self._measured.diagonal_mm
        larger, smaller = next_diagonal_mm(mm, 1), next_diagonal_mm(mm, -1)
        stepper = self._add_stepper(rect, "panel.diagonal_mm", self._words.diagonal)
        said = self._text(self._words.unmeasured) if mm is None else self._size(mm)
        can_less, can_more = mm is None or smaller < mm, mm is None or larger > mm
        stepper.show_value(said, can_less=can_less, can_more=can_more)
        stepper.stepped.connect(
            lambda step: self.draft({"panel.diagonal_mm": larger if step > 0 else smaller})
        )

    def _add_floor(self, rect: QRectF) -> None:
        mm = self._measured.floor_mm
        low, high = FLOOR_MM
        stepper = self._add_stepper(rect, "panel.floor_mm", self._words.floor)
        said = self._text(self._words.unmeasured) if mm is None else self._centimetres(mm)
        can_less, can_more = mm is None or mm > low, mm is None or mm < high
        stepper.show_value(said, can_less=can_less, can_more=can_more)
        stepper.stepped.connect(
            lambda step: self.draft({"panel.floor_mm": next_floor_mm(mm, step)})
        )

    def _add_stepper(self, rect: QRectF, key: str, name: Localised) -> Stepper:
        note = self._origins.of(self._status.drafted, key)
        field = Field(self, self.look, rect, self._text(name), note, STEPPER_PX)
        stepper = Stepper(field, self.look, field.place, self._text(name))
        self.add(stepper)
        return stepper

    def _sentences(self) -> Sequence[str]:
        """What follows from the measures."""
        words, panel = self._words, self._panel
        if panel is None:
            return [self._text(words.measure_both)]
        target_mm = TARGET_PX / panel.px_per_mm
        highest_px = self._status.highest_px
        target = words.target_good if target_mm >= EASY_MM else words.target_small
        reach = words.reach_high if panel.needs_reach(highest_px) else words.reach_good
        said = [
            self._text(target).format(mm=int(target_mm)),
            self._text(reach).format(mm=round(panel.above_floor_mm(highest_px))),
        ]
        if panel.floor_mm < LOWEST_REACH_MM:
            said.append(self._text(words.floor_low))
        return said

    def _build_drawing(self, zone: QRectF) -> None:
        words, text = self._words, self._text
        adult = text(words.adult).format(cm=round(HEIGHT_MM / 10))
        told = DrawingWords(text(words.highest), text(words.reach_band), adult, text(words.seated))
        WallDrawing(self, self.look, zone, self._panel, self._status.highest_px, told)

    def _size(self, diagonal_mm: float) -> str:
        """A diagonal in inches, and below in centimetres."""
        told = self._text(self._words.inches).format(inches=f"{inches(diagonal_mm):g}")
        return f"{told}\n{self._centimetres(diagonal_mm)}"

    def _centimetres(self, mm: float) -> str:
        return self._text(self._words.centimetres).format(cm=round(mm / 10))

    def _text(self, localised: Localised) -> str:
        return self.look.text(localised)
