"""Where a kiosk stands, and what it finds there."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.show.clock import Clock
from kiosk.venue.installation import Installation
from kiosk.venue.troubles import Troubles


@dataclass(frozen=True)
class Site:
    """Where a kiosk stands.

    Attributes:
        folder: the venue's.
        content: the exhibition's folder.
        clock: what tells how much time goes by, whatever time it is for the show.
        troubles: where troubles are told.
        installation: what this kiosk was installed as; None where nobody has installed it.
    """

    folder: Path
    content: Path
    clock: Clock
    troubles: Troubles
    installation: Installation | None = None
