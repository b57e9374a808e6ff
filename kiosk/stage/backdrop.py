"""The living picture behind everything, as large as the window.

One swarm of sparks runs through the whole exhibition: it drifts in the motif of the scene that is
on, and as another scene comes it flies there while the still pictures fade into each other. On the
attract screen it wanders through all the motifs by itself.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.backdrops.drawing import SHORT_SIDE
from kiosk.backdrops.flight import Shine, Swarm, paint_flight, paint_swarm
from kiosk.backdrops.registry import Inks, render, swarm
from kiosk.content.model import Accent
from kiosk.show.animator import Animation, Animator, Drift
from kiosk.toolkit.palette import Palette

WANDERING: tuple[Accent, ...] = (
    "prologue",
    "new-energy",
    "ai-production",
    "internet-of-everything",
    "future-industry",
)
STAY_S = 6.4
FLIGHT_S = 3.2
LEAVING_MS = 1100.0
AMBIENT_S = 0.06
"""How often it is painted while nothing else moves: with it, the whole scene has to be."""

WANDERING_STRENGTH = 2.5
"""How much stronger the sparks are where no exhibit stands among them."""
LOOP_S = len(WANDERING) * (STAY_S + FLIGHT_S)
"""How long the attract screen takes through all the motifs and back: 48 seconds."""


class Backdrop:
    """Renders each motif once for the window's size, and paints one of them, or two.

    Args:
        palette: for the colours.
        animator: what lets the sparks drift; while motion is reduced they stand still.
        on_changed: called when it has to be painted again.
    """

    def __init__(
        self, palette: Palette, animator: Animator, on_changed: Callable[[], None]
    ) -> None:
        self._palette = palette
        self._animator = animator
        self._on_changed = on_changed
        self._size = QSize(1, 1)
        self._ratio = 1.0
        self._stills: dict[Accent, QImage] = {}
        self._swarms: dict[Accent, Swarm] = {}
        self._accent: Accent | None = None
        self._other: Accent | None = None
        self._share = 0.0
        self._wanders = False
        self._words: tuple[tuple[float, float, float, float], ...] = ()
        self._seconds = 0.0  # how long the sparks have drifted
        self._painted_s = 0.0
        self._began_s = 0.0  # when it began to wander
        self._drift: Drift | None = None
        self._left: Accent | None = None  # what it flies from as it begins or ends to wander
        self._left_share = 0.0
        self._leaving: Animation | None = None

    def wear(self, palette: Palette) -> None:
        """Renders in the colours of `palette` from now on."""
        before = [inks(self._palette, accent) for accent in self._stills]
        self._palette = palette
        if before != [inks(palette, accent) for accent in self._stills]:
            self._render_anew()

    def resize(self, size: QSize, ratio: float) -> None:
        """Renders for another window from now on, `ratio` device pixels for each of its `size`."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self._size, self._ratio = size, ratio
        self._render_anew()

    def show(self, accent: Accent, other: Accent | None = None, other_share: float = 0.0) -> None:
        """Shows `accent`, on its way to `other` by a share from 0 to 1."""
        self._accent, self._other, self._share = accent, other, other_share
        for shown in (accent, other):
            if shown:
                self.prepare(shown)

    def wander(self, on: bool) -> None:
        """Lets it go through all the motifs by itself, from the prologue's on, or no longer."""
        left, _, _ = self._shown()
        self._wanders = on
        self._began_s = self._seconds
        if on:
            self.prepare(WANDERING[0])
        self._stop_leaving()
        if left and left != self._shown()[0]:
            self._left = left
            self._leaving = self._animator.run(
                LEAVING_MS, self._set_leaving, on_done=self._stop_leaving
            )

    def spare(self, words: Iterable[QRectF]) -> None:
        """Keeps sparks that wander from outshining words, which stand there in the window."""
        scale = self._scale
        self._words = tuple(
            (one.left() / scale, one.top() / scale, one.right() / scale, one.bottom() / scale)
            for one in words
        )

    def live(self, on: bool) -> None:
        """Lets the sparks drift, or stand still where something covers them."""
        if on and self._drift is None:
            began_s = self._seconds
            self._drift = self._animator.drift(lambda ms: self._set_seconds(began_s + ms / 1000))
        elif not on and self._drift is not None:
            self._drift.cancel()
            self._drift = None

    def close(self) -> None:
        """Lets nothing move any more."""
        self.live(False)
        self._stop_leaving()

    def has(self, accent: Accent) -> bool:
        """Whether a motif is rendered."""
        return accent in self._swarms

    def prepare(self, accent: Accent) -> None:
        """Renders a motif that will soon be wanted, where that has not been done."""
        if accent in self._swarms:
            return
        colours, size = inks(self._palette, accent), self._size * self._ratio
        self._stills[accent] = render(accent, size.width(), size.height(), colours)
        self._swarms[accent] = swarm(accent, size.width(), size.height(), colours)

    def chore(self) -> Callable[[], object] | None:
        """The next motif to be rendered for wandering, which takes a few frames' time."""
        if not self._wanders:
            return None
        missing = next((accent for accent in WANDERING if not self.has(accent)), None)
        return partial(self.prepare, missing) if missing else None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paints the part `exposed` of the window, in its own pixels."""
        accent, other, share = self._shown()
        if accent is None:
            return
        if self._left and share == 0:
            accent, other, share = self._left, accent, self._left_share
        part = QRectF(exposed.topLeft() * self._ratio, exposed.size() * self._ratio)
        painter.drawImage(exposed, self._stills[accent], part)
        if other is None or other == accent or share <= 0:
            self._paint_sparks(painter, self._swarms[accent], None, 0.0)
            return
        painter.setOpacity(share)
        painter.drawImage(exposed, self._stills[other], part)
        painter.setOpacity(1.0)
        self._paint_sparks(painter, self._swarms[accent], self._swarms[other], share)

    def _paint_sparks(
        self, painter: QPainter, one: Swarm, other: Swarm | None, share: float
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        if other:
            paint_flight(painter, one, other, share, self._seconds, self._shine())
        else:
            paint_swarm(painter, one, self._seconds, self._shine())
        painter.restore()

    def _shine(self) -> Shine:
        """As bright as where it wanders, as where it does not, or on the way between the two."""
        free = 1.0 if self._wanders else 0.0
        if self._left:
            free += (1 - 2 * free) * (1 - self._left_share)
        return Shine(1 + (WANDERING_STRENGTH - 1) * free, free, self._words)

    @property
    def _scale(self) -> float:
        """How many pixels of the window one design unit of a motif is."""
        return min(self._size.width(), self._size.height()) / SHORT_SIDE

    def _shown(self) -> tuple[Accent | None, Accent | None, float]:
        """Which motif is on, which one is coming, and its share of the picture."""
        if not self._wanders:
            return self._accent, self._other, self._share
        stop, passed_s = divmod((self._seconds - self._began_s) % LOOP_S, STAY_S + FLIGHT_S)
        accent = WANDERING[int(stop)]
        other = WANDERING[(int(stop) + 1) % len(WANDERING)]
        share = max(0.0, passed_s - STAY_S) / FLIGHT_S
        # One that is not rendered yet is left out, until the next time round.
        if not self.has(accent):
            return WANDERING[0], None, 0.0
        return accent, other if self.has(other) else None, _eased(share)

    def _set_leaving(self, share: float) -> None:
        self._left_share = share
        self._on_changed()

    def _stop_leaving(self) -> None:
        if self._leaving:
            self._leaving.cancel()
        self._leaving, self._left = None, None

    def _set_seconds(self, seconds: float) -> None:
        self._seconds = seconds
        if self._wanders or seconds - self._painted_s >= AMBIENT_S:
            self._painted_s = seconds
            self._on_changed()

    def _render_anew(self) -> None:
        """Forgets all that is rendered but for what is shown, and renders that."""
        self._stop_leaving()
        self._stills.clear()
        self._swarms.clear()
        wanted = [self._accent, self._other, *(WANDERING[:1] if self._wanders else ())]
        for accent in wanted:
            if accent:
                self.prepare(accent)


def inks(palette: Palette, accent: Accent) -> Inks:
    """What the motif of an accent is drawn in."""
    return Inks(
        background=palette.background,
        star=palette.muted,
        accent=palette.accent(accent),
        others=palette.scene_accents(),
        plain=palette.plain,
    )


def _eased(ratio: float) -> float:
    """Slow in and slow out."""
    return ratio * ratio * (3.0 - 2.0 * ratio)
