import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.backdrops.drawing import mixed, paint_light, presence, spark, tint

pytestmark = pytest.mark.usefixtures("qapp")

NIGHT, GOLD = QColor("#0B1020"), QColor("#F0C23C")
LANDSCAPE = QSizeF(1920, 1080)


def test_mixing_ends_at_either_colour() -> None:
    assert mixed(NIGHT, GOLD, 0) == NIGHT
    assert mixed(NIGHT, GOLD, 1) == GOLD
    assert mixed(NIGHT, GOLD, 0.5).alpha() == 255


def test_a_tint_leaves_its_colour_as_it_was() -> None:
    assert tint(GOLD, 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert GOLD.alpha() == 255


def test_presence_falls_away_from_the_top_right_corner() -> None:
    corner, chart, column = QPointF(1920, 0), QPointF(1300, 400), QPointF(350, 400)
    assert presence(corner, LANDSCAPE) == 1
    assert 0.3 < presence(chart, LANDSCAPE) < 0.5
    assert presence(column, LANDSCAPE) < 0.15


def test_a_spark_is_dim_where_text_stands() -> None:
    near, far = (spark(QPointF(x, 0), 2, GOLD, LANDSCAPE) for x in (1920, 0))
    assert near.colour == GOLD
    assert far.colour.alphaF() < 0.3


@pytest.mark.parametrize(
    "background, star, light",
    [("#0B1020", "#B8C0D4", "#F0C23C"), ("#F6F2E9", "#525A6B", "#9A5B00")],
)
def test_stars_stand_out_of_the_light(background: str, star: str, light: str) -> None:
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor(background))
    with QPainter(picture) as painter:
        painter.fillRect(QRectF(100, 100, 1, 1), QColor(star))
        paint_light(painter, QPointF(100, 100), 90, tint(QColor(light), 0.3), QColor(background))
    assert picture.pixelColor(100, 100) == QColor(star)
    assert picture.pixelColor(102, 100) != QColor(background)
    assert picture.pixelColor(5, 5) == QColor(background)
