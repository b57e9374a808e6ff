"""The parent of the kiosk: starts it, watches it, and starts it again.

It carries out what `supervision` decides. There is no Qt in it, and as little else as can be: what
has to outlive everything must not have much that can go wrong.
"""

import os
import select
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kiosk.venue.actions import Action, Launch, Report, Send
from kiosk.venue.beat import Ended
from kiosk.venue.incidents import Incident, Incidents
from kiosk.venue.logbook import Logbook
from kiosk.venue.supervision import Phase, Supervision
from kiosk.venue.systemd import Systemd
from kiosk.venue.watched import Watched

LOGS = "logs"
PICTURE_VARIABLE = "KIOSK_SCREENSHOT"
"""The environment variable that names the file in which the kiosk keeps its last picture."""

REASON_VARIABLE = "KIOSK_STARTED_BECAUSE"
"""The environment variable that tells the kiosk why it was started again."""

LOOK_S = 0.25
MEMORY_MS = 5000.0
"""How often the memory is looked at."""

NOT_STARTED = 127
"""The exit code of what could not even be started, as shells have it."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD)

_SHOWN = {
    "normal": "the exhibition",
    "safe": "the safe show, without exhibits",
    "holding": "the holding picture",
}


class Supervisor:
    """Looks after one kiosk until it is asked to end.

    Args:
        command: the command line for a start.
        folder: the venue's.
        supervision: what decides.
        now_ms: the time in milliseconds.
        now: the time of day, without a zone.
        environment: the variables of the process.
        end_orphans: ends what a kiosk has left running.
    """

    def __init__(
        self,
        command: Callable[[Launch], Sequence[str]],
        folder: Path,
        supervision: Supervision,
        now_ms: Callable[[], float],
        now: Callable[[], datetime] = datetime.now,
        environment: Mapping[str, str] = os.environ,
        end_orphans: Callable[[], None] = lambda: None,
    ) -> None:
        self._command = command
        self._supervision = supervision
        self._now_ms = now_ms
        self._now = now
        self._environment = environment
        self._end_orphans = end_orphans
        self._logbook = Logbook(folder / LOGS)
        self._incidents = Incidents(folder)
        self._picture = _runtime_folder(environment) / f"kiosk-{os.getpid()}.png"
        self._systemd = Systemd(environment)
        self._kiosk: Watched | None = None
        self._stop_asked = False
        self._memory = 0
        self._memory_due_ms = self._ping_due_ms = now_ms()
        self._told = ""

    def run(self) -> None:
        """Returns when it was asked to end, by a signal or at the kiosk, and the kiosk has."""
        with self._woken_by_signals():
            self._systemd.tell("READY=1")
            while self._supervision.phase is not Phase.OVER:
                self._look()
                self._tell()
                self._wait()
        self._systemd.tell("STOPPING=1")
        self._logbook.close()
        self._picture.unlink(missing_ok=True)

    def _look(self) -> None:
        if self._stop_asked:
            self._stop_asked = False
            self._carry_out(self._supervision.stop())
        if kiosk := self._kiosk:
            self._listen(kiosk)
            if kiosk.ended():
                self._part_with(kiosk)
        self._carry_out(self._supervision.tick(self._memory_bytes()))

    def _listen(self, kiosk: Watched) -> None:
        for told in kiosk.heard():
            if isinstance(told, Ended):
                self._supervision.said_end(told.end)
            else:
                self._supervision.beat(told)
        if said := kiosk.said():
            self._logbook.write(said)

    def _part_with(self, kiosk: Watched) -> None:
        self._listen(kiosk)  # its last words
        kiosk.close()
        self._kiosk = None
        self._end_orphans()
        assert kiosk.code is not None
        self._carry_out(self._supervision.exited(kiosk.code))

    def _carry_out(self, actions: Sequence[Action]) -> None:
        for action in actions:
            match action:
                case Launch():
                    self._launch(action)
                case Send() if self._kiosk:
                    self._kiosk.send(action.number)
                case Report():
                    self._report(action)

    def _launch(self, launch: Launch) -> None:
        variables = {**self._environment, PICTURE_VARIABLE: str(self._picture)}
        if launch.because:
            variables[REASON_VARIABLE] = launch.because
        self._logbook.forget()
        self._picture.unlink(missing_ok=True)
        why = f" ({launch.because})" if launch.because else ""
        self._note(f"starting {_SHOWN[launch.show]}{why}")
        try:
            self._kiosk = Watched(self._command(launch), variables)
        except OSError as error:
            self._note(f"not started: {error}")
            self._carry_out(self._supervision.exited(NOT_STARTED))

    def _report(self, report: Report) -> None:
        scene = report.beat.scene if report.beat else ""
        lines = self._logbook.last_lines
        self._note(f"ended with {report.code} ({report.because})")
        incident = Incident(self._now(), report.because, report.code, report.show, scene, lines)
        self._incidents.note(incident, self._picture)

    def _note(self, line: str) -> None:
        at = self._now().isoformat(timespec="milliseconds")
        self._logbook.write(f"--- {at} {line}\n".encode())

    # What costs something, and is done now and then

    def _memory_bytes(self) -> float:
        if self._kiosk is None:
            self._memory = 0
        elif self._now_ms() >= self._memory_due_ms:
            self._memory_due_ms = self._now_ms() + MEMORY_MS
            self._memory = self._kiosk.memory_bytes
        return self._memory

    def _tell(self) -> None:
        """Tells the service manager that the supervisor itself lives, and what is on."""
        every_ms = self._systemd.watchdog_ms
        if every_ms and self._now_ms() >= self._ping_due_ms:
            self._ping_due_ms = self._now_ms() + every_ms / 3
            self._systemd.tell("WATCHDOG=1")
        supervision = self._supervision
        told = f"{_SHOWN[supervision.show]}: {supervision.phase.name.lower()}"
        if told != self._told:
            self._told = told
            self._systemd.tell(f"STATUS={told}")

    @contextmanager
    def _woken_by_signals(self) -> Iterator[None]:
        """Looks at once when a signal comes: an end is asked for, or the kiosk has ended."""
        receiver, sender = socket.socketpair()
        receiver.setblocking(False)
        sender.setblocking(False)
        before = {number: signal.getsignal(number) for number in _SIGNALS}
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)
        waking = signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
        self._waker = receiver
        try:
            yield
        finally:
            signal.set_wakeup_fd(waking)
            for number, handler in before.items():
                signal.signal(number, handler)
            receiver.close()
            sender.close()

    def _wait(self) -> None:
        """Until a signal comes, or it is time to look again."""
        if select.select([self._waker], [], [], LOOK_S)[0]:
            self._waker.recv(1024)

    def _on_signal(self, number: int, _frame: object) -> None:
        self._stop_asked = self._stop_asked or number != signal.SIGCHLD


def _runtime_folder(environment: Mapping[str, str]) -> Path:
    """Where files lie in memory, if the system has such a place, and else among temporary ones."""
    return Path(environment.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
