"""The living backdrop: it wanders while nobody is here, drifts behind scenes, and stands still."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.stage.backdrop import LEAVING_MS, LOOP_S, STAY_S, WANDERING, Backdrop
from kiosk.toolkit.look import Look
from tests.conftest import KioskFactory

SIZE = QSize(480, 270)


class Sky:
    def __init__(self, look: Look, clock: ManualClock) -> None:
        self._clock = clock
        self.animator = Animator(clock)
        self.painted = 0
        self.backdrop = Backdrop(look.palette, self.animator, self._note)
        self.backdrop.resize(SIZE, 1.0)
        self.backdrop.show("new-energy")
        self.backdrop.live(True)

    def _note(self) -> None:
        self.painted += 1

    def wander(self) -> None:
        self.backdrop.wander(True)
        while chore := self.backdrop.chore():
            chore()
        self.wind(LEAVING_MS)

    def wind(self, ms: float, step: float = 100) -> None:
        while ms > 0:
            self._clock.advance(min(step, ms))
            self.animator.tick()
            ms -= step

    def seen(self) -> QImage:
        image = QImage(SIZE, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            self.backdrop.paint(painter, QRectF(image.rect()))
        return image


@pytest.fixture
def sky(look: Look, clock: ManualClock) -> Sky:
    return Sky(look, clock)


def test_it_drifts_behind_a_scene(sky: Sky) -> None:
    before = sky.seen()
    sky.wind(1000)
    assert sky.seen() != before
    assert sky.painted > 5


def test_covered_it_stands_still_and_then_goes_on_from_there(sky: Sky) -> None:
    sky.wind(1000)
    before, painted = sky.seen(), sky.painted
    sky.backdrop.live(False)
    sky.wind(5000)
    assert (sky.seen(), sky.painted) == (before, painted)
    assert not sky.animator.drifting
    sky.backdrop.live(True)
    assert sky.seen() == before
    sky.wind(1000)
    assert sky.seen() != before


def test_with_reduced_motion_it_stands_still(sky: Sky) -> None:
    sky.animator.reduced_motion = True
    before = sky.seen()
    sky.wind(60_000)
    assert sky.seen() == before


def test_it_wanders_through_all_motifs_and_comes_round(sky: Sky) -> None:
    sky.wander()
    stops = []
    for _ in WANDERING:
        stops.append(sky.seen())
        sky.wind(LOOP_S * 1000 / len(WANDERING))
    assert len({bytes(stop.constBits()) for stop in stops}) == len(WANDERING)
    assert 40 <= LOOP_S <= 60


def test_between_two_motifs_there_is_no_jump(sky: Sky) -> None:
    sky.wander()
    sky.wind((STAY_S - 2) * 1000)
    frames = []
    for _ in range(70):
        frames.append(sky.seen())
        sky.wind(100)
    changes = [difference(one, other) for one, other in pairwise(frames)]
    assert max(changes) < 1.5, "shades of 255, on average"


def test_as_it_ends_to_wander_it_flies_to_the_scene(sky: Sky) -> None:
    scene = sky.seen()
    sky.wander()
    sky.wind(3000)
    away = sky.seen()
    assert difference(away, scene) > 1
    sky.backdrop.wander(False)
    assert difference(sky.seen(), away) < 0.5, "it begins where it was"
    sky.wind(LEAVING_MS / 2)
    assert difference(sky.seen(), scene) > 0.2
    sky.wind(LEAVING_MS)
    assert difference(sky.seen(), scene) < 0.5


def test_before_a_motif_is_rendered_it_is_left_out(sky: Sky) -> None:
    sky.backdrop.wander(True)
    for _ in range(60):
        sky.wind(1000)
        sky.seen()
    assert not sky.backdrop.has("ai-production"), "or this would prove nothing"


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures are apart, on average, of 255 shades."""
    a, b = (
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
        for image in (one, other)
    )
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


# --- on the stage ------------------------------------------------------------------------------


def test_behind_an_opened_card_it_stands_still(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360), living=True)
    rig.come_to_rest()
    assert rig.kiosk.animator.drifting
    rig.tap(rig.scene.cards()[0])
    rig.come_to_rest()
    assert not rig.kiosk.animator.drifting
    rig.stage.close_card()
    rig.come_to_rest()
    assert rig.kiosk.animator.drifting


def test_a_closed_kiosk_drifts_no_more(kiosk: KioskFactory) -> None:
    rig = kiosk(size=(640, 360), living=True, attract_s=48)
    rig.come_to_rest()
    rig.kiosk.close()
    assert not rig.kiosk.animator.drifting
