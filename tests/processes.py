"""Runs the kiosk as a venue does: as a process of its own, told nothing but its arguments."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCREEN_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM")


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without a screen in it, and with `changes`."""
    kept = {name: value for name, value in os.environ.items() if name not in SCREEN_NAMES}
    return kept | changes


def command(*arguments: str | Path) -> list[str]:
    """The command line of `python main.py ARGUMENTS`."""
    return [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]


def kiosk_process(
    *arguments: str | Path, cwd: Path = ROOT, timeout_s: float = 60, **changes: str
) -> subprocess.CompletedProcess[str]:
    """What `python main.py ARGUMENTS` said and how it ended."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout_s,
        check=False,
    )
