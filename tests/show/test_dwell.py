from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from kiosk.content.language import Language, Localised
from kiosk.content.model import VISIBLE_CARDS, CardSpec, ExhibitSpec, Hero, Scene, Source
from kiosk.content.numbers import Unit
from kiosk.show.dwell import dwell_s, reading_s, turn_at, turns_s


class Exhibit(ExhibitSpec):
    remarks: int = 0

    def annotation_count(self) -> int:
        return self.remarks


class Card(CardSpec):
    text: Localised

    def texts(self) -> Iterator[Localised]:
        yield self.text


def words(zh: int, en: int | None = None) -> Localised:
    """A text of so many Han characters, and of so many English words."""
    hant, english = "字" * zh, None if en is None else " ".join(["word"] * en)
    return Localised.model_validate({"zh-Hant": hant, "en": english})


def exhibit(title: Localised, remarks: int = 0) -> Exhibit:
    return Exhibit(kind="chart", title=title, remarks=remarks)


def card(text: Localised) -> Card:
    return Card(kind="story", text=text)


def hero(label: Localised) -> Hero:
    return Hero(value=Decimal(1), unit=Unit(name=words(1, 1)), label=label, sources=("s",))


def scene(**fields: Any) -> Scene:
    """A scene of 4 characters or 4 words: one each in title, lead, exhibit and card."""
    one = words(1, 1)
    minimal: dict[str, Any] = {
        "id": "scene",
        "title": one,
        "lead": one,
        "accent": "new-energy",
        "exhibits": (exhibit(one),),
        "cards": (card(one),),
        "sources": {"s": Source(name=one, year=2025)},
    }
    return Scene(**minimal | fields)


# --- reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "seconds"),
    [
        ("", "zh-Hant", 0),
        ("新能源汽車", "zh-Hant", 5 / 4),
        ("新能源汽车", "zh-Hans", 5 / 4),
        ("「新 能、源！」——（汽車）……", "zh-Hant", 5 / 4),
        ("2025年產量 958.7 萬輛", "zh-Hant", 13 / 4),
        ("二〇三〇年", "zh-Hant", 5 / 4),
        ("𠮷㐀", "zh-Hant", 2 / 4),
        ("AI 與 5G", "zh-Hant", 2 / 4),
        ("", "en", 0),
        ("Five words are written here", "en", 5 / 2.5),
        ("Don't count well-known marks — or 9,587.5 twice!", "en", 7 / 2.5),
        ("one\n two ", "en", 2 / 2.5),
    ],
)
def test_reading(text: str, language: Language, seconds: float) -> None:
    assert reading_s([text], language) == pytest.approx(seconds)


def test_reading_adds_the_texts_up() -> None:
    assert reading_s(["新能源", "汽車"], "zh-Hant") == reading_s(["新能源汽車"], "zh-Hant")
    assert reading_s([], "en") == 0


# --- dwell -------------------------------------------------------------------------------------


def a_scene_with_everything() -> Scene:
    """10 + 20 + 6 + 8 + (4 + 4 + 4) = 56 characters; 5 + 10 + 3 + 4 + (1 + 1 + 1) = 25 words."""
    return scene(
        title=words(10, 5),
        lead=words(20, 10),
        hero=hero(words(6, 3)),
        exhibits=(exhibit(words(8, 4), remarks=2), exhibit(words(80, 50), remarks=9)),
        cards=(card(words(4, 1)),) * VISIBLE_CARDS + (card(words(80, 50)),),
    )


@pytest.mark.parametrize(
    ("shown", "language", "entrance_s", "seconds"),
    [
        # 3 + 4/4 + 0 is 4: no scene hurries by in less than 8.
        (scene(), "zh-Hant", 0, 8),
        # 3 + 56/4 + 2.5 + 2 × 1.5
        (a_scene_with_everything(), "zh-Hant", 2.5, 22.5),
        # no simplified text was written: the traditional one is shown, and read
        (a_scene_with_everything(), "zh-Hans", 2.5, 22.5),
        # 3 + 25/2.5 + 2.5 + 2 × 1.5
        (a_scene_with_everything(), "en", 2.5, 18.5),
        # 3 + (40 + 3)/4 + 1
        (scene(lead=words(40, 1)), "zh-Hant", 1, 14.75),
        # the lead alone is not translated: 3 + 40/4 + 3/2.5 + 1
        (scene(lead=words(40)), "en", 1, 15.2),
        # 3 + (200 + 3)/4 is 53.75: no scene outstays 30.
        (scene(lead=words(200, 1)), "zh-Hant", 0, 30),
    ],
)
def test_dwell(shown: Scene, language: Language, entrance_s: float, seconds: float) -> None:
    assert dwell_s(shown, language, entrance_s) == pytest.approx(seconds)


@pytest.mark.parametrize("chosen", [3.0, 600.0])
def test_the_author_of_a_scene_has_the_last_word(chosen: float) -> None:
    shown = a_scene_with_everything().model_copy(update={"dwell_s": chosen})
    assert dwell_s(shown, "zh-Hant", 2.5) == chosen


# --- exhibits in turn --------------------------------------------------------------------------


def in_turn(**fields: Any) -> Scene:
    """Three exhibits: one of 8 characters with 2 remarks, one of 24 with 1, one of 400."""
    exhibits = (exhibit(words(8, 4), remarks=2), exhibit(words(24), 1), exhibit(words(400)))
    return a_scene_with_everything().model_copy(
        update={"exhibits": exhibits, "exhibits_in_turn": True} | fields
    )


def test_the_first_turn_is_that_of_the_whole_scene_and_the_others_of_their_exhibits() -> None:
    # 3 + 56/4 + 2.5 + 2 × 1.5, then 24/4 + 2.5 + 1.5, then 400/4 + 2.5, which is more than 30
    assert turns_s(in_turn(), "zh-Hant", 2.5) == pytest.approx((22.5, 10, 30))


def test_no_turn_is_shorter_than_8_seconds() -> None:
    one = words(1, 1)
    assert turns_s(in_turn(exhibits=(exhibit(one),) * 3), "en", 0)[1:] == (8, 8)


def test_a_scene_whose_exhibits_have_their_turns_stays_on_for_all_of_them() -> None:
    assert dwell_s(in_turn(), "zh-Hant", 2.5) == pytest.approx(62.5)


def test_a_scene_that_does_not_say_so_has_one_turn() -> None:
    shown = in_turn(exhibits_in_turn=False)
    assert turns_s(shown, "zh-Hant", 2.5) == (dwell_s(shown, "zh-Hant", 2.5),) == (22.5,)


def test_the_turns_share_the_time_that_the_author_has_chosen() -> None:
    turns = turns_s(in_turn(dwell_s=125.0), "zh-Hant", 2.5)
    assert turns == pytest.approx((45, 20, 60))
    assert dwell_s(in_turn(dwell_s=125.0), "zh-Hant", 2.5) == pytest.approx(125)


@pytest.mark.parametrize(
    ("progress", "index"),
    [(0, 0), (0.3599, 0), (0.3601, 1), (0.5199, 1), (0.5201, 2), (0.999, 2), (1, 2)],
)
def test_whose_turn_it_is(progress: float, index: int) -> None:
    assert turn_at((22.5, 10, 30), progress) == index


def test_a_scene_with_one_turn_gives_it_to_the_first() -> None:
    assert {turn_at((12.0,), step / 10) for step in range(11)} == {0}
