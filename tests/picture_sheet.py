"""Pictures side by side on one sheet, each under its name, to be looked at together."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

MARGIN = 24
LABEL = 30


def picture_sheet(
    found: Sequence[tuple[str, QImage]], columns: int, scale: float, font: QFont
) -> QImage:
    """`found` in rows, every picture as large as the first, times `scale`."""
    first = found[0][1].deviceIndependentSize() * scale
    wide, high = round(first.width()), round(first.height())
    rows = ceil(len(found) / columns)
    image = QImage(
        columns * (wide + MARGIN) + MARGIN,
        rows * (high + MARGIN + LABEL) + MARGIN,
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor("#707070"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font)
        for index, (name, case) in enumerate(found):
            x = MARGIN + index % columns * (wide + MARGIN)
            y = MARGIN + index // columns * (high + MARGIN + LABEL)
            painter.drawText(x, y + LABEL - 8, name)
            painter.drawImage(QRectF(x, y + LABEL, wide, high), case)
    return image
