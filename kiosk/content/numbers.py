"""Quantities and how each language counts them: by 萬 and 億, or by million and billion.

A value keeps the digits that its source printed, so what is drawn at the end of an animation is the
source's own figure. Changing the language moves the decimal point. Only labels are ever rounded,
and only where the unit says to how many decimals.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import Field

from kiosk.content.frozen import Frozen
from kiosk.content.language import Language, Localised

Scale = Literal["1", "千", "萬", "百萬", "億", "thousand", "million", "billion"]

_POWERS: dict[str, int] = {
    "1": 0,
    "千": 3,
    "thousand": 3,
    "萬": 4,
    "百萬": 6,
    "million": 6,
    "億": 8,
    "billion": 9,
}
_STEPS: dict[Language, dict[int, str]] = {
    "zh-Hant": {8: "億", 4: "萬", 0: ""},
    "zh-Hans": {8: "亿", 4: "万", 0: ""},
    "en": {9: "billion", 6: "million", 3: "thousand", 0: ""},
}
_MOST_DECIMALS = 2
"""How many a number that was counted one by one may get by being counted in 萬 or millions."""


class Unit(Frozen):
    """What is counted, and in what scale the source counts it: `{scale: 萬, name: 輛}`."""

    scale: Scale = "1"
    name: Localised
    decimals: int | None = Field(
        default=None, ge=0, le=6, description="how many a label shows; None for all there are"
    )


class Shown(Frozen):
    """How one unit is shown in one language: the factor's power of ten and the unit's words."""

    shift: int = Field(description="power of ten that turns the source's value into the shown one")
    unit: str
    decimals: int | None = Field(default=None, description="how many a label shows")
    trims: bool = Field(
        default=False, description="whether a whole number leaves out what zeros it gets behind"
    )

    def number(self, value: Decimal) -> str:
        """`value` as a label: in this scale, grouped by thousands, rounded half up."""
        if self.decimals is None:
            return self.exact(value)
        step = Decimal(1).scaleb(-self.decimals)
        return f"{self.scaled(value).quantize(step, ROUND_HALF_UP):z,f}"

    def exact(self, value: Decimal) -> str:
        """`value` in this scale, grouped by thousands, with every digit the source gave."""
        return f"{self.scaled(value):,f}"

    def scaled(self, value: Decimal) -> Decimal:
        """`value` in this scale, with every digit the source gave."""
        moved = value.scaleb(self.shift)
        return moved.normalize() if self.trims and _decimals(value) == 0 else moved

    def ratio(self) -> float:
        """What a source value is multiplied by to be drawn on this unit's axis."""
        return float(Decimal(1).scaleb(self.shift))


def shown(unit: Unit, values: Iterable[Decimal | None], language: Language) -> Shown:
    """The scale in which `values` of `unit` read best in `language`, the same for all of them.

    Chinese keeps the source's scale when it is a Chinese one. Otherwise the scale is the largest
    whose step the largest value reaches: 958.7 萬 is 9.587 million, 26.2 萬 is 262 thousand.

    What the source counts one by one goes by 萬 and 億, or by million and billion but never by
    thousand, where that is shorter and loses nothing: where labels are rounded anyway, or where no
    value needs more than two decimals. 1,200,000 is 120 萬, 290,144 stays as it is.
    """
    figures = [value for value in values if value is not None]
    power = _POWERS[unit.scale]
    largest = max(map(abs, figures), default=Decimal(0)).scaleb(power)
    if language != "en" and power in (4, 8):
        return _view(unit, power, language)
    reached = [step for step in _STEPS[language] if largest >= Decimal(10) ** step]
    views = [_view(unit, step, language) for step in reached]
    if power == 0:
        views = [view for view in views if view.shift < -3 and _keeps(view, figures)]
    return next(iter(views), _view(unit, 0, language))


def _view(unit: Unit, step: int, language: Language) -> Shown:
    power = _POWERS[unit.scale]
    gap = " " if language == "en" else ""
    words = f"{_STEPS[language][step]}{gap}{unit.name.text(language)}".strip()
    return Shown(shift=power - step, unit=words, decimals=unit.decimals, trims=power == 0)


def _keeps(view: Shown, figures: Sequence[Decimal]) -> bool:
    """Whether labels lose nothing in this scale that they would show in the source's own."""
    if view.decimals is not None:
        return True
    return all(_decimals(view.scaled(figure)) <= _MOST_DECIMALS for figure in figures)


def _decimals(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int)  # a validated figure is finite
    return max(0, -exponent)
