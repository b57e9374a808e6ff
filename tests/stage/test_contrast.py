"""Words can be read where they really stand: their contrast with every pixel that is behind them.

The figures are those of WCAG 2.2, 1.4.3, and of body text in the exhibition's own standards. One
pixel in a hundred may be a spark that crosses a line.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QGraphicsItem

from kiosk.content.model import Exhibition
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.snapshot import picture
from kiosk.stage.stage import Stage
from kiosk.toolkit.counter import Counter
from kiosk.toolkit.text import LEAD, TextBlock
from tests.conftest import LookFactory

THEMES = ("ink-atlas", "paper-observatory", "high-contrast", "high-contrast-daylight")
ALL_TEXT, LARGE_TEXT, BODY_TEXT = 4.5, 3.0, 7.0
LARGE_PX = 40
DRIFTED_MS = 2000
FEW = 0.01

Luminance = NDArray[np.float64]


def luminance(channels: Luminance) -> Luminance:
    """Relative luminance of red, green and blue, each from 0 to 1, along the last axis."""
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def of_picture(image: QImage) -> Luminance:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return luminance(rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3) / 255)


def of_colour(colour: QColor) -> float:
    return float(luminance(np.array([colour.redF(), colour.greenF(), colour.blueF()])))


def lines(block: TextBlock) -> Iterator[QRectF]:
    """Where the letters of each line are, without the air between lines."""
    y = 0.0
    for x, static in block._placed:
        height = block._height_of(static.text())
        rect = QRectF(x, y + height * 0.15, static.size().width(), height * 0.7)
        y += height
        if static.text().strip():
            yield block.mapRectToScene(rect)


def seen(stage: Stage, kind: type[QGraphicsItem]) -> list[QGraphicsItem]:
    return [i for i in stage.graphics.items() if isinstance(i, kind) and i.isVisible()]


def too_faint(stage: Stage) -> Iterator[str]:
    """Every line of text that is not read easily enough."""
    blocks = [item for item in seen(stage, TextBlock) if isinstance(item, TextBlock)]
    words = [*blocks, *seen(stage, Counter)]
    for item in words:
        item.setVisible(False)
    ground = of_picture(picture(stage))
    for item in words:
        item.setVisible(True)
    for block in blocks:
        needed = LARGE_TEXT if block.size_px >= LARGE_PX else ALL_TEXT
        if block.font.pixelSize() in LEAD.sizes and block._colour == stage._frame.look.palette.text:
            needed = max(needed, BODY_TEXT)
        ink = of_colour(block._colour)
        for line in lines(block):
            rect = line.toRect()
            behind = ground[max(0, rect.top()) : rect.bottom(), max(0, rect.left()) : rect.right()]
            if behind.size:
                contrast = (np.maximum(behind, ink) + 0.05) / (np.minimum(behind, ink) + 0.05)
                found = float(np.quantile(contrast, FEW))
                if found < needed:
                    yield f"{block.text[:24]!r} has {found:.1f} of {needed}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("layout", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_words_stand_out_from_all_that_is_behind_them(
    qapp: QApplication, exhibition: Exhibition, make_look: LookFactory, theme: str, layout: Layout
) -> None:
    clock = ManualClock()
    animator = Animator(clock)
    stage = Stage(exhibition, make_look("zh-Hant", theme), clock, animator, layout)
    stage.view.resize(layout.size.toSize())
    stage.view.show()
    qapp.processEvents()
    faint = []
    for page in (*range(len(exhibition.scenes)), None):
        stage.place_page(page)
        clock.advance(DRIFTED_MS)
        animator.tick()
        faint += [f"page {page}: {told}" for told in too_faint(stage)]
    stage.close()
    assert faint == []
