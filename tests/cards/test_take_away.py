from typing import Any

import pytest
import segno
from PySide6.QtCore import QSizeF

from kiosk.cards.take_away import TakeAwaySpec
from kiosk.content.language import Language
from kiosk.content.parse import parse
from kiosk.content.problem import ContentError, Report
from kiosk.content.validate import validated
from kiosk.toolkit.qr import QUIET_MODULES, QrCode
from tests.cards.conftest import Lay
from tests.toolkit.drawn import inside

TAKEN = {"zh-Hant": "2023年產量：958.7萬輛", "en": "Made in 2023: 9.587 million"}


def take_away(**more: Any) -> dict[str, Any]:
    return {"kind": "take-away", "heading": "把數字帶走", "take_away": TAKEN, **more}


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_closed_it_can_be_scanned_in_the_present_language(lay: Lay, language: Language) -> None:
    laid = lay(take_away(text="用手機掃描"), language)
    (code,) = (item for item in inside(laid.card) if isinstance(item, QrCode))
    area = code.mapRectToScene(code.boundingRect())
    picture, side = laid.picture(), code.side
    expected = segno.make_qr(TAKEN[language], error="m", mode="byte", encoding="utf-8").matrix
    pitch = side / (len(expected) + 2 * QUIET_MODULES)

    def dark(column: int, row: int) -> bool:
        x = area.left() + (column + 0.5) * pitch
        y = area.top() + (row + 0.5) * pitch
        return picture.pixelColor(int(x), int(y)).lightness() < 128

    modules = range(len(expected))
    read = [[dark(x + QUIET_MODULES, y + QUIET_MODULES) for x in modules] for y in modules]
    assert read == [[bool(module) for module in row] for row in expected]
    every = range(len(expected) + 2 * QUIET_MODULES)
    assert not any(dark(at, margin) for at in every for margin in range(QUIET_MODULES))


def test_the_words_stand_beside_the_code(lay: Lay) -> None:
    laid = lay(take_away(text="用手機掃描"))
    (code,) = (item for item in inside(laid.card) if isinstance(item, QrCode))
    right = code.mapRectToScene(code.boundingRect()).right()
    assert all(words.box.left() > right for words in laid.drawing().words)


def test_opened_it_says_what_the_code_says(lay: Lay) -> None:
    whole = lay(take_away()).card.whole()
    assert whole.body == whole.take_away == TAKEN["zh-Hant"]


def test_any_card_may_have_something_to_take_along(lay: Lay) -> None:
    story = {"kind": "story", "heading": "三個「所有」", "take_away": TAKEN}
    assert lay(story).card.whole().take_away == TAKEN["zh-Hant"]
    assert lay({"kind": "story", "heading": "三個「所有」"}).card.whole().take_away == ""


def test_a_card_shows_that_there_is_something_to_take_along(lay: Lay) -> None:
    story = {"kind": "story", "heading": "三個「所有」"}
    bare = lay(story, size=QSizeF(536, 228)).picture()
    assert lay(story | {"take_away": TAKEN}, size=QSizeF(536, 228)).picture() != bare


def test_what_no_telephone_could_read_is_a_problem_with_its_place() -> None:
    text = "kind: take-away\nheading: 帶走\ntake_away:\n  zh-Hant: " + "新" * 111
    report = Report()
    with pytest.raises(ContentError) as caught:
        validated(TakeAwaySpec, parse(text, "scene.yaml", report))
    assert str(caught.value) == (
        "scene.yaml:4:12: too long for a QR code: 333 bytes of at most 330"
    )
