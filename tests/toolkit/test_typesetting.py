import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.toolkit.typesetting import (
    NO_LINE_END,
    NO_LINE_START,
    ORPHAN_EMS,
    break_lines,
    spaced,
)
from tests.toolkit.strings import all_texts

EM = 10.0
HAN = r"[\u3400-\u9fff]"
NARROWEST = 6
"""The narrowest column that the rules hold in, in ems; a call-out, the narrowest of all, has 13."""

NEVER_FIRST, NEVER_LAST = "、，。：；！？」』）》”’", "「『（《“‘"
"""The marks at which no line begins or ends, not even where a word has to be cut."""

TEXTS = all_texts()
PARAGRAPHS = [paragraph for text in TEXTS for paragraph in text.split("\n") if paragraph]


@functools.cache
def advance(character: str) -> float:
    wide = unicodedata.east_asian_width(character) in "WF" or character in "—…"
    return EM if wide else EM / 2


def measure(text: str) -> float:
    """A font in which a wide character is an em and a Latin one half."""
    return sum(map(advance, text))


def faults(paragraph: str, lines: list[str], width: float) -> list[str]:
    """What a typesetter would mend in `lines`."""
    if not whole(paragraph, lines):
        return [f"lost: {paragraph!r} became {lines!r}"]
    found = [f"too wide: {line!r}" for line in lines if measure(line) > width and len(line) > 1]
    found += [f"a gap at an end: {line!r}" for line in lines if line != line.strip()]
    for before, gap, after in breaks(paragraph, lines):
        if (fault := fault_at(before, gap, after)) and not excused(before, gap, after, width):
            found.append(f"{fault}: {before[-8:]!r} {after[:8]!r}")
    return found


def fault_at(before: str, gap: str, after: str) -> str:
    """What is wrong with a break between two lines, where `gap` stood between them."""
    if after[0] in NO_LINE_START:
        return "begins a line"
    if before[-1] in NO_LINE_END:
        return "ends a line"
    if before[-1] == after[0] and after[0] in "—…":
        return "split"
    if not gap and re.search(r"[A-Za-z\d]$", before) and re.match(r"[A-Za-z\d%‰]", after):
        return "a word cut in two"
    if re.search(r"(?<![\w.])\d[\d,.]*$", before) and re.match(
        rf"{HAN}|(?:thousand|million|billion)\b", after
    ):
        return "a number without its unit"
    if re.search(r"\d ?[萬億万亿千百]+$", before) and re.match(HAN, after):
        return "a scale without its unit"
    if re.search(r"\d ?[億亿]?美$", before) and after[0] == "元":
        return "a unit cut in two"
    return ""


def breaks(paragraph: str, lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each line but the last with the spaces after it, which are gone, and the next line."""
    rest = spaced(paragraph)
    for before, after in itertools.pairwise(lines):
        rest = rest[rest.index(before) + len(before) :]
        yield before, rest[: len(rest) - len(rest.lstrip())], after


def whole(paragraph: str, lines: list[str]) -> bool:
    """Whether `lines` are `paragraph` with nothing but spaces gone, and those at breaks alone."""
    rest = spaced(paragraph)
    for line in lines:
        rest, line = rest.lstrip(), line.lstrip()
        if not rest.startswith(line):
            return False
        rest = rest[len(line) :]
    return not rest.strip()


def excused(before: str, gap: str, after: str, width: float) -> bool:
    """Whether the break is in a word, or between a number and its unit, that no line could hold.

    The marks at a word have to stay at it, and count as its own.
    """
    if after[0] in NEVER_FIRST or before[-1] in NEVER_LAST:
        return False
    start = re.search(rf"(?:(?!{HAN})\S)*$", before)
    end = re.match(rf"(?:[萬億万亿千百]+美元)?(?:(?!{HAN})\S)*", after)
    return bool(start and end) and measure(start[0] + gap + end[0]) > width


# --- every text of the exhibition --------------------------------------------------------------


@settings(deadline=None, max_examples=12)
@given(ems=st.floats(NARROWEST, 20) | st.floats(20, 100))
def test_every_text_is_well_set_in_any_column(ems: float) -> None:
    width = ems * EM
    assert [
        fault
        for paragraph in PARAGRAPHS
        for fault in faults(paragraph, break_lines(paragraph, measure, width), width)
    ] == []


@settings(deadline=None, max_examples=4)
@given(ems=st.floats(0.5, NARROWEST))
def test_nothing_is_lost_even_in_a_sliver(ems: float) -> None:
    width = ems * EM
    for paragraph in PARAGRAPHS:
        lines = break_lines(paragraph, measure, width)
        assert whole(paragraph, lines)
        assert all(measure(line) <= width or len(line) == 1 for line in lines)


@pytest.mark.parametrize("ems", [13.5, 16, 20, 24, 30, 40])
def test_no_paragraph_ends_in_an_orphan_where_that_can_be_helped(ems: float) -> None:
    width = ems * EM
    broken = ((paragraph, break_lines(paragraph, measure, width)) for paragraph in PARAGRAPHS)
    orphans = [(p, lines) for p, lines in broken if len(lines) > 1 and ends_lost(lines)]
    assert [(lines, better) for p, lines in orphans if (better := helped(p, lines, width))] == []


def ends_lost(lines: list[str]) -> bool:
    return measure(lines[-1]) < ORPHAN_EMS * EM


def helped(paragraph: str, lines: list[str], width: float) -> list[str] | None:
    """As many lines in a column up to a fifth narrower, the last one long enough.

    Only where that goes for columns that differ by a twentieth: it takes no luck to hit them.
    """
    in_a_row = 0
    for percent in range(99, 79, -1):
        tried = break_lines(paragraph, measure, width * percent / 100)
        fair = len(tried) == len(lines) and max(map(measure, tried)) >= 0.8 * width
        in_a_row = in_a_row + 1 if fair and not ends_lost(tried) else 0
        if in_a_row == 5:
            return tried
    return None


# --- any text ----------------------------------------------------------------------------------

pieces = st.sampled_from(
    [
        *(
            "國",
            "車",
            "新能源",
            "，",
            "。",
            "、",
            "：",
            "「",
            "」",
            "《",
            "》",
            "（",
            "）",
            "“",
            "”",
        ),
        *("……", "——", " ", "’s", "AI", "5G", "word", "Web3.0", "2023年", "958.7萬輛", "9%"),
    ]
)
any_text = st.lists(pieces, max_size=40).map(lambda parts: "".join(parts).strip())


@settings(deadline=None, max_examples=300)
@given(text=any_text, ems=st.floats(8, 30))
def test_any_text_is_kept_whole_within_its_column(text: str, ems: float) -> None:
    width = ems * EM
    lines = break_lines(text, measure, width)
    assert whole(text, lines)
    assert all(measure(line) <= width or len(line) == 1 for line in lines)


# --- by example --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("一二三四，五六七八", 4, ["一二三", "四，五六", "七八"]),
        ("一二三「四五六」七", 4, ["一二三", "「四五", "六」七"]),
        ("一二三四……五六七八", 5, ["一二三", "四……五六", "七八"]),
        ("一二三四——五六七八", 5, ["一二三四", "——五六七", "八"]),
        ("產銷各958.7萬輛", 6, ["產銷各", "958.7 萬輛"]),
        ("產銷各2.3百萬輛，連年增長", 7.5, ["產銷各", "2.3 百萬輛，", "連年增長"]),
        ("按年−3.5萬輛", 5, ["按年", "−3.5 萬輛"]),
        ("共值158億美元，連年增長", 6.5, ["共值", "158 億美元，", "連年增長"]),
        ("共值US$158億，連年增長", 5.5, ["共值", "US$158 億，", "連年增長"]),
        ("每月行走26公里", 7, ["每月行走", "26 公里"]),
        ("一二三2023年", 5, ["一二三", "2023 年"]),
        ("one two three", 4, ["one two", "three"]),
        ("one\ntwo", 9, ["one", "two"]),
        ("", 9, [""]),
    ],
)
def test_by_example(text: str, ems: float, lines: list[str]) -> None:
    assert break_lines(text, measure, ems * EM) == lines


@pytest.mark.parametrize("word", ["5G", "11th", "3D", "21st", "9%", "2023–24"])
def test_digits_stay_with_the_letters_of_their_word(word: str) -> None:
    assert break_lines(f"一二三四五{word}", measure, 6 * EM) == ["一二三四五", word]


def test_an_ellipsis_after_a_space_begins_no_line() -> None:
    assert break_lines("aaaa bbbb … cc", measure, 4.5 * EM) == ["aaaa", "bbbb …", "cc"]


def test_a_number_stays_with_its_scale_in_english() -> None:
    assert break_lines("nearly 1.698 billion", measure, 7 * EM) == ["nearly", "1.698 billion"]


def test_a_word_wider_than_the_column_is_cut() -> None:
    assert break_lines("abcdefgh", measure, 1.5 * EM) == ["abc", "def", "gh"]


def test_an_orphan_gets_company() -> None:
    text = "一二三四五六七八九十甲乙丙丁戊"
    assert [len(line) for line in break_lines(text, measure, 14 * EM)] == [11, 4]


# --- Han and Latin -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("中國AI市場", "中國 AI 市場"),
        ("2023年", "2023 年"),
        ("佔9%的", "佔 9% 的"),
        ("用AI，用VR。", "用 AI，用 VR。"),
        ("「AI」和", "「AI」和"),
        ("已有 空格 AI 的", "已有 空格 AI 的"),
        ("only Latin 5G", "only Latin 5G"),
    ],
)
def test_han_and_latin_stand_a_space_apart(written: str, set_as: str) -> None:
    assert spaced(written) == set_as


def test_every_text_is_spaced_and_only_spaced() -> None:
    for text in TEXTS:
        result = spaced(text)
        assert "".join(result.split()) == "".join(text.split())
        assert not re.search(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u3400-\u9fff]", result)
        assert spaced(result) == result
