import itertools
import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.geometry import Geometry, read_geometry
from kiosk.content.model import Exhibition
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.prototype import HOME, PrototypeItem, PrototypeSpec
from kiosk.show.clock import ManualClock
from kiosk.toolkit.gestures import Grip
from kiosk.toolkit.slider import Slider
from kiosk.toolkit.turn_button import TOUCH_DEG, TurnButton
from tests.conftest import LookFactory
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import alike

TITLE = "先在虛擬世界裏拆開"
MACHINE = Path(__file__).parents[2] / "docs/examples/prototype/machine.obj"
PARTS: list[dict[str, Any]] = [
    {"name": "base", "label": {"zh-Hant": "底座", "en": "Base"}, "text": "固定在地上"},
    {"name": "column", "label": {"zh-Hant": "轉台", "en": "Column"}, "apart": [0, 0.4, 0]},
    {"name": "lower-arm", "label": {"zh-Hant": "下臂", "en": "Lower arm"}, "apart": [0, 0.9, 0]},
    {"name": "upper-arm", "apart": [0, 1.2, 0]},
    {
        "name": "gripper",
        "label": {"zh-Hant": "夾具", "en": "Gripper"},
        "text": {"zh-Hant": "夾住要移動的工件", "en": "Holds what is to be moved"},
        "apart": [1.2, 0.3, 0],
    },
]


def prototype(**more: Any) -> dict[str, Any]:
    """What a file says of a robot arm; its wrist is not mentioned."""
    model = read_geometry(MACHINE.read_text("utf-8"), "machine.obj")
    said = {"kind": "prototype", "title": TITLE, "illustration": True, "model": model}
    return said | {"parts": PARTS} | more


def item_of(hung: Hung) -> PrototypeItem:
    assert isinstance(hung.item, PrototypeItem)
    return hung.item


def slider_of(hung: Hung) -> Slider:
    (slider,) = (item for item in hung.item.controls() if isinstance(item, Slider))
    return slider


def model_box(hung: Hung) -> QRectF:
    return hung.item.mapRectToScene(item_of(hung)._seen.bounds)


def ink(hung: Hung) -> float:
    """How many pixels of lines there are in the picture."""
    return sum(
        math.dist(a.toTuple(), b.toTuple())
        for shape in hung.drawing().shapes
        if shape.tag == "polyline"
        for a, b in itertools.pairwise(shape.points)
    )


def lit(hung: Hung) -> QRectF:
    """Where lines are drawn in the accent, as those of a part that is read."""
    box = QRectF()
    for shape in hung.drawing().lines(hung.accent, least_px=1.8):
        if len(shape.points) == 2 and shape.stroke_px < 4 and not shape.dashed:
            box |= QRectF(*shape.points).normalized().adjusted(0, 0, 0.01, 0.01)
    return box


def drag(hung: Hung, *points: QPointF) -> None:
    for point in points:
        hung.item.touch(point)
        hung.wind(16)


def middle(hung: Hung) -> QPointF:
    return model_box(hung).center()


# --- what is there to see ----------------------------------------------------------------------


def test_the_names_of_the_parts_stand_at_the_sides(hang: Hang) -> None:
    hung = hang(prototype())
    words = [hung.drawing().find(name) for name in ("底座", "轉台", "下臂", "夾具")]
    for word in words:
        assert word.box.right() < 250 or word.box.left() > AREA.right() - 250
        assert not overlap(word.box, model_box(hung))
    for one, other in itertools.combinations(hung.drawing().words, 2):
        assert not overlap(one.box, other.box)


def test_it_says_that_it_only_illustrates(hang: Hang) -> None:
    assert "示意動畫，並非統計數據" in "".join(hang(prototype()).texts())


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_it_describes_itself_by_its_parts(hang: Hang, language: str) -> None:
    told = hang(prototype(), language).item.describe()
    names = "Base, Column, Lower arm, Gripper" if language == "en" else "底座、轉台、下臂、夾具"
    assert names in told
    assert told.startswith(TITLE)


def test_parts_that_no_name_is_given_are_drawn_as_well(hang: Hang) -> None:
    whole = hang(prototype())
    drawn = ink(whole)
    said = prototype()
    without = {name: edges for name, edges in said["model"].parts.items() if name != "wrist"}
    lesser = hang(prototype(model=Geometry(without)))
    assert drawn > ink(lesser) + 500


def test_nearer_lines_are_wider(hang: Hang) -> None:
    widths = {shape.stroke_px for shape in hang(prototype()).drawing().shapes}
    assert len([width for width in widths if 1 < width < 3]) >= 4


def test_it_appears_part_by_part_with_its_names_last(hang: Hang) -> None:
    hung = hang(prototype())
    hung.item.enter()
    drawn, named = [], []
    for _ in range(20):
        hung.wind(ENTRANCE_MS / 20)
        drawn.append(ink(hung))
        named.append("夾具" in hung.texts())
    assert all(b > a - 1 for a, b in itertools.pairwise(drawn))
    assert len({round(px / 300) for px in drawn}) > 8
    assert named.index(True) > 12


# --- turning -----------------------------------------------------------------------------------


def test_the_model_holds_the_finger_and_beside_it_a_swipe_turns_the_scene(hang: Hang) -> None:
    hung = hang(prototype())
    assert hung.item.grip(middle(hung)) is Grip.FIRM
    picture = hung.item.picture_rect
    for beside in (picture.left() + 150, picture.right() - 150):
        assert hung.item.grip(QPointF(beside, picture.center().y())) is Grip.NONE


def test_a_finger_turns_it(hang: Hang) -> None:
    hung = hang(prototype())
    before = hung.picture()
    start = middle(hung)
    drag(hung, start, start + QPointF(120, 0))
    turned = hung.picture()
    assert not alike(turned, before)
    drag(hung, start)
    assert alike(hung.picture(), before)


def test_a_touch_that_was_none_leaves_it_as_it_was(hang: Hang) -> None:
    hung = hang(prototype())
    before = hung.picture()
    start = middle(hung)
    drag(hung, start, start + QPointF(120, 40))
    hung.item.lose()
    assert alike(hung.picture(), before)


def test_it_never_leaves_its_place_however_it_is_turned_and_taken_apart(hang: Hang) -> None:
    hung = hang(prototype())
    room = hung.item.picture_rect.adjusted(-1, -1, 1, 1)
    row = slider_of(hung).sceneBoundingRect()
    for apart in (0.0, 0.35, 0.7, 1.0):
        slider_of(hung).touch(slider_of(hung).place(apart))
        slider_of(hung).lift()
        hung.wind(400)
        for _ in range(9):
            start = middle(hung)
            drag(hung, start, start + QPointF(130, 45))
            hung.item.tap(QPointF(0, 0))
            assert room.contains(model_box(hung))
            assert model_box(hung).bottom() <= row.top() + 1


def test_it_turns_by_itself_until_somebody_touches_it(hang: Hang) -> None:
    hung = hang(prototype())
    hung.item.enter()
    hung.wind(ENTRANCE_MS + 1000)
    home = hung.picture()
    hung.wind(6000)
    assert not alike(hung.picture(), home)
    hung.item.touch(middle(hung))
    hung.item.tap(QPointF(0, 0))
    still = hung.picture()
    hung.wind(6000)
    assert alike(hung.picture(), still)


def test_with_reduced_motion_it_stands_still(hang: Hang) -> None:
    hung = hang(prototype())
    hung.animator.reduced_motion = True
    hung.item.enter()
    hung.wind(100)
    still = hung.picture()
    hung.wind(20_000)
    assert alike(hung.picture(), still)
    assert item_of(hung)._table.pose == HOME


# --- reading a part ----------------------------------------------------------------------------


def test_a_tap_on_a_name_reads_the_part_and_another_closes_it(hang: Hang) -> None:
    hung = hang(prototype())
    name = hung.drawing().find("夾具").box.center()
    hung.item.tap(name)
    hung.wind(600)
    assert "夾住要移動的工件" in hung.texts()
    assert lit(hung).width() > 20
    hung.item.tap(hung.drawing().find("夾具").box.center())
    hung.wind(600)
    assert "夾住要移動的工件" not in hung.texts()
    assert lit(hung).isEmpty()


def test_a_tap_on_a_part_reads_it(hang: Hang) -> None:
    hung = hang(prototype())
    hung.item.select(3)
    gripper = lit(hung).center()
    hung.item.select(None)
    hung.item.touch(gripper)
    hung.item.tap(gripper)
    assert hung.item.selected == 3


def test_a_tap_beside_everything_reads_nothing(hang: Hang) -> None:
    hung = hang(prototype())
    hung.item.select(0)
    hung.item.tap(hung.item.picture_rect.topLeft() + QPointF(260, 6))
    assert hung.item.selected is None


def test_a_part_without_a_name_belongs_to_the_one_above_it(hang: Hang) -> None:
    hung = hang(prototype())
    hung.item.select(2)
    both = lit(hung)
    hung = hang(prototype(parts=[part for part in PARTS if part["name"] != "upper-arm"]))
    hung.item.select(2)
    assert both.width() > lit(hung).width() + 80


def test_the_arrow_keys_go_through_the_parts(hang: Hang) -> None:
    hung = hang(prototype())
    read = []
    for _ in range(5):
        assert hung.item.step(1)
        read.append(hung.item.selected)
    assert read == [0, 1, 2, 3, 3]


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_what_is_read_stays_in_the_picture_and_covers_no_name(hang: Hang, language: str) -> None:
    hung = hang(prototype(), language)
    for mark in range(4):
        hung.item.select(mark)
        hung.wind(600)
        words = hung.drawing().words
        room = AREA.adjusted(-2, -2, 2, 2)  # as letters are measured, they hang out by a hair
        assert [word for word in words if not room.contains(word.box)] == []
        for one, other in itertools.combinations(words, 2):
            assert not overlap(one.box, other.box), (one.text, other.text)


# --- taking it apart ---------------------------------------------------------------------------


def test_the_slider_takes_it_apart_and_puts_it_together(hang: Hang) -> None:
    hung = hang(prototype())
    whole = hung.picture()
    slider = slider_of(hung)
    slider.touch(slider.place(1.0))
    slider.lift()
    hung.wind(150)
    halfway = hung.picture()
    hung.wind(600)
    apart = hung.picture()
    assert not alike(halfway, whole) and not alike(apart, halfway)
    slider.touch(slider.place(0.0))
    slider.lift()
    hung.wind(600)
    assert alike(hung.picture(), whole)


def test_the_parts_stand_free_of_each_other_when_it_is_apart(hang: Hang) -> None:
    hung = hang(prototype())

    def boxes() -> tuple[QRectF, QRectF]:
        hung.item.select(0)
        base = lit(hung)
        hung.item.select(1)
        return base, lit(hung)

    base, column = boxes()
    assert overlap(base, column)
    slider_of(hung).activate()
    hung.wind(1500)
    base, column = boxes()
    assert column.bottom() < base.bottom() - 40


def test_the_ends_of_the_slider_are_named(hang: Hang) -> None:
    hung = hang(prototype())
    left, right = hung.drawing().find("組合").box, hung.drawing().find("分解").box
    track = slider_of(hung).sceneBoundingRect()
    assert left.right() < track.left() + 30
    assert right.left() > track.right() - 30
    assert left.center().y() == pytest.approx(track.center().y(), abs=6)


def test_the_enter_key_on_the_slider_goes_from_end_to_end(hang: Hang) -> None:
    hung = hang(prototype())
    slider_of(hung).activate()
    hung.wind(1500)
    assert slider_of(hung).value == pytest.approx(1)
    assert item_of(hung)._table.pose.apart == 1
    slider_of(hung).activate()
    hung.wind(1500)
    assert item_of(hung)._table.pose.apart == 0


# --- going back, and going on in another look --------------------------------------------------


def disturb(hung: Hung) -> None:
    """Do all to it that a visitor can do."""
    start = middle(hung)
    drag(hung, start, start + QPointF(200, 60))
    hung.item.lift()
    slider_of(hung).touch(slider_of(hung).place(0.8))
    slider_of(hung).lift()
    hung.item.select(1)
    hung.wind(2000)


def test_reset_puts_everything_back_gliding(hang: Hang) -> None:
    hung = hang(prototype())
    disturb(hung)
    disturbed = hung.picture()
    hung.item.reset()
    hung.wind(200)
    assert not alike(hung.picture(), disturbed)
    assert item_of(hung)._table.pose.apart > 0
    hung.wind(900)
    assert item_of(hung)._table.pose.apart == 0
    assert item_of(hung)._table.pose.yaw == pytest.approx(HOME.yaw)
    assert hung.item.selected is None
    assert slider_of(hung).value == pytest.approx(0)


def test_rewound_it_is_back_at_once(hang: Hang) -> None:
    hung = hang(prototype())
    disturb(hung)
    hung.item.rewind()
    assert item_of(hung)._table.pose == pytest.approx(HOME)
    assert not hung.animator.active
    assert hung.texts() == [TITLE, "示意動畫，並非統計數據"]


def test_stopped_in_the_middle_slider_and_model_agree(hang: Hang) -> None:
    hung = hang(prototype())
    slider_of(hung).activate()
    hung.wind(300)
    hung.item.stop()
    assert 0 < slider_of(hung).value == item_of(hung)._table.pose.apart < 1
    assert not hung.animator.active


def test_in_another_look_it_goes_on_where_it_was(
    hang: Hang, canvas: QGraphicsScene, make_look: LookFactory, clock: ManualClock
) -> None:
    hung = hang(prototype())
    disturb(hung)
    other = Hung(canvas, make_look("en", "paper-observatory"), clock, prototype())
    other.item.take_over(hung.item)
    assert item_of(other)._table.pose == item_of(hung)._table.pose
    assert slider_of(other).value == slider_of(hung).value == pytest.approx(0.8)
    assert other.item.selected == 1
    pose = item_of(other)._table.pose
    other.wind(4000)
    assert item_of(other)._table.pose == pose  # somebody holds it still
    other.take_down()


# --- the car of the exhibition -----------------------------------------------------------------


@pytest.fixture
def car(exhibition: Exhibition) -> PrototypeSpec:
    exhibits = [exhibit for scene in exhibition.scenes for exhibit in scene.exhibits]
    (spec,) = (exhibit for exhibit in exhibits if isinstance(exhibit, PrototypeSpec))
    return spec


def test_the_car_is_as_wide_on_the_left_as_on_the_right(car: PrototypeSpec) -> None:
    points = {p for edges in car.model.parts.values() for edge in edges for p in edge}
    body = {p for edge in car.model.parts["body"] for p in edge}
    assert {(x, y, -z) for x, y, z in body} == body
    assert max(z for _, _, z in points) == -min(z for _, _, z in points)


def test_taken_apart_no_part_of_the_car_goes_below_the_ground(car: PrototypeSpec) -> None:
    for part in car.parts:
        heights = [y for edge in car.model.parts[part.name] for _, y, _ in edge]
        assert min(heights) + part.apart[1] >= -0.01


def test_it_turns_without_a_finger_drawn_over_it(hang: Hang) -> None:
    hung = hang(prototype())
    (button,) = (item for item in hung.item.controls() if isinstance(item, TurnButton))
    begin = item_of(hung)._table.pose.yaw
    button.activate()
    hung.wind(1000)
    assert item_of(hung)._table.pose.yaw == pytest.approx(begin + TOUCH_DEG)
    for _ in range(3):
        assert button.step(-1)
    hung.wind(1000)
    assert item_of(hung)._table.pose.yaw == pytest.approx(begin)
    assert hung.look.text(hung.look.strings.turn_model) == button.name
