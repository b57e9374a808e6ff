"""What a visitor does with a chart of categories and series, whether of bars or of lines."""

import itertools
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.language import LANGUAGES, Language
from kiosk.exhibits.bar import BarItem
from kiosk.exhibits.chart import ChartItem
from kiosk.exhibits.entrance import ENTRANCE_MS
from kiosk.exhibits.marks import FAINT
from kiosk.show.clock import ManualClock
from kiosk.show.glide import GLIDE_MS
from kiosk.toolkit.button import Button
from kiosk.toolkit.readout import ABOVE_PX
from kiosk.toolkit.scrubber import STEP_MS
from kiosk.toolkit.slider import Slider
from tests.conftest import LookFactory
from tests.exhibits.cases import CASES, MADE, SOLD, YEARS, chart
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung
from tests.toolkit.drawn import alike

KINDS = ("bar", "line")
each_kind = pytest.mark.parametrize("kind", KINDS)
THEN = [["10.0", "20", "30"], ["15.5", None, "36"], ["40", "25", "90"]]
NOW = {str(value) for value in MADE}


HangTwo = Callable[..., Hung]


@pytest.fixture
def hang_also(
    canvas: QGraphicsScene, make_look: LookFactory, clock: ManualClock
) -> Iterator[HangTwo]:
    """Hangs an exhibit beside those that hang already, in a language and a theme."""
    hung: list[Hung] = []

    def build(
        said: dict[str, Any], language: Language = "zh-Hant", theme: str = "ink-atlas"
    ) -> Hung:
        hung.append(Hung(canvas, make_look(language, theme), clock, said))
        return hung[-1]

    yield build
    for each in hung:
        each.take_down()


def two(kind: str, **more: Any) -> dict[str, Any]:
    """Two series over three years; one figure is missing, the last year is a forecast."""
    said = chart(kind, [[], []], ["2021", "2022", "2023"], forecast_from="2023")
    said["series"][0]["values"] = ["354.50", "705.8", "1958.7"]
    said["series"][1]["values"] = ["352.1", None, "949.5"]
    return said | more


def through_time(kind: str, **more: Any) -> dict[str, Any]:
    """One series at three moments."""
    said = chart(kind, [[]], ["甲", "乙", "丙"], moments=["2021", "2022", "2023"])
    said["series"] = [{"name": {"zh-Hant": "生產", "en": "Production"}, "history": THEN}]
    return said | more


def item_of(hung: Hung) -> ChartItem:
    assert isinstance(hung.item, ChartItem)
    return hung.item


def mark_of(item: ChartItem, index: int, row: int = 0) -> QPointF:
    """Where a finger would touch a mark."""
    if isinstance(item, BarItem):
        return item._box(row, index).center()
    return item.mark_place(index, row)


def press(item: ChartItem, point: QPointF) -> None:
    """A finger comes down and is lifted on the same spot."""
    item.touch(point)
    item.tap(point)


def lines(item: ChartItem) -> list[str]:
    return item.read_out.words.split("\n")


def labels(hung: Hung) -> set[str]:
    """The figures that stand in the picture, without those on the value axis."""
    muted = hung.look.palette.muted.name()
    return {
        words.text
        for words in hung.drawing().words
        if words.colour != muted and words.text.replace(".", "").replace(",", "").isdigit()
    }


# --- being read by a finger --------------------------------------------------------------------


@each_kind
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hant", ["2021", "生產 354.50萬輛", "銷售 352.1萬輛"]),
        ("zh-Hans", ["2021", "生產 354.50万辆", "銷售 352.1万辆"]),
        ("en", ["2021", "Production 3.5450 million vehicles", "Sales 3.521 million vehicles"]),
    ],
)
def test_a_touch_reads_the_mark_with_every_digit_and_its_unit(
    hang: Hang, kind: str, language: Language, said: list[str]
) -> None:
    item = item_of(hang(two(kind), language))
    item.touch(mark_of(item, 0))
    assert lines(item) == said


@each_kind
def test_a_label_may_be_rounded_what_is_read_is_not(hang: Hang, kind: str) -> None:
    said = chart(kind, [[0, 0]], ["2021", "2022"])
    said["unit"] = said["unit"] | {"decimals": 0}
    said["series"][0]["values"] = ["354.46", "705.51"]
    hung = hang(said)
    item = item_of(hung)
    assert {"354", "706"} <= set(hung.texts())
    item.touch(mark_of(item, 1))
    assert lines(item) == ["2022", "705.51萬輛"]


@each_kind
def test_the_series_that_is_touched_is_read_first(hang: Hang, kind: str) -> None:
    item = item_of(hang(two(kind)))
    item.touch(mark_of(item, 2, 1))
    assert lines(item)[1:] == ["銷售 949.5萬輛", "生產 1,958.7萬輛"]


@each_kind
@pytest.mark.parametrize(
    ("language", "heading"),
    [("zh-Hant", "2023　預測"), ("zh-Hans", "2023　预测"), ("en", "2023, Forecast")],
)
def test_a_forecast_is_read_as_one(hang: Hang, kind: str, language: Language, heading: str) -> None:
    item = item_of(hang(two(kind), language))
    item.touch(mark_of(item, 2))
    assert lines(item)[0] == heading
    item.touch(mark_of(item, 0))
    assert lines(item)[0] == "2021"


@each_kind
@pytest.mark.parametrize(
    ("language", "missing"),
    [("zh-Hant", "銷售 暫無數據"), ("zh-Hans", "銷售 暂无数据"), ("en", "Sales No data")],
)
def test_what_is_missing_is_read_as_missing(
    hang: Hang, kind: str, language: Language, missing: str
) -> None:
    item = item_of(hang(two(kind), language))
    item.touch(mark_of(item, 1))
    assert lines(item)[2] == missing


@each_kind
def test_where_there_is_nothing_at_all_that_is_what_is_read(hang: Hang, kind: str) -> None:
    item = item_of(hang(CASES[kind]["nothing at all"]))
    item.touch(item.plot.place(3, 0.4))
    assert lines(item) == [YEARS[3], "暫無數據"]


@each_kind
@pytest.mark.parametrize("horizontal", [False, True])
def test_every_point_means_the_category_that_is_nearest(
    hang: Hang, kind: str, horizontal: bool
) -> None:
    if horizontal and kind == "line":
        pytest.skip("lines do not lie across")
    said = chart(kind, [MADE, SOLD]) | ({"horizontal": True} if horizontal else {})
    item = item_of(hang(said))
    random = Random(5)
    rect = item.picture_rect
    for _ in range(200):
        point = QPointF(
            random.uniform(rect.left(), rect.right()), random.uniform(rect.top(), rect.bottom())
        )

        def away(index: int, point: QPointF = point) -> float:
            offset = item.base(index) - point
            return abs(offset.y() if horizontal else offset.x())

        index = item.nearest(point) // item.rows
        assert away(index) <= min(map(away, range(len(YEARS)))) + 0.01


def test_a_finger_on_a_bar_means_that_bar(hang: Hang) -> None:
    for name in ("five series", "stacked", "horizontal", "horizontal, stacked", "negatives"):
        item = hang(CASES["bar"][name]).item
        assert isinstance(item, BarItem)
        for mark in range(item.mark_count()):
            index, row = divmod(mark, item.rows)
            assert item.nearest(item._box(row, index).center()) == mark, name


def test_a_finger_on_a_dot_means_that_dot(hang: Hang) -> None:
    for name in ("five series", "crossing", "negatives"):
        item = item_of(hang(CASES["line"][name]))
        for mark in range(item.mark_count()):
            index, row = divmod(mark, item.rows)
            assert item.nearest(item.mark_place(index, row)) == mark, name


@each_kind
def test_the_reading_follows_a_finger_that_is_drawn_along(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, [MADE])))
    left, right = mark_of(item, 0), mark_of(item, 4)
    read: list[str] = []
    for step in range(81):
        item.touch(left + (right - left) * (step / 80))
        read.append(lines(item)[0])
    assert [year for year, _ in itertools.groupby(read)] == YEARS
    item.lift()
    assert lines(item) == [YEARS[4], "958.7萬輛"]


@each_kind
@pytest.mark.parametrize(
    "name", ["two series", "five series", "long names, five series", "remarks"]
)
@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_what_is_read_stands_over_the_finger_and_inside_the_exhibit(
    hang: Hang, kind: str, name: str, language: Language
) -> None:
    item = item_of(hang(CASES[kind][name], language))
    for mark in range(item.mark_count()):
        index, row = divmod(mark, item.rows)
        finger = QPointF(mark_of(item, index, row))
        # In English it is too wide to stand beside a finger at the top: see test_readout.
        for down in (0.0, 120.0, *([-200.0] if language != "en" else [])):
            y = max(item.picture_rect.top(), finger.y() + down)
            point = QPointF(finger.x(), min(y, item.picture_rect.bottom()))
            item.select(None)
            item.touch(point)
            box = item.read_out.mapRectToParent(item.read_out.boundingRect().adjusted(3, 3, -3, -3))
            assert AREA.contains(box)
            over = box.bottom() <= point.y() - ABOVE_PX + 1
            aside = not box.adjusted(-20, -20, 20, 20).contains(point)
            assert over or (aside and box.top() <= 1), "the finger lies on what it reads"
            item.lose()


def test_what_is_read_of_bars_that_lie_across_stays_inside(hang: Hang) -> None:
    for name in ("horizontal", "horizontal, stacked", "horizontal, negatives"):
        item = item_of(hang(CASES["bar"][name]))
        for mark in range(item.mark_count()):
            item.select(mark)
            box = item.read_out.mapRectToParent(item.read_out.boundingRect().adjusted(3, 3, -3, -3))
            assert AREA.contains(box), name


@each_kind
def test_a_second_tap_clears_it_and_one_on_another_mark_reads_that(hang: Hang, kind: str) -> None:
    item = item_of(hang(two(kind)))
    press(item, mark_of(item, 0))
    assert lines(item)[0] == "2021"
    press(item, mark_of(item, 2))
    assert lines(item)[0].startswith("2023")
    press(item, mark_of(item, 2))
    assert item.read_out.words == ""
    assert item.selected is None


@each_kind
def test_a_touch_that_was_a_swipe_leaves_it_as_it_was(hang: Hang, kind: str) -> None:
    item = item_of(hang(two(kind)))
    item.touch(mark_of(item, 2))
    item.lose()
    assert item.read_out.words == ""
    press(item, mark_of(item, 0))
    item.touch(mark_of(item, 2))
    assert lines(item)[0].startswith("2023")
    item.lose()
    assert lines(item)[0] == "2021"


@each_kind
def test_the_mark_that_is_read_is_seen_in_the_picture(hang: Hang, kind: str) -> None:
    hung = hang(chart(kind, [MADE]))
    item = item_of(hung)
    before = hung.picture()
    item.select(1)
    item.read_out.setVisible(False)  # what is said of it is not what is meant here
    assert not alike(hung.picture(), before)
    item.select(None)
    assert alike(hung.picture(), before)


# --- being read by keys ------------------------------------------------------------------------


@each_kind
def test_keys_go_through_all_marks_and_stay_at_the_ends(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, [MADE, SOLD])))
    read = []
    for _ in range(10):
        assert item.step(1)
        read.append(tuple(lines(item)[:2]))
    pairs = [
        (year, f"{name} {row[index]}萬輛")
        for index, year in enumerate(YEARS)
        for name, row in (("生產", MADE), ("銷售", SOLD))
    ]
    assert read == pairs
    item.step(1)
    assert tuple(lines(item)[:2]) == pairs[-1]
    for _ in range(20):
        item.step(-1)
    assert tuple(lines(item)[:2]) == pairs[0]


@each_kind
def test_the_key_to_the_left_begins_at_the_last_mark(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, [MADE])))
    item.step(-1)
    assert lines(item)[0] == YEARS[-1]


@each_kind
def test_the_enter_key_reads_the_first_mark_and_clears_it(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, [MADE])))
    item.activate()
    assert lines(item)[0] == YEARS[0]
    item.activate()
    assert item.read_out.words == ""


@each_kind
def test_keys_go_through_one_series_where_that_is_alone(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, [MADE, SOLD])))
    item.show_alone(1)
    read = []
    for _ in range(6):
        item.step(1)
        read.append(lines(item)[1:])
    assert read == [[f"銷售 {value}萬輛"] for value in [*SOLD, SOLD[-1]]]


# --- one series alone --------------------------------------------------------------------------


def shade(hung: Hung, item: ChartItem, row: int, index: int) -> QColor:
    """The colour of a mark, as it is seen."""
    point = mark_of(item, index, row)
    return hung.picture().pixelColor(round(point.x()), round(point.y()))


def distance(one: QColor, other: QColor) -> int:
    """How far apart two colours are, by the sum of their differences."""
    differences = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return sum(map(abs, differences))


APART = [[900, 800, 700, 600, 500], [200, 250, 300, 350, 400]]


@each_kind
def test_touching_a_name_leaves_one_series_and_again_brings_all(hang: Hang, kind: str) -> None:
    hung = hang(chart(kind, APART))
    item = item_of(hung)
    before = hung.picture()
    ground = hung.look.palette.background
    chips = item.legend.touchables()
    assert [chip.name for chip in chips] == ["生產", "銷售"]
    chips[1].tap(QPointF())
    hung.wind(GLIDE_MS + 32)
    assert distance(shade(hung, item, 1, 0), item.colours[1]) < 12
    assert distance(shade(hung, item, 0, 0), item.colours[0]) > 100
    assert distance(shade(hung, item, 0, 0), ground) > 20
    assert labels(hung) & {"900", "200"} == {"200"}
    chips[1].tap(QPointF())
    hung.wind(GLIDE_MS + 32)
    assert alike(hung.picture(), before)


@each_kind
def test_touching_another_name_goes_over_to_that_series(hang: Hang, kind: str) -> None:
    hung = hang(chart(kind, APART))
    item = item_of(hung)
    item.legend.touchables()[1].tap(QPointF())
    hung.wind(GLIDE_MS + 32)
    item.legend.touchables()[0].tap(QPointF())
    hung.wind(GLIDE_MS + 32)
    assert item.marks.alone == 0
    assert (item.marks.strength(0), item.marks.strength(1)) == (1.0, pytest.approx(FAINT))
    assert "900" in labels(hung)
    assert "200" not in labels(hung)


@each_kind
def test_a_series_fades_from_where_it_is_whenever_it_is_asked(hang: Hang, kind: str) -> None:
    hung = hang(chart(kind, APART))
    item = item_of(hung)
    random = Random(3)
    before = [item.marks.strength(row) for row in (0, 1)]
    for _ in range(30):
        item.show_alone(random.choice([0, 1]))
        now = [item.marks.strength(row) for row in (0, 1)]
        assert now == pytest.approx(before), "it jumped"
        hung.wind(random.choice([16, 100, 200, 500]))
        before = [item.marks.strength(row) for row in (0, 1)]
    hung.wind(GLIDE_MS + 32)
    wanted = [1.0 if item.marks.alone in (None, row) else FAINT for row in (0, 1)]
    assert [item.marks.strength(row) for row in (0, 1)] == pytest.approx(wanted)


@each_kind
def test_with_reduced_motion_a_series_is_alone_at_once(hang: Hang, kind: str) -> None:
    hung = hang(chart(kind, APART))
    hung.animator.reduced_motion = True
    item = item_of(hung)
    item.show_alone(1)
    hung.animator.tick()
    assert (item.marks.strength(0), item.marks.strength(1)) == (pytest.approx(FAINT), 1.0)
    assert not hung.animator.active


@each_kind
def test_a_finger_reads_the_series_that_is_alone_wherever_it_lies(hang: Hang, kind: str) -> None:
    item = item_of(hang(chart(kind, APART)))
    item.show_alone(1)
    item.touch(mark_of(item, 0, 0))
    assert lines(item) == [YEARS[0], "銷售 200萬輛"]


def test_a_piece_of_a_stack_goes_to_the_zero_line_and_back(hang: Hang) -> None:
    hung = hang(CASES["bar"]["stacked"])
    item = hung.item
    assert isinstance(item, BarItem)
    before = [item._box(1, index) for index in range(5)]
    zero = item.base(0).y()
    assert all(box.bottom() < zero - 5 for box in before)
    item.show_alone(1)
    feet = [item._box(1, 4).bottom()]
    for _ in range(40):
        hung.wind(16)
        feet.append(item._box(1, 4).bottom())
    assert feet == sorted(feet)
    assert feet[0] == pytest.approx(before[4].bottom())
    for index, box in enumerate(before):
        alone = item._box(1, index)
        assert alone.bottom() == pytest.approx(zero)
        assert alone.height() == pytest.approx(box.height())
    item.show_alone(1)
    hung.wind(GLIDE_MS + 32)
    assert [item._box(1, index) for index in range(5)] == before


def test_each_figure_of_the_series_that_is_alone_is_written(hang: Hang) -> None:
    for kind in KINDS:
        hung = hang(CASES[kind]["five series"])
        item = item_of(hung)
        item.show_alone(3)
        hung.wind(GLIDE_MS + 32)
        wanted = {item.shown.number(value) for value in item.spec.series[3].values if value}
        assert wanted <= labels(hung), kind


# --- moments -----------------------------------------------------------------------------------


def scrub(item: ChartItem) -> tuple[Button, Slider]:
    assert item.scrubber
    button, slider = item.scrubber.touchables()
    assert isinstance(button, Button)
    assert isinstance(slider, Slider)
    return button, slider


@each_kind
def test_what_stands_still_is_the_last_moment(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    assert labels(hung) == {"40", "25", "90", "2023"}


@each_kind
def test_the_slider_stops_at_each_moment_and_shows_its_figures(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    _, slider = scrub(item)
    for at, figures in ((0, {"10.0", "20", "30"}), (1, {"15.5", "36"}), (2, {"40", "25", "90"})):
        slider.touch(slider.place(at / 2 + 0.12 * (1 - at)))  # not quite on the stop
        hung.wind(GLIDE_MS + 32)
        assert slider.value == at / 2
        assert labels(hung) == figures | {("2021", "2022", "2023")[at]}
        for index, value in enumerate(THEN[at]):
            if value is not None:
                assert item.marks.level(0, index) == float(value)
                assert item.marks.presence(0, index) == 1.0
    slider.lift()


@each_kind
def test_a_figure_that_is_missing_at_a_moment_is_no_mark(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    item.show_moment(1)
    hung.wind(GLIDE_MS + 32)
    assert item.marks.presence(0, 1) == 0.0
    assert "暫無數據" in hung.texts()
    item.show_moment(2)
    hung.wind(GLIDE_MS + 32)
    assert "暫無數據" not in hung.texts()


@each_kind
def test_marks_glide_one_way_and_end_at_their_figures(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    item.show_moment(0)
    hung.wind(GLIDE_MS + 32)
    for moment, index in ((2, 0), (0, 0), (2, 2), (1, 2)):
        before = item.marks.level(0, index)
        item.show_moment(moment)
        glided = [item.marks.level(0, index)]
        for _ in range(40):
            hung.wind(16)
            glided.append(item.marks.level(0, index))
        end = float(THEN[moment][index] or 0)
        assert glided[0] == before
        assert glided == sorted(glided, reverse=end < before)
        assert len({round(level, 6) for level in glided}) > 8, "it jumped"
        assert glided[-1] == end


@each_kind
def test_what_is_written_on_the_way_are_published_figures(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    published = {figure for row in THEN for figure in row if figure} | {"2021", "2022", "2023"}
    random = Random(11)
    for _ in range(20):
        item.show_moment(random.randrange(3))
        hung.wind(random.choice([16, 48, 160, 600]))
        assert labels(hung) <= published


@each_kind
def test_a_reading_names_the_moment_and_ends_with_it(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    item.show_moment(0)
    hung.wind(GLIDE_MS + 32)
    item.touch(mark_of(item, 2))
    assert lines(item) == ["丙　2021", "30萬輛"]
    item.lift()
    item.show_moment(1)
    assert item.read_out.words == ""


@each_kind
def test_play_walks_through_all_moments(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    button, slider = scrub(item)
    button.tap(QPointF())
    seen = [item.marks.moment]
    for _ in range(200):
        hung.wind(16)
        seen.append(item.marks.moment)
        assert slider.value == item.marks.moment / 2
        assert item.scrubber
        assert item.scrubber.moment == item.marks.moment
    assert [moment for moment, _ in itertools.groupby(seen)] == [0, 1, 2]
    assert not hung.animator.active
    assert labels(hung) == {"40", "25", "90", "2023"}


@each_kind
def test_play_gives_each_moment_time_to_arrive(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    scrub(item)[0].tap(QPointF())
    hung.wind(STEP_MS - 16)
    assert item.marks.moment == 0
    assert item.marks.level(0, 0) == 10.0


@each_kind
def test_play_ends_where_somebody_touches_the_slider(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    button, slider = scrub(item)
    button.tap(QPointF())
    hung.wind(STEP_MS + 100)
    assert item.marks.moment == 1
    slider.touch(slider.place(0.0))
    slider.lift()
    hung.wind(5 * STEP_MS)
    assert item.marks.moment == 0


# --- coming back and going on ------------------------------------------------------------------


@each_kind
def test_reset_takes_back_all_that_a_visitor_did(hang: Hang, kind: str) -> None:
    hung = hang(two(kind))
    final = hung.picture()
    item = item_of(hung)
    item.show_alone(1)
    hung.wind(200)
    item.touch(mark_of(item, 0, 1))
    item.reset()
    hung.wind(GLIDE_MS + 32)
    assert item.read_out.words == ""
    assert alike(hung.picture(), final)


@each_kind
def test_reset_ends_the_play_at_the_last_moment(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    final = hung.picture()
    item = item_of(hung)
    scrub(item)[0].tap(QPointF())
    hung.wind(STEP_MS + 100)
    item.reset()
    hung.wind(5 * STEP_MS)
    assert not hung.animator.active
    assert alike(hung.picture(), final)


@each_kind
def test_stopped_on_the_way_back_it_is_whole_at_its_next_entrance(hang: Hang, kind: str) -> None:
    hung = hang(two(kind))
    final = hung.picture()
    item = item_of(hung)
    item.show_alone(1)
    hung.wind(GLIDE_MS + 32)
    item.show_alone(1)
    hung.wind(100)
    item.stop()
    item.rewind()
    item.enter()
    hung.wind(ENTRANCE_MS + 32)
    assert alike(hung.picture(), final)


@each_kind
def test_stopped_between_two_moments_it_is_true_at_its_next_entrance(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    final = hung.picture()
    item = item_of(hung)
    item.show_moment(0)
    hung.wind(GLIDE_MS + 32)
    item.show_moment(2)
    hung.wind(100)
    item.stop()
    item.rewind()
    item.enter()
    hung.wind(ENTRANCE_MS + 32)
    assert alike(hung.picture(), final)


@each_kind
def test_settled_between_two_moments_marks_stand_at_their_figures(hang: Hang, kind: str) -> None:
    hung = hang(through_time(kind))
    item = item_of(hung)
    item.show_moment(0)
    hung.wind(100)
    item.settle()
    assert not hung.animator.active
    assert [item.marks.level(0, index) for index in range(3)] == [10.0, 20.0, 30.0]


@each_kind
def test_a_finger_that_is_still_down_at_a_reset_begins_anew(hang: Hang, kind: str) -> None:
    item = item_of(hang(two(kind)))
    press(item, mark_of(item, 0))
    item.touch(mark_of(item, 2))
    item.reset()
    item.lose()
    assert item.read_out.words == ""


@each_kind
def test_closed_in_the_middle_of_everything_nothing_goes_on(hang: Hang, kind: str) -> None:
    for said in (two(kind), through_time(kind)):
        hung = hang(said)
        item = item_of(hung)
        item.enter()
        item.show_alone(0)
        if item.scrubber:
            scrub(item)[0].tap(QPointF())
        hung.wind(100)
        assert hung.animator.active
        hung.take_down()
        assert not hung.animator.active


@pytest.mark.parametrize("theme", ["paper-observatory", "high-contrast"])
@each_kind
def test_in_another_look_all_goes_on_where_it_was(
    hang_also: HangTwo, kind: str, theme: str
) -> None:
    said = two(kind)
    old = hang_also(said, "zh-Hant", "ink-atlas")
    before = item_of(old)
    before.enter()
    old.wind(700)
    before.show_alone(1)
    old.wind(150)
    before.select(1)
    new = hang_also(said, "en", theme)
    after = item_of(new)
    after.take_over(before)
    assert after.entrance == before.entrance
    assert (after.marks.alone, after.selected) == (1, 1)
    strengths = [before.marks.strength(row) for row in (0, 1)]
    assert [after.marks.strength(row) for row in (0, 1)] == pytest.approx(strengths)
    old.take_down()
    new.wind(ENTRANCE_MS)
    after.select(None)
    assert not new.animator.active
    seen = new.picture()
    new.take_down()
    fresh = hang_also(said, "en", theme)
    item_of(fresh).show_alone(1)
    fresh.wind(GLIDE_MS + 32)
    assert alike(fresh.picture(), seen)


def taken_over(hang_also: HangTwo, old: Hung) -> Hung:
    """The same exhibit in English, in place of `old`."""
    kind = old.item.spec.kind
    said = through_time(kind) if item_of(old).spec.moments else two(kind)
    new = hang_also(said, "en")
    new.item.take_over(old.item)
    old.take_down()
    return new


@each_kind
def test_in_another_language_the_same_mark_is_read(hang_also: HangTwo, kind: str) -> None:
    old = hang_also(two(kind), "zh-Hant", "ink-atlas")
    press(item_of(old), mark_of(item_of(old), 2))
    new = taken_over(hang_also, old)
    assert lines(item_of(new))[:2] == ["2023, Forecast", "Production 19.587 million vehicles"]


@each_kind
def test_in_another_language_the_series_that_is_alone_is_read_alone(
    hang_also: HangTwo, kind: str
) -> None:
    old = hang_also(two(kind), "zh-Hant", "ink-atlas")
    item_of(old).show_alone(1)
    item_of(old).step(1)
    new = taken_over(hang_also, old)
    assert lines(item_of(new)) == ["2021", "Sales 3.521 million vehicles"]


@each_kind
def test_in_another_language_the_moment_that_is_shown_is_read(
    hang_also: HangTwo, kind: str
) -> None:
    old = hang_also(through_time(kind), "zh-Hant", "ink-atlas")
    item_of(old).show_moment(0)
    old.wind(GLIDE_MS + 32)
    item_of(old).step(1)
    new = taken_over(hang_also, old)
    assert lines(item_of(new)) == ["甲, 2021", "100 thousand vehicles"]


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_in_another_language_an_earlier_moment_looks_as_it_would_have(
    hang_also: HangTwo, kind: str
) -> None:
    old = hang_also(through_time(kind), "zh-Hant", "ink-atlas")
    item_of(old).show_moment(1)
    old.wind(GLIDE_MS + 32)
    new = taken_over(hang_also, old)
    new.wind(GLIDE_MS + 32)
    seen = new.picture()
    new.take_down()
    fresh = hang_also(through_time(kind), "en", "ink-atlas")
    item_of(fresh).show_moment(1)
    fresh.wind(GLIDE_MS + 32)
    assert alike(fresh.picture(), seen)


@each_kind
def test_in_another_language_marks_glide_on_from_where_they_were(
    hang_also: HangTwo, kind: str
) -> None:
    said = through_time(kind)
    old = hang_also(said, "zh-Hant", "ink-atlas")
    item = item_of(old)
    item.show_moment(0)
    old.wind(200)
    new = hang_also(said, "en", "ink-atlas")
    other = item_of(new)
    other.take_over(item)
    for index in range(3):
        was = item.plot.place(index, item.marks.level(0, index))
        now = other.plot.place(index, other.marks.level(0, index))
        assert now.y() == pytest.approx(was.y(), abs=8)
    assert other.marks.moment == 0
    assert scrub(other)[1].value == 0.0
    old.take_down()
    new.wind(GLIDE_MS + 32)
    assert labels(new) == {"100", "200", "300", "2021"}  # thousand vehicles


# --- in words ----------------------------------------------------------------------------------


def told(kind: str, categories: list[str], *rows: list[Any], **more: Any) -> dict[str, Any]:
    said = chart(kind, [[0] * len(categories) for _ in rows], categories, **more)
    for series, row in zip(said["series"], rows, strict=True):
        series["values"] = row
    return said


DESCRIBED: dict[str, tuple[dict[str, Any], tuple[str, str, str]]] = {
    "rise": (
        told("line", ["2021", "2022"], ["354.50", "705.8"]),
        (
            "生產由2021的354.50萬輛升至2022的705.8萬輛；",
            "生產由2021的354.50万辆升至2022的705.8万辆；",
            "Production rises from 3.5450 million vehicles in 2021"
            " to 7.058 million vehicles in 2022; ",
        ),
    ),
    "fall": (
        told("line", ["2021", "2022"], ["7", "5"]),
        (
            "生產由2021的7萬輛降至2022的5萬輛；",
            "生產由2021的7万辆降至2022的5万辆；",
            "Production falls from 70 thousand vehicles in 2021 to 50 thousand vehicles in 2022; ",
        ),
    ),
    "level": (
        told("bar", ["2021", "2022"], ["5", "5"]),
        (
            "生產由2021至2022同為5萬輛；",
            "生產由2021至2022同为5万辆；",
            "Production is 50 thousand vehicles in both 2021 and 2022; ",
        ),
    ),
    "one figure": (
        told("bar", ["2021", "2022"], [None, "5.0"]),
        (
            "生產，2022：5.0萬輛；",
            "生產，2022：5.0万辆；",
            "Production, 2022: 50 thousand vehicles; ",
        ),
    ),
    "forecast": (
        told("line", ["2021", "2022"], ["5", "7"], forecast_from="2022"),
        (
            "生產由2021的5萬輛升至2022（預測）的7萬輛；",
            "生產由2021的5万辆升至2022（预测）的7万辆；",
            "Production rises from 50 thousand vehicles in 2021"
            " to 70 thousand vehicles in 2022 (forecast); ",
        ),
    ),
    "missing": (
        told("bar", ["2021", "2022"], [None, None]),
        ("生產：暫無數據；", "生產：暂无数据；", "Production: no data; "),
    ),
    "missing at the ends": (
        told("line", ["2020", "2021", "2022", "2023"], [None, "5", "7", None]),
        (
            "生產由2021的5萬輛升至2022的7萬輛；",
            "生產由2021的5万辆升至2022的7万辆；",
            "Production rises from 50 thousand vehicles in 2021 to 70 thousand vehicles in 2022; ",
        ),
    ),
    "nominal": (
        told("bar", ["甲", "乙", "丙"], ["5", "9", "7"]),
        (
            "生產以乙的9萬輛最多，甲的5萬輛最少；",
            "生產以乙的9万辆最多，甲的5万辆最少；",
            "Production is highest in 乙, 90 thousand vehicles,"
            " and lowest in 甲, 50 thousand vehicles; ",
        ),
    ),
    "two series": (
        told("bar", ["2021", "2022"], ["5", "7"], ["6", "4"]),
        (
            "生產由2021的5萬輛升至2022的7萬輛，銷售由2021的6萬輛降至2022的4萬輛；",
            "生產由2021的5万辆升至2022的7万辆，銷售由2021的6万辆降至2022的4万辆；",
            "Production rises from 50 thousand vehicles in 2021"
            " to 70 thousand vehicles in 2022, Sales falls from 60 thousand vehicles in 2021"
            " to 40 thousand vehicles in 2022; ",
        ),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DESCRIBED)
def test_it_says_in_words_what_there_is_to_see(hang: Hang, name: str, language: Language) -> None:
    said, wanted = DESCRIBED[name]
    facts = dict(zip(("zh-Hant", "zh-Hans", "en"), wanted, strict=True))[language]
    head, tail = {
        "zh-Hant": ("四年間，產銷升至七倍多：", "資料來源：中國汽車工業協會 2023。"),
        "zh-Hans": ("四年間，產銷升至七倍多：", "资料来源：中國汽車工業協會 2023。"),
        "en": ("More than sevenfold in four years: ", "Source: 中國汽車工業協會 2023."),
    }[language]
    assert hang(said, language).item.describe() == head + facts + tail


@each_kind
def test_without_a_source_it_says_what_there_is_to_see(hang: Hang, kind: str) -> None:
    said = told(kind, ["2021", "2022"], ["5", "7"]) | {"sources": []}
    assert hang(said).item.describe().endswith("升至2022的7萬輛。")


@each_kind
def test_words_tell_the_digits_of_the_source(hang: Hang, kind: str) -> None:
    item = item_of(hang(told(kind, ["2021", "2022"], ["1234567.80", "2"]), "zh-Hant"))
    assert "1,234,567.80萬輛" in item.describe()
    assert item.marks.figure(0, 0) == Decimal("1234567.80")
