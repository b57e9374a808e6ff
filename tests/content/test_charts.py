"""Tables become charts: wide or long, at one moment or at many, all of it or what is picked."""

import sys
from decimal import Decimal
from typing import Any

import pytest

from kiosk.content import table as tables
from kiosk.content.charts import with_figures
from kiosk.content.files import SceneFiles
from kiosk.content.tree import Leaf
from tests.content.house import House
from tests.content.sheets import PEOPLE, WIDE, chart, problems, rows, tree

LONG = "year,who,life\n1952,China,44\n1952,Peru,43.9\n2007,China,73.0\n2007,Chad,-\n1957,Peru,46\n"
BAND = "year,mid,low,high\n2020,5,4,6\n2021,6,-,-\n2022,7,5.5,8\n"
POLLS = "year,what,value\n2020,mid,5\n2020,low,4\n2021,mid,6\n2020,high,6\n"
LIVES = "category: year\nby: who\nvalue: life\nseries: [{name: 中, column: China}]\n"


def test_a_moment_has_a_row_of_figures_and_a_gap_where_the_file_has_none(house: House) -> None:
    spec = chart(house, PEOPLE, WIDE)
    assert spec.moments == ("1952", "2007")
    assert spec.categories == ("China", "Peru")
    assert rows(spec) == [["556", "8"], [None, "29"]]
    assert spec.series[0].values == (None, Decimal(29))


def test_an_entry_of_the_long_form_is_a_series(house: House) -> None:
    both = LIVES.replace("}]", "}, {name: 秘, column: Peru}]")
    spec = chart(house, both, LONG)
    assert spec.categories == ("1952", "2007", "1957")
    assert rows(spec) == [["44", "73.0", None]]
    assert rows(spec, 1) == [["43.9", None, "46"]]


def test_categories_of_series_that_are_not_shown_are_not_shown(house: House) -> None:
    assert chart(house, LIVES, LONG).categories == ("1952", "2007")


def test_the_long_form_may_have_moments(house: House) -> None:
    table = "y,kind,place,v\n1,a,N,10\n1,b,N,11\n1,a,S,12\n2,a,S,13\n2,c,S,14\n"
    written = "category: place\nmoment: y\nby: kind\nvalue: v\nseries: [{name: 甲, column: a}]\n"
    spec = chart(house, written, table)
    assert (spec.moments, spec.categories) == (("1", "2"), ("N", "S"))
    assert rows(spec) == [["10", "12"], [None, "13"]]


def test_what_is_picked_comes_in_the_order_in_which_it_is_picked(house: House) -> None:
    spec = chart(house, LIVES + "categories: [1957, 2007, 1952]\n", LONG)
    assert spec.categories == ("1957", "2007", "1952")
    assert rows(spec) == [[None, "73.0", "44"]]


def test_moments_may_be_picked_too(house: House) -> None:
    spec = chart(house, PEOPLE + "moments: [2007]\ncategories: [Peru, China]\n", WIDE)
    assert (spec.moments, spec.categories) == (("2007",), ("Peru", "China"))
    assert rows(spec) == [["29", None]]


def test_a_band_is_read_beside_its_line(house: House) -> None:
    written = (
        "category: year\nseries: [{name: 中, column: mid}]\n"
        "band: {name: 範圍, low_column: low, high_column: high}\n"
    )
    for spec in (
        chart(house, written, BAND),
        chart(house, written + "by: what\nvalue: value\n", POLLS),
    ):
        assert spec.band
        assert [spec.band.low[0], spec.band.high[0]] == [Decimal(4), Decimal(6)]
        assert (spec.band.low[1], spec.band.high[1]) == (None, None)


# --- what is wrong -----------------------------------------------------------------------------

BANDED = PEOPLE + "band: {name: 範圍, low_column: people, high_column: life}\n"


@pytest.mark.parametrize(
    ("written", "table", "told"),
    [
        (
            PEOPLE.replace("moment: y", "moment: x"),
            WIDE,
            "yaml:6:9: unknown column 'xear' (did you",
        ),
        (PEOPLE.replace("moment: year", "moment:"), WIDE, "yaml:6:8: nothing is written here"),
        (PEOPLE + "by: country\n", WIDE, "yaml:1:1: missing key 'value'"),
        (PEOPLE + "value: people\n", WIDE, "yaml:8:1: unknown key 'value'"),
        (PEOPLE.replace("category: country\n", ""), WIDE, "yaml:1:1: missing key 'category'"),
        (
            PEOPLE.replace(", column: people", ", values: [1, 2]"),
            WIDE,
            "7:10: missing key 'column'",
        ),
        (PEOPLE + "categories: [Chnia]\n", WIDE, "yaml:8:14: the column 'country' has no 'Chnia'"),
        (PEOPLE + "categories: [Chnia]\n", WIDE, "(did you mean 'China'?)"),
        (PEOPLE + "categories: [Peru, ~]\n", WIDE, "yaml:8:20: nothing is written here"),
        (PEOPLE + "categories: Peru\n", WIDE, "yaml:8:13: a list belongs here"),
        (PEOPLE + "moments: [1953]\n", WIDE, "8:11: the column 'year' has no '1953' (did you"),
        (LIVES.replace("China", "Chian"), LONG, "8:28: the column 'who' has no 'Chian' (did you"),
        (LIVES.replace("value: life", "value: lief"), LONG, "7:8: unknown column 'lief' (did you"),
        (LIVES + "categories: [1957]\n", LONG, "4:7: no row of this file is about what the chart"),
        (PEOPLE, WIDE + "Peru,1952,1,2\n", "f.csv:5:1: '1952', 'Peru' stands already in row 3"),
        (LIVES, LONG + "\n2007,China,7\n", "f.csv:8:1: 'China', '2007' stands already in row 4"),
        (PEOPLE, WIDE + "Peru,,1,2\n", "f.csv:5:2: nothing is written here"),
        (PEOPLE, WIDE + " ,2007,1,2\n", "f.csv:5:1: nothing is written here"),
        (PEOPLE, WIDE.replace("29", "2g"), "f.csv:4:4: '2g' is not a number"),
        (PEOPLE, WIDE.replace("29", "1e99"), "f.csv:4:4: the number cannot be drawn"),
        (BANDED, WIDE, "yaml:8:7: a band does not go with 'moment'"),
        (BANDED.replace("moment: year\n", ""), BAND, "unknown column 'country'"),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(
    house: House, written: str, table: str, told: str
) -> None:
    assert any(told in problem for problem in problems(house, written, table))


def test_a_band_that_is_upside_down_is_told_at_its_cell(house: House) -> None:
    written = (
        "category: year\nseries: [{name: 中, column: mid}]\n"
        "band: {name: 範圍, low_column: low, high_column: high}\n"
    )
    assert problems(house, written, BAND.replace("5.5", "8.5")) == [
        "scenes/cars/f.csv:4:3: '8.5' is more than its 'high', '8'"
    ]


def test_every_name_that_is_not_there_is_told_at_once(house: House) -> None:
    written = "category: x\nmoment: y\nseries: [{name: 甲, column: z}, {name: 乙}]\n"
    assert [problem.split(" (")[0] for problem in problems(house, written, WIDE)] == [
        "scene.yaml:5:11: unknown column 'x': there are country, year, life, people",
        "scene.yaml:6:9: unknown column 'y': there are country, year, life, people",
        "scene.yaml:7:28: unknown column 'z': there are country, year, life, people",
        "scene.yaml:7:32: missing key 'column'",
    ]


def test_what_is_not_shown_may_be_anything(house: House) -> None:
    wide = WIDE.replace("44", "a lot").replace("43.9", "1,2".replace(",", " "))
    assert rows(chart(house, PEOPLE, wide)) == rows(chart(house, PEOPLE, WIDE))
    long = LONG.replace("43.9", "many") + "2007,Chad,1\n2007,Chad,2\n,Chad,3\n"
    assert rows(chart(house, LIVES, long)) == [["44", "73.0"]]


# --- and how large it may be -------------------------------------------------------------------


def test_only_cells_that_are_shown_become_values(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def leaf(*arguments: Any) -> Leaf:
        made.append(arguments)
        return Leaf(*arguments)

    monkeypatch.setattr(tables, "Leaf", leaf)
    lines = [f"{n},{','.join([str(n)] * 50)}" for n in range(10_000)]
    names = ",".join(f"c{n}" for n in range(50))
    house.write("cars/f.csv", "\n".join([f"day,{names}", *lines]))
    node = tree("category: day\nseries: [{name: 甲, column: c7}]\n")
    with_figures(node, SceneFiles(house.folder, "cars"))
    assert len(made) <= 2 * 10_000


def test_ten_times_the_rows_are_ten_times_the_work(house: House) -> None:
    assert steps(house, 5_000) <= 12 * steps(house, 500)


def steps(house: House, rows: int) -> int:
    """How many calls it takes to read a table of so many rows, which no other work disturbs."""
    lines = [f'{n // 10},{n % 10},"{n:,}.5",-,{n}' for n in range(rows)]
    table = "\n".join(["year,place,a,b,c", *lines])
    written = (
        "category: place\nmoment: year\nseries: [{name: 甲, column: a}, {name: 乙, column: b}]\n"
    )
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event.endswith("call")

    sys.setprofile(count)
    try:
        chart(house, written, table)
    finally:
        sys.setprofile(None)
    return made


def test_the_largest_table_is_read(house: House) -> None:
    lines = "".join(f"{n},{n}.5\n" for n in range(50_000))
    spec = chart(house, "category: day\nseries: [{name: 甲, column: v}]\n", "day,v\n" + lines)
    assert len(spec.categories) == 50_000
    assert spec.series[0].values[-1] == Decimal("49999.5")
