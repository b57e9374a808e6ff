"""What the panel shows: everything that staff may want to know, put together into one value."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGraphicsObject

from kiosk.app.kiosk import Kiosk
from kiosk.app.machine import Machine
from kiosk.app.programming import Programming
from kiosk.app.updating import Updating
from kiosk.content.language import Language
from kiosk.content.theme import Theme, load_theme
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.resources import THEMES, theme_names
from kiosk.show.curtain import Curtain
from kiosk.show.dwell import dwell_s
from kiosk.show.panel import Panel
from kiosk.staff.status import Status
from kiosk.stage.preview import thumbnail
from kiosk.toolkit.look import Look
from kiosk.venue.visitors import Receipt, VisitorFigures

THUMBNAIL_PX = QSize(200, 112)


class Bulletin:
    """Puts together what is known, and what was asked for.

    Attributes:
        applied_at: when something was applied last.
        preview: what shows a scene at real speed, if one is wanted.
        preview_language: the one in which it is shown.
        visitors: the figures of visits that were asked for last.
        receipt: what became of the last export.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        programming: Programming,
        machine: Machine,
        curtain: Curtain,
        updating: Updating,
    ) -> None:
        self._kiosk = kiosk
        self._programming = programming
        self._machine = machine
        self._curtain = curtain
        self._updating = updating
        self._thumbnails: Mapping[str, QPixmap] = {}
        self._painted_in: Look | None = None
        self._automatic_s: tuple[Language, Mapping[str, float]] | None = None
        self.applied_at: datetime | None = None
        self.preview: QGraphicsObject | None = None
        self.preview_language: Language = programming.settings.start.language
        self.visitors: VisitorFigures | None = None
        self.receipt: Receipt | None = None

    def status(self, lock_in_s: int) -> Status:
        """How everything is now.

        Args:
            lock_in_s: in how many seconds the panel closes by itself.
        """
        store = self._programming.store
        drafted = store.drafted
        panel, size = drafted.settings.panel, self._kiosk.stage.layout.size
        hung = (
            Panel(panel.diagonal_mm, 0.0, size.width(), size.height())
            if panel.diagonal_mm
            else None
        )
        return Status(
            exhibition=self._programming.exhibition,
            drafted=drafted,
            applied=store.applied.settings,
            outlook=self._programming.outlook,
            machine=self._machine.status(),
            changes=store.changes,
            can_undo=store.draft.can_undo,
            can_redo=store.draft.can_redo,
            applied_at=self.applied_at,
            lock_in_s=lock_in_s,
            themes=tuple(self._swatches),
            automatic_s=self._reading_times(drafted.settings.start.language),
            swatches=self._swatches,
            highest_px=self._kiosk.stage.layout.highest_px,
            thumbnails=self._thumbnails,
            px_per_mm=hung.px_per_mm if hung else None,
            guided=self._kiosk.visit.guided,
            suspended=self._curtain.suspended,
            preview=self.preview,
            preview_language=self.preview_language,
            visitors=self.visitors,
            receipt=self.receipt,
            update=self._updating.status,
        )

    def paint_next(self, look: Look) -> bool:
        """Paints one of the scenes' small pictures; returns whether there was one to paint."""
        if look != self._painted_in:
            self._painted_in, self._thumbnails = look, {}
        for scene in self._programming.exhibition.scenes:
            if scene.id not in self._thumbnails:
                picture = thumbnail(self._programming.exhibition, scene.id, look, THUMBNAIL_PX)
                self._thumbnails = {**self._thumbnails, scene.id: picture}
                return True
        return False

    def _reading_times(self, language: Language) -> Mapping[str, float]:
        if self._automatic_s is None or self._automatic_s[0] != language:
            times = {
                scene.id: dwell_s(
                    scene.model_copy(update={"dwell_s": None}), language, ENTRANCE_MS / 1000
                )
                for scene in self._programming.exhibition.scenes
            }
            self._automatic_s = (language, times)
        return self._automatic_s[1]

    @cached_property
    def _swatches(self) -> Mapping[str, Theme]:
        """The colours of all themes, which nobody needs before the panel opens."""
        return {name: load_theme(THEMES, name) for name in theme_names()}
