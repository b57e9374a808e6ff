"""A kiosk at a venue: its settings, its hours, its journal and its staff, with time in hand."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from kiosk.app import House, Programming, Site
from kiosk.app.pace import REST_MS
from kiosk.content.model import Exhibition
from kiosk.resources import SCENES, theme_names
from kiosk.settings.store import Store
from kiosk.show.clock import ManualClock
from kiosk.show.wall_clock import ManualWallClock
from kiosk.staff.gate import Gate
from kiosk.staff.panel import Panel
from kiosk.toolkit.look import Look
from kiosk.toolkit.proof import proof
from kiosk.toolkit.touchable import Touchable
from kiosk.toolkit.wardrobe import Wardrobe
from kiosk.venue.last_seen import LastSeen
from kiosk.venue.machine import StartReason
from kiosk.venue.troubles import Troubles
from tests.conftest import KioskFactory, Rig, middle

WEDNESDAY = datetime(2026, 11, 25, 14, 30)
PIN = "2580"
LONGEST_SCENE_MS = 120_000.0


class Venue:
    """One venue, whose staff the test is."""

    def __init__(self, rig: Rig, house: House, programming: Programming, folder: Path) -> None:
        self.rig = rig
        self.house = house
        self.programming = programming
        self.store = programming.store
        self.folder = folder
        self.ended: list[bool] = []
        self._closed = False

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

    def texts(self) -> set[str]:
        """Every line of what stands in front of the exhibition."""
        screen = self.rig.stage.screen()
        assert screen, "nothing stands in front of the exhibition"
        return {words.text for words in proof([screen])}

    def says(self, part: str) -> bool:
        """Whether that is a part of a line there; gaps between scripts do not count."""
        return any(part.replace(" ", "") in text.replace(" ", "") for text in self.texts())

    def touch(self, *targets: str | Touchable) -> None:
        """Touch what tells these names, and let the panel show what becomes of it."""
        for target in targets:
            self.rig.tap(self.rig.touchable(target) if isinstance(target, str) else target)
            self.rig.wind(300, step=50)

    def hold(self, target: str, ms: float) -> None:
        """Hold a finger on what tells that name."""
        point = middle(self.rig.touchable(target))
        self.rig.stage.arbiter.begin(0, point)
        self.rig.wind(ms, step=50)
        self.rig.stage.arbiter.end(0, point)
        self.rig.wind(300, step=50)

    def press_escape(self) -> None:
        """Press the key that leads out of everything."""
        QTest.keyClick(self.rig.view, Qt.Key.Key_Escape)
        self.rig.wind(300, step=50)

    def rest(self, ms: float) -> None:
        """Let time go by in which nobody does anything."""
        self.rig.wind(ms, step=REST_MS)

    def next_scene(self) -> str:
        """Let time go by until another scene is on."""
        before, began_ms = self.rig.kiosk.scene_id, self.rig.clock.now_ms()
        while self.rig.kiosk.scene_id == before:
            self.rig.wind(250, step=250)
            assert self.rig.clock.now_ms() - began_ms < LONGEST_SCENE_MS, "it stays on for ever"
        return self.rig.kiosk.scene_id

    def scenes(self) -> list[str]:
        """The scenes of the round that is on."""
        return [scene.id for scene in self.rig.stage.exhibition.scenes]

    def knock(self) -> None:
        """Touch the corner five times."""
        place = self.rig.stage.door_place().center()
        for _ in range(5):
            self.rig.tap(place)
            self.rig.wind(200, step=50)

    def enter(self, pin: str) -> None:
        """Enter digits at the gate."""
        self.touch(*pin, "確定")

    def come_in(self) -> None:
        """Knock, choose the PIN where there is none yet, or enter it."""
        new = not self.house.lock.has_pin
        self.knock()
        self.enter(PIN)
        if new:
            self.enter(PIN)

    def leave(self) -> None:
        """Close the panel."""
        self.touch("離開")
        assert self.house.desk.cover is None

    def close(self) -> None:
        """End everything, as the end of the process does."""
        if not self._closed:
            self._closed = True
            self.house.close()
            self.rig.kiosk.close()


VenueFactory = Callable[..., Venue]


def grey(_exhibition: Exhibition, _scene: str, _look: Look, size: QSize) -> QPixmap:
    """In place of a small picture of a scene."""
    picture = QPixmap(size)
    picture.fill("grey")
    return picture


@pytest.fixture
def venue(
    kiosk: KioskFactory,
    exhibition: Exhibition,
    wardrobe: Wardrobe,
    clock: ManualClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[VenueFactory]:
    """Opens the kiosk at a venue that has chosen what `chosen` says by its keys.

    There is one folder; a second kiosk there finds what the first has left. The small pictures of
    scenes take long to paint, and are left grey.
    """
    monkeypatch.setattr("kiosk.app.bulletin.thumbnail", grey)
    venues: list[Venue] = []

    def build(
        chosen: dict[str, Any] | None = None,
        now: datetime = WEDNESDAY,
        size: tuple[int, int] = (1280, 720),
        ticked: bool = True,
        because: StartReason | None = None,
        safe: bool = False,
    ) -> Venue:
        folder = tmp_path / "venue"
        wall = ManualWallClock(now, clock)
        is_new = not folder.exists()
        store = Store(folder, exhibition, theme_names())
        if is_new:
            store.draft.choose({"timing.attract_s": 0.0, **(chosen or {})})
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
        if ticked:
            rig.wind(32)
        return built

    yield build
    for one in venues:
        one.close()
