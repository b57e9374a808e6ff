"""A quantity is counted as each language counts, and stays the very same quantity."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.numbers import Scale, Unit, shown

POWERS = {
    **{"": 0, "thousand": 3, "million": 6, "billion": 9},
    **{"萬": 4, "万": 4, "億": 8, "亿": 8, "千": 3, "百萬": 6, "1": 0},
}


def unit(scale: str, name: str = "#") -> Unit:
    return Unit.model_validate({"scale": scale, "name": name})


def said(value: str, scale: str, language: Language) -> str:
    """What a visitor reads of one value by itself."""
    view = shown(unit(scale), [Decimal(value)], language)
    return f"{view.number(Decimal(value))} {view.unit}"


@pytest.mark.parametrize(
    ("value", "scale", "zh_hant", "zh_hans", "en"),
    [
        ("958.7", "萬", "958.7 萬#", "958.7 万#", "9.587 million #"),
        ("26.2", "萬", "26.2 萬#", "26.2 万#", "262 thousand #"),
        ("1288.8", "萬", "1,288.8 萬#", "1,288.8 万#", "12.888 million #"),
        ("0.05", "萬", "0.05 萬#", "0.05 万#", "500 #"),
        ("147.5", "億", "147.5 億#", "147.5 亿#", "14.75 billion #"),
        ("6.71", "億", "6.71 億#", "6.71 亿#", "671 million #"),
        ("2.5", "billion", "25 億#", "25 亿#", "2.5 billion #"),
        ("337.7", "million", "3.377 億#", "3.377 亿#", "337.7 million #"),
        ("20", "百萬", "2,000 萬#", "2,000 万#", "20 million #"),
        ("5", "千", "5,000 #", "5,000 #", "5 thousand #"),
        ("50", "thousand", "5.0 萬#", "5.0 万#", "50 thousand #"),
        ("1234567", "1", "1,234,567 #", "1,234,567 #", "1,234,567 #"),
        ("92.50", "1", "92.50 #", "92.50 #", "92.50 #"),
        ("-958.7", "萬", "-958.7 萬#", "-958.7 万#", "-9.587 million #"),
    ],
)
def test_each_language_counts_its_own_way(
    value: str, scale: str, zh_hant: str, zh_hans: str, en: str
) -> None:
    assert said(value, scale, "zh-Hant") == zh_hant
    assert said(value, scale, "zh-Hans") == zh_hans
    assert said(value, scale, "en") == en


def test_one_scale_serves_all_values_of_a_chart() -> None:
    values = [Decimal("26.2"), None, Decimal("958.7")]
    view = shown(unit("萬"), values, "en")
    assert [view.number(value) for value in values if value is not None] == ["0.262", "9.587"]
    assert view.unit == "million #"
    assert view.ratio() == pytest.approx(0.01)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", get_args(Scale))
def test_a_chart_without_values_has_a_unit_still(scale: str, language: Language) -> None:
    assert "#" in shown(unit(scale), [None], language).unit


def test_a_unit_is_named_in_the_language_that_is_read() -> None:
    cars = Unit.model_validate({"scale": "萬", "name": {"zh-Hant": "輛", "en": "cars"}})
    assert shown(cars, [Decimal(958)], "en").unit == "million cars"
    assert shown(cars, [Decimal(958)], "zh-Hant").unit == "萬輛"


drawable = st.decimals(-(10**15) + 1, 10**15 - 1, places=10) | st.decimals(-9, 9, places=3)


@given(drawable, st.sampled_from(get_args(Scale)), st.sampled_from(LANGUAGES))
def test_no_language_changes_the_quantity(value: Decimal, scale: str, language: Language) -> None:
    view = shown(unit(scale), [value], language)
    power = POWERS[view.unit.replace("#", "").strip()]
    number = Decimal(view.number(value).replace(",", ""))
    assert exactly(number, power) == exactly(value, POWERS[scale])


def exactly(value: Decimal, power: int) -> Fraction:
    """The quantity itself, beyond the precision of decimal arithmetic."""
    return Fraction(value) * Fraction(10) ** power
