"""The packages that an application needs, as wheels for the machine it will run on.

Each has to be one that the lock names by its hash, wherever it comes from.
"""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.venue.manifest import Platform


class WheelsError(Exception):
    """The wheels are not to be had, or not the right ones; the text says which."""


@dataclass(frozen=True)
class Target:
    """A kind of machine.

    Attributes:
        pythons: the versions of Python that it may have.
        tags: what wheels for it are called, as pip wants to be told.
        suffix: how those tags end.
    """

    pythons: tuple[str, ...]
    tags: tuple[str, ...]
    suffix: str


def _linux(machine: str, newest_glibc: int) -> tuple[str, ...]:
    """The tags of all wheels that run with that glibc, 2.x, the newest first."""
    told = (f"manylinux_2_{glibc}_{machine}" for glibc in range(newest_glibc, 16, -1))
    return (*told, f"manylinux2014_{machine}", f"manylinux2010_{machine}")


# Debian 12 has glibc 2.36 and Python 3.11, Debian 13 has 2.41 and 3.13. For aarch64 there is no Qt
# that is content with less than 2.39.
TARGETS: dict[Platform, Target] = {
    "linux-x86_64": Target(("3.11", "3.13"), _linux("x86_64", 36), "x86_64"),
    "linux-aarch64": Target(("3.13",), _linux("aarch64", 41), "aarch64"),
    "windows-x86_64": Target(("3.11", "3.13"), ("win_amd64",), "win_amd64"),
}

_PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def download(platform: Platform, lock: Path, into: Path) -> None:
    """Has pip fetch what the lock names, from whatever index it is set up for.

    Raises:
        WheelsError: something is not to be had for that machine; the text is pip's.
    """
    target = TARGETS[platform]
    tags = [f"--platform={tag}" for tag in target.tags]
    for python in target.pythons:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--no-deps"]
        command += ["--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
        command += ["--implementation=cp", f"--python-version={python}", *tags]
        command += [f"--requirement={lock}", f"--dest={into}"]
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if ended.returncode:
            said = [line for line in ended.stderr.splitlines() if line.startswith("ERROR")]
            raise WheelsError("\n".join(said) or ended.stderr.strip())


def checked_wheels(platform: Platform, lock: Path, folder: Path) -> list[Path]:
    """The wheels in a folder, once each is one of the lock's and none is missing.

    Raises:
        WheelsError: one is missing, is for another machine, or is not what the lock knows.
        OSError: the folder or the lock cannot be read.
    """
    wanted = dict(_locked(lock.read_text("utf-8")))
    found = sorted(folder.glob("*.whl"))
    suffix = TARGETS[platform].suffix
    have = set()
    for wheel in found:
        package = _package(wheel)
        if _hash(wheel) not in wanted.get(package, ()):
            raise WheelsError(f"'{wheel}' is not what {lock.name} knows under that name")
        if not wheel.stem.endswith(("-any", suffix)):
            raise WheelsError(f"'{wheel}' is not for {platform}")
        have.add(package)
    if missing := sorted(set(wanted) - have):
        raise WheelsError(f"there is no wheel in '{folder}' of {', '.join(missing)}")
    return found


def _locked(lock: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each package in the lock with the hashes of its files."""
    pins = list(_PINNED.finditer(lock))
    ends = [pin.start() for pin in pins[1:]] + [len(lock)]
    for pin, end in zip(pins, ends, strict=True):
        yield _normal(pin[1]), frozenset(_HASH.findall(lock, pin.end(), end))


def _package(wheel: Path) -> str:
    return _normal(wheel.name.partition("-")[0])


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
