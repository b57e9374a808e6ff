"""The ring around what has the focus is wide enough, and stands out from whatever it lies on."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor

from kiosk.stage.focus import FocusRing
from kiosk.stage.layout import layout_for
from kiosk.toolkit.palette import contrast
from kiosk.toolkit.touchable import Touchable
from tests.conftest import KioskFactory, LookFactory, Rig
from tests.stage.test_keys import press

THEMES = ("ink-atlas", "paper-observatory", "high-contrast")
WIDE_PX = 4
STANDS_OUT = 3.0


def ring(rig: Rig) -> FocusRing:
    (found,) = (item for item in rig.stage.graphics.items() if isinstance(item, FocusRing))
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_its_colour_stands_out_from_every_ground(make_look: LookFactory, theme: str) -> None:
    palette = make_look("en", theme).palette
    assert contrast(palette.text, palette.background) >= STANDS_OUT
    assert contrast(palette.text, palette.card) >= STANDS_OUT


def drawn_px(rig: Rig) -> int:
    """How wide the ring is drawn, across its upper edge, in pixels of the window that stand out."""
    around, scale = ring(rig).sceneBoundingRect(), rig.view.transform().m11()
    top = rig.view.mapFromScene(QRectF(around).topLeft()).y()
    across = rig.view.mapFromScene(around.center()).x()
    picture = rig.picture()
    column = [
        picture.pixelColor(QPoint(across, top + y))
        for y in range(round(24 * scale))
        if 0 <= top + y < picture.height()
    ]
    return max(_runs(column), default=0)


def _runs(column: list[QColor]) -> list[int]:
    """How long each run of pixels is that stand out from the first pixel that does not."""
    runs, run = [], 0
    for colour in [*column, column[0]]:
        if contrast(colour, column[0]) >= STANDS_OUT:
            run += 1
        elif run:
            runs.append(run)
            run = 0
    return runs


@pytest.mark.parametrize(("large", "size"), [(False, (640, 360)), (True, (1280, 720))])
@pytest.mark.parametrize("theme", THEMES)
def test_it_is_wide_enough_on_any_screen(
    kiosk: KioskFactory, theme: str, large: bool, size: tuple[int, int]
) -> None:
    rig = kiosk(theme=theme, layout=layout_for(False, large, False), size=size)
    rig.come_to_rest()
    for name in ("暫停", "AI生產"):  # on the ground
        focus(rig, rig.touchable(name))
        assert drawn_px(rig) >= WIDE_PX, name
    rig.stage.open_card(rig.scene.all_cards()[0])
    rig.come_to_rest()
    focus(rig, rig.touchable("關閉"))  # on a card
    assert drawn_px(rig) >= WIDE_PX


def test_it_fits_again_when_the_window_has_another_size(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(1920, 1080))
    rig.come_to_rest()
    focus(rig, rig.touchable("暫停"))
    rig.view.resize(640, 360)
    rig.wind(32)
    assert drawn_px(rig) >= WIDE_PX


def focus(rig: Rig, wanted: Touchable) -> None:
    for _ in rig.stage.touchables():
        press(rig, Qt.Key.Key_Tab)
        if ring(rig).item is wanted:
            return
    raise AssertionError(f"the focus never comes to {wanted.describe()!r}")
