"""What lies on the disk: fonts, room for more, and who may write where."""

import shutil
import sys
from array import array
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR

from kiosk.venue.doctor.finding import Finding, good
from kiosk.venue.machine import RESERVE_BYTES

FACES = (
    "NotoSansHK-Regular.ttf",
    "NotoSansHK-Bold.ttf",
    "NotoSerifHK-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "NotoSerifSC-Bold.ttf",
)
COMFORTABLE_BYTES = 2_000_000_000
"""With less than this there is no room for another version."""

_WHOLE_FONT = 0xB1B0AFBA
"""What all words of a TrueType file add up to: it carries the number that makes it so."""


def check_fonts(folder: Path) -> Finding:
    """Whether every face is there and whole."""
    missing = [name for name in FACES if not (folder / name).is_file()]
    damaged = [name for name in FACES if name not in missing and not _sound(folder / name)]
    if missing or damaged:
        said = [f"{name} is missing" for name in missing]
        said += [f"{name} is damaged" for name in damaged]
        return Finding("fonts", "bad", ", ".join(said), "install the bundle again")
    return good("fonts", f"{len(FACES)} faces, all whole")


def check_disk(venue: Path) -> Finding:
    """Whether there is room where the venue's own things are."""
    place = next(path for path in (venue, *venue.parents) if path.exists())
    free = shutil.disk_usage(place).free
    said = f"{free / 1e9:.1f} GB free"
    if free < RESERVE_BYTES:
        return Finding("disk", "bad", said, "delete what the kiosk does not need")
    if free < COMFORTABLE_BYTES:
        return Finding("disk", "look", said, "there is too little room for an update")
    return good("disk", said)


def check_permissions(venue: Path, code: Path) -> list[Finding]:
    """Whether the kiosk's user can write to the venue's folder, and nowhere near the code.

    Args:
        venue: the venue's folder, whose owner is taken for the kiosk's user.
        code: the application's folder.
    """
    if not venue.is_dir():
        said = f"'{venue}' is not there yet"
        return [Finding("venue folder", "look", said, "it is made when the kiosk first starts")]
    user, group = venue.stat().st_uid, venue.stat().st_gid
    findings = []
    if user == 0:
        said = "it belongs to root, so the kiosk runs as root"
        findings.append(Finding("user", "look", said, "give the kiosk a user of its own"))
    if _may_write(venue, user, group):
        findings.append(good("venue folder", f"'{venue}' can be written to"))
    else:
        said = f"its owner cannot write to '{venue}'"
        findings.append(Finding("venue folder", "bad", said, f"chmod u+rwx '{venue}'"))
    ours = [path for path in (code, code / "kiosk") if _may_write(path, user, group)]
    if ours:
        said = f"the kiosk's user can write to '{ours[0]}'"
        todo = "on a machine for visitors: install the bundle, which gives the code to root"
        findings.append(Finding("code", "look", said, todo))
    else:
        findings.append(good("code", "the kiosk's user cannot change it"))
    return findings


def _may_write(path: Path, user: int, group: int) -> bool:
    told = path.stat()
    if user == 0:
        return True
    if told.st_uid == user:
        return bool(told.st_mode & S_IWUSR)
    return bool(told.st_mode & (S_IWGRP if told.st_gid == group else S_IWOTH))


def _sound(font: Path) -> bool:
    contents = font.read_bytes()
    words = array("I", contents.ljust(-(-len(contents) // 4) * 4, b"\0"))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF == _WHOLE_FONT
