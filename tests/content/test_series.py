from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.content.series import ChartSpec


def chart(**changes: Any) -> ChartSpec:
    keys = {
        "kind": "any",
        "title": "用戶多於人口",
        "subtitle": "年底",
        "unit": {"name": "戶"},
        "categories": ["2021", "2022", "2023"],
        "series": [
            {"name": "用戶", "values": ["13.99", "18.450", None]},
            {"name": "基站", "values": ["1", "2", "3"]},
        ],
        "annotations": [{"at": "2022", "text": "超過人口"}],
    }
    return ChartSpec.model_validate(keys | changes)


def test_a_forecast_begins_at_its_category() -> None:
    assert chart(forecast_from="2022").forecast_index() == 1


def test_without_a_forecast_it_begins_past_the_end() -> None:
    assert chart().forecast_index() == 3


def test_a_visitor_reads_titles_series_and_remarks() -> None:
    texts = [text.zh_hant for text in chart(notes=["註"]).texts()]
    assert texts == ["用戶多於人口", "年底", "註", "用戶", "基站", "超過人口"]
    assert chart().annotation_count() == 1


def test_a_remark_with_a_figure_of_its_own_may_stand_beside_the_categories() -> None:
    beside = chart(annotations=[{"at": "2027", "text": "另一版預測", "value": "381"}])
    assert list(beside.values())[-1] == Decimal(381)


@pytest.mark.parametrize(
    "changes",
    [
        {"annotations": [{"at": "2027", "text": "另一版預測"}]},
        {"forecast_from": "2027"},
        {"categories": ["2021", "2022"]},
        {"series": []},
        {"series": [{"name": "一", "values": ["1", "2", "3"]}] * 6},
    ],
)
def test_a_chart_that_does_not_add_up_is_none(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        chart(**changes)
