"""The base of everything that is read from a file, with the rules that hold in every file."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

_WHOLE_DIGITS = 15
_DECIMAL_PLACES = 10


class MisfitError(ValueError):
    """What a validator raises when it knows which part of its value is wrong.

    Args:
        sentence: what is wrong, for a curator.
        within: the keys and indexes that lead to the part, from the value that is validated.
    """

    def __init__(self, sentence: str, *within: str | int) -> None:
        super().__init__(sentence)
        self.within = within


class Frozen(BaseModel):
    """A value that cannot change after it was validated, and that knows no unknown keys.

    A yes or no is written `true` or `false`. A figure is a finite number with at most 15 digits
    before its point and 10 after it: it can be drawn, and its point be moved without rounding.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @field_validator("*", mode="before")
    @classmethod
    def _yes_is_true_and_no_is_false(cls, value: Any, info: ValidationInfo) -> Any:
        # pydantic takes `no`, `off` and `n` as well, which in a file are a language or a name.
        annotation = cls.model_fields[info.field_name or ""].annotation
        is_answer = bool in (annotation, *get_args(annotation)) and isinstance(value, str)
        if is_answer and value not in ("true", "false"):
            raise ValueError(f"write true or false, not '{value}'")
        return value

    @field_validator("*")
    @classmethod
    def _figures_can_be_drawn(cls, value: Any) -> Any:
        for within in _undrawable(value):
            raise MisfitError(_OUT_OF_REACH, *within)
        return value


def _undrawable(value: Any, *within: int) -> Iterator[tuple[int, ...]]:
    """Where in a value, or in the rows of a table, figures stand that cannot be drawn."""
    if isinstance(value, Decimal) and _is_out_of_reach(value):
        yield within
    for index, entry in enumerate(value if isinstance(value, tuple) else ()):
        yield from _undrawable(entry, *within, index)


_OUT_OF_REACH = (
    f"the number cannot be drawn: at most {_WHOLE_DIGITS} digits before the point "
    f"and {_DECIMAL_PLACES} after it"
)


def _is_out_of_reach(figure: Decimal) -> bool:
    exponent = figure.as_tuple().exponent
    return (
        not isinstance(exponent, int)  # not finite
        or exponent < -_DECIMAL_PLACES
        or figure.adjusted() >= _WHOLE_DIGITS
    )
