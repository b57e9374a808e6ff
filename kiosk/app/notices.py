"""What is seen instead of the exhibition while it is closed, paused or being cleaned."""

from PySide6.QtCore import QObject

from kiosk.app.kiosk import Kiosk
from kiosk.app.programming import Programming
from kiosk.show.curtain import CLEANING_MS, Curtain, Reason
from kiosk.stage.layout import layout_for
from kiosk.stage.night import shift_at
from kiosk.stage.notice import CleaningNotice, ClosedNotice, HoldingNotice, Notice
from kiosk.toolkit.wardrobe import Wardrobe

MINUTE_MS = 60_000.0


class Notices(QObject):
    """Builds the notice that the curtain has a reason for.

    Attributes:
        notice: what is to be seen, or None.
    """

    def __init__(
        self, kiosk: Kiosk, wardrobe: Wardrobe, programming: Programming, curtain: Curtain
    ) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._wardrobe = wardrobe
        self._programming = programming
        self._curtain = curtain
        self._built_for: tuple[object, ...] = ()
        self.notice: Notice | None = None
        kiosk.stage.relaid.connect(self._on_relaid)

    def tick(self) -> None:
        """Shows how things are now."""
        wanted = self._wanted()
        if wanted != self._built_for:
            self._built_for = wanted
            self.notice = self._build()
        if isinstance(self.notice, CleaningNotice):
            left_s = self._curtain.cleaning_left_ms / 1000
            self.notice.set_seconds(left_s, CLEANING_MS / 1000)
        elif isinstance(self.notice, ClosedNotice):
            self.notice.shift(shift_at(self._programming.wall.now().minute))

    def _on_relaid(self) -> None:
        self._built_for = ()

    def _wanted(self) -> tuple[object, ...]:
        """What the notice depends on; it is built anew when some of that is another."""
        reason, start = self._curtain.reason, self._programming.settings.start
        told: tuple[object, ...] = (reason, start)
        if reason is Reason.CLOSED:
            opens = self._programming.outlook.next_change
            told += (self._programming.wall.now().date(), opens)
        return told

    def _build(self) -> Notice | None:
        start = self._programming.settings.start
        exhibition = self._programming.exhibition
        look = self._wardrobe.look(start.language, start.theme)
        layout = layout_for(self._kiosk.stage.layout.upright, large=False, reach=False)
        match self._curtain.reason:
            case Reason.CLEANING:
                return CleaningNotice(exhibition, look, layout)
            case Reason.SUSPENDED:
                return HoldingNotice(exhibition, look, layout)
            case Reason.CLOSED:
                now, opens = self._programming.wall.now(), self._programming.outlook.next_change
                return ClosedNotice(exhibition, look, layout, now, opens)
            case None:
                return None
