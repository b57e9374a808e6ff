from kiosk.show.clock import ManualClock
from kiosk.show.staff_session import GATE_MS, PANEL_MS, Door, StaffSession


def test_a_knock_leads_to_the_gate_and_a_pin_to_the_panel(clock: ManualClock) -> None:
    session = StaffSession(clock)
    session.knock()
    assert session.door is Door.GATE
    session.enter()
    assert session.door is Door.PANEL


def test_the_gate_closes_when_nobody_touches_it(clock: ManualClock) -> None:
    session = StaffSession(clock)
    session.knock()
    clock.advance(GATE_MS - 1)
    session.tick()
    assert session.door is Door.GATE
    clock.advance(1)
    session.tick()
    assert session.door is Door.CLOSED


def test_the_panel_locks_two_minutes_after_the_last_touch(clock: ManualClock) -> None:
    session = StaffSession(clock)
    session.knock()
    session.enter()
    clock.advance(PANEL_MS - 1)
    session.touch()
    session.tick()
    assert session.left_ms == PANEL_MS
    clock.advance(PANEL_MS)
    session.tick()
    assert session.door is Door.CLOSED


def test_a_knock_inside_does_not_lead_out(clock: ManualClock) -> None:
    session = StaffSession(clock)
    session.knock()
    session.enter()
    session.knock()
    assert session.door is Door.PANEL


def test_closed_it_is_due_never(clock: ManualClock) -> None:
    session = StaffSession(clock)
    clock.advance(10 * PANEL_MS)
    session.tick()
    assert session.left_ms == float("inf")
