"""The clock, the power settings, memory and sound."""

import shutil
from datetime import date, datetime
from pathlib import Path

from kiosk.release import RELEASED
from kiosk.venue.doctor.finding import Finding, good
from kiosk.venue.engines import ENGINES
from kiosk.venue.players import PLAYERS

SMALLEST_MEMORY_BYTES = 1_800_000_000
"""What a machine sold with 2 GB has left of them."""


def check_clock(root: Path, now: datetime, released: date = RELEASED) -> list[Finding]:
    """Whether the clock can be right, in which zone, and whether anything sets it."""
    said = f"{now:%Y-%m-%d %H:%M} {now.tzname() or ''}".rstrip()
    if now.date() < released:
        todo = f"set it: this version is of {released}; a new battery may be due"
        return [Finding("clock", "bad", said, todo)]
    findings = [good("clock", said)]
    zone = _zone(root)
    if zone in ("", "UTC", "Etc/UTC"):
        todo = "timedatectl set-timezone Asia/Hong_Kong: opening hours are local time"
        findings.append(Finding("time zone", "look", zone or "none is set", todo))
    else:
        findings.append(good("time zone", zone))
    if (root / "run/systemd/timesync/synchronized").exists():
        findings.append(good("clock is set", "by the network"))
    else:
        todo = "without a network: compare the clock with a watch now and then"
        findings.append(Finding("clock is set", "look", "by nobody", todo))
    return findings


def check_power(root: Path, x_settings: str = "") -> list[Finding]:
    """Whether the machine or its screen go to sleep by themselves.

    Args:
        root: of the machine.
        x_settings: what `xset q` says, under an X server.
    """
    findings = [_blanking(root), _sleep(root)]
    if x_settings:
        if "timeout:  0" in x_settings and "DPMS is Disabled" in x_settings:
            findings.append(good("X blanking", "off"))
        else:
            todo = "xset s off -dpms"
            findings.append(Finding("X blanking", "bad", "the X server blanks the screen", todo))
    return findings


def check_memory(root: Path) -> Finding:
    """Whether there is enough for the exhibition beside the system."""
    kilobytes = 0
    for line in _read(root / "proc/meminfo").splitlines():
        if line.startswith("MemTotal:"):
            kilobytes = int(line.split()[1])
    said = f"{kilobytes * 1024 / 1e9:.1f} GB"
    if kilobytes * 1024 < SMALLEST_MEMORY_BYTES:
        return Finding("memory", "bad", said, "the exhibition needs 2 GB")
    return good("memory", said)


def check_sound(root: Path, path: str | None = None) -> Finding:
    """Whether anything can be heard; no exhibition depends on it.

    Args:
        root: of the machine.
        path: where programs are looked for, else on the PATH.
    """
    cards = _read(root / "proc/asound/cards")
    if not cards or "no soundcards" in cards:
        return Finding("sound", "look", "there is no sound card", "nothing is read aloud")
    programs = [one.program for one in (*ENGINES, *PLAYERS)]
    found = [program for program in programs if shutil.which(program, path=path)]
    if not found:
        todo = "to have texts read aloud: apt-get install espeak-ng alsa-utils"
        return Finding("sound", "look", "no program speaks or plays", todo)
    return good("sound", ", ".join(found))


def _blanking(root: Path) -> Finding:
    seconds = _read(root / "sys/module/kernel/parameters/consoleblank")
    if seconds in ("", "0"):
        return good("blanking", "the console never blanks")
    todo = "add consoleblank=0 to the kernel's command line"
    return Finding("blanking", "look", f"the console blanks after {seconds} s", todo)


def _sleep(root: Path) -> Finding:
    settings = "".join(
        _read(path) for path in sorted((root / "etc/systemd/sleep.conf.d").glob("*.conf"))
    )
    target = root / "etc/systemd/system/sleep.target"
    masked = target.is_symlink() and str(target.readlink()) == "/dev/null"
    if "AllowSuspend=no" in settings or masked:
        return good("sleep", "the machine does not sleep")
    todo = "systemctl mask sleep.target, or install the bundle"
    return Finding("sleep", "look", "the machine may go to sleep", todo)


def _zone(root: Path) -> str:
    if written := _read(root / "etc/timezone"):
        return written
    link = root / "etc/localtime"
    return str(link.readlink()).partition("zoneinfo/")[2] if link.is_symlink() else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
