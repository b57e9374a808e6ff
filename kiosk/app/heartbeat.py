"""Signs of life for the supervisor, which mean that the show goes on and is painted."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.app.house import House
from kiosk.app.kiosk import Kiosk
from kiosk.app.likeness import Likeness
from kiosk.show.visit import VisitState
from kiosk.venue.beat import Beat, State
from kiosk.venue.pulse import Pulse

NUDGE_MS = 4000.0
"""After so long without a picture one is asked for: at rest, none comes by itself."""


class Heartbeat(QObject):
    """Beats when both the kiosk and what is around it have had their turn without an error.

    What raises an error in every tick does not come so far, and so is as good as hung. Every beat
    tells how many pictures there have been; while nothing moves a dot of the picture is painted
    now and then, so that a window that no longer paints is found out at rest too.

    Args:
        now_ms: the machine's time in milliseconds.
        likeness: keeps a picture of the screen, where one is wanted.
        end: called when the supervisor is gone: whoever comes next would start a second kiosk.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        house: House,
        pulse: Pulse,
        now_ms: Callable[[], float],
        likeness: Likeness | None,
        end: Callable[[], object],
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._house = house
        self._pulse = pulse
        self._now_ms = now_ms
        self._likeness = likeness
        self._end = end
        self._show_went_on = False
        self._frames = 0
        self._painted_ms = now_ms()
        kiosk.stage.view.painted.connect(self._on_painted)
        kiosk.ticked.connect(self._on_kiosk_ticked)
        house.ticked.connect(self._on_house_ticked)

    def _on_painted(self) -> None:
        self._frames += 1
        self._painted_ms = self._now_ms()

    def _on_kiosk_ticked(self) -> None:
        self._show_went_on = True

    def _on_house_ticked(self) -> None:
        went_on, self._show_went_on = self._show_went_on, False
        if not (went_on and self._pulse.due):
            return
        exposed = self._exposed()
        if exposed and self._now_ms() - self._painted_ms >= NUDGE_MS:
            self._kiosk.stage.view.viewport().update(0, 0, 1, 1)
        page = self._kiosk.stage.page
        state = self._state()
        self._pulse.beat(Beat(self._kiosk.scene_id, page, self._frames, state, exposed))
        if self._likeness and exposed and self._frames and not self._kiosk.animator.active:
            self._likeness.keep()
        if self._pulse.lost:
            self._end()

    def _exposed(self) -> bool:
        window = self._kiosk.stage.view.windowHandle()
        return window is not None and window.isExposed()

    def _state(self) -> State:
        if self._kiosk.visit.somebody or self._house.staffed:
            return "visit"
        if self._house.curtain.reason is not None:
            return "covered"
        return "attract" if self._kiosk.visit.state is VisitState.ATTRACT else "tour"
