"""Where visitors want to be led: their wishes, carried out on the tour."""

from PySide6.QtCore import QObject, Signal

from kiosk.content.model import Exhibition
from kiosk.show.programme import different, nearest
from kiosk.show.tour import Tour
from kiosk.stage.wishes import Wishes


class Leading(QObject):
    """Leads the tour to where a visitor wants to be.

    Attributes:
        exhibition: what the tour goes through.

    Signals:
        led: the tour is elsewhere, to the right of where it was, 1, or to the left, -1.
    """

    led = Signal(int)

    def __init__(self, tour: Tour, exhibition: Exhibition) -> None:
        super().__init__()
        self.exhibition = exhibition
        self._tour = tour

    def listen_to(self, wishes: Wishes) -> None:
        """Carries out from now on what is wished for."""
        wishes.next_requested.connect(self._on_next)
        wishes.previous_requested.connect(self._on_previous)
        wishes.scene_requested.connect(self._on_scene)
        wishes.page_requested.connect(self._on_page)
        wishes.prologue_requested.connect(self._on_prologue)

    def _on_next(self) -> None:
        if self._tour.off_tour:
            self._tour.come_back()
        else:
            self._tour.next()
        self.led.emit(1)

    def _on_previous(self) -> None:
        if self._tour.off_tour:
            self._tour.come_back()
        else:
            self._tour.previous()
        self.led.emit(-1)

    def _on_scene(self, number: int) -> None:
        scenes = self.exhibition.scenes
        if number < len(different(scenes)):
            self._on_page(nearest(scenes, number, self._tour.index))

    def _on_page(self, index: int) -> None:
        side = 1 if self._tour.off_tour or index > self._tour.index else -1
        self._tour.go(index)
        self.led.emit(side)

    def _on_prologue(self) -> None:
        if self.exhibition.prologue is None:
            return
        if self._tour.off_tour:
            self._tour.come_back()
            self.led.emit(1)
        else:
            self._tour.leave()
            self.led.emit(-1)
