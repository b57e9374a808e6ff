"""CSV files as spreadsheets export them."""

import pytest

from kiosk.content.problem import ContentError, Mark
from kiosk.content.series import ChartSpec
from kiosk.content.table import read_table
from tests.content.house import House


@pytest.mark.parametrize(
    "text",
    [
        "year,sales\n2023,949.5\n",
        "year;sales\n2023;949.5",
        "year\tsales\n2023\t949.5\n",
        '"year","sales"\n"2023","949.5"\n',
        " year , sales \n 2023 , 949.5 \n",
        "\nyear,sales\n,\n\n2023,949.5\n,\n",
        "year,sales,,\n2023,949.5,,\n",
    ],
)
def test_a_table_may_be_written_in_many_ways(text: str) -> None:
    table = read_table(text, "f.csv")
    assert {name: [cell.value for cell in cells] for name, cells in table.items()} == {
        "year": ["2023"],
        "sales": ["949.5"],
    }


def test_a_cell_is_marked_by_row_and_column() -> None:
    table = read_table('year,sales\n\n"20\n23",949.5\n2024,\n', "f.csv")
    assert [cell.mark for cell in table["sales"]] == [Mark("f.csv", 3, 2), Mark("f.csv", 4, 2)]


def test_every_row_that_does_not_fit_is_told() -> None:
    with pytest.raises(ContentError) as caught:
        read_table("a,b,b\n1,2\n1,2,3\n1,2,3,4\n", "f.csv")
    assert [str(problem.mark) for problem in caught.value.problems] == [
        "f.csv:1:3",
        "f.csv:2:1",
        "f.csv:4:1",
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("949.50", "949.50"),
        ('"1,288.8"', "1288.8"),
        ('"12,345,678"', "12345678"),
        ('"-1,288"', "-1288"),
        ("007", "7"),
        ("", "None"),
        ("-", "None"),
        ("–", "None"),
        ("—", "None"),
        ("N/A", "None"),
    ],
)
def test_a_figure_keeps_its_digits_and_none_is_none(house: House, cell: str, value: str) -> None:
    house.write("cars/nev.csv", f"year,production,sales\n2023,{cell},1\n")
    chart = house.load().scenes[0].exhibits[0]
    assert isinstance(chart, ChartSpec)
    assert str(chart.series[0].values[0]) == value


@pytest.mark.parametrize(
    "cell", ['"1,28.8"', '"12,88"', '"1,288,8"', "1 288", "1.288.8", "--", "?"]
)
def test_what_is_no_figure_is_told_at_its_cell(house: House, cell: str) -> None:
    house.write("cars/nev.csv", f"year,production,sales\n2023,{cell},1\n")
    sentence = f"'{cell.strip(chr(34))}' is not a number"
    assert house.problems() == [f"scenes/cars/nev.csv:2:2: {sentence}"]
