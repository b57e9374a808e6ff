"""A network: its words, what a touch lights up, and what its file may say."""

from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.content.language import LANGUAGES, Language
from kiosk.exhibits.registry import KINDS
from tests.exhibits.conftest import Hang
from tests.exhibits.hung import AREA, Hung, overlap

NODES = {"cloud": "雲", "car": "電動車", "home": "住宅", "phone": "手機", "sun": "太陽能"}
FLOWS = {
    ("car", "cloud"): "位置",
    ("home", "cloud"): "用電數據",
    ("phone", "car"): "導航",
    ("sun", "home"): "電力",
}


def network(**more: Any) -> dict[str, Any]:
    """What a file says of five things."""
    return {
        "kind": "network",
        "title": "物物相連",
        "illustration": True,
        "nodes": [{"id": key, "label": label} for key, label in NODES.items()],
        "links": [{"between": list(pair), "flow": flow} for pair, flow in FLOWS.items()],
        **more,
    }


def said(hung: Hung) -> str:
    """All that is seen, but for what has faded away."""
    return "".join(words.text for words in hung.drawing().words if words.opacity > 0.5)


def test_each_node_has_its_name_and_none_lies_on_another(hang: Hang) -> None:
    hung = hang(network())
    words = hung.drawing().words
    assert set(NODES.values()) <= set(hung.texts())
    assert all(AREA.contains(each.box) for each in words)
    for index, one in enumerate(words):
        assert not any(overlap(one.box, other.box) for other in words[:index])


def test_what_flows_is_said_of_the_node_that_is_touched_alone(hang: Hang) -> None:
    hung = hang(network())
    assert not any(flow in said(hung) for flow in FLOWS.values())
    for mark, node in enumerate(NODES):
        hung.item.select(mark)
        hung.wind(1000)
        for pair, flow in FLOWS.items():
            assert (flow in said(hung)) == (node in pair), (node, flow)
    hung.item.reset()
    hung.wind(1000)
    assert not any(flow in said(hung) for flow in FLOWS.values())


def test_a_touch_means_the_node_under_it(hang: Hang) -> None:
    hung = hang(network())
    for mark, label in enumerate(NODES.values()):
        beside = hung.drawing().find(label).box.center()
        hung.item.touch(hung.item.mapFromScene(beside))
        assert hung.item.selected == mark
        hung.item.lift()


def test_arrow_keys_go_through_the_nodes(hang: Hang) -> None:
    item = hang(network()).item
    seen = []
    for _ in range(7):
        assert item.step(1)
        seen.append(item.selected)
    assert seen == [0, 1, 2, 3, 4, 4, 4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_describes_itself(hang: Hang, language: Language) -> None:
    told = hang(network(), language).item.describe()
    assert "物物相連" in told
    assert "5" in told and "4" in told


def test_it_sways_a_little_and_stands_still_where_motion_is_reduced(hang: Hang) -> None:
    hung = hang(network())
    hung.item.enter()
    hung.wind(2000)
    before = hung.drawing().find("住宅").box.center()
    places = []
    for _ in range(20):
        hung.wind(400)
        places.append(hung.picture())
    assert any(one != places[0] for one in places[1:])
    moved = hung.drawing().find("住宅").box.center() - before
    assert moved.manhattanLength() < 24
    hung.animator.reduced_motion = True
    still = hung.picture()
    hung.wind(4000)
    assert hung.picture() == still


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"illustration": False}, "illustration"),
        ({"links": [{"between": ["cloud", "caar"], "flow": "位置"}]}, "caar"),
        ({"links": [{"between": ["cloud", "cloud"], "flow": "位置"}]}, "cloud"),
        ({"nodes": [{"id": "cloud", "label": "雲"}] * 2}, "cloud"),
    ],
)
def test_a_wrong_file_is_told(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        KINDS["network"].spec.model_validate(network(**wrong))
