"""The real exhibition says what its sources say, in every language, and no more than can be read.

The figures, names and terms below are those of the checked facts the exhibition was made from.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.app import load_exhibition
from kiosk.cards.figure import FigureSpec
from kiosk.cards.quote import QuoteSpec
from kiosk.content.language import LANGUAGES, Language, Localised
from kiosk.content.model import VISIBLE_CARDS, CardSpec, Exhibition, ExhibitSpec, Scene
from kiosk.content.numbers import Unit
from kiosk.content.series import ChartSpec
from kiosk.content.simplified import Simplifier
from kiosk.content.texts import texts_in
from kiosk.exhibits.bar import BarSpec
from kiosk.exhibits.figures import FiguresSpec
from kiosk.exhibits.line import LineSpec
from kiosk.exhibits.pictogram import PictogramSpec
from kiosk.resources import SCENES
from tests.toolkit.strings import texts

QUOTATIONS = Path(__file__).parent / "data" / "quotations.txt"
ORDER = ("new-energy", "ai-production", "internet-of-everything", "future-industry")
OMISSION = {"zh-Hant": "……", "zh-Hans": "……", "en": "…"}

HAN = re.compile(r"[〇\u3400-\u4dbf\u4e00-\u9fff]")
WORD = re.compile(r"\w+(?:[-.,'’]\w+)*")

SCREEN_LIMITS = (80, 50)
"""At most so many Han characters or English words to read on a screen, but for a chart's labels."""

QUOTATION_LIMITS = (40, 25)
TITLE_CHARACTERS = 18


@pytest.fixture
def scenes(exhibition: Exhibition) -> dict[str, Scene]:
    """The four scenes of the tour by their ids."""
    return {scene.id: scene for scene in exhibition.scenes}


def pages(exhibition: Exhibition) -> Iterator[Scene]:
    """The scenes, then the prologue."""
    yield from exhibition.scenes
    assert exhibition.prologue
    yield exhibition.prologue


def exhibits(exhibition: Exhibition) -> Iterator[ExhibitSpec]:
    for page in pages(exhibition):
        yield from page.exhibits


def cards(exhibition: Exhibition) -> Iterator[CardSpec]:
    for page in pages(exhibition):
        yield from page.cards


# --- what every scene has ----------------------------------------------------------------------


def test_four_scenes_and_a_prologue_in_three_languages(exhibition: Exhibition) -> None:
    assert tuple(scene.id for scene in exhibition.scenes) == ORDER
    assert exhibition.prologue
    assert exhibition.prologue.id == "prologue"
    assert exhibition.languages == LANGUAGES


def test_every_scene_has_a_picture_of_figures_a_hero_and_three_cards(
    exhibition: Exhibition,
) -> None:
    for scene in exhibition.scenes:
        assert any(isinstance(e, BarSpec | LineSpec | FiguresSpec) for e in scene.exhibits)
        assert scene.hero
        assert len(scene.cards) >= VISIBLE_CARDS


def test_everything_that_counts_or_tells_names_its_source(exhibition: Exhibition) -> None:
    for page in pages(exhibition):
        assert page.hero and page.hero.sources
        assert all(exhibit.sources or exhibit.illustration for exhibit in page.exhibits)
        assert all(card.sources for card in page.cards if card.kind not in ("directory", "poll"))


def test_every_text_is_written_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Simplifier, "simplified", lambda _simplifier, _text: "")
    found = [text for _, text in texts_in(load_exhibition(SCENES))]
    assert len(found) > 200
    unwritten = [t for t in found if not all(t.written(language) for language in LANGUAGES)]
    assert not unwritten


@pytest.mark.parametrize(
    ("language", "foreign"),
    [("zh-Hant", "“”‘’\"'"), ("zh-Hans", "「」『』\"'"), ("en", "「」『』，。、：；！？《》\"'")],
)
def test_marks_are_those_of_the_language(language: Language, foreign: str) -> None:
    wrong = [text for text in texts(language) if set(text) & set(foreign)]
    assert wrong == []


def test_visitors_are_asked_which_of_the_four_they_look_forward_to(exhibition: Exhibition) -> None:
    poll = exhibition.poll
    assert poll
    assert written(poll.question) == (
        "你最期待哪個未來？",
        "你最期待哪个未来？",
        "Which future are you looking forward to most?",
    )
    assert poll.answers == {scene.id: scene.title for scene in exhibition.scenes}
    assert poll.accents == {scene.id: scene.accent for scene in exhibition.scenes}


# --- who is named, and which words are explained -----------------------------------------------

PEOPLE = {
    "choi-koon-shum": ("蔡冠深", "蔡冠深", "Jonathan Choi Koon-shum"),
    "nancy-ip": ("朱葉玉如", "朱叶玉如", "Nancy Ip Yuk-yu"),
    "so-cheung-wing": ("蘇長榮", "苏长荣", "So Cheung-wing"),
    "poon-hung-fai": ("潘洪輝", "潘洪辉", "Poon Hung-fai"),
    "so-kwok-fai": ("蘇國輝", "苏国辉", "So Kwok-fai"),
    "fang-zhou": ("方舟", "方舟", "Fang Zhou"),
    "william-wong": ("黃錦輝", "黄锦辉", "William Wong Kam-fai"),
    "starry-lee": ("李慧琼", "李慧琼", "Starry Lee Wai-king"),
    "chan-chi-hou": ("陳志豪", "陈志豪", "Chan Chi-hou"),
    "edmond-lai": ("黎少斌", "黎少斌", "Edmond Lai"),
    "you-zheng": ("尤政", "尤政", "You Zheng"),
}

TERMS = [
    ("新質生產力", "新质生产力", "new quality productive forces"),
    ("全要素生產率", "全要素生产率", "total factor productivity"),
    ("產業鏈供應鏈", "产业链供应链", "industrial and supply chains"),
    ("生產要素創新性配置", "生产要素创新性配置", "innovative allocation of production factors"),
    ("新動能", "新动能", "new growth drivers"),
    ("新型工業化", "新型工业化", "new industrialisation"),
    ("因地制宜", "因地制宜", "according to local conditions"),
    ("未來產業", "未来产业", "future-oriented industries"),
    ("智能生產線", "智能生产线", "smart production line"),
    (
        "香港創新科技發展藍圖",
        "香港创新科技发展蓝图",
        "Hong Kong Innovation and Technology Development Blueprint",
    ),
    ("新能源汽車", "新能源汽车", "new energy vehicle (NEV)"),
    ("全面智能化", "全面智能化", "All Intelligence"),
    ("移動第三空間", "移动第三空间", "mobile third space"),
    ("三創新", "三创新", "the three innovations: source, industry, talent"),
    ("萬物互聯", "万物互联", "Internet of Everything"),
    ("蜂窩物聯網終端用戶", "蜂窝物联网终端用户", "cellular IoT terminal users"),
    ("可控核聚變", "可控核聚变", "controlled nuclear fusion"),
    ("數字員工", "数字员工", "digital employee"),
    ("北部都會區", "北部都会区", "Northern Metropolis"),
    (
        "河套深港科技創新合作區",
        "河套深港科技创新合作区",
        "Hetao Shenzhen-Hong Kong Science and Technology Innovation Co-operation Zone",
    ),
]


def test_all_eleven_people_of_the_feature_are_there(exhibition: Exhibition) -> None:
    assert {key: written(person.name) for key, person in exhibition.people.items()} == PEOPLE


def test_all_twenty_terms_are_explained(exhibition: Exhibition) -> None:
    terms = exhibition.glossary.values()
    assert sorted(written(term.term) for term in terms) == sorted(TERMS)
    assert len(TERMS) == 20
    assert all(term.meaning for term in terms)


def written(text: Localised) -> tuple[str | None, ...]:
    return tuple(text.written(language) for language in LANGUAGES)


# --- what the experts said ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """Each quoted expert's passage of the feature, by id."""
    blocks = QUOTATIONS.read_text("utf-8").strip().split("\n\n")[1:]
    return dict(block.split("\n", 1) for block in blocks)


def quotes(exhibition: Exhibition) -> list[QuoteSpec]:
    return [card for card in cards(exhibition) if isinstance(card, QuoteSpec)]


def test_every_quotation_was_said_by_whom_it_names(
    exhibition: Exhibition, said: dict[str, str]
) -> None:
    assert {quote.person for quote in quotes(exhibition)} == said.keys()
    for quote in quotes(exhibition):
        for text in filter(None, (quote.text, quote.whole)):
            assert_excerpt(text.zh_hant, said[quote.person])


def test_an_excerpt_is_one_of_its_whole(exhibition: Exhibition) -> None:
    for quote in quotes(exhibition):
        assert quote.whole
        assert_excerpt(quote.text.zh_hant, quote.whole.zh_hant)
        assert_excerpt(quote.text.text("zh-Hans"), quote.whole.text("zh-Hans"))


def test_quotations_are_the_same_character_by_character_in_both_scripts(
    exhibition: Exhibition,
) -> None:
    for quote in quotes(exhibition):
        for text in filter(None, (quote.text, quote.whole)):
            hant, hans = text.zh_hant, text.text("zh-Hans")
            assert len(hant) == len(hans)
            assert HAN.sub("", hant) == HAN.sub("", hans)


def test_an_excerpt_leaves_out_the_same_places_in_every_language(exhibition: Exhibition) -> None:
    for quote in quotes(exhibition):
        marks = [quote.text.text(lang).count(OMISSION[lang]) for lang in LANGUAGES]
        assert len(set(marks)) == 1, (quote.text, marks)


def assert_excerpt(excerpt: str, whole: str) -> None:
    """The parts between the omission marks stand in `whole`, in this order and word by word."""
    start = 0
    for part in filter(None, excerpt.split("……")):
        found = whole.find(part, start)
        assert found >= 0, f"{part!r} does not stand in {whole!r}"
        start = found + len(part)


# --- what the sources counted ------------------------------------------------------------------

Table = dict[str, tuple[str | None, ...]]
"""Rows by category, a value for each series as it is printed; None where there is none."""

NEV: Table = {
    "2019": ("124.2", "120.6"),
    "2020": ("136.6", "136.7"),
    "2021": ("354.5", "352.1"),
    "2022": ("705.8", "688.7"),
    "2023": ("958.7", "949.5"),
}
NEV_AFTER: Table = NEV | {"2024": ("1288.8", "1286.6"), "2025": ("1662.6", "1649.0")}
IDC: Table = {"2023": ("147.5",), "2024": (None,), "2025": (None,), "2026": ("264.4",)}
IOT: Table = {
    "2018": ("6.71",),
    "2019": ("10.28",),
    "2020": ("11.36",),
    "2021": ("13.99",),
    "2022": ("18.45",),
    "2023": ("23.32",),
    "2024": ("26.56",),
    "2025": ("28.88",),
}
STATIONS: Table = {
    "2018": (None,),
    "2019": (None,),
    "2020": ("71.8",),
    "2021": ("142.5",),
    "2022": ("231.2",),
    "2023": ("337.7",),
    "2024": ("425.1",),
    "2025": ("483.8",),
}
ROBOTS: Table = {"2022": ("290144",), "2023": ("276288",), "2024": ("295000",)}


@pytest.mark.parametrize(
    ("scene", "issuer", "scale", "table"),
    [
        ("new-energy", "中國汽車工業協會", "萬", NEV),
        ("new-energy", "中國汽車工業協會", "萬", NEV_AFTER),
        ("ai-production", "IDC", "億", IDC),
        ("internet-of-everything", "工業和信息化部", "億", IOT),
        ("internet-of-everything", "工業和信息化部", "萬", STATIONS),
        ("future-industry", "IFR", "1", ROBOTS),
    ],
    ids=["NEV", "NEV after the feature", "IDC", "IoT", "5G", "IFR"],
)
def test_a_chart_shows_its_source_figure_by_figure(
    scenes: dict[str, Scene], scene: str, issuer: str, scale: str, table: Table
) -> None:
    charts = [e for e in scenes[scene].exhibits if isinstance(e, ChartSpec)]
    (chart,) = (chart for chart in charts if drawn(chart) == table)
    assert chart.unit.scale == scale
    assert all(issuer in scenes[scene].sources[key].name.zh_hant for key in chart.sources)


def test_no_chart_shows_anything_else(exhibition: Exhibition) -> None:
    shown = [drawn(exhibit) for exhibit in exhibits(exhibition) if isinstance(exhibit, ChartSpec)]
    assert all(table in (NEV, NEV_AFTER, IDC, IOT, STATIONS, ROBOTS) for table in shown)


def test_the_forecast_is_marked_and_its_other_edition_stands_apart(
    scenes: dict[str, Scene],
) -> None:
    (chart,) = scenes["ai-production"].exhibits
    assert isinstance(chart, ChartSpec)
    assert chart.forecast_index() == 0
    (remark,) = chart.annotations
    assert (remark.at, str(remark.value)) == ("2027", "381")
    assert "2027" not in chart.categories
    assert any("來源未提供誤差範圍" in note.zh_hant for note in chart.notes)


def test_the_month_in_which_things_passed_people_is_on_the_chart(scenes: dict[str, Scene]) -> None:
    chart = scenes["internet-of-everything"].exhibits[0]
    assert isinstance(chart, ChartSpec)
    assert [(remark.at, remark.text.zh_hant) for remark in chart.annotations] == [
        ("2022", "8月底：物16.98億，人16.78億")
    ]


def test_the_numbers_that_stand_alone(scenes: dict[str, Scene]) -> None:
    industry = scenes["future-industry"].exhibits
    (icons,) = (exhibit for exhibit in industry if isinstance(exhibit, PictogramSpec))
    assert [counted(g.value, g.unit) for g in icons.groups] == ["56", "74", "10"]
    (headsets,) = (exhibit for exhibit in industry if isinstance(exhibit, FiguresSpec))
    shipped = [counted(f.value, f.unit) for f in headsets.figures]
    assert shipped == ["26.2萬", "46.3萬", "72.5萬"]
    changes = [f.note.zh_hant for f in headsets.figures if f.note]
    assert changes == ["按年+154.4%", "按年−57.9%", "按年−39.8%"]
    heroes = {key: scene.hero for key, scene in scenes.items()}
    assert {key: counted(hero.value, hero.unit) for key, hero in heroes.items() if hero} == {
        "new-energy": "958.7萬",
        "ai-production": "264.4億",
        "internet-of-everything": "23.32億",
        "future-industry": "5",
    }


def test_the_numbers_on_cards(exhibition: Exhibition) -> None:
    figures = [card for card in cards(exhibition) if isinstance(card, FigureSpec)]
    assert sorted(counted(card.value, card.unit) for card in figures) == [
        "16.98億",
        "164",
        "266.9億",
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "2019年生產原文印作12.4，應為124.2",  # the correction stands on the chart
        "2022年12月22日",  # the Blueprint
        "約十年內",
        "不是有約束力的目標",
        "約1.33億",  # osteoarthritis of all joints
        "第21屆廣州國際汽車展覽會",
        "2023年11月17日至26日",
        "超過13萬個",  # 5G stations of 2019
        "2023年9月20日",  # All Intelligence
        "所有對象可聯接",
    ],
)
def test_a_fact_is_told(exhibition: Exhibition, phrase: str) -> None:
    assert any(phrase in text.zh_hant for _, text in texts_in(exhibition))


@pytest.mark.parametrize(
    "misprint", ["朱業玉如", "AI Intelligence", "破美單斷", "居住宅", "小細胞靶點", "大報記者"]
)
def test_a_misprint_stands_only_where_corrections_are_told(
    exhibition: Exhibition, misprint: str
) -> None:
    for _, text in texts_in(exhibition):
        if misprint in text.zh_hant:
            assert "應為" in text.zh_hant


def drawn(chart: ChartSpec) -> Table:
    """What a chart shows, with every digit as its file has it."""
    rows = zip(*(series.values for series in chart.series), strict=True)
    printed = [tuple(None if value is None else str(value) for value in row) for row in rows]
    return dict(zip(chart.categories, printed, strict=True))


def counted(value: Decimal, unit: Unit) -> str:
    return f"{value}{'' if unit.scale == '1' else unit.scale}"


# --- and how much of it there is to read -------------------------------------------------------


def test_a_closed_quotation_is_short(exhibition: Exhibition) -> None:
    for quote in quotes(exhibition):
        assert_within([quote.text], QUOTATION_LIMITS)


def test_a_screen_is_soon_read(exhibition: Exhibition) -> None:
    for page in pages(exhibition):
        texts = [page.title, page.lead, page.exhibits[0].title]
        texts += [page.hero.label] if page.hero else []
        for card in page.cards[:VISIBLE_CARDS]:
            texts += card.texts()
        assert_within(texts, SCREEN_LIMITS)


def test_a_title_is_a_line(exhibition: Exhibition) -> None:
    for exhibit in exhibits(exhibition):
        assert len(exhibit.title.zh_hant) <= TITLE_CHARACTERS
        assert len(exhibit.title.text("zh-Hans")) <= TITLE_CHARACTERS


def assert_within(texts: list[Localised], limits: tuple[int, int]) -> None:
    characters, words = limits
    for language, unit, limit in (
        ("zh-Hant", HAN, characters),
        ("zh-Hans", HAN, characters),
        ("en", WORD, words),
    ):
        read = " ".join(text.text(language) for text in texts)
        assert len(unit.findall(read)) <= limit, (limit, language, read)
