"""A cell of a spreadsheet means what a reader would take it to mean, or is told."""

from decimal import Decimal

import pytest

from tests.content.house import House
from tests.content.sheets import PEOPLE, WIDE, chart, problems, rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_spreadsheet_is_understood(
    house: House, delimiter: str, end: str, mark: bytes
) -> None:
    text = WIDE.replace(",", delimiter).replace("\n", end)
    assert chart(house, PEOPLE, mark + text.encode()) == chart(house, PEOPLE, WIDE)


def test_commas_in_a_quoted_name_do_not_count_as_delimiters(house: House) -> None:
    table = 'country;year;"people (thousands, or so, at mid-year)"\nPeru;1952;8\n'
    written = PEOPLE.replace("people", '"people (thousands, or so, at mid-year)"')
    assert rows(chart(house, written, table)) == [["8"]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('"1,234.5"', "1234.5"),
        ('"1,234"', "1234"),
        ("1\u00a0234", "1234"),
        ("1\u202f234\u202f567.8", "1234567.8"),
        ("-1\u2009234", "-1234"),
        ("0.125", "0.125"),
        *((missing, "None") for missing in ("", " ", "-", "–", "—", "N/A", "n/a", "NA")),
    ],
)
def test_a_cell_says_what_a_reader_would_say(house: House, cell: str, value: str) -> None:
    spec = chart(house, PEOPLE, f"country,year,people\nPeru,2007,{cell}\n")
    assert str(spec.series[0].values[0]) == value


@pytest.mark.parametrize(
    "cell", ['"0,125"', '"1,234\u00a0567"', "1\u00a023", "nan", "NULL", "1.234.5"]
)
def test_what_nobody_could_be_sure_of_is_told(house: House, cell: str) -> None:
    table = f"country,year,people\nPeru,2007,{cell}\n"
    assert problems(house, PEOPLE, table) == [
        f"scenes/cars/f.csv:2:3: '{cell.strip(chr(34)).replace(chr(160), '�')}' is not a number"
    ]


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1,234", "'1,234' may mean 1234 or 1.234: write one of them"),
        ("-1,5", "'-1,5' is not a number"),
        ("0,125", "'0,125' is not a number"),
        ("1.234,5", "'1.234,5' is not a number"),
    ],
)
def test_a_decimal_comma_is_never_taken_for_a_thousand(
    house: House, delimiter: str, cell: str, told: str
) -> None:
    table = "country,year,people\nPeru,2007,x\n".replace(",", delimiter).replace("x", cell)
    assert problems(house, PEOPLE, table) == [f"scenes/cars/f.csv:2:3: {told}"]


def test_with_two_signs_a_comma_is_clear(house: House) -> None:
    for cell in ("1,234.5", "1,234,567"):
        spec = chart(house, PEOPLE, f"country;year;people\nPeru;2007;{cell}\n")
        assert spec.series[0].values[0] == Decimal(cell.replace(",", ""))
