"""Several exhibits on one scene: how a visitor turns from one to another."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.content.model import Exhibition
from kiosk.exhibits.entrance import SETTLED
from kiosk.exhibits.exhibit import ExhibitItem
from kiosk.stage.switch import NARROWEST_RATIO
from kiosk.toolkit.ticker import FRAME_MS
from tests.conftest import KioskFactory, LookFactory, Rig, middle
from tests.content.test_theme import contrast
from tests.stage.visitor import (
    box,
    exhibit,
    exhibits,
    picture_area,
    presence,
    read,
    segments,
    with_scene,
)
from tests.toolkit.drawn import alike, inside

MANY = 3
"""The scene with the most exhibits."""

THEMES = ("high-contrast", "ink-atlas", "paper-observatory")


@pytest.fixture
def rig(kiosk: KioskFactory) -> Rig:
    built = kiosk()
    built.come_to_rest()
    return built


def go_to(rig: Rig, page: int) -> None:
    rig.stage.scene_requested.emit(page)
    rig.come_to_rest()


def lively(monkeypatch: pytest.MonkeyPatch) -> list[ExhibitItem]:
    """Lets every exhibit live; returns those that have lived, as they do."""
    lived: list[ExhibitItem] = []
    monkeypatch.setattr(ExhibitItem, "lives", True)
    monkeypatch.setattr(ExhibitItem, "live", lambda item, _elapsed_ms: lived.append(item))
    return lived


# --- how it looks ------------------------------------------------------------------------------


def test_there_is_a_segment_for_each_exhibit_and_it_tells_the_title(rig: Rig) -> None:
    for page, scene in ((0, 2), (MANY, None)):
        go_to(rig, page)
        specs = rig.scene.scene_content.exhibits
        assert scene in (None, len(specs))
        assert [segment.name for segment in segments(rig)] == [s.title.zh_hant for s in specs]


def test_a_scene_with_one_exhibit_has_no_switch(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    rig = kiosk(shown=with_scene(exhibition, 0, exhibits=exhibition.scenes[0].exhibits[:1]))
    rig.come_to_rest()
    assert segments(rig) == []


def test_it_stands_at_the_upper_right_of_the_exhibit_and_takes_room_from_its_title(
    rig: Rig,
) -> None:
    shown, (first, *_, last) = exhibit(rig), segments(rig)
    assert box(last).topRight() == box(shown).topRight()
    assert {box(segment).height() for segment in segments(rig)} == {96}
    assert (
        box(shown).width() - shown.frame.corner.width()
        <= box(first).left() - box(shown).left() - 16
    )


def test_it_is_there_before_the_exhibits_are_built(kiosk: KioskFactory) -> None:
    rig = kiosk()
    assert len(segments(rig)) == 2
    assert not rig.scene.furnished


def test_without_words_a_segment_shows_its_icon_alone(
    kiosk: KioskFactory, exhibition: Exhibition
) -> None:
    bare = tuple(s.model_copy(update={"tab": None}) for s in exhibition.scenes[0].exhibits)
    rig = kiosk(shown=with_scene(exhibition, 0, exhibits=bare), size=(1920, 1080))
    rig.come_to_rest()
    assert {box(segment).width() for segment in segments(rig)} == {NARROWEST_RATIO * 96}
    drawn = rig.picture().copy(box(segments(rig)[1]).toRect())
    ground = drawn.pixelColor(56, 12)
    ink = [y for y in range(8, 88) for x in range(20, 92) if drawn.pixelColor(x, y) != ground]
    assert 28 <= min(ink) < 40 and 56 < max(ink) <= 68, "36 px, in the middle"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", range(4))
def test_the_chosen_segment_is_filled_and_its_words_can_be_read(
    kiosk: KioskFactory, make_look: LookFactory, exhibition: Exhibition, theme: str, page: int
) -> None:
    """Measured on what is seen, where nothing but the ground of a segment is."""
    if len(exhibition.scenes[page].exhibits) < 2:
        pytest.skip("this scene has no switch")
    rig = kiosk(theme=theme, size=(1920, 1080))
    go_to(rig, page)
    palette, image = make_look("zh-Hant", theme).palette, rig.picture()

    def ground(index: int) -> str:
        corner = box(segments(rig)[index]).bottomLeft().toPoint()
        return str(image.pixelColor(corner + QPoint(16, -16)).name())

    chosen, others = ground(0), {ground(index) for index in range(1, len(segments(rig)))}
    assert others == {palette.background.name()}
    assert chosen != palette.background.name()
    assert contrast(palette.text.name(), chosen) >= 4.5
    assert contrast(palette.muted.name(), palette.background.name()) >= 4.5
    edge = box(segments(rig)[0])
    outline = image.pixelColor(QPoint(round(edge.left()) + 6, round(edge.center().y())))
    assert contrast(outline.name(), palette.background.name()) >= 3


def test_a_press_is_seen_with_the_next_frame_and_a_press_that_slides_off_does_nothing(
    rig: Rig,
) -> None:
    place = middle(segments(rig)[1])
    before = rig.picture()
    rig.stage.arbiter.begin(0, place)
    assert not alike(rig.picture(), before)
    rig.stage.arbiter.move(0, place + QPoint(0, 300))
    rig.stage.arbiter.end(0, place + QPoint(0, 300))
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0]


# --- turning -----------------------------------------------------------------------------------


def test_the_other_exhibit_makes_its_entrance_while_the_first_one_fades(rig: Rig) -> None:
    leaving = exhibit(rig)
    rig.tap(segments(rig)[1])
    seen = []
    for _ in range(30):
        rig.wind(8, step=8)
        (coming,) = (item for item in exhibits(rig) if item is not leaving)
        assert coming.entrance.remarks == 0
        if not leaving.isVisible():
            break
        seen.append(presence(leaving))
    assert 150 <= (len(seen) + 1) * 8 <= 250
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) > 10
    rig.come_to_rest()
    assert exhibit(rig) is coming
    assert (presence(coming), coming.entrance) == (1, SETTLED)


def test_all_of_it_fades_what_is_half_opaque_too(rig: Rig) -> None:
    """A bar that stands back while another one is read, seen frame by frame."""
    rig.tap(picture_area(rig).center())
    area = picture_area(rig)
    bar = QPointF(area.right() - 60, area.bottom() - 100)
    place = rig.view.viewportTransform().map(bar).toPoint()
    seen = [rig.picture().pixelColor(place).lightness()]
    rig.tap(segments(rig)[1])
    for _ in range(12):
        rig.wind(16)
        seen.append(rig.picture().pixelColor(place).lightness())
    assert seen[0] > 60 and seen[-1] < 40
    assert max(a - b for a, b in itertools.pairwise(seen)) < 20


def test_at_the_end_it_looks_as_if_it_had_always_been_there(rig: Rig) -> None:
    rig.tap(segments(rig)[1])
    rig.come_to_rest()
    rig.wind(50)
    seen = rig.picture()
    rig.stage.place_page(0, exhibit=1)
    rig.wind(50)
    assert alike(rig.picture(), seen)


def test_back_again_at_once_it_comes_back_from_where_it_is(rig: Rig) -> None:
    first = exhibit(rig)
    rig.tap(segments(rig)[1])
    rig.wind(80)
    rig.tap(segments(rig)[0])
    before = presence(first)
    assert 0 < before < 1
    for _ in range(15):
        rig.wind(16)
        assert presence(first) >= before
        assert first.entrance == SETTLED, "it had not gone, so it does not appear again"
        before = presence(first)
    assert exhibit(rig) is first


def test_however_quickly_a_visitor_turns_one_exhibit_is_left(rig: Rig) -> None:
    go_to(rig, MANY)
    count = len(segments(rig))
    for index in (1, 2, 0, count - 1, 1, 0, 2):
        segments(rig)[index].activate()
        rig.wind(40)
        assert len(exhibits(rig)) <= count
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[2]
    assert exhibit(rig).entrance == SETTLED


def test_the_segment_of_what_is_shown_does_nothing(rig: Rig) -> None:
    before = rig.picture()
    rig.tap(segments(rig)[0])
    rig.wind(100)
    assert alike(rig.picture(), before)


def test_what_was_read_is_forgotten_on_the_exhibit_that_has_gone(rig: Rig) -> None:
    rig.tap(picture_area(rig).center())
    assert read(rig)
    for segment in segments(rig)[::-1]:
        rig.tap(segment)
        rig.come_to_rest()
        assert read(rig) == ""


def test_what_has_gone_lives_no_longer(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    lived = lively(monkeypatch)
    for index in (1, 0, 1):
        rig.tap(segments(rig)[index])
        rig.come_to_rest()
        lived.clear()
        rig.wind(100)
        assert set(lived) == {exhibit(rig)}
    go_to(rig, 2)
    lived.clear()
    rig.wind(100)
    assert set(lived) == {exhibit(rig)}


def test_turned_while_the_scene_slides_in_it_appears_when_the_scene_is_there(rig: Rig) -> None:
    rig.stage.scene_requested.emit(MANY)
    rig.wind(100)
    segments(rig)[1].activate()
    rig.wind(300)
    coming = next(item for item in rig.stage.live_items() if item.x() > 0)
    (shown,) = (item for item in inside(coming) if isinstance(item, ExhibitItem))
    assert shown.entrance.axes == 0
    rig.come_to_rest()
    assert exhibit(rig) is shown and shown.entrance == SETTLED
    assert shown.spec is rig.scene.scene_content.exhibits[1]


def test_a_turned_exhibit_can_be_read_at_once(rig: Rig) -> None:
    rig.tap(segments(rig)[1])
    rig.wind(250)
    rig.tap(picture_area(rig).center())
    assert read(rig)


# --- by keys -----------------------------------------------------------------------------------


def test_keys_walk_over_the_segments_and_turn(rig: Rig) -> None:
    wanted = segments(rig)[1]
    steps = rig.stage.touchables().index(wanted) + 1
    for _ in range(steps):
        QTest.keyClick(rig.view, Qt.Key.Key_Tab)
    QTest.keyClick(rig.view, Qt.Key.Key_Return)
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[1]
    QTest.keyClick(rig.view, Qt.Key.Key_Backtab)
    QTest.keyClick(rig.view, Qt.Key.Key_Return)
    rig.come_to_rest()
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0], "the focus has stayed"


# --- what leads away ---------------------------------------------------------------------------


def test_whoever_comes_back_to_a_scene_finds_the_first_exhibit(rig: Rig) -> None:
    rig.tap(segments(rig)[1])
    rig.come_to_rest()
    go_to(rig, 1)
    go_to(rig, 0)
    assert exhibit(rig).spec is rig.scene.scene_content.exhibits[0]


def test_at_rest_nothing_ticks_faster_for_a_switch(rig: Rig) -> None:
    go_to(rig, MANY)
    rig.tap(segments(rig)[1])
    rig.come_to_rest()
    rig.wind(16)
    (timer,) = (c for c in rig.kiosk.ticker.children() if type(c).__name__ == "QTimer")
    assert timer.interval() > 10 * FRAME_MS
