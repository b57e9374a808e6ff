from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.venue.sticks import among


class Mounted(NamedTuple):
    device: str
    mountpoint: str
    opts: str = "rw,relatime"


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A system with a fixed disk `sda` and a removable `sdb`, of a partition each."""
    for disk, removable in (("sda", "0"), ("sdb", "1")):
        partition = tmp_path / "devices" / disk / f"{disk}1"
        partition.mkdir(parents=True)
        (partition.parent / "removable").write_text(f"{removable}\n")
        for folder in (partition.parent, partition):
            link = tmp_path / "class" / folder.name
            link.parent.mkdir(exist_ok=True)
            link.symlink_to(folder)
    return tmp_path / "class"


@pytest.mark.parametrize(
    ("mounted", "is_stick"),
    [
        (Mounted("/dev/sda1", "/"), False),
        (Mounted("/dev/sdb1", "/"), False),  # a kiosk that itself runs from a stick
        (Mounted("/dev/sdb1", "/boot/efi"), False),
        (Mounted("/dev/sdb1", "/media/museum/STICK"), True),
        (Mounted("/dev/sda1", "/run/media/museum/DISK"), True),  # some sticks say they are fixed
        (Mounted("/dev/sdb1", "/mnt/stick"), True),
        (Mounted("/dev/sda1", "/mnt/archive"), False),
        (Mounted("nowhere", "/mnt/share"), False),
        (Mounted("/dev/sdb1", "/mediatheque"), False),
        (Mounted("C:\\", "C:\\", "rw,fixed"), False),
        (Mounted("E:\\", "E:\\", "rw,removable"), True),
    ],
)
def test_a_stick_is_told_from_other_disks(mounted: Mounted, is_stick: bool, devices: Path) -> None:
    found = list(among([mounted], devices))
    assert found == ([Path(mounted.mountpoint)] if is_stick else [])
