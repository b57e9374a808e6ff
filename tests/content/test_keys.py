"""The map of keys: what it may say, and what is told when it says something else."""

import pytest
from PySide6.QtCore import Qt

from kiosk.content.keys import KEY_NAMES, KeyMap
from tests.content.house import FILES, House

LINE = "  idle_s: 60\n"


def test_every_name_is_one_of_qt_s() -> None:
    assert {f"Key_{name}" for name in KEY_NAMES} <= set(Qt.Key.__members__)
    assert {f"F{number}" for number in range(13, 25)} <= KEY_NAMES, "what assistive keypads send"


def test_without_a_word_about_keys_they_are_those_of_a_keyboard(house: House) -> None:
    assert house.load().defaults.keys == KeyMap()


def test_what_the_file_does_not_name_stays_as_it_is(house: House) -> None:
    house.replace("exhibition.yaml", LINE, f"{LINE}  keys: {{next: [Right, PageDown, F14]}}\n")
    keys = house.load().defaults.keys
    assert keys.next == ("Right", "PageDown", "F14")
    assert keys == KeyMap(next=keys.next)


def test_what_needs_no_key_may_have_none(house: House) -> None:
    bare = "{back: [], home: [], right: [], left: [], pause: [], scene_9: []}"
    house.replace("exhibition.yaml", LINE, f"{LINE}  keys: {bare}\n")
    assert house.load().defaults.keys.pause == ()


@pytest.mark.parametrize(
    ("keys", "column", "sentence"),
    [
        ("{next: [PageDwon]}", 17, "there is no key 'PageDwon' (did you mean 'PageDown'?)"),
        ("{next: [F14, F77]}", 22, "there is no key 'F77' (did you mean 'F7'?)"),
        ("{nxt: [F14]}", 10, "unknown key 'nxt' (did you mean 'next'?)"),
        ("{next: [F14, Space]}", 22, "the key 'Space' stands for both 'next' and 'pause'"),
        ("{scene_2: [F15], home: [F15]}", 20, "the key 'F15' stands for both 'home' and 'scene_2'"),
        ("{right: [F16], previous: [F16]}", 35, "stands for both 'right' and 'previous'"),
        ("{forward: []}", 19, "too few entries: 0, at least 1"),
        ("{activate: []}", 20, "too few entries: 0, at least 1"),
        ("{escape: []}", 18, "too few entries: 0, at least 1"),
        ("{next: F14}", 16, "a list belongs here"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    house: House, keys: str, column: int, sentence: str
) -> None:
    house.replace("exhibition.yaml", LINE, f"{LINE}  keys: {keys}\n")
    (problem,) = house.problems()
    line = FILES["exhibition.yaml"].count("\n") + 1
    assert problem.startswith(f"scenes/exhibition.yaml:{line}:{column}: ")
    assert sentence in problem
