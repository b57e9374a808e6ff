"""`main.py doctor`: whether a machine is ready to open, and what to do if it is not."""

import argparse
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk.content.version import version
from kiosk.display import NoDisplayError, held_display
from kiosk.release import VERSION
from kiosk.resources import FONTS, ROOT, SCENES
from kiosk.run_command import add_venue_argument
from kiosk.settings.place import venue_folder
from kiosk.venue.doctor.finding import Finding, good
from kiosk.venue.doctor.screen import Screen, check_screens, check_touch, connected_screens
from kiosk.venue.doctor.software import check_packages, check_versions
from kiosk.venue.doctor.storage import check_disk, check_fonts, check_permissions
from kiosk.venue.doctor.system import check_clock, check_memory, check_power, check_sound


def add_doctor_arguments(parser: argparse.ArgumentParser) -> None:
    """Lets `parser` understand what may follow `doctor`."""
    parser.add_argument(
        "--content", type=Path, default=SCENES, metavar="DIR", help="the exhibition's folder"
    )
    add_venue_argument(parser)
    parser.add_argument("--json", action="store_true", help="for a program to read")
    parser.add_argument("--root", type=Path, default=Path("/"), help=argparse.SUPPRESS)


def examine(options: argparse.Namespace) -> int:
    """Prints what was found; 1 if something is bad."""
    findings = list(_findings(options))
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(str, findings)))
    return int(any(finding.grade == "bad" for finding in findings))


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    root, venue = options.root, venue_folder(options.venue, os.environ)
    opened, screens = _opened_screens()
    yield opened
    yield from check_screens(screens or connected_screens(root))
    yield check_touch(root)
    yield check_fonts(FONTS)
    yield check_disk(venue)
    yield check_memory(root)
    yield from check_permissions(venue, ROOT)
    yield from check_clock(root, datetime.now().astimezone())
    yield from check_power(root, _x_settings())
    yield check_sound(root)
    yield check_packages(ROOT / "requirements.lock")
    yield from check_versions(VERSION, version(options.content) if options.content.is_dir() else "")


def _opened_screens() -> tuple[Finding, list[Screen]]:
    """The screens that a window could be opened on, if this is asked on a display."""
    if not (os.environ.get("QT_QPA_PLATFORM") or _has_display()):
        return good("window", "not tried: this is not asked on the display"), []
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        todo = "install the system's packages that docs/it.md names"
        return Finding("window", "bad", f"Qt cannot be loaded: {error}", todo), []
    try:
        with held_display():
            application = QGuiApplication(["kiosk"])
    except NoDisplayError as error:
        return Finding("window", "bad", str(error), "start the kiosk's session"), []
    screens = [
        Screen(
            one.name(),
            round(one.size().width() * one.devicePixelRatio()),
            round(one.size().height() * one.devicePixelRatio()),
            one.refreshRate(),
            round(one.physicalSize().width()),
            round(one.physicalSize().height()),
        )
        for one in application.screens()
    ]
    platform = application.platformName()
    application.shutdown()
    return good("window", f"can be opened, through {platform}"), screens


def _has_display() -> bool:
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def _x_settings() -> str:
    if not os.environ.get("DISPLAY") or not shutil.which("xset"):
        return ""
    return subprocess.run(
        ["xset", "q"], capture_output=True, text=True, check=False, timeout=10
    ).stdout
