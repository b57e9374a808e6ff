from typing import Any

import pytest

from tests.cards.conftest import LOW, Lay

WHOLE = {"whole": "據大公報2024年3月報道，合計164個。"}


def figure(value: str = "164", scale: str = "1", **more: Any) -> dict[str, Any]:
    unit = {"scale": scale, "name": {"zh-Hant": "美元", "zh-Hans": "美元", "en": "US dollars"}}
    return {"kind": "figure", "value": value, "unit": unit, "label": "市場支出", **more}


def test_closed_the_number_stands_over_its_label(lay: Lay) -> None:
    seen = lay(figure("266.90", "億")).drawing()
    number, unit, label = (seen.find(words) for words in ("266.90", "億美元", "市場支出"))
    assert number.box.bottom() < label.box.top()
    assert number.baseline == unit.baseline
    assert number.box.height() > 2 * unit.box.height()


def test_on_a_low_card_the_label_stands_beside_it(lay: Lay) -> None:
    seen = lay(figure("266.90", "億"), size=LOW).drawing()
    assert seen.find("億美元").box.right() < seen.find("市場支出").box.left()


@pytest.mark.parametrize(
    ("language", "number", "unit"),
    [
        ("zh-Hant", "266.9", "億美元"),
        ("zh-Hans", "266.9", "亿美元"),
        ("en", "26.69", "billion US dollars"),
    ],
)
def test_each_language_counts_in_its_own_way(
    lay: Lay, language: str, number: str, unit: str
) -> None:
    laid = lay(figure("266.9", "億"), language)
    assert {number, unit} <= set(laid.drawing().texts())
    assert laid.detail().heading == f"{number} {unit}"


def test_opened_it_has_the_label_and_what_lies_behind_it(lay: Lay) -> None:
    detail = lay(figure(**WHOLE, sources=["tkp"])).detail()
    assert detail.body == f"市場支出\n\n{WHOLE['whole']}"
    assert detail.notes == ("資料來源：大公報 2024",)


def test_with_nothing_behind_it_the_label_is_the_body(lay: Lay) -> None:
    assert lay(figure()).detail().body == "市場支出"


def test_a_long_number_is_set_smaller(lay: Lay) -> None:
    laid = lay(figure("123456789"))
    long, short = laid.drawing().find("123,456,789"), lay(figure("1")).drawing().find("1")
    assert long.box.right() < laid.area.right()
    assert long.baseline < short.baseline
