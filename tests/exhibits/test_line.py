import itertools
from typing import Any

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.exhibits.line import LineItem
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import Hung, axis_value, crosses, overlap
from tests.toolkit.drawn import Shape

USERS = {"scale": "億", "name": {"zh-Hant": "戶", "zh-Hans": "户", "en": "users"}}
FIGURES = ("6.71", "10.28", "11.36", "13.99", "18.45", "23.32")


def line(*values: str | None, **more: Any) -> dict[str, Any]:
    """What a file says of one line."""
    return {
        "kind": "line",
        "title": "聯網的物多過人",
        "subtitle": {"zh-Hant": "終端用戶", "en": "Terminal users"},
        "unit": USERS,
        "categories": [str(2018 + index) for index in range(len(values))],
        "series": [{"name": "用戶", "values": values}],
        **more,
    }


def two_lines(**more: Any) -> dict[str, Any]:
    """What a file says of two lines, one with a missing figure."""
    return line("10", "20", "30", **more) | {
        "series": [
            {"name": "生產", "values": ["10", "20", "30"]},
            {"name": "銷售", "values": ["4", None, "12"]},
        ]
    }


def colour(hung: Hung, row: int = 0) -> QColor:
    return hung.look.palette.series("new-energy", row)


def dots(hung: Hung, row: int = 0) -> list[QPointF]:
    """The middles of a series' dots, from left to right."""
    boxes = [box for box in hung.drawing().filled(colour(hung, row)) if box.top() > 110]
    return [box.center() for box in boxes if abs(box.width() - box.height()) < 0.1]


def strokes(hung: Hung, row: int = 0) -> list[Shape]:
    """The pieces of a line, without the one in the legend."""
    found = hung.drawing().lines(colour(hung, row), least_px=5)
    return [shape for shape in found if shape.box.top() > 110]


def ends(shape: Shape) -> QLineF:
    return QLineF(shape.points[0], shape.points[-1])


# --- what the source says ----------------------------------------------------------------------


def test_each_dot_stands_at_its_value(hang: Hang) -> None:
    hung = hang(line(*FIGURES))
    seen = hung.drawing()
    assert len(dots(hung)) == len(FIGURES)
    for dot, value, year in zip(dots(hung), FIGURES, range(2018, 2024), strict=True):
        assert axis_value(seen, dot.y(), "0", "30") == pytest.approx(float(value), abs=0.15)
        assert dot.x() == pytest.approx(seen.find(str(year)).box.center().x(), abs=3)


def test_heights_over_zero_are_to_one_another_as_the_values(hang: Hang) -> None:
    hung = hang(line("0", "10", "25"))
    zero, ten, twenty_five = (dot.y() for dot in dots(hung))
    assert (zero - twenty_five) / (zero - ten) == pytest.approx(2.5, abs=0.001)


def test_the_line_goes_from_dot_to_dot(hang: Hang) -> None:
    hung = hang(line(*FIGURES))
    (stroke,) = strokes(hung)
    for corner, dot in zip(stroke.points, dots(hung), strict=True):
        assert (corner - dot).manhattanLength() < 0.1


def test_each_dot_wears_the_digits_of_its_source(hang: Hang) -> None:
    hung = hang(line("6.710", "10.28", "1123.32"))
    seen = hung.drawing()
    for dot, label in zip(dots(hung), ("6.710", "10.28", "1,123.32"), strict=True):
        box = seen.find(label).box
        assert box.left() - 12 < dot.x() < box.right() + 12
        assert 0 < dot.y() - box.bottom() < 40


@pytest.mark.parametrize(
    ("language", "label", "heading"),
    [
        ("zh-Hant", "23.32", "終端用戶（億戶）"),
        ("zh-Hans", "23.32", "終端用戶（亿户）"),
        ("en", "2.332", "Terminal users (billion users)"),
    ],
)
def test_each_language_counts_in_its_own_way(
    hang: Hang, language: str, label: str, heading: str
) -> None:
    texts = hang(line(*FIGURES), language).texts()
    assert label in texts
    assert heading in "".join(texts)


# --- missing and forecast ----------------------------------------------------------------------


def test_a_missing_figure_is_a_gap_and_says_so(hang: Hang) -> None:
    hung = hang(line("10", "20", None, "30", "40"))
    places = dots(hung)
    assert len(places) == 4
    gap = QLineF(places[1], places[2])
    middle = QRectF(gap.center() - QPointF(20, 200), gap.center() + QPointF(20, 200))
    assert not any(crosses(ends(shape), middle) for shape in strokes(hung))
    words = hung.drawing().find("暫無數據")
    assert words.box.center().x() == pytest.approx(gap.center().x(), abs=3)


def test_the_first_figures_may_be_missing(hang: Hang) -> None:
    hung = hang(line(None, None, "71.8", "142.5"))
    remark = hung.drawing().find("暫無數據").box.center().x()
    years = [hung.drawing().find(year).box.center().x() for year in ("2018", "2019")]
    assert years[0] < remark < years[1]
    assert len(dots(hung)) == 2
    assert len(strokes(hung)) == 1


def test_a_figure_between_two_gaps_is_a_dot_alone(hang: Hang) -> None:
    hung = hang(line(None, "20", None))
    assert len(dots(hung)) == 1
    assert strokes(hung) == []
    assert "20" in hung.texts()


def test_where_one_series_has_a_figure_the_other_is_a_gap(hang: Hang) -> None:
    hung = hang(two_lines())
    assert "銷售：暫無數據" in "".join(hung.texts())
    assert len(dots(hung, 1)) == 2
    assert strokes(hung, 1) == []


def test_each_stretch_of_missing_figures_has_one_remark(hang: Hang) -> None:
    hung = hang(line("10", None, None, "30", None, "40"))
    words = [words for words in hung.drawing().words if words.text == "暫無數據"]
    years = [hung.drawing().find(str(2018 + index)).box.center().x() for index in range(6)]
    middles = sorted(found.box.center().x() for found in words)
    assert middles == pytest.approx([(years[1] + years[2]) / 2, years[4]], abs=4)


def test_nothing_at_all_is_said_once(hang: Hang) -> None:
    said = two_lines()
    for series in said["series"]:
        series["values"] = [None, None, None]
    assert hang(said).texts().count("暫無數據") == 1


def test_a_line_is_one_stroke_between_two_gaps(hang: Hang) -> None:
    hung = hang(line("10", "20", "30", None, "30", "40"))
    assert [len(shape.points) for shape in strokes(hung)] == [3, 2]


def test_what_is_forecast_has_hollow_dots(hang: Hang) -> None:
    hung = hang(line("10", "20", "30", "40", forecast_from="2020"))
    image, item = hung.picture(), hung.item
    assert isinstance(item, LineItem)
    places = [item.mark_place(index, 0) for index in range(4)]
    inks = [image.pixelColor(round(place.x()), round(place.y())) for place in places]
    ground = hung.look.palette.background
    assert [ink == colour(hung) for ink in inks] == [True, True, False, False]
    assert inks[2:] == [ground, ground]


def test_series_are_told_apart_by_the_shape_of_their_dots_too(hang: Hang) -> None:
    series = [{"name": f"第{row}", "values": [10 + 20 * row] * 2} for row in range(5)]
    hung = hang(line("1", "2") | {"series": series})
    image, item = hung.picture(), hung.item
    assert isinstance(item, LineItem)
    shapes = set()
    for row in range(5):
        place = item.mark_place(1, row).toPoint()
        around = [(x, y) for x in range(4, 15) for y in range(-14, 15)]
        ink = item.colours[row]
        shapes.add(tuple(image.pixelColor(place.x() + x, place.y() + y) == ink for x, y in around))
    assert len(shapes) == 5


def test_a_forecast_is_dashed_and_said_to_be_one(hang: Hang) -> None:
    hung = hang(line("10", "20", "30", "40", forecast_from="2020"))
    known, ahead = strokes(hung)
    assert (known.dashed, ahead.dashed) == (False, True)
    assert known.points[-1] == ahead.points[0]
    assert "預測" in hung.texts()
    assert not any(shape.dashed for shape in strokes(hang(line("10", "20"))))


def test_a_forecast_looks_other_than_what_is_known(hang: Hang) -> None:
    def gaps(forecast: bool) -> int:
        more = {"forecast_from": "2019"} if forecast else {}
        hung = hang(line("20", "20", **more))
        start = dots(hung)[0]
        end = hung.drawing().find("2019").box.center()
        image = hung.picture()
        row = [
            image.pixelColor(x, round(start.y())) == colour(hung)
            for x in range(round(start.x()) + 20, round(end.x()) - 20)
        ]
        return sum(a and not b for a, b in itertools.pairwise(row))

    assert gaps(forecast=False) == 0
    assert gaps(forecast=True) > 5


# --- legend and remarks ------------------------------------------------------------------------


def test_one_series_needs_no_legend_two_are_named(hang: Hang) -> None:
    assert "用戶" not in hang(line("1", "2")).texts()
    texts = hang(two_lines()).texts()
    assert texts.count("生產") == texts.count("銷售") == 1


def test_no_two_figures_stand_on_each_other(hang: Hang) -> None:
    close = {"series": [{"name": "甲", "values": FIGURES}, {"name": "乙", "values": FIGURES}]}
    words = hang(line(*FIGURES) | close).drawing().words
    for index, one in enumerate(words):
        assert not any(overlap(one.box, other.box) for other in words[:index])


@pytest.mark.parametrize("figures", [FIGURES, FIGURES[::-1]])
def test_remarks_cover_no_line_no_dot_and_no_figure(hang: Hang, figures: tuple[str, ...]) -> None:
    remark = {"text": "8月底：物16.98億，人16.78億"}
    hung = hang(
        line(*figures, annotations=[{"at": "2020", **remark}, {"at": "2022", **remark}]),
    )
    one, other = hung.call_outs()
    seen = hung.drawing()
    assert not overlap(one, other)
    for box in (one, other):
        assert not any(box.contains(dot) for dot in dots(hung))
        outside = [words for words in seen.words if not box.contains(words.box)]
        assert not any(overlap(box, words.box) for words in outside)
        assert not any(crosses(ends(shape), box) for shape in strokes(hung))


def test_a_leader_goes_from_the_remark_to_its_dot(hang: Hang) -> None:
    hung = hang(line(*FIGURES, annotations=[{"at": "2022", "text": "超過人口"}]))
    (box,) = hung.call_outs()
    dot = dots(hung)[4]
    thin = [ends(s) for s in hung.drawing().lines(colour(hung), least_px=1) if s.stroke_px < 4]
    reached = box.adjusted(-2, -2, 2, 2)
    leaders = [QLineF(s) for s in thin if reached.contains(s.p1()) or reached.contains(s.p2())]
    assert any(
        min(QLineF(dot, leader.p1()).length(), QLineF(dot, leader.p2()).length()) < 20
        for leader in leaders
    )


# --- the entrance ------------------------------------------------------------------------------


def test_it_is_drawn_from_left_to_right(hang: Hang) -> None:
    hung = hang(line("20", "20", "20", "20", "20"))
    y, left, right = dots(hung)[0].y(), dots(hung)[0].x(), dots(hung)[-1].x()
    hung.item.enter()
    reached = []
    for _ in range(12):
        hung.wind(96)
        image = hung.picture()
        drawn = [x for x in range(image.width()) if image.pixelColor(x, round(y)) == hung.accent]
        reached.append(max(drawn, default=0))
    assert reached == sorted(reached)
    assert reached[0] == 0
    assert any(left < x < right - 50 for x in reached)


def test_before_the_entrance_there_is_no_line_and_no_figure(hang: Hang) -> None:
    hung = hang(line(*FIGURES))
    hung.item.rewind()
    assert not set(FIGURES) & set(hung.texts())
    image = hung.picture()
    assert not any(
        image.pixelColor(x, y) == hung.accent
        for x in range(0, image.width(), 3)
        for y in range(120, 560, 3)
    )


def test_at_the_end_every_figure_is_wholly_there(hang: Hang) -> None:
    hung = hang(line(*FIGURES))
    hung.item.enter()
    hung.wind(4000)
    found = [words for words in hung.drawing().words if words.text in FIGURES]
    assert sorted(words.text for words in found) == sorted(FIGURES)
    assert all(words.opacity == 1 for words in found)
