"""The panel under a real gesture: what fingers do, as the stage tells it from contacts."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF

from kiosk.show.clock import ManualClock
from kiosk.staff.commands import Choose, Forget
from kiosk.stage.hands import Hands
from kiosk.toolkit.gestures import GestureArbiter
from kiosk.toolkit.touchable import Touchable
from tests.staff.conftest import Booth, BoothFactory


class Finger:
    """One finger on the panel."""

    def __init__(self, desk: Booth, clock: ManualClock) -> None:
        self.desk = desk
        self._arbiter = GestureArbiter(clock)
        self._hands = Hands(desk.graphics, self._arbiter, desk.panel.targets)
        self._at = QPointF()

    def land(self, item: Touchable) -> None:
        self._at = item.mapToScene(item.target().center())
        self._arbiter.begin(1, self._at)

    def move(self, dx: float, dy: float) -> None:
        for _ in range(8):
            self._at += QPointF(dx, dy) / 8
            self.desk.wind(16)
            self._arbiter.move(1, self._at)

    def lift(self) -> None:
        self._arbiter.end(1, self._at)

    def tap(self, item: Touchable) -> None:
        self.land(item)
        self.lift()


@pytest.fixture
def finger(booth: BoothFactory, clock: ManualClock) -> Callable[..., Finger]:
    def build(**venue: object) -> Finger:
        desk = booth("programme", venue={"programmes.A": [{"scene": "ai-production"}], **venue})
        desk.obey()
        return Finger(desk, clock)

    return build


def test_a_row_is_drawn_to_another_place(booth: BoothFactory, clock: ManualClock) -> None:
    desk = booth("programme")
    hand = Finger(desk, clock)
    hand.land(desk.touchable("拖動嶄新能源的次序"))
    hand.move(30, 152)
    hand.lift()
    (command,) = desk.commands
    assert isinstance(command, Choose)
    assert [slot.scene for slot in command.chosen["programmes.A"]] == [
        "ai-production",
        "new-energy",
        "internet-of-everything",
        "future-industry",
    ]


def test_a_tap_on_the_dots_shows_what_else_can_be_done(finger: Callable[..., Finger]) -> None:
    hand = finger()
    hand.tap(hand.desk.touchable("拖動AI生產的次序"))
    assert "複製" in hand.desk.texts()
    assert hand.desk.commands == []


def test_a_step_is_taken_with_each_tap(finger: Callable[..., Finger]) -> None:
    hand = finger()
    for _ in range(3):
        hand.tap(hand.desk.touchable("增加AI生產的停留時間"))
        hand.desk.wind(400)
    assert hand.desk.commands[-1].chosen["programmes.A"][0].dwell_s == 28


def test_restoring_is_held(finger: Callable[..., Finger]) -> None:
    hand = finger()
    hand.land(hand.desk.touchable("本頁恢復原廠（按住2秒）"))
    hand.desk.wind(1000)
    hand.move(12, 4)
    hand.desk.wind(1000)
    hand.lift()
    assert hand.desk.commands == [Forget(("programmes.A",))]


@pytest.mark.parametrize(("dx", "dy"), [(0, 0), (500, -200)])
def test_restoring_is_let_go_of(finger: Callable[..., Finger], dx: float, dy: float) -> None:
    hand = finger()
    hand.land(hand.desk.touchable("本頁恢復原廠（按住2秒）"))
    hand.desk.wind(1500)
    hand.move(dx, dy)
    if not dx:
        hand.lift()
    hand.desk.wind(3000)
    assert hand.desk.commands == []
