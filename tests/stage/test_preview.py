"""A scene in small: it plays at its own speed, and is no more than a picture."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from kiosk.content.model import Exhibition
from kiosk.content.programme import Slot
from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.show.programme import programmed
from kiosk.stage.hero import COUNT_UP_MS, HeroItem
from kiosk.stage.layout import LANDSCAPE, PORTRAIT, Layout
from kiosk.stage.preview import Preview, thumbnail
from kiosk.toolkit.counter import Counter
from kiosk.toolkit.look import Look
from tests.conftest import KioskFactory, LookFactory
from tests.toolkit.drawn import drawing, inside

PLACE = QRectF(100, 50, 640, 400)
SCENE = "ai-production"


class Room:
    """A scene that a preview stands on, and its time."""

    def __init__(self, graphics: QGraphicsScene, clock: ManualClock) -> None:
        self.graphics = graphics
        self.clock = clock
        self.animator = Animator(clock)

    def wind(self, ms: float) -> None:
        for _ in range(round(ms / 50)):
            self.clock.advance(50)
            self.animator.tick()

    def picture(self) -> QImage:
        image = QImage(960, 540, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.green)
        painter = QPainter(image)
        self.graphics.render(painter, QRectF(image.rect()), QRectF(0, 0, 960, 540))
        painter.end()
        return image


@pytest.fixture
def room(canvas: QGraphicsScene, clock: ManualClock) -> Iterator[Room]:
    return Room(canvas, clock)


def shown(room: Room, exhibition: Exhibition, look: Look, layout: Layout = LANDSCAPE) -> Preview:
    preview = Preview(exhibition, SCENE, look, layout, room.animator)
    preview.fit(PLACE)
    room.graphics.addItem(preview)
    preview.start()
    return preview


def with_dwell(exhibition: Exhibition, seconds: float) -> Exhibition:
    return programmed(exhibition, (Slot(scene=SCENE, dwell_s=seconds),))


def number(preview: Preview) -> str:
    """The hero number, as far as it has counted."""
    (hero,) = (item for item in inside(preview) if isinstance(item, HeroItem))
    (counter,) = (item for item in inside(hero) if isinstance(item, Counter))
    return counter.words


def test_it_counts_up_as_on_the_stage(room: Room, exhibition: Exhibition, look: Look) -> None:
    preview = shown(room, exhibition, look)
    begun = number(preview)
    room.wind(COUNT_UP_MS / 2)
    half = number(preview)
    room.wind(COUNT_UP_MS)
    assert begun != half != number(preview) == "264.4"


def test_when_its_time_is_over_it_comes_again(
    room: Room, exhibition: Exhibition, look: Look
) -> None:
    preview = shown(room, with_dwell(exhibition, 12), look)
    room.wind(11_900)
    assert number(preview) == "264.4"
    room.wind(200)
    assert number(preview) != "264.4"
    room.wind(5000)
    assert number(preview) == "264.4"


def test_stopped_it_stands_still_and_may_begin_again(
    room: Room, exhibition: Exhibition, look: Look
) -> None:
    preview = shown(room, exhibition, look)
    room.wind(3000)
    seen = room.picture()
    preview.stop()
    half_way = room.picture()
    room.wind(3000)
    assert room.picture() == half_way
    preview.start()
    room.wind(3000)
    assert room.picture() == seen


def test_a_bar_shows_how_much_of_its_time_is_over(
    room: Room, exhibition: Exhibition, look: Look
) -> None:
    shown(room, with_dwell(exhibition, 20), look)
    room.wind(10_000)
    half = room.picture()
    row = round(PLACE.center().y() - 180 + LANDSCAPE.rail_rows[0].center().y() / 3)
    blue = [x for x in range(960) if half.pixelColor(x, row) == look.palette.accent(SCENE)]
    middle = PLACE.left() + LANDSCAPE.rail_rows[0].center().x() / 3
    assert max(blue) == pytest.approx(middle, abs=4)


@pytest.mark.parametrize("layout", [LANDSCAPE, PORTRAIT])
def test_it_stands_in_the_middle_of_its_place_and_nowhere_else(
    room: Room, exhibition: Exhibition, look: Look, layout: Layout
) -> None:
    preview = shown(room, exhibition, look, layout)
    room.wind(5000)
    seen = preview.sceneBoundingRect()
    assert PLACE.contains(seen)
    assert seen.center() == PLACE.center()
    image = room.picture()
    outside = [
        (x, y)
        for x in range(0, 960, 3)
        for y in range(0, 540, 3)
        if not seen.adjusted(-1, -1, 1, 1).contains(x, y)
        and image.pixelColor(x, y) != Qt.GlobalColor.green
    ]
    assert outside == []


def test_it_speaks_the_language_that_is_asked_for(
    room: Room, exhibition: Exhibition, make_look: LookFactory
) -> None:
    shown(room, exhibition, make_look("en", "paper-observatory"))
    texts = drawing(room.graphics, QRectF(0, 0, 960, 540)).texts()
    assert "Scene 2" in texts


def test_a_finger_touches_what_lies_under_it(kiosk: KioskFactory, look: Look) -> None:
    rig = kiosk(size=(960, 540))
    rig.come_to_rest()
    card = rig.scene.cards()[0]
    preview = Preview(rig.stage.exhibition, SCENE, look, LANDSCAPE, rig.kiosk.animator)
    preview.setZValue(30)
    rig.stage.graphics.addItem(preview)
    preview.settle()
    rig.tap(card)
    rig.wind(16)
    assert rig.stage.opened()
    preview.close()


def test_closed_it_leaves_nothing_behind(room: Room, exhibition: Exhibition, look: Look) -> None:
    preview = shown(room, exhibition, look)
    room.wind(300)
    gone = weakref.ref(preview)
    preview.close()
    assert not room.animator.active and not room.animator.drifting
    del preview
    gc.collect()
    assert gone() is None


def test_there_is_none_of_a_scene_that_there_is_not(
    room: Room, exhibition: Exhibition, look: Look
) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        Preview(exhibition, "nowhere", look, LANDSCAPE, room.animator)


def test_a_thumbnail_shows_the_scene_that_has_come(exhibition: Exhibition, look: Look) -> None:
    size = QSize(200, 112)
    pictures = [thumbnail(exhibition, scene.id, look, size) for scene in exhibition.scenes]
    assert {picture.size() for picture in pictures} == {size}
    for scene, picture in zip(exhibition.scenes, pictures, strict=True):
        image, accent = picture.toImage(), look.palette.accent(scene.accent)
        hues = [
            image.pixelColor(x, y).hue()
            for x in range(200)
            for y in range(112)
            if image.pixelColor(x, y).saturation() > 100 and image.pixelColor(x, y).value() > 150
        ]
        near = [hue for hue in hues if abs(hue - accent.hue()) < 12]
        assert len(near) > 100, scene.id


def test_a_thumbnail_disturbs_nothing_that_runs(
    kiosk: KioskFactory, exhibition: Exhibition, look: Look
) -> None:
    rig = kiosk(size=(960, 540))
    rig.come_to_rest()
    rig.tour.toggle_pause()
    rig.wind(32)
    before = rig.picture()
    thumbnail(exhibition, SCENE, look, QSize(200, 112))
    rig.wind(32)
    assert rig.picture() == before
    assert not rig.kiosk.animator.active
