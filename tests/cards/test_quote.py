from typing import Any

import pytest

from tests.cards.conftest import LOW, Lay
from tests.toolkit.drawn import inside

EXCERPT = "創新人才，建設全方位、戰略性人才體系，對接國家需求。"
WHOLE = "創新源頭，加大基礎研究投入，對於提高國家核心競爭力有重要意義。" + EXCERPT


def quote(**more: Any) -> dict[str, Any]:
    return {
        "kind": "quote",
        "person": "nancy-ip",
        "text": {"zh-Hant": EXCERPT, "en": "Innovating talent."},
        "whole": {"zh-Hant": WHOLE, "en": "Innovating at the source. Innovating talent."},
        "sources": ["tkp"],
        **more,
    }


def test_closed_it_shows_the_excerpt_and_who_said_it(lay: Lay) -> None:
    text = lay(quote()).text()
    assert EXCERPT in text
    assert "朱葉玉如" in text
    assert WHOLE not in text


def test_the_first_office_stands_beside_the_name_where_there_is_room(lay: Lay) -> None:
    laid = lay(quote())
    name, office = laid.drawing().find("朱葉玉如"), laid.drawing().find("港區全國人大代表")
    assert office.box.left() > name.box.right()
    assert "香港科技大學校長" not in laid.text()


def test_opened_it_has_the_whole_quotation_name_office_and_source(lay: Lay) -> None:
    detail = lay(quote()).detail()
    assert detail.quotation == WHOLE
    assert detail.name == "朱葉玉如"
    assert detail.office == "港區全國人大代表、香港科技大學校長"
    assert detail.notes == ("資料來源：大公報 2024",)
    assert detail.heading == detail.body == ""


def test_an_excerpt_that_is_everything_is_the_whole(lay: Lay) -> None:
    assert lay(quote(whole=None)).detail().quotation == EXCERPT


def test_in_english_it_says_that_it_is_a_translation(lay: Lay) -> None:
    laid = lay(quote(), "en")
    mark = laid.look.strings.translation.text("en")
    assert mark in laid.text()
    assert mark in laid.detail().notes
    assert laid.detail().quotation == "Innovating at the source. Innovating talent."
    assert laid.detail().name == "Nancy Ip Yuk-yu"


def test_what_nobody_has_translated_is_not_called_a_translation(lay: Lay) -> None:
    laid = lay(quote(text=EXCERPT), "en")
    assert "Translation" not in laid.text() and "Tap to read" in laid.text()
    assert "Translation" in laid.detail().notes
    laid = lay(quote(whole=WHOLE), "en")
    assert "Translation" in laid.text()
    assert "Translation" not in laid.detail().notes


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_in_chinese_nothing_is_translated(lay: Lay, language: str) -> None:
    laid = lay(quote(), language)
    mark = laid.look.strings.translation.text(language)
    assert mark not in laid.text()
    assert mark not in " ".join(laid.detail().notes)


def test_simplified_and_traditional_words_are_kept_apart(lay: Lay) -> None:
    laid = lay(quote(), "zh-Hans")
    assert laid.detail().name == "朱叶玉如"
    assert laid.detail().notes[0].startswith("资料来源：")


def test_a_long_excerpt_is_set_smaller_and_still_fits_a_low_card(lay: Lay) -> None:
    laid = lay(quote(text="因地制宜就是要發揮獨特優勢" * 3), size=LOW)
    assert [i.text for i in inside(laid.card) if getattr(i, "overflow_px", 0)] == []


def test_without_a_source_there_is_no_empty_note(lay: Lay) -> None:
    assert lay(quote(sources=[])).detail().notes == ()


def test_it_wears_the_corner_of_a_quotation_mark_in_the_colour_of_its_scene(lay: Lay) -> None:
    laid = lay(quote())
    accent = laid.look.palette.accent("new-energy")
    words = laid.drawing().find("朱葉玉如").box
    corner = [shape.box for shape in laid.drawing().lines(accent, least_px=3)]
    assert len(corner) == 2
    assert all(box.bottom() < words.top() for box in corner)
