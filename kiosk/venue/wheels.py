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
        tags: how wheels for it end, but for those that fit any machine.
    """

    pythons: tuple[str, ...]
    tags: tuple[str, ...]

    def pythons_for(self, wheel: Path) -> set[str]:
        """The versions of Python that can use a wheel here."""
        python_tag, abi_tag, tags = wheel.stem.split("-")[-3:]
        if not {"any", *self.tags}.intersection(tags.split(".")):
            return set()
        if abi_tag == "abi3" or "py3" in python_tag.split("."):
            return set(self.pythons)
        return {python for python in self.pythons if python_tag == f"cp{python.replace('.', '')}"}


def _linux(machine: str, newest_glibc: int) -> tuple[str, ...]:
    """The tags of all wheels that run with that glibc, 2.x, the newest first."""
    return tuple(f"manylinux_2_{glibc}_{machine}" for glibc in range(newest_glibc, 4, -1))


# Debian 12 has glibc 2.36 and Python 3.11, Debian 13 has 2.41 and 3.13. For aarch64 there is no Qt
# that is content with less than 2.39.
TARGETS: dict[Platform, Target] = {
    "linux-x86_64": Target(("3.11", "3.13"), _linux("x86_64", 36)),
    "linux-aarch64": Target(("3.13",), _linux("aarch64", 41)),
    "windows-x86_64": Target(("3.11", "3.13"), ("win_amd64",)),
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
    """The wheels in a folder, once each is one of the lock's, and some Python has all it needs.

    Raises:
        WheelsError: one is missing, is for another machine, or is not what the lock knows.
        OSError: the folder or the lock cannot be read.
    """
    target, wanted = TARGETS[platform], dict(_locked(lock.read_text("utf-8")))
    missing = {python: set(wanted) for python in target.pythons}
    found = sorted(folder.glob("*.whl"))
    for wheel in found:
        package = _normal(wheel.name.partition("-")[0])
        if _hash(wheel) not in wanted.get(package, ()):
            raise WheelsError(f"'{wheel}' is not what {lock.name} knows under that name")
        pythons = target.pythons_for(wheel)
        if not pythons:
            raise WheelsError(f"'{wheel}' is not for {platform}")
        for python in pythons:
            missing[python].discard(package)
    if all(missing.values()):
        python, packages = min(missing.items(), key=lambda one: len(one[1]))
        told = ", ".join(sorted(packages))
        raise WheelsError(f"for Python {python} there is no wheel in '{folder}' of {told}")
    return found


def _locked(lock: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each package in the lock with the hashes of its files."""
    pins = list(_PINNED.finditer(lock))
    ends = [pin.start() for pin in pins[1:]] + [len(lock)]
    for pin, end in zip(pins, ends, strict=True):
        yield _normal(pin[1]), frozenset(_HASH.findall(lock, pin.end(), end))


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
