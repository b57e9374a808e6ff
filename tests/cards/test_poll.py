"""The card that asks: its question, and whose icons it has."""

from typing import Any

from kiosk.toolkit.look import Look
from tests.cards.conftest import LOW, WIDE, Lay
from tests.cards.test_card import SAID
from tests.conftest import LookFactory

POLL = SAID["poll"]


def coloured(lay: Lay, look: Look, said: dict[str, Any], accent: Any) -> int:
    """How many pixels of the foot have an accent, beside those of the card's own edge."""
    laid = lay(said)
    picture = laid.picture()
    colour = look.palette.accent(accent).rgb()
    top = round(laid.area.height() * 0.7)
    return sum(
        picture.pixel(x, y) == colour
        for x in range(picture.width())
        for y in range(top, picture.height())
    )


def test_closed_it_shows_its_question_and_that_it_takes_votes(lay: Lay) -> None:
    for size in (WIDE, LOW):
        seen = lay(POLL, size=size).text()
        assert "你最期待哪個未來？" in seen
        assert "輕觸投票" in seen
        assert "嶄新能源" not in seen


def test_an_answer_that_is_a_scene_lends_the_card_its_icon(
    lay: Lay, make_look: LookFactory
) -> None:
    look = make_look("zh-Hant", "ink-atlas")
    assert coloured(lay, look, POLL, "new-energy") > 50
    assert coloured(lay, look, POLL | {"accents": {}}, "new-energy") == 0


def test_it_tells_the_question_and_every_answer(lay: Lay) -> None:
    assert lay(POLL).card.describe() == "你最期待哪個未來？\n嶄新能源\n都不期待"
