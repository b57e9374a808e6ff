"""Quantities and how each language counts them: by 萬 and 億, or by million and billion.

A value keeps the digits that its source printed, so what is drawn at the end of an animation is the
source's own figure. Changing the language moves the decimal point; it never rounds.
"""

from collections.abc import Iterable
from decimal import Decimal
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
_CHINESE = ((8, "億", "亿"), (4, "萬", "万"), (0, "", ""))
_ENGLISH = ((9, "billion"), (6, "million"), (3, "thousand"), (0, ""))


class Unit(Frozen):
    """What is counted, and in what scale the source counts it: `{scale: 萬, name: 輛}`."""

    scale: Scale = "1"
    name: Localised


class Shown(Frozen):
    """How one unit is shown in one language: the factor's power of ten and the unit's words."""

    shift: int = Field(description="power of ten that turns the source's value into the shown one")
    unit: str

    def number(self, value: Decimal) -> str:
        """`value` in this scale, grouped by thousands, with every digit the source gave."""
        return f"{value.scaleb(self.shift):,f}"

    def ratio(self) -> float:
        """What a source value is multiplied by to be drawn on this unit's axis."""
        return float(Decimal(1).scaleb(self.shift))


def shown(unit: Unit, values: Iterable[Decimal | None], language: Language) -> Shown:
    """The scale in which `values` of `unit` read best in `language`, the same for all of them.

    Chinese keeps the source's scale when it is a Chinese one. Otherwise the scale is the largest
    whose step the largest value reaches: 958.7 萬 is 9.587 million, 26.2 萬 is 262 thousand.
    """
    power = _POWERS[unit.scale]
    name = unit.name.text(language)
    largest = max((abs(v) for v in values if v is not None), default=Decimal(0)).scaleb(power)
    if power == 0:
        return Shown(shift=0, unit=name)
    if language == "en":
        step, word = next((p, w) for p, w in _ENGLISH if largest >= Decimal(10) ** p or p == 0)
        return Shown(shift=power - step, unit=f"{word} {name}".strip())
    is_chinese = power in (8, 4)
    step, hant, hans = next(
        (p, hant, hans)
        for p, hant, hans in _CHINESE
        if p == power or p == 0 or (not is_chinese and largest >= Decimal(10) ** p)
    )
    return Shown(shift=power - step, unit=(hans if language == "zh-Hans" else hant) + name)
