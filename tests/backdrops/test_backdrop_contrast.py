"""Text stands on every backdrop: WCAG contrast, counted over every pixel."""

from collections import Counter
from types import ModuleType

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.backdrops.drawing import Inks
from kiosk.content.model import Accent
from tests.backdrops.conftest import whole

pytestmark = pytest.mark.usefixtures("qapp")

Theme = dict[Accent, Inks]

TEXT = {"ink_atlas": QColor("#F4F1E8"), "paper": QColor("#1B1F2A")}
LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


@pytest.fixture(params=TEXT)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def theme(name: str, request: pytest.FixtureRequest) -> Theme:
    return request.getfixturevalue(name)


def test_the_left_column_is_as_good_as_bare(accent: Accent, name: str, theme: Theme) -> None:
    picture = whole(accent, *LANDSCAPE, theme[accent])
    assert share_below(7.0, TEXT[name], picture.copy(0, 0, 770, 1080)) < 0.001


def test_a_portrait_title_is_legible(accent: Accent, name: str, theme: Theme) -> None:
    picture = whole(accent, *PORTRAIT, theme[accent])
    assert share_below(7.0, TEXT[name], picture.copy(0, 0, 810, 480)) < 0.005


@pytest.mark.parametrize("size_px", [LANDSCAPE, PORTRAIT], ids=str)
def test_only_stars_and_sparks_are_bright(
    accent: Accent, name: str, theme: Theme, size_px: tuple[int, int]
) -> None:
    picture = whole(accent, *size_px, theme[accent])
    assert share_below(7.0, TEXT[name], picture) < 0.004
    assert share_below(4.5, TEXT[name], picture) < 0.002


def test_lines_and_light_never_fall_below_4_5(
    accent: Accent, motif: ModuleType, size: QSizeF, name: str, theme: Theme
) -> None:
    picture = QImage(size.toSize(), QImage.Format.Format_RGB32)
    picture.fill(theme[accent].background)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        motif.paint(painter, size, theme[accent])
    assert share_below(4.5, TEXT[name], picture) == 0


# --- WCAG 2.2, 1.4.3 ---------------------------------------------------------------------------


def share_below(ratio: float, text: QColor, picture: QImage) -> float:
    """The share of pixels on which `text` has less contrast than `ratio`."""
    pixels = Counter(memoryview(picture.constBits()).cast("I"))
    poor = (n for pixel, n in pixels.items() if contrast(text, QColor.fromRgb(pixel)) < ratio)
    return sum(poor) / pixels.total()


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
