"""Simplified Chinese is derived where it was left out, and only there."""

import subprocess
import sys

import pytest

from kiosk.content.simplified import Simplifier
from kiosk.content.texts import texts_in
from tests.content.house import House
from tests.toolkit.strings import everything

ENOUGH_ALIKE = 0.92
"""How much of what was written by hand comes out the same; the rest are other words."""


def simplified(traditional: str, **own_words: str) -> str:
    return Simplifier(own_words).simplified(traditional)


# --- how a text is simplified ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("在本展項裏", "在本展项里"),
        ("衞星着陸", "卫星着陆"),
        ("化粧枱", "化妆台"),
        ("皇后的頭髮乾了", "皇后的头发干了"),
        ("乾坤", "乾坤"),
        ("甚麼是新質生產力？", "什么是新质生产力？"),
        ("2023年，AI與5G", "2023年，AI与5G"),
        ("個「新」", "个“新”"),
        ("「他說『好』。」", "“他说‘好’。”"),
        ("《報告》", "《报告》"),
    ],
)
def test_by_example(traditional: str, expected: str) -> None:
    assert simplified(traditional) == expected


def test_the_exhibitions_own_words_come_before_opencc() -> None:
    own_words = {"感應器": "传感器", "葉乾坤": "叶干坤"}
    assert simplified("葉乾坤造的感應器", **own_words) == "叶干坤造的传感器"


def test_the_longest_of_the_own_words_wins() -> None:
    own_words = {"創科": "科创", "創科發展": "科技创新发展"}
    assert simplified("創科發展與創科", **own_words) == "科技创新发展与科创"


def test_own_words_keep_the_quotation_marks_they_were_written_with() -> None:
    assert simplified("「四個「新」」", **{"四個「新」": "四个「新」"}) == "“四个「新」”"


def test_what_was_written_by_hand_would_come_out_nearly_the_same() -> None:
    pairs = {(text.zh_hant, text.zh_hans) for _, text in texts_in(everything()) if text.zh_hans}
    by_itself = Simplifier({})
    alike = [by_itself.simplified(hant) == hans for hant, hans in pairs]
    assert len(alike) > 300
    assert sum(alike) / len(alike) > ENOUGH_ALIKE


# --- in an exhibition --------------------------------------------------------------------------


def test_every_text_of_an_exhibition_has_simplified_chinese(house: House) -> None:
    exhibition = house.load()
    assert all(text.zh_hans for _, text in texts_in(exhibition))
    assert exhibition.subtitle.text("zh-Hans") == "四个未来场景"
    assert exhibition.prologue and exhibition.prologue.title.text("zh-Hans") == "什么是新质生产力？"
    (quotation, _) = exhibition.scenes[0].cards
    assert [text.text("zh-Hans") for text in quotation.texts()] == ["创新科技是核心。"]


def test_what_was_written_by_hand_is_never_touched(house: House) -> None:
    house.replace("cars/scene.yaml", "title: 嶄新能源", "title: {zh-Hant: 嶄新能源, zh-Hans: 全新}")
    assert house.load().scenes[0].title.text("zh-Hans") == "全新"


def test_terms_and_names_are_those_of_the_glossary_and_of_the_people(house: House) -> None:
    house.replace("glossary.yaml", "term: 可控核聚變", "term: {zh-Hant: 核心, zh-Hans: 内核}")
    house.replace("people.yaml", "name: 方舟", "name: {zh-Hant: 創新, zh-Hans: 翀新}")
    (quotation, _) = house.load().scenes[0].cards
    assert [text.text("zh-Hans") for text in quotation.texts()] == ["翀新科技是内核。"]


def test_the_figures_stay_as_they_are(house: House) -> None:
    spoken = house.load().scenes[0].exhibits[1]
    house.replace("exhibition.yaml", "order:", "languages: [zh-Hant, en]\norder:")
    unspoken = house.load().scenes[0].exhibits[1]
    assert spoken.model_dump(exclude={"title", "unit", "series", "annotations"}) == (
        unspoken.model_dump(exclude={"title", "unit", "series", "annotations"})
    )


def test_an_exhibition_that_does_not_speak_it_needs_none(house: House) -> None:
    house.replace("exhibition.yaml", "order:", "languages: [zh-Hant, en]\norder:")
    assert all(text.zh_hans is None for _, text in texts_in(house.load()))


def test_nothing_is_imported_where_everything_was_written() -> None:
    asked = (
        "import sys; from kiosk.app import load_exhibition; from kiosk.resources import SCENES; "
        "load_exhibition(SCENES); sys.exit('opencc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
