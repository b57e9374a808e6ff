from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.look import Look
from kiosk.toolkit.slider import Slider
from tests.conftest import LookFactory
from tests.toolkit.drawn import Drawing, alike, drawing, picture

RECT = QRectF(60, 40, 480, 40)
AREA = QRectF(0, 0, 600, 120)
MIDDLE_Y = RECT.center().y()

Draw = Callable[..., Slider]


@pytest.fixture
def colour(look: Look) -> QColor:
    return look.palette.accent("new-energy")


@pytest.fixture
def draw(canvas: QGraphicsScene, make_look: LookFactory, colour: QColor) -> Draw:
    nail = canvas.addRect(QRectF())

    def build(stops: int | None = None, language: str = "zh-Hant") -> Slider:
        look = make_look(language, "ink-atlas")
        return Slider(nail, look, RECT, "年份", colour, stops)

    return build


def told(slider: Slider) -> list[float]:
    """What the slider tells from now on."""
    values: list[float] = []
    slider.moved.connect(values.append)
    return values


def at(slider: Slider, x: float) -> QPointF:
    """A point of the slider's own, `x` pixels from the left of the scene."""
    return slider.mapFromScene(QPointF(x, MIDDLE_Y))


def seen(slider: Slider) -> Drawing:
    return drawing(slider.scene(), AREA)


def thumb(slider: Slider, colour: QColor) -> QRectF:
    """The largest thing that is painted in the slider's colour."""
    return max(seen(slider).filled(colour), key=QRectF.height)


# --- the finger --------------------------------------------------------------------------------


@pytest.mark.parametrize(("x", "value"), [(0, 0), (60, 0), (300, 0.5), (540, 1), (599, 1)])
def test_it_goes_at_once_to_where_it_is_touched(draw: Draw, x: float, value: float) -> None:
    slider = draw()
    slider.set_value(0.3)
    values = told(slider)
    slider.touch(at(slider, x))
    assert slider.value == pytest.approx(value)
    assert values == [slider.value]


def test_the_thumb_is_under_the_finger(draw: Draw, colour: QColor) -> None:
    slider = draw()
    for x in (120, 300, 480):
        slider.touch(at(slider, x))
        assert thumb(slider, colour).center().x() == pytest.approx(x, abs=0.5)


def test_a_stroke_draws_it_along_and_leaves_it_there(draw: Draw) -> None:
    slider = draw()
    values = told(slider)
    for x in (150, 200, 250, 250):
        slider.touch(at(slider, x))
    slider.lift()
    slider.lose()  # comes too late: the finger has been lifted
    assert len(values) == 3
    assert values == sorted(values)
    assert slider.value == values[-1]


def test_a_tap_keeps_what_the_touch_has_set(draw: Draw) -> None:
    slider = draw()
    slider.touch(at(slider, 300))
    slider.tap(at(slider, 300))
    slider.lose()
    assert slider.value == pytest.approx(0.5)


def test_a_finger_that_is_taken_away_takes_it_back(draw: Draw) -> None:
    slider = draw()
    slider.set_value(0.2)
    values = told(slider)
    slider.touch(at(slider, 300))
    slider.touch(at(slider, 400))
    slider.lose()
    assert slider.value == 0.2
    assert values[-1] == 0.2


def test_no_drag_that_begins_on_it_turns_the_scene(draw: Draw) -> None:
    slider = draw()
    assert slider.grip(at(slider, 100)) is Grip.FIRM


def test_a_finger_need_not_hit_the_slim_track(draw: Draw) -> None:
    box = draw().sceneBoundingRect()
    assert box.height() >= 96
    assert box.center() == RECT.center()
    assert (box.left(), box.right()) == (RECT.left(), RECT.right())


# --- stops and keys ----------------------------------------------------------------------------


@pytest.mark.parametrize(("x", "value"), [(180, 0.25), (250, 0.5), (420, 0.75), (520, 1)])
def test_with_stops_it_takes_the_nearest(draw: Draw, x: float, value: float) -> None:
    slider = draw(stops=5)
    slider.touch(at(slider, x))
    assert slider.value == value


def test_within_one_stop_a_finger_tells_nothing_new(draw: Draw) -> None:
    slider = draw(stops=3)
    values = told(slider)
    for x in (280, 290, 300, 310):
        slider.touch(at(slider, x))
    assert values == [0.5]


@pytest.mark.parametrize(("stops", "steps"), [(None, 10), (5, 4), (2, 1)])
def test_the_arrow_keys_walk_it_from_end_to_end_and_stay_on_it(
    draw: Draw, stops: int | None, steps: int
) -> None:
    slider = draw(stops)
    values = told(slider)
    for _ in range(steps):
        assert slider.step(1)
    assert slider.value == pytest.approx(1)
    assert slider.step(1)
    assert len(values) == steps
    for _ in range(steps):
        slider.step(-1)
    assert slider.value == pytest.approx(0)
    assert slider.step(-1)


def test_one_stop_is_no_choice(draw: Draw) -> None:
    with pytest.raises(ValueError, match="two stops"):
        draw(stops=1)


def test_its_owner_sets_it_without_being_told(draw: Draw) -> None:
    slider = draw(stops=3)
    values = told(slider)
    slider.set_value(0.6)
    assert slider.value == 0.5
    slider.set_value(7)
    assert slider.value == 1
    assert values == []


# --- what is seen and said ---------------------------------------------------------------------


def test_the_way_done_is_in_its_colour_up_to_the_thumb(draw: Draw, colour: QColor) -> None:
    slider = draw()
    slider.set_value(0.25)
    (done,) = seen(slider).lines(colour, least_px=6)
    middle = thumb(slider, colour).center().x()
    assert done.box.left() < RECT.left() + 40
    assert done.box.right() == pytest.approx(middle, abs=1)
    (rest,) = seen(slider).lines(slider._look.palette.rule, least_px=6)
    assert rest.box.left() == pytest.approx(middle, abs=1)


def test_the_thumb_is_large(draw: Draw, colour: QColor) -> None:
    box = thumb(draw(), colour)
    assert min(box.width(), box.height()) >= 44


@pytest.mark.parametrize("value", [0, 0.5, 1])
def test_nothing_is_painted_beside_the_slider(draw: Draw, value: float) -> None:
    slider = draw()
    slider.set_value(value)
    slider.set_pressed(True)
    shapes = [shape for shape in seen(slider).shapes if shape.box.width() > 0]
    assert len(shapes) >= 4
    for shape in shapes:
        assert all(map(slider.sceneBoundingRect().contains, shape.points))


def test_a_pressed_thumb_is_seen_to_be_pressed(draw: Draw) -> None:
    slider = draw()
    ground = QColor("#0b1020")
    at_rest = picture(slider.scene(), AREA, ground)
    slider.set_pressed(True)
    assert not alike(picture(slider.scene(), AREA, ground), at_rest)
    slider.set_pressed(False)
    assert alike(picture(slider.scene(), AREA, ground), at_rest)


@pytest.mark.parametrize(("stops", "marked"), [(4, 4), (None, 0), (200, 0)])
def test_stops_are_marked_where_there_is_room(draw: Draw, stops: int | None, marked: int) -> None:
    slider = draw(stops)
    rule = slider._look.palette.rule
    ticks = [*seen(slider).filled(slider._colour), *seen(slider).filled(rule)]
    assert len([box for box in ticks if 10 < box.height() < 40]) == marked


@pytest.mark.parametrize(
    ("stops", "language", "words"),
    [(None, "zh-Hant", "年份：50%"), (5, "zh-Hant", "年份：3 / 5"), (5, "en", "年份: 3 / 5")],
)
def test_it_says_its_name_and_its_value(
    draw: Draw, stops: int | None, language: str, words: str
) -> None:
    slider = draw(stops, language)
    slider.set_value(0.5)
    assert slider.describe() == words


def test_its_owner_may_have_a_better_word(draw: Draw) -> None:
    slider = draw(stops=5)
    slider.told = "2021年"
    assert slider.describe() == "年份：2021年"
