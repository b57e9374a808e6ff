"""Installs the kiosk on a clean Debian 12 that has no network, and takes it off again.

    python -m tests.deploy.on_debian FOLDER [--session cage|x] [--wheels DIR]

By hand, as root, on Linux with debootstrap: it takes minutes, and only the first step, which makes
a Debian below FOLDER and is skipped when it is there, needs a network. All else happens in that
root, in namespaces of its own in which there is not even a loopback device that is up:

install from a real bundle, first frame, an update that the kiosk's user lays into its folder, first
frame, rollback, first frame, a bundle that somebody altered, uninstall, and a look for anything
that is still there. The session runs as the kiosk's user, as its service would start it, on a
screen that is only in memory: `cage` without hardware, and Xvfb instead of Xorg.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.deploy.first_frame import SESSION, is_picture

PACKAGES = """
    python3 python3-venv systemd libpam-systemd dbus procps
    cage seatd grim libwayland-cursor0 libwayland-egl1
    xinit xvfb xserver-xorg-core xserver-xorg-input-libinput x11-xserver-utils xinput
    x11-apps libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
    libegl1 libgl1 libgl1-mesa-dri libdbus-1-3 libfontconfig1 libglib2.0-0
"""
ENTER = """
    mount -t proc proc $0/proc && mount --rbind /dev $0/dev && mount -t tmpfs tmpfs $0/run &&
    mount -t tmpfs tmpfs $0/tmp && exec chroot $0 "$@"
"""
ABSENT = ("proc", "sys", "dev", "run", "tmp", "media", "var/tmp", "var/log")
"""What is not the installer's."""
ACCOUNTS = {f"etc/{name}{end}" for name in ("passwd", "group", "shadow", "gshadow") for end in "-"}
"""What useradd keeps beside its files, whoever calls it."""


class Machine:
    """The root that stands for a machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs a command on it, without a network."""
        entered = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"]
        done = subprocess.run(
            [*entered, "sh", "-c", ENTER, str(self.root), *command],
            capture_output=True,
            text=True,
            check=False,
        )
        print("".join(f"    {line}\n" for line in (done.stdout + done.stderr).splitlines()), end="")
        if check and done.returncode:
            sys.exit(f"failed: {' '.join(command)}")
        return done

    def state(self) -> dict[str, str]:
        """Every file on it, with what it is."""
        found = {}
        for path in sorted(self.root.rglob("*")):
            name = str(path.relative_to(self.root))
            if not name.startswith(ABSENT) and name not in ACCOUNTS:
                found[name] = _told(path)
        return found


def main() -> None:
    """Goes through all of it and says how each step went."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    clean, root = options.folder / "clean", options.folder / "root"
    _make_debian(clean)
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", clean, root], check=True)
    machine, stick = Machine(root), root / "media" / "stick"
    stick.mkdir(parents=True)
    _pack(options, stick)
    before = machine.state()

    _step("install")
    machine.run("python3", "/media/stick/first.kiosk", "--session", options.session)
    _step("units")
    machine.run("systemd-analyze", "verify", *(f"/etc/systemd/system/{unit}" for unit in UNITS))
    _see(machine, options, "installed")
    _step("the kiosk's user cannot write its own code")
    _as_kiosk(machine, "! touch /opt/kiosk/current/app/app/main.py /opt/kiosk/x 2>/dev/null")

    _step("update: laid there by the kiosk's user, taken in by root")
    shutil.copy(stick / "second.kiosk", root / "var/lib/kiosk/incoming/second.kiosk")
    machine.run("/opt/kiosk/bin/kioskctl", "take-in")
    _expect(root / "opt/kiosk/current", "versions/2")
    _see(machine, options, "updated")

    _step("an altered bundle is refused")
    altered = bytearray((stick / "second.kiosk").read_bytes())
    altered[len(altered) // 2] ^= 1
    (root / "var/lib/kiosk/incoming/altered.kiosk").write_bytes(altered)
    machine.run("/opt/kiosk/bin/kioskctl", "take-in")
    print((root / "opt/kiosk/outcome.json").read_text(encoding="utf-8"))
    _expect(root / "opt/kiosk/current", "versions/2")

    _step("rollback")
    machine.run("/opt/kiosk/bin/kioskctl", "rollback")
    _expect(root / "opt/kiosk/current", "versions/1")
    _see(machine, options, "rolled-back")

    _step("uninstall")
    machine.run("/opt/kiosk/bin/kioskctl", "uninstall", "--purge")
    _compare(before, machine.state())
    print("all is well")


UNITS = ("kiosk.service", "kiosk-update.path", "kiosk-update.service")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the Debian is, or is to be made")
    parser.add_argument("--session", choices=("cage", "x"), default="cage")
    parser.add_argument("--wheels", type=Path, help="take wheels from here, and download none")
    return parser.parse_args()


def _make_debian(clean: Path) -> None:
    if clean.exists():
        return
    _step("a clean Debian 12")
    making = clean.with_name("making")
    shutil.rmtree(making, ignore_errors=True)
    packages = ",".join(PACKAGES.split())
    subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={packages}", "bookworm", making],
        check=True,
    )
    making.rename(clean)


def _pack(options: argparse.Namespace, stick: Path) -> None:
    """A whole bundle, and one with an exhibition alone."""
    _step("pack")
    keys = options.folder / "keys"
    main = [sys.executable, "main.py"]
    if not keys.exists():
        subprocess.run([*main, "keys", "new", keys], check=True)
    shutil.copy(keys / "kiosk.pub", stick)
    pack = [*main, "pack", "--key", keys / "kiosk.key", "--version"]
    wheels = ["--wheels", options.wheels] if options.wheels else []
    subprocess.run([*pack, "1", *wheels, stick / "first.kiosk"], check=True)
    subprocess.run([*pack, "2", "--content-only", stick / "second.kiosk"], check=True)


def _as_kiosk(machine: Machine, script: str) -> None:
    machine.run("setpriv", "--reuid=kiosk", "--regid=kiosk", "--init-groups", "sh", "-c", script)


def _see(machine: Machine, options: argparse.Namespace, name: str) -> None:
    """Starts the session and waits for the first frame."""
    _step(f"first frame, {name}")
    (machine.root / "var/tmp/session.sh").write_text(SESSION[options.session], encoding="utf-8")
    script = "install -d -o kiosk -g kiosk -m 700 /run/kiosk; export PATH=/usr/sbin:/usr/bin; "
    script += "exec setpriv --reuid=kiosk --regid=kiosk --init-groups sh /var/tmp/session.sh"
    machine.run("sh", "-c", script, check=False)
    picture = machine.root / "var/lib/kiosk/first-frame.png"
    if not is_picture(picture):
        sys.exit("failed: no picture came")
    shutil.move(picture, options.folder / f"{options.session}-{name}.png")


def _compare(before: dict[str, str], after: dict[str, str]) -> None:
    _step("what is left")
    changed = sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )
    for name in changed:
        print(f"    {name}: {before.get(name, 'not there')} -> {after.get(name, 'gone')}")
    if changed:
        sys.exit("failed: the machine is not as it was")


def _told(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return "folder"


def _expect(link: Path, target: str) -> None:
    if str(link.readlink()) != target:
        sys.exit(f"failed: {link} leads to {link.readlink()} and not to {target}")


def _step(text: str) -> None:
    print(f"== {text}", flush=True)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
