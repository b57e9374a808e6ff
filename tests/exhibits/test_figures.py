import itertools
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF

from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import Words


def figure(value: str, name: str, label: str, scale: str = "1", **more: Any) -> dict[str, Any]:
    return {"value": value, "unit": {"scale": scale, "name": name}, "label": label, **more}


PROJECTS = figure("56", "個", "已確認新型工業化項目")
LINES = figure("74", "條", "全新智能生產線")
TRADES = figure("10", "個", "傳統及新興行業")
HEADSETS = figure("26.20", "台", "AR", "萬", note="按年+154.4%")


def figures(*said: dict[str, Any]) -> dict[str, Any]:
    """What a file says of some large numbers."""
    return {"kind": "figures", "title": "香港已確認56個項目", "figures": said}


def numbers(hung: Hung) -> list[Words]:
    """The large numbers from left to right, without what is read out."""
    label = hung.item.read_out
    read = label.sceneBoundingRect() if label.isVisible() else QRectF()
    seen = [words for words in hung.drawing().words if not read.contains(words.box)]
    large = [words for words in seen if words.box.height() > 40]
    return sorted(large, key=lambda words: words.box.left())


def test_at_the_end_they_show_the_digits_of_the_source(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, HEADSETS))
    assert [words.text for words in numbers(hung)] == ["56", "26.20"]
    hung.item.enter()
    hung.wind(4000)
    assert [words.text for words in numbers(hung)] == ["56", "26.20"]


def test_they_count_up_and_never_beyond(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, HEADSETS))
    hung.item.enter()
    seen = []
    for _ in range(40):
        hung.wind(48)
        seen.append([Decimal(words.text) for words in numbers(hung)])
    for of_one, end in zip(zip(*seen, strict=True), (Decimal(56), Decimal("26.2")), strict=True):
        assert of_one[0] == 0
        assert list(of_one) == sorted(of_one)
        assert of_one[-1] == end
        assert len(set(of_one)) > 5


def test_each_number_has_its_unit_label_and_note(hang: Hang) -> None:
    texts = "".join(hang(figures(PROJECTS, HEADSETS)).texts())
    for words in ("個", "已確認新型工業化項目", "萬台", "AR", "+154.4%"):
        assert words in texts


def test_english_numbers_are_converted(hang: Hang) -> None:
    hung = hang(figures(HEADSETS | {"unit": {"scale": "萬", "name": "headsets"}}), "en")
    assert [words.text for words in numbers(hung)] == ["262.0"]
    assert "thousand headsets" in hung.texts()


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_they_stand_side_by_side_in_one_size(hang: Hang, count: int) -> None:
    hung = hang(figures(*[PROJECTS, LINES, TRADES, HEADSETS][:count]))
    seen = hung.drawing().words
    assert len(numbers(hung)) == count
    assert len({round(words.baseline) for words in numbers(hung)}) == 1
    assert len({round(words.box.height(), -1) for words in numbers(hung)}) == 1
    for one, other in itertools.combinations(seen, 2):
        assert not overlap(one.box, other.box)
    assert all(AREA.contains(words.box) for words in seen)


def test_a_long_number_is_set_smaller_and_still_fits(hang: Hang) -> None:
    long = figure("1234567", "平方公里", "面積")
    hung = hang(figures(long, long, long))
    found = numbers(hung)
    assert [words.text for words in found] == ["1,234,567"] * 3
    for one, other in itertools.combinations(hung.drawing().words, 2):
        assert not overlap(one.box, other.box)
    assert found[-1].box.right() <= AREA.right()


def test_a_rule_under_each_number_grows_first(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, LINES))
    full = rules(hung)
    assert len(full) == 2
    for rule, words in zip(full, numbers(hung), strict=True):
        assert words.box.bottom() < rule.top()
        assert rule.left() <= words.box.left() + 10
    hung.item.enter()
    hung.wind(250)
    assert all(
        0 < part.width() < rule.width() for part, rule in zip(rules(hung), full, strict=True)
    )
    assert [words.text for words in numbers(hung)] == ["0", "0"]


def rules(hung: Hung) -> list[QRectF]:
    found = [shape.box for shape in hung.drawing().lines(hung.accent, least_px=3)]
    return sorted(found, key=QRectF.left)


def test_labels_come_after_the_numbers(hang: Hang) -> None:
    hung = hang(figures(PROJECTS))
    label = "已確認新型工業化項目"
    hung.item.enter()
    hung.wind(1300)
    assert numbers(hung)[0].text != "0"
    assert label not in hung.texts()
    hung.wind(700)
    assert label in hung.texts()


# --- reading -----------------------------------------------------------------------------------


def strengths(hung: Hung) -> list[float]:
    return [words.opacity for words in numbers(hung)]


def test_a_touched_number_is_read_out_with_its_unit_and_note(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, HEADSETS))
    hung.item.touch(QPointF(900, 400))
    assert hung.item.read_out.words == "AR\n26.20萬台\n按年+154.4%"
    hung.item.touch(QPointF(100, 300))
    assert hung.item.read_out.words == "已確認新型工業化項目\n56個"


def test_its_rule_is_thicker_and_the_others_dim(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, LINES, TRADES))
    quiet = [shape.stroke_px for shape in hung.drawing().lines(hung.accent, least_px=3)]
    hung.item.step(1)
    drawn = hung.drawing().lines(hung.accent, least_px=3)
    chosen, *others = sorted(drawn, key=lambda shape: shape.box.left())
    assert chosen.stroke_px >= 2 * quiet[0]
    assert [other.stroke_px for other in others] == quiet[1:]
    assert chosen.opacity == 1
    assert all(other.opacity < 0.6 for other in others)
    first, *rest = strengths(hung)
    assert first == 1
    assert all(one < 0.6 for one in rest)


def test_a_label_that_is_read_covers_no_number(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, HEADSETS | {"note": "按年+154.4%"}))
    for mark in (0, 1):
        hung.item.select(mark)
        label = hung.item.read_out.sceneBoundingRect()
        assert not any(overlap(label, words.box) for words in numbers(hung) if words.opacity == 1)
        assert AREA.adjusted(-4, -4, 4, 4).contains(label)


def test_a_finger_drawn_over_them_reads_each(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, LINES, TRADES))
    said = []
    for x in range(10, 1080, 50):
        hung.item.touch(QPointF(x, 500))
        said.append(hung.item.read_out.words.split("\n")[1])
    assert list(dict.fromkeys(said)) == ["56個", "74條", "10個"]
    hung.item.reset()
    assert hung.item.read_out.words == ""
    assert set(strengths(hung)) == {1}


def test_touched_in_the_middle_of_the_entrance_it_still_ends_as_it_should(hang: Hang) -> None:
    hung = hang(figures(PROJECTS, LINES))
    hung.item.enter()
    hung.wind(1000)
    hung.item.step(1)
    hung.wind(4000)
    hung.item.reset()
    assert [words.text for words in numbers(hung)] == ["56", "74"]
    assert set(strengths(hung)) == {1}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "zh-Hant",
            "香港已確認56個項目：已確認新型工業化項目為56個，AR為26.20萬台（按年+154.4%）。",
        ),
        (
            "zh-Hans",
            "香港已確認56個項目：已確認新型工業化項目为56個，AR为26.20万台（按年+154.4%）。",
        ),
        (
            "en",
            "香港已確認56個項目: 已確認新型工業化項目: 56 個, AR: 262.0 thousand 台 (按年+154.4%).",
        ),
    ],
)
def test_they_tell_themselves_in_a_sentence(hang: Hang, language: str, sentence: str) -> None:
    assert hang(figures(PROJECTS, HEADSETS), language).item.describe() == sentence


def test_a_percentage_is_told_as_it_is_written(hang: Hang) -> None:
    told = hang(figures(figure("5", "%", "GDP")), "en").item.describe()
    assert told.endswith("GDP: 5%.")
