"""The page «Programme and timing»: what is on, in which order, for how long."""

from PySide6.QtCore import QPointF, QRectF

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
from kiosk.toolkit.discard import discard
from kiosk.toolkit.touchable import Touchable

WAITING = "waiting"
TAB_PX = 148.0
UPRIGHT_TAB_PX = 183.0
TABS_PX = 96.0
TABS_RISE_PX = 24.0
"""How far the tabs reach above the title that they stand beside."""

UPRIGHT_TABS_DROP_PX = 8.0
GAP_PX = 16.0


class ProgrammePage(Page):
    """Tabs for each programme and for the waiting times; a preview takes the place of both.

    What a touch changes comes back with the next status, and is shown where it stands: what can be
    touched stays the same item, and so keeps the focus of the keys.
    """

    name = "programme"
    words_kind = ProgrammeWords
    words: ProgrammeWords
    drafts = True

    _tab: str = "A"
    _previewed: str = ""
    _names: tuple[ProgrammeName, ...] = ()
    _tabs: Choice | None = None
    _view: ProgrammeList | ProgrammeWaits | None = None
    _view_of: str = ""
    _preview: ProgrammePreview | None = None
    _playing: tuple[object, ...] | None = None

    def show_status(self, status: Status) -> None:
        """Shows how everything is now, building only what is not there yet."""
        self.status = status
        playing = (status.preview, status.preview_language)
        if playing != self._playing:
            self._playing = playing
            self._let_go()
            self.rebuild()
        elif status.preview is None:
            self._show(status)

    def build(self, status: Status) -> None:
        """Builds the open tab, or the preview."""
        self._tabs = self._view = self._preview = None
        self._names, self._view_of = (), ""
        if status.preview is None:
            self._show(status)
        else:
            self._build_preview(status)

    def blurb(self, status: Status) -> str:
        if status.preview is not None:
            return self.text(self.words.blurb_preview)
        if self._tab == WAITING:
            return self.text(self.words.blurb_waiting)
        views = row_views(self.look, self.words, status, self._programme(status))
        loop = self.words.length(self.look, loop_s(views))
        return self.text(self.words.blurb).format(loop=loop)

    def touchables(self) -> list[Touchable]:
        parts = (self._tabs, self._view, self._preview)
        return [item for part in parts if part is not None for item in part.touchables()]

    def leave(self) -> None:
        if self._preview:
            self._on_preview_left()
        self._let_go()

    def _let_go(self) -> None:
        """Lets go of what is held or played where something else is to stand."""
        if isinstance(self._view, ProgrammeList):
            self._view.stop()
        if self._preview:
            self._preview.release()

    def _show(self, status: Status) -> None:
        programmes = status.drafted.settings.programmes
        names = tuple(name for name in PROGRAMME_NAMES if name == "A" or programmes.named(name))
        if self._tab not in (*names, WAITING):
            self._tab = "A"
        tabs = self._show_tabs(names)
        view = self._show_view()
        self.say(self.blurb(status))
        if isinstance(view, ProgrammeList):
            programme = self._programme(status)
            view.show_views(programme, row_views(self.look, self.words, status, programme))
        else:
            view.show_status(status)
        tabs.show_chosen(self._tab)

    # The tabs

    def _show_tabs(self, names: tuple[ProgrammeName, ...]) -> Choice:
        """Beside the title, or below it on a standing screen."""
        if self._tabs and names == self._names:
            return self._tabs
        if self._tabs:
            discard(self._tabs)
        self._names = names
        told = self.text(self.words.tab)
        options: list[tuple[str, str]] = [(name, told.format(name=name)) for name in names]
        options.append((WAITING, self.text(self.words.other)))
        tab_px = UPRIGHT_TAB_PX if self.upright else TAB_PX
        place = QRectF(0, 0, len(options) * (tab_px + GAP_PX) - GAP_PX, TABS_PX)
        if self.upright:
            place.moveTopLeft(self.body.topLeft() + QPointF(0, UPRIGHT_TABS_DROP_PX))
        else:
            place.moveTopRight(self.zone.topRight() - QPointF(0, TABS_RISE_PX))
        self._tabs = Choice(self, self.look, place, options, self._tab)
        self._tabs.chosen.connect(self._on_tab)
        self.rebuilt.emit()
        return self._tabs

    def _show_view(self) -> ProgrammeList | ProgrammeWaits:
        """What the open tab is about."""
        if self._view and self._view_of == self._tab:
            return self._view
        if self._view:
            self._let_go()
            discard(self._view)
        self._view_of = self._tab
        if self.upright:
            zone = self.body.adjusted(0, UPRIGHT_TABS_DROP_PX + TABS_PX + GAP_PX, 0, 0)
        else:
            zone = self.body.adjusted(0, -TABS_RISE_PX, 0, 0)
        view = self._waits(zone) if self._tab == WAITING else self._list(zone)
        self._view = view
        self.rebuilt.emit()
        return view

    def _waits(self, zone: QRectF) -> ProgrammeWaits:
        self.owns = tuple(WAITS)
        waits = ProgrammeWaits(self, self.look, zone, self.upright, self.words)
        waits.commanded.connect(self.commanded)
        return waits

    def _list(self, zone: QRectF) -> ProgrammeList:
        self.owns = (f"programmes.{self._tab}",)
        slots = ProgrammeList(self, self.look, zone, self.upright, self.words, self.animator)
        slots.wanted.connect(self._on_wanted)
        slots.previewed.connect(self._on_previewed)
        slots.rebuilt.connect(self.rebuilt)
        return slots

    def _on_tab(self, tab: str) -> None:
        assert self.status is not None
        self._tab = tab
        self._show(self.status)

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
