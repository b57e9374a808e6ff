"""How patient the exhibit is: what an exhibition and a venue may choose alike."""

from typing import Annotated

from pydantic import Field, field_validator

from kiosk.content.frozen import Frozen


class Timing(Frozen):
    """How patient the exhibit is, in seconds.

    Attributes:
        attract_s: how long the attract screen is on before a round; 0 for never.
        idle_s: after how long without a sign of life a visitor is asked.
        warning_s: how long they have for an answer.
    """

    attract_s: float = Field(
        default=48, description="how long the attract screen is on before a round; 0 for never"
    )
    idle_s: Annotated[float, Field(ge=30, le=300)] = 60
    warning_s: Annotated[float, Field(ge=20, le=60)] = 25

    @field_validator("attract_s")
    @classmethod
    def _is_never_or_long_enough(cls, seconds: float) -> float:
        if seconds and not 20 <= seconds <= 300:
            raise ValueError(f"{seconds:g} is not from 20 to 300, nor 0 for no attract screen")
        return seconds
