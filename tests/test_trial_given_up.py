"""A new version that is too broken to start makes room for the one before."""

from pathlib import Path

import pytest

from kiosk.supervise_command import considered
from kiosk.venue.actions import Launch
from kiosk.venue.installation import Installation
from kiosk.venue.trial import read_trial, write_trial
from kiosk.venue.update_status import Trial
from kiosk.venue.versions import Versions
from tests.venue.bundles import application

FAILED = Launch("safe", "new-energy", "crash")


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """Two versions, of which the second is current."""
    versions = Versions(tmp_path / "opt")
    for name in ("1.0", "2.0"):
        versions.activate(versions.add(*application(tmp_path, name)))
    (tmp_path / "venue").mkdir()
    return Installation(tmp_path / "opt", tmp_path / "venue")


def test_a_version_on_trial_that_does_not_start_is_left(installation: Installation) -> None:
    newer = installation.current
    assert newer
    write_trial(installation.venue, Trial("2.0", 0, "running"))
    assert considered(FAILED, installation).show == "normal"
    assert installation.current and installation.current.number < newer.number
    assert (read_trial(installation.venue).state) == "failed"
    assert considered(FAILED, installation) == FAILED, "it is gone back only once"


def test_a_version_that_has_passed_stays(installation: Installation) -> None:
    before = installation.current
    assert considered(FAILED, installation) == FAILED
    assert installation.current == before


def test_the_first_failures_are_no_reason(installation: Installation) -> None:
    write_trial(installation.venue, Trial("2.0", 1, "running"))
    again = Launch("normal", "new-energy", "crash")
    assert considered(again, installation) == again


def test_where_nothing_is_installed_nothing_is_gone_back_to() -> None:
    assert considered(FAILED, None) == FAILED
