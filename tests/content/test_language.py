import pytest

from kiosk.content.language import Language, Localised

WHOLE = Localised.model_validate({"zh-Hant": "場景", "zh-Hans": "场景", "en": "Scene"})
BARE = Localised.model_validate("場景")


@pytest.mark.parametrize(
    ("language", "text"), [("zh-Hant", "場景"), ("zh-Hans", "场景"), ("en", "Scene")]
)
def test_a_text_is_shown_in_the_language_that_is_read(language: Language, text: str) -> None:
    assert WHOLE.text(language) == text
    assert WHOLE.written(language) == text


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_language_left_out_falls_back_on_traditional_chinese(language: Language) -> None:
    assert BARE.text(language) == "場景"
    assert BARE.written(language) is None


@pytest.mark.parametrize(
    ("written", "falls_back"),
    [
        ({"zh-Hant": "場景", "en": "Scene"}, False),
        ({"zh-Hant": "場景", "zh-Hans": "场景"}, True),
        ("第3代", True),
        ("㐀", True),
        ("二〇三〇", True),
        ("AI", False),
        ("5G+", False),
        ("%", False),
    ],
)
def test_only_chinese_characters_want_english(written: object, falls_back: bool) -> None:
    assert Localised.model_validate(written).falls_back("en") is falls_back
