import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.toolkit.icons import Icons
from kiosk.toolkit.look import Look
from kiosk.toolkit.stamp import Stamp

INK = QColor("#ffffff")
SIDE = 36.0


def canvas(scale: float) -> QImage:
    image = QImage(
        round(200 * scale), round(100 * scale), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    return image


@pytest.fixture
def stamp(look: Look) -> Stamp:
    return Stamp(look.icons, "count-factory", SIDE, INK)


def stamped(stamp: Stamp, scale: float, *corners: QPointF, share: float = 1.0) -> QImage:
    image = canvas(scale)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        stamp.draw(painter, corners, share)
    return image


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.25, 2.0])
def test_it_is_as_sharp_as_the_icon_itself(look: Look, stamp: Stamp, scale: float) -> None:
    drawn = canvas(scale)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QRectF(round(40 * scale), round(20 * scale), round(SIDE * scale), round(SIDE * scale))
        look.icons.draw(painter, "count-factory", at, INK)
    assert stamped(stamp, scale, QPointF(40, 20)) == drawn


def test_between_pixels_it_stands_on_the_nearest(stamp: Stamp) -> None:
    assert stamped(stamp, 1.0, QPointF(40.4, 19.6)) == stamped(stamp, 1.0, QPointF(40, 20))


def test_it_is_rendered_once_for_many_places_and_frames(
    stamp: Stamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Icons, "draw", lambda *_: pytest.fail("it was rendered again"))
    for _ in range(3):
        image = stamped(stamp, 1.0, *(QPointF(x, 0) for x in range(0, 160, 40)))
    assert image != canvas(1.0)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5])
def test_a_part_is_its_left_part(stamp: Stamp, share: float) -> None:
    image = stamped(stamp, 1.0, QPointF(0, 0), share=share)
    lit = [x for x in range(200) if any(image.pixelColor(x, y).alpha() for y in range(100))]
    assert max(lit, default=-1) < max(share * SIDE, 0)


def test_an_icon_that_is_missing_is_missed_before_anything_is_painted(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        Stamp(look.icons, "count-nothing", SIDE, INK)
