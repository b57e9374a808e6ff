"""The slider through the moments of a chart, and the button that walks through them."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from kiosk.show.animator import Animator
from kiosk.show.clock import ManualClock
from kiosk.toolkit.button import Button
from kiosk.toolkit.look import Look
from kiosk.toolkit.scrubber import STEP_MS, Scrubber
from kiosk.toolkit.slider import Slider
from tests.toolkit.drawn import drawing

RECT = QRectF(0, 100, 1084, 96)
AREA = QRectF(0, 0, 1084, 300)
MOMENTS = ["1962", "1982", "2002", "2022"]


class Rig:
    """A scrubber, wound by hand; `asked` is what it has asked for."""

    def __init__(self, scrubber: Scrubber, animator: Animator, clock: ManualClock) -> None:
        self.scrubber = scrubber
        self.animator = animator
        self.clock = clock
        self.asked: list[int] = []
        scrubber.moved.connect(self.asked.append)
        button, slider = scrubber.touchables()
        assert isinstance(button, Button)
        assert isinstance(slider, Slider)
        self.button, self.slider = button, slider

    def wind(self, ms: float) -> None:
        while ms > 0:
            self.clock.advance(min(16.0, ms))
            self.animator.tick()
            ms -= 16

    def texts(self) -> list[str]:
        return drawing(self.scrubber.scene(), AREA).texts()


@pytest.fixture
def rig(canvas: QGraphicsScene, look: Look, clock: ManualClock) -> Rig:
    animator = Animator(clock)
    nail = canvas.addRect(QRectF())
    colour = look.palette.accent("new-energy")
    return Rig(Scrubber(nail, look, RECT, MOMENTS, colour, animator), animator, clock)


def test_at_first_the_last_moment_is_on_and_named(rig: Rig) -> None:
    assert rig.scrubber.moment == 3
    assert rig.slider.value == 1.0
    assert rig.texts() == ["2022"]


def test_button_and_slider_are_large_enough_and_apart(rig: Rig) -> None:
    button, slider = (
        item.mapRectToScene(item.boundingRect()) for item in rig.scrubber.touchables()
    )
    assert min(button.width(), button.height(), slider.height()) >= 96
    assert slider.left() - button.right() >= 16
    name = drawing(rig.scrubber.scene(), AREA).find("2022").box
    assert slider.right() <= name.left()
    assert RECT.right() >= name.right()


def test_the_slider_asks_for_the_moment_under_the_finger(rig: Rig) -> None:
    for moment in (0, 2, 1, 3):
        rig.slider.touch(rig.slider.place(moment / 3 + 0.05))
        assert rig.texts() == [MOMENTS[moment]]
    assert rig.asked == [0, 2, 1, 3]


def test_keys_step_from_one_moment_to_the_next_and_stay_at_the_ends(rig: Rig) -> None:
    for _ in range(5):
        rig.slider.step(-1)
    assert rig.asked == [2, 1, 0]
    rig.slider.step(1)
    assert rig.asked[-1] == 1


def test_shown_a_moment_it_asks_for_nothing(rig: Rig) -> None:
    rig.scrubber.show_moment(1)
    assert rig.texts() == ["1982"]
    assert rig.slider.value == pytest.approx(1 / 3)
    assert rig.asked == []


def test_play_asks_for_one_after_the_other_and_ends(rig: Rig) -> None:
    rig.button.tap(QPointF())
    assert rig.asked == [0]
    for count in (2, 3, 4):
        rig.wind(STEP_MS - 48)
        assert len(rig.asked) == count - 1
        rig.wind(64)
        assert len(rig.asked) == count
    rig.wind(3 * STEP_MS)
    assert rig.asked == [0, 1, 2, 3]
    assert not rig.animator.active


def test_played_again_on_the_way_it_begins_anew(rig: Rig) -> None:
    rig.button.tap(QPointF())
    rig.wind(STEP_MS + 100)
    rig.button.tap(QPointF())
    rig.wind(6 * STEP_MS)
    assert rig.asked == [0, 1, 0, 1, 2, 3]


def test_the_slider_ends_the_play(rig: Rig) -> None:
    rig.button.tap(QPointF())
    rig.wind(STEP_MS + 100)
    rig.slider.step(1)
    rig.wind(5 * STEP_MS)
    assert rig.asked == [0, 1, 2]
    assert not rig.animator.active


def test_stopped_it_walks_no_further(rig: Rig) -> None:
    rig.button.tap(QPointF())
    rig.scrubber.stop()
    rig.wind(5 * STEP_MS)
    assert rig.asked == [0]
    assert not rig.animator.active


def test_with_reduced_motion_it_still_comes_by_every_moment(rig: Rig) -> None:
    rig.animator.reduced_motion = True
    rig.button.tap(QPointF())
    rig.wind(STEP_MS)
    assert rig.asked == [0, 1, 2, 3]
