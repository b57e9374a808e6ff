"""A finger on the glass of a window: what it does, Qt hears as a touch."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from kiosk.stage.view import View
from kiosk.toolkit.touchable import Touchable

PRESS_MS = 90.0
"""How long a finger rests for a tap."""

SWIPE_STEPS = 4
SWIPE_STEP_MS = 16.0

Waits = Iterator[float]
"""Something that takes time: it goes on after as many milliseconds as it yields."""


class Finger:
    """One finger, which touches what is shown by `view`.

    Args:
        number: no other finger on this view has the same.
    """

    def __init__(self, view: View, number: int) -> None:
        self._view = view
        self._number = number
        self._glass = QTest.createTouchDevice()

    def tap(self, item: Touchable) -> Waits:
        """Touches the middle of something."""
        yield from self.tap_at(item.mapToScene(item.target().center()))

    def tap_at(self, point: QPointF) -> Waits:
        """Touches a point of the design."""
        self._touch("press", point)
        yield PRESS_MS
        self._touch("release", point)

    def swipe(self, start: QPointF, offset: float) -> Waits:
        """Draws along to the side, as quickly as somebody who turns a page."""
        self._touch("press", start)
        for step in range(1, SWIPE_STEPS + 1):
            yield SWIPE_STEP_MS
            self._touch("move", start + QPointF(offset * step / SWIPE_STEPS, 0))
        self._touch("release", start + QPointF(offset, 0))

    def _touch(self, what: str, point: QPointF) -> None:
        window, size = self._view.windowHandle(), self._view.size()
        place = self._view.mapFromScene(point)
        # What slides in may still be beside the window, where there is no glass.
        x, y = min(max(place.x(), 0), size.width() - 1), min(max(place.y(), 0), size.height() - 1)
        event = QTest.touchEvent(window, self._glass, autoCommit=False)
        getattr(event, what)(self._number, QPoint(x, y), window).commit()
