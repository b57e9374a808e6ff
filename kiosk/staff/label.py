"""Words in the middle of a control: on one line at any size rather than on two.

Words side by side are of one size.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle
from kiosk.toolkit.typesetting import break_lines, cut_word

CENTRED = Qt.AlignmentFlag.AlignHCenter


def label(
    parent: QGraphicsItem,
    look: Look,
    words: str,
    style: TextStyle,
    ink: QColor,
    zone: QRectF,
    align: Qt.AlignmentFlag = CENTRED,
) -> TextBlock:
    """Sets `words` in the middle of `zone`, in the first size of `style` that needs one line.

    Where none does, they take as many lines as the first size needs that fits.
    """
    for size in style.sizes:
        block = TextBlock(parent, look, words, replace(style, sizes=(size,)), ink, zone, align)
        if len(block.lines) <= 1 and not block.cut_word:
            break
        discard(block)
    else:
        block = TextBlock(parent, look, words, style, ink, zone, align)
    block.setY(zone.center().y() - block.height / 2)
    return block


def common_style(look: Look, words: Sequence[str], style: TextStyle, wide_px: float) -> TextStyle:
    """`style` in the one size for all of `words`: the first that needs one line, or else two."""
    for most in (1, 2):
        for size in style.sizes:
            advance = QFontMetricsF(look.font(style.face, size)).horizontalAdvance
            broken = {one: break_lines(one, advance, wide_px) for one in words}
            if all(
                len(lines) <= most and not cut_word(one, lines) for one, lines in broken.items()
            ):
                return replace(style, sizes=(size,))
    return style
