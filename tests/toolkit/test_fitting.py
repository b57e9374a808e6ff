import pytest

from kiosk.toolkit.fitting import fitted, highest
from kiosk.toolkit.look import Look
from kiosk.toolkit.text import TextStyle

STYLE = TextStyle("sans", (40, 30, 20), 1.5)
SHORT, LONG = "智能生產線", "粵港澳大灣區智能製造協作平台"


@pytest.mark.parametrize(
    ("texts", "width", "height", "size"),
    [
        ([SHORT], 220, 60, 40),
        ([SHORT], 160, 60, 30),
        ([SHORT, LONG], 220, 60, 20),
        ([SHORT, LONG], 220, 140, 30),
        ([SHORT, LONG], 220, 10, 20),
        ([], 220, 10, 40),
    ],
)
def test_texts_are_set_in_the_largest_size_that_does_for_all(
    look: Look, texts: list[str], width: float, height: float, size: int
) -> None:
    assert fitted(look, STYLE, texts, width, height).sizes == (size,)


def test_the_highest_text_counts(look: Look) -> None:
    assert highest(look, STYLE, [SHORT, LONG], 320) == 2 * 60
    assert highest(look, STYLE, [SHORT], 320) == 60
