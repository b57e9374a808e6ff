"""When the kiosk was started, and why that was necessary.

While it runs, a mark lies in the venue's folder. A proper end takes it away and says who asked for
it. A mark that is still there at the next start was left by a run that has ended otherwise: with
the power, if the machine has been started since, and else in a crash.

Two kiosks on one folder would take each other's mark for their own. So the first to come locks the
file, and the other one only reads; the system takes the lock away with the process that has it.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import psutil

from kiosk.durable import lock, write_text
from kiosk.venue.machine import Started, StartReason

FILE = "starts.json"
LOCK = "starts.lock"
MOST_STARTS = 50
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

End = Literal["staff", "signal"]
"""Who has asked for the end: staff at the panel, or the system, which also does so at its own."""

StartsProblem = Literal["", "not-written", "other-kiosk"]


class Boot(NamedTuple):
    """One start of the machine.

    Attributes:
        id: the system's own name for it, which no change of the clock disturbs; empty where the
            system has none.
        at: when it was, by the clock.
    """

    id: str
    at: datetime


def this_boot() -> Boot:
    """The start that the machine is running since."""
    name = ""
    with suppress(OSError):
        name = _BOOT_ID.read_text("ascii").strip()
    return Boot(name, datetime.fromtimestamp(psutil.boot_time()))


@dataclass(frozen=True)
class _Before:
    """What the run before has left."""

    starts: tuple[Started, ...] = ()
    is_marked: bool = False
    end: End | None = None
    boot_id: str = ""


class Starts:
    """Notes this start, at once, and later its end.

    Args:
        folder: the venue's.
        now: the time of day, by the venue's clock and without a zone.
        boot: the start of the machine that this is in.
        because: why, where the supervisor has told; else that is found out.

    Attributes:
        history: the last starts, this one first.
        problem: `not-written` where the disk would not have it, and `other-kiosk` where one on the
            same folder was first: nothing of this run will be known to the next.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        boot: Boot | None = None,
        because: StartReason | None = None,
    ) -> None:
        self._folder = folder
        self._boot = boot or this_boot()
        self._lock: int | None = None
        self.problem: StartsProblem = ""
        self._take_lock()
        before = self._read()
        reason = because or _reason(before, self._boot)
        self.history = (Started(now(), reason), *before.starts)[:MOST_STARTS]
        self._write(None)

    @property
    def reason(self) -> StartReason:
        """Why it was started this time."""
        return self.history[0].reason

    def end(self, asked_by: End) -> None:
        """The kiosk is ending because it was asked to."""
        self._write(asked_by)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _take_lock(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            self.problem = "not-written"
            return
        try:
            lock(self._lock)
        except OSError:
            os.close(self._lock)
            self._lock = None
            self.problem = "other-kiosk"

    def _read(self) -> _Before:
        try:
            return _told(json.loads((self._folder / FILE).read_text("utf-8")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return _Before()  # not written yet, or not by us

    def _write(self, end: End | None) -> None:
        if self._lock is None:
            return
        kept = {
            "running": end is None,
            "ended_by": end,
            "boot_id": self._boot.id,
            "starts": [{"at": one.at.isoformat(), "reason": one.reason} for one in self.history],
        }
        try:
            write_text(self._folder / FILE, json.dumps(kept, indent=1) + "\n")
        except OSError:
            self.problem = "not-written"


def _told(kept: dict[str, Any]) -> _Before:
    starts = tuple(
        Started(datetime.fromisoformat(one["at"]), one["reason"])
        for one in kept["starts"][:MOST_STARTS]
        if one["reason"] in get_args(StartReason)
    )
    return _Before(starts, bool(kept["running"]), kept["ended_by"], str(kept["boot_id"]))


def _reason(before: _Before, boot: Boot) -> StartReason:
    if not before.starts:
        return "first"
    booted = _is_another(boot, before)
    if before.is_marked:
        return "power" if booted else "crash"
    # The system ends all programs when it is itself switched off properly.
    return "power" if before.end == "signal" and booted else "asked"


def _is_another(boot: Boot, before: _Before) -> bool:
    """Whether the machine was started after the run before was."""
    if boot.id and before.boot_id:
        return boot.id != before.boot_id
    return boot.at > before.starts[0].at
