"""The chips that name a chart's series: large enough for a finger, and each in its own place."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.toolkit.legend import Chip, Key, Legend, Swatch
from kiosk.toolkit.look import Look
from tests.toolkit.drawn import Drawing, drawing

AREA = QRectF(0, 0, 1084, 600)
BELOW = QRectF(0, 140, 1084, 400)
NARROW = QRectF(900, 80, 100, 36)
WIDE = QRectF(300, 80, 784, 36)

Draw = Callable[..., Legend]


@pytest.fixture
def draw(canvas: QGraphicsScene, look: Look) -> Draw:
    def build(*names: str, beside: QRectF = WIDE, swatch: Swatch = Swatch.BAR) -> Legend:
        nail = canvas.addRect(QRectF())
        keys = [
            Key(name, look.palette.series("prologue", row), swatch, row)
            for row, name in enumerate(names)
        ]
        return Legend(nail, look, keys, beside, BELOW)

    return build


def target(chip: Chip) -> QRectF:
    """What a finger may hit."""
    return chip.mapRectToScene(chip.boundingRect())


def body(chip: Chip) -> QRectF:
    return target(chip).adjusted(2, 2, -2, -2)


def seen(chip: Chip) -> Drawing:
    return drawing(chip.scene(), AREA)


NAMES = ("生產", "銷售", "出口", "庫存", "登記")
LONG = tuple(f"粵港澳大灣區智能製造協作平台{name}" for name in NAMES)


@pytest.mark.parametrize("names", [NAMES[:2], NAMES, LONG, ("A", "B")])
def test_each_chip_is_large_enough_for_a_finger(draw: Draw, names: tuple[str, ...]) -> None:
    for beside in (WIDE, NARROW):
        for chip in draw(*names, beside=beside).touchables():
            assert target(chip).width() >= 96
            assert target(chip).height() >= 96


@pytest.mark.parametrize("names", [NAMES[:2], NAMES, LONG])
@pytest.mark.parametrize("beside", [WIDE, NARROW])
def test_no_finger_hits_two_chips(draw: Draw, names: tuple[str, ...], beside: QRectF) -> None:
    chips = draw(*names, beside=beside).chips
    for one, other in itertools.combinations(map(body, chips), 2):
        across = max(other.left() - one.right(), one.left() - other.right())
        down = max(other.top() - one.bottom(), one.top() - other.bottom())
        assert max(across, down) >= 16


def test_few_names_stand_behind_the_subtitle_and_take_no_room(draw: Draw) -> None:
    legend = draw(*NAMES[:2])
    assert legend.height == 0
    for chip in legend.chips:
        assert WIDE.left() <= body(chip).left()
        assert body(chip).right() <= WIDE.right()
        assert chip.y() == WIDE.center().y()


def test_too_many_for_that_stand_in_a_row_below(draw: Draw) -> None:
    legend = draw(*NAMES, beside=NARROW)
    assert len({chip.y() for chip in legend.chips}) == 1
    assert legend.chips[0].x() == BELOW.left()
    assert legend.chips[0].y() > BELOW.top()
    assert 0 < legend.height < 96


def test_names_that_are_longer_stand_in_more_rows(draw: Draw) -> None:
    legend = draw(*LONG, beside=NARROW)
    rows = sorted({chip.y() for chip in legend.chips})
    assert len(rows) > 1
    assert all(b - a >= 96 + 16 for a, b in itertools.pairwise(rows))
    assert BELOW.top() + legend.height > rows[-1]
    for chip in legend.chips:
        assert BELOW.left() <= body(chip).left()
        assert body(chip).right() <= BELOW.right()


@pytest.mark.parametrize("names", [NAMES[:2], NAMES, LONG])
@pytest.mark.parametrize("beside", [WIDE, NARROW])
def test_each_name_is_whole_and_in_its_chip(
    draw: Draw, names: tuple[str, ...], beside: QRectF
) -> None:
    legend = draw(*names, beside=beside)
    shown = seen(legend.chips[0])
    for chip, name in zip(legend.chips, names, strict=True):
        words = shown.find(name)
        assert body(chip).contains(words.box)
        assert words.box.right() <= body(chip).right() - 8


@pytest.mark.parametrize("swatch", Swatch)
def test_a_swatch_of_its_colour_stands_before_each_name(draw: Draw, swatch: Swatch) -> None:
    legend = draw(*NAMES[:2], swatch=swatch)
    shown = seen(legend.chips[0])
    for chip in legend.chips:
        colour = chip.key.colour.name()
        start = shown.find(chip.key.name).box.left()
        marks = [
            shape.box
            for shape in shown.shapes
            if colour in (shape.fill, shape.stroke) and shape.box.width() < 50
        ]
        assert marks
        assert all(body(chip).left() < box.left() <= box.right() < start for box in marks)


def test_a_forecast_is_dashed_in_the_legend_too(draw: Draw, look: Look) -> None:
    dashed = draw("預測", swatch=Swatch.DASHED_LINE)
    colour = dashed.chips[0].key.colour
    strokes = seen(dashed.chips[0]).lines(colour, least_px=5)
    assert [shape.dashed for shape in strokes] == [True]
    solid = draw("生產", swatch=Swatch.LINE, beside=WIDE.translated(0, 300))
    strokes = seen(solid.chips[0]).lines(colour, least_px=5)
    assert sorted(shape.dashed for shape in strokes) == [False, True]


def test_touching_a_chip_tells_its_row(draw: Draw) -> None:
    legend = draw(*NAMES[:3])
    told: list[int] = []
    legend.connect_chosen(told.append)
    for chip in legend.touchables():
        chip.tap(QPointF())
    assert told == [0, 1, 2]


def test_the_chosen_chip_looks_chosen_and_no_other(draw: Draw) -> None:
    legend = draw(*NAMES[:3])

    def lit() -> list[int]:
        """The chips whose whole plate is filled."""
        wide = [shape.box for shape in seen(legend.chips[0]).shapes if shape.box.width() > 80]
        return [
            chip.key.row
            for chip in legend.touchables()
            if any(body(chip).contains(box.center()) for box in wide) and chip.key.row is not None
        ]

    assert lit() == []
    legend.show_chosen(1)
    assert lit() == [1]
    legend.show_chosen(2)
    assert lit() == [2]
    legend.show_chosen(None)
    assert lit() == []


def test_what_is_no_series_is_named_but_not_touched(canvas: QGraphicsScene, look: Look) -> None:
    nail = canvas.addRect(QRectF())
    colour = look.palette.accent("prologue")
    keys = [Key("生產", colour, Swatch.BAR, 0), Key("預測", colour, Swatch.HATCHED_BAR)]
    legend = Legend(nail, look, keys, WIDE, BELOW)
    assert [chip.name for chip in legend.touchables()] == ["生產"]
    assert len(legend.chips) == 2


def test_without_names_there_is_nothing(draw: Draw) -> None:
    legend = draw()
    assert (legend.chips, legend.height) == ([], 0.0)
