"""The touch test under real gestures."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGraphicsScene

from kiosk.show.clock import ManualClock
from kiosk.staff.touch_test import TouchTest, TouchWords
from kiosk.stage.hands import Hands
from kiosk.toolkit.gestures import GestureArbiter
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock
from tests.toolkit.drawn import picture

AREA = QRectF(0, 0, 1920, 1080)
WORDS = TouchWords("觸控測試", "畫過所有格子", "{lit} / {cells}格", "都有反應", "返回")
FINGER = 1


class Finger:
    """One finger on the test, in design pixels."""

    def __init__(self, canvas: QGraphicsScene, grid: TouchTest, clock: ManualClock) -> None:
        self._clock = clock
        self._arbiter = GestureArbiter(clock)
        self._hands = Hands(canvas, self._arbiter, lambda: [grid])

    def draw(self, *points: tuple[float, float]) -> None:
        """Comes down at the first point, goes to each other one, and is lifted."""
        self._arbiter.begin(FINGER, QPointF(*points[0]))
        for point in points[1:]:
            self._clock.advance(16)
            self._arbiter.move(FINGER, QPointF(*point))
        self._arbiter.end(FINGER, QPointF(*points[-1]))
        self._clock.advance(1000)


@pytest.fixture
def grid(canvas: QGraphicsScene, look: Look) -> TouchTest:
    """The test, over the whole of a lying screen."""
    item = TouchTest(None, look, AREA, WORDS)
    canvas.addItem(item)
    return item


@pytest.fixture
def finger(canvas: QGraphicsScene, grid: TouchTest, clock: ManualClock) -> Finger:
    return Finger(canvas, grid, clock)


def said(grid: TouchTest) -> list[str]:
    return [item.text for item in grid.childItems() if isinstance(item, TextBlock)]


def test_cells_light_where_the_finger_has_been(grid: TouchTest, finger: Finger) -> None:
    finger.draw((60, 60), (180, 60), (300, 60))
    assert grid.lit == {(0, 0), (1, 0), (2, 0)}
    assert "3 / 144格" in said(grid)


def test_a_touch_without_a_drag_lights_its_cell(grid: TouchTest, finger: Finger) -> None:
    finger.draw((1919, 1079))
    assert grid.lit == {(15, 8)}


def test_a_place_that_was_jumped_over_stays_dark(grid: TouchTest, finger: Finger) -> None:
    finger.draw((60, 60), (540, 60))
    assert grid.lit == {(0, 0), (4, 0)}


def test_a_lit_cell_can_be_seen(canvas: QGraphicsScene, look: Look, finger: Finger) -> None:
    ground = look.palette.background
    dark: QImage = picture(canvas, AREA, ground)
    finger.draw((60, 60))
    lit: QImage = picture(canvas, AREA, ground)
    assert lit.pixelColor(20, 20).lightness() > dark.pixelColor(20, 20).lightness() + 20
    assert lit.pixelColor(140, 20) == dark.pixelColor(140, 20)


def test_all_cells_are_the_whole_screen(grid: TouchTest, finger: Finger) -> None:
    for row in range(9):
        finger.draw(*[(60 + 120 * column, 60 + 120 * row) for column in range(16)])
    assert {"都有反應", "144 / 144格"} <= set(said(grid))


def test_the_way_back_is_a_tap_and_no_drag(grid: TouchTest, finger: Finger) -> None:
    ended: list[bool] = []
    grid.activated.connect(lambda: ended.append(True))
    back = grid._back.center().toTuple()
    finger.draw((60, 60))
    finger.draw((back[0] - 400, back[1]), back)
    assert ended == []
    assert grid._cell_at(grid._back.center()) in grid.lit  # what lies beneath it is tested too
    finger.draw(back)
    assert ended == [True]


def test_keys_end_it_too(grid: TouchTest) -> None:
    ended: list[bool] = []
    grid.activated.connect(lambda: ended.append(True))
    grid.activate()
    assert ended == [True]


def test_another_area_begins_anew(grid: TouchTest, finger: Finger) -> None:
    finger.draw((60, 60))
    grid.cover(QRectF(-120, 0, 2160, 1080))
    assert grid.lit == set()
    assert grid.cells == 18 * 9
    finger.draw((-119, 1))
    assert grid.lit == {(0, 0)}
