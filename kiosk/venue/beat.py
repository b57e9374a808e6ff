"""What the kiosk tells the supervisor about once a second, in a line of text each time.

The lines come through a pipe. Whoever does not understand one drops it: a kiosk of another version
than the supervisor's may say more, and must not be taken for a dead one.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Literal, get_args

VARIABLE = "KIOSK_HEARTBEAT"
"""The environment variable with the number of the pipe's descriptor in the kiosk."""

State = Literal["attract", "tour", "visit", "covered"]
End = Literal["asked", "again", "update"]
"""Whether it ends for good, or to be started again, and then as another version."""


@dataclass(frozen=True)
class Beat:
    """A sign of life: everything that the kiosk does has had its turn.

    Attributes:
        scene: the id of the scene that is on.
        page: its place in the tour, from 0; None for the prologue.
        frames: how many pictures have been painted since the start.
        state: who is there; `visit` stands for staff too, and `covered` for a notice.
        exposed: whether the window is to be seen, so that pictures have to follow each other.
    """

    scene: str
    page: int | None
    frames: int
    state: State
    exposed: bool = True

    def line(self) -> str:
        """As it is sent."""
        return f"beat {json.dumps(asdict(self))}\n"


@dataclass(frozen=True)
class Ended:
    """The last word: the kiosk is ending in good order."""

    end: End

    def line(self) -> str:
        """As it is sent."""
        return f"ended {self.end}\n"


def heard(line: str) -> Beat | Ended | None:
    """What a line says; None where that cannot be understood."""
    word, _, rest = line.strip().partition(" ")
    if word == "ended":
        return next((Ended(end) for end in get_args(End) if end == rest), None)
    if word == "beat":
        with suppress(ValueError, KeyError, TypeError):
            return _beat(json.loads(rest))
    return None


def _beat(said: dict[str, object]) -> Beat | None:
    page, frames = said["page"], said["frames"]
    state = next((one for one in get_args(State) if one == said["state"]), None)
    if state is None or not isinstance(frames, int) or not (page is None or isinstance(page, int)):
        return None
    return Beat(str(said["scene"]), page, frames, state, bool(said.get("exposed", True)))
