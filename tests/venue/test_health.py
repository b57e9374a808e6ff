"""The machine that the tests run on is read, and sensors that it may not have are played."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from kiosk.show.clock import ManualClock
from kiosk.venue import health
from kiosk.venue.health import SAMPLE_MS, Health, Known, Vitals, read_vitals, warmest_c
from kiosk.venue.machine import MachineStatus

KNOWN = Known(datetime(2026, 11, 25, 12), True, (), (), 16.7, "3f9a2c · 2026-11-20", "0.1.0")


def sensors(monkeypatch: pytest.MonkeyPatch, *celsius: float) -> None:
    read = {"cpu": [SimpleNamespace(current=each) for each in celsius]}
    monkeypatch.setattr(psutil, "sensors_temperatures", lambda: read, raising=False)


def test_this_machine_has_memory_and_a_disk(tmp_path: Path) -> None:
    vitals = read_vitals(tmp_path)
    assert vitals.memory_bytes > 10_000_000
    assert 0 < vitals.disk_free_bytes < vitals.disk_bytes


def test_a_folder_that_is_still_to_be_made_lies_on_a_disk_already(tmp_path: Path) -> None:
    assert read_vitals(tmp_path / "not" / "yet").disk_bytes == read_vitals(tmp_path).disk_bytes


def test_the_warmest_sensor_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    sensors(monkeypatch, 41.5, 63.0, 0.0, -273.2)
    assert warmest_c() == 63.0


def test_no_sensor_is_no_temperature(monkeypatch: pytest.MonkeyPatch) -> None:
    sensors(monkeypatch, 0.0)
    assert warmest_c() is None
    monkeypatch.delattr(psutil, "sensors_temperatures")
    assert warmest_c() is None


def test_a_sensor_that_fails_is_no_temperature(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("input/output error")

    monkeypatch.setattr(psutil, "sensors_temperatures", fail, raising=False)
    assert warmest_c() is None


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Counts how often the machine is read."""
    taken: list[float] = []

    def read(_folder: Path) -> Vitals:
        taken.append(len(taken))
        return Vitals(memory_bytes=len(taken))

    monkeypatch.setattr(health, "read_vitals", read)
    yield taken


def test_it_is_read_once_a_second_at_most(tmp_path: Path, readings: list[float]) -> None:
    clock = ManualClock()
    machine = Health(tmp_path, clock.now_ms)
    shown: list[MachineStatus] = []
    for _ in range(40):
        clock.advance(SAMPLE_MS / 10)
        shown.append(machine.status(KNOWN))
        machine.close()
    assert len(readings) == 5
    assert shown[-1].uptime_s == 4.0
    assert machine.status(KNOWN).memory_bytes == 5


def test_what_others_know_stands_beside_it(tmp_path: Path) -> None:
    status = Health(tmp_path, ManualClock().now_ms).status(KNOWN)
    assert (status.now, status.frame_p95_ms) == (KNOWN.now, 16.7)
    assert (status.content_version, status.app_version) == ("3f9a2c · 2026-11-20", "0.1.0")
