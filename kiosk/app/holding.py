"""A picture that asks to wait, for when the exhibition itself cannot be shown.

It needs nothing of the exhibition but, if it can be read, its title.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.show.animator import Animator
from kiosk.show.clock import Clock
from kiosk.stage.layout import layout_for
from kiosk.stage.notice import HoldingNotice
from kiosk.stage.shell import Shell
from kiosk.toolkit.look import Look
from kiosk.toolkit.ticker import Ticker
from kiosk.venue.beat import Beat
from kiosk.venue.pulse import Pulse

LOOK_MS = 1000.0


@dataclass(frozen=True)
class Named:
    """What a notice has to know of an exhibition."""

    title: Localised | None
    languages: tuple[Language, ...] = LANGUAGES


class Holding(Shell):
    """The window with the picture, which beats as the kiosk does.

    Args:
        title: of the exhibition, if it is known.
        look: in which it says so.
        clock: the machine's.
        pulse: where it beats; None where nobody listens.
        end: called when nobody listens any more.
    """

    def __init__(
        self,
        title: Localised | None,
        look: Look,
        clock: Clock,
        pulse: Pulse | None,
        end: Callable[[], object],
    ) -> None:
        self._graphics = QGraphicsScene()
        super().__init__(self._graphics)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._named = Named(title)
        self._look = look
        self._pulse = pulse
        self._end = end
        self._frames = 0
        self.painted.connect(self._on_painted)
        self._ticker = Ticker(Animator(clock), lambda: LOOK_MS)
        self._ticker.ticked.connect(self._on_tick)
        self._ticker.wake()

    def leave(self) -> None:
        """Stops the clock and takes the picture down."""
        self._ticker.stop()
        self._graphics.clear()
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.viewport().size()
        layout = layout_for(window.height() > window.width(), large=False, reach=False)
        design = layout.size
        scale = min(window.width() / design.width(), window.height() / design.height())
        wide, high = window.width() / scale, window.height() / scale
        bounds = QRectF((design.width() - wide) / 2, (design.height() - high) / 2, wide, high)
        self._graphics.clear()
        notice = HoldingNotice(self._named, self._look, layout)
        notice.cover(bounds)
        self._graphics.addItem(notice)
        self.setTransform(QTransform.fromScale(scale, scale))
        self.setSceneRect(bounds)

    def _on_painted(self) -> None:
        self._frames += 1

    def _on_tick(self) -> None:
        # A dot of the picture is painted anew each time, to prove that it can be.
        self.viewport().update(0, 0, 1, 1)
        if self._pulse is None:
            return
        exposed = self.windowHandle() is not None and self.windowHandle().isExposed()
        self._pulse.beat(Beat("", None, self._frames, "covered", exposed))
        if self._pulse.lost:
            self._end()
