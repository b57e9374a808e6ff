"""What holds of every kind in each of its difficult cases."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QRectF

from kiosk.content.language import Language
from kiosk.exhibits.bar import BarItem
from kiosk.exhibits.chart import ChartItem
from kiosk.exhibits.entrance import ENTRANCE_MS
from tests.exhibits.cases import CASES
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import Drawing, Words, alike

ALL = [(kind, name) for kind, cases in CASES.items() for name in cases]
CHARTS = [(kind, name) for kind, name in ALL if kind in ("bar", "line")]
BARS = [(kind, name) for kind, name in ALL if kind == "bar"]
NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
LANGUAGES: tuple[Language, ...] = ("zh-Hant", "en")

each_case = pytest.mark.parametrize(("kind", "name"), ALL)
each_chart = pytest.mark.parametrize(("kind", "name"), CHARTS)
each_bar_chart = pytest.mark.parametrize(("kind", "name"), BARS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


class Axis(NamedTuple):
    """Where two values stand, by the labels that a visitor reads."""

    zero_at: float
    other_at: float
    other: float

    def value(self, at: float) -> float:
        return (at - self.zero_at) / (self.other_at - self.zero_at) * self.other

    def px(self, value: float) -> float:
        return abs(value / self.other * (self.other_at - self.zero_at))


def axis(hung: Hung, seen: Drawing) -> Axis:
    """The value axis, from its label for zero and the one that is farthest from it."""
    item = hung.item
    assert isinstance(item, ChartItem)
    across = item.plot.across
    ink = item.look.palette.muted.name()
    inner = item.plot.inner()

    def is_label(words: Words) -> bool:
        middle = words.box.center()
        outside = middle.y() > inner.bottom() if across else middle.x() < inner.left()
        return bool(words.colour == ink and NUMBER.fullmatch(words.text)) and outside

    def at(words: Words) -> float:
        return words.box.center().x() if across else words.baseline - 10

    labels = {float(w.text.replace(",", "")): at(w) for w in seen.words if is_label(w)}
    farthest = max(labels, key=abs)
    return Axis(labels[0.0], labels[farthest], farthest)


def boxes(hung: Hung, colour: str, seen: Drawing) -> list[QRectF]:
    """What is filled in `colour` inside the plot, hatched or not."""
    item = hung.item
    assert isinstance(item, ChartItem)
    inner = item.plot.inner().adjusted(-20, -8, 20, 20)
    found = [shape.box for shape in seen.shapes if shape.fill == colour]
    remarks = hung.call_outs()
    return [
        box for box in found if inner.contains(box) and not any(r.intersects(box) for r in remarks)
    ]


def figures(item: ChartItem, row: int) -> Iterator[tuple[int, Any]]:
    """The known figures of a series, each with its category."""
    for index in range(len(item.spec.categories)):
        if (value := item.marks.figure(row, index)) is not None:
            yield index, value


# --- words -------------------------------------------------------------------------------------


@each_language
@pytest.mark.parametrize(("kind", "name"), ALL)
def test_nothing_leaves_the_exhibit(hang: Hang, kind: str, name: str, language: Language) -> None:
    area = AREA.adjusted(-2, -2, 2, 2)
    words = hang(CASES[kind][name], language).drawing().words
    assert [(w.text, w.box) for w in words if not area.contains(w.box)] == []


@each_language
@each_case
def test_no_words_stand_on_each_other(hang: Hang, kind: str, name: str, language: Language) -> None:
    words = hang(CASES[kind][name], language).drawing().words
    pairs = ((one, other) for at, one in enumerate(words) for other in words[:at])
    assert [(a.text, b.text) for a, b in pairs if overlap(a.box, b.box, 1.0)] == []


@each_language
@each_chart
def test_the_figures_that_are_written_are_those_of_the_source(
    hang: Hang, kind: str, name: str, language: Language
) -> None:
    hung = hang(CASES[kind][name], language)
    item, inner = hung.item, hung.item.picture_rect
    assert isinstance(item, ChartItem)
    muted, remarks = hung.look.palette.muted.name(), hung.call_outs()
    names = {words for category in item.spec.categories for words in category.split()}
    written = 0
    for words in hung.drawing().words:
        is_label = NUMBER.fullmatch(words.text) and words.text not in names
        if words.colour == muted or not is_label or not inner.contains(words.box):
            continue
        if any(remark.contains(words.box) for remark in remarks):
            continue
        written += 1
        assert any(
            item.shown.number(value) == words.text and _is_near(item, words.box, row, index)
            for row in range(item.rows)
            for index, value in figures(item, row)
        ), f"no mark beside {words.text!r} has that figure"
    assert written or name == "nothing at all"


def _is_near(item: ChartItem, box: QRectF, row: int, index: int) -> bool:
    place = item.mark_place(index, row)
    if item.plot.across:
        bar = item._box(row, index) if isinstance(item, BarItem) else box
        return abs(box.center().y() - bar.center().y()) < 6
    beside = abs(place.x() - box.center().x()) <= box.width() / 2 + 20
    stacked = isinstance(item, BarItem) and item.spec.stacked
    if stacked:
        return beside and item._box(row, index).contains(box)
    return (beside and abs(place.y() - box.center().y()) < 80) or _hangs(item, box, row, index)


def _hangs(item: ChartItem, box: QRectF, row: int, index: int) -> bool:
    """Whether a figure stands under a bar that goes down from zero."""
    if not isinstance(item, BarItem):
        return False
    bar = item._box(row, index)
    beside = abs(bar.center().x() - box.center().x()) < bar.width() / 2 + 4
    return beside and abs(bar.bottom() - box.center().y()) < 60


@each_language
@each_chart
def test_each_figure_can_be_read_with_every_digit(
    hang: Hang, kind: str, name: str, language: Language
) -> None:
    hung = hang(CASES[kind][name], language)
    item = hung.item
    assert isinstance(item, ChartItem)
    for row in range(item.rows):
        for index, value in figures(item, row):
            reading = item.reading(index * item.rows + row)
            assert reading
            assert item.shown.exact(value) in reading.main.words
            assert reading.main.words.endswith(item.shown.unit)
            assert reading.heading.startswith(item.spec.categories[index])


# --- marks -------------------------------------------------------------------------------------


@each_bar_chart
def test_each_bar_goes_from_zero_or_from_what_it_stands_on_to_its_value(
    hang: Hang, kind: str, name: str
) -> None:
    hung = hang(CASES[kind][name])
    item, seen = hung.item, hung.drawing()
    assert isinstance(item, BarItem)
    if name == "nothing at all":
        assert boxes(hung, item.colours[0].name(), seen) == []
        return
    scale = axis(hung, seen)
    off = 4 / max(1e-9, scale.px(1.0))  # what four pixels are on the axis
    across = item.plot.across
    # By colour: a theme has fewer than a chart may have series.
    wanted: dict[str, list[tuple[float, float]]] = {}
    for index in range(len(item.spec.categories)):
        under = 0.0
        for row in range(item.rows):
            value = item.marks.figure(row, index)
            if value is None:
                continue
            start = under if item.spec.stacked else 0.0
            end = start + float(value)
            under = end
            if scale.px(float(value)) > 1:
                of_colour = wanted.setdefault(item.colours[row].name(), [])
                of_colour.append((min(start, end), max(start, end)))
    for colour, ends in wanted.items():
        found = []
        for box in boxes(hung, colour, seen):
            low, high = (box.left(), box.right()) if across else (box.bottom(), box.top())
            if abs(high - low) > 1:
                found.append((scale.value(low), scale.value(high)))
        assert len(found) == len(ends)
        for one, other in zip(sorted(found), sorted(ends), strict=True):
            assert one == pytest.approx(other, abs=off)


# --- the entrance ------------------------------------------------------------------------------


@each_case
def test_however_the_entrance_ends_the_picture_is_the_same(
    hang: Hang, kind: str, name: str
) -> None:
    hung = hang(CASES[kind][name])
    final = hung.picture()
    hung.item.rewind()
    assert not alike(hung.picture(), final)
    hung.item.enter()
    hung.wind(ENTRANCE_MS + 32)
    assert alike(hung.picture(), final)
    for ratio in (0.05, 0.3, 0.5, 0.7, 0.95):
        hung.item.enter()
        hung.wind(ENTRANCE_MS * ratio)
        hung.picture()
        hung.item.settle()
        assert alike(hung.picture(), final)
        assert not hung.animator.active
    hung.animator.reduced_motion = True
    hung.item.enter()
    hung.animator.tick()
    assert alike(hung.picture(), final)
