"""The page «Programme and timing»."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsObject

from kiosk.content.hours import Daypart
from kiosk.content.programme import Slot
from kiosk.settings.layers import Origin, resolve
from kiosk.staff.commands import Choose, Forget, Preview
from kiosk.staff.handle import Handle
from kiosk.staff.switch import Switch
from kiosk.toolkit.proof import proof
from kiosk.toolkit.touchable import Touchable
from tests.staff.conftest import PORTRAIT, Booth, BoothFactory
from tests.staff_sheet import Backstage

ENERGY, AI, THINGS, INDUSTRY = (
    "new-energy",
    "ai-production",
    "internet-of-everything",
    "future-industry",
)
TITLES = {ENERGY: "嶄新能源", AI: "AI生產", THINGS: "萬物互聯", INDUSTRY: "未來工業"}


def slots(*scenes: str) -> list[dict[str, Any]]:
    return [{"scene": scene} for scene in scenes]


def order(desk: Booth) -> list[str]:
    """The scenes of the rows, from above."""
    names = {f"拖動{title}的次序": scene for scene, title in TITLES.items()}
    rows = [one for one in desk.panel.touchables() if isinstance(one, Handle)]
    rows.sort(key=lambda row: row.mapToScene(QPointF()).y())
    return [names[row.name] for row in rows]


def wanted(desk: Booth, name: str = "A") -> tuple[Slot, ...]:
    """The programme that was asked for last."""
    command = desk.commands[-1]
    assert isinstance(command, Choose)
    programme: tuple[Slot, ...] = command.chosen[f"programmes.{name}"]
    return programme


def scenes(programme: Sequence[Slot]) -> list[str]:
    return [slot.scene for slot in programme]


def drag(desk: Booth, handle: Touchable, rows: float) -> None:
    """A finger draws a row down by so many rows, without letting it go."""
    start = handle.mapToScene(handle.target().center())
    handle.set_pressed(True)
    handle.touch(handle.mapFromScene(start))
    for part in (0.2, 0.6, 1.0):
        handle.touch(handle.mapFromScene(start + QPointF(0, rows * 152 * part)))


@pytest.fixture
def desk(booth: BoothFactory) -> Booth:
    desk = booth("programme")
    desk.obey()
    return desk


class TestOrder:
    """Scenes are put in another order."""

    def test_a_row_is_dragged_and_the_others_make_room(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 2)
        desk.wind(300)
        assert order(desk) == [AI, THINGS, ENERGY, INDUSTRY]
        assert desk.commands == []
        handle.lift()
        assert scenes(wanted(desk)) == [AI, THINGS, ENERGY, INDUSTRY]
        desk.wind(300)
        assert order(desk) == [AI, THINGS, ENERGY, INDUSTRY]

    def test_a_row_stays_within_the_list(self, desk: Booth) -> None:
        handle = desk.touchable("拖動萬物互聯的次序")
        drag(desk, handle, 30)
        handle.lift()
        assert scenes(wanted(desk)) == [ENERGY, AI, INDUSTRY, THINGS]

    def test_a_row_that_is_put_back_changes_nothing(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 0.3)
        handle.lift()
        desk.wind(300)
        assert desk.commands == []
        assert order(desk) == [ENERGY, AI, THINGS, INDUSTRY]

    def test_a_second_that_passes_does_not_take_the_row_away(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 2)
        desk.show(replace(desk.status, lock_in_s=119))
        desk.wind(300)
        assert order(desk) == [AI, THINGS, ENERGY, INDUSTRY]
        handle.lift()
        assert scenes(wanted(desk)) == [AI, THINGS, ENERGY, INDUSTRY]

    def test_a_programme_that_changes_meanwhile_ends_the_drag(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 2)
        changed = resolve({Origin.VENUE: {"programmes.A": slots(AI, ENERGY, THINGS)}})
        desk.show(replace(desk.status, drafted=changed))
        handle.lift()
        desk.wind(300)
        assert desk.commands == []
        assert order(desk) == [AI, ENERGY, THINGS]

    def test_an_order_that_is_refused_is_not_shown(self, booth: BoothFactory) -> None:
        desk = booth("programme")
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 2)
        handle.lift()
        desk.wind(300)
        assert len(desk.commands) == 1
        assert order(desk) == [ENERGY, AI, THINGS, INDUSTRY]

    def test_a_touch_that_was_taken_away_changes_nothing(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        drag(desk, handle, 2)
        handle.lose()
        desk.wind(300)
        assert desk.commands == []
        assert order(desk) == [ENERGY, AI, THINGS, INDUSTRY]

    def test_a_second_drag_begins_where_the_row_is_now(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        for _ in range(2):
            drag(desk, handle, 1)
            handle.lift()
            desk.wind(300)
        assert order(desk) == [AI, THINGS, ENERGY, INDUSTRY]

    def test_arrow_keys_move_it_and_the_focus_goes_with_it(self, desk: Booth) -> None:
        handle = desk.touchable("拖動嶄新能源的次序")
        assert handle.step(1)
        assert handle.step(1)
        assert scenes(wanted(desk)) == [AI, THINGS, ENERGY, INDUSTRY]
        assert handle in desk.panel.touchables()
        handle.step(-1)
        assert scenes(wanted(desk)) == [AI, ENERGY, THINGS, INDUSTRY]

    def test_buttons_do_the_same(self, desk: Booth) -> None:
        desk.touch("拖動萬物互聯的次序")
        desk.touch("上移")
        assert scenes(wanted(desk)) == [ENERGY, THINGS, AI, INDUSTRY]
        desk.touch("下移")
        desk.touch("下移")
        assert scenes(wanted(desk)) == [ENERGY, AI, INDUSTRY, THINGS]
        assert desk.touchable("下移").describe() == "下移：現時不能使用"

    def test_a_scene_is_doubled_and_removed(self, desk: Booth) -> None:
        desk.touch("AI生產的其他動作")
        desk.touch("複製")
        assert scenes(wanted(desk)) == [ENERGY, AI, AI, THINGS, INDUSTRY]
        desk.touch("移除")
        assert scenes(wanted(desk)) == [ENERGY, AI, THINGS, INDUSTRY]

    def test_one_row_at_a_time_shows_what_else_can_be_done(self, desk: Booth) -> None:
        desk.touch("AI生產的其他動作")
        desk.touch("萬物互聯的其他動作")
        assert [one.name for one in desk.panel.touchables()].count("上移") == 1
        desk.touch("完成")
        assert "上移" not in [one.name for one in desk.panel.touchables()]


class TestTime:
    """How long a scene is on."""

    def test_it_is_stepped_from_the_automatic_time(self, desk: Booth) -> None:
        desk.touch("增加萬物互聯的停留時間")
        assert wanted(desk)[2] == Slot(scene=THINGS, dwell_s=26)
        assert "26 秒" in desk.texts()
        desk.touch("減少萬物互聯的停留時間")
        desk.touch("減少萬物互聯的停留時間")
        assert wanted(desk)[2] == Slot(scene=THINGS, dwell_s=22)

    def test_too_short_is_said_with_the_time_that_reading_takes(self, desk: Booth) -> None:
        said = "低於建議的 24 秒，觀眾可能讀不完"
        assert said not in "".join(sorted(desk.texts()))
        desk.touch("減少萬物互聯的停留時間")
        lines = [words.text for words in proof([desk.panel])]
        assert said in "".join(lines)

    def test_there_is_a_way_back_to_automatic(self, desk: Booth) -> None:
        desk.touch("增加萬物互聯的停留時間")
        desk.touch("萬物互聯的其他動作")
        desk.touch("自動")
        assert wanted(desk)[2] == Slot(scene=THINGS)
        assert desk.touchable("自動").describe() == "自動：現時不能使用"

    def test_arrow_keys_step_it(self, desk: Booth) -> None:
        more = desk.touchable("增加萬物互聯的停留時間")
        more.step(-1)
        more.step(-1)
        more.step(1)
        assert wanted(desk)[2].dwell_s == 22
        assert more.reads() == "萬物互聯的停留時間：22秒"

    def test_the_shortest_is_three_seconds(self, booth: BoothFactory) -> None:
        desk = booth("programme", venue={"programmes.A": [{"scene": AI, "dwell_s": 3}]})
        desk.touch("減少AI生產的停留時間")
        assert desk.commands == []
        assert "不能使用" in desk.touchable("減少AI生產的停留時間").describe()

    def test_the_loop_is_as_long_as_what_is_on(self, desk: Booth) -> None:
        assert any("一個循環 92 秒" in text for text in desk.texts())
        desk.touch("播放AI生產")
        assert any("一個循環 70 秒" in text for text in desk.texts())


class TestShown:
    """Scenes are switched off and on."""

    def test_a_scene_is_switched_off_and_on(self, desk: Booth) -> None:
        desk.touch("播放AI生產")
        assert [slot.shown for slot in wanted(desk)] == [True, False, True, True]
        assert desk.touchable("播放AI生產").describe() == "播放AI生產：關"
        desk.touch("播放AI生產")
        assert all(slot.shown for slot in wanted(desk))

    def test_the_last_one_stays_on_and_says_why(self, desk: Booth) -> None:
        for scene in (ENERGY, AI, THINGS):
            desk.touch(f"播放{TITLES[scene]}")
        asked = len(desk.commands)
        desk.touch("播放未來工業")
        assert len(desk.commands) == asked
        assert "這是唯一播放的場景，不能關掉" in "".join(
            words.text for words in proof([desk.panel])
        )

    def test_a_scene_that_is_gone_is_no_reason_to_switch_the_last_one_off(
        self, booth: BoothFactory
    ) -> None:
        desk = booth("programme", venue={"programmes.A": slots("lost", AI)})
        desk.touch("播放AI生產")
        assert desk.commands == []
        desk.touch("播放lost")
        assert [slot.shown for slot in wanted(desk)] == [False, True]


class TestMany:
    """A programme of sixty slots."""

    @pytest.fixture
    def desk(self, booth: BoothFactory) -> Booth:
        desk = booth("programme", venue={"programmes.A": slots(ENERGY, AI, THINGS) * 20})
        desk.obey()
        return desk

    def test_it_is_shown_in_pages(self, desk: Booth) -> None:
        assert "第 1 至 4 個，共 60 個" in desk.texts()
        for _ in range(14):
            desk.touch("下一頁")
        assert "第 57 至 60 個，共 60 個" in desk.texts()
        assert desk.touchable("下一頁").describe() == "下一頁：現時不能使用"
        desk.touch("播放萬物互聯")
        assert [at for at, slot in enumerate(wanted(desk)) if not slot.shown] == [56]

    def test_a_row_that_leaves_its_page_is_followed(self, desk: Booth) -> None:
        desk.touchable("拖動嶄新能源的次序", 1).step(1)
        assert scenes(wanted(desk))[3:5] == [AI, ENERGY]
        assert "第 5 至 8 個，共 60 個" in desk.texts()
        desk.touchable("拖動嶄新能源的次序").step(-1)
        assert scenes(wanted(desk))[3:5] == [ENERGY, AI]
        assert "第 1 至 4 個，共 60 個" in desk.texts()

    def test_there_is_no_room_for_one_more(self, desk: Booth) -> None:
        desk.touch("AI生產的其他動作")
        desk.touch("複製")
        assert desk.commands == []

    def test_the_page_before_is_shown_when_the_last_is_gone(self, booth: BoothFactory) -> None:
        desk = booth("programme", PORTRAIT, venue={"programmes.A": slots(ENERGY, AI) * 2})
        desk.obey()
        desk.touchable("AI生產的其他動作").activate()
        desk.touch("複製")
        desk.touch("下一頁")
        assert "第 4 至 5 個，共 5 個" in desk.texts()
        desk.touchable("AI生產的其他動作").activate()
        desk.touch("移除")
        desk.wind(300)
        assert order(desk) == [ENERGY, AI, AI, ENERGY]


class TestMore:
    """Waiting times and other programmes."""

    @pytest.fixture
    def desk(self, booth: BoothFactory) -> Booth:
        desk = booth("programme")
        desk.obey()
        desk.touch("更多設定")
        return desk

    @pytest.mark.parametrize(
        ("name", "key", "longer", "shorter"),
        [
            ("歡迎畫面", "timing.attract_s", 50, 45),
            ("無人觸碰", "timing.idle_s", 65, 60),
            ("倒數", "timing.warning_s", 30, 25),
        ],
    )
    def test_waiting_times_are_stepped(
        self, desk: Booth, name: str, key: str, longer: float, shorter: float
    ) -> None:
        desk.touch(f"增加{name}")
        assert desk.commands == [Choose({key: longer})]
        desk.touch(f"減少{name}")
        assert desk.commands[-1] == Choose({key: shorter})

    def test_without_an_attract_screen_it_says_never(self, booth: BoothFactory) -> None:
        desk = booth("programme", venue={"timing.attract_s": 20})
        desk.obey()
        desk.touch("更多設定")
        desk.touch("減少歡迎畫面")
        assert desk.commands == [Choose({"timing.attract_s": 0})]
        assert "不顯示" in desk.texts()

    def test_nobody_is_sent_away_too_soon(self, desk: Booth) -> None:
        for _ in range(20):
            desk.touch("減少無人觸碰")
        assert desk.commands[-1] == Choose({"timing.idle_s": 30})

    def test_another_programme_begins_as_a_copy_and_has_a_tab(self, desk: Booth) -> None:
        button = desk.touchable("複製節目A")
        button.activate()
        assert button in desk.panel.touchables()
        assert scenes(wanted(desk, "B")) == [ENERGY, AI, THINGS, INDUSTRY]
        desk.touch("節目B")
        desk.touch("播放AI生產")
        assert [slot.shown for slot in wanted(desk, "B")] == [True, False, True, True]

    def test_it_can_be_removed_again(self, desk: Booth) -> None:
        desk.touch("複製節目A")
        desk.touch("移除")
        assert desk.commands[-1] == Forget(("programmes.B",))
        assert "節目B" not in [one.name for one in desk.panel.touchables()]

    def test_one_that_the_hours_need_stays(self, booth: BoothFactory) -> None:
        part = Daypart(programme="B", span="10:00-12:00")
        desk = booth("programme", venue={"programmes.B": slots(AI), "dayparts": (part,)})
        desk.touch("更多設定")
        desk.touch("移除")
        assert desk.commands == []
        assert "「開放時段」正使用它" in desk.texts()


class TestPreview:
    """A scene at real speed."""

    @pytest.fixture
    def picture(self, desk: Booth) -> Backstage:
        picture = Backstage(PORTRAIT)
        desk.touch("預覽AI生產")
        assert desk.commands == [Preview(AI, "zh-Hant")]
        desk.show(replace(desk.status, preview=picture))
        return picture

    def test_it_is_shown_in_place_of_the_list(self, desk: Booth, picture: Backstage) -> None:
        place = picture.mapRectToScene(picture.boundingRect())
        assert QRectF(368, 208, 1496, 712).contains(place)
        assert place.height() == pytest.approx(712)
        assert order(desk) == []
        assert "AI 生產" in desk.texts()

    def test_another_language_and_another_scene_are_asked_for(
        self, desk: Booth, picture: QGraphicsObject
    ) -> None:
        desk.touch("English")
        desk.touch("下一個")
        assert desk.commands[1:] == [Preview(AI, "en"), Preview(THINGS, "zh-Hant")]
        for _ in range(2):
            desk.touch("下一個")
        assert desk.commands[-1] == Preview(ENERGY, "zh-Hant")

    def test_it_is_given_back_whole(self, desk: Booth, picture: Backstage) -> None:
        desk.touch("返回")
        assert desk.commands[-1] == Preview(None, "zh-Hant")
        desk.show(replace(desk.status, preview=None))
        assert picture.parentItem() is None
        assert picture.scene() is None
        assert order(desk) == [ENERGY, AI, THINGS, INDUSTRY]

    def test_it_is_given_back_when_staff_go(self, desk: Booth, picture: Backstage) -> None:
        desk.panel.leave()
        assert picture.parentItem() is None


def test_what_stands_still_stays_the_same_item(desk: Booth) -> None:
    """Otherwise the focus of the keys would be lost with every step."""
    before = desk.panel.touchables()
    desk.touch("增加萬物互聯的停留時間")
    desk.touch("播放AI生產")
    assert desk.panel.touchables() == before


def test_tabs_are_walked_by_the_arrow_keys(desk: Booth) -> None:
    tab = desk.touchable("節目A")
    tab.step(1)
    assert "歡迎畫面" in desk.texts()
    assert tab in desk.panel.touchables()
    tab.step(-1)
    assert order(desk) == [ENERGY, AI, THINGS, INDUSTRY]


def test_a_switch_says_so_by_more_than_its_colour(desk: Booth) -> None:
    switch = desk.touchable("播放AI生產")
    assert isinstance(switch, Switch)
    assert switch.step(1)
    assert desk.commands == []
    switch.step(-1)
    assert not switch.is_on
