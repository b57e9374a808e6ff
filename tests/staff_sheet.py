"""Every page of the staff panel, to be looked at.

    QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.staff_sheet build/staff-sheets

`--page`, `--state`, `--language`, `--theme` and `--landscape` or `--portrait` choose. A page is
painted as it is on a day like any other, and a state as somebody has brought it about.
"""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsObject,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from kiosk.app import load_exhibition, open_wardrobe
from kiosk.content.hours import DAYS, Daypart, Span
from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.content.theme import load_theme
from kiosk.resources import SCENES, STAFF_STRINGS, THEMES
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.show.outlook import Outlook
from kiosk.staff.gate import Gate, GateStatus
from kiosk.staff.pages import PAGES
from kiosk.staff.panel import Panel
from kiosk.staff.words import Phrasebook
from kiosk.stage.backdrop import Backdrop
from kiosk.stage.view import View
from kiosk.toolkit.look import Look
from kiosk.venue.machine import MachineStatus, Started, Trouble, TroubleKind
from kiosk.venue.update_status import Offer, Trial, UpdateStatus
from kiosk.venue.visitors import Receipt, VisitorFigures
from tests.staff.conftest import LANDSCAPE, NOW, PORTRAIT, sample_status

SIZES = {"landscape": LANDSCAPE, "portrait": PORTRAIT}


@dataclass(frozen=True)
class State:
    """A page as somebody has left it.

    Attributes:
        venue: what the venue has chosen.
        changed: other fields of the status.
        touched: which of the page's touchables were touched, counted from the first.
        previewed: whether a scene is previewed.
    """

    page: str
    venue: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)
    touched: tuple[int, ...] = ()
    previewed: bool = False


EDITED = [
    {"scene": "new-energy", "dwell_s": 45},
    {"scene": "internet-of-everything", "dwell_s": 12},
    {"scene": "ai-production", "shown": False},
    {"scene": "future-industry"},
]
DRAFTED = {"changes": 3, "can_undo": True, "can_redo": True, "applied_at": NOW, "lock_in_s": 87}
WELL = MachineStatus(
    uptime_s=3_900,
    starts=(Started(NOW, "asked"),),
    frame_p95_ms=16.9,
    memory_bytes=172_000_000,
    temperature_c=51.5,
    disk_free_bytes=41_000_000_000,
    disk_bytes=120_000_000_000,
    now=NOW,
    clock_trusted=True,
    content_version="3f9a2c · 2026-11-20",
    app_version="0.1.0",
    troubles=(),
)
WRONG = "content/new-energy/scene.yaml:12:3: unknown key 'sorce'; did you mean 'source'?"
UNWELL = replace(
    WELL,
    frame_p95_ms=None,
    temperature_c=None,
    disk_free_bytes=200_000_000,
    clock_trusted=False,
    troubles=tuple(
        Trouble(NOW - timedelta(hours=5 * at), kind, "venue.yaml:12:3: unknown key 'tming'", 1 + at)
        for at, kind in enumerate(get_args(TroubleKind) * 2)
    ),
)
STATES = {
    "edited": State("programme", {"programmes.A": EDITED}, DRAFTED),
    "row-open": State("programme", {"programmes.A": EDITED}, DRAFTED, touched=(12,)),
    "many": State("programme", {f"programmes.{name}": EDITED * 6 for name in "ABCD"}, DRAFTED),
    "one-left": State("programme", {"programmes.A": [*EDITED[2:3], EDITED[3], {"scene": "lost"}]}),
    "waiting": State("programme", {"programmes.B": EDITED, "timing.attract_s": 0}, touched=(2,)),
    "preview": State("programme", touched=(5,), previewed=True),
    "well": State("machine", changed={"machine": WELL}),
    "unwell": State("machine", changed={"machine": UNWELL}),
    "problems": State("machine", changed={"machine": UNWELL}, touched=(1,)),
    "tests": State("machine", touched=(2,)),
    "touch-test": State("machine", touched=(2, 4)),
    "colour-test": State("machine", touched=(2, 5)),
    "actions": State("machine", changed={"guided": True}, touched=(3,)),
    "restart": State("machine", touched=(3, 8)),
    "quit": State("machine", touched=(3, 9)),
}

SPAN, EVENING = Span((600, 1080)), Span((1140, 1560))
OPENED = {
    "hours.kept": True,
    "hours.week": dict.fromkeys(DAYS[:3], (SPAN, EVENING)) | {"friday": (EVENING,)},
    "hours.exceptions": {date(2027, 9, day): (SPAN, EVENING) for day in range(1, 9)},
    "programmes.B": EDITED,
    "programmes.D": EDITED,
    "dayparts": tuple(
        Daypart(programme=name, days=days, span=EVENING)
        for name, days in (("B", DAYS), ("D", DAYS[:6]), ("B", DAYS[:1]))
    ),
}
DOUBTED = {"outlook": Outlook(True, "A", None, True, "A", trusted=False)}
THEME_NAMES = sorted(path.stem for path in THEMES.glob("*.yaml"))
WORN = {
    "themes": tuple(THEME_NAMES),
    "swatches": {name: load_theme(THEMES, name) for name in THEME_NAMES},
}
STATES |= {
    "hours-week": State("hours", OPENED, DRAFTED),
    "hours-closed": State("hours", OPENED, touched=(11,)),
    "hours-exceptions": State("hours", OPENED, touched=(1,)),
    "hours-no-exceptions": State("hours", changed=DOUBTED, touched=(1,)),
    "hours-date": State("hours", touched=(1, 3)),
    "hours-dayparts": State("hours", OPENED, touched=(2,)),
    "hours-one-programme": State("hours", touched=(2,)),
    "start-themes": State("start", changed=WORN),
    "wall": State("start", {"panel.diagonal_mm": 1397, "panel.floor_mm": 950}, touched=(1,)),
    "wall-low": State("start", {"panel.diagonal_mm": 400, "panel.floor_mm": 100}, touched=(1,)),
    "wall-unknown": State("start", touched=(1,)),
}

_DAYS = [NOW.date() - timedelta(days=back) for back in range(27, -1, -1)]
NOBODY = VisitorFigures(dict.fromkeys(_DAYS, 0), (0,) * 24, None, {}, {}, {}, {})
FEW = VisitorFigures(
    visits_by_day=dict.fromkeys(_DAYS, 0) | dict(zip(_DAYS[-2:], (1, 3), strict=True)),
    visits_by_hour=tuple([0] * 10 + [1, 0, 3] + [0] * 11),
    median_s=41.0,
    languages={"zh-Hant": 3, "en": 1},
    scenes={"new-energy": 4, "future-industry": 1},
    touches={"new-energy/1": 2},
    poll={},
    undated=2,
)
WRITTEN = {"receipt": Receipt(place="/media/museum/STICK/kiosk-visits-2026-11-25-12")}
FIRST_TAB = 5
"""Where the first of the charts' tabs is on the visitors' page."""

STATES |= {
    "visitors-none": State("visitors", changed={"visitors": NOBODY}),
    "visitors-few": State("visitors", changed={"visitors": FEW}),
    "visitors-few-hours": State("visitors", changed={"visitors": FEW}, touched=(FIRST_TAB + 1,)),
    "visitors-languages": State("visitors", touched=(FIRST_TAB + 2,)),
    "visitors-scenes": State("visitors", touched=(FIRST_TAB + 3,)),
    "visitors-exhibits": State("visitors", touched=(FIRST_TAB + 4,)),
    "visitors-poll": State("visitors", touched=(FIRST_TAB + 5,)),
    "visitors-counting": State("visitors", touched=(0,)),
    "visitors-written": State("visitors", changed=WRITTEN),
    "visitors-no-stick": State("visitors", changed={"receipt": Receipt(reason="no-stick")}),
}

OFFER = Offer("content", "0.1.0+202612010930", NOW + timedelta(days=6), 48_300_000, 2)
INSTALLED = UpdateStatus(
    possible=True,
    app_version="0.1.0",
    content_version="0.1.0+202611251405",
    since=NOW - timedelta(days=12),
    before="0.1.0+202610010930",
)
TRIED = Trial("0.1.0+202612010930", 1, "running")


def update(**changed: Any) -> State:
    """The page of updates, at such a point."""
    return State("updates", changed={"update": replace(INSTALLED, **changed)})


STATES |= {
    "update-idle": update(),
    "update-copying": update(step="copying", progress=0.42, offer=OFFER),
    "update-checking": update(step="checking", offer=OFFER),
    "update-found": update(step="found", offer=OFFER),
    "update-sure": replace(update(step="found", offer=OFFER), touched=(1,)),
    "update-staged": update(step="staged", offer=OFFER, noted=True),
    "update-trial": update(trial=TRIED),
    "update-passed": update(trial=replace(TRIED, state="passed")),
    "update-failed": update(trial=replace(TRIED, state="failed", reason="no-start")),
    "update-back": replace(update(), touched=(1,)),
    "update-wrong": update(
        step="refused", reason="exhibition-wrong", detail=WRONG, offer=OFFER, noted=True
    ),
}
STATES |= {
    f"update-{reason}": update(step="refused", reason=reason, noted=True)
    for reason in ("older", "wrong-signature", "pulled-out", "other-application")
}

GATES = {
    "gate": (GateStatus(), 0),
    "gate-wrong": (GateStatus(problem="wrong", tries_left=2), 3),
    "gate-locked": (GateStatus(wait_s=27), 0),
    "gate-new": (GateStatus("new"), 8),
    "gate-sequence": (GateStatus("new", "in-sequence"), 0),
    "gate-broken": (GateStatus("quit", "broken"), 0),
}
"""The number pad in each state, and how many digits were entered."""


class Backstage(QGraphicsObject):
    """Stands for a scene at real speed."""

    def __init__(self, size: QSizeF) -> None:
        super().__init__()
        self._bounds = QRectF(0, 0, size.width(), size.height())

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self._bounds, Qt.GlobalColor.darkCyan)
        painter.drawEllipse(self._bounds)


def thumbnail(size: QSizeF) -> QPixmap:
    """Stands for the picture of a scene."""
    picture = QPixmap((size / 6).toSize())
    picture.fill(Qt.GlobalColor.darkCyan)
    return picture


def built(
    look: Look,
    size: QSizeF,
    exhibition: Exhibition,
    state: State,
    animator: Animator,
    graphics: QGraphicsScene,
) -> Panel:
    """The panel in a state, on a scene."""
    status = replace(sample_status(exhibition, dict(state.venue)), **state.changed)
    if state.changed:
        pictures = {scene.id: thumbnail(size) for scene in exhibition.scenes[:3]}
        status = replace(status, thumbnails=pictures | dict(status.thumbnails))
    panel = Panel(look, size, Phrasebook(STAFF_STRINGS), status, animator, state.page)
    graphics.addItem(panel)
    entries = len(PAGES) + 1
    for index in state.touched:
        panel.touchables()[entries + index].activate()
    if state.previewed:
        scene = Backstage(size)
        panel.show_status(replace(status, preview=scene, preview_language=look.language))
    return panel


def paint(look: Look, size: QSizeF, exhibition: Exhibition, state: State, file: Path) -> None:
    """Paints a page into a file."""
    graphics = QGraphicsScene()
    animator = Animator(ManualClock())
    view = View(graphics, Backdrop(look.palette, animator, lambda: None))
    panel = built(look, size, exhibition, state, animator, graphics)
    render(graphics, look, size, file)
    panel.leave()
    graphics.removeItem(panel)
    view.close()


def paint_gate(look: Look, size: QSizeF, status: GateStatus, digits: int, file: Path) -> None:
    """Paints the number pad into a file."""
    graphics = QGraphicsScene()
    gate = Gate(look, size, Phrasebook(STAFF_STRINGS), status)
    graphics.addItem(gate)
    for _ in range(digits):
        gate.touchables()[4].activate()
    render(graphics, look, size, file)
    graphics.removeItem(gate)


def render(graphics: QGraphicsScene, look: Look, size: QSizeF, file: Path) -> None:
    """Paints all that is on a scene into a file."""
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(look.palette.background)
    painter = QPainter(image)
    area = QRectF(0, 0, size.width(), size.height())
    graphics.render(painter, area, area)
    painter.end()
    image.save(str(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--page", action="append", default=[], choices=[page.name for page in PAGES]
    )
    parser.add_argument("--state", action="append", default=[], choices=[*STATES, *GATES])
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", default="ink-atlas")
    parser.add_argument("--landscape", action="append_const", dest="shapes", const="landscape")
    parser.add_argument("--portrait", action="append_const", dest="shapes", const="portrait")
    asked = parser.parse_args()
    application = QApplication(["staff-sheet"])
    exhibition, wardrobe = load_exhibition(SCENES), open_wardrobe()
    asked.out.mkdir(parents=True, exist_ok=True)
    everything: dict[str, Any] = {page.name: State(page.name) for page in PAGES}
    everything |= STATES | GATES
    states = {name: everything[name] for name in [*asked.page, *asked.state] or everything}
    for language in asked.language or LANGUAGES:
        look = wardrobe.look(language, asked.theme)
        for shape in asked.shapes or SIZES:
            for name, state in states.items():
                file = asked.out / f"{name}-{language}-{shape}.png"
                if isinstance(state, State):
                    paint(look, SIZES[shape], exhibition, state, file)
                else:
                    paint_gate(look, SIZES[shape], *state, file)
    application.quit()


if __name__ == "__main__":
    main()
