"""The page «Programme and timing»: what is on, in which order, for how long."""

from PySide6.QtCore import QRectF

from kiosk.content.language import Language
from kiosk.content.programme import Programme, ProgrammeName
from kiosk.settings.edits import everything
from kiosk.settings.model import PROGRAMME_NAMES
from kiosk.staff.choice import Choice
from kiosk.staff.commands import Choose, Preview
from kiosk.staff.page import Page
from kiosk.staff.programme_list import ProgrammeList
from kiosk.staff.programme_preview import ProgrammePreview
from kiosk.staff.programme_waits import WAITS, ProgrammeWaits
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.slot_views import loop_s, row_views
from kiosk.staff.status import Status
from kiosk.toolkit.touchable import Touchable

WAITING = "waiting"
TAB_PX = 148.0
UPRIGHT_TAB_PX = 183.0
TABS_PX = 96.0
TABS_RISE_PX = 24.0
"""How far the tabs reach above the title that they stand beside."""

GAP_PX = 16.0


class ProgrammePage(Page):
    """Tabs for each programme and for the waiting times; a preview takes the place of both.

    What a touch changes comes back with the next status, and is shown where it stands: only another
    tab, or a preview, has the page built anew.
    """

    name = "programme"
    words_kind = ProgrammeWords
    words: ProgrammeWords
    drafts = True

    _tab: str = "A"
    _previewed: str = ""
    _list: ProgrammeList | None = None
    _waits: ProgrammeWaits | None = None
    _preview: ProgrammePreview | None = None
    _tabs: Choice | None = None
    _built: tuple[object, ...] = ()

    def show_status(self, status: Status) -> None:
        """Shows how everything is now, building only what is not there yet."""
        self.status = status
        names = self._names(status)
        if self._tab not in (*names, WAITING):
            self._tab = "A"
        built = (self._tab, tuple(names), status.preview, status.preview_language)
        if built != self._built:
            self._built = built
            self.rebuild()
        else:
            self._show(status)

    def build(self, status: Status) -> None:
        """Builds the open tab, or the preview."""
        self.leave()
        self._list = self._waits = self._preview = self._tabs = None
        if status.preview is not None:
            self._build_preview(status)
            return
        below = self._build_tabs(status)
        if self._tab == WAITING:
            self.owns = tuple(WAITS)
            self._waits = ProgrammeWaits(self, self.look, below, self.upright, self.words)
            self._waits.commanded.connect(self.commanded)
        else:
            self.owns = (f"programmes.{self._tab}",)
            self._list = ProgrammeList(
                self, self.look, below, self.upright, self.words, self.animator
            )
            self._list.wanted.connect(self._on_wanted)
            self._list.previewed.connect(self._on_previewed)
            self._list.rebuilt.connect(self.rebuilt)
        self._show(status)

    def blurb(self, status: Status) -> str:
        if status.preview is not None:
            return self.text(self.words.blurb_preview)
        if self._tab == WAITING:
            return self.text(self.words.blurb_waiting)
        views = row_views(self.look, self.words, status, self._programme(status))
        loop = self.words.length(self.look, loop_s(views))
        return self.text(self.words.blurb).format(loop=loop)

    def touchables(self) -> list[Touchable]:
        parts = (self._tabs, self._list, self._waits, self._preview)
        return [item for part in parts if part is not None for item in part.touchables()]

    def leave(self) -> None:
        if self._list:
            self._list.stop()
        if self._preview:
            self._preview.release()

    def _show(self, status: Status) -> None:
        self.say(self.blurb(status))
        if self._list:
            programme = self._programme(status)
            self._list.show_views(programme, row_views(self.look, self.words, status, programme))
        if self._waits:
            self._waits.show_status(status)

    # The tabs

    def _names(self, status: Status) -> list[ProgrammeName]:
        programmes = status.drafted.settings.programmes
        return [name for name in PROGRAMME_NAMES if name == "A" or programmes.named(name)]

    def _build_tabs(self, status: Status) -> QRectF:
        """Beside the title, or below it on a standing screen; returns what is left of the body."""
        told = self.text(self.words.tab)
        options: list[tuple[str, str]] = [
            (name, told.format(name=name)) for name in self._names(status)
        ]
        options.append((WAITING, self.text(self.words.other)))
        tab_px = UPRIGHT_TAB_PX if self.upright else TAB_PX
        wide = len(options) * (tab_px + GAP_PX) - GAP_PX
        if self.upright:
            place = QRectF(self.body.left(), self.body.top() + 8, wide, TABS_PX)
            below = self.body.adjusted(0, 8 + TABS_PX + GAP_PX, 0, 0)
        else:
            top = self.zone.top() - TABS_RISE_PX
            place = QRectF(self.zone.right() - wide, top, wide, TABS_PX)
            below = self.body.adjusted(0, -24, 0, 0)
        self._tabs = Choice(self, self.look, place, options, self._tab)
        self._tabs.chosen.connect(self._on_tab)
        return below

    def _on_tab(self, tab: str) -> None:
        assert self.status is not None
        self._tab = tab
        self.show_status(self.status)

    # One programme

    def _programme(self, status: Status) -> Programme:
        name = next(name for name in PROGRAMME_NAMES if name == self._tab)
        return status.drafted.settings.programmes.named(name) or everything(status.exhibition)

    def _on_wanted(self, programme: Programme) -> None:
        self.command(Choose({f"programmes.{self._tab}": programme}))

    # The preview

    def _build_preview(self, status: Status) -> None:
        assert status.preview is not None
        scenes = {scene.id: self.text(scene.title) for scene in status.exhibition.scenes}
        self._preview = ProgrammePreview(
            self,
            self.look,
            self.body,
            self.words,
            status.preview,
            scenes.get(self._previewed, ""),
            status.exhibition.languages,
            status.preview_language,
        )
        self._preview.stepped.connect(self._on_preview_stepped)
        self._preview.spoken.connect(self._on_spoken)
        self._preview.left.connect(self._on_preview_left)

    def _on_previewed(self, scene: str) -> None:
        self._ask(scene, self.look.language)

    def _on_preview_stepped(self, step: int) -> None:
        assert self.status is not None
        known = {scene.id for scene in self.status.exhibition.scenes}
        there = [slot.scene for slot in self._programme(self.status) if slot.scene in known]
        at = there.index(self._previewed) if self._previewed in there else 0
        self._ask(there[(at + step) % len(there)], self.status.preview_language)

    def _on_spoken(self, language: Language) -> None:
        self._ask(self._previewed, language)

    def _on_preview_left(self) -> None:
        assert self.status is not None
        self.command(Preview(None, self.status.preview_language))

    def _ask(self, scene: str, language: Language) -> None:
        self._previewed = scene
        self.command(Preview(scene, language))
