"""Staff do their work by a real pointer in a real window, from the knock until all is as before."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import ROOT, environment
from tests.screen import Screen

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="there is no Xvfb or no xdotool"
)

SIZE = (1920, 1080)


def test_the_tour_follows_what_staff_do_and_take_back(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    screen = Screen(tmp_path, SIZE)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.drive_through", str(pictures)],
            cwd=ROOT,
            env=environment(DISPLAY=screen.display, QT_QPA_PLATFORM="xcb"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    finally:
        screen.close()
    print(ended.stdout, ended.stderr, sep="\n")
    assert ended.returncode == 0
    assert "NOT SO" not in ended.stdout
    assert len(list(pictures.glob("*.png"))) == 9
