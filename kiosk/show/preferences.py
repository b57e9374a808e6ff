"""What one visitor has asked for; it lasts as long as the visit and no longer."""

from dataclasses import dataclass, replace
from typing import Any

from kiosk.content.language import Language

LOUDEST = 5


@dataclass(frozen=True)
class Preferences:
    """How a visitor wants it all to look, move and sound; every wish goes with every other.

    Attributes:
        daylight: dark on light.
        reach: whatever can be touched stands low enough for a seated visitor or a child.
        read_aloud: whether what comes on is spoken.
        volume: how loud that is, from 1 to `LOUDEST`.
    """

    language: Language
    large_text: bool = False
    high_contrast: bool = False
    daylight: bool = False
    reduced_motion: bool = False
    reach: bool = False
    read_aloud: bool = False
    volume: int = 3

    def turned(self, switch: str) -> "Preferences":
        """The same with the opposite of one of the switches, by its name."""
        changes: dict[str, Any] = {switch: not getattr(self, switch)}
        return replace(self, **changes)
