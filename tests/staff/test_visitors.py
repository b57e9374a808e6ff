from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.staff.commands import CountVisitors, ExportVisits
from kiosk.toolkit.text import TextBlock
from kiosk.venue.visitors import Receipt, VisitorFigures
from tests.conftest import LookFactory
from tests.staff.conftest import LANDSCAPE, NOW, PORTRAIT, Booth, BoothFactory, sample_status
from tests.toolkit.drawn import inside

TABS = ("日期", "時段", "語言", "場景", "展項", "投票")
NOBODY = VisitorFigures(
    visits_by_day={NOW.date() - timedelta(days=back): 0 for back in range(28)},
    visits_by_hour=(0,) * 24,
    median_s=None,
    languages={},
    scenes={},
    touches={},
    poll={},
)


def over_days(visits: Sequence[int], **changed: Any) -> VisitorFigures:
    """Figures of so many days up to today, with these visits on each."""
    first = NOW.date() - timedelta(days=len(visits) - 1)
    by_day = {first + timedelta(days=at): number for at, number in enumerate(visits)}
    return replace(NOBODY, visits_by_day=by_day, **changed)


def said(desk: Booth) -> str:
    """Every text of the panel."""
    texts = [one.text for one in inside(desk.panel) if isinstance(one, TextBlock)]
    return "\n".join(texts)


def exhibit(desk: Booth) -> ExhibitItem | None:
    """The chart that is open."""
    found = [one for one in inside(desk.panel) if isinstance(one, ExhibitItem)]
    assert len(found) < 2
    return found[0] if found else None


def rows(desk: Booth) -> dict[str, int]:
    """What the bars of the open chart stand for."""
    chart = exhibit(desk)
    assert chart is not None
    spec: Any = chart.spec
    numbers = map(int, spec.series[0].values)
    return dict(zip(spec.categories, numbers, strict=True))


# --- what staff see ----------------------------------------------------------------------------


def test_the_large_numbers_are_visits_and_their_length(booth: BoothFactory) -> None:
    words = said(booth("visitors", visitors=over_days([0] * 27 + [1234], median_s=95.0)))
    assert "1,234" in words
    assert "1分35秒" in words


def test_a_sentence_says_that_nobody_is_recorded(booth: BoothFactory) -> None:
    assert "不記錄任何人" in said(booth("visitors"))


def test_days_are_drawn_from_the_first_on_which_somebody_came(booth: BoothFactory) -> None:
    desk = booth("visitors", visitors=over_days([0] * 24 + [3, 0, 9, 4]))
    assert rows(desk) == {"11月22日": 3, "11月23日": 0, "11月24日": 9, "11月25日": 4}
    assert "最多人的一日：11月24日" in said(desk)


def test_many_days_are_drawn_as_weeks_and_a_year_as_months(booth: BoothFactory) -> None:
    weeks = rows(booth("visitors", visitors=over_days([0] * 76 + [1] * 14)))
    assert weeks == {"11月9日": 4, "11月16日": 7, "11月23日": 3}
    months = rows(booth("visitors", visitors=over_days([1] * 400)))
    assert (len(months), months["26年2月"], months["26年11月"]) == (14, 28, 25)


def test_hours_are_drawn_from_the_first_busy_one_to_the_last(booth: BoothFactory) -> None:
    by_hour = tuple({10: 3, 13: 8}.get(hour, 0) for hour in range(24))
    desk = booth("visitors", visitors=replace(NOBODY, visits_by_hour=by_hour))
    desk.touch("時段")
    assert rows(desk) == {"10:00": 3, "11:00": 0, "12:00": 0, "13:00": 8}


def test_languages_are_large_numbers(booth: BoothFactory) -> None:
    desk = booth("visitors")
    desk.touch("語言")
    chart = exhibit(desk)
    assert chart is not None
    assert chart.spec.kind == "figures"
    assert "1,180" in chart.describe()


def test_scenes_are_named_and_one_that_nobody_saw_is_there(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    first, second, *_ = exhibition.scenes
    desk = booth("visitors", visitors=replace(NOBODY, scenes={second.id: 5, "of-last-year": 2}))
    desk.touch("場景")
    assert rows(desk)[second.title.zh_hant] == 5
    assert rows(desk)[first.title.zh_hant] == 0
    assert rows(desk)["of-last-year"] == 2


def test_exhibits_are_named_by_scene_and_tab(booth: BoothFactory, exhibition: Exhibition) -> None:
    scene = next(scene for scene in exhibition.scenes if len(scene.exhibits) > 1)
    tab = scene.exhibits[1].tab
    assert tab is not None
    touches = {f"{scene.id}/2": 7, f"{scene.id}/99": 1, "gone/1": 3}
    desk = booth("visitors", visitors=replace(NOBODY, touches=touches))
    desk.touch("展項")
    title = scene.title.zh_hant
    assert rows(desk) == {f"{title} · {tab.zh_hant}": 7, "gone · 1": 3, f"{title} · 99": 1}


def test_the_poll_has_a_tab_once_somebody_has_voted(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    assert exhibition.poll is not None
    key, words = list(exhibition.poll.answers.items())[1]
    desk = booth("visitors", visitors=replace(NOBODY, poll={key: 6}))
    desk.touch("投票")
    assert rows(desk)[words.zh_hant] == 6
    assert len(rows(desk)) == len(exhibition.poll.answers)
    before = booth("visitors", visitors=NOBODY)
    assert "投票" not in [one.name for one in before.panel.touchables()]


def test_a_chart_is_shown_whole_at_once(booth: BoothFactory) -> None:
    chart = exhibit(booth("visitors"))
    assert chart is not None
    assert chart.entrance.remarks == 1


def test_a_bar_can_be_read(booth: BoothFactory) -> None:
    desk = booth("visitors", visitors=over_days([0] * 26 + [3, 9]))
    chart = exhibit(desk)
    assert chart in desk.panel.touchables()
    assert chart is not None
    chart.select(1)
    assert "9人次" in chart.reads()


# --- what is not there -------------------------------------------------------------------------


@pytest.mark.parametrize("tab", TABS[:5])
def test_without_visits_there_is_a_sentence_and_no_chart(booth: BoothFactory, tab: str) -> None:
    desk = booth("visitors", visitors=NOBODY)
    desk.touch(tab)
    assert exhibit(desk) is None
    assert "這段時間還沒有" in said(desk)


def test_while_it_counts_it_says_so(booth: BoothFactory) -> None:
    desk = booth("visitors", visitors=None)
    assert "正在點算" in said(desk)
    assert exhibit(desk) is None


def test_visits_without_a_date_are_told(booth: BoothFactory) -> None:
    assert "另有12次到訪" in said(booth("visitors", visitors=replace(NOBODY, undated=12)))
    assert "另有" not in said(booth("visitors", visitors=NOBODY))


# --- what staff do -----------------------------------------------------------------------------


def test_opening_the_page_has_the_visitors_counted(booth: BoothFactory) -> None:
    desk = booth("programme", visitors=None)
    desk.touch("觀眾數據")
    assert desk.commands == [CountVisitors(28)]


def test_another_range_is_counted_before_it_is_shown(
    booth: BoothFactory, exhibition: Exhibition
) -> None:
    desk = booth("visitors")
    desk.touch("7日")
    assert desk.commands == [CountVisitors(7)]
    assert "正在點算" in said(desk)
    week = over_days([1, 2, 3, 4, 5, 6, 7])
    desk.panel.show_status(replace(sample_status(exhibition), visitors=week))
    assert list(rows(desk).values()) == [1, 2, 3, 4, 5, 6, 7]


def test_new_figures_leave_the_open_tab_open(booth: BoothFactory, exhibition: Exhibition) -> None:
    desk = booth("visitors")
    desk.touch("時段")
    status = sample_status(exhibition)
    assert status.visitors is not None
    more = replace(status.visitors, median_s=20.0)
    desk.panel.show_status(replace(status, visitors=more))
    assert "20秒" in said(desk)
    assert "14:00" in rows(desk)


def test_the_export_is_asked_for(booth: BoothFactory) -> None:
    desk = booth("visitors")
    desk.touch("匯出至USB")
    assert desk.commands == [ExportVisits()]


@pytest.mark.parametrize(
    ("receipt", "words"),
    [
        (Receipt(place="/media/museum/STICK/kiosk-visits-2026-11-25"), "kiosk-visits-2026-11-25"),
        (Receipt(reason="no-stick"), "找不到"),
        (Receipt(reason="full"), "空間不足"),
        (Receipt(reason="not-written"), "未能寫入"),
    ],
)
def test_what_became_of_the_export_is_told(
    booth: BoothFactory, receipt: Receipt, words: str
) -> None:
    assert words in said(booth("visitors", receipt=receipt))
    assert words not in said(booth("visitors"))


# --- how it stands -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_everything_fits_and_can_be_touched(
    booth: BoothFactory, make_look: LookFactory, language: Language, size: QSizeF
) -> None:
    look = make_look(language, "ink-atlas")
    visitors = over_days([45_678] * 28, median_s=754.0, undated=120, poll={"a": 1}, scenes={"b": 2})
    for receipt in (Receipt(place="/m/kiosk-visits-2026-11-25-12"), Receipt(reason="not-written")):
        desk = booth("visitors", size, look, visitors=visitors, receipt=receipt)
        blocks = [one for one in inside(desk.panel) if isinstance(one, TextBlock)]
        assert not [one.text for one in blocks if one.overflow_px or one.cut_word]
        places = [one.mapRectToScene(one.target()) for one in desk.panel.touchables()]
        for place in places:
            assert min(place.width(), place.height()) >= 96
            assert QRectF(0, 0, size.width(), size.height()).contains(place)
        around = [place.adjusted(-7.9, -7.9, 7.9, 7.9) for place in places]
        assert not [one for one, other in combinations(around, 2) if one.intersects(other)]
