"""The staff's desk: lets them in, shows the panel, and carries out what they want."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF

from kiosk.app.bulletin import Bulletin
from kiosk.app.gatekeeper import Gatekeeper
from kiosk.app.kiosk import Kiosk
from kiosk.app.programming import Programming
from kiosk.app.updating import Updating
from kiosk.content.language import Language
from kiosk.settings.draft import Draft
from kiosk.show.clock import Clock
from kiosk.show.curtain import Curtain, Reason
from kiosk.show.staff_session import Door, StaffSession
from kiosk.staff import commands
from kiosk.staff.commands import Command
from kiosk.staff.gate import Asked, Gate
from kiosk.staff.words import Phrasebook
from kiosk.stage.layout import Layout, layout_for
from kiosk.stage.preview import Preview
from kiosk.toolkit.look import Look
from kiosk.toolkit.wardrobe import Wardrobe
from kiosk.venue.journal import Journal

if TYPE_CHECKING:
    from kiosk.staff.panel import Panel

STATUS_MS = 250.0
"""How often the panel shows what may have changed by itself."""

FIRST_DAYS = 28
"""Of how many days visits are counted when the panel opens."""


@dataclass(frozen=True)
class Tools:
    """What the desk does its work with.

    Attributes:
        end: ends the kiosk, to begin anew if it is called with True.
    """

    programming: Programming
    curtain: Curtain
    journal: Journal
    bulletin: Bulletin
    gatekeeper: Gatekeeper
    words: Phrasebook
    wardrobe: Wardrobe
    end: Callable[[bool], None]
    updating: Updating


class Desk(QObject):
    """Stands before the stage from a knock until the panel closes."""

    def __init__(self, kiosk: Kiosk, clock: Clock, tools: Tools) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._clock = clock
        self._tools = tools
        self._session = StaffSession(clock)
        self._asked: Asked = "pin"
        self._panel: Panel | None = None
        self._page = ""
        self._playing: Preview | None = None
        self._due_ms = 0.0
        stage, gatekeeper = kiosk.stage, tools.gatekeeper
        stage.staff_requested.connect(self._on_knock)
        stage.cover_touched.connect(self._session.touch)
        stage.cover_escaped.connect(self._on_escaped)
        stage.relaid.connect(self._on_relaid)
        gatekeeper.opened.connect(self._on_opened)
        gatekeeper.cancelled.connect(self._on_cancelled)

    @property
    def cover(self) -> "Panel | Gate | None":
        """What is to be seen, while staff are here."""
        return self._panel if self._session.door is Door.PANEL else self._tools.gatekeeper.gate

    def tick(self) -> None:
        """Shows how things are now, and closes what nobody touches."""
        self._session.tick()
        if self._session.door is Door.CLOSED:
            self._close()
            return
        self._tools.gatekeeper.tick()
        if self._panel and self._clock.now_ms() >= self._due_ms:
            self._follow_journal()
            self._show_status(self._panel)
            if not self._kiosk.animator.active and self._tools.bulletin.paint_next(self._look):
                self._due_ms = self._clock.now_ms()

    def close(self) -> None:
        """Lets go of everything."""
        self._session.leave()
        self._close()

    # Coming in, and going

    def _on_knock(self) -> None:
        cleaning = self._tools.curtain.reason is Reason.CLEANING
        if self._session.door is Door.CLOSED and not cleaning:
            self._kiosk.visit.end()
            self._ask("pin")
            self._session.knock()
            self._kiosk.ticker.wake()

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self._tools.gatekeeper.ask(asked, self._look, self._layout.size)

    def _on_opened(self) -> None:
        self._tools.gatekeeper.close()
        if self._asked == "quit":
            self._tools.end(False)
        if self._panel is None:
            self._enter()
        self._session.enter()
        self._due_ms = 0.0

    def _enter(self) -> None:
        tools = self._tools
        tools.bulletin.receipt = None
        tools.journal.count(FIRST_DAYS, tools.programming.wall.now().date())
        self._build_panel()

    def _on_cancelled(self) -> None:
        self._tools.gatekeeper.close()
        if self._panel:
            self._session.enter()
        else:
            self._session.leave()

    def _on_escaped(self) -> None:
        if self._tools.gatekeeper.gate:
            self._on_cancelled()
        elif self._panel:
            self._session.leave()

    def _close(self) -> None:
        self._tools.gatekeeper.close()
        self._end_preview()
        if self._panel:
            self._page = self._panel.page
            self._panel.close()
            self._panel = None

    # What is seen

    @property
    def _language(self) -> Language:
        return self._tools.programming.settings.start.language

    @property
    def _look(self) -> Look:
        start = self._tools.programming.settings.start
        return self._tools.wardrobe.look(start.language, start.theme)

    @property
    def _layout(self) -> Layout:
        return layout_for(self._kiosk.stage.layout.upright, large=False, reach=False)

    def _build_panel(self) -> None:
        # Its pages take an eighth of a second to import, which the first picture need not wait for.
        from kiosk.staff.panel import Panel

        tools = self._tools
        size: QSizeF = self._layout.size
        status = tools.bulletin.status(self._lock_in_s)
        animator = self._kiosk.animator
        self._panel = Panel(self._look, size, tools.words, status, animator, self._page)
        self._panel.commanded.connect(self._on_command)

    def _show_status(self, panel: "Panel") -> None:
        self._due_ms = self._clock.now_ms() + STATUS_MS
        panel.show_status(self._tools.bulletin.status(self._lock_in_s))
        preview = self._tools.bulletin.preview
        if isinstance(preview, Preview) and preview is not self._playing and preview.scene():
            self._playing = preview
            preview.start()

    @property
    def _lock_in_s(self) -> int:
        left_ms = self._session.left_ms
        return ceil(left_ms / 1000) if self._session.door is not Door.CLOSED else 0

    def _follow_journal(self) -> None:
        bulletin, journal = self._tools.bulletin, self._tools.journal
        bulletin.visitors = journal.take_figures() or bulletin.visitors
        bulletin.receipt = journal.take_receipt() or bulletin.receipt

    def _on_relaid(self) -> None:
        """Builds what is seen for another shape of the window."""
        self._tools.gatekeeper.build(self._look, self._layout.size)
        if self._panel:
            self._end_preview()
            self._page = self._panel.page
            self._panel.close()
            self._build_panel()

    # What is wanted

    def _on_command(self, command: Command) -> None:
        """Carries it out; the panel shows it with the next tick, when the touch is over."""
        store, tools = self._tools.programming.store, self._tools
        today = tools.programming.wall.now().date()
        match command:
            case commands.Preview():
                self._preview(command)
            case commands.Apply():
                store.apply()
                tools.bulletin.applied_at = tools.programming.wall.now()
            case commands.Clean():
                tools.curtain.clean()
                self._session.leave()
            case commands.Guide(on=on):
                self._kiosk.visit.guide(on)
            case commands.Suspend(on=on):
                tools.curtain.suspended = on
            case commands.TrustClock():
                tools.programming.keeper.believe()
            case commands.CountVisitors(days=days):
                tools.bulletin.visitors = None
                tools.journal.count(days, today)
            case commands.ExportVisits():
                tools.bulletin.receipt = None
                tools.journal.export(today)
            case commands.LookForUpdate():
                tools.updating.update.look()
            case commands.InstallUpdate():
                tools.updating.update.install()
            case commands.RollBack():
                tools.updating.update.go_back()
            case commands.ChangePin():
                self._ask_inside("new")
            case commands.Quit():
                self._ask_inside("quit")
            case commands.Restart():
                tools.end(True)
            case commands.Leave():
                self._session.leave()
            case _:
                _draft(store.draft, command)
        self._due_ms = 0.0
        self._kiosk.ticker.wake()

    def _ask_inside(self, asked: Asked) -> None:
        self._ask(asked)
        self._session.ask_again()

    def _preview(self, command: commands.Preview) -> None:
        self._end_preview()
        bulletin = self._tools.bulletin
        bulletin.preview_language = command.language
        if command.scene is None:
            return
        start = self._tools.programming.settings.start
        look = self._tools.wardrobe.look(command.language, start.theme)
        exhibition = self._tools.programming.rehearsed(command.scene)
        animator = self._kiosk.animator
        bulletin.preview = Preview(exhibition, command.scene, look, self._layout, animator)

    def _end_preview(self) -> None:
        bulletin = self._tools.bulletin
        if isinstance(bulletin.preview, Preview):
            bulletin.preview.close()
        bulletin.preview = self._playing = None


def _draft(draft: Draft, command: Command) -> None:
    """What staff do with the draft."""
    match command:
        case commands.Choose(chosen=chosen):
            draft.choose(chosen)
        case commands.Forget(keys=keys):
            draft.forget(keys)
        case commands.Undo():
            draft.undo()
        case commands.Redo():
            draft.redo()
        case commands.Discard():
            draft.discard()
