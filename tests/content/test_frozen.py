from decimal import Decimal

import pytest
from pydantic import ValidationError

from kiosk.content.frozen import Frozen


class Sample(Frozen):
    sure: bool | None = None
    share: float = 0
    value: Decimal = Decimal(0)
    values: tuple[Decimal | None, ...] = ()


@pytest.mark.parametrize("answer", ["no", "yes", "off", "on", "y", "n", "0", "1", "True", "FALSE"])
def test_an_answer_is_written_true_or_false(answer: str) -> None:
    assert Sample.model_validate({"sure": "true"}).sure is True
    with pytest.raises(ValidationError):
        Sample.model_validate({"sure": answer})


@pytest.mark.parametrize("figure", ["0", "999999999999999.9999999999", "-0.0000000001", "1e3"])
def test_a_figure_that_can_be_drawn_keeps_its_digits(figure: str) -> None:
    assert str(Sample.model_validate({"value": figure}).value) == str(Decimal(figure))
    assert Sample.model_validate({"values": [figure, None]}).values == (Decimal(figure), None)


@pytest.mark.parametrize(
    "figure", ["1e15", "1e999999", "1e-11", "0e-999999", "0e999999", "NaN", "-Infinity", "9" * 5000]
)
def test_a_figure_that_cannot_be_drawn_is_none(figure: str) -> None:
    for sample in ({"value": figure}, {"values": ["1", figure]}):
        with pytest.raises(ValidationError):
            Sample.model_validate(sample)


@pytest.mark.parametrize("share", ["nan", "inf", "1e999"])
def test_a_share_is_finite(share: str) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"share": share})


def test_what_was_read_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Sample().share = 1  # type: ignore[misc]
