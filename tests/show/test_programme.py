import pytest

from kiosk.content.model import Exhibition
from kiosk.content.programme import Slot
from kiosk.show.programme import Place, different, nearest, number_of, places, programmed

A, B, C, D = ("new-energy", "ai-production", "internet-of-everything", "future-industry")


@pytest.fixture
def four(exhibition: Exhibition) -> Exhibition:
    """The exhibition in an order that the tests may count on."""
    return programmed(exhibition, tuple(Slot(scene=scene) for scene in (A, B, C, D)))


def ids(exhibition: Exhibition) -> list[str]:
    return [scene.id for scene in exhibition.scenes]


def round_of(four: Exhibition, *scenes: str) -> Exhibition:
    return programmed(four, tuple(Slot(scene=scene) for scene in scenes))


def test_scenes_come_in_the_order_of_the_programme_as_often_as_it_says(four: Exhibition) -> None:
    assert ids(round_of(four, D, A, D)) == [D, A, D]


def test_what_is_not_shown_and_what_there_is_not_is_left_out(four: Exhibition) -> None:
    slots = (Slot(scene=A), Slot(scene=B, shown=False), Slot(scene="gone"), Slot(scene=C))
    assert ids(programmed(four, slots)) == [A, C]


def test_the_tour_is_never_empty(four: Exhibition) -> None:
    assert programmed(four, (Slot(scene=B, shown=False), Slot(scene="gone"))) is four


def test_a_slot_says_how_long_its_scene_stays_on(four: Exhibition) -> None:
    slots = (Slot(scene=C, dwell_s=12), Slot(scene=C), Slot(scene=C, dwell_s=40))
    assert [scene.dwell_s for scene in programmed(four, slots).scenes] == [12, None, 40]


def test_all_else_of_the_exhibition_stays_as_it_is(four: Exhibition) -> None:
    shown = round_of(four, D)
    assert shown.model_copy(update={"scenes": four.scenes}) == four


def test_visitors_see_each_scene_once_however_often_it_comes(four: Exhibition) -> None:
    scenes = round_of(four, C, A, C, B, A).scenes
    assert [scene.id for scene in different(scenes)] == [C, A, B]
    assert [number_of(scenes, scene.id) for scene in scenes] == [0, 1, 0, 2, 1]


def test_of_a_scene_that_comes_twice_the_nearest_ahead_is_meant(four: Exhibition) -> None:
    scenes = round_of(four, C, A, C, B).scenes
    assert [nearest(scenes, 0, index) for index in range(4)] == [0, 2, 2, 0]
    assert [nearest(scenes, 2, index) for index in range(4)] == [3, 3, 3, 3]


def test_a_tour_goes_on_at_the_same_scene_wherever_it_now_stands(four: Exhibition) -> None:
    found = places(four.scenes, round_of(four, D, C, B, A).scenes)
    assert found == (Place(3, True), Place(2, True), Place(1, True), Place(0, True))


def test_of_a_scene_that_comes_twice_the_second_goes_with_the_second(four: Exhibition) -> None:
    before, after = round_of(four, A, B, A), round_of(four, A, C, A, D)
    assert places(before.scenes, after.scenes) == (Place(0, True), Place(2, False), Place(2, True))


def test_where_a_scene_is_gone_it_goes_on_at_the_next_that_is_left(four: Exhibition) -> None:
    after = round_of(four, D, A)
    found = places(four.scenes, after.scenes)
    assert found == (Place(1, True), Place(0, False), Place(0, False), Place(0, True))


def test_behind_the_last_that_is_left_it_goes_on_at_the_first(four: Exhibition) -> None:
    found = places(four.scenes, round_of(four, B, C).scenes)
    assert found[3] == Place(0, False)


def test_where_nothing_is_left_it_begins(four: Exhibition) -> None:
    assert places(round_of(four, A).scenes, round_of(four, B, C).scenes) == (Place(0, False),)
