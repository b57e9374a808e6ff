"""What a round of the tour is made of: which scenes, in which order, and for how long."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.frozen import Frozen

ProgrammeName = Literal["A", "B", "C", "D"]
"""Programmes have letters, so that staff need no keyboard to make one. A is the everyday one."""

MOST_SLOTS = 60
"""How many places a round may have."""

DwellSeconds = Annotated[float, Field(ge=3, le=600)]
"""How long a scene stays on where somebody has said so."""


class Slot(Frozen):
    """One place in a round; a scene may have several.

    Attributes:
        scene: the id of a scene of the exhibition.
        dwell_s: how long it stays on; None for as long as it takes to read.
        shown: whether it is on at all.
    """

    scene: str
    dwell_s: DwellSeconds | None = None
    shown: bool = True


Programme = Annotated[tuple[Slot, ...], Field(min_length=1, max_length=MOST_SLOTS)]
