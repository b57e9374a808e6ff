from typing import Any

from tests.cards.conftest import Lay


def story(**more: Any) -> dict[str, Any]:
    return {"kind": "story", "heading": "移動第三空間", **more}


TEXT = {"text": "住宅、辦公室以外，還有車"}
WHOLE = {"whole": "「移動第三空間」是華為的用語。\n\n第二段。"}


def test_closed_it_shows_the_heading_over_the_sentence(lay: Lay) -> None:
    seen = lay(story(**TEXT)).drawing()
    assert seen.find("移動第三空間").box.bottom() < seen.find(TEXT["text"]).box.top()


def test_opened_it_has_the_longer_text_and_its_source(lay: Lay) -> None:
    detail = lay(story(**TEXT, **WHOLE, sources=["tkp", "caam"])).detail()
    assert detail.heading == "移動第三空間"
    assert detail.body == WHOLE["whole"]
    assert detail.notes == ("資料來源：大公報 2024、中國汽車工業協會 2023",)
    assert detail.quotation == ""


def test_without_a_longer_text_the_sentence_is_the_body(lay: Lay) -> None:
    assert lay(story(**TEXT)).detail().body == TEXT["text"]


def test_a_heading_alone_says_that_nothing_else_was_printed(lay: Lay) -> None:
    laid = lay(story())
    assert laid.detail().body == laid.look.text(laid.look.strings.heading_only)
    assert "特寫只刊出標題" in laid.card.describe()


def test_a_story_of_somebody_names_them(lay: Lay) -> None:
    laid = lay(story(**TEXT, person="nancy-ip"))
    assert "朱葉玉如" in laid.text()
    assert laid.detail().name == "朱葉玉如"
    assert laid.detail().office == "港區全國人大代表、香港科技大學校長"


def test_a_story_of_nobody_names_nobody(lay: Lay) -> None:
    laid = lay(story(**TEXT))
    assert (laid.detail().name, laid.detail().office) == ("", "")
    assert laid.drawing().texts()[0] == "輕觸細讀 ›"


def test_what_is_not_translated_is_shown_in_chinese(lay: Lay) -> None:
    assert lay(story(**TEXT), "en").detail().heading == "移動第三空間"
