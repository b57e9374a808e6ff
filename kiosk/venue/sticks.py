"""Which sticks are in the machine."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Protocol

import psutil

PLUGGED_IN = ("/media", "/run/media")
"""Where Linux puts what somebody plugs in, and nothing else."""

BY_HAND = "/mnt"
"""Where an administrator puts anything: there it has to be removable as well."""

BLOCK_DEVICES = Path("/sys/class/block")


class Partition(Protocol):
    """A mounted partition, as psutil tells it."""

    @property
    def device(self) -> str: ...

    @property
    def mountpoint(self) -> str: ...

    @property
    def opts(self) -> str: ...


def sticks() -> list[Path]:
    """The folders under which sticks are found now, in the order of their names."""
    return sorted(among(psutil.disk_partitions()))


def among(partitions: Iterable[Partition], devices: Path = BLOCK_DEVICES) -> Iterator[Path]:
    """Those of all mounted partitions that are on sticks.

    Args:
        partitions: whatever is mounted from a disk.
        devices: where the system says of each device whether it is removable.
    """
    for partition in partitions:
        within = PurePath(partition.mountpoint)
        is_stick = "removable" in partition.opts.split(",")  # as Windows has it
        is_stick |= any(within.is_relative_to(place) for place in PLUGGED_IN)
        is_stick |= within.is_relative_to(BY_HAND) and _is_removable(partition.device, devices)
        if is_stick:
            yield Path(partition.mountpoint)


def _is_removable(device: str, devices: Path) -> bool:
    """Whether a partition is on a removable disk: the flag stands beside the disk it is part of."""
    own = (devices / PurePath(device).name).resolve()
    for folder in (own, own.parent):
        flag = folder / "removable"
        if flag.exists():
            return flag.read_text().strip() == "1"
    return False
