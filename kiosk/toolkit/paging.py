"""Long texts in pages: no text is ever cut off, and none has to be scrolled."""

from PySide6.QtGui import QFontMetricsF

from kiosk.toolkit.look import Look
from kiosk.toolkit.text import PARAGRAPH_GAP_RATIO, TextStyle
from kiosk.toolkit.typesetting import break_lines


def pages(look: Look, text: str, style: TextStyle, width: float, height: float) -> list[str]:
    """`text` whole where one of the style's sizes lets it fit, else in pages of its smallest.

    Each page is a text of its own, whose lines are set already.

    Args:
        look: for the face.
        text: paragraphs.
        style: in whose sizes it may be set.
        width: of the column, in design pixels.
        height: of a page, in design pixels; at least one line is set on each.
    """
    size = style.sizes[-1]
    line_px = size * style.line_height
    metrics = QFontMetricsF(look.font(style.face, size))
    lines = break_lines(text, metrics.horizontalAdvance, width)
    heights = [line_px if line else line_px * PARAGRAPH_GAP_RATIO for line in lines]
    if sum(heights) <= height:
        return [text]
    found: list[list[str]] = [[]]
    taken = 0.0
    for line, high in zip(lines, heights, strict=True):
        if found[-1] and taken + high > height:
            found.append([])
            taken = 0.0
        if line or found[-1]:  # no page begins with the gap between two paragraphs
            found[-1].append(line)
            taken += high
    return ["\n".join(page).rstrip("\n") for page in found]
