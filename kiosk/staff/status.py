"""All that the panel shows, in one value that never changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGraphicsObject

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.content.theme import Theme
from kiosk.settings.layers import Resolved
from kiosk.settings.model import Settings
from kiosk.show.outlook import Outlook
from kiosk.venue.machine import MachineStatus
from kiosk.venue.update_status import NOT_INSTALLED, UpdateStatus
from kiosk.venue.visitors import Receipt, VisitorFigures


@dataclass(frozen=True)
class Status:
    """How everything is now.

    Attributes:
        exhibition: all scenes there are, as the curators order them.
        drafted: what counts as staff would have it, and where each value comes from.
        applied: what counts.
        changes: how many things differ between the two.
        applied_at: when something was applied last, by the venue's clock.
        lock_in_s: in how many seconds the panel closes by itself.
        themes: the names of all themes there are.
        automatic_s: how long each scene takes to read in the first language, by its id.
        thumbnails: a small picture of each scene, by its id, as far as they are painted.
        px_per_mm: how many design units make a millimetre on the panel as drafted, None where it
            was not measured.
        guided: whether a docent keeps visits from ending.
        suspended: whether the holding screen is on.
        preview: what shows a scene at real speed, 16 to 9 or 9 to 16, for the page to place.
        receipt: what became of the last export.
        swatches: each theme by its name, to show its colours; those that are missing show none.
        highest_px: how far below the upper edge the highest control of the scenes stands, in design
            units, where controls are not lowered.
        update: what runs, what is on the stick, and what becomes of it.
    """

    exhibition: Exhibition
    drafted: Resolved
    applied: Settings
    outlook: Outlook
    machine: MachineStatus
    changes: int = 0
    can_undo: bool = False
    can_redo: bool = False
    applied_at: datetime | None = None
    lock_in_s: int = 120
    themes: tuple[str, ...] = ()
    automatic_s: Mapping[str, float] = field(default_factory=dict)
    thumbnails: Mapping[str, QPixmap] = field(default_factory=dict)
    px_per_mm: float | None = None
    guided: bool = False
    suspended: bool = False
    preview: QGraphicsObject | None = None
    preview_language: Language = "zh-Hant"
    visitors: VisitorFigures | None = None
    receipt: Receipt | None = None
    swatches: Mapping[str, Theme] = field(default_factory=dict)
    highest_px: float = 60.0
    update: UpdateStatus = NOT_INSTALLED

    @property
    def today(self) -> date:
        """The date by the venue's clock."""
        return self.machine.now.date()
