"""Changes are counted as staff would count them."""

from typing import Any

import pytest

from kiosk.settings.changes import changes
from kiosk.settings.layers import Origin, resolve
from kiosk.settings.model import Settings

ROUND: list[dict[str, Any]] = [{"scene": "a"}, {"scene": "b"}, {"scene": "c"}]
A, B, C = ROUND


def having(**chosen: Any) -> Settings:
    """Settings with some values, a key's point written as an underscore."""
    choices = {key.replace("__", "."): value for key, value in chosen.items()}
    return resolve({Origin.VENUE: {"programmes.A": ROUND} | choices}).settings


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({}, 0),
        ({"timing__idle_s": 60}, 0),
        ({"timing__idle_s": 61}, 1),
        ({"timing__idle_s": 61, "sound__on": False}, 2),
        ({"hours__week": {"monday": ["10:00-18:00"], "friday": []}}, 1),
        ({"programmes__B": ROUND}, 1),
    ],
    ids=str,
)
def test_each_key_is_one(chosen: dict[str, Any], count: int) -> None:
    assert changes(having(), having(**chosen)) == count
    assert changes(having(**chosen), having()) == count


@pytest.mark.parametrize(
    ("programme", "count"),
    [
        ([A | {"dwell_s": 12}, B, C], 1),
        ([A | {"dwell_s": 12, "shown": False}, B, C], 1),
        ([A | {"dwell_s": 12}, B | {"shown": False}, C], 2),
        ([B, A, C], 1),
        ([C, B, A], 1),
        ([B | {"shown": False}, A, C], 2),
        ([A, B], 1),
        ([B, C], 1),
        ([C], 2),
        ([A, A, B, C], 1),
        ([A, B, C, A | {"dwell_s": 5}], 1),
        ([{"scene": "d"}, B, C], 2),
    ],
    ids=str,
)
def test_each_slot_of_a_programme_is_one_and_their_order_too(
    programme: list[dict[str, Any]], count: int
) -> None:
    assert changes(having(), having(programmes__A=programme)) == count
    assert changes(having(programmes__A=programme), having()) == count
