import itertools
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests.exhibits.conftest import Hang
from tests.exhibits.hung import Hung, axis_value, overlap

VEHICLES = {"scale": "萬", "name": {"zh-Hant": "輛", "zh-Hans": "辆", "en": "vehicles"}}


def bars(*values: str | None, **more: Any) -> dict[str, Any]:
    """What a file says of one series of bars."""
    return {
        "kind": "bar",
        "title": "四年間升至七倍多",
        "subtitle": {"zh-Hant": "產銷", "en": "Output"},
        "unit": VEHICLES,
        "categories": [str(2019 + index) for index in range(len(values))],
        "series": [{"name": "生產", "values": values}],
        **more,
    }


def pair(**more: Any) -> dict[str, Any]:
    """What a file says of two series, one with a missing figure."""
    return bars("124.2", "354.5", "958.70", **more) | {
        "series": [
            {"name": "生產", "values": ["124.2", "354.5", "958.70"]},
            {"name": "銷售", "values": ["120.6", None, "949.5"]},
        ]
    }


def boxes(hung: Hung, row: int = 0) -> list[QRectF]:
    """The bars of a series from left to right, without the swatch of the legend."""
    colour = hung.look.palette.series("new-energy", row)
    return [box for box in hung.drawing().filled(colour) if box.top() > 130]


# --- what the source says ----------------------------------------------------------------------


def test_each_bar_reaches_from_zero_to_its_value(hang: Hang) -> None:
    hung = hang(bars("124.2", "354.5", "958.7"))
    seen = hung.drawing()
    for box, value in zip(boxes(hung), (124.2, 354.5, 958.7), strict=True):
        assert axis_value(seen, box.top(), "0", "1,000") == pytest.approx(value, abs=4)
        assert axis_value(seen, box.bottom(), "0", "1,000") == pytest.approx(0, abs=4)


def test_the_axis_of_whole_figures_has_no_fractions(hang: Hang) -> None:
    unit = {"name": VEHICLES["name"]}
    texts = hang(bars("1", "2", unit=unit)).texts()
    assert texts.count("1") == 2  # on the axis, and on its bar
    assert not [text for text in texts if "." in text]


def test_heights_are_to_one_another_as_the_values(hang: Hang) -> None:
    heights = [box.height() for box in boxes(hang(bars("124.2", "354.5", "958.7")))]
    scale = heights[2] / 958.7
    assert heights == pytest.approx([124.2 * scale, 354.5 * scale, 958.7 * scale], abs=0.01)


def test_heights_are_to_one_another_as_the_values_in_pixels_too(hang: Hang) -> None:
    hung = hang(bars("250", "500", "1000"))
    image = hung.picture()
    columns = [box.center().x() for box in boxes(hung)]
    heights = [painted(image, round(x), hung.accent) for x in columns]
    assert heights[1] == pytest.approx(2 * heights[0], abs=2)
    assert heights[2] == pytest.approx(4 * heights[0], abs=3)


def painted(image: QImage, x: int, colour: QColor) -> int:
    """How many pixels of a column are of just this colour."""
    return sum(image.pixelColor(x, y) == colour for y in range(image.height()))


def test_each_bar_wears_the_digits_of_its_source(hang: Hang) -> None:
    hung = hang(bars("124.2", "354.50", "1958.7"))
    seen = hung.drawing()
    for box, label in zip(boxes(hung), ("124.2", "354.50", "1,958.7"), strict=True):
        words = seen.find(label)
        assert words.box.center().x() == pytest.approx(box.center().x(), abs=2)
        assert 0 < box.top() - words.box.bottom() < 24


def test_two_series_stand_side_by_side_and_never_on_each_other(hang: Hang) -> None:
    hung = hang(pair())
    first, second = boxes(hung, 0), boxes(hung, 1)
    assert (len(first), len(second)) == (3, 2)
    together = sorted([*first, *second], key=QRectF.left)
    assert all(a.right() < b.left() for a, b in itertools.pairwise(together))


def test_values_below_zero_hang_from_the_zero_line(hang: Hang) -> None:
    hung = hang(bars("-57.9", "154.4"))
    below, above = boxes(hung)
    assert below.top() == pytest.approx(above.bottom(), abs=0.01)
    assert below.height() / above.height() == pytest.approx(57.9 / 154.4, abs=0.001)


def test_a_zero_is_a_figure_and_not_a_gap(hang: Hang) -> None:
    texts = hang(bars("0", "5", "10")).texts()
    assert texts.count("0") == 2  # on the axis, and on its bar
    assert "暫無數據" not in texts


# --- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "labels", "heading"),
    [
        ("zh-Hant", ["124.2", "958.7"], "產銷（萬輛）"),
        ("zh-Hans", ["124.2", "958.7"], "產銷（万辆）"),
        ("en", ["1.242", "9.587"], "Output (million vehicles)"),
    ],
)
def test_each_language_counts_in_its_own_way(
    hang: Hang, language: str, labels: list[str], heading: str
) -> None:
    texts = hang(bars("124.2", "958.7"), language).texts()
    assert [text for text in texts if text in labels] == labels
    assert heading in "".join(texts)


def test_converted_bars_are_as_high_as_the_source_says(hang: Hang) -> None:
    chinese, english = (boxes(hang(bars("250", "1000"), x)) for x in ("zh-Hant", "en"))
    ratios = [low.height() / high.height() for low, high in (chinese, english[-2:])]
    assert ratios == pytest.approx([0.25, 0.25], abs=0.001)


# --- missing and forecast ----------------------------------------------------------------------


def test_a_missing_figure_is_a_gap_and_says_so(hang: Hang) -> None:
    hung = hang(bars("147.5", None, "264.4"))
    first, last = boxes(hung)
    words = hung.drawing().find("暫無數據")
    assert first.right() < words.box.left() < words.box.right() < last.left()
    assert 0 < first.bottom() - words.box.bottom() < 30


def test_where_one_series_has_a_figure_the_other_is_a_gap(hang: Hang) -> None:
    hung = hang(pair())
    assert hung.texts().count("暫無數據") == 1
    gap = QRectF(boxes(hung, 0)[1]).translated(
        boxes(hung, 1)[0].left() - boxes(hung, 0)[0].left(), 0
    )
    image = hung.picture()
    assert painted(image, round(gap.center().x()), hung.look.palette.series("new-energy", 1)) == 0


def test_what_one_series_lacks_is_said_in_its_slot(hang: Hang) -> None:
    hung = hang(pair())
    words = hung.drawing().find("暫無數據").box
    left, right = boxes(hung, 0)[1], boxes(hung, 0)[2]
    beside = boxes(hung, 1)[0].left() - boxes(hung, 0)[0].left()
    slot = left.translated(beside, 0)
    assert slot.left() < words.left() < words.right() < slot.right()
    assert left.right() < words.left() < words.right() < right.left()
    assert words.height() > words.width() or slot.width() > words.width() + 4
    assert words.bottom() < left.bottom()


def test_where_slots_are_narrow_it_is_said_on_end(hang: Hang) -> None:
    values = ["100", "200", "300", "400", "500", "600"]
    said = bars(*values) | {
        "series": [
            {"name": "生產", "values": values},
            {"name": "銷售", "values": [None, *values[1:]]},
        ]
    }
    hung = hang(said)
    words = hung.drawing().find("暫無數據").box
    assert words.height() > 3 * words.width()
    assert boxes(hung, 0)[0].right() < words.left()
    assert words.right() < boxes(hung, 0)[1].left()


def test_a_category_without_any_figure_says_so_once(hang: Hang) -> None:
    said = pair()
    said["series"][0]["values"] = ["124.2", None, "958.70"]
    assert hang(said).texts().count("暫無數據") == 1


def test_a_forecast_is_hatched_and_said_to_be_one(hang: Hang) -> None:
    known = hang(bars("100", "200"))
    bar = boxes(known)[1].adjusted(12, 12, -12, -12).toAlignedRect()
    assert colours(known.picture(), bar) == {known.accent.rgb()}
    assert "預測" not in known.texts()
    ahead = hang(bars("100", "200", forecast_from="2020"))
    assert len(colours(ahead.picture(), bar)) > 4
    assert "預測" in ahead.texts()


def colours(image: QImage, rect: Any) -> set[int]:
    part = image.copy(rect)
    return set(memoryview(part.constBits()).cast("I"))


def test_only_what_is_ahead_is_hatched(hang: Hang) -> None:
    hung = hang(bars("100", "200", "300", forecast_from="2021"))
    assert len(boxes(hung)) == 2


def test_a_forecast_is_as_high_as_its_value(hang: Hang) -> None:
    hung = hang(bars("500", "1000", forecast_from="2020"))
    faint = [s.box for s in hung.drawing().shapes if s.fill == hung.accent.name() and s.opacity < 1]
    (hatched,) = (box for box in faint if box.width() > 100)
    assert hatched.height() == pytest.approx(2 * boxes(hung)[0].height(), abs=0.01)
    assert hatched.bottom() == pytest.approx(boxes(hung)[0].bottom(), abs=0.01)


# --- legend and remarks ------------------------------------------------------------------------


def test_one_series_needs_no_legend_two_are_named(hang: Hang) -> None:
    assert "生產" not in hang(bars("1", "2")).texts()
    texts = hang(pair()).texts()
    assert texts.count("生產") == texts.count("銷售") == 1


def test_remarks_cover_nothing_and_not_each_other(hang: Hang) -> None:
    remark = {"text": "新能源汽車產量首次超過三百萬輛"}
    hung = hang(
        bars("124.2", "136.6", "354.5", "705.8", "958.7")
        | {"annotations": [{"at": "2023", **remark}, {"at": "2022", **remark}]}
    )
    one, other = hung.call_outs()
    seen = hung.drawing()
    assert not overlap(one, other)
    for remark_box in (one, other):
        assert not any(overlap(remark_box, bar) for bar in boxes(hung))
        others = [words for words in seen.words if not remark_box.contains(words.box)]
        assert not any(overlap(remark_box, words.box) for words in others)


@pytest.mark.parametrize(
    ("language", "heading"), [("zh-Hant", "2027：381 萬輛"), ("en", "2027: 3.81 million vehicles")]
)
def test_a_remark_with_a_figure_of_its_own_tells_it_converted(
    hang: Hang, language: str, heading: str
) -> None:
    remark = {"at": "2027", "value": "381", "text": {"zh-Hant": "另一版", "en": "Another"}}
    texts = hang(bars("147.5", "264.4", annotations=[remark]), language).texts()
    assert heading in "".join(texts)


# --- the entrance ------------------------------------------------------------------------------


def test_before_the_entrance_there_is_no_bar_and_no_figure(hang: Hang) -> None:
    hung = hang(bars("124.2", "958.7"))
    hung.item.rewind()
    assert [box for box in boxes(hung) if box.height() > 0.1] == []
    assert not {"124.2", "958.7"} & set(hung.texts())


def test_bars_rise_from_the_zero_line_and_never_beyond_their_value(hang: Hang) -> None:
    hung = hang(bars("124.2", "958.7"))
    final = boxes(hung)
    hung.item.enter()
    before = [0.0, 0.0]
    for _ in range(30):
        hung.wind(64)
        now = boxes(hung)
        for box, end, height in zip(now, final, before[-len(now) :], strict=False):
            assert box.bottom() == pytest.approx(end.bottom(), abs=0.01)
            assert height - 0.01 <= box.height() <= end.height() + 0.01
        before = [0.0] * (2 - len(now)) + [box.height() for box in now]
    assert boxes(hung) == final
