import itertools
import math
from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.toolkit.columns import Columns
from kiosk.toolkit.look import Look
from kiosk.toolkit.tag import LEFT, RIGHT
from tests.toolkit.drawn import drawing

AREA = QRectF(20, 30, 1000, 380)
NAMES = [
    "車身",
    "AR擋風玻璃",
    "感應器",
    "座艙",
    "電動機",
    "電池組",
    "車輪",
    "底盤",
    "車燈",
    "後視鏡",
]
WORDS = "位於車底，儲存電力，為整輛車的電動機和儀器供電"

Build = Callable[..., Columns]


@pytest.fixture
def animator(clock: ManualClock) -> Animator:
    return Animator(clock)


@pytest.fixture
def build(canvas: QGraphicsScene, look: Look, animator: Animator) -> Build:
    nail = canvas.addRect(QRectF())

    def columns(count: int = 7) -> Columns:
        told = [(name, WORDS) for name in NAMES[:count]]
        accent = look.palette.accent("future-industry")
        return Columns(nail, look, told, AREA, accent, animator, lambda: None)

    return columns


def wind(animator: Animator, clock: ManualClock, ms: float) -> None:
    while ms > 0:
        clock.advance(16)
        animator.tick()
        ms -= 16


def around(count: int, degrees: float) -> list[QPointF]:
    """Points on a turning wheel that lies flat, seen from a little above."""
    middle = AREA.center()
    found = []
    for index in range(count):
        angle = math.radians(degrees + 360 * index / count)
        found.append(middle + QPointF(260 * math.cos(angle), 110 * math.sin(angle)))
    return found


def boxes(columns: Columns) -> list[QRectF]:
    return [tag.box() for tag in columns.tags]


def assert_clear(columns: Columns) -> None:
    """No two tags stand on each other, and none leaves the area."""
    for one, other in itertools.combinations(boxes(columns), 2):
        assert not one.intersects(other)
    assert all(AREA.contains(box) for box in boxes(columns))


@pytest.mark.parametrize("count", [1, 2, 7, 10])
def test_there_is_room_for_every_name_wherever_its_part_is(build: Build, count: int) -> None:
    random = Random(5)
    for _ in range(20):
        columns = build(count)
        columns.arrange(
            [QPointF(random.uniform(250, 800), random.uniform(30, 410)) for _ in range(count)]
        )
        assert_clear(columns)


@pytest.mark.parametrize("opened", range(10))
def test_there_is_room_for_the_one_that_tells_more(build: Build, opened: int) -> None:
    columns = build(10)
    columns.arrange(around(10, 20))
    columns.open(opened)
    columns.arrange(around(10, 20))
    columns.finish()
    assert_clear(columns)


def test_each_stands_on_its_side_and_in_the_order_of_what_it_names(build: Build) -> None:
    columns = build()
    anchors = around(7, 10)
    columns.arrange(anchors)
    for side in (LEFT, RIGHT):
        column = [i for i, tag in enumerate(columns.tags) if tag.side == side]
        by_height = sorted(column, key=lambda i: anchors[i].y())
        assert by_height == sorted(column, key=lambda i: columns.tags[i].y())
    left = [anchors[i].x() for i, tag in enumerate(columns.tags) if tag.side == LEFT]
    right = [anchors[i].x() for i, tag in enumerate(columns.tags) if tag.side == RIGHT]
    assert max(left) < min(right)
    assert abs(len(left) - len(right)) <= 1


def test_a_line_leads_from_each_point_to_the_inner_end_of_its_name(build: Build) -> None:
    columns = build()
    anchors = around(7, 10)
    columns.arrange(anchors)
    for tag, anchor, leader in zip(columns.tags, anchors, columns.leaders(anchors), strict=True):
        assert leader.line.first() == anchor
        inner = tag.box().right() if tag.side == LEFT else tag.box().left()
        assert leader.line.last().x() == pytest.approx(inner)
        assert tag.box().adjusted(-1, -1, 1, 1).contains(leader.line.last())


def test_a_small_turn_moves_no_name(build: Build, animator: Animator) -> None:
    columns = build()
    columns.arrange(around(7, 0))
    before = boxes(columns)
    for degrees in (1, 2, 1, 0, -1, -2):
        columns.arrange(around(7, degrees))
        assert boxes(columns) == before
    assert not animator.active


def test_while_a_model_turns_names_change_places_seldom_and_never_jump(
    build: Build, animator: Animator, clock: ManualClock
) -> None:
    columns = build()
    columns.arrange(around(7, 0))
    moved = 0
    before = boxes(columns)
    for step in range(2250):  # once round, in 36 seconds
        columns.arrange(around(7, step * 0.16))
        wind(animator, clock, 16)
        for tag, old in zip(columns.tags, before, strict=True):
            if tag.box() != old:
                moved += 1
                gone = (tag.pos() - old.topLeft()).manhattanLength()
                assert gone < 25 or tag.presence < 0.25  # out of sight it may leap
        before = boxes(columns)
    assert 0 < moved < 0.3 * 2250 * 7
    columns.finish()
    assert_clear(columns)
    assert all(tag.presence == 1 for tag in columns.tags)


def test_after_a_turn_each_is_on_its_side_again(
    build: Build, animator: Animator, clock: ManualClock
) -> None:
    columns = build()
    for degrees in range(0, 181, 2):
        columns.arrange(around(7, degrees))
        wind(animator, clock, 200)
    anchors = around(7, 180)
    for tag, anchor in zip(columns.tags, anchors, strict=True):
        if abs(anchor.x() - AREA.center().x()) > 150:
            assert tag.side == (LEFT if anchor.x() < AREA.center().x() else RIGHT)


def test_opened_it_tells_more_and_closed_its_name_alone(
    build: Build, canvas: QGraphicsScene
) -> None:
    columns = build()
    columns.arrange(around(7, 0))
    assert drawing(canvas, AREA).texts().count("電池組") == 1
    assert "位於車底" not in "".join(drawing(canvas, AREA).texts())
    columns.open(5)
    columns.arrange(around(7, 0))
    columns.finish()
    assert WORDS in "".join(drawing(canvas, AREA).texts())
    columns.open(None)
    columns.arrange(around(7, 0))
    assert "位於車底" not in "".join(drawing(canvas, AREA).texts())


def test_a_finger_means_the_name_that_it_is_on_or_just_beside(build: Build) -> None:
    columns = build()
    columns.arrange(around(7, 0))
    for index, box in enumerate(boxes(columns)):
        assert columns.at(box.center()) == index
        assert columns.at(box.bottomLeft() + QPointF(2, 8)) == index
    assert columns.at(AREA.center()) is None
