"""Every screen says what it is, and the focus goes through it as one reads."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.content.series import ChartSpec
from kiosk.stage.layout import Layout, layout_for
from tests.conftest import LookFactory
from tests.stage.screens import Screen, Screens

RANKS = {"parts": 1, "cards": 2, "rail": 3}
"""Before them stand exhibit and switch, one beside the other or one under it."""

OUTLINE_PX = 2.0
"""What a button paints beyond its place."""


@pytest.fixture(scope="module")
def screens(
    exhibition: Exhibition, make_look: LookFactory, language: Language, layout: Layout
) -> Iterator[list[Screen]]:
    walk = Screens(exhibition, make_look(language, "ink-atlas"), layout)
    yield list(walk.all())
    walk.close()


def test_all_of_them_are_looked_at(screens: list[Screen], exhibition: Exhibition) -> None:
    scenes = [*exhibition.scenes, exhibition.prologue]
    cards = sum(len(scene.cards) for scene in scenes if scene)
    pages = len(exhibition.people) + len(exhibition.glossary)
    assert len(screens) >= 2 + len(scenes) + cards + 1 + pages


def test_each_says_what_it_is(screens: list[Screen]) -> None:
    assert [screen.name for screen in screens if not screen.said.strip()] == []


def test_all_that_can_be_touched_says_what_it_is(screens: list[Screen]) -> None:
    assert [
        (screen.name, words)
        for screen in screens
        for words in (*screen.targets, *(stop.words for stop in screen.stops))
        if not words.strip() or "{" in words
    ] == []


def test_no_two_things_on_a_screen_say_the_same(screens: list[Screen]) -> None:
    for screen in screens:
        said = [stop.words for stop in screen.stops]
        assert sorted(said) == sorted(set(said)), screen.name


def test_english_is_said_in_english(screens: list[Screen], language: Language) -> None:
    if language != "en":
        pytest.skip("only what English says is told apart by its letters")
    ours = {"繁體", "简体"}
    buttons = ("Button", "Chip", "Segment", "Pager", "Toggle", "Slider", "TurnButton")
    assert [
        (screen.name, stop.words)
        for screen in screens
        for stop in screen.stops
        if stop.kind in buttons and stop.words not in ours and not stop.words.isascii()
        if any("\u4e00" <= character <= "\u9fff" for character in stop.words)
    ] == []


def test_a_chart_tells_its_title_first_and_last_figure_and_source(
    screens: list[Screen], exhibition: Exhibition, language: Language
) -> None:
    said = [screen.said for screen in screens]
    checked = 0
    for scene in (*exhibition.scenes, exhibition.prologue):
        for spec in scene.exhibits if scene else ():
            (told,) = {words for words in said if words.startswith(spec.title.text(language))}
            for key in spec.sources:
                assert str(scene.sources[key].year) in told
                assert scene.sources[key].name.text(language) in told.replace("　", "")
            if not isinstance(spec, ChartSpec):
                continue
            for series in spec.series:
                figures = list(series.figures())[-len(spec.categories) :]
                pairs = zip(spec.categories, figures, strict=True)
                known = [at for at, value in pairs if value is not None]
                assert series.name.text(language) in told
                assert known[0] in told and known[-1] in told, told
                checked += 1
    assert checked


# --- the order of the focus --------------------------------------------------------------------


def test_the_focus_goes_as_one_reads(screens: list[Screen]) -> None:
    """From zone to zone, and in each from the top down and from left to right."""
    assert [failure for screen in screens for failure in out_of_order(screen)] == []


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize(("large", "reach"), [(True, False), (False, True)])
def test_so_it_does_in_the_layouts_that_visitors_ask_for(
    exhibition: Exhibition, make_look: LookFactory, upright: bool, large: bool, reach: bool
) -> None:
    layout = layout_for(upright, large, reach)
    walk = Screens(exhibition, make_look("en", "ink-atlas"), layout)
    screens = list(walk.all())
    walk.close()
    assert [failure for screen in screens for failure in out_of_order(screen)] == []
    assert too_high(screens, layout) == []


def test_nothing_to_touch_stands_higher_than_the_layout_says(
    screens: list[Screen], layout: Layout
) -> None:
    assert too_high(screens, layout) == []


def too_high(screens: list[Screen], layout: Layout) -> list[tuple[str, str, float]]:
    return [
        (screen.name, stop.words, stop.box.top())
        for screen in screens
        for stop in screen.stops
        if stop.box.top() < layout.highest_px - 2 * OUTLINE_PX
    ]


def out_of_order(screen: Screen) -> Iterator[str]:
    zones = [
        (zone, list(stops))
        for zone, stops in itertools.groupby(screen.stops, lambda stop: stop.zone)
    ]
    names = [zone for zone, _ in zones]
    if len(set(names)) < len(names):
        yield f"{screen.name}: a zone is left and entered again: {names}"
    if "corner" in names and names[-1] != "corner":
        yield f"{screen.name}: the ways out come last"
    ranks = [RANKS.get(name, 0) for name in names]
    if ranks != sorted(ranks):
        yield f"{screen.name}: {names}"
    if names[:2] in (["exhibit", "switch"], ["switch", "exhibit"]):
        tops = [stops[0].box.top() for _, stops in zones]
        if tops[0] > tops[1]:
            yield f"{screen.name}: {names[0]} stands under {names[1]}"
    for _, stops in zones:
        for one, other in itertools.pairwise(stops):
            if not follows(one.box, other.box):
                yield f"{screen.name}: {one.words[:20]!r} before {other.words[:20]!r}"


def follows(one: QRectF, other: QRectF) -> bool:
    """Whether `other` stands in or on `one`, behind it in its row, or in a row below."""
    if one.adjusted(-OUTLINE_PX, -OUTLINE_PX, OUTLINE_PX, OUTLINE_PX).contains(other):
        return True
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if shared > 0.5 * min(one.height(), other.height()):
        return other.left() >= one.left()
    return other.center().y() > one.center().y()
