"""Texts that stand side by side in one size: the largest at which each of them has room."""

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QFontMetricsF

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextStyle, text_width
from kiosk.toolkit.typesetting import break_lines

_LATIN_WORD = re.compile(r"[!-~\u00a1-\u024f]+")


def fitted(
    look: Look, style: TextStyle, texts: Sequence[str], width: float, height: float
) -> TextStyle:
    """`style` in the first of its sizes at which each text is no higher than `height`.

    Where they are too high at any size, it is the last.
    """
    for size in style.sizes:
        sized = replace(style, sizes=(size,))
        if highest(look, sized, texts, width) <= height:
            break
    return sized


def highest(look: Look, style: TextStyle, texts: Sequence[str], width: float) -> float:
    """How high the highest of the texts is in the first size of `style`."""
    size = style.sizes[0]
    measure = QFontMetricsF(look.font(style.face, size)).horizontalAdvance
    lines = max((len(break_lines(text, measure, width)) for text in texts), default=0)
    return lines * size * style.line_height


def widest_word(look: Look, style: TextStyle, texts: Sequence[str]) -> float:
    """How wide a column has to be in the last size of `style` for no word of letters to be cut."""
    font = look.font(style.face, style.sizes[-1])
    words = [word for text in texts for word in _LATIN_WORD.findall(text)]
    return max((text_width(font, word) for word in words), default=0.0)
