"""`main.py supervise` over the real kiosk, on a real screen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from kiosk.show.clock import MonotonicClock
from kiosk.supervise_command import child_command
from kiosk.venue.actions import Launch
from kiosk.venue.incidents import Incidents
from kiosk.venue.starts import FILE as STARTS
from kiosk.venue.supervision import AGAIN
from tests.processes import ROOT, command, environment
from tests.screen import Screen, until
from tests.test_run import SIZE, bare

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path, SIZE)
    yield screen
    screen.close()


class Supervised:
    """A supervisor that runs, over a kiosk on a screen."""

    def __init__(self, screen: Screen, venue: Path, content: Path) -> None:
        self.venue = venue
        self.process = subprocess.Popen(
            command("supervise", "--silent", "--content", content, "--venue", venue),
            env=environment(DISPLAY=screen.display, XDG_RUNTIME_DIR=str(venue.parent)),
        )

    def kiosk(self, but: int = 0) -> psutil.Process:
        """The kiosk, once there is one, and none that is `but`."""
        found: list[psutil.Process] = []

        def is_there() -> bool:
            children = psutil.Process(self.process.pid).children()
            found[:] = [child for child in children if child.pid != but]
            return bool(found)

        until(is_there, "there is a kiosk")
        return found[0]


@contextmanager
def supervised_on(screen: Screen, venue: Path, content: Path) -> Iterator[Supervised]:
    run = Supervised(screen, venue, content)
    try:
        yield run
    finally:
        with suppress(psutil.Error):
            for process in psutil.Process(run.process.pid).children(recursive=True):
                process.kill()
        run.process.kill()
        run.process.wait()


def test_killed_it_is_back_on_the_same_scene(screen: Screen, patient: Path, tmp_path: Path) -> None:
    with supervised_on(screen, tmp_path / "venue", patient) as run:
        until(lambda: not bare(screen.picture()), "it is there", 60)
        screen.xdotool("key", "Right")
        wait(3000)  # for a beat of the next scene
        kiosk = run.kiosk()
        kiosk.kill()
        again = run.kiosk(but=kiosk.pid)
        until(lambda: bare(screen.picture()), "the window has gone")
        until(lambda: not bare(screen.picture()), "it is back", 60)
        assert again.cmdline()[-2:] == ["--scene", "ai-production"]
        assert '"reason": "crash"' in (run.venue / STARTS).read_text()
        run.process.terminate()
        assert run.process.wait(20) == 0
        (incident,) = Incidents(run.venue).last()
        assert (incident.because, incident.scene) == ("crash", "ai-production")


def wait(ms: float) -> None:
    clock = MonotonicClock()
    over_ms = clock.now_ms() + ms
    until(lambda: clock.now_ms() > over_ms, "time passes")


def test_the_holding_picture_needs_no_exhibition(screen: Screen) -> None:
    holding = subprocess.Popen(
        command("hold", "--content", "missing"), env=environment(DISPLAY=screen.display)
    )
    try:
        until(lambda: not bare(screen.picture()), "it fills the screen", 60)
        picture = screen.picture()
        seen = {picture.pixel(x, y) for x in range(0, 1280, 3) for y in range(0, 720, 30)}
        assert len(seen) > 5, "words are to be seen"
        holding.terminate()
        assert holding.wait(20) == 0
    finally:
        holding.kill()
        holding.wait()


RESTARTED = """
import sys
from kiosk.app.house import House
House.tick = lambda self: self._on_end(True)  # as staff do at the panel
from kiosk.cli import main
sys.exit(main(["run", "--silent", "--windowed", "640x360", *sys.argv[1:]]))
"""


def test_a_restart_that_staff_want_is_left_to_the_supervisor(tmp_path: Path) -> None:
    receiver, sender = os.pipe()
    kiosk = subprocess.Popen(
        [sys.executable, "-c", RESTARTED, "--venue", str(tmp_path)],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen", KIOSK_HEARTBEAT=str(sender)),
        pass_fds=[sender],
    )
    os.close(sender)
    with os.fdopen(receiver) as said:
        assert said.read().splitlines()[-1] == "ended again"
    assert kiosk.wait(20) == AGAIN


@pytest.mark.parametrize(
    ("launch", "command_line"),
    [
        (Launch("normal", "", None), "run --silent"),
        (Launch("normal", "prologue", "crash"), "run --silent --scene prologue"),
        (Launch("safe", "prologue", "hang"), "run --silent --scene prologue --safe"),
        (Launch("holding", "prologue", "crash"), "hold --silent"),
    ],
)
def test_the_kiosk_gets_the_arguments_but_for_those_of_the_supervisor(
    launch: Launch, command_line: str
) -> None:
    for given in (["--silent"], ["--memory-mb", "800", "--silent"], ["--memory-mb=8", "--silent"]):
        assert child_command(launch, given)[2:] == command_line.split()
