"""The journal while the power goes and while the disk is full: each in a process of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ROOT

KILLS = 100
SMALL_DISK = 'mount -t tmpfs -o size=512k small "$0" && exec "$@"'


def run(*command: str | Path) -> str:
    """What a program said; it has to end well."""
    ended = subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def program(name: str, *arguments: str | Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", f"tests.venue.{name}", *arguments)


@pytest.fixture
def small_disk(tmp_path: Path) -> tuple[str | Path, ...]:
    """What is put before a command to let it have a disk of 512 kB at `tmp_path`."""
    within = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, tmp_path)
    if not shutil.which("unshare") or subprocess.run([*within, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    return within


def test_no_visit_that_was_written_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    said = run(*program("killed_journal", tmp_path, str(KILLS)))
    numbers = dict(part.split(": ") for part in said.strip().split(", "))
    assert int(numbers["reported"]) > KILLS, "most kills came before anything was written"


def test_on_a_full_disk_visits_wait_in_memory(
    tmp_path: Path, small_disk: tuple[str | Path, ...]
) -> None:
    assert "database or disk is full" in run(
        *small_disk, *program("full_journal", tmp_path, "disk")
    )


def test_where_no_file_may_grow_visits_wait_in_memory(tmp_path: Path) -> None:
    assert "disk I/O error" in run(*program("full_journal", tmp_path, "quota"))
