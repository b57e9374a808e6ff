"""The kiosk as the supervisor has it: a process group of its own, its beats and what it says."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

import psutil

from kiosk.venue import beat
from kiosk.venue.beat import Beat, Ended

MOST_READ_BYTES = 65536
LONGEST_LINE_BYTES = 4096


class Watched:
    """One run of the kiosk.

    Args:
        command: the program and its arguments.
        environment: its variables; the one for the beats is added.

    Attributes:
        code: how it has ended, as `subprocess` says it; None while it runs.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._beats, sender = os.pipe()
        self._output, output = os.pipe()
        for descriptor in (self._beats, self._output):
            os.set_blocking(descriptor, False)
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**environment, beat.VARIABLE: str(sender)},
                pass_fds=[sender],
                start_new_session=True,
            )
        except OSError:
            self.close()
            raise
        finally:
            os.close(sender)
            os.close(output)
        self._begun = b""
        self.code: int | None = None

    @property
    def memory_bytes(self) -> int:
        """What it and all that it has started keep in memory."""
        total = 0
        with suppress(psutil.Error):
            kiosk = psutil.Process(self._child.pid)
            for process in (kiosk, *kiosk.children(recursive=True)):
                with suppress(psutil.Error):  # it has ended meanwhile
                    total += process.memory_info().rss
        return total

    def heard(self) -> list[Beat | Ended]:
        """The signs of life that have come since the last time."""
        *lines, self._begun = (self._begun + _read(self._beats)).split(b"\n")
        self._begun = self._begun[-LONGEST_LINE_BYTES:]
        told = (beat.heard(line.decode(errors="replace")) for line in lines)
        return [one for one in told if one]

    def said(self) -> bytes:
        """What it has written to its output since the last time."""
        return _read(self._output)

    def send(self, number: signal.Signals) -> None:
        """Sends a signal to it, and to all in its group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, number)

    def ended(self) -> bool:
        """Whether it has ended; the others in its group are then ended too, by force."""
        if self.code is None and _has_ended(self._child.pid):
            # Its number is its group's, and nobody else's before it is reaped.
            self.send(signal.SIGKILL)
            self.code = self._child.wait()
        return self.code is not None

    def close(self) -> None:
        """Lets go of the pipes."""
        os.close(self._beats)
        os.close(self._output)


def _has_ended(pid: int) -> bool:
    options = os.WEXITED | os.WNOHANG | os.WNOWAIT
    return os.waitid(os.P_PID, pid, options) is not None


def _read(descriptor: int) -> bytes:
    """What is there to be read now."""
    with suppress(BlockingIOError):
        return os.read(descriptor, MOST_READ_BYTES)
    return b""
