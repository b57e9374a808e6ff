"""What was written to a machine, kept so that all of it can be undone.

The receipt is on the disk before the first file is: whatever a power cut leaves can be taken off.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kiosk.deploy.places import Places
from kiosk.deploy.system_files import Session, SystemFile
from kiosk.durable import write_text

EARLIER = ".before-kiosk"
"""What a file of somebody else's is called while ours stands in its place."""


@dataclass(frozen=True)
class Receipt:
    """What an installation has done.

    Attributes:
        files: absolute paths of the machine.
        folders: those that were made for them, the outermost first.
        user: whether the kiosk's user was made.
        session: what opens the screen.
        output: the screen that touch belongs to.
        mouse: whether a mouse may be used.
    """

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    user: bool = False
    session: Session = "cage"
    output: str = ""
    mouse: bool = False

    def with_files(self, places: Places, files: tuple[SystemFile, ...]) -> "Receipt":
        """The same with these files, and the folders that they need and are not there."""
        missing = dict.fromkeys(self.folders)
        for file in files:
            for folder in reversed(Path(file.path).parents):
                if not places.at(str(folder)).is_dir():
                    missing[str(folder)] = None
        return replace(self, files=tuple(file.path for file in files), folders=tuple(missing))


def read(places: Places) -> Receipt | None:
    """The receipt of what is installed, if anything is."""
    try:
        told = json.loads(places.receipt.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    told.update(files=tuple(told["files"]), folders=tuple(told["folders"]))
    return Receipt(**told)


def write(places: Places, receipt: Receipt) -> None:
    """Keeps the receipt, whatever happens from now on."""
    write_text(places.receipt, json.dumps(asdict(receipt), indent=1) + "\n")


def put(places: Places, file: SystemFile, ours: bool) -> None:
    """Writes a file; one that is somebody else's is kept beside it.

    Args:
        places: the machine.
        file: what to write.
        ours: whether what is there is an earlier state of the same file.
    """
    path = places.at(file.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    earlier = path.with_name(path.name + EARLIER)
    if not ours and (path.exists() or path.is_symlink()) and not earlier.exists():
        path.rename(earlier)
    if file.link:
        path.unlink(missing_ok=True)
        path.symlink_to(file.text)
    else:
        write_text(path, file.text, 0o755 if file.executable else 0o644)


def take_back(places: Places, name: str) -> None:
    """Removes a file, and puts what was there before into its place."""
    path = places.at(name)
    path.unlink(missing_ok=True)
    earlier = path.with_name(path.name + EARLIER)
    if earlier.exists() or earlier.is_symlink():
        earlier.rename(path)
