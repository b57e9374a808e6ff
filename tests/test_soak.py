"""The soak in miniature: two hundred rounds and a dozen visitors leave nothing behind."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ROOT, environment
from tests.soak import READ_EVERY, Reading

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc")

HARMLESS = "This plugin does not support propagateSizeHints()"
ROUNDS = 200
VISITS = 20

LARGEST_GROWTH_KIB = 2048
"""A scene that is held takes 750 KiB, so fewer than three of hundreds. Measured: 900 at most."""


def test_nothing_grows_from_round_to_round() -> None:
    readings = soak("rounds", ROUNDS)
    shown = [r for r in readings if r.done in (READ_EVERY["rounds"], ROUNDS // 2, ROUNDS)]
    print("", *shown, sep="\n")
    assert readings[-1].done == ROUNDS
    assert_flat(readings)
    assert {reading.live for reading in readings} == {3}


def test_visitors_leave_nothing_behind() -> None:
    readings = soak("visits", VISITS)
    assert_flat(readings)
    assert {reading.live for reading in readings} == {4}, "three scenes and the prologue"


def soak(kind: str, count: int) -> list[Reading]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.soak", kind, str(count)],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    complaints = [line for line in ended.stderr.splitlines() if line != HARMLESS]
    assert (ended.returncode, complaints) == (0, [])
    return [Reading(**json.loads(line)) for line in ended.stdout.splitlines()]


def assert_flat(readings: list[Reading]) -> None:
    """Nothing has grown since the first reading, by which caches and Python's heap are filled."""
    first = readings[0]
    for reading in readings:
        assert reading.rss_kib - first.rss_kib < LARGEST_GROWTH_KIB, reading
        assert reading.objects - first.objects <= (reading.done - first.done) / 2, reading
        assert reading.items == first.items, reading
        assert reading.left == 0, reading
        # From Python 3.12 on None counts no references. Qt for Python loses a few of those it
        # holds (they only pile up); one that it gives back too often would end the process.
        assert reading.nones >= first.nones, reading
