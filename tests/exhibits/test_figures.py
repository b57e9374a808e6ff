import itertools
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QRectF

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
    """The large numbers from left to right."""
    large = [words for words in hung.drawing().words if words.box.height() > 40]
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
