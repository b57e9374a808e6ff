"""What the pages are put together from."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from kiosk.staff.action import Action
from kiosk.staff.choice import Choice
from kiosk.staff.field import Field
from kiosk.staff.loop_bar import LoopBar, Stretch
from kiosk.staff.stepper import Stepper
from kiosk.staff.switch import Switch
from kiosk.toolkit.look import Look
from kiosk.toolkit.proof import proof
from tests.toolkit.drawn import drawing

AREA = QRectF(0, 0, 1000, 200)
RECT = QRectF(20, 20, 600, 120)


@pytest.fixture
def nail(canvas: QGraphicsScene) -> QGraphicsItem:
    return canvas.addRect(QRectF())


class TestStepper:
    """A value between less and more."""

    @pytest.fixture
    def stepper(self, nail: QGraphicsItem, look: Look) -> Stepper:
        return Stepper(nail, look, RECT, "音量")

    def test_it_asks_and_waits_for_its_owner(self, stepper: Stepper) -> None:
        asked: list[int] = []
        stepper.stepped.connect(asked.append)
        stepper.show_value("3 級")
        less, more = stepper.touchables()
        less.activate()
        more.activate()
        assert asked == [-1, 1]
        assert [words.text for words in proof([stepper])] == ["3 級"]

    def test_at_its_end_it_asks_for_nothing_by_finger_or_key(self, stepper: Stepper) -> None:
        asked: list[int] = []
        stepper.stepped.connect(asked.append)
        stepper.show_value("5 級", can_more=False)
        less, more = stepper.touchables()
        more.activate()
        more.step(1)
        less.step(1)
        assert asked == []
        assert more.describe() == "增加音量：現時不能使用"
        more.step(-1)
        assert asked == [-1]

    def test_it_says_the_value(self, stepper: Stepper) -> None:
        stepper.show_value("3 級")
        less, _ = stepper.touchables()
        assert less.describe() == "減少音量：3 級"
        assert less.reads() == "音量：3 級"


class TestChoice:
    """One of several."""

    @pytest.fixture
    def choice(self, nail: QGraphicsItem, look: Look) -> Choice:
        return Choice(nail, look, RECT, [("a", "甲"), ("b", "乙"), ("c", "丙")], "a")

    def test_it_asks_for_what_is_touched_and_shows_what_it_is_told(self, choice: Choice) -> None:
        asked: list[str] = []
        choice.chosen.connect(asked.append)
        choice.touchables()[2].activate()
        assert asked == ["c"]
        assert [one.describe() for one in choice.touchables()] == ["甲，已選取", "乙", "丙"]
        choice.show_chosen("c")
        assert [one.describe() for one in choice.touchables()] == ["甲", "乙", "丙，已選取"]

    def test_arrow_keys_ask_for_the_neighbour_and_stop_at_the_ends(self, choice: Choice) -> None:
        asked: list[str] = []
        choice.chosen.connect(asked.append)
        choice.touchables()[0].step(-1)
        choice.touchables()[0].step(1)
        assert asked == ["b"]

    def test_its_words_are_of_one_size(
        self, nail: QGraphicsItem, look: Look, canvas: QGraphicsScene
    ) -> None:
        rect = QRectF(0, 0, 400, 96)
        choice = Choice(nail, look, rect, [("a", "短"), ("b", "相當長的一些字")], "a")
        short, long = proof(choice.touchables())
        assert short.box.height() == pytest.approx(long.box.height())
        assert long.text == "相當長的一些字"

    def test_it_may_be_a_column(self, nail: QGraphicsItem, look: Look) -> None:
        high = RECT.adjusted(0, 0, 0, 300)
        choice = Choice(nail, look, high, [("a", "甲"), ("b", "乙")], "a", is_column=True)
        first, second = (one.mapRectToScene(one.target()) for one in choice.touchables())
        assert first.left() == second.left() == high.left()
        assert second.top() - first.bottom() == pytest.approx(16)
        assert second.bottom() == pytest.approx(high.bottom())


def test_a_switch_that_cannot_be_flipped_says_so(nail: QGraphicsItem, look: Look) -> None:
    switch = Switch(nail, look, RECT, "聲音", is_on=True, enabled=False)
    asked: list[bool] = []
    switch.flipped.connect(asked.append)
    switch.activate()
    switch.step(-1)
    assert asked == []
    assert switch.describe() == "聲音：開，現時不能使用"
    switch.show_state(is_on=True)
    switch.activate()
    assert asked == [False]


def test_words_of_an_action_stand_on_one_line_if_they_can(
    nail: QGraphicsItem, look: Look, canvas: QGraphicsScene
) -> None:
    action = Action(nail, look, QRectF(0, 0, 236, 96), "套用十三項更改")
    assert [words.text for words in proof([action])] == ["套用十三項更改"]
    action.show_state(True, "套用一百二十三項更改")
    assert len(proof([action])) == 2


def test_a_field_says_other_words(nail: QGraphicsItem, look: Look) -> None:
    field = Field(nail, look, RECT, "節目B", "尚未設定", 200)
    field.show_words("節目B", "播放3個場景")
    assert [words.text for words in proof([field])] == ["節目 B", "播放 3 個場景"]
    assert field.place.right() <= RECT.width()


def test_each_stretch_of_a_loop_is_as_wide_as_it_is_long(
    nail: QGraphicsItem, look: Look, canvas: QGraphicsScene
) -> None:
    bar = LoopBar(nail, look, QRectF(0, 0, 903, 56))
    one, two, _, four = look.palette.scene_accents()
    bar.show_loop(
        [
            Stretch(60, one, "60 秒", "60"),
            Stretch(28, two, "28 秒", "28"),
            Stretch(2, four, "2 秒", "2"),
        ]
    )
    drawn = drawing(canvas, AREA)
    (first,), (second,) = drawn.filled(one), drawn.filled(two)
    assert first.width() / second.width() == pytest.approx(60 / 28, rel=0.01)
    assert drawn.texts() == ["60 秒", "28 秒"]
