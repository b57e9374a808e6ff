"""Why the kiosk was started again, found out by real files, locks and processes."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.venue.machine import Started
from kiosk.venue.starts import FILE, MOST_STARTS, Boot, End, Starts, this_boot
from tests.processes import ROOT

NOON = datetime(2026, 11, 25, 12, 0)
MORNING = Boot("boot-1", NOON - timedelta(hours=3))
LATER = Boot("boot-2", NOON + timedelta(hours=1))


def start(folder: Path, boot: Boot = MORNING, after_h: float = 0) -> Starts:
    return Starts(folder, lambda: NOON + timedelta(hours=after_h), boot)


def crash(starts: Starts) -> None:
    """Lets a run go as the system does when it kills a process: its lock goes, its mark stays."""
    assert starts._lock is not None
    os.close(starts._lock)
    starts._lock = None


def test_the_first_start_of_all_is_told_as_that(tmp_path: Path) -> None:
    assert start(tmp_path / "venue").history == (Started(NOON, "first"),)


@pytest.mark.parametrize(
    ("end", "boot", "reason"),
    [
        (None, MORNING, "crash"),
        (None, LATER, "power"),
        ("staff", MORNING, "asked"),
        ("staff", LATER, "asked"),
        ("signal", MORNING, "asked"),
        ("signal", LATER, "power"),
    ],
)
def test_the_next_start_knows_how_the_run_before_has_ended(
    tmp_path: Path, end: End | None, boot: Boot, reason: str
) -> None:
    first = start(tmp_path)
    if end:
        first.end(end)
    else:
        crash(first)
    again = start(tmp_path, boot, after_h=2)
    assert again.reason == reason
    assert [one.at.hour for one in again.history] == [14, 12]


def test_a_clock_that_was_set_makes_no_power_cut_of_a_crash(tmp_path: Path) -> None:
    crash(start(tmp_path))
    moved = Boot(MORNING.id, NOON + timedelta(days=400))
    assert start(tmp_path, moved).reason == "crash"


def test_what_the_supervisor_knows_counts_for_more(tmp_path: Path) -> None:
    start(tmp_path).end("signal")
    again = Starts(tmp_path, lambda: NOON, LATER, because="memory")
    assert again.reason == "memory"
    again.end("signal")
    assert start(tmp_path, LATER).history[1].reason == "memory", "and it is kept"


def test_where_the_system_names_no_boot_its_time_tells(tmp_path: Path) -> None:
    crash(start(tmp_path, Boot("", MORNING.at)))
    second = start(tmp_path, Boot("", MORNING.at))
    assert second.reason == "crash"
    crash(second)
    assert start(tmp_path, Boot("", LATER.at)).reason == "power"


def test_only_the_last_starts_are_kept(tmp_path: Path) -> None:
    for hour in range(MOST_STARTS + 20):
        start(tmp_path, after_h=hour).end("staff")
    last = start(tmp_path, after_h=500)
    assert len(last.history) == MOST_STARTS
    assert last.history[0].at == NOON + timedelta(hours=500)


def test_a_second_kiosk_on_the_folder_leaves_the_marks_of_the_first_alone(tmp_path: Path) -> None:
    first = start(tmp_path)
    second = start(tmp_path, after_h=1)
    assert second.problem == "other-kiosk"
    second.end("staff")
    crash(first)
    third = start(tmp_path, after_h=2)
    assert third.problem == ""
    assert [(one.at.hour, one.reason) for one in third.history] == [(14, "crash"), (12, "first")]


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    for damage in ('{"running": tr', "[]", '{"starts": [{"at": "noon"}]}', "\x00\x00"):
        (tmp_path / FILE).write_text(damage)
        begun = start(tmp_path)
        assert begun.reason == "first"
        begun.end("staff")


def test_a_folder_that_cannot_be_written_is_told_and_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "venue"
    blocked.write_text("a file stands where the folder should be")
    starts = start(blocked)
    assert (starts.reason, starts.problem) == ("first", "not-written")
    starts.end("staff")


def test_a_disk_that_takes_nothing_more_is_told_and_the_file_before_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start(tmp_path)
    before = (tmp_path / FILE).read_text()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    first.end("staff")
    assert first.problem == "not-written"
    assert (tmp_path / FILE).read_text() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["starts.json", "starts.lock"]


RUN = """
import sys, signal
from datetime import datetime
from pathlib import Path
from kiosk.venue.starts import Starts
starts = Starts(Path(sys.argv[1]), datetime.now)
print(starts.reason, starts.problem, flush=True)
signal.pause()
"""


def test_a_process_that_was_killed_is_a_crash_to_the_next(tmp_path: Path) -> None:
    said = []
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", RUN, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as run:
            assert run.stdout
            said.append(run.stdout.readline().strip())
            run.send_signal(signal.SIGKILL)
    assert said == ["first", "crash"]


def test_this_machine_tells_when_it_was_started() -> None:
    boot = this_boot()
    assert boot.at < datetime.now()
    assert boot == this_boot()
