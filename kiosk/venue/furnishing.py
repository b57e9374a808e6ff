"""The Python packages of an application, from the wheels that came with it and nowhere else."""

import shutil
import subprocess
import sys
from pathlib import Path

VENV = "venv"
WHEELS = "wheels"

_PIP = ("-m", "pip", "--isolated", "--disable-pip-version-check", "--no-input")
_OFFLINE = ("--quiet", "--no-index", "--no-cache-dir", "--only-binary=:all:", "--require-hashes")


class NotFurnishedError(Exception):
    """The packages could not be installed; the text says what pip said."""


def furnish(app: Path) -> None:
    """Makes the virtual environment of an unpacked application, in the folder that it lies in.

    Args:
        app: the folder, with `wheels` and `app/requirements.lock`; the wheels are used up.

    Raises:
        NotFurnishedError: a package is missing, or is not the one that the lock names.
    """
    # By the system's Python, and not by one that lives in another version's environment.
    _run([_base_python(), "-m", "venv", str(app / VENV)])
    python = str(app / VENV / "bin" / "python")
    lock = str(app / "app" / "requirements.lock")
    wheels = str(app / WHEELS)
    _run([python, *_PIP, "install", *_OFFLINE, "--find-links", wheels, "--requirement", lock])
    # Nothing is ever installed into it again.
    _run([python, *_PIP, "uninstall", "--quiet", "--yes", "setuptools", "pip"])
    # The kiosk's user cannot write beside its code, so it is compiled now.
    _run([python, "-m", "compileall", "-q", str(app / "app")])
    shutil.rmtree(app / WHEELS)


def _base_python() -> str:
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return str(Path(sys.base_prefix, "bin", name))


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise NotFurnishedError(" ".join(said))
