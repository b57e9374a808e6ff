"""What `kioskctl` and a bundle's own installer call: python -m kiosk.deploy COMMAND."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.deploy.incoming import take_in
from kiosk.deploy.installing import Installer, NotInstalledError
from kiosk.deploy.places import Places
from kiosk.deploy.rehearsal import rehearse
from kiosk.deploy.system import FailedCommandError, System
from kiosk.deploy.system_files import SESSIONS, Wishes
from kiosk.venue.bundle_error import BundleError
from kiosk.venue.furnishing import NotFurnishedError
from kiosk.venue.keys import UnusableKeyError
from kiosk.venue.versions import NoVersionError


def main() -> int:
    """Carries out a command line and returns its exit code: 0, 1 refused, 2 a wrong call."""
    options = _parser().parse_args()
    places = Places(options.root)
    if places.real and os.geteuid() != 0:
        print("kioskctl: only root may do this: sudo", file=sys.stderr)
        return 2
    os.umask(0o022)  # what root installs, the kiosk's user must be able to read
    installer = Installer(places, System(places), print)
    try:
        _carry_out(options, places, installer)
    except (
        BundleError,
        FailedCommandError,
        NotFurnishedError,
        NotInstalledError,
        NoVersionError,
        UnusableKeyError,
        OSError,
    ) as error:
        print(f"kioskctl: {error}", file=sys.stderr)
        return 1
    return 0


def _carry_out(options: argparse.Namespace, places: Places, installer: Installer) -> None:
    match options.command:
        case "install" if options.dry_run:
            print("\n".join(rehearse(places, _wishes(options) or Wishes())))
        case "install":
            installer.install(options.bundle, _keys(options, places), _wishes(options))
        case "rollback":
            installer.roll_back()
        case "uninstall":
            installer.uninstall(options.purge)
        case "status":
            print("\n".join(installer.status()))
        case "take-in":
            take_in(
                places,
                lambda bundle: installer.take(bundle).manifest.version,
                lambda: installer.go_back().manifest.version,
            )


def _keys(options: argparse.Namespace, places: Places) -> list[Path]:
    """The keys to be trusted: those beside the bundle only if there are none yet."""
    if options.key or any(places.keys.glob("*.pub")):
        return options.key or []
    return sorted(options.bundle.absolute().parent.glob("*.pub"))


def _wishes(options: argparse.Namespace) -> Wishes | None:
    """What the call says of the machine; None if nothing, so that it stays as it was."""
    if not (options.session or options.output or options.mouse):
        return None
    return Wishes(options.session or "cage", options.output or "", options.mouse)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kioskctl", description="The kiosk on this machine.")
    parser.add_argument(
        "--root", type=Path, default=Path("/"), metavar="DIR", help="a folder instead of /"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    install = commands.add_parser("install", help="install a bundle, or bring it up to date")
    install.add_argument("bundle", type=Path, metavar="BUNDLE")
    install.add_argument(
        "--key", type=Path, action="append", metavar="FILE.pub", help="else those beside the bundle"
    )
    install.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR")
    install.add_argument("--session", choices=SESSIONS, help="what opens the screen (cage)")
    install.add_argument("--output", metavar="NAME", help="the screen that touch belongs to")
    install.add_argument("--mouse", action="store_true", help="a mouse may be used")
    install.add_argument("--dry-run", action="store_true", help="list every file, write none")
    commands.add_parser("rollback", help="make the version before current again")
    uninstall = commands.add_parser("uninstall", help="take everything off again")
    uninstall.add_argument("--purge", action="store_true", help="the venue's own folder too")
    commands.add_parser("status", help="what is installed")
    commands.add_parser("take-in", help="do what the kiosk has asked for")
    return parser


if __name__ == "__main__":
    sys.exit(main())
