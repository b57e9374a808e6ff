"""The panel without the rest of the kiosk: what it shows, and what staff want by touching it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.model import Exhibition
from kiosk.resources import STAFF_STRINGS
from kiosk.settings.layers import Origin, resolve
from kiosk.settings.model import Settings, keys, value
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.show.outlook import Outlook
from kiosk.staff.commands import Choose, Forget
from kiosk.staff.panel import Panel
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look
from kiosk.toolkit.proof import proof
from kiosk.toolkit.touchable import Touchable
from kiosk.venue.machine import MachineStatus, Started, Trouble
from kiosk.venue.visitors import VisitorFigures

LANDSCAPE = QSizeF(1920, 1080)
PORTRAIT = QSizeF(1080, 1920)
NOW = datetime(2026, 11, 25, 14, 30)


def sample_status(exhibition: Exhibition, venue: dict[str, Any] | None = None) -> Status:
    """A day like any other, at a venue that has chosen what `venue` says."""
    order = [{"scene": scene.id} for scene in exhibition.scenes]
    layers = {Origin.EXHIBITION: {"programmes.A": order}, Origin.VENUE: venue or {}}
    machine = MachineStatus(
        uptime_s=93_784,
        starts=(Started(NOW - timedelta(hours=26), "power"),),
        frame_p95_ms=16.9,
        memory_bytes=172_000_000,
        temperature_c=51.5,
        disk_free_bytes=41_000_000_000,
        disk_bytes=120_000_000_000,
        now=NOW,
        clock_trusted=True,
        content_version="3f9a2c · 2026-11-20",
        app_version="0.1.0",
        troubles=(Trouble(NOW - timedelta(hours=3), "voice-failed", "espeak-ng"),),
    )
    days = [NOW.date() - timedelta(days=back) for back in range(27, -1, -1)]
    visitors = VisitorFigures(
        visits_by_day={day: 40 + 37 * at % 90 for at, day in enumerate(days)},
        visits_by_hour=tuple([0] * 9 + [12, 80, 210, 260, 240, 300, 310, 220, 90] + [0] * 6),
        median_s=94.0,
        languages={"zh-Hant": 1180, "zh-Hans": 420, "en": 310},
        scenes={scene.id: 900 - 150 * at for at, scene in enumerate(exhibition.scenes)},
        touches={f"{scene.id}/1": 400 - 60 * at for at, scene in enumerate(exhibition.scenes)},
        poll={scene.id: 120 + 31 * at for at, scene in enumerate(exhibition.scenes)},
    )
    return Status(
        exhibition=exhibition,
        drafted=resolve(layers),
        applied=Settings(),
        outlook=Outlook(True, "A", NOW.replace(hour=18, minute=0), False, "A"),
        machine=machine,
        automatic_s={scene.id: 20.0 + 2 * at for at, scene in enumerate(exhibition.scenes)},
        themes=("ink-atlas", "paper-observatory", "high-contrast"),
        visitors=visitors,
    )


class Booth:
    """A panel on a scene of its own, and what was wanted there.

    Attributes:
        commands: what was wanted, in that order.
        animator: moves the panel, as far as time is wound.
    """

    def __init__(
        self,
        panel: Panel,
        graphics: QGraphicsScene,
        status: Status,
        clock: ManualClock,
        animator: Animator,
    ) -> None:
        self.panel = panel
        self.graphics = graphics
        self.status = status
        self.animator = animator
        self.commands: list[Any] = []
        self._clock = clock
        panel.commanded.connect(self.commands.append)
        graphics.addItem(panel)

    def show(self, status: Status) -> None:
        """Show that everything is otherwise now."""
        self.status = status
        self.panel.show_status(status)

    def obey(self) -> None:
        """Draft from now on what is chosen, as the panel's owner does."""
        self.panel.commanded.connect(self._on_commanded)

    def texts(self) -> set[str]:
        """Every line that is on the screen."""
        return {words.text for words in proof([self.panel])}

    def touchable(self, name: str, nth: int = 0) -> Touchable:
        """What can be touched under the name that it tells; the one after `nth` others."""
        found = [one for one in self.panel.touchables() if name in (one.name, one.describe())]
        assert len(found) > nth, (
            f"{name!r} is one of {[one.name for one in self.panel.touchables()]}"
        )
        return found[nth]

    def wind(self, ms: float) -> None:
        """Let time pass."""
        self._clock.advance(ms)
        self.animator.tick()

    def touch(self, name: str, nth: int = 0) -> None:
        """Touch something that has that name."""
        item = self.touchable(name, nth)
        item.tap(item.target().center())

    def _on_commanded(self, command: object) -> None:
        if not isinstance(command, Choose | Forget):
            return
        resolved = self.status.drafted
        chosen: dict[str, Any] = {key: value(resolved.settings, key) for key in keys()}
        if isinstance(command, Choose):
            chosen |= command.chosen
        else:
            chosen |= dict.fromkeys(command.keys)
        self.show(replace(self.status, drafted=resolve({Origin.VENUE: chosen})))


BoothFactory = Callable[..., Booth]


@pytest.fixture
def booth(
    exhibition: Exhibition, look: Look, canvas: QGraphicsScene, clock: ManualClock
) -> BoothFactory:
    """Builds the panel, open at a page; `venue` is what the venue has chosen."""

    def build(
        page: str,
        size: QSizeF = LANDSCAPE,
        worn: Look | None = None,
        venue: dict[str, Any] | None = None,
        **changed: Any,
    ) -> Booth:
        status = replace(sample_status(exhibition, venue), **changed)
        animator = Animator(clock)
        panel = Panel(worn or look, size, Phrasebook(STAFF_STRINGS), status, animator, page)
        return Booth(panel, canvas, status, clock, animator)

    return build
