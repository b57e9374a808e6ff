"""Every file of the system that an installation writes, rendered from `resources/deploy`."""

from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Literal

from kiosk.deploy.places import USER
from kiosk.resources import RESOURCES

TEMPLATES = RESOURCES / "deploy"

Session = Literal["cage", "x"]
SESSIONS: tuple[Session, ...] = ("cage", "x")


@dataclass(frozen=True)
class SystemFile:
    """One file to be written.

    Attributes:
        path: where, as an absolute path of the machine.
        text: what it says; for a link, where it leads.
    """

    path: str
    text: str
    executable: bool = False
    link: bool = False


@dataclass(frozen=True)
class Wishes:
    """What the installer was told of the machine.

    Attributes:
        session: what opens the screen.
        output: the screen that touch belongs to, such as `HDMI-A-1`; empty where there is one.
        mouse: whether a mouse may be used, and then has a pointer.
    """

    session: Session = "cage"
    output: str = ""
    mouse: bool = False


_UNITS = "/etc/systemd/system"
_PLAIN = {
    f"{_UNITS}/kiosk.service": "kiosk.service",
    f"{_UNITS}/kiosk-update.path": "kiosk-update.path",
    f"{_UNITS}/kiosk-update.service": "kiosk-update.service",
    "/etc/tmpfiles.d/kiosk.conf": "tmpfiles.conf",
    "/etc/systemd/logind.conf.d/kiosk.conf": "logind.conf",
    "/etc/systemd/sleep.conf.d/kiosk.conf": "sleep.conf",
    "/etc/sysctl.d/90-kiosk.conf": "sysctl.conf",
    "/etc/default/grub.d/kiosk.cfg": "grub.cfg",
    "/etc/udev/rules.d/70-kiosk.rules": "udev.rules",
}
_LINKS = {
    f"{_UNITS}/multi-user.target.wants/kiosk.service": "../kiosk.service",
    f"{_UNITS}/multi-user.target.wants/kiosk-update.path": "../kiosk-update.path",
    # Ctrl+Alt+Del restarts nothing.
    f"{_UNITS}/ctrl-alt-del.target": "/dev/null",
}


def system_files(wishes: Wishes) -> tuple[SystemFile, ...]:
    """All of them, in the order in which they are written."""
    plain, programs = (
        dict(_PLAIN),
        {
            "/opt/kiosk/bin/kiosk-session": f"session-{wishes.session}.sh",
            "/opt/kiosk/bin/kiosk-show": "show.sh",
            "/opt/kiosk/bin/kioskctl": "kioskctl.sh",
        },
    )
    plain[f"{_UNITS}/kiosk.service.d/session.conf"] = f"session-{wishes.session}.conf"
    if wishes.session == "x":
        plain["/etc/pam.d/kiosk"] = "pam"
        plain["/etc/X11/xorg.conf.d/90-kiosk.conf"] = "xorg.conf"
    return (
        *(SystemFile(path, _rendered(name, wishes)) for path, name in plain.items()),
        *(SystemFile(path, _rendered(name, wishes), True) for path, name in programs.items()),
        *(SystemFile(path, target, link=True) for path, target in _LINKS.items()),
    )


def _rendered(name: str, wishes: Wishes) -> str:
    text = Path(TEMPLATES / name).read_text(encoding="utf-8")
    return Template(text).substitute(
        user=USER, output=wishes.output, ignore_mouse="" if wishes.mouse else "1"
    )
