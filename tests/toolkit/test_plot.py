import itertools
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGraphicsObject,
    QGraphicsScene,
    QStyleOptionGraphicsItem,
    QWidget,
)

from kiosk.toolkit.look import Look
from kiosk.toolkit.plot import Plot
from tests.toolkit.drawn import Drawing, drawing

AREA = QRectF(0, 0, 1000, 500)
YEARS = ("2019", "2020", "2021", "2022", "2023")


class Chart(QGraphicsObject):
    """An exhibit with nothing but its plot."""

    plot: Plot

    def drawing(self) -> Drawing:
        return drawing(self.scene(), AREA)

    def boundingRect(self) -> QRectF:
        return AREA

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self.plot.paint_grid(painter)


Draw = Callable[..., Chart]


@pytest.fixture
def draw(canvas: QGraphicsScene, look: Look) -> Iterator[Draw]:
    charts: list[Chart] = []

    def build(categories: tuple[str, ...] = YEARS, low: float = 0.0, high: float = 958.7) -> Chart:
        chart = Chart()
        canvas.addItem(chart)
        chart.plot = Plot(chart, look, AREA, categories, low, high)
        charts.append(chart)
        return chart

    yield build
    for chart in charts:
        chart.plot.close()


def height_of(chart: Chart, label: str) -> float:
    """How far down the middle of its digits stands."""
    return chart.drawing().find(label).baseline - 10


def test_every_tick_and_category_is_named_once(draw: Draw) -> None:
    texts = draw().drawing().texts()
    assert sorted(texts) == sorted([*YEARS, "0", "250", "500", "750", "1,000"])


@pytest.mark.parametrize("count", [1, 2, 8, 12])
def test_no_category_is_left_out(draw: Draw, count: int) -> None:
    categories = tuple(str(2010 + index) for index in range(count))
    texts = draw(categories).drawing().texts()
    assert [text for text in texts if text in categories] == list(categories)


def test_values_stand_level_with_their_ticks(draw: Draw) -> None:
    chart = draw()
    for value, label in ((0, "0"), (250, "250"), (1000, "1,000")):
        assert chart.plot.place(0, value).y() == pytest.approx(height_of(chart, label), abs=2.5)


def test_values_are_drawn_to_scale_from_zero(draw: Draw) -> None:
    plot = draw().plot
    zero = plot.place(0, 0).y()
    one = zero - plot.place(0, 1).y()
    for value in (10.0, 124.2, 958.7):
        assert zero - plot.place(2, value).y() == pytest.approx(one * value)


def test_categories_stand_over_their_names_equally_far_apart(draw: Draw) -> None:
    chart = draw()
    seen = chart.drawing()
    places = [chart.plot.place(index, 0).x() for index in range(len(YEARS))]
    for place, year in zip(places, YEARS, strict=True):
        assert place == pytest.approx(seen.find(year).box.center().x(), abs=3)
    pitches = [b - a for a, b in itertools.pairwise(places)]
    assert pitches == pytest.approx([chart.plot.band_px] * len(pitches))


def test_values_below_zero_stand_below_the_zero_line(draw: Draw) -> None:
    chart = draw(low=-57.9, high=154.4)
    assert chart.plot.place(0, -57.9).y() > chart.plot.place(0, 0).y()
    assert chart.plot.place(0, -57.9).y() < chart.plot.place(0, chart.plot.bottom).y()


def test_without_any_value_there_is_still_an_axis(draw: Draw) -> None:
    assert set(draw(high=0.0).drawing().texts()) == {*YEARS, "0", "1"}


def test_the_grid_has_a_line_at_each_tick_but_zero(draw: Draw) -> None:
    chart = draw()
    grid = sorted(shape.box.top() for shape in chart.drawing().shapes if shape.dashed)
    wanted = [chart.plot.place(0, value).y() for value in (1000, 750, 500, 250)]
    assert grid == pytest.approx(wanted, abs=0.1)


def test_everything_stands_inside_the_plot(draw: Draw) -> None:
    chart = draw()
    inner = chart.plot.inner()
    assert AREA.contains(inner)
    assert inner.contains(chart.plot.place(0, 1000))
    assert all(AREA.contains(words.box) for words in chart.drawing().words)


def test_the_label_of_the_highest_mark_has_room(draw: Draw) -> None:
    plot = draw(high=1000).plot
    assert plot.place(0, 1000).y() - AREA.top() >= 40


def test_it_fades(draw: Draw) -> None:
    chart = draw()
    chart.plot.set_opacity(0.0)
    assert chart.drawing().texts() == []
