"""The screens on which a bad pixel shows, pixel by pixel."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QGraphicsScene

from kiosk.staff.colour_test import ColourTest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextBlock
from tests.toolkit.drawn import picture

AREA = QRectF(0, 0, 800, 600)


@pytest.fixture
def screens(canvas: QGraphicsScene, look: Look) -> ColourTest:
    """The test, over the whole of a small screen."""
    item = ColourTest(None, look, AREA, "顏色及像素測試", "輕觸看下一個畫面")
    canvas.addItem(item)
    return item


def seen(canvas: QGraphicsScene, screens: ColourTest, screen: int) -> QImage:
    while screens.screen < screen:
        screens.activate()
    return picture(canvas, AREA, QColor("magenta"))


@pytest.mark.parametrize(
    ("screen", "colour"),
    [
        (0, Qt.GlobalColor.red),
        (1, Qt.GlobalColor.green),
        (2, Qt.GlobalColor.blue),
        (3, Qt.GlobalColor.white),
        (4, Qt.GlobalColor.black),
    ],
)
def test_a_plain_screen_is_of_one_colour_to_its_edges(
    canvas: QGraphicsScene, screens: ColourTest, screen: int, colour: Qt.GlobalColor
) -> None:
    image = seen(canvas, screens, screen)
    for x, y in ((0, 0), (799, 0), (0, 599), (799, 599), (400, 300)):
        assert image.pixelColor(x, y) == QColor(colour)


def test_the_hint_stands_on_the_first_screen_alone(screens: ColourTest) -> None:
    hints = [item.text for item in screens.childItems() if isinstance(item, TextBlock)]
    assert hints == ["輕觸看下一個畫面"]
    screens.activate()
    assert screens.childItems() == []


def test_greys_go_from_black_to_white_without_a_jump(
    canvas: QGraphicsScene, screens: ColourTest
) -> None:
    image = seen(canvas, screens, 5)
    smooth = [image.pixelColor(x, 100).lightness() for x in range(800)]
    assert (smooth[0], smooth[-1]) == (0, 255)
    assert all(0 <= after - before <= 1 for before, after in pairwise(smooth))
    stepped = {image.pixelColor(x, 500).lightness() for x in range(800)}
    assert stepped == {17 * step for step in range(16)}


def test_checkers_are_single_pixels(canvas: QGraphicsScene, screens: ColourTest) -> None:
    image = seen(canvas, screens, 6)
    for x in range(300, 306):
        for y in range(200, 206):
            assert image.pixelColor(x, y).lightness() == (255 if (x + y) % 2 == 0 else 0)


def test_checkers_stay_single_pixels_on_a_screen_of_other_scale(
    canvas: QGraphicsScene, screens: ColourTest
) -> None:
    screens.setScale(0.77)
    image = seen(canvas, screens, 6)
    row = [image.pixelColor(x, 200).lightness() for x in range(300, 320)]
    assert all(abs(one - other) == 255 for one, other in pairwise(row))


def test_the_theme_shows_its_own_colours(
    canvas: QGraphicsScene, screens: ColourTest, look: Look
) -> None:
    image = seen(canvas, screens, 7)
    shown = {
        image.pixelColor(100 + 200 * x, 75 + 150 * y).name() for x in range(4) for y in range(4)
    }
    palette = look.palette
    roles = [palette.background, palette.card, palette.text, palette.muted, palette.rule]
    assert {colour.name() for colour in (*roles, *palette.scene_accents())} <= shown


def test_a_tap_goes_on_and_the_last_one_ends(screens: ColourTest) -> None:
    ended: list[bool] = []
    screens.activated.connect(lambda: ended.append(True))
    for _ in range(len(screens.screens) - 1):
        screens.activate()
    assert ended == []
    screens.activate()
    assert ended == [True]


def test_arrows_go_both_ways(screens: ColourTest) -> None:
    assert not screens.step(-1)
    assert screens.step(1)
    assert screens.step(-1)
    assert screens.describe() == "顏色及像素測試 1 / 8"
