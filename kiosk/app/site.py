"""Where a kiosk stands, and what it finds there."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.show.clock import Clock
from kiosk.venue.installation import Installation
from kiosk.venue.machine import StartReason
from kiosk.venue.troubles import Troubles


@dataclass(frozen=True)
class Site:
    """Where a kiosk stands.

    Attributes:
        folder: the venue's.
        content: the exhibition's folder.
        clock: what tells how much time goes by, whatever time it is for the show.
        troubles: where troubles are told.
        because: why the kiosk was started, where the supervisor has told; else None.
        safe: whether it is the safe show, in which nothing moves.
        installation: what this kiosk was installed as; None where nobody has installed it.
    """

    folder: Path
    content: Path
    clock: Clock
    troubles: Troubles
    because: StartReason | None = None
    safe: bool = False
    installation: Installation | None = None
