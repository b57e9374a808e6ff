import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.toolkit.text import TextBlock
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap
from tests.toolkit.drawn import Words, inside

EVENTS = [
    {"date": "二〇二三年九月", "text": "在黑龍江考察，首次提到這個詞。"},
    {"date": "二〇二四年一月", "text": "中共中央政治局集體學習，再作闡述。"},
    {"date": "二〇二四年三月", "text": "寫入政府工作報告。"},
]


def timeline(count: int = 3) -> dict[str, Any]:
    """What a file says of so many events."""
    events = [EVENTS[index % 3] for index in range(count)]
    return {"kind": "timeline", "title": "半年間，寫入政府工作報告", "events": events}


def dots(hung: Hung) -> list[QPointF]:
    """The middles of the dots, from the top down."""
    boxes = [box for box in hung.drawing().filled(hung.accent) if box.width() > 0]
    return sorted((box.center() for box in boxes), key=QPointF.y)


def lines(hung: Hung, colour: QColor) -> list[QRectF]:
    return [shape.box for shape in hung.drawing().lines(colour, least_px=3)]


def places(hung: Hung, count: int) -> list[tuple[Words, Words]]:
    """Each event's date and words, where they are all written in one line."""
    seen = sorted(hung.drawing().words, key=lambda words: words.box.center().y())
    dates = [words for words in seen if words.text.startswith("二〇")]
    texts = [words for words in seen if words.text.endswith("。")]
    assert len(dates) == len(texts) == count
    return list(zip(dates, texts, strict=True))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_events_stand_in_their_order_each_beside_its_dot(hang: Hang, count: int) -> None:
    hung = hang(timeline(count))
    assert len(dots(hung)) == count
    for dot, (date, text) in zip(dots(hung), places(hung, count), strict=True):
        assert date.box.center().y() == pytest.approx(dot.y(), abs=6)
        assert date.box.left() > dot.x() + 20
        assert text.box.top() > date.box.bottom()
        assert text.box.left() == pytest.approx(date.box.left(), abs=6)


@pytest.mark.parametrize("count", [5, 6])
def test_where_there_are_many_dates_stand_before_the_line(hang: Hang, count: int) -> None:
    hung = hang(timeline(count))
    for dot, (date, text) in zip(dots(hung), places(hung, count), strict=True):
        assert date.box.right() < dot.x() - 20
        assert text.box.left() > dot.x() + 20
        assert date.box.center().y() == pytest.approx(dot.y(), abs=6)
        assert text.box.center().y() == pytest.approx(dot.y(), abs=6)


@pytest.mark.parametrize(("count", "least_px"), [(2, 40), (3, 40), (4, 30), (5, 26), (6, 26)])
def test_all_events_are_set_alike_and_as_large_as_can_be(
    hang: Hang, count: int, least_px: int
) -> None:
    hung = hang(timeline(count))
    blocks = [item for item in inside(hung.item) if isinstance(item, TextBlock)]
    for kind in ("。", ""):
        sizes = {b.size_px for b in blocks if b.text.endswith(kind or tuple("月日年"))}
        assert len(sizes) == 1
        assert min(sizes) >= least_px


def test_dots_stand_equally_far_apart_on_one_line(hang: Hang) -> None:
    hung = hang(timeline(5))
    found = dots(hung)
    steps = [b.y() - a.y() for a, b in itertools.pairwise(found)]
    assert steps == pytest.approx([steps[0]] * 4, abs=0.1)
    assert len({round(place.x(), 1) for place in found}) == 1
    for colour in (hung.look.palette.rule, hung.accent):
        (rule,) = lines(hung, colour)
        assert rule.height() == pytest.approx(found[-1].y() - found[0].y(), abs=0.1)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_as_many_events_as_are_allowed_fit(hang: Hang, count: int) -> None:
    words = hang(timeline(count) | {"sources": ["caam"]}).drawing().words
    assert all(AREA.contains(one.box) for one in words)
    for one, other in itertools.combinations(words, 2):
        assert not overlap(one.box, other.box)


def test_events_light_up_one_after_the_other(hang: Hang) -> None:
    hung = hang(timeline())
    hung.item.enter()
    counts, told = [], []
    for _ in range(40):
        hung.wind(48)
        counts.append(len(dots(hung)))
        told.append(sum(event["text"] in hung.texts() for event in EVENTS))
    assert counts == sorted(counts)
    assert told == sorted(told)
    assert {1, 2, 3} <= set(counts)
    assert {1, 2, 3} <= set(told)
    assert all(words <= lit for words, lit in zip(told, counts, strict=True))


def test_before_the_entrance_there_is_only_the_frame(hang: Hang) -> None:
    hung = hang(timeline())
    hung.item.rewind()
    assert dots(hung) == []
    assert hung.texts() == ["半年間，寫入政府工作報告"]


def test_a_light_runs_down_the_line_and_lights_what_it_reaches(hang: Hang) -> None:
    hung = hang(timeline())
    hung.item.enter()
    ends = []
    for _ in range(40):
        hung.wind(48)
        (lit,) = lines(hung, hung.accent) or [QRectF()]
        ends.append(lit.height())
        reached = [dot for dot in dots(hung) if dot.y() <= lit.bottom() + 1]
        assert len(reached) == len(dots(hung))
    assert ends == sorted(ends)
    assert len(set(ends)) > 10


# --- reading -----------------------------------------------------------------------------------


def bright(hung: Hung) -> list[bool]:
    """Which events are told at full strength."""
    return [
        date.opacity == 1 and text.opacity == 1
        for date, text in places(hung, len(hung.item.spec.events))
    ]


def test_keys_go_down_the_story(hang: Hang) -> None:
    hung = hang(timeline())
    chosen = []
    for _ in range(4):
        assert hung.item.step(1)
        chosen.append(bright(hung))
    assert chosen == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [False, False, True],
    ]
    hung.item.reset()
    assert bright(hung) == [True] * 3


def test_a_chosen_event_has_a_larger_dot_and_the_light_ends_there(hang: Hang) -> None:
    hung = hang(timeline(5))
    height = lines(hung, hung.accent)[0].height()
    hung.item.select(2)
    boxes = sorted(hung.drawing().filled(hung.accent), key=QRectF.top)
    assert len(boxes) == 3  # those that are still to come are not lit
    assert boxes[2].width() > boxes[0].width() + 6
    assert lines(hung, hung.accent)[0].height() == pytest.approx(height / 2, abs=0.5)
    assert hung.item.read_out.words == ""


@pytest.mark.parametrize("count", [3, 6])
def test_a_finger_chooses_what_it_is_drawn_over(hang: Hang, count: int) -> None:
    hung = hang(timeline(count))
    found = places(hung, count)
    for mark, (date, text) in enumerate(found):
        for words in (date, text):
            hung.item.touch(words.box.center())
            assert bright(hung).index(True) == mark
    for mark, (one, other) in enumerate(itertools.pairwise(found)):
        hung.item.touch((one[1].box.bottomLeft() + other[0].box.topLeft()) / 2)
        assert bright(hung).index(True) == mark
    hung.item.touch(QPointF(20, 0))
    assert bright(hung)[0]
    hung.item.touch(QPointF(20, 626))
    assert bright(hung)[-1]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-Hant", "半年間，寫入政府工作報告：3件大事，從二〇二三年九月到二〇二四年三月。"),
        ("zh-Hans", "半年間，寫入政府工作報告：3件大事，从二〇二三年九月到二〇二四年三月。"),
        ("en", "半年間，寫入政府工作報告: 3 events, from 二〇二三年九月 to 二〇二四年三月."),
    ],
)
def test_it_tells_itself_in_a_sentence(hang: Hang, language: str, sentence: str) -> None:
    assert hang(timeline(), language).item.describe() == sentence
