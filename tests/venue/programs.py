"""Runs the programs of this folder, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

from tests.processes import ROOT


def run(*command: str | Path) -> str:
    """What a program said; it has to end well."""
    ended = subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def program(name: str, *arguments: str | Path) -> tuple[str | Path, ...]:
    """The command line of `python -m tests.venue.NAME ARGUMENTS`."""
    return (sys.executable, "-m", f"tests.venue.{name}", *arguments)


def numbers(said: str) -> dict[str, str]:
    """The figures in a line such as `kills: 3, written: 5`."""
    return dict(part.split(": ") for part in said.strip().split(", "))
