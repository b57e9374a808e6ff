"""The panel: where the pages are listed, the one that is open, and what is done with the draft."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.show.animator import Animator
from kiosk.staff.draft_bar import DraftBar
from kiosk.staff.navigation import Navigation
from kiosk.staff.page import Page
from kiosk.staff.pages import PAGES
from kiosk.staff.status import Status
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

NAV_PX = 320.0
"""How wide the list of the pages is beside them; above them, it is as high as it has to be."""

MARGIN_PX = 56.0
UPRIGHT_MARGIN_PX = 48.0
UPRIGHT_NAV_PX = 348.0
GAP_PX = 24.0
BAR_PX = 96.0
UPRIGHT_BAR_PX = 208.0


class Panel(QGraphicsObject):
    """Covers the screen, in design units: 1920 by 1080, or 1080 by 1920.

    Args:
        size: of the design area, in design units.
        animator: for what takes time, such as holding a button.
        page: the name of the page that is open first.

    Signals:
        commanded: staff want something: a `Command`.
        rebuilt: other things can be touched than before.
    """

    commanded = Signal(object)
    rebuilt = Signal()

    def __init__(
        self,
        look: Look,
        size: QSizeF,
        words: Phrasebook,
        status: Status,
        animator: Animator,
        page: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._animator = animator
        self._size = size
        self._bounds = QRectF(0, 0, size.width(), size.height())
        self._status = status
        self._upright = size.height() > size.width()
        kinds: Sequence[type[Page]] = PAGES
        self._kinds = {kind.name: kind for kind in kinds}
        nav, self._zone, bar = self._places()
        self._navigation = Navigation(self, look, nav, self._upright, words, kinds)
        self._navigation.chosen.connect(self.open)
        self._navigation.left.connect(self.commanded)
        self._bar = DraftBar(self, look, bar, self._upright, words, animator)
        self._bar.commanded.connect(self.commanded)
        self._page: Page | None = None
        self.open(page if page in self._kinds else next(iter(self._kinds)))

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return self._page.name if self._page else ""

    def open(self, name: str) -> None:
        """Opens a page."""
        if self._page:
            self.leave()
            self._page.clear()
            discard(self._page)
        kind = self._kinds[name]
        # Where there is no draft, its buttons are not there either.
        zone = self._zone if kind.drafts else self._zone.united(self._bar.boundingRect())
        self._page = kind(self, self._look, zone, self._upright, self._words, self._animator)
        self._page.commanded.connect(self.commanded)
        self._page.rebuilt.connect(self._on_rebuilt)
        self._navigation.set_open(name)
        self.show_status(self._status)
        self.rebuilt.emit()

    def show_status(self, status: Status) -> None:
        """Shows how everything is now."""
        self._status = status
        assert self._page is not None
        self._page.show_status(status)
        self._navigation.show_status(status)
        self._bar.setVisible(self._page.drafts)
        self._bar.show_status(status, self._page.owns)

    def _on_rebuilt(self) -> None:
        if self._page:
            self._bar.show_status(self._status, self._page.owns)
        self.rebuilt.emit()

    def cover(self, bounds: QRectF) -> None:
        """Covers the area `bounds`, in design units."""
        self.prepareGeometryChange()
        self._bounds = bounds
        self._navigation.cover(bounds)
        if self._page:
            self._page.cover(bounds)

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        if self._page is None:
            return []
        if self._page.covering():
            return self._page.touchables()
        bar = self._bar.touchables() if self._bar.isVisible() else []
        return [*self._navigation.touchables(), *self._page.touchables(), *bar]

    def targets(self) -> list[Touchable]:
        """What a finger can act on."""
        return self.touchables()

    def leave(self) -> None:
        """Ends whatever the open page has begun."""
        self._bar.stop()
        if self._page:
            self._page.leave()

    def close(self) -> None:
        """Ends all that was begun, and lets go of the open page; there is no way back."""
        self.leave()
        if self._page:
            self._page.clear()
            discard(self._page)
            self._page = None

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Where the list of the pages, the open page, and what is done with the draft stand."""
        wide, high = self._size.width(), self._size.height()
        margin = UPRIGHT_MARGIN_PX if self._upright else MARGIN_PX
        left = margin if self._upright else NAV_PX + margin - 8
        top = UPRIGHT_NAV_PX + GAP_PX if self._upright else 40.0
        bar_px = UPRIGHT_BAR_PX if self._upright else BAR_PX
        nav = QRectF(0, 0, wide, UPRIGHT_NAV_PX) if self._upright else QRectF(0, 0, NAV_PX, high)
        bar = QRectF(left, high - bar_px - 40, wide - left - margin, bar_px)
        page = QRectF(left, top, bar.width(), bar.top() - GAP_PX - top)
        return nav, page, bar

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self._bounds, self._look.palette.background)
