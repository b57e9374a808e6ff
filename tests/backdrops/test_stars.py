from statistics import mean

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from kiosk.backdrops.drawing import Inks
from kiosk.backdrops.registry import render
from kiosk.backdrops.stars import stars
from kiosk.content.model import Accent

pytestmark = pytest.mark.usefixtures("qapp")

Theme = dict[Accent, Inks]


@pytest.fixture
def inks(ink_atlas: Theme) -> Inks:
    return ink_atlas["prologue"]


def test_the_same_stars_every_time(size: QSizeF, inks: Inks) -> None:
    assert stars(size, inks) == stars(size, inks)


def test_every_star_is_on_the_picture(size: QSizeF, inks: Inks) -> None:
    picture = QRectF(QPointF(), size)
    assert all(picture.contains(star.place) for star in stars(size, inks))


def test_they_are_as_dense_on_every_picture(inks: Inks) -> None:
    wide, tall = stars(QSizeF(1920, 1080), inks), stars(QSizeF(1080, 1920), inks)
    assert len(wide) == len(tall) == pytest.approx(2 * len(stars(QSizeF(1080, 960), inks)), abs=1)


def test_they_are_dimmer_where_text_stands(size: QSizeF, inks: Inks) -> None:
    field = stars(size, inks)
    left = [s.colour.alphaF() for s in field if s.place.x() < 0.4 * size.width()]
    right = [s.colour.alphaF() for s in field if s.place.x() > 0.6 * size.width()]
    assert mean(left) < mean(right)


def test_every_scene_has_the_same_stars(accent: Accent, ink_atlas: Theme) -> None:
    inks = ink_atlas[accent]
    bright = [s for s in stars(QSizeF(1920, 1080), inks) if s.radius > 1.3 and s.place.x() < 960]
    picture = render(accent, 1920, 1080, inks)
    assert len(bright) > 10
    assert all(picture.pixelColor(s.place.toPoint()) != inks.background for s in bright)
