"""What a machine must have of its own before anything is installed, and in which Debian package."""

import os
import shutil
import subprocess

from kiosk.deploy.system_files import Session

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_SESSION_LIBRARIES: dict[Session, dict[str, str]] = {
    "cage": {
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
    "x": {
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
}
_PROGRAMS: dict[Session, dict[str, str]] = {
    "cage": {"/usr/bin/cage": "cage", "/usr/sbin/seatd": "seatd"},
    "x": {
        "/usr/bin/xinit": "xinit",
        "/usr/lib/xorg/Xorg": "xserver-xorg-core xserver-xorg-input-libinput",
        "/usr/bin/xset": "x11-xserver-utils",
        "/usr/bin/xinput": "xinput",
    },
}


def missing_packages(session: Session) -> list[str]:
    """The Debian packages that this machine lacks for a session, in alphabetical order."""
    loadable = _loadable()
    libraries = _LIBRARIES | _SESSION_LIBRARIES[session]
    missing = {package for name, package in libraries.items() if f"{name} (" not in loadable}
    missing |= {
        package for path, package in _PROGRAMS[session].items() if not os.access(path, os.X_OK)
    }
    return sorted(missing)


def _loadable() -> str:
    ldconfig = shutil.which("ldconfig", path="/usr/sbin:/sbin")
    if not ldconfig:
        return ""
    return subprocess.run(
        [ldconfig, "-p"], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    ).stdout
