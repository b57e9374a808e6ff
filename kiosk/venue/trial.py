"""The trial of a new version: whether it is kept, or the one before comes back.

It has to paint a picture and to go once through the whole tour without anything going wrong. The
trial lies in the venue's folder, so that a version that ends before its time is known at the next
start: it gets a second one, as the power may have failed, and no third.
"""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import get_args

from kiosk.durable import write_text
from kiosk.venue.machine import Trouble, TroubleKind
from kiosk.venue.update_status import Trial, TrialReason, TrialState

FILE = "trial.json"
MOST_STARTS = 2
COUNTING: tuple[TroubleKind, ...] = ("failed",)
"""What speaks against a version; that it has ended unexpectedly, its starts tell."""


def started(trial: Trial, current: str) -> Trial:
    """What becomes of a trial when the kiosk starts.

    Args:
        trial: as it was when it ended.
        current: the version that has started; empty where none is installed.
    """
    if trial.state != "running":
        return trial
    if trial.version != current:
        # It was never switched to, or somebody has gone back already.
        return replace(trial, state="failed", reason="by-hand") if trial.starts else Trial()
    if trial.starts >= MOST_STARTS:
        return replace(trial, state="failed", reason="no-start")
    return replace(trial, starts=trial.starts + 1)


def judged(trial: Trial, pictures: int, rounds: int, has_trouble: bool) -> Trial:
    """What becomes of a trial while the kiosk runs.

    Args:
        trial: as it was.
        pictures: how many were painted since the start.
        rounds: how often the whole tour was shown since the start.
        has_trouble: whether something has gone wrong since the start.
    """
    if trial.state != "running":
        return trial
    if has_trouble:
        return replace(trial, state="failed", reason="trouble")
    if pictures > 0 and rounds > 0:
        return replace(trial, state="passed")
    return trial


def speaks_against(now: tuple[Trouble, ...], at_start: tuple[Trouble, ...]) -> bool:
    """Whether one of the troubles that count is new, or has come again."""
    return any(one.kind in COUNTING and one not in at_start for one in now)


def read_trial(folder: Path) -> Trial:
    """The last trial, as the venue's folder has it; one that was never held where it has none."""
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
        state, reason = told["state"], told["reason"]
        if state in get_args(TrialState) and reason in get_args(TrialReason):
            return Trial(str(told["version"]), int(told["starts"]), state, reason)
    except (OSError, ValueError, TypeError, KeyError):
        pass  # never written, or not by us
    return Trial()


def write_trial(folder: Path, trial: Trial) -> None:
    """Keeps a trial, whatever happens to the power.

    Raises:
        OSError: it cannot be written.
    """
    write_text(folder / FILE, json.dumps(asdict(trial), indent=1) + "\n")
