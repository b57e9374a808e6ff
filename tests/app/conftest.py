"""A kiosk at a venue: its settings, its hours, its journal and its staff, with time in hand."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import House, Programming, Site
from kiosk.content.model import Exhibition
from kiosk.resources import SCENES, theme_names
from kiosk.settings.store import Store
from kiosk.show.clock import ManualClock
from kiosk.show.wall_clock import ManualWallClock
from kiosk.staff.gate import Gate
from kiosk.staff.panel import Panel
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.wardrobe import Wardrobe
from kiosk.venue.last_seen import LastSeen
from kiosk.venue.machine import StartReason
from kiosk.venue.troubles import Troubles
from tests.conftest import KioskFactory, Rig

WEDNESDAY = datetime(2026, 11, 25, 14, 30)
PIN = "2580"


class Venue:
    """One venue, whose staff the test is."""

    def __init__(self, rig: Rig, house: House, programming: Programming, folder: Path) -> None:
        self.rig = rig
        self.house = house
        self.programming = programming
        self.store = programming.store
        self.folder = folder
        self.ended: list[bool] = []

    @property
    def wall(self) -> ManualWallClock:
        assert isinstance(self.programming.wall, ManualWallClock)
        return self.programming.wall

    @property
    def gate(self) -> Gate | None:
        cover = self.house.desk.cover
        return cover if isinstance(cover, Gate) else None

    @property
    def panel(self) -> Panel:
        cover = self.house.desk.cover
        assert isinstance(cover, Panel), cover
        return cover

    def touch(self, target: str | Touchable) -> None:
        """Touch what tells that name, and let the panel show what becomes of it."""
        self.rig.tap(self.rig.touchable(target) if isinstance(target, str) else target)
        self.rig.wind(400)

    def knock(self) -> None:
        """Touch the corner five times."""
        place = self.rig.stage.door_place().center()
        for _ in range(5):
            self.rig.tap(place)
            self.rig.wind(200)

    def enter(self, pin: str) -> None:
        """Enter digits at the gate."""
        for digit in pin:
            self.touch(digit)
        self.touch("確定")

    def come_in(self) -> None:
        """Knock, choose the PIN where there is none yet, or enter it."""
        new = not self.house.lock.has_pin
        self.knock()
        self.enter(PIN)
        if new:
            self.enter(PIN)


VenueFactory = Callable[..., Venue]


@pytest.fixture
def venue(
    kiosk: KioskFactory,
    exhibition: Exhibition,
    wardrobe: Wardrobe,
    clock: ManualClock,
    tmp_path: Path,
) -> Iterator[VenueFactory]:
    """Opens the kiosk at a venue that has chosen what `chosen` says by its keys."""
    venues: list[Venue] = []

    def build(
        chosen: dict[str, Any] | None = None,
        now: datetime = WEDNESDAY,
        size: tuple[int, int] = (1280, 720),
        because: StartReason | None = None,
        safe: bool = False,
    ) -> Venue:
        folder = tmp_path / "venue"
        wall = ManualWallClock(now, clock)
        store = Store(folder, exhibition, theme_names())
        chosen = {"timing.attract_s": 0.0, **(chosen or {})}
        store.draft.choose(chosen)
        store.apply()
        programming = Programming(exhibition, store, wall, clock, LastSeen(folder))
        shown = programming.shown
        rig = kiosk(shown=shown, size=size, attract_s=shown.defaults.attract_s)
        site = Site(folder, SCENES, clock, Troubles(folder, wall.now), because, safe)
        ended: list[bool] = []
        house = House(rig.kiosk, wardrobe, programming, clock, site, ended.append)
        built = Venue(rig, house, programming, folder)
        built.ended = ended
        venues.append(built)
        rig.wind(32)
        return built

    yield build
    for one in venues:
        one.house.close()
