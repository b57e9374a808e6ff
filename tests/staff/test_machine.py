"""The page «Machine»: what staff read there, and what they want by touching it."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any, get_args

import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.content.language import LANGUAGES, Language
from kiosk.content.model import Exhibition
from kiosk.staff.commands import ChangePin, Clean, Guide, Quit, Restart, Suspend, TrustClock
from kiosk.staff.status import Status
from kiosk.toolkit.text import TextBlock
from kiosk.venue.machine import MachineStatus, Started, Trouble, TroubleKind
from tests.conftest import LookFactory
from tests.staff.conftest import LANDSCAPE, NOW, PORTRAIT, Booth, BoothFactory, sample_status
from tests.toolkit.drawn import inside

PARTS = {
    "zh-Hant": ("狀態", "問題", "測試", "操作"),
    "zh-Hans": ("状态", "问题", "测试", "操作"),
    "en": ("Status", "Problems", "Tests", "Actions"),
}
LONG = "venue.yaml:12:3: unknown key 'tming' (did you mean 'timing'?) " * 3
ALL_KINDS = tuple(
    Trouble(NOW - timedelta(hours=3 * at + 1), kind, LONG, 12)
    for at, kind in enumerate(get_args(TroubleKind))
)


@pytest.fixture
def machine(exhibition: Exhibition) -> MachineStatus:
    """The machine of a day like any other, with nothing wrong."""
    return replace(sample_status(exhibition).machine, troubles=())


@pytest.fixture
def worst(machine: MachineStatus) -> MachineStatus:
    """The machine of a day on which all went wrong."""
    return replace(
        machine,
        uptime_s=399 * 24 * 3600 + 23 * 3600,
        starts=tuple(Started(NOW - timedelta(minutes=at), "crash") for at in range(50)),
        frame_p95_ms=240.0,
        memory_bytes=12_900_000_000,
        temperature_c=None,
        disk_free_bytes=1,
        clock_trusted=False,
        troubles=ALL_KINDS * 2,
    )


def texts(desk: Booth) -> list[str]:
    return [item.text for item in inside(desk.panel) if isinstance(item, TextBlock)]


def show(desk: Booth, exhibition: Exhibition, machine: MachineStatus, **changed: Any) -> None:
    status: Status = replace(sample_status(exhibition), machine=machine, **changed)
    desk.panel.show_status(status)


def open_part(desk: Booth, part: str) -> None:
    """By touching its tab, which tells that it is chosen where it is."""
    found = [one for one in desk.panel.touchables() if part == one.name]
    found[0].activate()


# How it is


def test_a_machine_that_is_well_is_said_to_be(booth: BoothFactory, machine: MachineStatus) -> None:
    assert "一切正常" in texts(booth("machine", machine=machine))


def test_what_is_wrong_is_said_in_plain_words_with_its_time(booth: BoothFactory) -> None:
    said = texts(booth("machine"))
    assert "有1件事要留意" in said
    assert "今天11:30：朗讀未能發聲" in said


def test_more_than_fit_are_counted(booth: BoothFactory, worst: MachineStatus) -> None:
    said = texts(booth("machine", machine=worst))
    # The clock, the disk, and of the other kinds those of the last day, twice.
    assert len(worst.concerns) == 14
    assert {"有14件事要留意", "磁碟快滿", "還有12件，見「問題」"} <= set(said)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uptime_s": 93_784}, {"1日2小時", "昨天12:26啟動"}),
        ({"uptime_s": 3_900}, {"1小時5分", "今天13:25啟動"}),
        ({"uptime_s": 59}, {"0分鐘"}),
        ({"frame_p95_ms": 16.9}, {"17毫秒", "動畫流暢"}),
        ({"frame_p95_ms": 33.0}, {"33毫秒", "動畫大致流暢"}),
        ({"frame_p95_ms": 60.0}, {"60毫秒", "動畫不流暢"}),
        ({"frame_p95_ms": None}, {"暫無數據", "未有動畫"}),
        ({"temperature_c": None}, {"暫無數據", "沒有可讀的感應器"}),
        ({"temperature_c": 84.6}, {"85°C", "過熱，請檢查通風"}),
        ({"memory_bytes": 172_400_000}, {"172 MB"}),
        ({"disk_free_bytes": 1_240_000_000_000}, {"1.2 TB", "共120 GB"}),
        ({"clock_trusted": False}, {"14:30", "11月25日，可能不準"}),
        ({"content_version": "3f9a2c · 2026-11-20"}, {"3f9a2c", "2026-11-20，程式0.1.0"}),
        ({"content_version": ""}, {"暫無數據", "0.1.0"}),
    ],
)
def test_figures_are_said_as_people_say_them(
    booth: BoothFactory, machine: MachineStatus, changes: dict[str, Any], said: set[str]
) -> None:
    assert said <= set(texts(booth("machine", machine=replace(machine, **changes))))


def test_starts_are_counted_with_the_reason_of_the_last(
    booth: BoothFactory, machine: MachineStatus
) -> None:
    starts = (
        Started(NOW, "crash"),
        Started(NOW - timedelta(days=6), "asked"),
        Started(NOW - timedelta(days=8), "first"),
    )
    said = texts(booth("machine", machine=replace(machine, starts=starts)))
    assert {"2次", "上次因程式意外結束"} <= set(said)


def test_figures_change_while_what_can_be_touched_stays(
    booth: BoothFactory, exhibition: Exhibition, machine: MachineStatus
) -> None:
    desk = booth("machine", machine=machine)
    before = desk.panel.touchables()
    show(desk, exhibition, replace(machine, now=NOW + timedelta(minutes=1), uptime_s=93_844))
    assert {"14:31", "1日2小時"} <= set(texts(desk))
    assert desk.panel.touchables() == before


def test_a_doubted_clock_can_be_trusted(booth: BoothFactory, machine: MachineStatus) -> None:
    desk = booth("machine", machine=replace(machine, clock_trusted=False))
    desk.touch("時鐘正確")
    assert desk.commands == [TrustClock()]


def test_a_trusted_clock_needs_no_button(
    booth: BoothFactory, exhibition: Exhibition, machine: MachineStatus
) -> None:
    desk = booth("machine", machine=replace(machine, clock_trusted=False))
    show(desk, exhibition, machine)
    assert "時鐘正確" not in [one.name for one in desk.panel.touchables()]


# What went wrong


def test_every_kind_of_trouble_has_words_and_advice(
    booth: BoothFactory, worst: MachineStatus, make_look: LookFactory
) -> None:
    desk = booth("machine", PORTRAIT, make_look("en", "ink-atlas"), machine=worst)
    open_part(desk, "Problems")
    assert {"Error in the settings file; last good one used", "12 times"} <= set(texts(desk))
    desk.touch("Older")
    assert "Part of the program failed; the show goes on" in texts(desk)


def test_all_troubles_can_be_paged_through(booth: BoothFactory, worst: MachineStatus) -> None:
    desk = booth("machine", machine=worst)
    open_part(desk, "問題")
    count = len(worst.troubles)
    assert f"第1至4件，共{count}件" in texts(desk)
    for _ in range(9):
        if "較舊" in _usable(desk):
            desk.touch("較舊")
    last = (count - 1) // 4 * 4 + 1
    assert f"第{last}至{count}件，共{count}件" in texts(desk)
    assert "較舊" not in _usable(desk)
    while "較新" in _usable(desk):
        desk.touch("較新")
    assert f"第1至4件，共{count}件" in texts(desk)


def _usable(desk: Booth) -> list[str]:
    """What does not say that it cannot be used now."""
    return [one.name for one in desk.panel.touchables() if one.describe() == one.name]


def test_fewer_troubles_than_before_leave_no_empty_page(
    booth: BoothFactory, exhibition: Exhibition, worst: MachineStatus
) -> None:
    desk = booth("machine", machine=worst)
    open_part(desk, "問題")
    for _ in range(3):
        desk.touch("較舊")
    show(desk, exhibition, replace(worst, troubles=ALL_KINDS[:1]))
    assert "設定檔有錯，現沿用上一份" in texts(desk)


def test_no_trouble_is_said_to_be_none(booth: BoothFactory, machine: MachineStatus) -> None:
    desk = booth("machine", machine=machine)
    open_part(desk, "問題")
    assert "沒有記錄到任何問題。" in texts(desk)


# Tasks


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("清潔模式", Clean()),
        ("導賞模式", Guide(True)),
        ("暫停展出", Suspend(True)),
        ("更改職員密碼", ChangePin()),
    ],
)
def test_a_task_is_wanted_by_one_touch(booth: BoothFactory, name: str, command: object) -> None:
    desk = booth("machine")
    open_part(desk, "操作")
    [task] = [one for one in desk.panel.touchables() if one.name == name]
    task.activate()
    assert desk.commands == [command]


def test_what_is_on_is_switched_off(booth: BoothFactory) -> None:
    desk = booth("machine", guided=True, suspended=True)
    open_part(desk, "操作")
    for name in ("導賞模式", "暫停展出"):
        [switch] = [one for one in desk.panel.touchables() if one.name == name]
        switch.activate()
    assert desk.commands == [Guide(False), Suspend(False)]


@pytest.mark.parametrize(("name", "command"), [("重新啟動", Restart()), ("結束", Quit())])
def test_what_ends_the_kiosk_is_asked_once_more(
    booth: BoothFactory, name: str, command: object
) -> None:
    desk = booth("machine")
    open_part(desk, "操作")
    desk.touch(name)
    assert desk.commands == []
    desk.touch("取消")
    desk.touch(name)
    assert desk.commands == []
    desk.touch(name)
    assert desk.commands == [command]


def test_a_question_is_forgotten_on_another_part(booth: BoothFactory) -> None:
    desk = booth("machine")
    open_part(desk, "操作")
    desk.touch("結束")
    open_part(desk, "狀態")
    open_part(desk, "操作")
    assert "取消" not in [one.name for one in desk.panel.touchables()]


# Tests of the screen


def test_a_test_covers_the_panel_and_is_all_that_can_be_touched(booth: BoothFactory) -> None:
    desk = booth("hours")
    bounds = QRectF(-200, -30, 2320, 1140)
    desk.panel.cover(bounds)
    desk.panel.open("machine")
    open_part(desk, "測試")
    desk.touch("觸控測試")
    [test] = desk.panel.touchables()
    assert test.boundingRect() == bounds
    desk.panel.cover(QRectF(0, -300, 1920, 1680))
    assert test.boundingRect() == QRectF(0, -300, 1920, 1680)


def test_a_test_goes_on_while_the_figures_change(
    booth: BoothFactory, exhibition: Exhibition, worst: MachineStatus
) -> None:
    desk = booth("machine")
    open_part(desk, "測試")
    desk.touch("顏色及像素測試")
    before = desk.panel.touchables()
    show(desk, exhibition, worst)
    assert desk.panel.touchables() == before
    assert before[0].scene() is desk.graphics


def test_after_a_test_the_page_is_as_it_was(booth: BoothFactory) -> None:
    desk = booth("machine")
    open_part(desk, "測試")
    before = [one.name for one in desk.panel.touchables()]
    desk.touch("顏色及像素測試")
    for _ in range(8):
        desk.panel.touchables()[0].activate()
    assert [one.name for one in desk.panel.touchables()] == before


def test_who_leaves_the_page_in_a_test_leaves_the_test(booth: BoothFactory) -> None:
    desk = booth("machine")
    open_part(desk, "測試")
    desk.touch("觸控測試")
    desk.panel.leave()
    assert len(desk.panel.touchables()) > 1


# How it looks


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_fit_and_all_targets_can_be_hit(
    booth: BoothFactory,
    make_look: LookFactory,
    worst: MachineStatus,
    size: QSizeF,
    language: Language,
) -> None:
    desk = booth("machine", size, make_look(language, "ink-atlas"), machine=worst)
    for part in PARTS[language]:
        open_part(desk, part)
        _assert_words_fit(desk)
        _assert_targets_are_apart(desk)


def _assert_words_fit(desk: Booth) -> None:
    blocks = [item for item in inside(desk.panel) if isinstance(item, TextBlock)]
    for block in blocks:
        assert not block.overflow_px, block.text
        assert not block.cut_word, block.text
        parent = block.parentItem()
        assert parent is not None
        outline = block.mapToScene(block.inked()).boundingRect()
        assert parent.sceneBoundingRect().adjusted(-1, -1, 1, 1).contains(outline), block.text
    boxes = [(block.text, block.mapToScene(block.inked()).boundingRect()) for block in blocks]
    for (one, here), (other, there) in combinations(boxes, 2):
        assert not here.adjusted(1, 1, -1, -1).intersects(there), (one, other)


def _assert_targets_are_apart(desk: Booth) -> None:
    places = [one.mapToScene(one.target()).boundingRect() for one in desk.panel.touchables()]
    for place in places:
        assert min(place.width(), place.height()) >= 96
    for here, there in combinations(places, 2):
        assert not here.adjusted(-15.9, -15.9, 15.9, 15.9).intersects(there), (here, there)
