"""The page of the opening hours: what staff touch, and what they want by it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QGraphicsItem

from kiosk.content.hours import DAYS, Daypart, Span
from kiosk.content.model import Exhibition
from kiosk.show.outlook import Outlook
from kiosk.staff.commands import Choose
from kiosk.toolkit.text import TextBlock
from tests.staff.conftest import NOW, Booth, BoothFactory, sample_status

DAY = Span((600, 1080))
WEEK = {"hours.week": {"wednesday": (DAY,)}}
LAST_MONTH, CHRISTMAS = date(2026, 10, 1), date(2026, 12, 25)


def venue(exhibition: Exhibition, chosen: dict[str, Any]) -> dict[str, Any]:
    """What of the status is other where the venue has chosen something."""
    return {"drafted": sample_status(exhibition, chosen).drafted}


def said(item: QGraphicsItem) -> Iterator[str]:
    """All words that are shown."""
    for child in item.childItems():
        if isinstance(child, TextBlock):
            yield child.text
        yield from said(child)


def is_said(desk: Booth, words: str) -> bool:
    return any(words in text for text in said(desk.panel))


def last(desk: Booth) -> Any:
    """What was chosen last."""
    command = desk.commands[-1]
    assert isinstance(command, Choose)
    return command.chosen


# --- what is on --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outlook", "words"),
    [
        (Outlook(True, "A", NOW.replace(hour=18), False, "A"), "現在開放，今天 18:30關閉。"),
        (Outlook(False, "A", NOW.replace(day=26), True, "A"), "現在關閉，明天 14:30開放。"),
        (Outlook(False, "A", NOW.replace(day=30), True, "A"), "現在關閉，星期一 14:30開放。"),
        (
            Outlook(False, "A", NOW.replace(month=12, day=25), True, "A"),
            "現在關閉，12月25日 14:30開放。",
        ),
        (Outlook(True, "A", NOW.replace(hour=16), True, "B"), "今天 16:30轉為節目B。"),
        (Outlook(True, "A", None, True, "A"), "一直開放"),
        (Outlook(False, "A", None, False, "A"), "之後一年也沒有開放時段"),
        (Outlook(True, "A", None, True, "A", trusted=False), "時鐘不可信"),
    ],
)
def test_it_says_what_is_on_and_what_comes_next(
    booth: BoothFactory, outlook: Outlook, words: str
) -> None:
    assert is_said(booth("hours", outlook=outlook), words)


# --- the week ----------------------------------------------------------------------------------


def test_a_day_that_was_closed_opens_by_its_switch(booth: BoothFactory) -> None:
    desk = booth("hours")
    desk.touch("週六：休息")
    desk.touch("星期六 休息")
    assert last(desk) == {"hours.week": {"saturday": (DAY,)}}


def test_today_is_chosen_first_and_its_times_are_stepped(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours", **venue(exhibition, WEEK))
    desk.touch("增加關門")
    assert last(desk) == {"hours.week": {"wednesday": (Span((600, 1095)),)}}
    desk.touch("減少開門")
    assert last(desk) == {"hours.week": {"wednesday": (Span((585, 1080)),)}}


def test_closing_the_last_open_day_leaves_an_empty_week(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours", **venue(exhibition, WEEK))
    desk.touch("星期三 開放")
    assert last(desk) == {"hours.week": {}}


def test_a_day_is_copied_to_all_weekdays_and_to_no_other(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    week = {"wednesday": (DAY,), "sunday": (Span((720, 900)),)}
    desk = booth("hours", **venue(exhibition, {"hours.week": week}))
    desk.touch("複製到平日")
    expected = dict.fromkeys(DAYS[:5], (DAY,)) | {"sunday": (Span((720, 900)),)}
    assert last(desk) == {"hours.week": expected}


def test_hours_over_midnight_are_said_to_end_on_the_next_day(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    late = {"hours.week": {"wednesday": (Span((1080, 1560)),)}}
    assert is_said(booth("hours", **venue(exhibition, late)), "翌日 02:00")


def test_spans_that_only_the_file_can_hold_are_shown_and_kept(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    three = (Span((540, 600)), Span((660, 720)), Span((900, 960)))
    desk = booth("hours", **venue(exhibition, {"hours.week": {"wednesday": three}}))
    assert is_said(desk, "15:00–16:00")
    desk.touch("增加關門（第1段）")
    assert last(desk)["hours.week"]["wednesday"] == (Span((540, 615)), *three[1:])


def test_both_switches_say_where_their_value_comes_from(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours", **venue(exhibition, {"hours.kept": True}))
    assert is_said(desk, "來源：場館")
    assert is_said(desk, "來源：內置")
    desk.touch("按時段開關")
    assert last(desk) == {"hours.kept": False}
    desk.touch("關閉時熄螢幕")
    assert last(desk) == {"hours.screen_off": True}


# --- exceptions --------------------------------------------------------------------------------


def test_a_touched_date_becomes_a_closed_day_and_is_edited_next(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours")
    desk.touch("特別日子")
    desk.touch("加日期")
    desk.touch("下個月")
    desk.touch("12月25日（週五）")
    assert last(desk) == {"hours.exceptions": {CHRISTMAS: ()}}
    desk.panel.show_status(sample_status(exhibition, dict(last(desk))))
    desk.touch("12月25日（週五） 休息")
    assert last(desk) == {"hours.exceptions": {CHRISTMAS: (DAY,)}}
    desk.touch("移除")
    assert last(desk) == {"hours.exceptions": {}}


def test_dates_that_have_passed_are_not_listed_nor_lost(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    chosen = {"hours.exceptions": {LAST_MONTH: (), CHRISTMAS: ()}}
    desk = booth("hours", **venue(exhibition, chosen))
    desk.touch("特別日子")
    assert not is_said(desk, "10月1日")
    desk.touch("12月25日（週五） 休息")
    assert last(desk)["hours.exceptions"] == {LAST_MONTH: (), CHRISTMAS: (DAY,)}


def test_no_date_before_today_can_be_touched(booth: BoothFactory) -> None:
    desk = booth("hours")
    desk.touch("特別日子")
    desk.touch("加日期")
    names = [item.name for item in desk.panel.touchables()]
    assert "11月25日（週三）" in names
    assert "11月24日（週二）" not in names


def test_a_long_list_is_turned_page_by_page(booth: BoothFactory, exhibition: Exhibition) -> None:
    dates = {date(2027, 1, day): () for day in range(1, 14)}
    desk = booth("hours", **venue(exhibition, {"hours.exceptions": dates}))
    desk.touch("特別日子")
    seen: set[str] = set()
    for page in range(1, 5):
        seen |= {item.name for item in desk.panel.touchables() if "2027年" in item.name}
        desk.touch(f"下一頁（{page}/4）")
    assert len({name for name in seen if name.endswith("）")}) == len(dates)


# --- dayparts ----------------------------------------------------------------------------------


def with_b(exhibition: Exhibition, *parts: Daypart) -> dict[str, Any]:
    order = [{"scene": scene.id} for scene in exhibition.scenes]
    return venue(exhibition, {"programmes.B": order, "dayparts": parts})


def test_where_there_is_one_programme_it_says_where_to_make_another(booth: BoothFactory) -> None:
    desk = booth("hours")
    desk.touch("分時節目")
    assert is_said(desk, "先到「節目與時間」新增節目 B")


def test_a_part_of_the_day_is_added_and_changed(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours", **with_b(exhibition))
    desk.touch("分時節目")
    desk.touch("加時段")
    part = Daypart(programme="B", days=DAYS, span=DAY)
    assert last(desk) == {"dayparts": (part,)}
    desk.panel.show_status(replace(sample_status(exhibition), **with_b(exhibition, part)))
    desk.touch("星期日：開")
    assert last(desk)["dayparts"][0].days == DAYS[:6]
    desk.touch("增加至")
    assert last(desk)["dayparts"][0].span == (600, 1095)
    desk.touch("移除")
    assert last(desk) == {"dayparts": ()}


def test_a_part_keeps_its_last_day(booth: BoothFactory, exhibition: Exhibition) -> None:
    part = Daypart(programme="B", days=("monday",), span=DAY)
    desk = booth("hours", **with_b(exhibition, part))
    desk.touch("分時節目")
    desk.touch("星期一：開")
    assert not desk.commands


def test_what_comes_first_counts_so_a_part_can_be_moved_up(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    first = Daypart(programme="B", days=DAYS, span=DAY)
    second = Daypart(programme="B", days=DAYS[:1], span=Span((0, 60)))
    desk = booth("hours", **with_b(exhibition, first, second))
    desk.touch("分時節目")
    desk.touch("節目 B · 00:00–01:00")
    desk.touch("移前")
    assert last(desk) == {"dayparts": (second, first)}


# --- all of it ---------------------------------------------------------------------------------


def test_the_page_may_be_built_anew_while_it_is_touched(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("hours", **venue(exhibition, WEEK))
    chosen = dict(WEEK)

    def grant(command: Choose) -> None:
        chosen.update(command.chosen)
        desk.panel.show_status(sample_status(exhibition, chosen))

    desk.panel.commanded.connect(grant)
    for name in ("增加關門", "按時段開關", "加第二段時間", "移除第二段", "星期三 開放"):
        desk.touch(name)
    assert len(desk.commands) == 5
    assert chosen["hours.week"] == {}
    assert chosen["hours.kept"] is True
