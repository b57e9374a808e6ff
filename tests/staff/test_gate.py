"""The number pad in front of the panel."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QGraphicsScene

from kiosk.resources import STAFF_STRINGS
from kiosk.staff.gate import Gate, GateStatus
from kiosk.staff.words import Phrasebook
from kiosk.toolkit.look import Look
from kiosk.toolkit.proof import proof
from tests.staff.conftest import LANDSCAPE


class Door:
    """The pad on a scene of its own, and what was entered there."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.entered: list[str] = []
        self.cancelled = 0
        gate.entered.connect(self.entered.append)
        gate.cancelled.connect(self._on_cancelled)

    def press(self, *names: str) -> None:
        for name in names:
            (key,) = (one for one in self.gate.touchables() if one.name == name)
            key.tap(key.target().center())

    def told(self, name: str) -> str:
        (key,) = (one for one in self.gate.touchables() if one.name == name)
        return key.describe()

    def texts(self) -> list[str]:
        return [words.text for words in proof([self.gate])]

    def _on_cancelled(self) -> None:
        self.cancelled += 1


@pytest.fixture
def door(canvas: QGraphicsScene, look: Look) -> Callable[..., Door]:
    def build(status: GateStatus | None = None) -> Door:
        words = Phrasebook(STAFF_STRINGS)
        gate = Gate(look, LANDSCAPE, words, status or GateStatus())
        canvas.addItem(gate)
        return Door(gate)

    return build


Doors = Callable[..., Door]


def test_the_digits_are_handed_on_once_they_are_confirmed(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "2", "9")
    assert gate.entered == []
    gate.press("確定")
    assert gate.entered == ["7029"]


def test_nothing_of_them_is_kept(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "2", "9", "確定", "確定")
    assert gate.entered == ["7029"]
    assert "7029" not in repr(vars(gate.gate))


def test_they_are_never_seen_nor_said(door: Doors) -> None:
    gate = door()
    before = sorted(gate.texts())
    (key,) = (one for one in gate.gate.touchables() if one.name == "7")
    key.activate()
    key.activate()
    assert sorted(gate.texts()) == before
    assert key.reads() == "已輸入2個數字"


def test_the_last_digit_can_be_taken_back(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "3", "刪除", "2", "9", "確定")
    assert gate.entered == ["7029"]


def test_fewer_than_four_are_not_handed_on(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "2", "確定")
    assert gate.entered == []
    assert gate.told("確定") == "確定：現時不能使用"


def test_more_than_eight_are_not_taken(door: Doors) -> None:
    gate = door()
    gate.press(*"0123456789", "確定")
    assert gate.entered == ["01234567"]


def test_who_leaves_leaves_no_digits(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "2", "9", "取消", "確定")
    assert gate.cancelled == 1
    assert gate.entered == []


def test_another_question_begins_without_digits(door: Doors) -> None:
    gate = door(GateStatus("new"))
    gate.press("7", "0", "2", "9")
    gate.gate.show_status(GateStatus("again"))
    assert "再輸入一次" in gate.texts()
    gate.press("確定")
    assert gate.entered == []


def test_a_second_that_passes_leaves_the_digits(door: Doors) -> None:
    gate = door(GateStatus(problem="wrong", tries_left=3))
    assert "密碼不對，還可試 3 次" in gate.texts()
    gate.press("7", "0", "2", "9")
    gate.gate.show_status(GateStatus(problem="wrong", tries_left=3))
    gate.press("確定")
    assert gate.entered == ["7029"]


def test_locked_out_it_counts_down_and_takes_nothing(door: Doors) -> None:
    gate = door(GateStatus(problem="wrong", tries_left=0, wait_s=30))
    gate.press("7", "0", "2", "9", "確定")
    gate.gate.show_status(GateStatus(problem="wrong", tries_left=0, wait_s=29))
    assert "錯誤太多，請 29 秒後再試" in gate.texts()
    assert gate.entered == []
    gate.gate.show_status(GateStatus())
    gate.press("7", "0", "2", "9", "確定")
    assert gate.entered == ["7029"]


def test_digits_from_before_a_lock_out_are_gone_after_it(door: Doors) -> None:
    gate = door()
    gate.press("7", "0", "2", "9")
    gate.gate.show_status(GateStatus(wait_s=30))
    gate.gate.show_status(GateStatus())
    gate.press("確定")
    assert gate.entered == []


def test_a_damaged_file_leaves_only_the_way_out(door: Doors) -> None:
    gate = door(GateStatus(problem="broken"))
    gate.press("7", "取消")
    assert gate.cancelled == 1
    assert gate.told("7") == "7：現時不能使用"
