"""Two public data sets, of 10,545 and 2,284 rows with gaps, make an exhibition and stay true."""

import csv
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.app import load_exhibition
from kiosk.content.language import LANGUAGES
from kiosk.content.model import Exhibition
from kiosk.content.numbers import shown
from kiosk.content.problem import ContentError
from kiosk.content.series import ChartSpec

FOLDER = Path(__file__).parents[1] / "data" / "gapminder"
MISSING = ("NA", "")
FIVE = ("China", "India", "Brazil", "South Korea", "Norway")
DECADES = ("1960", "1970", "1980", "1990", "2000", "2010", "2015")


@pytest.fixture(scope="module")
def gapminder() -> Exhibition:
    return load_exhibition(FOLDER)


@pytest.fixture(scope="module")
def countries() -> dict[tuple[str, str], dict[str, str]]:
    """The rows of the file by country and year."""
    with (FOLDER / "gapminder.csv").open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["year"]): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def weeks() -> dict[str, str]:
    with (FOLDER / "air" / "co2.csv").open(encoding="utf-8", newline="") as file:
        return {row["week"]: row["co2"] for row in csv.DictReader(file)}


def chart(exhibition: Exhibition, scene: int, index: int = 0) -> ChartSpec:
    exhibit = exhibition.scenes[scene].exhibits[index]
    assert isinstance(exhibit, ChartSpec)
    return exhibit


def figure(cell: str) -> Decimal | None:
    return None if cell in MISSING else Decimal(cell)


def test_the_lines_are_the_cells_of_the_long_form(
    gapminder: Exhibition, countries: dict[tuple[str, str], dict[str, str]]
) -> None:
    lines = chart(gapminder, 0)
    assert lines.categories == tuple(str(year) for year in range(1960, 2017))
    for name, series in zip(FIVE, lines.series, strict=True):
        cells = [countries[name, year]["infant_mortality"] for year in lines.categories]
        assert series.values == tuple(map(figure, cells))
    gaps = [year for year, v in zip(lines.categories, lines.series[0].values, strict=True) if not v]
    assert gaps == ["1963", "1964", "1966", "1967", "1968", "2016"]


def test_the_bars_are_the_cells_of_every_moment(
    gapminder: Exhibition, countries: dict[tuple[str, str], dict[str, str]]
) -> None:
    bars = chart(gapminder, 0, 1)
    assert bars.moments == DECADES
    (series,) = bars.series
    for moment, values in zip(DECADES, series.history, strict=True):
        cells = [countries[name, moment]["population"] for name in bars.categories]
        assert values == tuple(map(figure, cells))
    assert series.values == series.history[-1]


def test_every_week_is_there_and_those_without_a_figure_are_gaps(
    gapminder: Exhibition, weeks: dict[str, str]
) -> None:
    line = chart(gapminder, 1)
    assert line.categories == tuple(weeks)
    assert line.series[0].values == tuple(map(figure, weeks.values()))
    assert (len(line.categories), line.series[0].values.count(None)) == (2_284, 59)


def test_large_numbers_are_counted_in_each_language(gapminder: Exhibition) -> None:
    bars = chart(gapminder, 0, 1)
    china = bars.series[0].values[0]
    assert china == 1_376_048_943
    words = []
    for language in LANGUAGES:
        view = shown(bars.unit, bars.values(), language)
        words.append(f"{view.number(china)} {view.unit}, {view.exact(china)}")
    assert words == [
        "13.76 億人, 13.76048943",
        "13.76 亿人, 13.76048943",
        "1.38 billion people, 1.376048943",
    ]


def test_what_the_titles_say_is_so(
    gapminder: Exhibition,
    countries: dict[tuple[str, str], dict[str, str]],
    weeks: dict[str, str],
) -> None:
    for name in FIVE:
        then, now = (Decimal(countries[name, y]["infant_mortality"]) for y in ("1960", "2015"))
        assert now < then * Decimal("0.3")  # «down by more than 70% in all five»
    shares = [
        Decimal(countries["India", year]["population"])
        / Decimal(countries["China", year]["population"])
        for year in ("1960", "2015")
    ]
    assert [round(share, 2) for share in shares] == [Decimal("0.70"), Decimal("0.95")]
    first, *_, last = (Decimal(cell) for cell in weeks.values() if cell)
    assert Decimal("1.17") < last / first < Decimal("1.18")  # «up by more than 17%»
    known = sum(
        1 for (_, y), row in countries.items() if y == "2015" and figure(row["infant_mortality"])
    )
    assert known == 178
    hero = gapminder.scenes[0].hero
    assert hero
    assert str(hero.value) == countries["China", "2015"]["infant_mortality"]


def test_a_word_among_ten_thousand_rows_is_told_where_it_is_shown(tmp_path: Path) -> None:
    copytree(FOLDER, tmp_path / "copy")
    table = tmp_path / "copy" / "gapminder.csv"
    rows = table.read_text("utf-8").splitlines(keepends=True)
    for country in ("Norway", "Albania"):
        (row,) = (n for n, cells in enumerate(rows) if cells.startswith(f"{country},Europe,2015,"))
        rows[row] = rows[row].replace("2015,", "2015,about ")
    table.write_text("".join(rows), "utf-8")
    norway = 1 + next(n for n, cells in enumerate(rows) if cells.startswith("Norway,Europe,2015,"))
    with pytest.raises(ContentError) as caught:
        load_exhibition(tmp_path / "copy")
    assert str(caught.value).endswith(f"gapminder.csv:{norway}:4: 'about 2.0' is not a number")
    assert len(caught.value.problems) == 1
