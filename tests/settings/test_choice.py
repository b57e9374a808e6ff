"""What is written in a shell is checked as what stands in the file."""

from typing import Any

import pytest

from kiosk.content.programme import Slot
from kiosk.settings.choice import ChoiceError, parsed_choice


@pytest.mark.parametrize(
    ("key", "text", "choice"),
    [
        ("timing.idle_s", "75", 75.0),
        ("sound.on", "false", False),
        ("panel.diagonal_mm", "null", None),
        ("programmes.A", "[{scene: a, dwell_s: 12}]", (Slot(scene="a", dwell_s=12),)),
        ("hours.week", "{monday: [10:00-18:00]}", {"monday": ((600, 1080),)}),
        ("dayparts", "[]", ()),
    ],
)
def test_it_becomes_what_its_key_has(key: str, text: str, choice: Any) -> None:
    assert parsed_choice(key, text) == choice


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("timing.idel_s", "75", r"unknown key 'timing.idel_s' \(did you mean 'timing.idle_s'\?\)"),
        ("timing", "{}", "unknown key 'timing'"),
        ("timing.idle_s", "5", "timing.idle_s: '5' is too small: it has to be at least 30"),
        ("panel.diagonal_mm", " ", "panel.diagonal_mm: nothing is written here"),
        ("timing.idle_s", "soon", "'soon' is not a number"),
        ("timing.attract_s", "5", "5 is not from 20 to 300, nor 0 for no attract screen"),
        ("sound.on", "yes", "write true or false, not 'yes'"),
        ("start.language", "zh-Hand", r"did you mean 'zh-Hant'\?"),
        ("programmes.A", "[{scene: a, dwel_s: 5}]", r"'dwel_s' \(did you mean 'dwell_s'\?\)"),
        ("programmes.A", "[]", "too few entries: 0, at least 1"),
        ("programmes.A", "[{scene: a", "is not closed"),
        ("hours.week", "{monday: [10-18]}", "'10-18' is not a span such as 10:00-18:00"),
        ("hours.week", "{mon: []}", "'mon' is not one of"),
    ],
)
def test_what_is_wrong_is_told(key: str, text: str, sentence: str) -> None:
    with pytest.raises(ChoiceError, match=sentence):
        parsed_choice(key, text)
