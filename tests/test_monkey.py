"""The monkey in miniature: some seconds of everything at once harm nothing and leave nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.monkey import Reading
from tests.processes import ROOT, environment

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc")

SECONDS = 4
LARGEST_GROWTH_KIB = 4096
"""A scene that is held takes 750 KiB, and the monkey has dozens built. Measured: 1300 at most."""


def test_it_comes_to_its_senses_and_memory_does_not_grow() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.monkey", str(SECONDS)],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    readings = [Reading(**json.loads(line)) for line in ended.stdout.splitlines()]
    print("", *readings, ended.stderr, sep="\n")
    assert ended.returncode == 0
    assert readings[-1].exceptions == 0
    assert readings[-1].events > 100
    half = readings[len(readings) // 2 :]
    assert max(reading.own_kib for reading in half) - half[0].own_kib < LARGEST_GROWTH_KIB
    assert max(reading.objects for reading in half) - half[0].objects < 1000
