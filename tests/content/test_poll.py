"""What an exhibition asks its visitors, and where the card stands that asks it."""

import pytest

from kiosk.content.load import load
from kiosk.content.model import Exhibition, Scene
from kiosk.content.poll import PollPlace, PollSpec, with_poll
from kiosk.content.problem import Report
from tests.content.house import FILES, KINDS, House

POLL = """\
poll:
  question: {zh-Hant: 你期待甚麼？, en: What do you look forward to?}
  answers:
    cars: {zh-Hant: 汽車, en: Cars}
    none: 都不
"""


def asking(house: House, poll: str = POLL) -> House:
    house.write("exhibition.yaml", FILES["exhibition.yaml"] + poll)
    return house


def kinds(scene: Scene | None) -> list[str]:
    assert scene
    return [card.kind for card in scene.cards]


def places(exhibition: Exhibition) -> list[str]:
    """The scenes with a card that asks."""
    scenes = (*exhibition.scenes, exhibition.prologue)
    return [scene.id for scene in scenes if scene and "poll" in kinds(scene)]


# --- the file ----------------------------------------------------------------------------------


def test_an_exhibition_need_not_ask_anything(house: House) -> None:
    assert house.load().poll is None


def test_answers_are_read_in_their_order_and_have_the_accents_of_scenes(house: House) -> None:
    poll = asking(house).load().poll
    assert poll
    assert list(poll.answers) == ["cars", "none"]
    assert poll.accents == {"cars": "new-energy"}


def test_it_is_translated_like_all_else(house: House) -> None:
    report = Report()
    exhibition = load(asking(house).folder, KINDS, report)
    assert exhibition.poll
    assert exhibition.poll.question.zh_hans == "你期待什么？"
    (warning,) = [one for one in report.warnings if "都不" in one.sentence]
    assert str(warning.mark) == "scenes/exhibition.yaml:12:11"


@pytest.mark.parametrize(
    ("old", "new", "place", "sentence"),
    [
        ("    none: 都不\n", "", "11:5", "too few entries: 1, at least 2"),
        ("    none: 都不\n", "".join(f"    a{i}: 答{i}\n" for i in range(6)), "11:5", "too many"),
        ("    none: 都不\n", "    No one: 都不\n", "12:5", "'No one' is no id of an answer"),
        ("none: 都不", "none: {zh-Hant: 汽車}", "12:11", "this is what 'cars' says already"),
        ("none: 都不", "none: {zh-Hant: 都, en: Cars}", "12:11", "what 'cars' says already"),
        ("none: 都不", "none:", "12:10", "nothing is written here"),
        ("  answers:", "  anwsers:", "10:3", "unknown key 'anwsers' (did you mean 'answers'?)"),
    ],
)
def test_a_mistake_is_told_at_its_place(
    house: House, old: str, new: str, place: str, sentence: str
) -> None:
    assert POLL.count(old) == 1
    problems = asking(house, POLL.replace(old, new)).problems()
    found = [one for one in problems if one.startswith(f"scenes/exhibition.yaml:{place}: ")]
    assert len(found) == 1, problems
    assert sentence in found[0]


def test_no_curator_writes_the_card(house: House) -> None:
    house.replace("robots/scene.yaml", "kind: story", "kind: poll")
    (problem,) = house.problems()
    assert "unknown kind 'poll'" in problem


# --- the card ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "found"),
    [("last-scene", ["robots"]), ("prologue", ["start"]), ("nowhere", [])],
)
def test_it_stands_where_the_venue_wants_it(
    house: House, place: PollPlace, found: list[str]
) -> None:
    exhibition = asking(house).load()
    assert places(with_poll(exhibition, place)) == found
    assert places(exhibition) == []


def test_it_moves_and_is_never_there_twice(house: House) -> None:
    exhibition = asking(house).load()
    for place in ("last-scene", "last-scene", "prologue", "last-scene"):
        exhibition = with_poll(exhibition, place)
    assert places(exhibition) == ["robots"]
    assert with_poll(exhibition, "nowhere") == asking(house).load()


def test_the_last_scene_is_that_of_the_order_there_is(house: House) -> None:
    exhibition = with_poll(asking(house).load(), "last-scene")
    cars, robots = exhibition.scenes
    turned = with_poll(exhibition.model_copy(update={"scenes": (robots, cars)}), "last-scene")
    assert places(turned) == ["cars"]


def test_of_a_scene_that_comes_twice_the_last_time_asks(house: House) -> None:
    exhibition = asking(house).load()
    cars, robots = exhibition.scenes
    thrice = exhibition.model_copy(update={"scenes": (robots, cars, robots)})
    found = with_poll(thrice, "last-scene").scenes
    assert ["poll" in kinds(scene) for scene in found] == [False, False, True]


def test_without_a_prologue_it_stands_in_the_last_scene(house: House) -> None:
    exhibition = asking(house).load().model_copy(update={"prologue": None})
    assert places(with_poll(exhibition, "prologue")) == ["robots"]


def test_without_a_question_nothing_asks(house: House) -> None:
    assert places(with_poll(house.load(), "last-scene")) == []


@pytest.mark.parametrize(("others", "at"), [(1, 1), (2, 2), (3, 2), (6, 2)])
def test_it_is_the_last_card_that_is_seen(house: House, others: int, at: int) -> None:
    exhibition = asking(house).load()
    *before, last = exhibition.scenes
    cards = (last.cards * others)[:others]
    scenes = (*before, last.model_copy(update={"cards": cards}))
    shown = with_poll(exhibition.model_copy(update={"scenes": scenes}), "last-scene").scenes[-1]
    assert kinds(shown).index("poll") == at
    assert tuple(card for card in shown.cards if not isinstance(card, PollSpec)) == cards


def test_closed_it_says_its_question_and_no_more(house: House) -> None:
    card = with_poll(asking(house).load(), "last-scene").scenes[-1].cards[-1]
    assert [words.zh_hant for words in card.texts()] == ["你期待甚麼？"]
