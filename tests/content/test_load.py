"""A sound exhibition arrives as it was written."""

from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.content.load import load
from kiosk.content.series import ChartSpec
from kiosk.exhibits.figures import FiguresSpec
from kiosk.exhibits.line import LineSpec
from tests.content.house import KINDS, House


def chart(house: House, index: int = 0) -> ChartSpec:
    exhibit = house.load().scenes[0].exhibits[index]
    assert isinstance(exhibit, ChartSpec)
    return exhibit


def test_scenes_come_in_their_order_and_the_prologue_apart(house: House) -> None:
    exhibition = house.load()
    assert [scene.id for scene in exhibition.scenes] == ["cars", "robots"]
    assert exhibition.prologue is not None
    assert exhibition.prologue.id == "start"


def test_an_exhibition_needs_no_prologue(house: House) -> None:
    house.replace("exhibition.yaml", "prologue: start\n", "")
    assert house.load().prologue is None


def test_people_and_glossary_are_found_by_their_ids(house: House) -> None:
    exhibition = house.load()
    assert exhibition.people["nancy-ip"].name.text("en") == "朱葉玉如"
    assert exhibition.glossary["soc"].term.zh_hant == "可控核聚變"


def test_exhibits_and_cards_are_of_their_kinds(house: House) -> None:
    cars = house.load().scenes[0]
    assert [exhibit.kind for exhibit in cars.exhibits] == ["bar", "line"]
    assert isinstance(cars.exhibits[1], LineSpec)
    assert [list(card.people()) for card in cars.cards] == [["nancy-ip"], []]


def test_what_is_left_out_is_the_default(house: House) -> None:
    exhibition = house.load()
    assert exhibition.languages == ("zh-Hant", "zh-Hans", "en")
    assert exhibition.defaults.theme == "ink-atlas"
    assert exhibition.scenes[1].hero is None


def test_several_exhibits_may_have_words_to_switch_by_and_be_shown_in_turn(house: House) -> None:
    house.replace(
        "cars/scene.yaml",
        "dwell_s: 12.5",
        "exhibits_in_turn: true",
        "title: 用戶多於人口",
        "title: 用戶多於人口\n    tab: {zh-Hant: 用戶, en: Users}",
    )
    cars, robots = house.load().scenes
    assert [exhibit.tab and exhibit.tab.text("en") for exhibit in cars.exhibits] == [None, "Users"]
    assert (cars.exhibits_in_turn, robots.exhibits_in_turn) == (True, False)


def test_figures_keep_the_digits_of_their_source(house: House) -> None:
    assert [str(value) for value in chart(house, 1).values()] == ["13.99", "18.450", "None"]


def test_a_csv_file_becomes_categories_and_values(house: House) -> None:
    bars = chart(house)
    assert bars.categories == ("2021", "2022", "2023")
    assert [series.name.zh_hant for series in bars.series] == ["生產", "銷售"]
    assert bars.series[0].values == (Decimal("354.5"), Decimal("705.8"), Decimal("1958.70"))
    assert str(bars.series[0].values[2]) == "1958.70"
    assert bars.series[1].values == (Decimal("352.1"), None, Decimal("949.5"))


def test_inline_values_stand_beside_those_of_the_csv_file(house: House) -> None:
    house.replace("cars/scene.yaml", "name: 銷售, column: sales", "name: 銷售, values: [1, ~, 3]")
    assert chart(house).series[1].values == (Decimal(1), None, Decimal(3))


def test_a_csv_file_may_be_shared_within_the_exhibition(house: House) -> None:
    house.write("shared/nev.csv", "year,production,sales\n2023,1,2\n")
    house.replace("cars/scene.yaml", "data: nev.csv", "data: ../shared/nev.csv")
    assert chart(house).categories == ("2023",)


def test_a_link_within_the_exhibition_is_followed(house: House) -> None:
    house.write("shared/nev.csv", "year,production,sales\n2023,1,2\n")
    (house.folder / "cars/nev.csv").unlink()
    (house.folder / "cars/nev.csv").symlink_to(Path("../shared/nev.csv"))
    assert chart(house).categories == ("2023",)


@pytest.mark.parametrize("file", ["exhibition.yaml", "cars/scene.yaml", "cars/nev.csv"])
def test_a_byte_order_mark_and_other_line_ends_are_welcome(house: House, file: str) -> None:
    expected = house.load()
    path = house.folder / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert house.load() == expected


def test_the_folder_may_be_anywhere(house: House) -> None:
    assert load(house.folder.resolve(), KINDS) == house.load()


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False)])
def test_an_answer_is_true_or_false(house: House, written: str, meant: bool) -> None:
    house.replace("robots/scene.yaml", "illustration: false", f"illustration: {written}")
    exhibit = house.load().scenes[1].exhibits[0]
    assert isinstance(exhibit, FiguresSpec)
    assert exhibit.illustration is meant


def test_an_alias_repeats_what_it_stands_for(house: House) -> None:
    house.replace(
        "robots/scene.yaml",
        "{value: 264.4, unit: {scale: 億, name: 美元}, label: 2026年}",
        "{value: 264.4, unit: *usd, label: 2026年}",
        "147.5, unit: {",
        "147.5, unit: &usd {",
    )
    exhibit = house.load().scenes[1].exhibits[0]
    assert isinstance(exhibit, FiguresSpec)
    assert exhibit.figures[1].unit == exhibit.figures[0].unit


def test_a_draft_that_nothing_names_is_left_alone(house: House) -> None:
    house.write("draft/scene.yaml", "title: [")
    assert len(house.load().scenes) == 2
