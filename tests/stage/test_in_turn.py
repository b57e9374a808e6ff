"""A scene that shows each of its exhibits in turn while the tour plays by itself."""

import itertools

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.content.model import Exhibition
from kiosk.exhibits.entrance import ENTRANCE_MS, SETTLED
from kiosk.show.dwell import turns_s
from kiosk.stage.focus import FocusRing
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import exhibit, exhibits, segments, with_scene

QUIET = QPointF(960, 20)
PAGE = 3


@pytest.fixture
def shown(exhibition: Exhibition) -> Exhibition:
    return with_scene(exhibition, PAGE, exhibits_in_turn=True, dwell_s=None)


@pytest.fixture
def turns_ms(shown: Exhibition) -> list[float]:
    turns = turns_s(shown.scenes[PAGE], "zh-Hant", ENTRANCE_MS / 1000)
    return [turn * 1000 for turn in turns]


@pytest.fixture
def rig(kiosk: KioskFactory, shown: Exhibition) -> Rig:
    """The tour has just come to the scene, and plays."""
    built = kiosk(shown=shown, size=(640, 360))
    while built.stage.page != PAGE:
        built.wind(50, step=50)
    return built


def on(rig: Rig) -> int:
    """Which exhibit is shown, or coming."""
    return rig.scene.scene_content.exhibits.index(exhibits(rig)[-1].spec)


def test_each_exhibit_has_its_turn_and_then_the_next_scene_comes(
    rig: Rig, turns_ms: list[float]
) -> None:
    rig.wind(600)
    began = {0: 600.0}
    elapsed = 600.0
    while rig.stage.page == PAGE:
        rig.wind(50, step=50)
        elapsed += 50
        if rig.stage.page == PAGE:
            began.setdefault(on(rig), elapsed)
    assert list(began) == list(range(len(turns_ms)))
    for index in range(1, len(turns_ms)):
        assert began[index] == pytest.approx(sum(turns_ms[:index]), abs=150)
    assert elapsed == pytest.approx(sum(turns_ms), abs=150)
    rig.come_to_rest()
    assert rig.stage.page == 0


def test_each_makes_its_entrance(rig: Rig, turns_ms: list[float]) -> None:
    rig.wind(turns_ms[0], step=50)
    rig.wind(400)
    assert on(rig) == 1
    assert exhibit(rig).entrance.remarks == 0
    rig.come_to_rest()
    assert exhibit(rig).entrance == SETTLED


def test_the_rail_fills_without_a_jump(rig: Rig) -> None:
    seen = []
    while rig.stage.page == PAGE:
        seen.append(rig.tour.progress)
        rig.wind(100, step=100)
    steps = [b - a for a, b in itertools.pairwise(seen)]
    assert max(steps) < 2 * min(steps)


def test_who_turns_to_another_exhibit_is_not_overruled(rig: Rig, turns_ms: list[float]) -> None:
    rig.wind(turns_ms[0] - 2000, step=100)
    segments(rig)[2].activate()
    rig.tap(QUIET)
    rig.wind(50_000, step=100)
    assert not rig.tour.playing
    assert on(rig) == 2


def test_when_they_have_gone_it_goes_on_from_its_time(rig: Rig, turns_ms: list[float]) -> None:
    rig.wind(turns_ms[0] + 2000, step=100)
    assert on(rig) == 1
    rig.tap(QUIET)
    segments(rig)[0].activate()
    rig.wind(84_000, step=100)
    assert on(rig) == 0
    rig.wind(1_500, step=50)
    assert rig.tour.playing and on(rig) == 1
    rig.wind(turns_ms[1] - 3_600, step=50)
    assert on(rig) == 1
    rig.wind(2_000, step=50)
    assert on(rig) == 2


def test_let_to_play_it_goes_on_from_its_time_too(rig: Rig, turns_ms: list[float]) -> None:
    rig.wind(turns_ms[0] + 2000, step=100)
    rig.tap(QUIET)
    segments(rig)[0].activate()
    rig.come_to_rest()
    rig.stage.pause_requested.emit()
    rig.come_to_rest()
    assert on(rig) == 0
    rig.stage.pause_requested.emit()
    rig.come_to_rest()
    assert on(rig) == 1


def test_a_turn_takes_the_keys_focus_off_what_has_gone(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=with_scene(exhibition, 0, exhibits_in_turn=True), size=(640, 360))
    rig.come_to_rest()
    gone = exhibit(rig)
    for _ in range(rig.stage.touchables().index(gone) + 1):
        rig.view.key_pressed.emit(Qt.Key.Key_Tab, False)
    rig.view.key_pressed.emit(Qt.Key.Key_Right, False)
    (ring,) = (item for item in rig.stage.graphics.items() if isinstance(item, FocusRing))
    assert ring.isVisible() and gone.selected == 0
    rig.view.key_pressed.emit(Qt.Key.Key_Space, False)
    rig.view.key_pressed.emit(Qt.Key.Key_Space, False)
    while on(rig) == 0:
        rig.wind(50, step=50)
    rig.come_to_rest()
    assert not ring.isVisible()
    rig.view.key_pressed.emit(Qt.Key.Key_Return, False)
    assert gone.selected is None


def test_the_next_time_round_it_begins_with_the_first(rig: Rig) -> None:
    while rig.stage.page == PAGE:
        rig.wind(100, step=100)
    while rig.stage.page != PAGE:
        rig.wind(100, step=100)
    rig.come_to_rest()
    assert on(rig) == 0


def test_a_scene_that_does_not_say_so_shows_its_first_exhibit_all_the_time(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=with_scene(exhibition, 0, exhibits_in_turn=False), size=(640, 360))
    rig.come_to_rest()
    while rig.stage.page == 0:
        assert on(rig) == 0
        rig.wind(100, step=100)
