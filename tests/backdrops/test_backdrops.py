from typing import get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from kiosk.backdrops.drawing import Inks
from kiosk.backdrops.registry import MOTIFS, render
from kiosk.content.model import Accent

pytestmark = pytest.mark.usefixtures("qapp")

Theme = dict[Accent, Inks]

SIZES_PX = ((1280, 720), (1920, 1080), (1080, 1920), (1024, 768), (2560, 1080), (3840, 2160))


def test_every_accent_has_its_backdrop() -> None:
    assert set(MOTIFS) == set(get_args(Accent))


def test_the_same_picture_every_time(accent: Accent, ink_atlas: Theme) -> None:
    assert render(accent, 640, 360, ink_atlas[accent]) == render(
        accent, 640, 360, ink_atlas[accent]
    )


@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_any_size_is_filled_and_opaque(
    accent: Accent, size_px: tuple[int, int], ink_atlas: Theme
) -> None:
    picture = render(accent, *size_px, ink_atlas[accent])
    assert picture.size() == QSize(*size_px)
    assert picture.format() == QImage.Format.Format_RGB32
    assert all(colours(quarter) > 20 for quarter in quarters(picture))


@pytest.mark.parametrize("size_px", [(1, 1), (1, 60), (60, 1)], ids=str)
def test_even_a_sliver_is_rendered(size_px: tuple[int, int], ink_atlas: Theme) -> None:
    assert render("prologue", *size_px, ink_atlas["prologue"]).size() == QSize(*size_px)


def test_no_two_scenes_share_a_motif(ink_atlas: Theme) -> None:
    inks = ink_atlas["new-energy"]
    pictures = [render(accent, 640, 360, inks) for accent in MOTIFS]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_a_larger_screen_shows_the_same_picture(accent: Accent, ink_atlas: Theme) -> None:
    small, large = (render(accent, 480 * n, 270 * n, ink_atlas[accent]) for n in (2, 6))
    assert mean_difference(thumbnail(small), thumbnail(large)) < 0.6


def test_most_of_it_is_the_bare_background(accent: Accent, paper: Theme) -> None:
    picture = render(accent, 960, 540, paper[accent])
    pixels = memoryview(picture.constBits()).cast("I")
    assert pixels.tolist().count(paper[accent].background.rgb()) > 0.5 * len(pixels)


# --- pixels ------------------------------------------------------------------------------------


def quarters(picture: QImage) -> list[QImage]:
    width, height = picture.width() // 2, picture.height() // 2
    return [picture.copy(x, y, width, height) for x in (0, width) for y in (0, height)]


def colours(picture: QImage) -> int:
    return len(set(memoryview(picture.constBits()).cast("I")))


def thumbnail(picture: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = picture.scaled(QSize(96, 54), mode=smooth)
    return scaled.convertToFormat(QImage.Format.Format_RGB32)


def mean_difference(one: QImage, other: QImage) -> float:
    pairs = zip(one.constBits(), other.constBits(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / one.sizeInBytes()
