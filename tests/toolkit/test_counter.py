from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.content.numbers import Shown, Unit, shown
from kiosk.toolkit.counter import Counter, counter_size
from kiosk.toolkit.look import Look
from tests.conftest import LookFactory
from tests.toolkit.drawn import drawing

AREA = QRectF(0, 0, 900, 300)
SIZES = (168, 128, 92, 60)
LEFT, BASELINE = 40.0, 200.0

Stand = tuple[QGraphicsScene, QGraphicsItem]


@pytest.fixture
def stand() -> Stand:
    graphics = QGraphicsScene()
    return graphics, graphics.addRect(QRectF())


def measure(scale: str, *names: str) -> Unit:
    written = dict(zip(("zh-Hant", "zh-Hans", "en"), names, strict=True))
    return Unit.model_validate({"scale": scale, "name": written})


VEHICLES = measure("萬", "輛", "辆", "vehicles")


def counter(
    stand: Stand, look: Look, value: str, unit: Unit, right: float | None = None
) -> Counter:
    number = Decimal(value)
    counted = shown(unit, [number], look.language)
    colour = look.palette.text
    return Counter(stand[1], look, number, counted, 92, colour, LEFT, BASELINE, right)


def test_at_the_end_it_shows_the_digits_of_the_source(stand: Stand, look: Look) -> None:
    item = counter(stand, look, "958.70", VEHICLES)
    for ratio in (0.0, 0.3, 0.999999, 1.0):
        item.set_ratio(ratio)
    assert item.words == "958.70"


def test_before_it_is_told_anything_it_shows_the_source(stand: Stand, look: Look) -> None:
    assert counter(stand, look, "958.70", VEHICLES).words == "958.70"


@pytest.mark.parametrize(
    ("language", "words", "unit"),
    [
        ("zh-Hant", "958.7", "萬輛"),
        ("zh-Hans", "958.7", "万辆"),
        ("en", "9.587", "million vehicles"),
    ],
)
def test_each_language_counts_in_its_own_way(
    stand: Stand, make_look: LookFactory, language: str, words: str, unit: str
) -> None:
    counter(stand, make_look(language, "ink-atlas"), "958.7", VEHICLES)
    assert drawing(stand[0], AREA).texts() == [words, unit]


values = st.decimals(-99999, 99999, places=3).filter(lambda value: value != 0)
ratios = st.floats(0, 1)


@given(value=values, ratio=ratios)
def test_while_counting_the_decimals_stay(look: Look, value: Decimal, ratio: float) -> None:
    graphics = QGraphicsScene()
    plain = Shown(shift=0, unit="")
    item = Counter(graphics.addRect(QRectF()), look, value, plain, 92, look.palette.text, 0, 0)
    item.set_ratio(ratio)
    assert len(item.words.partition(".")[2]) == len(f"{value:f}".partition(".")[2])


@given(value=st.decimals("0.1", 99999, places=1), ratio=ratios, more=ratios)
def test_it_counts_up_and_never_beyond(
    look: Look, value: Decimal, ratio: float, more: float
) -> None:
    graphics = QGraphicsScene()
    plain = Shown(shift=0, unit="")
    item = Counter(graphics.addRect(QRectF()), look, value, plain, 92, look.palette.text, 0, 0)
    seen = []
    for step in (*sorted((ratio, more)), 1.0):
        item.set_ratio(step)
        seen.append(Decimal(item.words.replace(",", "")))
    assert seen == sorted(seen)
    assert seen[-1] == value


def test_the_unit_and_the_right_edge_of_the_digits_stand_still(stand: Stand, look: Look) -> None:
    item = counter(stand, look, "958.7", VEHICLES)
    edges, units = [], []
    for ratio in (0.0, 0.004, 0.05, 0.5, 1.0):
        item.set_ratio(ratio)
        seen = drawing(stand[0], AREA)
        edges.append(seen.find(item.words).box.right())
        units.append(seen.find("萬輛").box.left())
    assert max(edges) - min(edges) < 5  # the digits' own side bearings
    assert len(set(units)) == 1


def test_it_stands_on_its_baseline_from_its_left_edge(stand: Stand, look: Look) -> None:
    counter(stand, look, "958.7", VEHICLES)
    number, unit = drawing(stand[0], AREA).words
    assert number.baseline == unit.baseline == BASELINE
    assert number.box.left() == pytest.approx(LEFT, abs=8)


def test_set_flush_right_it_ends_there(stand: Stand, look: Look) -> None:
    counter(stand, look, "958.7", VEHICLES, right=700)
    assert drawing(stand[0], AREA).find("萬輛").box.right() == pytest.approx(700, abs=4)


@pytest.mark.parametrize("width", [900, 500, 300])
def test_the_size_is_the_first_that_fits(stand: Stand, look: Look, width: float) -> None:
    number = Decimal("958.7")
    counted = shown(VEHICLES, [number], look.language)
    size = counter_size(look, counted.number(number), counted.unit, SIZES, width)
    for tried in SIZES[: SIZES.index(size) + 1]:
        item = Counter(stand[1], look, number, counted, tried, look.palette.text, 0, 0)
        assert (item.width <= width) == (tried == size)


def test_where_none_fits_it_is_the_smallest(look: Look) -> None:
    assert counter_size(look, "958.7", "萬輛", SIZES, 10) == SIZES[-1]
