"""How the machine is, in one value that never changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

TroubleKind = Literal[
    "settings-broken",
    "settings-not-saved",
    "journal-not-written",
    "disk-almost-full",
    "clock-doubted",
    "voice-failed",
    "stopped-unexpectedly",
    "failed",
    "journal-damaged",
    "hung",
    "memory-full",
    "safe-show",
]

RECENT = timedelta(days=1)
RESERVE_BYTES = 500_000_000
"""A disk with less than this left is almost full."""

_SEEN: tuple[TroubleKind, ...] = ("clock-doubted", "disk-almost-full")
"""What can be seen to be wrong, or to be wrong no longer."""

StartReason = Literal["first", "asked", "power", "crash", "hang", "memory", "update", "recovery"]


@dataclass(frozen=True)
class Trouble:
    """Something that went wrong, for staff.

    Attributes:
        kind: what it is; the panel has a sentence for each.
        detail: what else is known, such as a file and a line; may be empty.
        count: how often it has happened without an hour between; `at` is the last time.
    """

    at: datetime
    kind: TroubleKind
    detail: str = ""
    count: int = 1


@dataclass(frozen=True)
class Started:
    """One start of the kiosk, and why it was necessary."""

    at: datetime
    reason: StartReason


@dataclass(frozen=True)
class MachineStatus:
    """What the machine page shows.

    Attributes:
        starts: the last ones, the newest first.
        frame_p95_ms: 95 of 100 pictures followed the one before within so many milliseconds, while
            something moved; None before anything has.
        temperature_c: of the warmest sensor, None where none can be read.
        troubles: the last ones, the newest first.
    """

    uptime_s: float
    starts: tuple[Started, ...]
    frame_p95_ms: float | None
    memory_bytes: int
    temperature_c: float | None
    disk_free_bytes: int
    disk_bytes: int
    now: datetime
    clock_trusted: bool
    content_version: str
    app_version: str
    troubles: tuple[Trouble, ...]

    @property
    def concerns(self) -> tuple[Trouble, ...]:
        """What staff have to know: what is wrong now, and what went wrong within the last day."""
        wrong: list[TroubleKind] = []
        if not self.clock_trusted:
            wrong.append("clock-doubted")
        if self.disk_bytes > 0 and self.disk_free_bytes < RESERVE_BYTES:
            wrong.append("disk-almost-full")
        recent = (
            one for one in self.troubles if one.kind not in _SEEN and self.now - one.at < RECENT
        )
        return (*(Trouble(self.now, kind) for kind in wrong), *recent)
