"""The lock of the staff panel: a PIN, and few guesses at it.

Only what scrypt makes of the PIN is kept. A PIN has few digits, so that whoever has the file can
find it; what keeps it is the file's mode, and the lock-out for whoever stands at the screen.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from kiosk.durable import write_text

NAME = "staff.json"
MODE = 0o600
FEWEST_DIGITS, MOST_DIGITS = 4, 8
GUESSES = 5
"""After so many wrong ones nobody may guess for a while, and again after as many more."""
LOCK_OUT_S = 30.0

Objection = Literal["not-digits", "too-short", "too-long", "one-digit", "in-sequence"]
"""Why a new PIN is refused; the panel has a sentence for each."""

_COST = {"n": 2**14, "r": 8, "p": 1}  # 16 MB, and some 50 ms on a small machine
_SALT_BYTES = 16
_NEXT_DIGIT = {1, -9}, {-1, 9}


class PinRefusedError(ValueError):
    """Too easy a PIN, or none; `objection` says why. The PIN itself is not in it."""

    def __init__(self, objection: Objection) -> None:
        super().__init__(objection)
        self.objection = objection


@dataclass(frozen=True, repr=False)
class _Kept:
    """What the file says.

    Attributes:
        salt: what went into the hash beside the PIN, in hexadecimal digits; empty for no PIN.
        hashed: what scrypt made of them.
        failures: how many guesses were wrong since the last right one.
        locked_at_s: when the last lock-out began, in seconds since 1970; None while there is none.
    """

    salt: str = ""
    hashed: str = ""
    failures: int = 0
    locked_at_s: float | None = None


class Lock:
    """Whether somebody knows the PIN.

    What is guessed is counted before it is looked at, and kept, so that neither ending the kiosk
    nor the machine gives anybody more guesses. Where it cannot be kept, it counts in this run.

    Args:
        folder: the venue's folder.
        wall_s: the time of day in seconds since 1970, which may be wrong and may jump.
        now_ms: the time in milliseconds, which never runs backwards.

    Attributes:
        not_saved: why the last change could not be written; empty if it was.
    """

    def __init__(
        self, folder: Path, wall_s: Callable[[], float], now_ms: Callable[[], float]
    ) -> None:
        self._path = folder / NAME
        self._wall_s = wall_s
        self._now_ms = now_ms
        self.not_saved = ""
        self._kept: _Kept | None = _Kept()
        self._signature: tuple[int, int] | None = None
        self._free_ms = now_ms()
        self.look()

    @property
    def has_pin(self) -> bool:
        """Whether there is one; if not, a new one is to be asked for."""
        return self._kept is None or self._kept.salt != ""

    @property
    def broken(self) -> bool:
        """Whether its file cannot be read, so that no PIN opens it; `forget` is the way out."""
        return self._kept is None

    @property
    def locked_s(self) -> float:
        """For how many seconds nobody may guess; 0 if somebody may."""
        return max(0.0, self._free_ms - self._now_ms()) / 1000

    @property
    def tries_left(self) -> int:
        """How many guesses may be wrong before nobody may guess for a while."""
        return GUESSES - (self._kept.failures if self._kept else 0) % GUESSES

    def look(self) -> None:
        """Reads the file again if somebody has changed it; to be called when the panel opens."""
        signature = self._signature_now()
        if signature == self._signature:
            return
        self._signature = signature
        self._kept = _read(self._path)
        left_s = self._left_s(self._kept) if self._kept else 0.0
        self._free_ms = self._now_ms() + left_s * 1000

    def open(self, pin: str) -> bool:
        """Whether this is the PIN; takes some 50 ms, so call it once it is entered.

        While it is locked out, no PIN is the right one, and none is counted.
        """
        if self.locked_s or not (self._kept and self._kept.salt):
            return False
        kept = self._counted(self._kept)
        if not hmac.compare_digest(_hash(pin, kept.salt), kept.hashed):
            return False
        self._keep(replace(kept, failures=0, locked_at_s=None))
        self._free_ms = self._now_ms()
        return True

    def choose(self, pin: str) -> None:
        """Makes it the PIN from now on; whoever calls this knows that staff are asking.

        Raises:
            PinRefusedError: it is none, or one that anybody would try first.
        """
        if found := objection(pin):
            raise PinRefusedError(found)
        salt = os.urandom(_SALT_BYTES).hex()
        self._keep(_Kept(salt, _hash(pin, salt)))
        self._free_ms = self._now_ms()

    def _counted(self, kept: _Kept) -> _Kept:
        """Takes the guess for a wrong one, until it turns out to be right."""
        failures = kept.failures + 1
        locks = failures % GUESSES == 0
        if locks:
            self._free_ms = self._now_ms() + LOCK_OUT_S * 1000
        since = self._wall_s() if locks else None
        counted = replace(kept, failures=failures, locked_at_s=since)
        self._keep(counted)
        return counted

    def _left_s(self, kept: _Kept) -> float:
        """How long the lock-out in the file still lasts, after a start.

        By a clock that was set back, it begins only now. One that was set forward ends it; whoever
        can do that needs no PIN.
        """
        if kept.locked_at_s is None:
            return 0.0
        gone_s = self._wall_s() - kept.locked_at_s
        if gone_s < 0:
            self._keep(replace(kept, locked_at_s=self._wall_s()))
            return LOCK_OUT_S
        return max(0.0, LOCK_OUT_S - gone_s)

    def _keep(self, kept: _Kept) -> None:
        self._kept = kept
        try:
            status = write_text(self._path, json.dumps(asdict(kept)) + "\n", MODE)
        except OSError as error:
            self.not_saved = f"{self._path}: {error.strerror or 'not written'}"
        else:
            self.not_saved = ""
            self._signature = status.st_mtime_ns, status.st_ino

    def _signature_now(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_ino


def objection(pin: str) -> Objection | None:
    """What speaks against a new PIN, if anything."""
    if not (pin.isascii() and pin.isdecimal()):
        return "not-digits"
    if len(pin) < FEWEST_DIGITS:
        return "too-short"
    if len(pin) > MOST_DIGITS:
        return "too-long"
    if len(set(pin)) == 1:
        return "one-digit"
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return "in-sequence" if any(steps <= next_digit for next_digit in _NEXT_DIGIT) else None


def forget(folder: Path) -> bool:
    """Forgets the PIN and all guesses, so that the kiosk asks for a new one; False if it had none.

    Raises:
        OSError: it cannot be forgotten.
    """
    try:
        (folder / NAME).unlink()
    except FileNotFoundError:
        return False
    return True


def _read(path: Path) -> _Kept | None:
    """What the file says: nothing if there is none, and None if it cannot be understood."""
    try:
        kept = _Kept(**json.loads(path.read_text("utf-8")))
        bytes.fromhex(kept.salt + kept.hashed)
    except FileNotFoundError:
        return _Kept()
    except (OSError, ValueError, TypeError):
        return None
    known = isinstance(kept.failures, int) and isinstance(kept.locked_at_s, float | int | None)
    return kept if known else None


def _hash(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), **_COST).hex()
