"""Breaks text into lines by the rules of Chinese typesetting, in Chinese and English alike.

The rules are those of the W3C's «Requirements for Chinese Text Layout». Nothing is known here of
fonts: the way to measure is handed in.

No closing mark begins a line, no opening mark ends one, —— and …… are never split, Han and Latin
stand a space apart, a number stays with its unit, and no paragraph ends in a lone character.
"""

import re
from collections.abc import Callable, Iterator, Sequence

Measure = Callable[[str], float]

NO_LINE_START = "、，。：；！？」』）》〉】”’…·,.:;!?)%‰"
NO_LINE_END = "「『（《〈【“‘("

PAUSES = "，。：；、！？,.;:"
LONGEST_BALANCED = 3
SHORTEST_RATIO = 0.35
"""A first line that pauses sooner than this share of the column looks like an accident."""

NARROWER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55)
ORPHAN_EMS = 3.9
"""A last line shorter than this, in Han characters with their marks, looks lost."""

_HAN = r"[㐀-鿿豈-﫿]"
_WIDE_MARKS = "、，。：；！？「」『』（）《》〈〉【】—…·“”‘’"
_LATIN = rf"[^\s㐀-鿿豈-﫿{_WIDE_MARKS}]"
_BEFORE_NUMBER = r"(?:[A-Z]{0,3}\$|[+−])?"
_LONG_UNIT = "[美港歐欧]元|公里|公斤|小[時时]|分[鐘钟]|[個个]月"
"""The units of more than one character that numbers have most often."""

_ATOM = re.compile(
    # A number with its unit, but not the digits of 5G or 11th, which are part of a word.
    rf"{_BEFORE_NUMBER}\d[\d,.]*(?!{_LATIN})"
    rf"(?: (?:thousand|million|billion)\b|\s?(?:[萬億万亿千百]+\s?)?(?:{_LONG_UNIT}|{_HAN})?)"
    rf"|——|……|{_LATIN}(?:{_LATIN}|[’.,](?={_LATIN}))*"
    # A space is part of the mark behind it, and with it of the word before: no line begins with …
    rf"|\s+[{re.escape(NO_LINE_START)}]|\S|\s+"
)
_OPENING, _CLOSING = f"[{re.escape(NO_LINE_END)}]", f"[{re.escape(NO_LINE_START)}]"
_CUTS = (
    re.compile(r"\s*\S+|\s+"),  # a number from its scale, a word from its ellipsis
    re.compile(rf"\s*{_OPENING}*(?:——|……|\S){_CLOSING}*|\s+"),  # letters with the marks around them
    re.compile(r"\s*\S|\s+"),
)
"""What is left together of a part that is wider than a line, from what does least harm on."""
_WORD = re.compile("[A-Za-z]{2,}")
_GAP = re.compile(
    rf"(?<={_HAN})\s*(?=[A-Za-z0-9+−$])|(?<=[A-Za-z0-9%+])\s*(?={_HAN})",
)


def spaced(text: str) -> str:
    """`text` with one space wherever Han meets Latin letters or digits."""
    return _GAP.sub(" ", text)


def break_lines(text: str, measure: Measure, width: float) -> list[str]:
    """`text` as lines no wider than `width`, a new line for each newline in it.

    Args:
        text: any text; several paragraphs are separated by newlines.
        measure: the advance of a string, in the unit of `width`.
        width: the measure of the column. A word longer than it is broken anywhere.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _balanced(list(_atoms(spaced(paragraph))), measure, width)
    return lines


def cut_word(text: str, lines: Sequence[str]) -> str:
    """The first word of letters in `text` that had to be cut to be set in `lines`, or nothing."""
    whole = " ".join(lines)
    return next((word for word in _WORD.findall(text) if word not in whole), "")


def _balanced(atoms: list[str], measure: Measure, width: float) -> list[str]:
    """The best of the ways to set `atoms` in as few lines as the full width needs.

    A narrower column moves characters down: away from a lost last line, and from lines that end
    within a phrase. Long texts are left alone but for a lost last line; nobody sees their other
    breaks one by one.
    """
    lines = _fill(atoms, measure, width, width)
    enough = ORPHAN_EMS * measure("國")
    if len(lines) < 2 or (len(lines) > LONGEST_BALANCED and measure(lines[-1]) >= enough):
        return lines
    ways = [lines, *_pause_splits(atoms, measure, width)]
    for ratio in NARROWER:
        tried = _fill(atoms, measure, width * ratio, width)
        if len(tried) == len(lines):
            ways.append(tried)

    def merit(way: list[str]) -> tuple[bool, int]:
        return measure(way[-1]) >= enough, sum(line[-1:] in PAUSES for line in way[:-1])

    return max(ways, key=merit)


def _pause_splits(atoms: list[str], measure: Measure, width: float) -> list[list[str]]:
    """The ways to set `atoms` in two lines, the first one ending with a pause."""
    ways = []
    for index in range(1, len(atoms)):
        first, last = "".join(atoms[:index]).rstrip(), "".join(atoms[index:]).strip()
        if first[-1:] in PAUSES and SHORTEST_RATIO * width <= measure(first) <= width >= measure(
            last
        ):
            ways.append([first, last])
    return ways


def _fill(atoms: list[str], measure: Measure, width: float, widest: float) -> list[str]:
    """`atoms` in lines of `width`; one that is wider has its own line, if it is not `widest`."""
    lines: list[str] = []
    line = ""
    for atom in atoms:
        if measure((line + atom).rstrip()) <= width:
            line += atom
            continue
        if line.strip():
            lines.append(line.rstrip())
        *whole, line = _pieces(atom.lstrip(), measure, widest)
        lines += whole
    lines.append(line.rstrip())
    return lines


def _pieces(atom: str, measure: Measure, width: float) -> list[str]:
    """`atom` whole, or cut where it does least harm when it is wider than a line."""
    if measure(atom.rstrip()) <= width:
        return [atom]
    pieces = [""]
    for part in _splinters(atom, measure, width):
        if pieces[-1] and measure(pieces[-1] + part.rstrip()) > width:
            pieces[-1] = pieces[-1].rstrip()
            pieces.append("")
            part = part.lstrip()
        pieces[-1] += part
    return pieces


def _splinters(atom: str, measure: Measure, width: float) -> Iterator[str]:
    """The parts of `atom` between which it may be cut: as large as they can be and have a line."""
    for cut in _CUTS:
        parts = cut.findall(atom)
        if len(parts) > 1:
            for part in parts:
                if measure(part.strip()) <= width:
                    yield part
                else:
                    yield from _splinters(part, measure, width)
            return
    yield atom


def _atoms(text: str) -> Iterator[str]:
    """The parts of `text` that no line break may divide."""
    atom = ""
    for match in _ATOM.finditer(text):
        part = match.group()
        glued = part.strip()[:1] in tuple(NO_LINE_START) or (atom and atom[-1] in NO_LINE_END)
        if atom and not glued:
            yield atom
            atom = ""
        atom += part
    if atom:
        yield atom
