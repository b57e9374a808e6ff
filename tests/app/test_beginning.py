"""A kiosk that starts at a venue is what the venue has chosen, from its first frame on."""

from pathlib import Path

from kiosk.show.visit import VisitState
from kiosk.stage.layout import layout_for
from kiosk.stage.notice import ClosedNotice
from tests.app.conftest import VenueFactory
from tests.app.test_changes import AI, INDUSTRY

CHOSEN = """\
timing:
  attract_s: 0
programmes:
  A:
    - scene: future-industry
      dwell_s: 7
    - scene: new-energy
      shown: false
    - scene: ai-production
start:
  language: en
sound:
  volume: 5
"""


def put(tmp_path: Path, text: str) -> None:
    (tmp_path / "venue").mkdir()
    (tmp_path / "venue" / "venue.yaml").write_text(text, "utf-8")


def test_its_programme_is_on_at_once(venue: VenueFactory, tmp_path: Path) -> None:
    put(tmp_path, CHOSEN)
    here = venue()
    assert here.scenes() == [INDUSTRY, AI]
    assert here.rig.kiosk.scene_id == INDUSTRY
    assert here.rig.visit.state is VisitState.TOUR
    began_ms = here.rig.clock.now_ms()
    assert here.next_scene() == AI
    assert here.rig.clock.now_ms() - began_ms <= 7500


def test_its_volume_and_language_are_those_of_whoever_comes(
    venue: VenueFactory, tmp_path: Path
) -> None:
    put(tmp_path, CHOSEN)
    here = venue()
    here.rig.wind(100)
    assert here.rig.visit.preferences.volume == 5
    assert here.rig.visit.preferences.language == "en"


def test_controls_stand_low_on_a_panel_that_hangs_high(venue: VenueFactory, tmp_path: Path) -> None:
    put(tmp_path, "timing:\n  attract_s: 0\npanel:\n  diagonal_mm: 1400\n  floor_mm: 1300\n")
    here = venue()
    here.rig.wind(100)
    assert here.rig.visit.preferences.reach
    assert here.rig.stage.layout is layout_for(upright=False, large=False, reach=True)


def test_at_night_nobody_sees_the_exhibition_first(venue: VenueFactory, tmp_path: Path) -> None:
    put(tmp_path, "hours:\n  kept: true\n")
    here = venue(ticked=False)
    assert isinstance(here.rig.stage.screen(), ClosedNotice)


def test_what_hangs_too_high_depends_on_how_it_hangs(venue: VenueFactory, tmp_path: Path) -> None:
    put(tmp_path, "timing:\n  attract_s: 0\npanel:\n  diagonal_mm: 1100\n  floor_mm: 700\n")
    here = venue()
    here.rig.wind(100)
    assert not here.rig.visit.preferences.reach
    here.rig.view.resize(720, 1280)
    here.rig.wind(500, step=50)
    assert here.rig.visit.preferences.reach
    assert here.rig.stage.layout is layout_for(upright=True, large=False, reach=True)


def test_a_restart_that_was_asked_for_is_no_trouble(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.touch("機器狀態", "操作", "重新啟動", "重新啟動")
    here.close()
    again = venue()
    assert again.house.machine.starts.history[0].reason == "asked"
    assert again.house.machine.troubles.last == ()
