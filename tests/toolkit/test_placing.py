from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.toolkit.placing import STEP_PX, clear_place

BOUNDS = QRectF(100, 50, 900, 400)
SIZE = QSizeF(200, 80)


def place(taken: list[QRectF], near: QPointF, size: QSizeF = SIZE) -> QRectF:
    return QRectF(clear_place(size, BOUNDS, taken, near), size)


def area(rect: QRectF) -> float:
    return rect.width() * rect.height() if rect.isValid() else 0.0


def covered(box: QRectF, taken: list[QRectF]) -> float:
    return sum(area(box.intersected(other)) for other in taken)


def test_with_all_free_it_stands_where_it_is_wanted() -> None:
    near = QPointF(400, 200)
    assert (place([], near).center() - near).manhattanLength() <= STEP_PX


def test_wanted_outside_it_stands_at_the_nearest_edge() -> None:
    box = place([], QPointF(5000, 200))
    assert BOUNDS.contains(box)
    assert BOUNDS.right() - box.right() < STEP_PX


def test_it_moves_aside_and_no_further_than_it_must() -> None:
    near = QPointF(500, 250)
    taken = [QRectF(450, 200, 100, 100)]
    box = place(taken, near)
    assert covered(box, taken) == 0
    assert (box.center() - near).manhattanLength() <= 50 + 40 + 2 * STEP_PX


def test_it_finds_the_one_gap_there_is() -> None:
    gap = QRectF(BOUNDS.left() + 30 * STEP_PX, BOUNDS.top() + 10 * STEP_PX, 200, 80)
    taken = [
        QRectF(BOUNDS.topLeft(), QPointF(BOUNDS.right(), gap.top())),
        QRectF(QPointF(BOUNDS.left(), gap.bottom()), BOUNDS.bottomRight()),
        QRectF(QPointF(BOUNDS.left(), gap.top()), gap.bottomLeft()),
        QRectF(gap.topRight(), QPointF(BOUNDS.right(), gap.bottom())),
    ]
    assert place(taken, QPointF(120, 60)) == gap


def test_with_no_gap_it_covers_as_little_as_can_be() -> None:
    everything, wall = QRectF(BOUNDS), QRectF(100, 50, 600, 400)
    box = place([everything, wall], QPointF(200, 250))
    assert covered(box, [wall]) == 0


def test_a_box_larger_than_the_bounds_stands_at_their_corner() -> None:
    box = place([QRectF(100, 50, 10, 10)], QPointF(900, 400), QSizeF(2000, 900))
    assert box.topLeft() == BOUNDS.topLeft()


rects = st.builds(
    QRectF, st.floats(0, 900), st.floats(0, 400), st.floats(10, 300), st.floats(10, 200)
)


@settings(deadline=None, max_examples=40)
@given(taken=st.lists(rects, max_size=6), x=st.floats(0, 1100), y=st.floats(0, 500))
def test_no_place_nearby_would_cover_less(taken: list[QRectF], x: float, y: float) -> None:
    box = place(taken, QPointF(x, y))
    assert BOUNDS.contains(box)
    least = covered(box, taken)
    for dx, dy in ((STEP_PX, 0), (-STEP_PX, 0), (0, STEP_PX), (0, -STEP_PX)):
        other = box.translated(dx, dy)
        assert not BOUNDS.contains(other) or covered(other, taken) >= least - 1e-6
