"""What staff do with the machine: clean it, pause it, guide at it, try a scene, end it."""

import pytest

from kiosk.show.curtain import CLEANING_MS
from kiosk.show.staff_session import PANEL_MS
from kiosk.stage.notice import CleaningNotice, HoldingNotice
from kiosk.stage.preview import Preview
from tests.app.conftest import PIN, Venue, VenueFactory
from tests.stage.test_preview import number

OTHER_PIN = "7419"


@pytest.fixture
def here(venue: VenueFactory) -> Venue:
    """A venue whose staff are at the panel, where the machine is looked after."""
    built = venue()
    built.come_in()
    built.touch("機器狀態", "操作")
    return built


def in_front(here: Venue) -> object:
    return here.rig.stage.screen()


def test_cleaning_takes_a_minute_in_which_no_touch_counts(here: Venue) -> None:
    here.touch("清潔模式")
    assert isinstance(in_front(here), CleaningNotice)
    here.rest(CLEANING_MS / 2)
    here.knock()
    here.rig.drag(-600, 200)
    assert isinstance(in_front(here), CleaningNotice), "not even a knock counts"
    assert here.house.desk.cover is None
    here.rest(CLEANING_MS / 2)
    assert in_front(here) is None
    assert not here.rig.visit.somebody
    here.knock()
    assert here.gate, "then it does again"


def test_the_exhibition_is_paused_until_staff_say_so(here: Venue) -> None:
    here.touch("暫停展出")
    here.leave()
    assert isinstance(in_front(here), HoldingNotice)
    here.rig.tap(here.rig.stage.layout.rect.center())
    here.rest(600_000)
    assert isinstance(in_front(here), HoldingNotice)
    assert not here.rig.visit.somebody
    here.come_in()
    here.touch("操作", "暫停展出")
    here.leave()
    assert in_front(here) is None
    here.next_scene()


def test_nobody_is_asked_while_a_docent_is_speaking(here: Venue) -> None:
    here.touch("導賞模式")
    here.leave()
    here.rig.tap(here.rig.stage.layout.rect.center())
    here.rest(300_000)
    assert here.rig.visit.somebody
    assert in_front(here) is None
    here.come_in()
    here.touch("操作", "導賞模式")
    here.leave()
    here.rig.tap(here.rig.stage.layout.rect.center())
    here.rest(300_000)
    assert not here.rig.visit.somebody


def test_it_is_restarted(here: Venue) -> None:
    here.touch("重新啟動")
    assert here.ended == []
    here.touch("重新啟動")
    assert here.ended == [True]


def test_it_ends_with_the_pin_alone(here: Venue) -> None:
    here.touch("結束", "結束")
    assert here.gate
    here.enter("1111")
    assert here.ended == []
    here.touch("取消")
    assert here.panel.page == "machine"
    assert here.ended == []
    here.touch("結束", "結束")
    here.enter(PIN)
    assert here.ended == [False]


def test_the_pin_is_changed(here: Venue) -> None:
    here.touch("更改職員密碼")
    here.enter(OTHER_PIN)
    here.enter(OTHER_PIN)
    assert here.panel
    here.leave()
    here.knock()
    here.enter(PIN)
    assert here.gate, "the old one opens no more"
    here.enter(OTHER_PIN)
    assert here.panel


def test_whoever_does_not_change_the_pin_is_inside_still(here: Venue) -> None:
    here.touch("更改職員密碼")
    here.enter(OTHER_PIN)
    here.touch("取消")
    assert here.panel
    here.leave()
    here.come_in()
    assert here.panel, "with the old one"


def test_five_wrong_guesses_shut_the_gate_over_a_restart(venue: VenueFactory) -> None:
    here = venue()
    here.house.lock.choose(PIN)
    here.knock()
    for _ in range(5):
        here.enter("1111")
    assert here.says("30秒")
    here.close()
    again = venue()
    again.knock()
    assert again.says("秒")
    again.enter(PIN)
    assert again.gate, "not even the right one opens it"
    again.rest(20_000)
    again.touch("取消")
    again.rest(11_000)
    again.come_in()
    assert again.panel


class TestPreview:
    """A scene is tried before it is shown."""

    @pytest.fixture
    def playing(self, venue: VenueFactory) -> Venue:
        here = venue()
        here.come_in()
        here.touch("減少嶄新能源的停留時間", "預覽嶄新能源")
        return here

    @staticmethod
    def picture(here: Venue) -> Preview:
        (found,) = (one for one in here.rig.stage.graphics.items() if isinstance(one, Preview))
        return found

    def test_it_plays_at_real_speed_for_as_long_as_drafted(self, playing: Venue) -> None:
        here = playing
        picture = self.picture(here)
        drafted = here.store.drafted.settings.programmes.A
        assert drafted and drafted[0].dwell_s
        coming = number(picture)
        here.rig.wind(drafted[0].dwell_s * 1000 - 2000, step=100)
        has_come = number(picture)
        assert has_come != coming
        here.rig.wind(1500, step=100)
        assert number(picture) == has_come
        here.rig.wind(600, step=100)
        assert number(picture) != has_come, "it comes again"

    @pytest.mark.parametrize("way", ["返回", "機器狀態", "離開", "rest"])
    def test_it_ends_when_it_is_left(self, playing: Venue, way: str) -> None:
        here = playing
        if way == "rest":
            here.rest(PANEL_MS + 1000)
        else:
            here.touch(way)
        here.rig.come_to_rest()
        assert not [one for one in here.rig.stage.graphics.items() if isinstance(one, Preview)]
        assert not here.rig.kiosk.animator.drifting

    def test_it_speaks_another_language(self, playing: Venue) -> None:
        here = playing
        first = self.picture(here)
        here.touch("English")
        assert self.picture(here) is not first
        assert here.says("New energy")
