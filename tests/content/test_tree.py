import pytest

from kiosk.content.parse import parse
from kiosk.content.problem import Mark, Report
from kiosk.content.tree import data, descend, under

TREE = parse("a:\n  - b: 1\n    c: 2\nd: 3\n", "f", Report())


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        ((), {"a": [{"b": "1", "c": "2"}], "d": "3"}),
        (("a", 0, "c"), "2"),
        (("d",), "3"),
        (("d", "zh-Hant"), "3"),
        (("a", 7), [{"b": "1", "c": "2"}]),
        (("union", "a", "branch", 0, "b"), "1"),
    ],
)
def test_steps_lead_as_far_as_the_tree_goes(steps: tuple[str | int, ...], value: object) -> None:
    assert data(descend(TREE, steps)) == value


def test_what_is_not_there_is_empty_at_the_place_it_would_have() -> None:
    nothing = under(TREE, "e")
    assert data(nothing) is None
    assert nothing.mark == Mark("f", 1, 1)
