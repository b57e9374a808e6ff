"""Installs the kiosk from its bundle: python3 BUNDLE, as root.

A bundle is a ZIP file, and Python runs a ZIP file that has this module at its root. So there is one
file and one command, and no network is asked for anything. This part runs on whatever Python the
machine has, old ones included; it makes an environment that can verify the bundle, and from there
on `kiosk.deploy` does the rest.
"""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

OLDEST = (3, 11)
NEEDED = ("cryptography", "pydantic")
"""What verifying takes; the wheels beside them are what these two need."""

PARTS = ("app/kiosk/", "app/resources/deploy/", "wheels/")
PIP = ("-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--quiet")


def main():
    bundle = Path(sys.path[0]).resolve()
    if not zipfile.is_zipfile(bundle):
        stop("this is run by its bundle: python3 BUNDLE")
    if sys.version_info < OLDEST:
        stop(f"the kiosk needs Python 3.11 or newer; this is {version(sys.version_info[1])}")
    if not importlib.util.find_spec("ensurepip"):
        stop("Python cannot make environments here; on Debian: apt-get install python3-venv")
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        with zipfile.ZipFile(bundle) as opened:
            check_python(opened.namelist())
            wanted = [name for name in opened.namelist() if name.startswith(PARTS)]
            opened.extractall(folder, wanted)
        python = environment(folder)
        command = [python, "-sB", "-m", "kiosk.deploy", "install", bundle, *sys.argv[1:]]
        return subprocess.run(command, env={**os.environ, "PYTHONPATH": folder / "app"}).returncode


def check_python(names):
    """Wheels are made for one version of Python each."""
    minors = sorted({int(found) for found in re.findall(r"-cp3(\d+)-cp3\d+-", " ".join(names))})
    if minors and sys.version_info[1] not in minors:
        made_for = ", ".join(map(version, minors))
        stop(f"this bundle is for Python {made_for}; this is {version(sys.version_info[1])}")


def version(minor):
    return f"3.{minor}"


def environment(folder):
    """Makes an environment with what it takes to verify a bundle, and returns its Python."""
    run([sys.executable, "-m", "venv", folder / "venv"])
    python = folder / "venv" / "bin" / "python"
    run([python, *PIP, "--no-index", "--no-cache-dir", "--find-links", folder / "wheels", *NEEDED])
    return python


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        stop(done.stdout.decode(errors="replace").strip())


def stop(why):
    sys.exit(f"install: {why}")


if __name__ == "__main__":
    sys.exit(main())
