"""What has gone wrong of late, for staff to read; a restart does not forget it.

Telling of a trouble must not make another: nothing here raises, and what the disk does not take is
known until the kiosk ends.
"""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, get_args

from kiosk.durable import write_text
from kiosk.venue.machine import Trouble, TroubleKind

FILE = "troubles.jsonl"
MOST_TROUBLES = 50
MOST_LETTERS = 200
"""How long a detail may be."""

AGAIN = timedelta(hours=1)
"""The same trouble within this time is counted and not told again."""


class Troubles:
    """The last troubles; any thread may tell of one.

    Args:
        folder: the venue's.
        now: the time of day, by the venue's clock and without a zone.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._path = folder / FILE
        self._now = now
        self._lock = threading.Lock()
        self._troubles = _read(self._path)

    @property
    def last(self) -> tuple[Trouble, ...]:
        """The last ones, the newest first."""
        return self._troubles

    def tell(self, kind: TroubleKind, detail: str = "") -> None:
        """Something has gone wrong just now.

        Args:
            kind: what it is.
            detail: what else is known; of several lines, the first counts.
        """
        told = Trouble(self._now(), kind, _one_line(detail))
        with self._lock:
            trouble, others = _joined(told, self._troubles)
            self._troubles = (trouble, *others)[:MOST_TROUBLES]
            # What happens with every frame would otherwise be written with every frame.
            if trouble.count & (trouble.count - 1) == 0:
                self._write()

    @contextmanager
    def watch_exceptions(self) -> Iterator[None]:
        """Meanwhile, what nobody has caught is told of too; it is reported as it was before."""
        report, report_in_thread = sys.excepthook, threading.excepthook

        def on_exception(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._tell_exception(error)
            report(kind, error, trace)

        def on_thread_exception(given: threading.ExceptHookArgs) -> None:
            self._tell_exception(given.exc_value)
            report_in_thread(given)

        sys.excepthook, threading.excepthook = on_exception, on_thread_exception
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook = report, report_in_thread

    def _tell_exception(self, error: BaseException | None) -> None:
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                self._tell_exception(one)
        elif isinstance(error, Exception):  # an interruption is none
            self.tell("failed", f"{type(error).__name__}: {error}")

    def _write(self) -> None:
        lines = [json.dumps(_kept(trouble), ensure_ascii=False) for trouble in self._troubles]
        with suppress(OSError):
            write_text(self._path, "".join(f"{line}\n" for line in lines), durable=False)


def _joined(told: Trouble, before: tuple[Trouble, ...]) -> tuple[Trouble, tuple[Trouble, ...]]:
    """What was told, with its count, and those before it without the one that it goes on from."""
    for index, one in enumerate(before):
        is_same = (one.kind, one.detail) == (told.kind, told.detail)
        # A clock that was set back makes no new trouble of an old one either.
        if is_same and told.at - one.at < AGAIN:
            others = before[:index] + before[index + 1 :]
            return replace(told, count=one.count + 1), others
    return told, before


def _one_line(detail: str) -> str:
    first = next(iter(detail.strip().splitlines()), "")
    return first if len(first) <= MOST_LETTERS else first[: MOST_LETTERS - 1] + "…"


def _kept(trouble: Trouble) -> dict[str, Any]:
    return {
        "at": trouble.at.isoformat(timespec="seconds"),
        "kind": trouble.kind,
        "detail": trouble.detail,
        "count": trouble.count,
    }


def _read(path: Path) -> tuple[Trouble, ...]:
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    found = (_told(line) for line in lines[:MOST_TROUBLES])
    return tuple(trouble for trouble in found if trouble)


def _told(line: str) -> Trouble | None:
    """The trouble in a line; None where it is damaged, or of a kind that there is no longer."""
    with suppress(ValueError, TypeError, KeyError):
        kept = json.loads(line)
        if kept["kind"] in get_args(TroubleKind):
            at = datetime.fromisoformat(kept["at"])
            return Trouble(at, kept["kind"], str(kept["detail"]), int(kept["count"]))
    return None
