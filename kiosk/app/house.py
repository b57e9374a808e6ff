"""All that is around a running kiosk: the venue's choices, its hours, its journal, its staff."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.app.beginning import first_preferences
from kiosk.app.bulletin import Bulletin
from kiosk.app.desk import Desk, Tools
from kiosk.app.gatekeeper import Gatekeeper
from kiosk.app.kiosk import Kiosk
from kiosk.app.machine import Machine
from kiosk.app.notices import Notices
from kiosk.app.programming import Programming
from kiosk.app.register import Register
from kiosk.app.site import Site
from kiosk.app.updating import Updating, objection
from kiosk.content.model import Exhibition
from kiosk.release import VERSION
from kiosk.resources import STAFF_STRINGS
from kiosk.settings.model import Settings
from kiosk.show.clock import Clock
from kiosk.show.curtain import Curtain, Reason
from kiosk.show.panel import Panel
from kiosk.show.preferences import Preferences
from kiosk.staff.update_words import UpdatesWords, receipt_text
from kiosk.staff.words import Phrasebook
from kiosk.stage.front import Cover
from kiosk.stage.layout import layout_for
from kiosk.toolkit.wardrobe import Wardrobe
from kiosk.venue.display_power import DisplayPower
from kiosk.venue.journal import Journal
from kiosk.venue.lock import Lock
from kiosk.venue.starts import End
from kiosk.venue.update import Update
from kiosk.venue.update_status import UpdateStatus


class House(QObject):
    """Looks after one kiosk, whenever its ticker ticks.

    Args:
        clock: the show's, which may run faster than the site's.
        end: ends the kiosk, to begin anew if it is called with True.

    Signals:
        ticked: a tick has come to its end, and nothing in it has failed.
    """

    ticked = Signal()

    def __init__(
        self,
        kiosk: Kiosk,
        wardrobe: Wardrobe,
        programming: Programming,
        clock: Clock,
        site: Site,
        end: Callable[[bool], None],
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._wardrobe = wardrobe
        self._programming = programming
        self.folder = site.folder
        self._still = site.safe
        self._end = end
        self._laid: Cover | None = None
        self.curtain = Curtain(clock)
        self.journal = Journal(site.folder, lambda: programming.wall.now().date())
        self.lock = Lock(site.folder, programming.seconds, site.clock.now_ms)
        self.machine = Machine(kiosk, programming, self.journal, self.lock, site)
        self._register = Register(kiosk, self.journal, clock, programming.moment)
        self._notices = Notices(kiosk, wardrobe, programming, self.curtain)
        can_be_dark = programming.settings.hours.screen_off
        self._power = DisplayPower(site.clock.now_ms, are_on=not can_be_dark)
        words = Phrasebook(STAFF_STRINGS)

        def note(status: UpdateStatus) -> str:
            return receipt_text(
                words.words(UpdatesWords, "updates"), status, programming.wall.now()
            )

        self.updating = Updating(
            kiosk,
            clock,
            Update(site.installation, VERSION, objection, note),
            site,
            is_covered=lambda: self.desk.cover is not None,
            switch=lambda: self._on_end(True),
        )
        tools = Tools(
            programming=programming,
            curtain=self.curtain,
            journal=self.journal,
            bulletin=Bulletin(kiosk, programming, self.machine, self.curtain, self.updating),
            gatekeeper=Gatekeeper(self.lock, words),
            words=words,
            wardrobe=wardrobe,
            end=self._on_end,
            updating=self.updating,
        )
        self.desk = Desk(kiosk, clock, tools)
        self._ended_by: End = "signal"
        kiosk.stage.cover_touched.connect(self._on_cover_touched)
        kiosk.stage.relaid.connect(self._on_relaid)
        kiosk.ticker.ticked.connect(self.tick)
        self._on_relaid()
        self._furnish()
        self.tick()  # at night nobody is to see the exhibition first

    def tick(self) -> None:
        """Looks at everything once."""
        if self._programming.tick():
            self._kiosk.arrange(self._programming.shown, self._initial())
            self._furnish()
        outlook = self._programming.outlook
        if not outlook.open:
            # Forgotten by a docent, it would keep the exhibition open all night.
            self._kiosk.visit.guide(False)
        self.curtain.set_open(outlook.open, self._kiosk.visit.somebody)
        self._register.tick()
        self.machine.tick()
        self._notices.tick()
        self.desk.tick()
        self.updating.tick()
        self._lay(self.desk.cover or self._notices.notice)
        self._switch_display()
        self.ticked.emit()

    @property
    def staffed(self) -> bool:
        """Whether staff are at the screen."""
        return self.desk.cover is not None

    def close(self) -> None:
        """Lets go of everything, and writes what is not written yet."""
        self.desk.close()
        self._lay(None)
        self._kiosk.end_visit()
        self._register.tick()
        self.updating.close()
        self.journal.close()
        self.machine.close(self._ended_by)
        self._power.close()

    def _lay(self, cover: Cover | None) -> None:
        if cover is not self._laid:
            self._laid = cover
            self._kiosk.stage.cover(cover)

    def _furnish(self) -> None:
        """What does not wait for another scene: the panel as it hangs, and where staff knock."""
        settings = self._programming.settings
        self._kiosk.stage.set_panel_size(settings.panel.diagonal_mm)
        self._kiosk.stage.set_staff_corner(settings.staff.corner)
        self._kiosk.speech.allow(settings.sound.on)

    def _initial(self) -> Preferences:
        upright = self._kiosk.stage.layout.upright
        shown, settings = self._programming.shown, self._programming.settings
        initial = initial_preferences(shown, settings, self._wardrobe, upright)
        return replace(initial, reduced_motion=self._still)

    def _switch_display(self) -> None:
        dark = self.curtain.dark and self._programming.settings.hours.screen_off
        self._power.switch(not dark or self.desk.cover is not None)
        self._power.tick()

    def _on_relaid(self) -> None:
        """How high the controls are depends on how the window stands."""
        self._kiosk.visit.set_initial(self._initial())

    def _on_cover_touched(self) -> None:
        if self.curtain.reason is Reason.CLOSED:
            self.curtain.touch()

    def _on_end(self, again: bool) -> None:
        self._ended_by = "staff"
        self._end(again)


def initial_preferences(
    exhibition: Exhibition, settings: Settings, wardrobe: Wardrobe, upright: bool
) -> Preferences:
    """How everything is before a visitor asks for something else.

    Args:
        exhibition: as it is shown.
        settings: what counts.
        wardrobe: knows which themes are bright, and which have high contrast.
        upright: whether it is a standing screen.
    """
    first = first_preferences(exhibition, wardrobe)
    return replace(first, volume=settings.sound.volume, reach=_needs_reach(settings, upright))


def _needs_reach(settings: Settings, upright: bool) -> bool:
    """Whether the panel hangs so high that not everybody reaches all there is to touch."""
    hung = settings.panel
    if hung.diagonal_mm is None or hung.floor_mm is None:
        return False
    layout = layout_for(upright, large=False, reach=False)
    panel = Panel(hung.diagonal_mm, hung.floor_mm, layout.size.width(), layout.size.height())
    return panel.needs_reach(layout.highest_px)
