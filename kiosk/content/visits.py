"""One visit, as far as it is told to anybody: nothing in it says who it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.content.language import Language


@dataclass(frozen=True)
class VisitEntry:
    """What is told of a visit once it is over.

    Attributes:
        hour: the hour in which it began, without its minutes, by the venue's clock; None where
            that clock is not believed.
        length_s: from the first touch to the last, to the nearest five seconds.
        language: the one that was on at its end.
        scenes: the ids of the scenes that were on, in the order of the alphabet.
        touches: how often each exhibit was touched, by `SCENE/NUMBER`, the first being 1.
    """

    hour: datetime | None
    length_s: int
    language: Language
    scenes: tuple[str, ...]
    touches: Mapping[str, int]
