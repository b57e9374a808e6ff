"""A quantity is counted as each language counts, and stays the very same quantity."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.numbers import Scale, Unit, shown

POWERS = {
    **{"": 0, "thousand": 3, "million": 6, "billion": 9},
    **{"萬": 4, "万": 4, "億": 8, "亿": 8, "千": 3, "百萬": 6, "1": 0},
}


def unit(scale: str, name: str = "#", decimals: int | None = None) -> Unit:
    return Unit.model_validate({"scale": scale, "name": name, "decimals": decimals})


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


CASES = [
    # scale, value, 繁, 简, English
    ("1", "0", "0", "0", "0"),
    ("1", "7", "7", "7", "7"),
    ("1", "9999", "9,999", "9,999", "9,999"),
    ("1", "10000", "1 萬", "1 万", "10,000"),
    ("1", "12300", "1.23 萬", "1.23 万", "12,300"),
    ("1", "12345", "12,345", "12,345", "12,345"),
    ("1", "290144", "290,144", "290,144", "290,144"),
    ("1", "1200000", "120 萬", "120 万", "1.2 million"),
    ("1", "-1200000", "-120 萬", "-120 万", "-1.2 million"),
    ("1", "1200000.0", "1,200,000.0", "1,200,000.0", "1,200,000.0"),
    ("1", "123450000", "12,345 萬", "12,345 万", "123.45 million"),
    ("1", "1300000000", "13 億", "13 亿", "1.3 billion"),
    ("1", "1318683096", "1,318,683,096", "1,318,683,096", "1,318,683,096"),
    ("1", "-0.5", "-0.5", "-0.5", "-0.5"),
    ("千", "0", "0", "0", "0"),
    ("千", "9", "9,000", "9,000", "9 thousand"),
    ("千", "10", "1.0 萬", "1.0 万", "10 thousand"),
    ("千", "123456.7", "1.234567 億", "1.234567 亿", "123.4567 million"),
    ("thousand", "0.5", "500", "500", "500"),
    ("thousand", "-12", "-1.2 萬", "-1.2 万", "-12 thousand"),
    ("thousand", "2500000", "25.00000 億", "25.00000 亿", "2.500000 billion"),
    ("萬", "0", "0 萬", "0 万", "0"),
    ("萬", "0.09", "0.09 萬", "0.09 万", "900"),
    ("萬", "99.9", "99.9 萬", "99.9 万", "999 thousand"),
    ("萬", "100", "100 萬", "100 万", "1.00 million"),
    ("萬", "-123456", "-123,456 萬", "-123,456 万", "-1.23456 billion"),
    ("百萬", "0.001", "1,000", "1,000", "1 thousand"),
    ("百萬", "1.5", "150 萬", "150 万", "1.5 million"),
    ("million", "99", "9,900 萬", "9,900 万", "99 million"),
    ("million", "100", "1.00 億", "1.00 亿", "100 million"),
    ("million", "-1000", "-10.00 億", "-10.00 亿", "-1.000 billion"),
    ("億", "0.5", "0.5 億", "0.5 亿", "50 million"),
    ("億", "9.999", "9.999 億", "9.999 亿", "999.9 million"),
    ("億", "10", "10 億", "10 亿", "1.0 billion"),
    ("億", "123456", "123,456 億", "123,456 亿", "12,345.6 billion"),
    ("billion", "0.00002", "2 萬", "2 万", "20 thousand"),
    ("billion", "0.02", "2,000 萬", "2,000 万", "20 million"),
    ("billion", "1.25", "12.5 億", "12.5 亿", "1.25 billion"),
]


@pytest.mark.parametrize(("scale", "value", "zh_hant", "zh_hans", "en"), CASES)
def test_a_number_is_counted_and_never_just_relabelled(
    scale: str, value: str, zh_hant: str, zh_hans: str, en: str
) -> None:
    for language, words in zip(LANGUAGES, (zh_hant, zh_hans, en), strict=True):
        gap = " " if language == "en" or " " not in words else ""
        assert said(value, scale, language) == f"{words}{gap}#", language


ROUNDED = [
    # scale, decimals, value, 繁, English; read out 繁, English
    ("1", 0, "73.44", "73 #", "73 #", "73.44", "73.44"),
    ("1", 1, "72.961", "73.0 #", "73.0 #", "72.961", "72.961"),
    ("1", 1, "0.25", "0.3 #", "0.3 #", "0.25", "0.25"),
    ("1", 1, "-0.25", "-0.3 #", "-0.3 #", "-0.25", "-0.25"),
    ("1", 1, "-0.04", "0.0 #", "0.0 #", "-0.04", "-0.04"),
    ("1", 0, "0", "0 #", "0 #", "0", "0"),
    ("1", 2, "5", "5.00 #", "5.00 #", "5", "5"),
    ("1", 6, "0.1234565", "0.123457 #", "0.123457 #", "0.1234565", "0.1234565"),
    ("1", 1, "1318683096", "13.2 億#", "1.3 billion #", "13.18683096", "1.318683096"),
    ("1", 1, "290144", "29.0 萬#", "290,144.0 #", "29.0144", "290,144"),
    ("1", 2, "-1200000.5", "-120.00 萬#", "-1.20 million #", "-120.00005", "-1.2000005"),
    ("萬", 1, "958.75", "958.8 萬#", "9.6 million #", "958.75", "9.5875"),
    ("億", 0, "264.5", "265 億#", "26 billion #", "264.5", "26.45"),
    ("million", 2, "337.7", "3.38 億#", "337.70 million #", "3.377", "337.7"),
]


@pytest.mark.parametrize(
    ("scale", "decimals", "value", "hant", "en", "hant_all", "en_all"), ROUNDED
)
def test_a_label_is_rounded_and_a_read_out_is_not(
    scale: str, decimals: int, value: str, hant: str, en: str, hant_all: str, en_all: str
) -> None:
    number = Decimal(value)
    for language, words, digits in (("zh-Hant", hant, hant_all), ("en", en, en_all)):
        view = shown(unit(scale, decimals=decimals), [number, None], language)
        assert f"{view.number(number)} {view.unit}" == words
        assert view.exact(number) == digits


@pytest.mark.parametrize(
    ("values", "zh_hant", "en"),
    [
        (["1200000", "50000", None], ["120", "5"], ["1.2", "0.05"]),
        (["1200000", "290144"], ["1,200,000", "290,144"], ["1,200,000", "290,144"]),
        (["1200000", "0"], ["120", "0"], ["1.2", "0"]),
        (["0", None], ["0"], ["0"]),
    ],
)
def test_what_is_counted_one_by_one_is_shortened_together_or_not_at_all(
    values: list[str | None], zh_hant: list[str], en: list[str]
) -> None:
    figures = [None if value is None else Decimal(value) for value in values]
    for language, words in (("zh-Hant", zh_hant), ("en", en)):
        view = shown(unit("1"), figures, language)
        assert [view.number(figure) for figure in figures if figure is not None] == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", ["13.5", "-2", "0", "1333.3"])
def test_a_share_is_a_share_in_every_language(value: str, language: Language) -> None:
    view = shown(unit("1", "%"), [Decimal(value)], language)
    assert (Decimal(view.number(Decimal(value)).replace(",", "")), view.unit) == (
        Decimal(value),
        "%",
    )


@pytest.mark.parametrize("decimals", [-1, 7, "x", "1.5"])
def test_a_label_has_none_to_six_decimals(decimals: object) -> None:
    with pytest.raises(ValidationError):
        Unit.model_validate({"name": "#", "decimals": decimals})


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


@given(
    drawable | st.integers(-(10**14), 10**14).map(lambda ones: Decimal(ones * 100)),
    st.sampled_from(get_args(Scale)),
    st.sampled_from(LANGUAGES),
    st.none() | st.integers(0, 6),
)
def test_no_language_changes_the_quantity(
    value: Decimal, scale: str, language: Language, decimals: int | None
) -> None:
    view = shown(unit(scale, decimals=decimals), [value], language)
    power = POWERS[view.unit.replace("#", "").strip()]
    number = Decimal(view.exact(value).replace(",", ""))
    assert exactly(number, power) == exactly(value, POWERS[scale])
    label = Decimal(view.number(value).replace(",", ""))
    assert abs(label - number) <= Decimal("0.5").scaleb(-(decimals or 0))
    assert decimals is not None or label == number


def exactly(value: Decimal, power: int) -> Fraction:
    """The quantity itself, beyond the precision of decimal arithmetic."""
    return Fraction(value) * Fraction(10) ** power
