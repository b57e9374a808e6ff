"""The slots of one programme, a few at a time, in the order in which they are on."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.content.programme import Programme
from kiosk.settings.edits import moved
from kiosk.show.animator import Animator
from kiosk.staff.list_pager import ListPager
from kiosk.staff.loop_bar import HEIGHT_PX as LOOP_PX
from kiosk.staff.loop_bar import LoopBar
from kiosk.staff.programme_row import ProgrammeRow
from kiosk.staff.programme_words import ProgrammeWords
from kiosk.staff.row_places import GAP_PX, TARGET_PX, RowPlaces, lying, standing
from kiosk.staff.slot_views import RowView, stretches
from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.touchable import Touchable

MOST_ON_ONE_PAGE = 4
LYING_PX = (136.0, 124.0)
STANDING_PX = (212.0, 212.0)
"""How high a row is where all fit on one page, and where there are several."""

Edit = Callable[[Programme, int], Programme]
RowKey = tuple[str, int]
"""A scene, and how many slots before it have the same."""


class ProgrammeList(QGraphicsObject):
    """Fills `zone` of its parent. A row stays the same item wherever its slot goes.

    Signals:
        wanted: another programme.
        previewed: the id of a scene that somebody wants to see.
        rebuilt: other things can be touched than before.
    """

    wanted = Signal(object)
    previewed = Signal(str)
    rebuilt = Signal()

    def __init__(
        self,
        parent: QGraphicsItem,
        look: Look,
        zone: QRectF,
        upright: bool,
        words: ProgrammeWords,
        animator: Animator,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._zone = zone
        self._upright = upright
        self._words = words
        self._animator = animator
        self._programme: Programme = ()
        self._views: list[RowView] = []
        self._first = 0
        self._rows: dict[RowKey, ProgrammeRow] = {}
        self._order: list[RowKey] = []
        self._dragged_to: int | None = None
        self._loop = LoopBar(self, look, QRectF(zone.left(), zone.top(), zone.width(), LOOP_PX))
        self._pager: ListPager | None = None

    def show_views(self, programme: Programme, views: list[RowView]) -> None:
        """Shows how a programme is now; what is being dragged stays with the finger."""
        if views == self._views:
            return
        self._programme, self._views = programme, views
        self._show()

    def _show(self) -> None:
        views = self._views
        self._loop.show_loop(stretches(self._look, self._words, views))
        self._first = min(self._first, (len(views) - 1) // self._per_page * self._per_page)
        self._show_pager()
        self._place_rows()

    def touchables(self) -> list[Touchable]:
        """What keys and fingers can reach, in reading order."""
        rows = [item for key in self._order for item in self._rows[key].touchables()]
        return [*rows, *(self._pager.touchables() if self._pager else ())]

    def stop(self) -> None:
        """Ends whatever moves."""
        for row in self._rows.values():
            row.stop()

    # Where the rows are

    @property
    def _in_pages(self) -> bool:
        return len(self._views) > MOST_ON_ONE_PAGE

    @property
    def _per_page(self) -> int:
        return MOST_ON_ONE_PAGE - 1 if self._in_pages and self._upright else MOST_ON_ONE_PAGE

    def _row_places(self) -> RowPlaces:
        high = (STANDING_PX if self._upright else LYING_PX)[self._in_pages]
        return (standing if self._upright else lying)(self._zone.width(), high)

    def _y(self, place: int) -> float:
        """Where the row at `place` of the page stands."""
        pitch = self._row_places().bounds.height() + GAP_PX
        return self._zone.top() + LOOP_PX + GAP_PX + 4 + place * pitch

    def _place_rows(self) -> None:
        self._dragged_to = None
        keys = _keys(self._programme)[self._first : self._first + self._per_page]
        places = self._row_places()
        before = list(self._order)
        opened = {key for key, row in self._rows.items() if row.is_open}
        for key in [key for key in self._rows if key not in keys or self._outgrown(key, places)]:
            row = self._rows.pop(key)
            row.stop()
            discard(row)
        for at, key in enumerate(keys):
            view = self._views[self._first + at]
            if key not in self._rows:
                self._rows[key] = self._build_row(key, places, view)
                self._rows[key].setPos(self._zone.left(), self._y(at))
                self._rows[key].show_open(key in opened)
            self._rows[key].show_view(view)
            self._rows[key].hold(False)
            self._rows[key].glide_to(self._y(at))
        self._order = keys
        if keys != before:
            self.rebuilt.emit()

    def _outgrown(self, key: RowKey, places: RowPlaces) -> bool:
        return self._rows[key].places != places

    def _build_row(self, key: RowKey, places: RowPlaces, view: RowView) -> ProgrammeRow:
        row = ProgrammeRow(self, self._look, places, self._words, self._animator, view)
        row.edited.connect(lambda edit: self._on_edited(key, edit))
        row.opened.connect(lambda: self._on_opened(key))
        row.previewed.connect(lambda: self.previewed.emit(key[0]))
        row.dragged.connect(lambda by: self._on_dragged(key, by))
        row.dropped.connect(lambda: self._on_dropped(key))
        row.lost.connect(lambda: self._on_lost(key))
        return row

    # What is done with them

    def _on_edited(self, key: RowKey, edit: Edit) -> None:
        place = self._first + self._order.index(key)
        programme = edit(self._programme, place)
        if programme == self._programme:
            return
        self._follow(place, programme)
        self.wanted.emit(programme)

    def _follow(self, place: int, programme: Programme) -> None:
        """Turns to the page that a row goes to which leaves this one."""
        if len(programme) != len(self._programme):
            return
        for to in (self._first - 1, self._first + self._per_page):
            leaves = 0 <= to < len(programme) and programme[to] == self._programme[place]
            if leaves and programme == moved(self._programme, place, to):
                self._first = to // self._per_page * self._per_page

    def _on_opened(self, key: RowKey) -> None:
        for other, row in self._rows.items():
            row.show_open(other == key and not row.is_open)
        self.rebuilt.emit()

    def _on_dragged(self, key: RowKey, by: float) -> None:
        """The row follows the finger, and the others make room."""
        row, home = self._rows[key], self._order.index(key)
        row.stop()
        row.hold(True)
        last = len(self._order) - 1
        row.setY(min(max(self._y(home) + by, self._y(0)), self._y(last)))
        pitch = self._y(1) - self._y(0)
        to = round((row.y() - self._y(0)) / pitch)
        if to == self._dragged_to:
            return
        self._dragged_to = to
        others = [other for other in self._order if other != key]
        for at, other in enumerate([*others[:to], key, *others[to:]]):
            if other != key:
                self._rows[other].glide_to(self._y(at))

    def _on_dropped(self, key: RowKey) -> None:
        to, self._dragged_to = self._dragged_to, None
        home = self._order.index(key)
        self._rows[key].hold(False)
        self._settle()
        if to is not None and to != home:
            self.wanted.emit(moved(self._programme, self._first + home, self._first + to))

    def _on_lost(self, key: RowKey) -> None:
        self._dragged_to = None
        self._rows[key].hold(False)
        self._settle()

    def _settle(self) -> None:
        for at, key in enumerate(self._order):
            self._rows[key].glide_to(self._y(at))

    # Turning pages

    def _show_pager(self) -> None:
        if not self._in_pages:
            if self._pager:
                discard(self._pager)
                self._pager = None
            return
        words, text, zone = self._words, self._look.text, self._zone
        if self._pager is None:
            place = QRectF(zone.left(), self._y(self._per_page), zone.width(), TARGET_PX)
            back, on = text(words.previous_page), text(words.next_page)
            self._pager = ListPager(self, self._look, place, back, on)
            self._pager.turned.connect(self._turn)
        count = len(self._views)
        last = min(self._first + self._per_page, count)
        said = text(words.page_of).format(first=self._first + 1, last=last, count=count)
        self._pager.show_part(said, can_back=self._first > 0, can_on=last < count)

    def _turn(self, step: int) -> None:
        self._first += step * self._per_page
        self._show()

    def boundingRect(self) -> QRectF:
        return self._zone

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints nothing: everything that is seen is a child."""


def _keys(programme: Programme) -> list[RowKey]:
    scenes = [slot.scene for slot in programme]
    return [(scene, scenes[:at].count(scene)) for at, scene in enumerate(scenes)]
