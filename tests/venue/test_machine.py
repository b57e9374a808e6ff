"""What of the machine's state staff have to be told of."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk.venue.machine import RESERVE_BYTES, MachineStatus, Trouble

NOON = datetime(2026, 11, 25, 12, 0)
WELL = MachineStatus(
    uptime_s=60,
    starts=(),
    frame_p95_ms=None,
    memory_bytes=0,
    temperature_c=None,
    disk_free_bytes=10 * RESERVE_BYTES,
    disk_bytes=100 * RESERVE_BYTES,
    now=NOON,
    clock_trusted=True,
    content_version="",
    app_version="",
    troubles=(),
)


def test_a_machine_that_is_well_gives_no_concern() -> None:
    assert WELL.concerns == ()


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"clock_trusted": False}, "clock-doubted"),
        ({"disk_free_bytes": RESERVE_BYTES - 1}, "disk-almost-full"),
    ],
)
def test_what_is_wrong_now_comes_first(changes: dict[str, object], kind: str) -> None:
    failed = Trouble(NOON - timedelta(hours=2), "voice-failed")
    concerns = replace(WELL, troubles=(failed,), **changes).concerns
    assert [one.kind for one in concerns] == [kind, "voice-failed"]
    assert concerns[0].at == NOON


def test_a_trouble_is_history_after_a_day() -> None:
    troubles = (
        Trouble(NOON - timedelta(hours=23), "failed"),
        Trouble(NOON - timedelta(hours=25), "voice-failed"),
    )
    assert [one.kind for one in replace(WELL, troubles=troubles).concerns] == ["failed"]


def test_what_was_wrong_and_is_right_again_is_no_concern() -> None:
    troubles = (
        Trouble(NOON - timedelta(hours=1), "clock-doubted"),
        Trouble(NOON - timedelta(hours=1), "disk-almost-full"),
    )
    assert replace(WELL, troubles=troubles).concerns == ()


def test_a_disk_that_cannot_be_read_is_not_called_full() -> None:
    assert replace(WELL, disk_free_bytes=0, disk_bytes=0).concerns == ()
