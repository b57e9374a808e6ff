"""Icons are counted in the picture, as a visitor counts them: by rows of ten with a gap after five.

The words are left out of it, and what is left is parted by the empty lines between icons.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.problem import ContentError, Mark
from kiosk.content.tree import Leaf, ListNode, MapNode, Node
from kiosk.content.validate import validated
from kiosk.exhibits.exhibit import ExhibitFrame
from kiosk.exhibits.pictogram import IconName, PictogramItem, PictogramSpec
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from tests.conftest import LookFactory
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import drawing

SHADE = 60
"""How far a colour is from another, in all its parts together, before they are two."""


def group(value: object, name: Any, label: Any, icon: str = "factory") -> dict[str, Any]:
    return {"value": str(value), "unit": {"name": name}, "label": label, "icon": icon}


def pictogram(*groups: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What a file says of counted icons."""
    return {"kind": "pictogram", "title": "香港已確認56個項目", "groups": groups, **more}


PROJECTS = group(56, {"zh-Hant": "個", "en": "projects"}, {"zh-Hant": "項目", "en": "Projects"})
LINES = group(74, {"zh-Hant": "條", "en": "lines"}, {"zh-Hant": "智能生產線", "en": "Smart lines"})
TRADES = group(10, {"zh-Hant": "個", "en": "industries"}, {"zh-Hant": "行業", "en": "Industries"})
MANY = group(120, {"zh-Hant": "台", "en": "robots"}, {"zh-Hant": "機器人", "en": "Robots"}, "gear")


def projects(value: object, **more: Any) -> dict[str, Any]:
    """So many projects alone."""
    return pictogram(group(value, "個", "項目"), **more)


@dataclass(frozen=True)
class Icon:
    """What one icon takes up, and which part of it is lit, from the left."""

    box: QRectF
    lit: float


def icon_rows(hung: Hung, within: QRectF = AREA) -> list[list[Icon]]:
    """The icons in the picture, row by row; all that is not words is taken for one."""
    pixels = _pixels(hung.picture())
    seen = _unlike(pixels, hung.look.palette.background, 30)
    bright = ~_unlike(pixels, hung.accent, SHADE)
    aside = np.ones(seen.shape, bool)
    aside[_slices(within)] = False
    for words in hung.drawing().words:
        aside[_slices(words.box.adjusted(-6, -8, 6, 8))] = True
    seen &= ~aside
    rows = []
    for top, bottom in _runs(seen.any(axis=1)):
        row = seen[top:bottom]
        columns = list(_runs(row.any(axis=0)))
        rows.append([_icon(bright[top:bottom], top, left, right) for left, right in columns])
    return rows


def _pixels(image: QImage) -> Any:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return raw[..., 2::-1].astype(np.int16)


def _unlike(pixels: Any, colour: QColor, shade: int) -> Any:
    return np.abs(pixels - np.array(colour.getRgb()[:3])).sum(axis=2) > shade


def _slices(box: QRectF) -> tuple[slice, slice]:
    box = box.intersected(AREA).toAlignedRect()
    return slice(box.top(), box.bottom() + 1), slice(box.left(), box.right() + 1)


def _runs(flags: Any) -> Iterator[tuple[int, int]]:
    """Where flags are set without a break."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _icon(bright: Any, top: int, left: int, right: int) -> Icon:
    columns = np.flatnonzero(bright[:, left:right].any(axis=0))
    lit = (columns[-1] + 1) / (right - left) if columns.size else 0.0
    return Icon(QRectF(left, top, right - left, bright.shape[0]), float(lit))


def icons(hung: Hung, within: QRectF = AREA) -> list[Icon]:
    return [icon for row in icon_rows(hung, within) for icon in row]


def lit(hung: Hung, within: QRectF = AREA) -> int:
    return sum(icon.lit > 0.9 for icon in icons(hung, within))


def columns(hung: Hung) -> list[QRectF]:
    """The room of each group, side by side, as the numbers begin them."""
    lefts = [words.box.left() - 6 for words in numbers(hung)]
    edges = [*lefts, AREA.right()]
    return [
        QRectF(left, 0, right - left, AREA.height()) for left, right in itertools.pairwise(edges)
    ]


def numbers(hung: Hung) -> list[Any]:
    """The large numbers from left to right."""
    large = [words for words in hung.drawing().words if words.box.height() > 28]
    return sorted((w for w in large if w.text.isdecimal()), key=lambda w: w.box.left())


# --- counting ----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [0, 1, 5, 6, 10, 11, 56, 74, 120])
def test_there_are_as_many_icons_as_the_source_counts(hang: Hang, value: int) -> None:
    hung = hang(projects(value))
    assert lit(hung) == len(icons(hung)) == value
    assert [words.text for words in numbers(hung)] == [str(value)]


def test_they_stand_in_rows_of_ten(hang: Hang) -> None:
    rows = icon_rows(hang(projects(56)))
    assert [len(row) for row in rows] == [10] * 5 + [6]
    lefts = [[round(icon.box.left()) for icon in row] for row in rows]
    assert all(row == lefts[0][: len(row)] for row in lefts)
    steps = [b - a for a, b in itertools.pairwise(row[0].box.top() for row in rows)]
    assert max(steps) - min(steps) <= 1


def test_a_gap_after_five_helps_to_count(hang: Hang) -> None:
    row = [icon.box.left() for icon in icon_rows(hang(projects(10)))[0]]
    steps = [b - a for a, b in itertools.pairwise(row)]
    middle = steps.pop(4)
    assert max(steps) - min(steps) <= 1
    assert middle > max(steps) * 1.3


def test_groups_share_one_size_and_begin_in_one_line(hang: Hang) -> None:
    hung = hang(pictogram(PROJECTS, LINES, TRADES))
    found = [icon_rows(hung, column) for column in columns(hung)]
    assert [sum(map(len, rows)) for rows in found] == [56, 74, 10]
    assert len({rows[0][0].box.top() for rows in found}) == 1
    pitches = [rows[0][1].box.left() - rows[0][0].box.left() for rows in found]
    assert max(pitches) - min(pitches) <= 1


@pytest.mark.parametrize("name", get_args(IconName))
def test_every_icon_can_be_drawn(hang: Hang, name: str) -> None:
    hung = hang(pictogram(group(1, "個", "項目", name)))
    drawn = icons(hung)
    box = drawn[0].box
    for icon in drawn[1:]:
        box = box.united(icon.box)
    assert 24 < max(box.width(), box.height()) <= 64
    assert all(icon.lit for icon in drawn)


# --- an icon that stands for more --------------------------------------------------------------


def test_an_icon_for_ten_leaves_the_rest_partly_lit(hang: Hang) -> None:
    *whole, last = icons(hang(projects(25, each=10)))
    assert [icon.lit > 0.9 for icon in whole] == [True, True]
    assert 0.4 < last.lit < 0.6
    assert last.box.width() == pytest.approx(whole[0].box.width(), abs=1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hant", "每個圖示代表 10 個"),
        ("zh-Hans", "每个图标代表 10 个"),
        ("en", "Each icon stands for 10 projects"),
    ],
)
def test_it_says_how_many_an_icon_stands_for(hang: Hang, language: str, words: str) -> None:
    unit = {"zh-Hant": "個", "zh-Hans": "个", "en": "projects"}
    said = pictogram(group(250, unit, "項目"), each=10)
    assert words.replace(" ", "") in "".join(hang(said, language).texts()).replace(" ", "")
    alone = hang(pictogram(group(25, unit, "項目")), language)
    assert words[:4] not in "".join(alone.texts())


def test_an_icon_may_stand_for_different_things(hang: Hang) -> None:
    texts = hang(pictogram(PROJECTS, LINES, each=2)).texts()
    assert "每個圖示代表2個/2條" in "".join(texts).replace(" ", "")


# --- the entrance ------------------------------------------------------------------------------


def test_they_light_one_after_the_other_in_step_with_the_number(hang: Hang) -> None:
    hung = hang(projects(56))
    hung.item.enter()
    seen = []
    while hung.animator.active:
        hung.wind(48)
        shown = [int(words.text) for words in numbers(hung)]
        bright = lit(hung)
        seen.append(bright)
        assert all(abs(number - bright) <= 1 for number in shown)
        flags = [icon.lit > 0.9 for icon in icons(hung)]
        assert flags == sorted(flags, reverse=True)
    assert seen == sorted(seen)
    assert len(set(seen)) > 8
    assert (lit(hung), seen[-1]) == (56, 56)


def test_the_unlit_ones_are_there_before_and_their_label_too(hang: Hang) -> None:
    hung = hang(projects(56))
    hung.item.enter()
    hung.wind(500)
    assert len(icons(hung)) == 56
    assert lit(hung) == 0
    assert "項目" in hung.texts()
    assert numbers(hung) == []


# --- reading -----------------------------------------------------------------------------------


def test_a_touched_group_is_read_out_and_the_others_dim(hang: Hang) -> None:
    hung = hang(pictogram(PROJECTS, LINES, TRADES))
    places = columns(hung)
    hung.item.touch(places[1].center())
    assert hung.item.read_out.words == "智能生產線\n74條"
    below = [place.adjusted(0, 300, 0, 0) for place in places]
    assert lit(hung, below[1]) > 20
    assert lit(hung, below[0]) == 0
    assert len(icons(hung, below[0])) > 10


@pytest.mark.parametrize("said", [[PROJECTS], [PROJECTS, LINES], [PROJECTS, LINES, TRADES]])
def test_the_label_stands_in_the_place_of_the_heading(hang: Hang, said: Any) -> None:
    hung = hang(pictogram(*said))
    for mark in range(len(said)):
        hung.item.select(mark)
        label = hung.item.read_out.sceneBoundingRect()
        others = [words for words in hung.drawing().words if not label.contains(words.box)]
        assert not any(overlap(label, words.box) for words in others)
        assert str(said[mark]["value"]) not in [words.text for words in others]


def test_drawing_a_finger_over_them_reads_one_after_the_other(hang: Hang) -> None:
    hung = hang(pictogram(PROJECTS, LINES, TRADES))
    said = []
    for x in range(20, 1080, 40):
        hung.item.touch(QPointF(x, 420))
        if not said or said[-1] != hung.item.read_out.words:
            said.append(hung.item.read_out.words)
    assert said == ["項目\n56個", "智能生產線\n74條", "行業\n10個"]


def test_keys_go_from_the_first_group_to_the_last(hang: Hang) -> None:
    hung = hang(pictogram(PROJECTS, LINES))
    said = []
    for _ in range(3):
        assert hung.item.step(1)
        said.append(hung.item.read_out.words.split("\n")[0])
    assert said == ["項目", "智能生產線", "智能生產線"]
    hung.item.reset()
    assert hung.item.read_out.words == ""
    assert lit(hung) == 130


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "zh-Hant",
            "香港已確認56個項目：項目為56個，智能生產線為74條；"
            "資料來源：中國汽車工業協會\N{NO-BREAK SPACE}2023。",
        ),
        (
            "en",
            "香港已確認56個項目: Projects: 56 projects, Smart lines: 74 lines; "
            "Source: 中國汽車工業協會\N{NO-BREAK SPACE}2023.",
        ),
    ],
)
def test_it_tells_itself_in_a_sentence(hang: Hang, language: str, sentence: str) -> None:
    hung = hang(pictogram(PROJECTS, LINES, sources=["caam"]), language)
    assert hung.item.describe().replace(" ", "") == sentence.replace(
        "\N{NO-BREAK SPACE}", " "
    ).replace(" ", "")


# --- its room ----------------------------------------------------------------------------------

CROWDS = {
    "one": [PROJECTS],
    "two": [PROJECTS, LINES],
    "three": [PROJECTS, LINES, TRADES],
    "four": [PROJECTS, LINES, TRADES, MANY],
    "four of the most": [MANY] * 4,
    "few": [group(0, "個", "項目"), group(1, "個", "行業")],
    "a long number": [group("120", {"zh-Hant": "平方公里工業用地"}, "面積")] * 4,
    "long labels": [group(74, "條", "粵港澳大灣區智能製造協作平台新落成的全新智能生產線")] * 4,
}


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("size", [QSizeF(1084, 626), QSizeF(952, 590)], ids=["wide", "narrow"])
def test_everything_has_its_room(
    canvas: QGraphicsScene, make_look: LookFactory, crowd: str, language: Any, size: QSizeF
) -> None:
    animator = Animator(ManualClock())
    frame = ExhibitFrame(
        make_look(language, "ink-atlas"), "future-industry", size, QSizeF(0, 0), {}, animator
    )
    spec = PictogramSpec.model_validate(pictogram(*CROWDS[crowd]))
    item = PictogramItem(canvas.addRect(QRectF()), spec, frame)
    words = drawing(canvas, QRectF(QPointF(0, 0), size), language).words
    assert all(item.picture_rect.adjusted(-1, -200, 1, 1).contains(word.box) for word in words)
    for one, other in itertools.combinations(words, 2):
        assert not overlap(one.box, other.box)
    for things in (place.things for place in item.places):
        assert item.picture_rect.contains(things) or things.isEmpty()
        assert not any(overlap(things, word.box) for word in words)
    for one, other in itertools.combinations([place.things for place in item.places], 2):
        assert not overlap(one, other)


# --- what a curator is told --------------------------------------------------------------------


def node(value: Any, line: int = 1) -> Node:
    """A tree in which what stands deeper stands further down."""
    mark = Mark("scene.yaml", line)
    if isinstance(value, dict):
        values = {key: node(part, line + 1 + at) for at, (key, part) in enumerate(value.items())}
        return MapNode(mark, values, dict.fromkeys(value, mark))
    if isinstance(value, list | tuple):
        return ListNode(mark, tuple(node(part, line + 10 * at) for at, part in enumerate(value)))
    return Leaf(mark, value)


def problem(said: dict[str, Any]) -> str:
    with pytest.raises(ContentError) as caught:
        validated(PictogramSpec, node(said))
    (found,) = caught.value.problems
    return found.sentence


@pytest.mark.parametrize(
    ("value", "each", "remedy"),
    [(121, 1, 2), (7400, 1, 100), (7400, 10, 100), (240, 1, 2), (241, 1, 5)],
)
def test_too_many_icons_are_refused_with_a_remedy(value: int, each: int, remedy: int) -> None:
    sentence = problem(projects(value, each=str(each)))
    assert sentence.startswith("more than 120 icons cannot be counted")
    assert sentence.endswith(f"'each: {remedy}'")
    assert validated(PictogramSpec, node(projects(value, each=str(remedy))))


def test_the_remedy_does_for_all_groups() -> None:
    said = pictogram(group(130, "個", "項目"), group(1000, "個", "行業"))
    with pytest.raises(ContentError) as caught:
        validated(PictogramSpec, node(said))
    assert len(caught.value.problems) == 1
    remedy = caught.value.problems[0].sentence.split("each: ")[1].strip("'")
    assert validated(PictogramSpec, node(said | {"each": remedy}))


def test_what_is_not_whole_cannot_be_counted() -> None:
    assert "56.5 cannot be counted" in problem(projects("56.5"))
    assert "at least 0" in problem(projects("-1"))


def test_an_unknown_icon_is_told_with_those_that_there_are() -> None:
    sentence = problem(pictogram(group(1, "個", "項目", "factroy")))
    assert "did you mean 'factory'?" in sentence
    assert "robot" in sentence
