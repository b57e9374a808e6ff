"""What is known of an update, in one value that never changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kiosk.venue.bundle_error import BundleReason
from kiosk.venue.manifest import BundleKind

UpdateReason = Literal[
    BundleReason,
    "no-stick",
    "no-bundle",
    "older",
    "running-already",
    "other-platform",
    "other-application",
    "exhibition-wrong",
    "pulled-out",
    "no-key",
    "not-taken",
]
"""Why nothing was installed; the panel has a sentence for each."""

UpdateStep = Literal[
    "idle", "looking", "copying", "checking", "found", "refused", "installing", "staged", "back"
]
"""How far it is: `staged` waits until nobody is here, and so does `back`, the version before."""

TrialState = Literal["none", "running", "passed", "failed"]
TrialReason = Literal["", "trouble", "no-start", "by-hand"]


@dataclass(frozen=True)
class Offer:
    """What a bundle would install.

    Attributes:
        created: when it was made, by the clock of this machine.
        size: of the file, in bytes.
        is_beside: how many other bundles are on the stick, of which this is the newest.
    """

    kind: BundleKind
    version: str
    created: datetime
    size: int
    is_beside: int = 0


@dataclass(frozen=True)
class Trial:
    """A version that has to show in its first minutes that it can be kept.

    Attributes:
        version: what it is called.
        starts: how often it was started so far.
    """

    version: str = ""
    starts: int = 0
    state: TrialState = "none"
    reason: TrialReason = ""


@dataclass(frozen=True)
class UpdateStatus:
    """How it stands.

    Attributes:
        possible: whether this kiosk was installed from a bundle; if not, none can be.
        app_version: of the application that runs.
        content_version: of the exhibition that is shown.
        since: since when they are current.
        before: the version to go back to; empty where there is none.
        progress: from 0 to 1, while something is copied.
        detail: what else is known of a reason, such as the name of a file.
        noted: whether what became of it is written on the stick.
    """

    possible: bool = False
    app_version: str = ""
    content_version: str = ""
    since: datetime | None = None
    before: str = ""
    step: UpdateStep = "idle"
    progress: float = 0.0
    offer: Offer | None = None
    reason: UpdateReason | None = None
    detail: str = ""
    noted: bool = False
    trial: Trial = Trial()


NOT_INSTALLED = UpdateStatus()
