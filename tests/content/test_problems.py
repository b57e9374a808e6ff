"""What a curator gets wrong is told at its place and in plain words, and nothing else is told."""

import re

import pytest

from tests.content.house import FILES, House

EXHIBITION, PEOPLE = "exhibition.yaml", "people.yaml"
CARS, ROBOTS, START = "cars/scene.yaml", "robots/scene.yaml", "start/scene.yaml"
NEV = "cars/nev.csv"
LEAD = "lead: 汽車成為移動第三空間。"
NOTHING = "nothing is written here"
UNDRAWABLE = "the number cannot be drawn: at most 15 digits before the point and 10 after it"

Tampering = tuple[str, str, str, str, str]
"""A file, what stands in it, what is put in its place, where the problem is, and its sentence."""

KEYS: list[Tampering] = [
    (CARS, "dwell_s: ", "dwel_s: ", "40:1", "unknown key 'dwel_s' (did you mean 'dwell_s'?)"),
    (CARS, "dwell_s: ", "xyz: ", "40:1", "unknown key 'xyz'"),
    (CARS, "{at: 2022,", "{at: 2022, valeu: 1,", "28:20", "'valeu' (did you mean 'value'?)"),
    (CARS, LEAD, "lead: {zh-Hant: 文, fr: texte}", "2:20", "unknown key 'fr'"),
    (CARS, LEAD, "lead: {zh-Hant: 文, zh-hans: 文}", "2:20", "(did you mean 'zh-Hans'?)"),
    (CARS, LEAD, "lead: {en: text}", "2:7", "missing key 'zh-Hant'"),
    (CARS, "accent: new-energy\n", "", "1:1", "missing key 'accent'"),
    (CARS, "    title: 用戶多於人口\n", "", "20:5", "missing key 'title'"),
    (PEOPLE, "  office: 研究總監\n", "", "5:3", "missing key 'office'"),
    (CARS, LEAD, f"{LEAD}\n{LEAD}", "3:1", "the key 'lead' stands already in line 2"),
    (CARS, LEAD, f"{LEAD}\n? [a]\n: b", "3:3", "a key has to be a single word or number"),
    (CARS, LEAD, f"{LEAD}\n<<: {{a: b}}", "3:1", "'<<' does not merge here: write the keys out"),
]

VALUES: list[Tampering] = [
    (CARS, LEAD, "lead:", "2:6", NOTHING),
    (CARS, LEAD, "lead: ~", "2:7", NOTHING),
    (CARS, LEAD, "lead: '  '", "2:7", NOTHING),
    (CARS, LEAD, "lead: [a]", "2:7", "a text belongs here, or one for each language"),
    (CARS, LEAD, "lead: {zh-Hant: [a]}", "2:17", "a text belongs here"),
    (CARS, "accent: new-energy", "accent: new-enrgy", "3:9", "(did you mean 'new-energy'?)"),
    (CARS, "accent: new-energy", "accent: red", "3:9", "'red' is not one of 'new-energy', 'ai-"),
    (CARS, "year: 2024", "year: last", "39:32", "'last' is not a whole number"),
    (CARS, "year: 2024", "year: 2024.5", "39:32", "'2024.5' is not a whole number"),
    (CARS, "year: 2024", "year: 20244", "39:32", "'20244' is too large: it has to be at most 2100"),
    (CARS, "dwell_s: 12.5", "dwell_s: 2", "40:10", "'2' is too small: it has to be at least 3"),
    (CARS, "dwell_s: 12.5", "dwell_s: long", "40:10", "'long' is not a number"),
    (CARS, "dwell_s: 12.5", "dwell_s: nan", "40:10", "'nan' is not a number"),
    (CARS, "value: 958.7", "value: 958,7", "5:10", "'958,7' is not a number"),
    (CARS, "value: 958.7", "value: NaN", "5:10", "'NaN' is not a number"),
    (CARS, "value: 958.7", "value: Infinity", "5:10", "'Infinity' is not a number"),
    (CARS, "value: 958.7", "value: {a: 1}", "5:10", "this is not a number"),
    (CARS, "value: 958.7", "value: 1e999999", "5:10", UNDRAWABLE),
    (CARS, "value: 958.7", "value: 0e-999999", "5:10", UNDRAWABLE),
    (CARS, "value: 164", "value: 1e999999", "35:12", UNDRAWABLE),
    (CARS, "18.450", "1e999999", "26:25", UNDRAWABLE),
    (CARS, "18.450", "x", "26:25", "'x' is not a number"),
    (ROBOTS, "illustration: false", "illustration: no", "7:19", "write true or false, not 'no'"),
    (ROBOTS, "illustration: false", "illustration: 1", "7:19", "write true or false, not '1'"),
    (ROBOTS, "illustration: false", "illustration: [a]", "7:19", "true or false belongs here"),
    (ROBOTS, "sources:\n  idc: {name: IDC, year: 2023}", "sources: {}", "15:10", "too few entries"),
    (CARS, "[2021, 2022]", "[2021, ~]", "23:24", NOTHING),
    (CARS, "[13.99, 18.450]", "13.99", "26:17", "a list belongs here"),
    (CARS, "[13.99, 18.450]", "[13.99]", "26:17", "needs a value (values: 1, categories: 2)"),
    (CARS, "caam: {name: 中國汽車工業協會, year: 2024}", "caam: x", "39:9", "keys with values"),
    (CARS, "label: 2023年產量", 'label: "a\\x07b"', "7:10", "an unprintable character (U+0007)"),
    (CARS, "label: 2023年產量", "label: !x a", "7:10", "a text that begins with '!' needs quotes"),
    (EXHIBITION, "language: zh-Hant", "language: no", "6:13", "'no' is not one of 'zh-Hant'"),
    (EXHIBITION, "idle_s: 60", "idle_s: 12:30", "7:11", "'12:30' is not a number"),
]

KINDS: list[Tampering] = [
    (
        CARS,
        "kind: bar",
        "kind: bra",
        "10:11",
        "unknown kind 'bra' (did you mean 'bar'?): there are",
    ),
    (CARS, "kind: quote", "kind: x", "30:11", "unknown kind 'x': there are figure, quote, story"),
    (CARS, "kind: bar", "kind:", "10:10", "missing key 'kind': one of bar, figures, line"),
    (CARS, "kind: bar\n    title", "title", "10:5", "missing key 'kind': one of bar"),
    (CARS, "kind: quote", "kind: [quote]", "30:11", "missing key 'kind': one of figure"),
    (CARS, "  - kind: line", "  - line\n  - kind: line", "20:5", "keys with values belong here"),
    (
        START,
        "cards:\n  - {kind: story, heading: 起點}",
        "cards: 起點",
        "6:8",
        "a list belongs here",
    ),
    (
        START,
        "cards:\n  - {kind: story, heading: 起點}",
        "cards: []",
        "6:8",
        "too few entries: 0, at",
    ),
]

NAMES: list[Tampering] = [
    (CARS, "sources: [caam]\nex", "sources: [camm]\nex", "8:13", "(did you mean 'caam'?)"),
    (CARS, "sources: [caam]\n    fo", "sources: [xyz]\n    fo", "18:15", "unknown source 'xyz'"),
    (CARS, "sources: [caam]\n  - k", "sources: [caam, idc]\n  - k", "33:21", "source 'idc'"),
    (CARS, "person: nancy-ip", "person: nancy-yip", "31:13", "(did you mean 'nancy-ip'?)"),
    (CARS, 'forecast_from: "2023"', "forecast_from: 2032", "19:20", "there is no category '2032'"),
    (CARS, "{at: 2022,", "{at: 2032,", "28:14", "category '2032' (did you mean '2022'?)"),
    (EXHIBITION, "robots]", "robot]", "3:15", "unknown scene 'robot' (did you mean 'robots'?)"),
    (EXHIBITION, "robots]", "cars]", "3:15", "'cars' comes twice in the order"),
    (EXHIBITION, "prologue: start", "prologue: end", "4:11", "unknown scene 'end'"),
    (EXHIBITION, "order:", "languages: [en]\norder:", "7:13", "'zh-Hant' is not one of the lang"),
]

DATA: list[Tampering] = [
    (CARS, "data: nev.csv", "data: nve.csv", "13:11", "'cars/nve.csv' does not exist"),
    (CARS, "data: nev.csv", "data: .", "13:11", "'cars' is a folder, not a file"),
    (CARS, "data: nev.csv", "data:", "13:10", "the name of a file belongs here"),
    (CARS, "data: nev.csv", "data: [a]", "13:11", "the name of a file belongs here"),
    (
        CARS,
        "category: year",
        "category: yaer",
        "14:15",
        "unknown column 'yaer' (did you mean 'year'?)",
    ),
    (CARS, "column: sales", "column: total", "17:28", "'total': there are year, production, sales"),
    (CARS, "    category: year\n", "", "10:5", "missing key 'category'"),
    (CARS, ", column: sales", "", "17:9", "missing key 'column'"),
    (
        CARS,
        "    data: nev.csv\n",
        "    data: nev.csv\n    tilte: a\n",
        "14:5",
        "unknown key 'tilte'",
    ),
    (CARS, "category: year", "categories: [a, '2023']", "10:5", "missing key 'category'"),
    (CARS, "category: year", "category:", "14:14", NOTHING),
    (CARS, "data: nev.csv", 'data: "nev\\0.csv"', "13:11", "an unprintable character (U+0000)"),
    (NEV, "705.8", "7o5.8", "3:2", "'7o5.8' is not a number"),
    (NEV, "705.8", "NaN", "3:2", "'NaN' is not a number"),
    (NEV, "705.8", "1e999999", "3:2", UNDRAWABLE),
    (NEV, "2022,", "\n ,", "4:1", NOTHING),
    (NEV, "2022,705.8,-", "2022,705.8", "3:1", "this row has 2 cells and the header 3"),
    (NEV, '"1,958.70"', "1,958.70", "4:1", "a number with a comma in it needs quotes"),
    (NEV, '"1,958.70"', '"1,958.70', "4:1", "a '\"' in this row has no partner"),
    (NEV, "production", "sales", "1:3", "the column 'sales' is there already"),
]

SYNTAX: list[Tampering] = [
    (CARS, LEAD, "lead: 未來: 汽車", "2:9", "this ':' is out of place"),
    (CARS, LEAD, "lead", "2:1", "a key needs a ':' and a space behind it"),
    (CARS, LEAD, "lead: *未來* 汽車", "2:7", "a text that begins with '*' needs quotes"),
    (CARS, LEAD, "lead: @未來", "2:7", "a text that begins with '@' needs quotes"),
    (CARS, LEAD, "lead: '未來", "2:7", "this quotation is never closed"),
    (CARS, LEAD, "lead: {zh-Hant: 未來", "2:7", "this '{' is not closed, or a ',' is missing"),
    (CARS, LEAD, 'lead: "C:\\未來"', "2:7", "use single quotes"),
    (CARS, LEAD, "lead: *future", "2:7", "'*future' stands for nothing that comes before it"),
    (CARS, LEAD, "lead: &future {en: *future}", "2:20", "'*future' stands for nothing"),
    (CARS, LEAD, f"{LEAD}\n---", "3:1", "a second document begins"),
    (CARS, "\n  value: 958.7", "\n\tvalue: 958.7", "5:1", "a tab: use spaces instead"),
    (CARS, "  unit: {scale: 萬, name: 輛}\n  label", "   unit: 輛\n  label", "6:8", "out of place"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "sentence"), KEYS + VALUES + KINDS + NAMES + DATA + SYNTAX
)
def test_a_mistake_is_told_at_its_place(
    house: House, file: str, old: str, new: str, place: str, sentence: str
) -> None:
    house.replace(file, old, new)
    problems = house.problems()
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"scenes/{file}:{place}: ")
    assert sentence in problems[0]


def test_a_misspelt_key_is_both_unknown_and_missing(house: House) -> None:
    house.replace(CARS, "accent:", "acent:")
    assert house.problems() == [
        "scenes/cars/scene.yaml:1:1: missing key 'accent'",
        "scenes/cars/scene.yaml:3:1: unknown key 'acent' (did you mean 'accent'?)",
    ]


def test_a_limit_is_told_as_one_would_write_it(house: House) -> None:
    house.replace(CARS, "dwell_s: 12.5", "dwell_s: 2")
    assert house.problems() == [
        "scenes/cars/scene.yaml:40:10: '2' is too small: it has to be at least 3"
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(house: House, line_end: str) -> None:
    house.write(CARS, FILES[CARS].replace("164", "many").replace("\n", line_end))
    house.write(NEV, FILES[NEV].replace("705.8", "many").replace("\n", line_end))
    assert house.problems() == [
        "scenes/cars/nev.csv:3:2: 'many' is not a number",
        "scenes/cars/scene.yaml:35:12: 'many' is not a number",
    ]


def test_a_shared_table_is_named_by_its_own_path(house: House) -> None:
    house.write("shared/nev.csv", "year,production,sales\n2023,x,2\n")
    house.replace(CARS, "data: nev.csv", "data: ../shared/nev.csv")
    assert house.problems() == ["scenes/shared/nev.csv:2:2: 'x' is not a number"]


def test_somebody_who_left_is_missed_where_they_are_named(house: House) -> None:
    house.replace(PEOPLE, "fang-zhou:", "fang-zhuo:")
    assert house.problems() == [
        "scenes/robots/scene.yaml:14:13: unknown person 'fang-zhou' (did you mean 'fang-zhuo'?)"
    ]


def test_every_mistake_of_every_file_is_told_at_once_and_in_order(house: House) -> None:
    house.replace(EXHIBITION, "idle_s: 60", "idle_s: 5")
    house.replace(PEOPLE, "office: 研究總監", "post: 研究總監")
    house.replace(CARS, "kind: bar", "kind: bra", "person: nancy-ip", "person: x", "164", "many")
    house.replace(ROBOTS, "year: 2023", "year: x", "147.5", "x")
    house.write("glossary.yaml", "soc: [")
    assert [re.sub(": .*", "", problem) for problem in house.problems()] == [
        "scenes/cars/scene.yaml:10:11",
        "scenes/cars/scene.yaml:31:13",
        "scenes/cars/scene.yaml:35:12",
        "scenes/exhibition.yaml:7:11",
        "scenes/glossary.yaml:2:1",
        "scenes/people.yaml:5:3",
        "scenes/people.yaml:6:3",
        "scenes/robots/scene.yaml:9:17",
        "scenes/robots/scene.yaml:16:26",
    ]


def test_people_are_not_missed_while_their_file_cannot_be_read(house: House) -> None:
    house.write(PEOPLE, "nancy-ip: [")
    assert len(house.problems()) == 1


def test_no_word_of_the_machinery_reaches_a_curator(house: House) -> None:
    for file in FILES:
        house.write(file, FILES[file].replace(": ", ": {x: [y]} #", 5).replace("2", "x", 5))
    text = "\n".join(house.problems())
    assert not re.search("pydantic|https?:|Spec|Localised|Input should|Decimal|tuple|dict", text)
