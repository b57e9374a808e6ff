"""The programs that the kiosk has started, until the last of them has ended."""

from collections.abc import Callable, Sequence

from kiosk.venue.process import Process

GRACE_MS = 1000.0
"""How long a program may take to end when it is asked to."""

LAST_WAIT_S = 0.5
"""How long the kiosk, which is itself ending, waits for all of them together."""


class Children:
    """Starts programs, and sees to it that those end which are to end.

    Args:
        now_ms: the time in milliseconds.
    """

    def __init__(self, now_ms: Callable[[], float]) -> None:
        self._now_ms = now_ms
        self._running: list[Process] = []
        self._brief: list[Process] = []
        self._ending: dict[Process, float] = {}

    @property
    def ending(self) -> bool:
        """Whether some still have to end."""
        return bool(self._ending)

    def start(self, command: Sequence[str], words: str = "") -> Process:
        """A program that runs from now on, with `words` to read."""
        process = Process(command, words)
        self._running.append(process)
        return process

    def run_briefly(self, command: Sequence[str]) -> None:
        """Starts a program that ends by itself at once, and is let do so even at the very end."""
        self._brief.append(self.start(command))

    def end(self, process: Process) -> None:
        """Lets a program end, by itself or by force."""
        if process.running and process not in self._ending:
            process.end()
            self._ending[process] = self._now_ms() + GRACE_MS

    def tick(self) -> None:
        """Parts with those that have ended, and ends those that would not."""
        self._running = [process for process in self._running if process.running]
        self._brief = [process for process in self._brief if process.running]
        self._ending = {one: due for one, due in self._ending.items() if one.running}
        for process, due_ms in self._ending.items():
            if self._now_ms() >= due_ms:
                process.kill()

    def close(self) -> None:
        """Ends them all, and waits for that."""
        for process in self._brief:
            process.wait(LAST_WAIT_S)
        for last in (Process.end, Process.kill):
            for process in self._running:
                last(process)
            for process in self._running:
                process.wait(LAST_WAIT_S / len(self._running))
        self.tick()
