"""The label in which a mark is read out: never under the finger, never outside, never cut."""

from random import Random

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.toolkit.look import Look
from kiosk.toolkit.readout import ABOVE_PX, Reading, ReadLine, ReadOut
from tests.toolkit.drawn import Drawing, drawing

BOUNDS = QRectF(0, 0, 1084, 626)
SHORT = ReadLine("958.7萬輛")
OTHERS = (ReadLine("銷售 949.5萬輛"), ReadLine("出口 120.3萬輛"))


@pytest.fixture
def label(canvas: QGraphicsScene, look: Look) -> ReadOut:
    return ReadOut(canvas.addRect(QRectF()), look, BOUNDS)


def read(label: ReadOut, at: QPointF, main: ReadLine = SHORT, *others: ReadLine) -> QRectF:
    """Where the label stands that reads a mark at a point."""
    label.show_reading(Reading(at, "2023", main, others))
    return label.mapRectToScene(label.boundingRect()).adjusted(3, 3, -3, -3)


def seen(label: ReadOut) -> Drawing:
    return drawing(label.scene(), BOUNDS)


def test_at_first_it_says_nothing(label: ReadOut) -> None:
    assert label.words == ""
    assert seen(label).texts() == []


def test_it_says_heading_figure_and_what_goes_with_it(label: ReadOut) -> None:
    read(label, QPointF(500, 400), SHORT, *OTHERS)
    assert label.words == "2023\n958.7萬輛\n銷售 949.5萬輛\n出口 120.3萬輛"
    tops = [words.box.top() for words in seen(label).words]
    assert tops == sorted(tops)


def test_the_figure_is_larger_than_what_goes_with_it(label: ReadOut) -> None:
    read(label, QPointF(500, 400), ReadLine("958"), ReadLine("949"))
    shown = seen(label)
    assert shown.find("958").box.height() > 1.5 * shown.find("949").box.height()


def test_it_stands_in_the_middle_over_the_mark(label: ReadOut) -> None:
    box = read(label, QPointF(500, 400))
    assert box.center().x() == pytest.approx(500, abs=1)
    assert box.bottom() == pytest.approx(400 - ABOVE_PX, abs=1)


def test_at_the_edges_it_moves_inside(label: ReadOut) -> None:
    assert read(label, QPointF(5, 400)).left() == BOUNDS.left()
    assert read(label, QPointF(1080, 400)).right() == pytest.approx(BOUNDS.right())


def test_where_there_is_no_room_above_it_stands_beside(label: ReadOut) -> None:
    left, right = read(label, QPointF(300, 60)), read(label, QPointF(1000, 60))
    assert left.left() >= 300 + ABOVE_PX - 1
    assert right.right() <= 1000 - ABOVE_PX + 1
    assert left.top() == right.top() == BOUNDS.top()


@pytest.mark.parametrize("seed", range(4))
def test_it_is_always_inside_and_never_under_the_finger(label: ReadOut, seed: int) -> None:
    random = Random(seed)
    for _ in range(60):
        at = QPointF(random.uniform(0, 1084), random.uniform(0, 626))
        main = ReadLine("生產 " * random.randint(0, 1) + "1,958.7萬輛")
        box = read(label, at, main, *random.choices(OTHERS, k=random.randint(0, 4)))
        assert BOUNDS.contains(box)
        assert not box.adjusted(-20, -20, 20, 20).contains(at), (at, box)


def test_one_as_wide_as_half_the_exhibit_is_not_under_the_finger_either(label: ReadOut) -> None:
    at = QPointF(540, 150)
    box = read(label, at, ReadLine("登記 1,234,567.89 million vehicles"), *OTHERS)
    assert not box.adjusted(-20, -20, 20, 20).contains(at)


def test_all_its_words_stand_on_it(label: ReadOut) -> None:
    long = ReadLine("International co-operation zone of Guangdong and Hong Kong 1,234,567.89")
    for main in (SHORT, long, ReadLine("中" * 60)):
        box = read(label, QPointF(500, 600), main, *OTHERS)
        assert BOUNDS.contains(box)
        words = seen(label).words
        assert all(box.contains(w.box) for w in words)
        assert sum(w.text.count("中") for w in words) == main.words.count("中")


def test_a_colour_stands_before_the_line_it_belongs_to(label: ReadOut, look: Look) -> None:
    one, other = (look.palette.series("new-energy", row) for row in (0, 1))
    read(label, QPointF(500, 400), ReadLine("958", one), ReadLine("949", other))
    shown = seen(label)
    for colour, text in ((one, "958"), (other, "949")):
        (swatch,) = shown.filled(colour)
        words = shown.find(text).box
        assert swatch.right() < words.left()
        assert words.top() - 6 < swatch.center().y() < words.bottom() + 6


def test_it_forgets_what_it_said_before(label: ReadOut, look: Look) -> None:
    red = look.palette.accent("future-industry")
    large = read(label, QPointF(500, 400), ReadLine("1,234,567.89萬輛", red), *OTHERS)
    small = read(label, QPointF(500, 400), ReadLine("5"))
    assert small.width() < large.width()
    assert label.words == "2023\n5"
    assert sorted(seen(label).texts()) == ["2023", "5"]
    assert seen(label).filled(red) == []


def test_cleared_it_says_nothing_and_then_something_again(label: ReadOut) -> None:
    read(label, QPointF(500, 400))
    label.clear()
    assert (label.words, seen(label).texts()) == ("", [])
    read(label, QPointF(500, 400))
    assert label.words == "2023\n958.7萬輛"


def test_without_a_figure_the_heading_and_the_rest_stand_alone(label: ReadOut) -> None:
    read(label, QPointF(500, 400), ReadLine(""), ReadLine("首次突破三百萬輛"))
    assert label.words == "2023\n首次突破三百萬輛"
