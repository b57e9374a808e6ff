"""The names of a chart's categories along its axis: as large, and as many, as there is room for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.toolkit.look import Look
from kiosk.toolkit.typesetting import break_lines

SIZES_PX = (28, 26, 24)
LINE_RATIO = 1.25
GAP_PX = 12.0
_WORD = re.compile(r"[!-~\u00a1-\u024f]+")
MEASURED = 40
"""Of many names only so many are measured: the longest ones."""


@dataclass(frozen=True)
class CategoryNames:
    """What is written along the axis.

    Attributes:
        lines: for each name that is shown, its category's index and its one to three lines.
        line_px: the height of a line, in design pixels.
        width: of the widest line, in design pixels.
        depth: the height of the name with the most lines, in design pixels.
    """

    font: QFont
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    line_px: float
    width: float
    depth: float


def names_below(look: Look, names: Sequence[str], band_px: float) -> CategoryNames:
    """Names side by side, each in its band of `band_px`; every so many where they are too long."""
    return _chosen(look, names, band_px - GAP_PX, most_lines=3) or _every_few(look, names, band_px)


def names_beside(look: Look, names: Sequence[str], width: float, band_px: float) -> CategoryNames:
    """Names one under the other, no wider than `width`, each in its band of `band_px`."""
    for lines in (1, 2):
        if band_px >= lines * SIZES_PX[-1] * LINE_RATIO and (
            chosen := _chosen(look, names, width, lines, band_px)
        ):
            return chosen
    font = look.font("sans", SIZES_PX[-1])
    line_px = SIZES_PX[-1] * LINE_RATIO
    advance = QFontMetricsF(font).horizontalAdvance
    most = max(1, int(band_px / line_px))
    broken = [tuple(break_lines(name, advance, width))[:most] for name in names]
    stride = max(1, ceil(line_px / band_px))
    return _names(font, line_px, _each(broken, stride))


def _chosen(
    look: Look, names: Sequence[str], width: float, most_lines: int, band_px: float = 1e9
) -> CategoryNames | None:
    """All names in the largest size at which they fit, or None."""
    for size in SIZES_PX:
        font = look.font("sans", size)
        advance = QFontMetricsF(font).horizontalAdvance
        longest = sorted(names, key=len)[-MEASURED:]
        if any(advance(name) > width * most_lines for name in longest):
            continue
        broken = [tuple(break_lines(name, advance, width)) for name in names]
        fits = all(
            len(lines) <= most_lines and all(advance(line) <= width for line in lines)
            for lines in broken
        )
        # Where a line is too narrow for a word, or for a year, it would be cut in two.
        fits = fits and all(advance(word) <= width for name in names for word in _words(name))
        if fits and size * LINE_RATIO * max(map(len, broken), default=1) <= band_px:
            return _names(font, size * LINE_RATIO, _each(broken, 1))
    return None


def _words(name: str) -> list[str]:
    """What may not be cut: runs of letters and digits; Chinese may be, between any two."""
    return _WORD.findall(name)


def _every_few(look: Look, names: Sequence[str], band_px: float) -> CategoryNames:
    font = look.font("sans", SIZES_PX[-1])
    advance = QFontMetricsF(font).horizontalAdvance
    widest = max(advance(name) for name in sorted(names, key=len)[-MEASURED:])
    stride = max(1, ceil((1.5 * widest + 2 * GAP_PX) / band_px))
    return _names(font, SIZES_PX[-1] * LINE_RATIO, _each([(name,) for name in names], stride))


def _each(lines: Sequence[tuple[str, ...]], stride: int) -> list[tuple[int, tuple[str, ...]]]:
    """Every so many, counted from the last, which is always shown."""
    last = len(lines) - 1
    return [(index, lines[index]) for index in range(last % stride, last + 1, stride)]


def _names(
    font: QFont, line_px: float, lines: Sequence[tuple[int, tuple[str, ...]]]
) -> CategoryNames:
    advance = QFontMetricsF(font).horizontalAdvance
    width = max((advance(line) for _, name in lines for line in name), default=0.0)
    depth = line_px * max((len(name) for _, name in lines), default=1)
    return CategoryNames(font, tuple(lines), line_px, width, depth)
