"""Which scene is on, and for how long: the slideshow that gives way to a visitor and takes over.

It counts time and scenes and knows nothing else of them. Nothing happens here but in `tick` and
when it is called; whoever shows the tour looks at it afterwards.
"""

import math
from collections.abc import Sequence
from enum import Enum, auto

from kiosk.show.clock import Clock
from kiosk.show.programme import Place
from kiosk.show.stopwatch import Stopwatch


class Hold(Enum):
    """Why the tour stands still."""

    NONE = auto()
    HELD = auto()
    """Somebody is here, or the attract screen is on; it goes on when that is over."""
    PAUSED = auto()
    """A visitor has asked for it; it stays so until they ask again or have gone."""


class Tour:
    """Walks round the scenes by itself, and stands still while a visitor is here.

    While it is held, the time of the scene stands still too. A visitor may be led anywhere
    meanwhile: once they have gone it goes on at the scene and the moment where it stopped.

    Args:
        clock: Where the time comes from.
        dwells_ms: How long each scene stays on; at least one, all above zero.

    Attributes:
        index: The scene that is on, or would be if the visitor were not off the tour.
        off_tour: Whether the visitor is at the prologue, beside the tour.
        hold: Why the tour stands still.
        cycles: How often it has gone by itself from the last scene to the first.
        scenes_played: How many scenes it has shown by itself to their end.

    Raises:
        ValueError: `dwells_ms` is empty or not all above zero.
    """

    def __init__(self, clock: Clock, dwells_ms: Sequence[float]) -> None:
        self.index = 0
        self.off_tour = False
        self.hold = Hold.NONE
        self.cycles = 0
        self.scenes_played = 0
        self._dwells_ms = _checked(dwells_ms)
        self._scene_time = Stopwatch(clock)  # how long the scene has been on, without the time held
        self._stopped_at: tuple[int, float] | None = None  # the scene, and its share of its dwell

    @property
    def scene_count(self) -> int:
        """How many scenes a round has."""
        return len(self._dwells_ms)

    @property
    def playing(self) -> bool:
        """Whether the time of the scene is running."""
        return self.hold is Hold.NONE and not self.off_tour

    @property
    def progress(self) -> float:
        """How much of its dwell this scene has had, from 0 to 1."""
        return min(self._scene_time.elapsed_ms / self._dwell_ms, 1.0)

    @property
    def seconds_left(self) -> float:
        """How much of its dwell this scene still has, be it running or not."""
        return self._dwell_left_ms / 1000

    def next_due_ms(self) -> float:
        """How long nothing will change by itself; without an end while it stands still."""
        return self._dwell_left_ms if self.playing else math.inf

    def tick(self) -> None:
        """Go to the next scene if that is due, one a tick: after a sleep it rushes through none."""
        if self.next_due_ms() > 0:
            return
        self._show(self.index + 1)
        self.scenes_played += 1
        if self.index == 0:
            self.cycles += 1

    def begin(self, index: int) -> None:
        """Play from a scene on; `index` wraps round."""
        self._stopped_at = None
        self.off_tour = False
        self.hold = Hold.NONE
        self._show(index)
        self._scene_time.run(True)

    def hold_on(self) -> None:
        """Stand still, and keep in mind where."""
        if self._stopped_at is None:
            self._stopped_at = (self.index, self.progress)
        if self.hold is Hold.NONE:
            self.hold = Hold.HELD
        self._scene_time.run(False)

    def go_on(self) -> None:
        """Play from where it stopped, wherever it has been led since."""
        self.return_to_stop()
        self._stopped_at = None
        self.hold = Hold.NONE
        self._scene_time.run(True)

    def return_to_stop(self) -> None:
        """Stand, still held, at the scene and the moment where it stopped."""
        self.off_tour = False
        if self._stopped_at is not None:
            self.hold = Hold.HELD
            self.index, share = self._stopped_at
            self._scene_time.run(False)
            self._scene_time.set(share * self._dwell_ms)

    def next(self) -> None:
        """Go to the next scene, after the last to the first."""
        self.go(self.index + 1)

    def previous(self) -> None:
        """Go to the scene before, from the first to the last."""
        self.go(self.index - 1)

    def go(self, index: int) -> None:
        """Go to a scene, from the prologue too; `index` wraps round. The scene begins anew."""
        self.hold_on()
        self.off_tour = False
        self._show(index)

    def leave(self) -> None:
        """Go to the prologue, beside the tour."""
        self.off_tour = True
        self.hold_on()

    def come_back(self) -> None:
        """Return from the prologue to the scene that the visitor left for it."""
        self.off_tour = False
        self.hold_on()

    def toggle_pause(self) -> None:
        """Pause the tour, or let it play from here at once."""
        paused = self.hold is Hold.PAUSED
        self.hold_on()
        self.hold = Hold.NONE if paused else Hold.PAUSED
        self._scene_time.run(self.playing)

    def restart_dwell(self) -> None:
        """Give this scene its whole dwell again."""
        self._scene_time.set(0.0)

    def set_dwells(self, dwells_ms: Sequence[float]) -> None:
        """Take other dwells for the same scenes; this one has had the same share of it as before.

        Raises:
            ValueError: They are not all above zero, or not as many as the scenes.
        """
        if len(dwells_ms) != len(self._dwells_ms):
            raise ValueError(f"{len(dwells_ms)} dwells for {len(self._dwells_ms)} scenes")
        progress = self.progress
        self._dwells_ms = _checked(dwells_ms)
        self._scene_time.set(progress * self._dwell_ms)

    def set_round(self, dwells_ms: Sequence[float], places: Sequence[Place]) -> None:
        """Take another round of scenes.

        A scene that is in both goes on with the same share of its dwell, and so does the one where
        it stopped. Where a scene is gone, the one in its place begins anew.

        Args:
            dwells_ms: How long each scene of the other round stays on.
            places: For each scene of this round, where it goes on in the other.

        Raises:
            ValueError: The dwells are none or not all above zero, or there are not as many places
                as scenes.
        """
        if len(places) != len(self._dwells_ms):
            raise ValueError(f"{len(places)} places for {len(self._dwells_ms)} scenes")
        progress = self.progress
        here = places[self.index]
        self._dwells_ms = _checked(dwells_ms)
        self.index = here.index
        self._scene_time.set(progress * self._dwell_ms if here.same else 0.0)
        if self._stopped_at is not None:
            index, share = self._stopped_at
            there = places[index]
            self._stopped_at = (there.index, share if there.same else 0.0)

    @property
    def _dwell_ms(self) -> float:
        return self._dwells_ms[self.index]

    @property
    def _dwell_left_ms(self) -> float:
        return max(self._dwell_ms - self._scene_time.elapsed_ms, 0.0)

    def _show(self, index: int) -> None:
        self.index = index % self.scene_count
        self._scene_time.set(0.0)


def _checked(dwells_ms: Sequence[float]) -> tuple[float, ...]:
    if not dwells_ms or min(dwells_ms) <= 0:
        raise ValueError(f"a tour needs dwells above zero, not {list(dwells_ms)}")
    return tuple(dwells_ms)
