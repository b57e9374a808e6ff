"""An update in the running kiosk: it waits until nobody is here, and is watched afterwards."""

from pathlib import Path

import pytest

from kiosk.app import Site
from kiosk.app.updating import IDLE_MS, Updating, objection
from kiosk.resources import SCENES
from kiosk.venue.trial import read_trial, write_trial
from kiosk.venue.update_status import Trial
from tests.app.conftest import Venue, VenueFactory
from tests.venue.test_update import Machine, machine

__all__ = ["machine"]


class Follower:
    """What follows the update of a machine in the kiosk of a venue."""

    def __init__(self, here: Venue, on: Machine) -> None:
        self._here = here
        self._on = on
        self.covered = False
        self.switched = 0
        troubles = here.house.machine.troubles
        site = Site(on.venue, SCENES, here.rig.clock, troubles, installation=on.installation)
        self.updating = Updating(
            here.rig.kiosk, here.rig.clock, on.update, site, lambda: self.covered, self._switch
        )
        here.rig.kiosk.ticker.ticked.connect(self.updating.tick)

    def _switch(self) -> None:
        self.switched += 1

    def rest(self, ms: float) -> None:
        self._here.rig.wind(ms, step=500)
        self._on.settle()


@pytest.fixture
def here(venue: VenueFactory) -> Venue:
    return venue()


def test_it_waits_until_nobody_is_here(here: Venue, machine: Machine) -> None:
    machine.plug_in()
    machine.look()
    machine.install()
    follower = Follower(here, machine)
    follower.covered = True
    follower.rest(IDLE_MS * 2)
    assert follower.switched == 0, "staff are at the panel"
    follower.covered = False
    here.rig.visit.touch()
    follower.rest(IDLE_MS - 2000)
    assert follower.switched == 0, "somebody is here, or has just gone"
    here.rig.visit.end()
    follower.rest(IDLE_MS + 1000)
    follower.rest(IDLE_MS)
    assert follower.switched == 1


def on_trial(machine: Machine) -> None:
    """The machine has version 2026.1, which has just been switched to."""
    machine.plug_in()
    machine.look()
    machine.install()
    machine.update.close()
    machine.start()


def test_a_round_without_trouble_is_enough(here: Venue, machine: Machine) -> None:
    on_trial(machine)
    follower = Follower(here, machine)
    assert follower.updating.status.trial.state == "running"
    here.rig.view.grab()
    here.rig.kiosk.tour.cycles += 1
    follower.rest(2000)
    assert follower.updating.status.trial.state == "passed"
    assert read_trial(machine.venue).state == "passed"
    assert (machine.current(), follower.switched) == ("2026.1", 0)


def test_a_trouble_brings_the_version_before(here: Venue, machine: Machine) -> None:
    on_trial(machine)
    follower = Follower(here, machine)
    here.house.machine.troubles.tell("failed", "ZeroDivisionError")
    follower.rest(2000)
    assert machine.current() == "1.0"
    follower.rest(IDLE_MS + 1000)
    assert follower.switched == 1
    assert read_trial(machine.venue) == Trial("2026.1", 1, "failed", "trouble")


def test_a_third_start_brings_the_version_before(here: Venue, machine: Machine) -> None:
    on_trial(machine)
    write_trial(machine.venue, Trial("2026.1", 2, "running"))
    follower = Follower(here, machine)
    follower.rest(1000)
    assert machine.current() == "1.0"
    assert follower.updating.status.trial.reason == "no-start"


def test_an_exhibition_is_checked_as_by_check(tmp_path: Path) -> None:
    assert objection(SCENES) == ""
    (tmp_path / "exhibition.yaml").write_text("titel: x\n")
    assert "exhibition.yaml" in objection(tmp_path)
