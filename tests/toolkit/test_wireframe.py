import itertools
import math

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.toolkit.wireframe import LAYERS, Camera, Framing, Point, Wire, layers

ZONE = QRectF(100, 50, 600, 300)
MIDDLE = QPointF(400, 200)
CUBE: list[Point] = list(itertools.product((-1.0, 1.0), (0.0, 2.0), (-1.0, 1.0)))
CENTRE: Point = (0.0, 1.0, 0.0)


def camera(yaw: float = 0.0, pitch: float = 0.0) -> Camera:
    return Camera(yaw, pitch, CENTRE, radius=math.sqrt(3), middle=MIDDLE, scale=100.0)


def zigzag(count: int) -> Wire:
    """A wire of so many edges, one after the other, from left to right."""
    points = [(n / count - 0.5, 1.0 + n % 2 / 10, 0.0) for n in range(count + 1)]
    return Wire.of(itertools.pairwise(points))


def length_px(wire: Wire, grown: float) -> float:
    drawn = layers(wire, camera().see(wire.points), grown)
    return sum(line.length() for layer in drawn for line in layer)


# --- the eye -----------------------------------------------------------------------------------


def test_what_the_model_turns_about_stays_in_the_middle() -> None:
    for yaw, pitch in itertools.product((0, 30, 200), (-5, 0, 40)):
        assert camera(yaw, pitch).place(CENTRE) == MIDDLE


def test_right_is_right_and_up_is_up() -> None:
    assert camera().place((1, 1, 0)) == MIDDLE + QPointF(100, 0)
    assert camera().place((0, 2, 0)) == MIDDLE - QPointF(0, 100)


def test_turned_to_the_right_what_was_in_front_is_on_the_right() -> None:
    assert camera(yaw=90).place((0, 1, 1)).x() == pytest.approx(500)
    assert camera(yaw=90).place((1, 1, 0)).x() == pytest.approx(400)
    ((_, _, near),) = camera(yaw=90).see([(-1, 1, 0)])
    assert near > 0


def test_from_above_what_is_in_front_is_lower() -> None:
    seen = camera(pitch=30)
    assert seen.place((0, 1, 1)).y() > MIDDLE.y() > seen.place((0, 1, -1)).y()


def test_what_is_nearer_is_larger() -> None:
    front = camera().place((1, 1, 1)).x() - camera().place((-1, 1, 1)).x()
    back = camera().place((1, 1, -1)).x() - camera().place((-1, 1, -1)).x()
    assert 1.1 < front / back < 2


def test_an_offset_moves_a_point_in_its_own_space() -> None:
    assert camera(40, 20).place((1, 0, 0), offset=(0, 1, 1)) == camera(40, 20).place((1, 1, 1))


# --- lines -------------------------------------------------------------------------------------


def test_a_point_that_edges_share_is_there_once() -> None:
    wire = Wire.of([((0, 0, 0), (1, 0, 0)), ((1, 0, 0), (1, 1, 0))])
    assert wire.points == ((0, 0, 0), (1, 0, 0), (1, 1, 0))
    assert wire.joints == ((0, 1), (1, 2))


def test_lines_are_sorted_by_how_near_they_are() -> None:
    edges = [((-0.1, 1, z), (0.1, 1, z)) for z in (1.6, 0, -1.6)]
    wire = Wire.of(edges)
    drawn = layers(wire, camera().see(wire.points))
    assert [len(layer) for layer in drawn] == [1, 0, 1, 0, 1]
    assert drawn[-1][0].length() > drawn[2][0].length() > drawn[0][0].length()
    assert len(drawn) == LAYERS


def test_it_is_drawn_as_by_a_pen_from_its_first_edge_to_its_last() -> None:
    wire = zigzag(40)
    lengths = [length_px(wire, step / 10) for step in range(11)]
    assert lengths == sorted(lengths)
    assert lengths[0] == 0
    assert lengths[-1] == pytest.approx(length_px(wire, 1.0))
    half = layers(wire, camera().see(wire.points), 0.5)
    ends = [line.p2().x() for layer in half for line in layer if line.length() > 0]
    assert max(ends) < MIDDLE.x() + 40


# --- the zone ----------------------------------------------------------------------------------


def boxes(framing: Framing, points: list[Point], pitch: float, apart: float) -> list[QRectF]:
    """What the model covers at every angle."""
    found = []
    for yaw in range(0, 360, 5):
        seen = framing.camera(yaw, pitch, apart).see(points)
        xs, ys = [x for x, _, _ in seen], [y for _, y, _ in seen]
        found.append(QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys))))
    return found


@pytest.mark.parametrize("pitch", [-4, 0, 15, 42])
@pytest.mark.parametrize("apart", [0.0, 0.3, 1.0])
def test_the_model_never_leaves_its_zone(pitch: float, apart: float) -> None:
    gone = [(x * 2.5, y * 1.8, z * 1.2) for x, y, z in CUBE]
    now = [
        tuple(a + (b - a) * apart for a, b in zip(one, other, strict=True))
        for one, other in zip(CUBE, gone, strict=True)
    ]
    room = ZONE.adjusted(-1, -1, 1, 1)
    assert all(map(room.contains, boxes(Framing(CUBE, gone, ZONE), now, pitch, apart)))


def test_it_is_as_large_as_its_zone_allows() -> None:
    covered = QRectF()
    for box in boxes(Framing(CUBE, CUBE, ZONE), CUBE, 15, 0):
        covered |= box
    assert covered.height() == pytest.approx(ZONE.height(), rel=0.02)
    assert covered.center().y() == pytest.approx(ZONE.center().y(), abs=3)


def test_taken_apart_it_is_drawn_smaller() -> None:
    framing = Framing(CUBE, [(x * 3, y, z * 3) for x, y, z in CUBE], ZONE)
    scales = [framing.camera(0, 15, apart / 4).scale for apart in range(5)]
    assert scales == sorted(scales, reverse=True)
    assert scales[-1] < 0.7 * scales[0]


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0, 0.0), (0.0, 1.0, 0.0)],
        [(0.0, 0.0, 0.0), (1e-5, 0.0, 0.0)],
        [(1e6, 0.0, 0.0), (1e6, 0.0, 9.0)],
    ],
    ids=["a mast", "tiny", "far off"],
)
def test_the_strangest_model_has_its_place(points: list[Point]) -> None:
    for box in boxes(Framing(points, points, ZONE), points, 15, 0.5):
        assert ZONE.adjusted(-1, -1, 1, 1).contains(box.center())
