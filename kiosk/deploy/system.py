"""The machine around the files: its users and its services.

A root that is only a folder has neither, and in one that is not booted, such as a chroot, nothing
is started: everything then comes up with the next start of the machine.
"""

import grp
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.deploy.places import USER, Places

GROUPS = ("audio", "render", "video")
"""Who may open the sound card and the graphics; logind hands out the rest."""

BOOTED = Path("/run/systemd/system")


class FailedCommandError(Exception):
    """A command of the system failed; the text says which, and what it said."""


class System:
    """Carries out what takes more than files."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._booted = places.real and BOOTED.is_dir()

    def add_user(self) -> bool:
        """Makes the kiosk's user, and says whether there was none before."""
        if not self._places.real or _known_user():
            return False
        groups = [name for name in GROUPS if _known_group(name)]
        _run(
            ["useradd", "--system", "--user-group", "--no-create-home"]
            + ["--home-dir", "/var/lib/kiosk", "--shell", "/usr/sbin/nologin"]
            + (["--groups", ",".join(groups)] if groups else [])
            + [USER]
        )
        return True

    def remove_user(self) -> None:
        """Removes the kiosk's user, whose processes have ended."""
        if self._places.real and _known_user():
            _run(["userdel", USER])

    def own(self, folder: Path) -> None:
        """Gives a folder to the kiosk's user alone."""
        folder.chmod(0o700)
        if self._places.real:
            shutil.chown(folder, USER, USER)

    def start(self) -> None:
        """Makes the system read its new files, and starts the kiosk."""
        self._read_anew()
        if self._booted:
            _run(["systemctl", "start", "--no-block", "kiosk-update.path", "kiosk.service"])

    def stop(self) -> None:
        """Ends the kiosk, if it runs."""
        if self._booted:
            with suppress(FailedCommandError):
                _run(["systemctl", "stop", "kiosk-update.path", "kiosk.service"])

    def restart(self) -> None:
        """Begins anew with whatever is current; nothing happens where the kiosk does not run."""
        if self._booted:
            _run(["systemctl", "try-restart", "--no-block", "kiosk.service"])

    def settle(self) -> None:
        """Makes the system forget the files that are no longer there."""
        self._read_anew()
        if self._booted:
            _run(["systemctl", "reset-failed"])

    def _read_anew(self) -> None:
        if self._places.real and shutil.which("update-grub"):
            _run(["update-grub"])
        if not self._booted:
            return
        _run(["systemctl", "daemon-reload"])
        # logind is told and not restarted: that would end the sessions there are.
        for command in (
            ["systemctl", "kill", "--signal=HUP", "systemd-logind.service"],
            ["udevadm", "control", "--reload"],
            ["udevadm", "trigger", "--subsystem-match=input"],
            ["sysctl", "--quiet", "--system"],
        ):
            with suppress(FailedCommandError):
                _run(command)


def _known_user() -> bool:
    try:
        pwd.getpwnam(USER)
    except KeyError:
        return False
    return True


def _known_group(name: str) -> bool:
    try:
        grp.getgrnam(name)
    except KeyError:
        return False
    return True


def _run(command: Sequence[str]) -> None:
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin:/usr/bin:/bin"
    found = shutil.which(command[0], path=path)
    if not found:
        raise FailedCommandError(f"there is no program '{command[0]}' on this machine")
    done = subprocess.run(
        [found, *command[1:]], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        raise FailedCommandError(f"{' '.join(command)}: {(done.stderr or done.stdout).strip()}")
