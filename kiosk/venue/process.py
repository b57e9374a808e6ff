"""A program that runs beside the kiosk, and never keeps it waiting.

What it reads and what it says are files, so that neither side of a pipe can hold up the other.
"""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from subprocess import STDOUT, Popen, TimeoutExpired
from tempfile import TemporaryFile

MOST_OUTPUT_BYTES = 1_000_000


class Process:
    """One program and whatever it starts, in a process group of its own.

    Args:
        command: the program and its arguments; no shell reads them.
        words: what it finds at its standard input.
    """

    def __init__(self, command: Sequence[str], words: str = "") -> None:
        self._child: Popen[bytes] | None = None
        self._output = TemporaryFile()  # noqa: SIM115 (it is read when the program has ended)
        self._ended = False
        with TemporaryFile() as given, suppress(OSError):
            given.write(words.encode())
            given.seek(0)
            self._child = Popen(
                command,
                stdin=given,
                stdout=self._output,
                stderr=STDOUT,
                start_new_session=True,
            )
        self.output = ""

    @property
    def running(self) -> bool:
        """Whether it has not ended yet, be it held or not."""
        if not self._ended and (self._child is None or self._child.poll() is not None):
            self._ended = True
            self._output.seek(0)
            self.output = self._output.read(MOST_OUTPUT_BYTES).decode(errors="replace")
            self._output.close()
        return not self._ended

    @property
    def failed(self) -> bool:
        """Whether it has ended otherwise than well: espeak-ng ends with 0 where it has no sound."""
        if self.running:
            return False
        code = self._child.returncode if self._child else -1
        return code != 0 or any(line.startswith("error:") for line in self.output.splitlines())

    def hold(self, held: bool) -> None:
        """Stops it where it is, or lets it go on."""
        self._signal(signal.SIGSTOP if held else signal.SIGCONT)

    def end(self) -> None:
        """Asks it to end, which takes a moment."""
        self._signal(signal.SIGTERM)
        self._signal(signal.SIGCONT)  # or it would not hear of it while it is held

    def kill(self) -> None:
        """Ends it, whatever it does."""
        self._signal(signal.SIGKILL)

    def wait(self, seconds: float) -> None:
        """Waits for its end, no longer than that."""
        if self._child:
            with suppress(TimeoutExpired):
                self._child.wait(seconds)

    def _signal(self, number: signal.Signals) -> None:
        # Once it has ended and been reaped, its number may be somebody else's.
        if self._child and self.running:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._child.pid, number)
