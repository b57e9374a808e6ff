"""Everything that a venue may choose, with what holds where nobody has chosen.

Each value has a key, such as `timing.idle_s`. A key is the whole of what can be chosen at once: the
order and dwells of a programme are one, as are the hours of a week.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, field_validator

from kiosk.content.frozen import Frozen
from kiosk.content.hours import Daypart, Hours
from kiosk.content.language import Language
from kiosk.content.poll import PollPlace
from kiosk.content.programme import Programme, ProgrammeName

Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


class Timing(Frozen):
    """How patient the exhibit is, in seconds."""

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


class Start(Frozen):
    """How everything is before a visitor asks for something else."""

    language: Language = "zh-Hant"
    theme: str = "ink-atlas"


class Sound(Frozen):
    """What is heard."""

    on: bool = True
    volume: Annotated[int, Field(ge=1, le=5)] = 3


class Panel(Frozen):
    """The panel that it is shown on, as measured; None where nobody has measured it.

    Attributes:
        diagonal_mm: from corner to corner of the picture.
        floor_mm: from the floor to the lower edge of the picture.
    """

    diagonal_mm: Annotated[float, Field(ge=150, le=5000)] | None = None
    floor_mm: Annotated[float, Field(ge=0, le=2500)] | None = None


class Programmes(Frozen):
    """The programmes; A, where it is not chosen, is all scenes as the exhibition orders them."""

    A: Programme | None = None
    B: Programme | None = None
    C: Programme | None = None
    D: Programme | None = None

    def named(self, name: ProgrammeName) -> Programme | None:
        """The programme of that name, if there is one."""
        programme: Programme | None = getattr(self, name)
        return programme


class Poll(Frozen):
    """Where visitors are asked what the exhibition asks them."""

    place: PollPlace = "last-scene"


class Staff(Frozen):
    """How staff get in."""

    corner: Corner = "top-left"


class Settings(Frozen):
    """All that is chosen, complete."""

    timing: Timing = Timing()
    start: Start = Start()
    sound: Sound = Sound()
    panel: Panel = Panel()
    programmes: Programmes = Programmes()
    dayparts: tuple[Daypart, ...] = ()
    hours: Hours = Hours()
    poll: Poll = Poll()
    staff: Staff = Staff()


def keys() -> Iterator[str]:
    """Every key, in the order of the file."""
    for name, field in Settings.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, Frozen):
            yield from (f"{name}.{within}" for within in kind.model_fields)
        else:
            yield name


def value(settings: Settings, key: str) -> Any:
    """What `settings` say under a key."""
    found: Any = settings
    for part in key.split("."):
        found = getattr(found, part)
    return found


PROGRAMME_NAMES: tuple[ProgrammeName, ...] = get_args(ProgrammeName)
