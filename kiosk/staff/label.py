"""Words in the middle of a control: on one line at any size rather than on two."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from kiosk.toolkit.discard import discard
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock, TextStyle

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
