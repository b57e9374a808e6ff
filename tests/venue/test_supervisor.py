"""The supervisor with real processes and signals, over kiosks that fail in every way."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from kiosk.venue.incidents import Incident, Incidents
from tests.processes import ROOT, environment
from tests.screen import until

Supervised = Callable[..., "Run"]


class Run:
    """A supervisor that runs, and the kiosk that it has started."""

    def __init__(self, venue: Path, speed: float, things: tuple[str, ...], **changes: str) -> None:
        self.venue = venue
        runtime = {"XDG_RUNTIME_DIR": str(venue.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.venue.fake_supervisor", str(venue), str(speed), *things],
            cwd=ROOT,
            env=environment(**runtime | changes),
        )

    def kiosk(self, what: str, but: int = 0) -> psutil.Process:
        """The kiosk that does that, once there is one, and none that is `but`."""
        found: list[psutil.Process] = []

        def is_there() -> bool:
            found[:] = [
                child
                for child in psutil.Process(self.process.pid).children()
                if child.pid != but and _does(child, what)
            ]
            return bool(found) and f"doing {what}," in self.log()

        until(is_there, f"a kiosk does {what}")
        return found[0]

    def log(self) -> str:
        path = self.venue / "logs" / "kiosk.log"
        return path.read_text("utf-8") if path.exists() else ""

    def incident(self, count: int = 1) -> Incident:
        """The last one, once there are so many."""
        incidents = Incidents(self.venue)
        until(lambda: len(incidents.last()) >= count, f"there are {count} incidents")
        return incidents.last()[0]


def _does(child: psutil.Process, what: str) -> bool:
    with suppress(psutil.Error):
        return what in child.cmdline()
    return False


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    """Starts supervisors; whatever happens, nothing outlives the test."""
    runs: list[Run] = []

    def start(*things: str, speed: float = 1, **changes: str) -> Run:
        runs.append(Run(tmp_path / "venue", speed, things, **changes))
        return runs[-1]

    yield start
    for run in runs:
        with suppress(psutil.Error):
            for process in psutil.Process(run.process.pid).children(recursive=True):
                process.kill()
        run.process.kill()
        run.process.wait()


def test_one_that_is_killed_comes_back_and_leaves_its_reason(supervised: Supervised) -> None:
    run = supervised("live")
    first = run.kiosk("live")
    (run.venue.parent / f"kiosk-{run.process.pid}.png").write_bytes(b"picture")
    first.kill()
    incident = run.incident()
    assert run.kiosk("live", but=first.pid)
    assert (incident.because, incident.code, incident.scene) == ("crash", -9, "new-energy")
    assert incident.lines[-1] == "doing live, because None"
    assert (run.venue / "incidents" / incident.picture).read_bytes() == b"picture"
    until(lambda: "doing live, because crash" in run.log(), "it was told why")


@pytest.mark.parametrize("what", ["live", "hang"])
def test_one_that_hangs_or_is_stopped_is_killed_and_comes_back(
    supervised: Supervised, what: str
) -> None:
    run = supervised(what, "live", speed=10)
    first = run.kiosk(what)
    if what == "live":
        first.suspend()
    assert run.incident().because == "hang"
    assert gone(first)
    assert run.kiosk("live", but=first.pid)


def test_one_that_leaks_is_started_anew(supervised: Supervised) -> None:
    run = supervised("leak", "live", speed=10)
    assert run.incident().because == "memory"
    run.kiosk("live")


def test_three_crashes_bring_the_safe_show_and_three_more_the_picture(
    supervised: Supervised,
) -> None:
    run = supervised(*["crash"] * 6, "live")
    assert "holding" in run.kiosk("live").cmdline()
    shown = [incident.show for incident in reversed(Incidents(run.venue).last())]
    assert shown == ["normal"] * 3 + ["safe"] * 3


def test_what_cannot_even_be_started_is_tried_again_and_does_not_end_it(
    supervised: Supervised,
) -> None:
    run = supervised(*["missing"] * 8, "live", speed=10)
    run.kiosk("live")
    assert "not started" in run.log()
    assert run.process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=str)
def test_a_signal_ends_both_in_good_order(supervised: Supervised, number: int) -> None:
    run = supervised("live")
    kiosk = run.kiosk("live")
    run.process.send_signal(number)
    assert run.process.wait(10) == 0
    assert gone(kiosk)
    assert Incidents(run.venue).last() == ()


def test_a_kiosk_that_ends_because_it_was_asked_to_ends_the_supervisor(
    supervised: Supervised,
) -> None:
    run = supervised("live")
    run.kiosk("live").terminate()
    assert run.process.wait(10) == 0


def test_the_kiosk_ends_when_the_supervisor_is_killed(supervised: Supervised) -> None:
    run = supervised("live")
    kiosk = run.kiosk("live")
    run.process.kill()
    until(lambda: gone(kiosk), "it has ended")


def test_what_a_dead_kiosk_has_left_running_is_ended(supervised: Supervised) -> None:
    run = supervised("parent", "live")
    kiosk = run.kiosk("parent")
    until(lambda: bool(kiosk.children()), "it has started something")
    (orphan,) = kiosk.children()
    kiosk.kill()
    until(lambda: gone(orphan), "that has ended too")
    run.kiosk("live")


def test_a_disk_that_takes_nothing_more_stops_neither(supervised: Supervised) -> None:
    run = supervised("chatter", "live", LARGEST_FILE="4096")
    until(lambda: run.log() != "", "it writes")
    kiosk = next(iter(psutil.Process(run.process.pid).children()))
    until(lambda: len(run.log()) == 4096, "the file is as full as it may be")
    kiosk.kill()
    assert run.incident().because == "crash"
    until(lambda: bool(psutil.Process(run.process.pid).children()), "it comes back")


def test_the_service_manager_is_told(supervised: Supervised, tmp_path: Path) -> None:
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(path))
        manager.settimeout(20)
        run = supervised("live", NOTIFY_SOCKET=str(path), WATCHDOG_USEC="1000000")
        said = {manager.recv(4096).decode() for _ in range(5)}
        assert {"READY=1", "WATCHDOG=1", "STATUS=the exhibition: showing"} <= said
        os.kill(run.process.pid, signal.SIGTERM)
        while manager.recv(4096) != b"STOPPING=1":
            pass
