"""What all kinds of exhibits share: the frame around the picture, and the staged entrance.

A kind gets the rectangle inside the frame and paints into it by three numbers from 0 to 1, one for
each stage of the entrance. At 1, 1, 1 the picture is exactly what the source says.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Accent, ExhibitSpec, Source
from kiosk.show.animator import Animation, Animator
from kiosk.show.easing import ease_in_out
from kiosk.toolkit.look import Look
from kiosk.toolkit.sources import source_line
from kiosk.toolkit.text import H2, SOURCE, SUBTITLE, TextBlock, text_width

STAGES_MS = (500.0, 900.0, 500.0)
ENTRANCE_MS = sum(STAGES_MS)
GAP_PX = 14.0
SEPARATOR = "　|　"


@dataclass(frozen=True)
class ExhibitFrame:
    """Where an exhibit stands and what it is handed, whatever its kind.

    Attributes:
        size: of the whole exhibit, in design pixels.
        title_width: how much of the first line is free for the title, in design pixels.
        sources: the scene's sources by id.
    """

    look: Look
    accent: Accent
    size: QSizeF
    title_width: float
    sources: Mapping[str, Source]
    animator: Animator


@dataclass(frozen=True)
class Entrance:
    """How far each stage of the entrance has come, from 0 to 1."""

    axes: float
    marks: float
    remarks: float

    @classmethod
    def at(cls, ratio: float) -> "Entrance":
        """The stages when `ratio` of the whole entrance's time is over."""
        now_ms = ratio * ENTRANCE_MS
        stages = []
        for duration_ms in STAGES_MS:
            stages.append(ease_in_out(min(max(now_ms / duration_ms, 0.0), 1.0)))
            now_ms -= duration_ms
        return cls(*stages)


SETTLED = Entrance(1.0, 1.0, 1.0)


class ExhibitItem(QGraphicsObject):
    """Title, subtitle and source of an exhibit, and the entrance of what stands between them.

    Kinds override `build`, `paint_picture` and, where they have child items to move, `entered`.
    """

    def __init__(self, parent: QGraphicsItem, spec: ExhibitSpec, frame: ExhibitFrame) -> None:
        super().__init__(parent)
        self.spec = spec
        self.frame = frame
        self.look = frame.look
        self.entrance = SETTLED
        self._animation: Animation | None = None
        self._bounds = QRectF(0, 0, frame.size.width(), frame.size.height())
        top = self._build_head(spec)
        bottom = self._build_foot(spec)
        self.build(QRectF(0, top, self._bounds.width(), bottom - top))

    def build(self, rect: QRectF) -> None:
        """Prepares the picture inside `rect`, in this item's coordinates."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the picture as `self.entrance` has it."""

    def entered(self) -> None:
        """Called when `self.entrance` has changed."""

    def unit_text(self) -> str:
        """What is counted, to stand behind the subtitle; empty where there is no one unit."""
        return ""

    def close(self) -> None:
        """Lets go of whatever would outlive the item."""
        self.stop()

    def enter(self) -> None:
        """Plays the entrance from its beginning."""
        self.stop()
        self._animation = self.frame.animator.run(
            ENTRANCE_MS, self._set_ratio, easing=lambda ratio: ratio
        )

    def rewind(self) -> None:
        """Shows what is there before the entrance: the frame alone."""
        self.stop()
        self._set_ratio(0.0)

    def settle(self) -> None:
        """Shows the final picture at once."""
        self.stop()
        self._set_ratio(1.0)

    def stop(self) -> None:
        """Leaves the entrance where it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None

    def _set_ratio(self, ratio: float) -> None:
        self.entrance = Entrance.at(ratio)
        self.entered()
        self.update()

    def _build_head(self, spec: ExhibitSpec) -> float:
        palette = self.look.palette
        title = self.look.text(spec.title)
        zone = QRectF(0, 0, self.frame.title_width, 52)
        y = TextBlock(self, self.look, title, H2, palette.text, zone).height
        words = self.look.text(spec.subtitle) if spec.subtitle else ""
        if unit := self.unit_text():
            words = self._with_unit(words, unit)
        if not words:
            return y + GAP_PX
        width = self.frame.title_width
        self.subtitle = TextBlock(
            self, self.look, words, SUBTITLE, palette.muted, QRectF(0, y + 4, width, 40)
        )
        return y + 4 + self.subtitle.height + GAP_PX

    def _with_unit(self, words: str, unit: str) -> str:
        return f"{words} ({unit})" if self.look.language == "en" else f"{words}（{unit}）"

    def _build_foot(self, spec: ExhibitSpec) -> float:
        lines = self._foot_lines(spec)
        if not lines:
            return self._bounds.height()
        zone = QRectF(0, 0, self._bounds.width(), 140)
        foot = TextBlock(self, self.look, "\n".join(lines), SOURCE, self.look.palette.muted, zone)
        foot.setPos(0, self._bounds.height() - foot.height)
        return self._bounds.height() - foot.height - GAP_PX

    def _foot_lines(self, spec: ExhibitSpec) -> list[str]:
        strings, text = self.look.strings, self.look.text
        parts = []
        if spec.sources:
            named = [self.frame.sources[source] for source in spec.sources]
            parts.append(source_line(self.look, named))
        if spec.illustration:
            parts.append(text(strings.illustration))
        parts += [text(note) for note in spec.notes]
        return self._joined(parts)

    def _joined(self, parts: list[str]) -> list[str]:
        """`parts` side by side as far as they go, so that a line ends with a part."""
        font = self.look.font("sans", SOURCE.sizes[0])
        lines: list[str] = []
        for part in parts:
            if lines:
                longer = f"{lines[-1]}{SEPARATOR}{part}"
                if text_width(font, longer) <= self._bounds.width():
                    lines[-1] = longer
                    continue
            lines.append(part)
        return lines

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint_picture(painter)
