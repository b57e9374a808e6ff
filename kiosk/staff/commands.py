"""What staff may want; whoever built the panel carries it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.content.language import Language


@dataclass(frozen=True)
class Choose:
    """Draft other values, by their keys, in one step."""

    chosen: Mapping[str, Any]


@dataclass(frozen=True)
class Forget:
    """Draft that nothing is chosen under these keys, so that what was there before counts again."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Undo:
    """Take back the last step."""


@dataclass(frozen=True)
class Redo:
    """Make the step again that was taken back."""


@dataclass(frozen=True)
class Discard:
    """Draft what is applied."""


@dataclass(frozen=True)
class Apply:
    """Let the draft hold."""


@dataclass(frozen=True)
class Preview:
    """Show a scene in a language at real speed, in the panel; None for no more."""

    scene: str | None
    language: Language


@dataclass(frozen=True)
class Clean:
    """Ignore all touches for a minute, so that the screen can be wiped."""


@dataclass(frozen=True)
class Guide:
    """Let no visit end by itself while a docent is speaking, or let them end again."""

    on: bool


@dataclass(frozen=True)
class Suspend:
    """Show a holding screen instead of the exhibition, or the exhibition again."""

    on: bool


@dataclass(frozen=True)
class TrustClock:
    """Believe the clock: somebody has looked at it."""


@dataclass(frozen=True)
class CountVisitors:
    """Have the visitors of the last so many days counted, for the visitors' page."""

    days: int


@dataclass(frozen=True)
class ExportVisits:
    """Write all that is known of visits to a stick."""


@dataclass(frozen=True)
class LookForUpdate:
    """Look through the sticks for something to install."""


@dataclass(frozen=True)
class InstallUpdate:
    """Install what was found, and switch to it when nobody is here."""


@dataclass(frozen=True)
class RollBack:
    """Go back to the version before, when nobody is here."""


@dataclass(frozen=True)
class ChangePin:
    """Ask for a new PIN."""


@dataclass(frozen=True)
class Restart:
    """End and begin anew."""


@dataclass(frozen=True)
class Quit:
    """End, once the PIN was given again."""


@dataclass(frozen=True)
class Leave:
    """Close the panel."""


Command = (
    Choose
    | Forget
    | Undo
    | Redo
    | Discard
    | Apply
    | Preview
    | Clean
    | Guide
    | Suspend
    | TrustClock
    | CountVisitors
    | ExportVisits
    | LookForUpdate
    | InstallUpdate
    | RollBack
    | ChangePin
    | Restart
    | Quit
    | Leave
)
