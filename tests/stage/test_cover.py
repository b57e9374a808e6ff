"""Something that staff have laid over everything: it has the screen, the fingers and the keys."""

import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kiosk.app.pace import REST_MS
from kiosk.content.model import Exhibition
from kiosk.content.programme import Slot
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.show.preferences import Preferences
from kiosk.show.programme import programmed
from kiosk.show.visit import VisitState
from kiosk.stage.attract import Attract
from kiosk.stage.rail import Rail
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, Rig
from tests.show.written import WrittenVoice
from tests.stage.test_keys import focused, press
from tests.stage.test_pace import interval_ms
from tests.stage.visitor import Finger

FIRST, SECOND = QRectF(200, 200, 300, 100), QRectF(200, 400, 300, 100)
NOTHING = QPointF(1500, 800)


class Row(Touchable):
    """Something on the cover that is tapped, or drawn up and down."""

    def __init__(self, parent: QGraphicsObject, name: str, rect: QRectF, firm: bool) -> None:
        super().__init__(parent, name)
        self._rect = QRectF(0, 0, rect.width(), rect.height())
        self._firm = firm
        self.drawn: list[float] = []
        self.lifted = False
        self.setPos(rect.topLeft())

    def grip(self, point: QPointF) -> Grip:
        return Grip.FIRM if self._firm else Grip.NONE

    def touch(self, point: QPointF) -> None:
        self.drawn.append(point.y())

    def lift(self) -> None:
        self.lifted = True

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self._rect, Qt.GlobalColor.red)


class Sheet(QGraphicsObject):
    """A cover: two rows on a ground of one colour."""

    def __init__(self, ground: Qt.GlobalColor = Qt.GlobalColor.blue) -> None:
        super().__init__()
        self._ground = ground
        self.bounds = QRectF()
        self.button = Row(self, "button", FIRST, firm=False)
        self.handle = Row(self, "handle", SECOND, firm=True)
        self.taps: list[str] = []
        self.button.activated.connect(self._on_button)

    def _on_button(self) -> None:
        self.taps.append("button")

    def touchables(self) -> list[Touchable]:
        return [self.button, self.handle]

    def targets(self) -> list[Touchable]:
        return self.touchables()

    def cover(self, bounds: QRectF) -> None:
        self.prepareGeometryChange()
        self.bounds = bounds

    def boundingRect(self) -> QRectF:
        return self.bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self.bounds, self._ground)


class Heard:
    """What the stage has told since."""

    def __init__(self, rig: Rig) -> None:
        self.told: list[str] = []
        stage = rig.stage
        for name in ("touched", "cover_touched", "cover_escaped", "staff_requested", "relaid"):
            getattr(stage, name).connect(lambda name=name: self.told.append(name))
        for name in ("next_requested", "previous_requested", "pause_requested"):
            getattr(stage, name).connect(lambda name=name: self.told.append(name))


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk(size=(960, 540))
    built.come_to_rest()
    return built


def laid(rig: Rig) -> Sheet:
    sheet = Sheet()
    rig.stage.cover(sheet)
    rig.wind(32)
    return sheet


def corners(rig: Rig) -> set[str]:
    """The colours in the corners of the window and in its middle."""
    image = rig.picture()
    wide, high = image.width() - 1, image.height() - 1
    places = [(0, 0), (wide, 0), (0, high), (wide, high), (wide // 2, high // 2)]
    return {image.pixelColor(*place).name() for place in places}


def visible_scenes(rig: Rig) -> list[str]:
    return [item.scene_content.id for item in rig.stage.live_items() if item.isVisible()]


def rail_is_seen(rig: Rig) -> bool:
    (rail,) = (item for item in rig.stage.graphics.items() if isinstance(item, Rail))
    return rail.isVisible()


# --- it has the screen -------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(960, 540), (1000, 500), (540, 960)])
def test_it_covers_the_whole_window(kiosk: KioskFactory, size: tuple[int, int]) -> None:
    rig = kiosk(size=size)
    laid(rig)
    assert corners(rig) == {"#0000ff"}
    assert (visible_scenes(rig), rail_is_seen(rig)) == ([], False)


def test_it_covers_another_window_too(rig: Rig) -> None:
    laid(rig)
    rig.view.resize(700, 600)
    rig.wind(32)
    assert corners(rig) == {"#0000ff"}


def test_it_is_as_large_in_large_text(rig: Rig) -> None:
    sheet = laid(rig)
    place = rig.view.in_window(sheet.button.sceneBoundingRect())
    rig.visit.set_initial(Preferences("en", large_text=True))
    rig.wind(400)
    assert rig.stage.layout.unit_px < 1
    again = rig.view.in_window(sheet.button.sceneBoundingRect())
    assert again.toRect() == place.toRect()
    assert corners(rig) == {"#0000ff"}


def test_one_takes_the_place_of_another(rig: Rig) -> None:
    laid(rig)
    rig.stage.cover(Sheet(Qt.GlobalColor.green))
    rig.wind(32)
    assert corners(rig) == {"#00ff00"}


def test_a_row_may_take_it_away_while_it_is_touched(rig: Rig) -> None:
    sheet = laid(rig)
    gone = weakref.ref(sheet)
    sheet.button.activated.connect(lambda: rig.stage.cover(None))
    del sheet
    rig.tap(FIRST.center())
    rig.come_to_rest()
    gc.collect()
    assert gone() is None
    assert visible_scenes(rig) == ["new-energy"]


# --- fingers and keys --------------------------------------------------------------------------


def test_a_tap_acts_on_it_and_a_visitor_has_done_nothing(rig: Rig) -> None:
    sheet, heard = laid(rig), Heard(rig)
    rig.tap(FIRST.center())
    assert (sheet.taps, set(heard.told)) == (["button"], {"cover_touched"})
    assert rig.visit.state is VisitState.TOUR
    assert rig.tour.playing


def test_what_lies_behind_it_is_not_touched(rig: Rig) -> None:
    chip = rig.stage.touchables()[-4]
    place = chip.mapToScene(chip.boundingRect().center())
    heard = Heard(rig)
    laid(rig)
    rig.tap(place)
    assert set(heard.told) == {"cover_touched"}


def test_a_row_is_drawn_up_and_down(rig: Rig) -> None:
    sheet, heard = laid(rig), Heard(rig)
    Finger(rig).down(SECOND.center()).draw(QPointF(0, 200)).up()
    assert sheet.handle.lifted
    assert sheet.handle.drawn[0] == 50
    assert sheet.handle.drawn[-1] == pytest.approx(250)
    assert set(heard.told) == {"cover_touched"}


def test_a_swipe_turns_nothing(rig: Rig) -> None:
    laid(rig)
    heard = Heard(rig)
    Finger(rig).down(NOTHING).draw(QPointF(-700, 0), px_per_s=3000).up()
    rig.come_to_rest()
    assert set(heard.told) == {"cover_touched"}
    assert (rig.stage.page, visible_scenes(rig)) == (0, [])


def test_a_swipe_that_was_under_way_is_broken_off(rig: Rig) -> None:
    rig.drag(-600, 300, release=False)
    heard = Heard(rig)
    laid(rig)
    rig.lift(-600)
    rig.stage.cover(None)
    rig.come_to_rest()
    assert (rig.stage.page, visible_scenes(rig)) == (0, ["new-energy"])
    assert "next_requested" not in heard.told


def test_the_focus_walks_on_it_alone(rig: Rig) -> None:
    sheet, heard = laid(rig), Heard(rig)
    seen = []
    for _ in range(3):
        press(rig, Qt.Key.Key_Tab)
        seen.append(focused(rig))
    assert seen == [sheet.button, sheet.handle, sheet.button]
    press(rig, Qt.Key.Key_Return)
    assert sheet.taps == ["button"]
    assert set(heard.told) == {"cover_touched"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_3])
def test_what_keys_else_stand_for_is_not_meant(rig: Rig, key: Qt.Key) -> None:
    laid(rig)
    heard = Heard(rig)
    press(rig, key)
    rig.come_to_rest()
    assert heard.told == ["cover_touched"]
    assert (rig.stage.page, rig.tour.playing) == (0, True)


def test_escape_is_told_to_its_owner(rig: Rig) -> None:
    laid(rig)
    heard = Heard(rig)
    press(rig, Qt.Key.Key_Escape)
    assert "cover_escaped" in heard.told
    assert corners(rig) == {"#0000ff"}


def test_the_focus_stays_while_the_tour_goes_on_behind_it(rig: Rig) -> None:
    sheet = laid(rig)
    press(rig, Qt.Key.Key_Tab)
    rig.wind(40_000, step=200)
    assert rig.stage.page != 0
    assert focused(rig) is sheet.button


def test_laid_anew_in_another_look_the_focus_stays_where_it_was(rig: Rig) -> None:
    laid(rig)
    press(rig, Qt.Key.Key_Tab)
    press(rig, Qt.Key.Key_Tab)
    anew = Sheet()
    rig.stage.relaid.connect(lambda: rig.stage.cover(anew))
    rig.wear("en", "ink-atlas")
    rig.wind(32)
    assert focused(rig) is anew.handle


# --- what goes on behind it --------------------------------------------------------------------


def test_the_tour_goes_on_unseen_and_what_is_on_by_then_is_seen(rig: Rig) -> None:
    laid(rig)
    rig.wind(rig.tour.next_due_ms() + 1000, step=200)
    assert (rig.stage.page, visible_scenes(rig)) == (1, [])
    rig.stage.cover(None)
    rig.come_to_rest()
    assert visible_scenes(rig) == ["ai-production"]
    assert rail_is_seen(rig)


def test_it_looks_as_if_nothing_had_been_there(rig: Rig) -> None:
    rig.tour.toggle_pause()
    rig.wind(200)
    before = rig.picture()
    laid(rig)
    rig.stage.cover(None)
    rig.come_to_rest()
    assert rig.picture() == before


def test_nothing_moves_behind_it(kiosk: KioskFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ExhibitItem, "lives", True)
    rig = kiosk(size=(960, 540), living=True)
    rig.come_to_rest()
    assert rig.kiosk.animator.drifting
    laid(rig)
    rig.come_to_rest()
    assert not rig.kiosk.animator.drifting
    rig.stage.cover(None)
    rig.come_to_rest()
    assert rig.kiosk.animator.drifting


def test_while_nothing_moves_it_ticks_but_once_a_second(rig: Rig) -> None:
    laid(rig)
    rig.come_to_rest()
    rig.wind(32)
    assert rig.tour.playing
    assert interval_ms(rig) == REST_MS


def test_what_was_read_to_a_visitor_is_cut_short(kiosk: KioskFactory) -> None:
    voice = WrittenVoice("zh-Hant")
    rig = kiosk(size=(960, 540), voice=voice)
    rig.come_to_rest()
    rig.visit.want(replace(rig.visit.preferences, read_aloud=True))
    rig.wind(400)
    assert voice.last
    laid(rig)
    assert voice.last == ""
    rig.wind(59_000, step=500)
    assert voice.last == "", "nor are the scenes read that nobody sees"


def test_a_round_is_over_behind_it_and_the_invitation_comes_when_it_is_gone(
    kiosk: KioskFactory,
) -> None:
    rig = kiosk(size=(960, 540), attract_s=48, living=True)
    rig.wind(48_016, step=200)
    laid(rig)
    while rig.visit.state is not VisitState.ATTRACT:
        rig.wind(200, step=200)
    rig.wind(2000)
    assert corners(rig) == {"#0000ff"}
    assert not rig.kiosk.animator.drifting
    rig.stage.cover(None)
    rig.wind(500)
    assert isinstance(rig.stage.screen(), Attract)
    assert (visible_scenes(rig), rail_is_seen(rig)) == ([], False)


def test_laid_over_the_invitation_the_scene_is_there_when_its_time_has_come(
    kiosk: KioskFactory,
) -> None:
    rig = kiosk(size=(960, 540), attract_s=48)
    rig.wind(1000)
    laid(rig)
    rig.wind(48_000, step=200)
    assert rig.visit.state is VisitState.TOUR
    rig.stage.cover(None)
    rig.come_to_rest()
    assert (rig.stage.screen(), visible_scenes(rig)) == (None, ["new-energy"])
    assert rail_is_seen(rig)


def test_a_visitor_is_asked_once_it_is_gone(rig: Rig) -> None:
    rig.stage.touched.emit()
    laid(rig)
    rig.wind(61_000, step=500)
    assert rig.visit.state is VisitState.STILL_THERE
    assert corners(rig) == {"#0000ff"}
    rig.stage.cover(None)
    rig.wind(32)
    assert rig.stage.screen() is not None


def test_a_question_that_is_asked_gives_way_to_it(rig: Rig) -> None:
    rig.stage.touched.emit()
    rig.wind(61_000, step=500)
    sheet = laid(rig)
    rig.tap(FIRST.center())
    assert (sheet.taps, rig.visit.state) == (["button"], VisitState.STILL_THERE)


def test_what_is_arranged_holds_at_once(rig: Rig, exhibition: Exhibition) -> None:
    laid(rig)
    rig.kiosk.arrange(programmed(rig.stage.exhibition, (Slot(scene="future-industry"),)))
    rig.wind(32)
    assert visible_scenes(rig) == []
    rig.stage.cover(None)
    rig.come_to_rest()
    assert visible_scenes(rig) == ["future-industry"]


# --- how staff get in --------------------------------------------------------------------------


def knock(rig: Rig, point: QPointF, times: int = 5, between_ms: float = 352) -> None:
    for _ in range(times):
        rig.tap(point)
        rig.wind(between_ms)


CORNERS = {
    "top-left": QPointF(20, 20),
    "top-right": QPointF(1900, 20),
    "bottom-left": QPointF(20, 1060),
    "bottom-right": QPointF(1900, 1060),
}


@pytest.mark.parametrize("corner", CORNERS)
def test_they_knock_at_the_corner_that_is_theirs(rig: Rig, corner: str) -> None:
    rig.stage.set_staff_corner(corner)
    heard = Heard(rig)
    for other, point in CORNERS.items():
        if other != corner:
            knock(rig, point)
    assert "staff_requested" not in heard.told
    knock(rig, CORNERS[corner])
    assert heard.told.count("staff_requested") == 1


def test_the_corner_is_that_of_the_screen_and_not_of_the_design(rig: Rig) -> None:
    rig.view.resize(1200, 500)
    rig.wind(32)
    heard = Heard(rig)
    knock(rig, QPointF(20, 20))
    assert "staff_requested" not in heard.told
    knock(rig, rig.view.sceneRect().topLeft() + QPointF(90, 90))
    assert "staff_requested" in heard.told


def test_taps_may_follow_each_other_as_quickly_as_a_finger_can(rig: Rig) -> None:
    heard = Heard(rig)
    knock(rig, CORNERS["top-left"], between_ms=64)
    assert "staff_requested" in heard.told


def test_slow_taps_and_a_second_finger_are_no_knock(rig: Rig) -> None:
    heard = Heard(rig)
    knock(rig, CORNERS["top-left"], between_ms=2000)
    Finger(rig).down(NOTHING)
    for _ in range(5):
        Finger(rig, contact=1).down(CORNERS["top-left"]).rest(50).up()
    assert "staff_requested" not in heard.told


def test_visitors_taps_there_do_what_they_did(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540), attract_s=48)
    rig.wind(500)
    heard = Heard(rig)
    rig.tap(CORNERS["top-left"])
    rig.wind(400)
    assert (rig.visit.state, rig.stage.screen()) == (VisitState.VISIT, None)
    knock(rig, CORNERS["top-left"], times=3)
    assert "staff_requested" not in heard.told
    knock(rig, CORNERS["top-left"], times=1)
    assert heard.told.count("staff_requested") == 1
    assert rig.stage.page == 0


def test_a_tap_there_still_acts_on_what_stands_there(rig: Rig) -> None:
    rig.stage.set_staff_corner("bottom-right")
    question = rig.stage.touchables()[-1]
    inner = QPointF(1830, 1000)
    assert question.sceneBoundingRect().contains(inner)
    rig.tap(inner)
    rig.come_to_rest()
    assert rig.stage.page is None


def test_they_have_a_key_of_their_own(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(960, 540), attract_s=48)
    rig.wind(500)
    heard = Heard(rig)
    QTest.keyClick(rig.view.windowHandle(), Qt.Key.Key_F12)
    assert heard.told == ["staff_requested"], "it is no visitor's key"
    assert rig.visit.state is VisitState.ATTRACT


def test_they_can_knock_on_a_cover_too(rig: Rig) -> None:
    laid(rig)
    heard = Heard(rig)
    knock(rig, CORNERS["top-left"])
    assert "staff_requested" in heard.told
