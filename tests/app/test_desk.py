"""Staff come in by a knock and a PIN, change things while the kiosk runs, and leave."""

from pathlib import Path

from PySide6.QtCore import QPointF

from kiosk.show.staff_session import GATE_MS, PANEL_MS
from tests.app.conftest import PIN, VenueFactory


def test_a_knock_and_a_pin_lead_to_the_panel(venue: VenueFactory) -> None:
    here = venue()
    here.knock()
    assert here.gate
    here.enter(PIN)
    assert here.gate, "a new PIN is asked for twice"
    here.enter(PIN)
    assert here.panel.page == "programme"
    here.touch("離開")
    assert here.house.desk.cover is None


def test_a_wrong_pin_leads_nowhere(venue: VenueFactory) -> None:
    here = venue()
    here.house.lock.choose(PIN)
    here.knock()
    here.enter("1111")
    assert here.gate
    here.enter(PIN)
    assert here.panel


def test_the_gate_and_the_panel_close_by_themselves(venue: VenueFactory) -> None:
    here = venue()
    here.knock()
    here.rest(GATE_MS + 1000)
    assert here.house.desk.cover is None
    here.come_in()
    assert here.panel
    here.rest(PANEL_MS + 1000)
    assert here.house.desk.cover is None


def test_no_digit_of_the_pin_is_written_anywhere(venue: VenueFactory, capfd: object) -> None:
    here = venue()
    here.come_in()
    for path in Path(here.folder).rglob("*"):
        if path.is_file():
            assert PIN.encode() not in path.read_bytes(), path


def test_the_panel_tells_when_it_closes_and_a_touch_keeps_it_open(venue: VenueFactory) -> None:
    here = venue()
    here.come_in()
    here.rest(100_000)
    assert here.says("20秒後自動鎖定"), here.texts()
    here.rig.tap(QPointF(1000, 60))
    here.rest(1000)
    assert here.says("119秒後自動鎖定"), here.texts()
    here.rest(60_000)
    assert here.panel
