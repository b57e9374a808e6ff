"""What all kinds of cards have in common."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSizeF
from PySide6.QtGui import QColor

from kiosk.cards.registry import KINDS, PLACED
from kiosk.content.language import Language
from tests.cards.conftest import LOW, WIDE, Lay
from tests.toolkit.drawn import inside

SAID: dict[str, dict[str, Any]] = {
    "quote": {
        "kind": "quote",
        "person": "nancy-ip",
        "text": {
            "zh-Hant": "創新人才，建設全方位、戰略性人才體系，對接國家需求。",
            "en": "Innovating talent: a comprehensive system that meets the country’s needs.",
        },
        "sources": ["tkp"],
    },
    "story": {
        "kind": "story",
        "heading": {"zh-Hant": "移動第三空間", "en": "Mobile third space"},
        "text": {"zh-Hant": "住宅、辦公室以外，還有車", "en": "Home, office, car"},
        "person": "nancy-ip",
    },
    "figure": {
        "kind": "figure",
        "value": "164",
        "unit": {"name": {"zh-Hant": "個項目", "en": "projects"}},
        "label": {"zh-Hant": "呼和浩特的算力產業", "en": "Hohhot’s computing-power industry"},
    },
    "directory": {
        "kind": "directory",
        "of": "people",
        "heading": {"zh-Hant": "代表委員與專家", "en": "Delegates and experts"},
        "text": {"zh-Hant": "特寫裏的十一位", "en": "Eleven people in the feature"},
    },
    "take-away": {
        "kind": "take-away",
        "heading": {"zh-Hant": "把數字帶走", "en": "Take the figures along"},
        "text": {"zh-Hant": "用手機掃描", "en": "Scan with a phone"},
        "take_away": {"zh-Hant": "2023年產量：958.7萬輛", "en": "Made in 2023: 9.587 million"},
        "sources": ["caam"],
    },
    "poll": {
        "kind": "poll",
        "question": {"zh-Hant": "你最期待哪個未來？", "en": "Which future do you look forward to?"},
        "answers": {
            "new-energy": {"zh-Hant": "嶄新能源", "en": "New energy"},
            "none": {"zh-Hant": "都不期待", "en": "None"},
        },
        "accents": {"new-energy": "new-energy"},
    },
}


@pytest.fixture(params=[*KINDS, *PLACED])
def said(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One of every kind that is registered."""
    return SAID[request.param]


@pytest.fixture(params=[WIDE, LOW], ids=["landscape", "portrait"])
def size(request: pytest.FixtureRequest) -> QSizeF:
    return request.param


def test_closed_it_fits(lay: Lay, said: dict[str, Any], size: QSizeF, language: Language) -> None:
    laid = lay(said, language, size)
    assert [i.text for i in inside(laid.card) if getattr(i, "overflow_px", 0)] == []
    words = laid.drawing().words
    assert all(laid.area.adjusted(8, 8, -8, -8).contains(one.box) for one in words)
    for one, other in itertools.combinations(words, 2):
        shared = one.box.intersected(other.box)
        assert shared.width() < 1 or shared.height() < 1, (one.text, other.text)


def test_it_asks_to_be_opened_once(lay: Lay, said: dict[str, Any]) -> None:
    card = lay(said).card
    asked: list[object] = []
    card.opened.connect(asked.append)
    card.activate()
    assert asked == [card]


def test_pressed_it_looks_pressed(lay: Lay, said: dict[str, Any]) -> None:
    laid = lay(said)

    def ground() -> QColor:
        return laid.picture().pixelColor(laid.area.toRect().bottomRight() - QPoint(30, 100))

    at_rest = ground()
    laid.card.set_pressed(True)
    assert ground().lightness() - at_rest.lightness() > 15
    laid.card.set_pressed(False)
    assert ground() == at_rest


def test_it_can_say_what_it_is(lay: Lay, said: dict[str, Any]) -> None:
    words = lay(said).card.describe()
    assert len(words) > 3
    assert "  " not in words


def test_it_invites_to_read_on(lay: Lay, said: dict[str, Any], language: Language) -> None:
    laid = lay(said, language)
    strings = laid.look.strings
    translated = said["kind"] == "quote" and language == "en"
    invitation = strings.translation if translated else strings.read_more
    if said["kind"] == "poll":
        invitation = strings.vote
    assert f"{invitation.text(language)} ›" in laid.text()
