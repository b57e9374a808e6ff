"""The opening hours of a venue: closing, opening, other programmes, and a clock in doubt."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.app.pace import REST_MS
from kiosk.show.curtain import AWAKE_MS
from kiosk.show.visit import VisitState
from kiosk.stage.notice import ClosedNotice
from tests.app.conftest import Venue, VenueFactory
from tests.app.test_changes import ALL, ENERGY, INDUSTRY
from tests.screen import until
from tests.standins import StandIns

OPEN = {
    "hours.kept": True,
    "hours.week": {"wednesday": ["10:00-18:00"], "thursday": ["11:00-18:00"]},
}
AT_CLOSING = datetime(2026, 11, 25, 17, 59, 50)
AT_OPENING = datetime(2026, 11, 25, 9, 59, 50)
NIGHT = datetime(2026, 11, 25, 22, 0)
OFF, ON = "dpms force off", "dpms force on -dpms"


def closed(here: Venue) -> bool:
    return isinstance(here.rig.stage.screen(), ClosedNotice)


def touch_anywhere(here: Venue) -> None:
    here.rig.tap(here.rig.stage.layout.rect.center())
    here.rig.wind(100, step=50)


def test_it_closes_at_its_time(venue: VenueFactory) -> None:
    here = venue(OPEN, AT_CLOSING)
    assert not closed(here)
    here.rest(15_000)
    assert closed(here)
    assert here.says("明天11:00開放"), here.texts()


def test_what_is_closed_does_nothing_for_visitors(venue: VenueFactory) -> None:
    here = venue(OPEN, NIGHT)
    assert closed(here)
    touch_anywhere(here)
    assert closed(here)
    assert not here.rig.visit.somebody
    assert here.rig.stage.touchables() == []


def test_staff_come_in_though_it_is_closed(venue: VenueFactory) -> None:
    here = venue(OPEN, NIGHT)
    here.come_in()
    assert here.panel
    here.leave()
    assert closed(here)


def test_nobody_is_sent_away_at_closing_time(venue: VenueFactory) -> None:
    here = venue({**OPEN, "timing.idle_s": 60}, AT_CLOSING)
    touch_anywhere(here)
    here.rest(30_000)
    assert here.rig.visit.somebody
    assert not closed(here)
    here.rest(60_000)
    assert closed(here), "once they have gone"


def test_it_opens_with_the_tour(venue: VenueFactory) -> None:
    here = venue(OPEN, AT_OPENING)
    assert closed(here)
    here.rest(15_000)
    assert here.rig.stage.screen() is None
    assert here.rig.visit.state is VisitState.TOUR
    here.next_scene()


def test_it_opens_with_the_invitation(venue: VenueFactory) -> None:
    here = venue({**OPEN, "timing.attract_s": 20}, AT_OPENING)
    here.rest(15_000)
    assert here.says("新質生產力")
    assert here.rig.touchable("English")


def test_a_daypart_brings_its_programme_at_its_time(venue: VenueFactory) -> None:
    here = venue(
        {
            "programmes.B": [{"scene": INDUSTRY}, {"scene": ENERGY}],
            "dayparts": [{"programme": "B", "span": "15:00-16:00"}],
        },
        datetime(2026, 11, 25, 14, 59, 50),
    )
    assert here.scenes() == ALL
    here.rest(15_000)
    here.next_scene()
    assert here.scenes() == [INDUSTRY, ENERGY]
    here.wall.set(datetime(2026, 11, 25, 16, 0))
    here.rest(1000)
    here.next_scene()
    assert here.scenes() == ALL


def test_the_words_of_the_night_follow_the_date(venue: VenueFactory) -> None:
    here = venue(OPEN, NIGHT)
    assert here.says("明天11:00開放"), here.texts()
    here.wall.set(NIGHT + timedelta(hours=4))
    here.rest(REST_MS)
    assert here.says("今天11:00開放")


def test_the_display_sleeps_while_it_is_closed(
    venue: VenueFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    machine = StandIns(tmp_path, monkeypatch)
    machine.put("xset")
    here = venue({**OPEN, "hours.screen_off": True}, AT_CLOSING)

    def is_told(*told: str) -> bool:
        here.rig.wind(1)
        return sorted(machine.told("xset")) == sorted(told)

    here.rest(AWAKE_MS)
    until(lambda: is_told(ON), "it is lit at the start, as a bad end may have left it dark")
    here.rest(15_000)
    until(lambda: is_told(OFF, ON), "it goes dark")
    touch_anywhere(here)
    until(lambda: is_told(OFF, ON, ON), "a touch lights it")
    assert closed(here)
    here.rest(AWAKE_MS + 1000)
    until(lambda: is_told(OFF, OFF, ON, ON), "it goes dark again")
    here.knock()
    until(lambda: is_told(OFF, OFF, ON, ON, ON), "staff see what they do")


@pytest.mark.parametrize("set_to", [NIGHT - timedelta(hours=30), datetime(2001, 1, 1, 3, 0)])
def test_a_clock_in_doubt_leaves_it_open(venue: VenueFactory, set_to: datetime) -> None:
    here = venue({**OPEN, "programmes.B": [{"scene": ENERGY}]}, NIGHT)
    assert closed(here)
    here.wall.set(set_to)
    here.rest(2000)
    assert not closed(here)
    here.come_in()
    here.touch("機器狀態")
    assert here.says("時鐘可能不準")
    here.touch("時鐘正確")
    assert not here.says("時鐘可能不準，現時全日開放")
    here.leave()
    assert closed(here)


def test_a_clock_in_doubt_is_told_of_after_a_restart(venue: VenueFactory) -> None:
    here = venue(OPEN, NIGHT)
    here.rest(2000)
    here.close()
    again = venue(now=NIGHT - timedelta(days=3))
    assert not closed(again)
    assert "clock-doubted" in {trouble.kind for trouble in again.house.machine.troubles.last}


def test_closing_time_waits_behind_the_panel(venue: VenueFactory) -> None:
    here = venue(OPEN, AT_CLOSING)
    here.come_in()
    here.rest(30_000)
    assert here.panel
    here.leave()
    assert closed(here)
