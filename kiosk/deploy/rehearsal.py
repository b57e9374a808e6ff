"""What an installation would do, in lines, without doing any of it."""

from kiosk.deploy.places import USER, Places
from kiosk.deploy.system_files import Wishes, system_files


def rehearse(places: Places, wishes: Wishes) -> list[str]:
    """Every file that would be written, every user that would be made, every service started."""
    lines = [
        f"make    user '{USER}', without a password and a shell",
        "make    /opt/kiosk/apps, contents, versions, keys, current",
        "make    /var/lib/kiosk, /var/lib/kiosk/incoming",
    ]
    for file in system_files(wishes):
        there = places.at(file.path)
        what = "replace" if there.exists() or there.is_symlink() else "write"
        lines.append(f"{what:7} {file.path}" + (f" -> {file.text}" if file.link else ""))
    lines.append("write   /opt/kiosk/installed.json")
    lines.append("start   kiosk.service, kiosk-update.path")
    return lines
