from typing import Any

from kiosk.content.model import Exhibition
from tests.cards.conftest import GLOSSARY, PEOPLE, Lay


def directory(of: str) -> dict[str, Any]:
    return {"kind": "directory", "of": of, "heading": "代表委員與專家", "text": "特寫裏的十一位"}


def test_closed_it_shows_the_heading_over_the_sentence(lay: Lay) -> None:
    seen = lay(directory("people")).drawing()
    assert seen.find("代表委員與專家").box.bottom() < seen.find("特寫裏的十一位").box.top()


def test_opened_it_lists_everybody_with_their_offices(lay: Lay) -> None:
    detail = lay(directory("people")).detail()
    assert detail.heading == "代表委員與專家"
    assert [(entry.head, entry.body) for entry in detail.entries] == [
        ("朱葉玉如", "港區全國人大代表、香港科技大學校長"),
        ("方舟", "研究總監"),
    ]
    assert [entry.person for entry in detail.entries] == list(PEOPLE)
    assert len(detail.entries) == len(PEOPLE)


def test_opened_it_lists_every_term_with_its_meaning_where_there_is_one(lay: Lay) -> None:
    listed = lay(directory("glossary")).detail().entries
    entries = {entry.head: entry.body for entry in listed}
    assert [entry.term for entry in listed] == list(GLOSSARY)
    assert len(entries) == len(GLOSSARY)
    assert entries["可控核聚變　fusion"] == "把輕原子核合成較重的"
    assert entries["雲"] == ""


def test_in_english_a_term_stands_alone(lay: Lay) -> None:
    terms = [entry.head for entry in lay(directory("glossary"), "en").detail().entries]
    assert terms == ["fusion", "雲"]


def test_people_are_named_in_the_language_that_is_on(lay: Lay) -> None:
    entry = lay(directory("people"), "en").detail().entries[0]
    assert (entry.head, entry.body) == (
        "Nancy Ip Yuk-yu",
        "Hong Kong deputy to the NPC; President of HKUST",
    )


def test_the_real_lists_are_not_empty(exhibition: Exhibition) -> None:
    assert len(exhibition.people) == 11
    assert len(exhibition.glossary) == 20
