"""A theme: colours by what they are for. What draws names these roles and never a colour."""

import re
from pathlib import Path
from typing import Annotated, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from kiosk.content.document import read_model
from kiosk.content.files import file_mark
from kiosk.content.frozen import Frozen, MisfitError
from kiosk.content.language import Localised
from kiosk.content.model import Accent
from kiosk.content.problem import ContentError, did_you_mean, quoted


def _checked_colour(text: str) -> str:
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        raise ValueError(f"{quoted(text)} is not a colour such as '#0B1020'")
    return text


Colour = Annotated[str, AfterValidator(_checked_colour)]
"""`#RRGGBB`."""


class Theme(Frozen):
    """`resources/themes/NAME.yaml`."""

    name: Localised
    daylight: bool = Field(default=False, description="dark on light, for bright halls")
    high_contrast: bool = False
    background: Colour
    card: Colour
    text: Colour
    muted: Colour = Field(description="text that stands back, such as that of a source")
    rule: Colour = Field(description="lines and outlines")
    accents: dict[Accent, Colour] = Field(description="each scene's own, also its first series'")
    series: tuple[Colour, ...] = Field(
        min_length=2, max_length=8, description="those after the first, in this order"
    )

    @model_validator(mode="after")
    def _has_every_accent(self) -> Self:
        for accent in get_args(Accent):
            if accent not in self.accents:
                raise MisfitError(f"missing key {quoted(accent)}", "accents")
        return self


def load_theme(folder: Path, name: str) -> Theme:
    """The theme called `name` among those in `folder`.

    Raises:
        ContentError: if there is no such theme, or with everything that is wrong with its file.
    """
    names = sorted(path.stem for path in folder.glob("*.yaml"))
    file = f"{name}.yaml"
    if name not in names:
        known = f"{did_you_mean(name, names)}: there are {', '.join(names)}"
        raise ContentError.at(file_mark(folder, file), f"unknown theme {quoted(name)}{known}")
    return read_model(Theme, folder, file)


def theme_for(folder: Path, default: str, daylight: bool, high_contrast: bool) -> str:
    """The name of a theme of that manner: `default` if it is one, else the first in `folder`.

    Where there is none, it is `default`.

    Raises:
        ContentError: with everything that is wrong with a theme that was read.
    """
    others = sorted(path.stem for path in folder.glob("*.yaml") if path.stem != default)
    for name in (default, *others):
        theme = load_theme(folder, name)
        if (theme.daylight, theme.high_contrast) == (daylight, high_contrast):
            return name
    return default
