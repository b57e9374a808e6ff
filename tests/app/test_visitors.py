"""Visits and votes are counted as they were, and what was no visit is not."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.venue.visitors import VisitorFigures
from tests.app.conftest import WEDNESDAY, Venue, VenueFactory
from tests.app.test_changes import AI, ENERGY, INDUSTRY
from tests.stage.test_poll import open_poll, told, vote
from tests.stage.visitor import exhibit

TODAY = WEDNESDAY.date()


def figures(here: Venue, today: date = TODAY) -> VisitorFigures:
    """What the journal says, once it has written all that it was told."""
    journal = here.house.journal
    journal.count(1, today)
    assert journal.flush(10.0)
    found = journal.take_figures()
    assert found
    return found


def touch_chart(here: Venue) -> None:
    shown = exhibit(here.rig)
    here.rig.tap(shown.mapToScene(shown.boundingRect().center()))
    here.rig.wind(1000, step=100)


def go(here: Venue, key: Qt.Key) -> None:
    QTest.keyClick(here.rig.view, key)
    here.rig.come_to_rest()


def leave(here: Venue) -> None:
    """Let the visitor be gone for long enough."""
    here.rest(120_000)
    assert not here.rig.visit.somebody


def test_a_visit_is_counted_when_it_is_over(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    touch_chart(here)
    touch_chart(here)
    here.rest(20_000)
    go(here, Qt.Key.Key_2)
    assert figures(here).visits == 0, "it is not over"
    leave(here)
    found = figures(here)
    assert found.visits == 1
    assert found.visits_by_hour[WEDNESDAY.hour] == 1
    assert found.languages == {"zh-Hant": 1}
    assert found.scenes == {ENERGY: 1, AI: 1}
    assert found.touches == {f"{ENERGY}/1": 2}
    assert found.median_s == pytest.approx(25, abs=10)


def test_a_visit_counts_in_its_last_language(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    touch_chart(here)
    here.rig.wear("en", "ink-atlas")
    leave(here)
    assert figures(here).languages == {"en": 1}


def test_the_tour_alone_is_no_visit(venue: VenueFactory) -> None:
    here = venue()
    here.rest(300_000)
    assert figures(here).visits == 0


def test_the_knock_of_staff_is_no_visit(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.leave()
    here.rest(1000)
    assert figures(here).visits == 0


def test_staff_who_turn_back_at_the_gate_are_no_visit(venue: VenueFactory) -> None:
    here = venue()
    here.knock()
    here.rest(60_000)
    assert here.house.desk.cover is None
    assert figures(here).visits == 0


def test_a_visit_that_staff_end_is_counted(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    touch_chart(here)
    here.rest(20_000)
    here.come_in()
    here.leave()
    assert figures(here).visits == 1


def test_a_visit_after_staff_have_left_is_counted(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.leave()
    touch_chart(here)
    leave(here)
    assert figures(here).visits == 1


def test_taps_in_the_corner_do_what_they_do_elsewhere(venue: VenueFactory) -> None:
    here = venue({"timing.attract_s": 30})
    assert here.rig.touchable("English")
    here.rig.tap(here.rig.stage.door_place().center())
    here.rig.come_to_rest()
    assert here.rig.stage.screen() is None, "one wakes it"
    assert here.rig.visit.somebody
    leave(here)
    assert figures(here).visits == 1


def test_what_staff_knock_on_works_for_visitors(venue: VenueFactory) -> None:
    here = venue({"staff.corner": "bottom-right"})
    here.rig.come_to_rest()
    corner, button = here.rig.stage.door_place(), here.rig.touchable("甚麼是新質生產力？")
    both = corner.intersected(button.mapRectToScene(button.target())).center()
    here.rig.tap(both)
    here.rig.wind(200)
    assert here.rig.kiosk.scene_id == "prologue"
    for _ in range(4):
        here.rig.tap(both)
        here.rig.wind(200)
    assert here.gate


def vote_for(here: Venue, *answers: str) -> None:
    here.rig.come_to_rest()
    go(here, Qt.Key.Key_4)
    open_poll(here.rig)
    for answer in answers:
        vote(here.rig, answer)


def test_a_visit_has_one_vote_which_it_may_change(venue: VenueFactory) -> None:
    here = venue()
    vote_for(here, "嶄新能源", "未來工業")
    assert figures(here).poll == {}, "it may still be changed"
    leave(here)
    assert figures(here).poll == {INDUSTRY: 1}
    vote_for(here, "未來工業")
    assert any("2票" in row for row in told(here.rig)), told(here.rig)
    leave(here)
    assert figures(here).poll == {INDUSTRY: 2}


def test_votes_outlast_the_kiosk(venue: VenueFactory) -> None:
    here = venue()
    vote_for(here, "未來工業")
    leave(here)
    here.close()
    again = venue()
    assert again.house.journal.flush(10.0)
    vote_for(again, "未來工業")
    assert any("2票" in row for row in told(again.rig)), told(again.rig)


def test_a_poll_that_begins_while_the_kiosk_runs_counts(venue: VenueFactory) -> None:
    here = venue({"poll.place": "nowhere"})
    here.store.draft.choose({"poll.place": "last-scene"})
    here.store.apply()
    here.next_scene()
    vote_for(here, "未來工業")
    assert any("1票" in row for row in told(here.rig)), told(here.rig)
    leave(here)
    assert figures(here).poll == {INDUSTRY: 1}


def test_what_is_going_on_when_the_kiosk_ends_is_counted(venue: VenueFactory) -> None:
    here = venue()
    vote_for(here, "未來工業")
    here.close()
    again = venue()
    found = figures(again)
    assert found.visits == 1
    assert found.poll == {INDUSTRY: 1}


def test_what_happens_before_a_trusted_clock_has_no_day(venue: VenueFactory) -> None:
    here = venue(now=WEDNESDAY.replace(year=2001))
    here.rig.come_to_rest()
    touch_chart(here)
    leave(here)
    found = figures(here)
    assert (found.visits, found.undated) == (0, 1)


def test_the_figures_are_shown_at_the_panel(venue: VenueFactory) -> None:
    here = venue()
    here.rig.come_to_rest()
    touch_chart(here)
    leave(here)
    here.come_in()
    assert here.house.journal.flush(10.0)
    here.touch("觀眾數據")
    assert here.says("1")
