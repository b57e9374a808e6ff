"""The attract screen: what the exhibition is called, what it asks, and how to begin.

It stands before the living star field and has no ground of its own.
"""

from collections.abc import Callable
from math import pi, sin

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kiosk.content.model import Exhibition
from kiosk.show.animator import Animation, Animator, Drift
from kiosk.stage.languages import language_buttons
from kiosk.stage.layout import Layout
from kiosk.toolkit.look import Look
from kiosk.toolkit.palette import faded
from kiosk.toolkit.text import CAPTION, TextBlock, TextStyle, text_width
from kiosk.toolkit.touchable import Touchable

APPEAR_MS = 350.0
REDUCED_MS = 150.0
PULSE_MS = 3000.0
"""From one swelling of the dot to the next: far slower than anything that flashes."""

TITLE = TextStyle("serif-bold", (220, 200, 184, 168, 152, 136, 120, 104, 92, 80), 1.14)
SUBTITLE = TextStyle("sans", (46, 42, 38, 34), 1.4)
QUESTION = TextStyle("serif-bold", (50, 46, 42, 38, 34), 1.5)
INVITATION_SIZES = (44, 40, 36, 32)
ROW_GAP_PX = 18.0
DOT_PX = 18.0
HALO_PX = 32.0


class Invitation(Touchable):
    """«Touch the screen», with a dot that swells and shrinks without haste."""

    outline_px = 3.0

    def __init__(self, parent: QGraphicsItem, look: Look, rect: QRectF) -> None:
        super().__init__(parent, look.text(look.strings.invitation))
        self._look = look
        self._accent = look.palette.scene_accents()[0]
        self._swelling = 0.5
        room = rect.width() - rect.height() - 40
        for size in INVITATION_SIZES:
            self._font = look.font("sans-bold", size)
            words = text_width(self._font, self.name)
            if words <= room:
                break
        self._bounds = QRectF(0, 0, min(rect.width(), words + rect.height() + 56), rect.height())
        self.setPos(rect.topLeft())

    def swell(self, elapsed_ms: float) -> None:
        """Shows the dot as it is after `elapsed_ms`."""
        self._swelling = 0.5 + 0.5 * sin(2 * pi * elapsed_ms / PULSE_MS)
        self.update(QRectF(0, 0, self._bounds.height() + HALO_PX, self._bounds.height()))

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        palette, height = self._look.palette, self._bounds.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._accent, 3))
        painter.setBrush(palette.background)
        painter.drawRoundedRect(self._bounds, height / 2, height / 2)
        if self.pressed:
            painter.setBrush(faded(self._accent, 0.3))
            painter.drawRoundedRect(self._bounds, height / 2, height / 2)
        centre = QRectF(0, 0, height * 1.4, height).center()
        painter.setPen(Qt.PenStyle.NoPen)
        halo = DOT_PX + (HALO_PX - DOT_PX) * self._swelling
        painter.setBrush(faded(self._accent, 0.35))
        painter.drawEllipse(centre, halo, halo)
        painter.setBrush(self._accent)
        painter.drawEllipse(centre, DOT_PX, DOT_PX)
        painter.setFont(self._font)
        painter.setPen(palette.text)
        words = self._bounds.adjusted(centre.x() + HALO_PX + 14, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.name)


class Attract(Touchable):
    """Covers the screen, so that a touch anywhere wakes it and does nothing else.

    Args:
        silent: whether nothing can be read aloud here, which it then says.

    Signals:
        woken: somebody has touched it.
        language_wanted: somebody has touched it on this language.
    """

    woken = Signal()
    language_wanted = Signal(str)

    def __init__(
        self,
        exhibition: Exhibition,
        look: Look,
        layout: Layout,
        animator: Animator,
        silent: bool,
    ) -> None:
        super().__init__(None, look.text(look.strings.invitation))
        self._exhibition = exhibition
        self._look = look
        self._animator = animator
        self._bounds = layout.rect
        self._size = layout.size
        self._unit = layout.unit_px
        self._upright = layout.upright
        self._margin = (64.0 if self._upright else 124.0) * self._unit
        self._animation: Animation | None = None
        self._drift: Drift | None = None
        self._build_words(silent)
        self._build_controls()

    def appear(self) -> None:
        """Fades in."""
        self._fade(0.0, 1.0, None)

    def invite(self) -> None:
        """Lets the dot of the invitation swell and shrink from now on."""
        self._drift = self._animator.drift(self._invitation.swell)

    def leave(self, on_done: Callable[[], None]) -> None:
        """Fades out from how it is, then calls `on_done`."""
        seen = self.opacity()
        self.stop()
        self._fade(seen, 0.0, on_done)

    def stop(self) -> None:
        """Leaves everything as it is."""
        if self._animation:
            self._animation.cancel()
            self._animation = None
        if self._drift:
            self._drift.cancel()
            self._drift = None

    def set_silent(self, silent: bool) -> None:
        """Says that nothing can be read aloud here, or does so no more."""
        self._silence.setVisible(silent)

    def cover(self, bounds: QRectF) -> None:
        """Takes every touch on the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds

    def words(self) -> list[QRectF]:
        """Where words stand right before the star field, in design units."""
        blocks = [item for item in self.childItems() if isinstance(item, TextBlock)]
        seen = (block for block in blocks if block.isVisibleTo(self))
        return [block.mapRectToScene(block.inked()) for block in seen]

    def touchables(self) -> list[Touchable]:
        """What the keys can reach, in reading order."""
        return [self._invitation, *self._languages]

    def targets(self) -> list[Touchable]:
        """What a finger can act on: all of it."""
        return [*self.touchables(), self]

    def activate(self) -> None:
        self.woken.emit()
        super().activate()

    def describe(self) -> str:
        parts = [
            self._look.text(self._exhibition.title),
            self._look.text(self._exhibition.subtitle),
        ]
        return " ".join([*parts, self.name])

    # How it is built

    def _build_words(self, silent: bool) -> None:
        look, palette = self._look, self._look.palette
        tops = (0.27, 0.545, 0.625) if self._upright else (0.195, 0.485, 0.6)
        room = (0.265, 0.075, 0.095) if self._upright else (0.265, 0.1, 0.17)
        width = self._size.width() - 2 * self._margin
        wanted = [
            (look.text(self._exhibition.title), TITLE, palette.text, width),
            (self._subtitle(), SUBTITLE, palette.muted, width),
        ]
        if self._exhibition.question:
            question = look.text(self._exhibition.question)
            wanted.append((question, QUESTION, palette.text, width))
        high = self._size.height()
        for (words, style, colour, wide), top, share in zip(wanted, tops, room, strict=False):
            zone = QRectF(self._margin, top * high, wide, share * high)
            if style is TITLE:
                self._build_title(words, zone)
            else:
                TextBlock(self, look, words, style, colour, zone)
        zone = QRectF(self._margin, self._margin * 0.55 + 12, width, 50)
        note, right = look.text(look.strings.silent), Qt.AlignmentFlag.AlignRight
        self._silence = TextBlock(self, look, note, CAPTION, palette.muted, zone, right)
        self.set_silent(silent)

    def _build_title(self, words: str, zone: QRectF) -> None:
        """On the foot of its zone; Chinese, a word without gaps, rather small than in two lines."""
        if self._look.language != "en":
            zone.setTop(zone.bottom() - TITLE.sizes[0] * TITLE.line_height)
        block = TextBlock(self, self._look, words, TITLE, self._look.palette.text, zone)
        block.setY(zone.bottom() - block.height)

    def _subtitle(self) -> str:
        """The title in the other script, for whoever does not read this one, and the subtitle."""
        title, look = self._exhibition.title, self._look
        other = title.zh_hant if look.language == "en" else title.written("en")
        subtitle = look.text(self._exhibition.subtitle)
        if self._upright:
            return "\n".join(filter(None, (other, subtitle)))
        return "　•　".join(filter(None, (other, subtitle)))

    def _build_controls(self) -> None:
        """The invitation and the languages, low enough for everybody's arms."""
        high, width = self._size.height(), self._size.width() - 2 * self._margin
        row = max(118.0 * self._unit, 92.0)
        if self._upright:
            invitation = QRectF(self._margin, 0.745 * high, width, row)
            languages = QRectF(self._margin, invitation.bottom() + 2 * ROW_GAP_PX, width, row)
        else:
            top = 0.80 * high
            wide = 3 * max(150.0 * self._unit, 132.0) + 2 * ROW_GAP_PX
            left = self._size.width() - self._margin - wide
            languages = QRectF(left, top, wide, row)
            invitation = QRectF(self._margin, top, left - self._margin - 3 * ROW_GAP_PX, row)
        self._invitation = Invitation(self, self._look, invitation)
        self._invitation.activated.connect(self.woken)
        spoken = self._exhibition.languages
        self._languages = (
            language_buttons(self, self._look, languages, ROW_GAP_PX, spoken, None)
            if len(spoken) > 1
            else []
        )
        for button in self._languages:
            button.chosen.connect(self.language_wanted)

    def _fade(self, start: float, end: float, on_done: Callable[[], None] | None) -> None:
        self._animation = self._animator.run(
            REDUCED_MS if self._animator.reduced_motion else APPEAR_MS,
            lambda ratio: self.setOpacity(start + (end - start) * ratio),
            on_done=on_done,
            is_fade=True,
        )

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child, or the star field."""
