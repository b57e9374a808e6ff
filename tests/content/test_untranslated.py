"""What has no English is warned of where it stands."""

from kiosk.content.load import load
from kiosk.content.problem import Report
from tests.content.house import FILES, KINDS, House


def warned(house: House) -> dict[str, str]:
    """What each place that is warned of says, and where that is."""
    report = Report()
    load(house.folder, KINDS, report)
    lines = {}
    for warning in report.warnings:
        sentence = warning.sentence.removeprefix("no English for '")
        words, rest = sentence.split("': ")
        assert rest == "visitors who read English will see the Chinese"
        lines[str(warning.mark).removeprefix("scenes/")] = words
    return lines


def stands_at(file: str, place: str, words: str) -> bool:
    line, column = map(int, place.split(":"))
    return FILES[file].splitlines()[line - 1][column - 1 :].lstrip("{").startswith(words)


def test_every_text_is_warned_of_at_its_own_place(house: House) -> None:
    found = warned(house)
    for where, words in found.items():
        file, place = where.split(":", 1)
        assert stands_at(file, place, words), (where, words)
    assert {where.split(":")[0] for where in found} == {
        file for file in FILES if file.endswith(".yaml")
    }
    assert {"生產", "超過人口", "輛", "創新科技是核心。", "中國汽車工業協會", "朱葉玉如"} <= set(
        found.values()
    )


def test_what_has_english_or_no_chinese_characters_is_not(house: House) -> None:
    words = set(warned(house).values())
    assert not words & {"新質生產力", "%", "IDC"}
    assert not any(word.startswith("958.7") for word in words)


def test_a_text_in_several_languages_is_warned_of_at_its_chinese(house: House) -> None:
    house.replace("cars/scene.yaml", "title: 嶄新能源", "title: {zh-Hans: 崭新, zh-Hant: 嶄新能源}")
    assert warned(house)["cars/scene.yaml:1:31"] == "嶄新能源"


def test_a_text_in_several_lines_is_told_in_one(house: House) -> None:
    house.replace("robots/scene.yaml", "lead: 機器人與", "lead: |-\n  機器人\n  與")
    assert "機器人 與人並肩工作。" in warned(house).values()


def test_what_an_alias_repeats_is_warned_of_once(house: House) -> None:
    before = len(warned(house))
    house.replace(
        "robots/scene.yaml",
        "unit: {scale: 億, name: 美元}, label: 2023年",
        "unit: &usd {scale: 億, name: 美元}, label: 2023年",
        "unit: {scale: 億, name: 美元}, label: 2026年",
        "unit: *usd, label: 2026年",
    )
    assert len(warned(house)) == before - 1


def test_an_exhibition_that_speaks_no_english_needs_none(house: House) -> None:
    house.replace("exhibition.yaml", "order:", "languages: [zh-Hant, zh-Hans]\norder:")
    assert warned(house) == {}
