"""The real exhibition, whole: nothing stands on anything else, in any language and orientation."""

import itertools
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QRawFont

from kiosk.content.language import Language
from kiosk.content.model import Exhibition
from kiosk.content.numbers import shown
from kiosk.content.series import ChartSpec
from kiosk.exhibits.figures import FiguresSpec
from kiosk.exhibits.line import LineSpec
from kiosk.resources import FONTS
from kiosk.stage.layout import Layout
from kiosk.toolkit.typesetting import spaced
from tests.conftest import LookFactory
from tests.exhibits.hung import crosses, overlap
from tests.stage.showings import Gallery, Opened, Showing
from tests.toolkit.drawn import Words

REGIONS = {"zh-Hant": "HK", "zh-Hans": "SC", "en": "HK"}
GAP_PX = 12
"""16 between two targets, less the outline that each paints 2 beyond itself."""


@pytest.fixture(scope="module")
def gallery(
    exhibition: Exhibition, make_look: LookFactory, language: Language, layout: Layout
) -> Iterator[Gallery]:
    gallery = Gallery(exhibition, make_look(language, "ink-atlas"), layout)
    yield gallery
    gallery.close()


@pytest.fixture(scope="module")
def showings(gallery: Gallery) -> list[Showing]:
    return list(gallery.showings())


@pytest.fixture(scope="module")
def opened(gallery: Gallery) -> list[Opened]:
    return list(gallery.opened())


def named(words: Words) -> str:
    return f"{words.text!r} at {words.box.x():.0f},{words.box.y():.0f}"


# --- scenes ------------------------------------------------------------------------------------


def test_all_of_it_is_looked_at(showings: list[Showing], exhibition: Exhibition) -> None:
    scenes = [*exhibition.scenes, exhibition.prologue]
    wanted = sum(len(s.exhibits) + -(-len(s.cards) // 3) - 1 for s in scenes if s)
    assert len(showings) == wanted
    assert all(len(one.drawing.words) > 12 for one in showings)


def test_every_text_fits_its_zone(showings: list[Showing]) -> None:
    assert [(one.name, one.overflows) for one in showings if one.overflows] == []


def test_every_word_is_on_the_screen(showings: list[Showing]) -> None:
    assert [
        f"{one.name}: {named(words)}"
        for one in showings
        for words in one.drawing.words
        if not one.layout.rect.contains(words.box)
    ] == []


def test_no_two_words_stand_on_each_other(showings: list[Showing]) -> None:
    assert [
        f"{one.name}: {named(a)} and {named(b)}"
        for one in showings
        for a, b in itertools.combinations(one.drawing.words, 2)
        if overlap(a.box, b.box, at_least=1)
    ] == []


def test_no_word_of_the_scene_stands_on_the_exhibit_a_card_or_the_rail(
    showings: list[Showing],
) -> None:
    assert [
        f"{one.name}: {named(words)} on {name}"
        for one in showings
        for words in one.own_words
        for name, zone in one.zones.items()
        if overlap(words.box, zone)
    ] == []


def test_no_word_is_cut_by_the_edge_of_what_can_be_touched(showings: list[Showing]) -> None:
    assert [
        f"{one.name}: {named(words)} at the edge of {name}"
        for one in showings
        for words in one.drawing.words
        for name, target in one.targets.items()
        if name not in one.on_exhibit | one.links  # they are larger than they look
        if overlap(words.box, target, at_least=1) and not target.contains(words.box)
    ] == []


def test_fingers_can_tell_all_targets_apart(showings: list[Showing]) -> None:
    for one in showings:
        for name, target in one.targets.items():
            outline = 0 if name in one.on_exhibit | one.segments else 4
            sides = target.width() - outline, target.height() - outline
            assert min(sides) >= 96, (one.name, name)
            assert one.layout.rect.contains(target), (one.name, name)
        half = GAP_PX / 2
        grown = {n: t.adjusted(-half, -half, half, half) for n, t in one.targets.items()}
        for (name, a), (other, b) in itertools.combinations(grown.items(), 2):
            if {name, other} <= one.segments:
                assert not overlap(one.targets[name], one.targets[other]), (one.name, name, other)
            elif not are_whole_and_part(one, name, other):
                assert not overlap(a, b, at_least=0.1), (one.name, name, other)


def are_whole_and_part(one: Showing, name: str, other: str) -> bool:
    """Whether one of two targets is the exhibit, and the other stands at its upper right or on it.

    What is drawn there is on top, and the exhibit itself is read on its picture alone.
    """
    return one.whole in (name, other) and {name, other} <= one.on_exhibit | one.segments


def test_every_character_is_in_the_bundled_files(
    showings: list[Showing], opened: list[Opened], language: Language
) -> None:
    raw = QRawFont(str(FONTS / f"NotoSans{REGIONS[language]}-Regular.ttf"), 20)
    characters = {c for one in (*showings, *opened) for text in one.drawing.texts() for c in text}
    assert {c for c in characters if not raw.supportsCharacter(ord(c))} == set()


def test_everything_a_file_says_of_an_exhibit_is_on_the_screen(showings: list[Showing]) -> None:
    for one in showings:
        read = "".join("".join(one.drawing.texts()).split())
        for localised in (*one.exhibit.texts(), *figures_of(one)):
            words = localised if isinstance(localised, str) else one.look.text(localised)
            if is_only_series(one, words):
                continue
            wanted = "".join(spaced(words).split())
            assert wanted in read, (one.name, words)


def is_only_series(one: Showing, words: str) -> bool:
    """Whether `words` name the one series of a chart, which has no legend."""
    spec = one.exhibit
    single = isinstance(spec, ChartSpec) and len(spec.series) == 1
    return single and words == one.look.text(spec.series[0].name)


def figures_of(one: Showing) -> Iterator[str]:
    """What the figures of an exhibit have to read, to the last digit."""
    spec, language = one.exhibit, one.look.language
    if isinstance(spec, FiguresSpec):
        for figure in spec.figures:
            yield shown(figure.unit, [figure.value], language).number(figure.value)
    elif isinstance(spec, ChartSpec):
        yield from spec.categories
        counted = shown(spec.unit, spec.values(), language)
        yield counted.unit
        yield from (counted.number(v) for v in spec.series[0].values if v is not None)


def test_missing_figures_are_said_to_be_missing_and_forecasts_to_be_forecasts(
    showings: list[Showing],
) -> None:
    for one in showings:
        if isinstance(one.exhibit, ChartSpec):
            strings, texts = one.look.strings, one.drawing.texts()
            assert texts.count(one.look.text(strings.missing)) == gaps(one.exhibit), one.name
            forecast = one.exhibit.forecast_from is not None
            assert (one.look.text(strings.forecast) in texts) == forecast, one.name


def gaps(chart: ChartSpec) -> int:
    """How many gaps there are: each missing bar is one, each break in a line."""
    rows = zip(*(series.values for series in chart.series), strict=True)
    missing = [all(value is None for value in row) for row in rows]
    follows = [False, *missing] if isinstance(chart, LineSpec) else [False] * len(missing)
    return sum(gap and not goes_on for gap, goes_on in zip(missing, follows, strict=False))


def test_remarks_cover_no_bar_no_line_no_dot_and_no_word(showings: list[Showing]) -> None:
    found = []
    for one in showings:
        for box in one.call_outs:
            found += [f"{one.name}: {what}" for what in covered(one, box)]
    assert any(one.call_outs for one in showings)
    assert found == []


def covered(one: Showing, box: QRectF) -> Iterator[str]:
    palette, seen = one.look.palette, one.drawing
    for words in seen.words:
        if overlap(box, words.box) and not box.contains(words.box):
            yield named(words)
    for index in range(5):
        colour = palette.series(one.accent, index)
        for shape in seen.shapes:
            bar = shape.fill == colour.name() and shape.tag in ("path", "rect", "ellipse", "circle")
            if bar and overlap(box, shape.box):
                yield f"a mark at {shape.box.x():.0f},{shape.box.y():.0f}"
        for shape in seen.lines(colour, least_px=5):
            if crosses(QLineF(shape.points[0], shape.points[-1]), box):
                yield f"a line at {shape.box.x():.0f},{shape.box.y():.0f}"


def test_large_numbers_are_those_of_the_sources(
    showings: list[Showing], exhibition: Exhibition, language: Language
) -> None:
    for scene in exhibition.scenes:
        assert scene.hero
        counted = shown(scene.hero.unit, [scene.hero.value], language)
        one = next(s for s in showings if s.name.startswith(scene.id))
        texts = [words.text for words in one.own_words]
        assert counted.number(scene.hero.value) in texts
        assert counted.unit in texts


def test_english_numbers_are_converted(showings: list[Showing], language: Language) -> None:
    if language != "en":
        return
    first = next(one for one in showings if one.name.startswith("new-energy"))
    assert {"9.587", "million vehicles"} <= set(first.drawing.texts())
    assert Decimal("9.587") == Decimal("958.7").scaleb(4 - 6)


# --- opened cards ------------------------------------------------------------------------------


def test_every_card_is_opened(opened: list[Opened], exhibition: Exhibition) -> None:
    scenes = [*exhibition.scenes, exhibition.prologue]
    assert len(opened) >= sum(len(scene.cards) for scene in scenes if scene)


def test_every_text_of_an_opened_card_fits(opened: list[Opened]) -> None:
    assert [(one.name, one.overflows) for one in opened if one.overflows] == []


def test_every_word_of_an_opened_card_is_on_its_panel(opened: list[Opened]) -> None:
    assert [
        f"{one.name}: {named(words)}"
        for one in opened
        for words in one.drawing.words
        if not one.panel.adjusted(24, 20, -24, -20).contains(words.box)
    ] == []


def test_no_two_words_of_an_opened_card_stand_on_each_other(opened: list[Opened]) -> None:
    assert [
        f"{one.name}: {named(a)} and {named(b)}"
        for one in opened
        for a, b in itertools.combinations(one.drawing.words, 2)
        if overlap(a.box, b.box, at_least=1)
    ] == []


def test_no_word_of_an_opened_card_runs_under_a_button(opened: list[Opened]) -> None:
    assert [
        f"{one.name}: {named(words)} under {name}"
        for one in opened
        for words in one.drawing.words
        for name, target in one.targets.items()
        if not name.startswith(("TermLink", "NameLink"))
        if overlap(words.box, target) and not target.contains(words.box)
    ] == []


def test_an_opened_card_can_be_closed_by_a_finger(opened: list[Opened]) -> None:
    for one in opened:
        for name, target in one.targets.items():
            assert target.width() - 4 >= 96 and target.height() - 4 >= 96, (one.name, name)
            assert one.panel.contains(target), (one.name, name)


def test_the_lists_are_whole_over_their_pages(
    opened: list[Opened], exhibition: Exhibition, make_look: LookFactory, language: Language
) -> None:
    look = make_look(language, "ink-atlas")
    read = "".join("".join("".join(one.drawing.texts()) for one in opened).split())
    for localised in (
        *(person.name for person in exhibition.people.values()),
        *(person.office for person in exhibition.people.values()),
        *(term.term for term in exhibition.glossary.values()),
        *(term.meaning for term in exhibition.glossary.values() if term.meaning),
    ):
        assert "".join(spaced(look.text(localised)).split()) in read
