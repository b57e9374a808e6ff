import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPointF

from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap

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


def test_events_stand_in_their_order_each_beside_its_dot(hang: Hang) -> None:
    hung = hang(timeline())
    seen = hung.drawing()
    assert len(dots(hung)) == 3
    for dot, event in zip(dots(hung), EVENTS, strict=True):
        date, text = seen.find(event["date"]), seen.find(event["text"])
        assert date.box.center().y() == pytest.approx(dot.y(), abs=6)
        assert date.box.left() > dot.x() + 20
        assert text.box.top() > date.box.bottom()
        assert text.box.left() == pytest.approx(date.box.left(), abs=6)


def test_dots_stand_equally_far_apart_on_one_line(hang: Hang) -> None:
    hung = hang(timeline(5))
    places = dots(hung)
    steps = [b.y() - a.y() for a, b in itertools.pairwise(places)]
    assert steps == pytest.approx([steps[0]] * 4, abs=0.1)
    assert len({round(place.x(), 1) for place in places}) == 1
    rule = hung.drawing().lines(hung.look.palette.rule, least_px=3)
    assert [shape.box.height() for shape in rule] == [
        pytest.approx(places[-1].y() - places[0].y(), abs=0.1)
    ]


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
