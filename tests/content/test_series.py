from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.content.frozen import MisfitError
from kiosk.content.series import Band, ChartSpec, check_band


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


HISTORY = {
    "categories": ["亞洲", "歐洲"],
    "moments": ["1952", "2007"],
    "series": [{"name": "人口", "history": [["1", "9"], ["3", None]]}],
    "annotations": [],
}


def test_what_stands_still_is_the_last_moment() -> None:
    (series,) = chart(**HISTORY).series
    assert series.history == ((Decimal(1), Decimal(9)), (Decimal(3), None))
    assert series.values == (Decimal(3), None)


def test_the_last_moment_may_be_written_out() -> None:
    (series,) = HISTORY["series"]
    written = series | {"values": ["3", None]}
    assert chart(**HISTORY | {"series": [written]}) == chart(**HISTORY)


def test_the_scale_has_room_for_every_moment() -> None:
    assert list(chart(**HISTORY).values()) == [Decimal(1), Decimal(9), Decimal(3), None]


def band(*rows: list[str | None]) -> Band:
    return Band.model_validate({"name": "範圍", "low": rows[0], "high": rows[1]})


def test_a_band_lies_between_its_ends_and_may_have_gaps() -> None:
    published = band(["1", None, "3", "4"], ["1", "2", None, "4.0"])
    check_band(published, ["a", "b", "c", "d"])
    check_band(None, ["a"])
    assert len(list(published.figures())) == 8


def test_a_band_that_is_upside_down_is_none() -> None:
    with pytest.raises(ValidationError):
        band(["1", "3"], ["2", "2.9"])


@pytest.mark.parametrize(
    ("rows", "end"), [((["1"], ["2", "3"]), "low"), ((["1", "2"], ["2"]), "high")]
)
def test_a_band_has_an_entry_for_each_category(rows: tuple[list[str], ...], end: str) -> None:
    with pytest.raises(MisfitError) as caught:
        check_band(band(*rows), ["2021", "2022"])
    assert caught.value.within == ("band", end)


@pytest.mark.parametrize(
    "changes",
    [
        HISTORY | {"moments": ["1952"]},
        HISTORY | {"moments": []},
        HISTORY | {"series": [{"name": "人口", "values": ["1", "2"]}]},
        HISTORY | {"series": [{"name": "人口", "history": [["1", "9"], ["3"]]}]},
        HISTORY | {"series": [{"name": "人口", "history": [["1"], ["3", "4"]]}]},
        HISTORY | {"series": [*HISTORY["series"], {"name": "其他", "history": [["1", "2"]]}]},
        HISTORY
        | {"series": [{"name": "人口", "history": [["1", "9"], ["3", "4"]], "values": ["1", "9"]}]},
        {"series": [{"name": "無"}]},
        {"series": [{"name": "無", "values": []}]},
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
