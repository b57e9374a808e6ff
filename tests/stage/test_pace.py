"""How often it ticks, and what is got ready meanwhile, while an exhibit never stands still."""

import pytest

from kiosk.app.pace import DRIFT_MS
from kiosk.exhibits.exhibit import ExhibitItem
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import exhibit


@pytest.fixture
def lively(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every exhibit lives."""
    monkeypatch.setattr(ExhibitItem, "lives", True)


def interval_ms(rig: Rig) -> int:
    (timer,) = (child for child in rig.kiosk.ticker.children() if type(child).__name__ == "QTimer")
    assert timer.isActive()
    return int(timer.interval())


@pytest.mark.usefixtures("lively")
def test_what_never_stands_still_keeps_nothing_from_being_got_ready(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360))
    rig.wind(3000)
    assert rig.kiosk.animator.drifting
    assert not rig.stage.waiting
    assert len(rig.stage.live_items()) == 3
    assert all(item.furnished for item in rig.stage.live_items())


@pytest.mark.usefixtures("lively")
def test_it_drifts_no_faster_than_it_has_to(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360))
    rig.come_to_rest()
    rig.wind(32)
    assert interval_ms(rig) == DRIFT_MS
    rig.stage.pause_requested.emit()
    rig.wind(32)
    assert interval_ms(rig) == DRIFT_MS, "it lives on while the tour is held"


@pytest.mark.usefixtures("lively")
def test_with_reduced_motion_nothing_drifts(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360))
    rig.kiosk.animator.reduced_motion = True
    rig.come_to_rest()
    rig.wind(32)
    assert interval_ms(rig) == 100


@pytest.mark.usefixtures("lively")
def test_what_has_gone_drifts_no_more(kiosk: KioskFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    rig = kiosk(size=(640, 360))
    rig.come_to_rest()
    monkeypatch.setattr(ExhibitItem, "lives", False)
    rig.stage.next_requested.emit()
    rig.come_to_rest()
    rig.wind(16)
    assert not rig.kiosk.animator.drifting
    assert interval_ms(rig) > 500


def test_without_a_drift_it_rests(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360))
    rig.come_to_rest()
    assert not exhibit(rig).lives
    rig.wind(16)
    assert interval_ms(rig) == 100
    rig.stage.pause_requested.emit()
    rig.wind(16)
    assert interval_ms(rig) > 500
