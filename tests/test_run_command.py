"""The kiosk as a process at a venue: what is found there the next time, however it ended."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.processes import command, environment
from tests.screen import until

RUN = command("run", "--windowed", "640x360", "--silent", "--venue")
PATIENCE_S = 60.0


@contextmanager
def running(venue: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A kiosk that has come so far as to note that it runs."""
    before = starts(venue)
    process = subprocess.Popen(
        [*RUN, venue],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
    )
    try:
        until(lambda: starts(venue) != before, "it has noted its start", PATIENCE_S)
        yield process
    finally:
        process.kill()
        process.wait()


def starts(venue: Path) -> bytes:
    file = venue / "starts.json"
    return file.read_bytes() if file.exists() else b""


def troubles(venue: Path) -> list[str]:
    file = venue / "troubles.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [json.loads(line)["kind"] for line in lines]


def test_an_end_in_good_order_is_no_trouble_and_any_other_is(tmp_path: Path) -> None:
    venue = tmp_path / "venue"
    with running(venue) as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 0
    with running(venue) as process:
        assert "stopped-unexpectedly" not in troubles(venue)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with running(venue):
        until(lambda: "stopped-unexpectedly" in troubles(venue), "it is told", PATIENCE_S)


def test_two_kiosks_on_one_folder_leave_each_other_in_peace(tmp_path: Path) -> None:
    venue = tmp_path / "venue"
    with running(venue) as first:
        other = subprocess.run(
            [*RUN, venue, "--speed", "60", "--cycles", "1"],
            env=environment(QT_QPA_PLATFORM="offscreen"),
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert other.returncode == 0
        assert first.poll() is None
    assert "failed" not in troubles(venue)
