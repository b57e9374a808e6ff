import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kiosk.deploy.system_files import TEMPLATES

CODE = (TEMPLATES / "__main__.py").read_text(encoding="utf-8")


def run(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, path], capture_output=True, text=True, check=False, cwd=path.parent
    )


def bundle(folder: Path, *names: str) -> Path:
    path = folder / "new.kiosk"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("manifest.json", "{}")
        opened.writestr("__main__.py", CODE)
        for name in names:
            opened.writestr(name, "")
    return path


def test_wheels_for_another_python_are_refused_in_words(tmp_path: Path) -> None:
    done = run(bundle(tmp_path, "wheels/numpy-2.4-cp399-cp399-manylinux_2_28_x86_64.whl"))
    assert done.returncode == 1
    mine = f"3.{sys.version_info[1]}"
    assert done.stderr == f"install: this bundle is for Python 3.99; this is {mine}\n"


def test_wheels_for_any_later_python_are_good() -> None:
    check = runpy.run_path(str(TEMPLATES / "__main__.py"))["check_python"]
    mine = f"cp3{sys.version_info[1]}"
    check(["wheels/cryptography-50-cp37-abi3-manylinux_2_28_x86_64.whl", "wheels/six-py3-none.whl"])
    check([f"wheels/numpy-2.4-{mine}-{mine}-manylinux_2_28_x86_64.whl"])


def test_it_is_nothing_without_its_bundle(tmp_path: Path) -> None:
    done = run(TEMPLATES / "__main__.py")
    assert done.returncode == 1
    assert done.stderr == "install: this is run by its bundle: python3 BUNDLE\n"


@pytest.mark.parametrize("word", ["match ", ":=", "list["])
def test_an_old_python_can_read_why_it_is_too_old(word: str) -> None:
    assert word not in CODE
