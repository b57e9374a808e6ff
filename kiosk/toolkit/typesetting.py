"""Breaks text into lines by the rules of Chinese typesetting, in Chinese and English alike.

The rules are those of the W3C's «Requirements for Chinese Text Layout». Nothing is known here of
fonts: the way to measure is handed in.

No closing mark begins a line, no opening mark ends one, —— and …… are never split, Han and Latin
stand a space apart, a number stays with its unit, and no paragraph ends in a lone character.
"""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

NO_LINE_START = "、，。：；！？」』）》〉】”’…·,.:;!?)%‰"
NO_LINE_END = "「『（《〈【“‘("

ORPHAN_EMS = 3.9
"""A last line shorter than this, in Han characters with their marks, looks lost."""

_HAN = r"[㐀-鿿豈-﫿]"
_WIDE_MARKS = "、，。：；！？「」『』（）《》〈〉【】—…·“”‘’"
_LATIN = rf"[^\s㐀-鿿豈-﫿{_WIDE_MARKS}]"
_ATOM = re.compile(
    # A number with its unit, but not the digits of 5G or 11th, which are part of a word.
    rf"\d[\d,.]*(?!{_LATIN})(?: (?:thousand|million|billion)\b|\s?(?:[萬億万亿千百]\s?)?{_HAN}?)"
    rf"|——|……|{_LATIN}(?:{_LATIN}|[’.,](?={_LATIN}))*"
    # A space is part of the mark behind it, and with it of the word before: no line begins with …
    rf"|\s+[{re.escape(NO_LINE_START)}]|\S|\s+"
)
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
        lines += _without_orphan(list(_atoms(spaced(paragraph))), measure, width)
    return lines


def _without_orphan(atoms: list[str], measure: Measure, width: float) -> list[str]:
    lines = _fill(atoms, measure, width)
    enough = ORPHAN_EMS * measure("國")
    if len(lines) < 2 or measure(lines[-1]) >= enough:
        return lines
    # A narrower column moves characters down to the last line; it may not cost another line.
    for percent in range(98, 78, -2):
        tried = _fill(atoms, measure, width * percent / 100)
        if len(tried) == len(lines) and measure(tried[-1]) >= enough:
            return tried
    return lines


def _fill(atoms: list[str], measure: Measure, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for atom in atoms:
        if measure((line + atom).rstrip()) <= width:
            line += atom
            continue
        if line.strip():
            lines.append(line.rstrip())
        *whole, line = _pieces(atom.lstrip(), measure, width)
        lines += whole
    lines.append(line.rstrip())
    return lines


def _pieces(atom: str, measure: Measure, width: float) -> list[str]:
    """`atom` whole, or cut wherever it must be when it is wider than a line."""
    pieces = [""]
    for character in atom:
        if pieces[-1] and measure(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces if measure(atom) > width else [atom]


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
