from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from tests.toolkit.drawn import drawing, picture

RECT = QRectF(40, 20, 232, 96)
AREA = QRectF(0, 0, 320, 140)

Draw = Callable[..., Button]


@pytest.fixture
def draw(canvas: QGraphicsScene, look: Look) -> Draw:
    nail = canvas.addRect(QRectF())

    def build(icon: str = "next", label: str = "下一個") -> Button:
        return Button(nail, look, RECT, "下一個", *filter(None, [icon]), label=label)

    return build


def inked(button: Button, colour: QColor) -> QRectF:
    """What is painted in just this colour inside the outline."""
    image = picture(button.scene(), AREA, QColor("#000000"))
    inner = RECT.adjusted(12, 12, -12, -12).toRect()
    points = [
        (x, y)
        for x in range(inner.left(), inner.right())
        for y in range(inner.top(), inner.bottom())
        if image.pixelColor(x, y) == colour
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize(("icon", "label"), [("next", ""), ("", "下一個"), ("next", "下一個")])
def test_icon_and_words_stand_in_the_middle(draw: Draw, look: Look, icon: str, label: str) -> None:
    ink = inked(draw(icon, label), look.palette.text)
    assert ink.center().x() == pytest.approx(RECT.center().x(), abs=12)
    assert ink.center().y() == pytest.approx(RECT.center().y(), abs=6)


def test_the_words_stand_behind_the_icon(draw: Draw) -> None:
    button = draw()
    words = drawing(button.scene(), AREA).find("下一個")
    assert RECT.contains(words.box)
    assert words.box.center().x() > RECT.center().x()


def test_another_icon_is_shown_and_its_words_are_told(draw: Draw, look: Look) -> None:
    button = draw("pause", "")
    before = picture(button.scene(), AREA, QColor("#000000"))
    button.set_icon("play", "繼續")
    assert picture(button.scene(), AREA, QColor("#000000")) != before
    assert button.describe() == "繼續"


def test_several_icons_stand_side_by_side_in_the_middle(canvas: QGraphicsScene, look: Look) -> None:
    button = Button(canvas.addRect(QRectF()), look, RECT, "前後", "previous", "next")
    ink = inked(button, look.palette.text)
    assert ink.center().x() == pytest.approx(RECT.center().x(), abs=12)
    assert ink.width() > 50


def test_pressed_it_is_lighter(draw: Draw) -> None:
    button = draw()

    def ground() -> int:
        image = picture(button.scene(), AREA, QColor("#000000"))
        return image.pixelColor(round(RECT.left()) + 30, round(RECT.center().y())).lightness()

    at_rest = ground()
    button.set_pressed(True)
    assert ground() > at_rest + 15
    button.set_pressed(False)
    assert ground() == at_rest


def test_it_acts_when_it_is_activated(draw: Draw) -> None:
    button = draw()
    acted: list[bool] = []
    button.activated.connect(lambda: acted.append(True))
    button.activate()
    assert acted == [True]


def test_an_icon_that_is_not_there_is_told_by_its_name(look: Look) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    with QPainter(image) as painter, pytest.raises(FileNotFoundError, match=r"nothing\.svg"):
        look.icons.draw(painter, "nothing", QRectF(0, 0, 40, 40), QColor("#ffffff"))
