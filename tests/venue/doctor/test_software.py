from importlib.metadata import version
from pathlib import Path

from kiosk.resources import ROOT
from kiosk.venue.doctor.software import check_packages


def test_what_is_locked_is_installed() -> None:
    assert check_packages(ROOT / "requirements.lock").grade == "good"


def test_another_version_and_a_missing_package_are_named(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("PyYAML==1.0 \\\n    --hash=sha256:00\nno-such-package==2.0 \\\n")
    finding = check_packages(lock)
    assert finding.grade == "bad"
    assert f"PyYAML {version('PyYAML')}, not 1.0" in finding.said
    assert "no-such-package missing, not 2.0" in finding.said


def test_without_a_lock_nothing_can_be_said(tmp_path: Path) -> None:
    assert check_packages(tmp_path / "none").grade == "bad"
