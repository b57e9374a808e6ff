"""Which versions there are, and whether they are the ones that were tested together."""

import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk.venue.doctor.finding import Finding, good

_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", re.MULTILINE)


def check_versions(app: str, content: str) -> list[Finding]:
    """What runs here, to be read out on the telephone."""
    python = ".".join(map(str, sys.version_info[:3]))
    return [good("application", app), good("exhibition", content), good("Python", python)]


def check_packages(lock: Path) -> Finding:
    """Whether the Python packages are those that the lock file names.

    Args:
        lock: the lock file.
    """
    try:
        pins = _PIN.findall(lock.read_text(encoding="utf-8"))
    except OSError:
        return Finding("packages", "bad", f"'{lock}' is missing", "install the bundle again")
    wrong = [
        f"{name} {_installed(name)}, not {pin}" for name, pin in pins if _installed(name) != pin
    ]
    if wrong:
        return Finding("packages", "bad", "; ".join(wrong), "install the bundle again")
    return good("packages", f"{len(pins)}, all as locked")


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
