from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QPointF

from kiosk.show.clock import ManualClock
from kiosk.toolkit.gestures import (
    HOLD_MS,
    REPEAT_GUARD_MS,
    SLOP_PX,
    SWIPE_MS,
    GestureArbiter,
    Grip,
)

HERE = QPointF(500, 300)
FINGER, OTHER = 3, 4


class Hand:
    """Moves contacts over an arbiter and notes what it makes of them.

    Attributes:
        on: what lies where fingers come down.
    """

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.on = Grip.NONE
        self.arbiter = GestureArbiter(clock)
        self.arbiter.pressed.connect(self._tell_grip)
        self.told: list[tuple[object, ...]] = []
        self.arbiter.pressed.connect(lambda point: self.told.append(("pressed", point)))
        self.arbiter.tapped.connect(lambda point: self.told.append(("tapped", point)))
        self.arbiter.cancelled.connect(lambda: self.told.append(("cancelled",)))
        self.arbiter.drag_moved.connect(lambda x: self.told.append(("moved", x)))
        self.arbiter.drag_ended.connect(lambda x, v: self.told.append(("ended", x, v)))
        self.arbiter.stroke_moved.connect(lambda point: self.told.append(("stroke", point)))
        self.arbiter.stroke_ended.connect(lambda: self.told.append(("stroke ended",)))
        self.arbiter.held.connect(lambda point: self.told.append(("held", point)))
        self.company = 0
        self.arbiter.company_stirred.connect(self._count_company)

    def down(self, point: QPointF = HERE, contact: int = FINGER) -> None:
        self.arbiter.begin(contact, point)

    def by(self, x: float, y: float = 0.0, ms: float = 16.0, contact: int = FINGER) -> None:
        self.clock.advance(ms)
        self.arbiter.move(contact, HERE + QPointF(x, y))

    def up(self, x: float = 0.0, y: float = 0.0, contact: int = FINGER) -> None:
        self.arbiter.end(contact, HERE + QPointF(x, y))

    def rest(self, ms: float) -> None:
        self.clock.advance(ms)
        self.arbiter.tick()

    def _count_company(self) -> None:
        self.company += 1

    def _tell_grip(self) -> None:
        self.arbiter.grip = self.on

    def kinds(self) -> list[object]:
        return [entry[0] for entry in self.told]


@pytest.fixture
def hand(clock: ManualClock) -> Hand:
    return Hand(clock)


# --- taps --------------------------------------------------------------------------------------


def test_down_and_up_is_a_tap(hand: Hand) -> None:
    hand.down()
    assert hand.told == [("pressed", HERE)]
    assert hand.arbiter.busy
    hand.up()
    assert hand.told == [("pressed", HERE), ("tapped", HERE)]
    assert not hand.arbiter.busy


def test_a_finger_may_tremble(hand: Hand) -> None:
    hand.down()
    hand.by(SLOP_PX)
    hand.by(-SLOP_PX / 2, SLOP_PX / 2)
    hand.up(3, 4)
    assert hand.kinds() == ["pressed", "tapped"]


def test_a_long_press_is_still_a_tap(hand: Hand) -> None:
    hand.down()
    hand.clock.advance(9000)
    hand.up()
    assert hand.kinds() == ["pressed", "tapped"]


def test_a_double_tap_is_one_tap(hand: Hand) -> None:
    hand.down()
    hand.up()
    hand.clock.advance(REPEAT_GUARD_MS - 1)
    hand.down(HERE + QPointF(5, 5))
    hand.up(5, 5)
    assert hand.kinds() == ["pressed", "tapped", "pressed", "cancelled"]


def test_a_later_tap_counts_again(hand: Hand) -> None:
    hand.down()
    hand.up()
    hand.clock.advance(REPEAT_GUARD_MS)
    hand.down()
    hand.up()
    assert hand.kinds() == ["pressed", "tapped", "pressed", "tapped"]


def test_a_tap_elsewhere_counts_at_once(hand: Hand) -> None:
    hand.down()
    hand.up()
    hand.down(HERE + QPointF(200, 0))
    hand.up(200)
    assert hand.kinds() == ["pressed", "tapped", "pressed", "tapped"]


# --- holds -------------------------------------------------------------------------------------


def test_a_finger_that_rests_is_held_once_and_may_still_tap(hand: Hand) -> None:
    hand.down()
    hand.rest(HOLD_MS - 1)
    assert hand.kinds() == ["pressed"]
    hand.by(SLOP_PX / 2, ms=0)
    hand.rest(1)
    hand.rest(5000)
    hand.up()
    assert hand.told == [("pressed", HERE), ("held", HERE), ("tapped", HERE)]


@pytest.mark.parametrize("on", Grip)
def test_a_finger_that_moves_is_not_held(hand: Hand, on: Grip) -> None:
    hand.on = on
    hand.down()
    hand.by(SLOP_PX + 1)
    hand.rest(5000)
    assert "held" not in hand.kinds()


def test_what_was_lifted_or_taken_away_is_not_held(hand: Hand) -> None:
    hand.down()
    hand.up()
    hand.rest(HOLD_MS)
    hand.down()
    hand.arbiter.cancel()
    hand.rest(HOLD_MS)
    assert "held" not in hand.kinds()


def test_it_tells_when_it_has_to_be_asked_again(hand: Hand) -> None:
    assert hand.arbiter.next_due_ms() == float("inf")
    hand.down()
    hand.clock.advance(HOLD_MS / 3)
    assert hand.arbiter.next_due_ms() == pytest.approx(HOLD_MS * 2 / 3)
    hand.rest(HOLD_MS)
    assert hand.arbiter.next_due_ms() == float("inf")


# --- drags -------------------------------------------------------------------------------------


def test_beyond_the_slop_it_is_a_drag_and_no_tap(hand: Hand) -> None:
    hand.down()
    hand.by(SLOP_PX + 1)
    hand.by(80)
    hand.up(90)
    assert hand.kinds() == ["pressed", "cancelled", "moved", "moved", "ended"]
    assert hand.told[2:4] == [("moved", SLOP_PX + 1), ("moved", 80.0)]


def test_a_drag_that_comes_back_is_no_tap(hand: Hand) -> None:
    hand.down()
    hand.by(100)
    hand.by(0)
    hand.up()
    assert "tapped" not in hand.kinds()
    assert hand.told[-2:] == [("moved", 0.0), ("ended", 0.0, 0.0)]


def test_straight_down_is_no_tap_either(hand: Hand) -> None:
    hand.down()
    hand.by(0, 60)
    hand.up(0, 60)
    assert hand.kinds() == ["pressed", "cancelled", "moved", "ended"]
    assert hand.told[-1] == ("ended", 0.0, 0.0)


def test_the_velocity_is_that_of_the_end(hand: Hand) -> None:
    hand.down()
    for step in range(1, 11):
        hand.by(step * 30)  # fast
    for step in range(1, 11):
        hand.by(300 + step * 4)  # slow: 4 px in 16 ms
    hand.up(340)
    assert hand.told[-1] == ("ended", 340.0, pytest.approx(250))


def test_a_finger_that_rests_before_it_is_lifted_has_no_velocity(hand: Hand) -> None:
    hand.down()
    for step in range(1, 6):
        hand.by(step * 60)
    hand.clock.advance(500)
    hand.up(300)
    assert hand.told[-1] == ("ended", 300.0, 0.0)


def test_a_whole_flick_within_one_tick_is_followed(hand: Hand) -> None:
    hand.down()
    hand.by(300, ms=0)
    hand.up(300)
    assert hand.told[-1] == ("ended", 300.0, 0.0)


# --- strokes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("grip", [Grip.UNHURRIED, Grip.FIRM])
def test_what_lies_there_may_hold_the_finger(hand: Hand, grip: Grip) -> None:
    hand.on = grip
    hand.down()
    hand.by(4, ms=200)
    hand.by(60)
    hand.by(90)
    hand.up(90)
    assert hand.kinds() == ["pressed", "stroke", "stroke", "stroke ended"]
    assert hand.told[1:3] == [("stroke", HERE + QPointF(60, 0)), ("stroke", HERE + QPointF(90, 0))]


def test_a_drag_that_begins_as_quickly_as_a_swipe_is_one_wherever_it_begins(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(-20)
    hand.by(-60)
    hand.up(-90)
    assert hand.kinds() == ["pressed", "cancelled", "moved", "ended"]


def test_what_holds_firmly_is_not_swiped_away(hand: Hand) -> None:
    hand.on = Grip.FIRM
    hand.down()
    hand.by(-60)
    hand.up(-90)
    assert hand.kinds() == ["pressed", "stroke", "stroke ended"]


def test_no_swipe_goes_up_or_down(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(20, -40)
    hand.up(20, -40)
    assert hand.kinds() == ["pressed", "stroke", "stroke ended"]


@pytest.mark.parametrize("spacing_ms", [4, 8, 16, 33])
@pytest.mark.parametrize(("px_per_s", "drag"), [(250, "stroke"), (400, "moved"), (3000, "moved")])
def test_how_often_the_screen_tells_of_a_finger_makes_no_difference(
    hand: Hand, spacing_ms: float, px_per_s: float, drag: str
) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    for step in range(1, round(400 / spacing_ms)):
        hand.by(step * spacing_ms * px_per_s / 1000, ms=spacing_ms)
    assert set(hand.kinds()) == {"pressed", drag, *(["cancelled"] if drag == "moved" else [])}


def test_a_slow_frame_makes_no_reader_of_whoever_swipes(hand: Hand) -> None:
    """The next thing that is heard of a quick finger is where it has got to in the meantime."""
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(-180, ms=1.5 * SWIPE_MS)
    assert hand.kinds() == ["pressed", "cancelled", "moved"]


def test_once_a_stroke_always_a_stroke(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(30, ms=500)
    for step in range(1, 10):
        hand.by(30 - step * 120)
    hand.up(-1050)
    assert hand.kinds() == ["pressed", *["stroke"] * 10, "stroke ended"]


def test_the_next_contact_begins_without_a_grip(hand: Hand) -> None:
    hand.on = Grip.FIRM
    hand.down()
    hand.by(60)
    hand.up(60)
    hand.on = Grip.NONE
    hand.down()
    hand.by(-60)
    assert hand.kinds()[3:] == ["pressed", "cancelled", "moved"]


def test_what_is_held_may_be_tapped(hand: Hand) -> None:
    hand.on = Grip.FIRM
    hand.down()
    hand.by(10, ms=400)
    hand.up(10)
    assert hand.kinds() == ["pressed", "tapped"]


def test_a_stroke_that_is_taken_away_ends_as_if_it_had_not_begun(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(60, ms=400)
    hand.arbiter.cancel()
    hand.by(90)
    hand.up(90)
    assert hand.kinds() == ["pressed", "stroke", "cancelled"]


def test_company_changes_nothing_about_a_stroke(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    hand.by(60, ms=400)
    hand.down(HERE + QPointF(300, 0), OTHER)
    hand.by(700, contact=OTHER)
    hand.by(90)
    hand.up(700, contact=OTHER)
    hand.up(90)
    assert hand.kinds() == ["pressed", "stroke", "stroke", "stroke ended"]


def test_a_finger_that_reads_for_long_keeps_its_chart(hand: Hand) -> None:
    hand.on = Grip.UNHURRIED
    hand.down()
    for step in range(1, 12):
        hand.by(step * 40, ms=2000)
    hand.down(HERE + QPointF(300, 0), OTHER)
    assert hand.told[-1] == ("stroke", HERE + QPointF(440, 0))


# --- several contacts --------------------------------------------------------------------------


def test_a_second_contact_is_company(hand: Hand) -> None:
    hand.down()
    hand.down(HERE + QPointF(300, 0), OTHER)
    hand.by(600, contact=OTHER)
    hand.up(600, contact=OTHER)
    assert hand.told == [("pressed", HERE)]
    hand.up()
    assert hand.kinds() == ["pressed", "tapped"]


def test_ten_fingers_at_once_tap_once(hand: Hand) -> None:
    for contact in range(10):
        hand.down(HERE + QPointF(20 * contact, 0), contact)
    for contact in reversed(range(10)):
        hand.by(20 * contact, contact=contact)
        hand.up(20 * contact, contact=contact)
    assert hand.kinds() == ["pressed", "tapped"]


def test_ten_fingers_swiping_swipe_once(hand: Hand) -> None:
    for contact in range(10):
        hand.down(HERE, contact)
    for step in range(1, 11):
        for contact in range(10):
            hand.by(-40 * step, ms=2, contact=contact)
    for contact in range(10):
        hand.up(-400, contact=contact)
    assert hand.kinds().count("ended") == 1
    assert "tapped" not in hand.kinds()


def test_what_lies_on_the_screen_blocks_nobody(hand: Hand) -> None:
    """The standards: a contact held for 10 s blocks nobody."""
    hand.down()
    for _ in range(10):
        assert hand.arbiter.busy
        hand.by(2, ms=1000)  # a bag trembles when somebody walks by
    assert not hand.arbiter.busy
    hand.down(HERE + QPointF(300, 0), OTHER)
    hand.up(300, contact=OTHER)
    assert hand.told[-1] == ("tapped", HERE + QPointF(300, 0))
    hand.up()
    assert hand.kinds() == ["pressed", "cancelled", "pressed", "tapped"]


def test_a_long_slow_drag_keeps_its_finger(hand: Hand) -> None:
    hand.down()
    for step in range(1, 12):
        hand.by(step * 40, ms=2000)
    hand.down(HERE + QPointF(300, 0), OTHER)
    assert hand.told[-1] == ("moved", 440.0)


def test_a_contact_nobody_knows_does_nothing(hand: Hand) -> None:
    hand.by(100)
    hand.up(100)
    assert hand.told == []


def test_company_is_heard_of_when_it_comes_moves_and_goes(hand: Hand) -> None:
    hand.down()
    assert hand.company == 0
    hand.down(HERE + QPointF(300, 0), OTHER)
    assert hand.company == 1
    for step in range(20):
        hand.by(300 + step % 2 * SLOP_PX, contact=OTHER)
    assert hand.company == 1, "it only trembles"
    hand.by(300 + SLOP_PX + 1, contact=OTHER)
    assert hand.company == 2
    hand.up(300, contact=OTHER)
    assert hand.company == 3


@pytest.mark.parametrize("seed", range(20))
def test_of_ten_contacts_in_any_order_one_acts_at_a_time(hand: Hand, seed: int) -> None:
    random, down = Random(seed), set[int]()
    for _ in range(400):
        hand.rest(random.choice([0, 4, 16, 700]))
        contact = random.randrange(10)
        if contact not in down:
            down.add(contact)
            hand.down(HERE + QPointF(random.uniform(-400, 400), 0), contact)
        elif random.random() < 0.5:
            down.remove(contact)
            hand.up(random.uniform(-400, 400), contact=contact)
        elif random.random() < 0.1:
            hand.arbiter.drop(contact)
        else:
            hand.by(random.uniform(-400, 400), contact=contact)
    ends = [kind for kind in hand.kinds() if kind in ("pressed", "tapped", "ended", "stroke ended")]
    assert "tapped" in ends and "ended" in ends
    assert all(a == "pressed" or b == "pressed" for a, b in pairwise(ends))
    assert not any(a == b != "pressed" for a, b in pairwise(ends))


# --- no finger ---------------------------------------------------------------------------------


def test_a_press_that_turns_out_to_be_none_does_not_act_and_blocks_nobody(hand: Hand) -> None:
    hand.down()
    hand.arbiter.drop(FINGER)
    assert not hand.arbiter.busy
    hand.down(HERE + QPointF(300, 0), OTHER)
    hand.by(200)
    hand.up()
    hand.up(300, contact=OTHER)
    assert hand.kinds() == ["pressed", "cancelled", "pressed", "tapped"]


def test_a_swipe_that_turns_out_to_be_none_goes_nowhere(hand: Hand) -> None:
    hand.down()
    hand.by(-400)
    hand.arbiter.drop(FINGER)
    assert hand.told[-1] == ("ended", 0.0, 0.0)


def test_company_that_turns_out_to_be_none_leaves_the_finger_alone(hand: Hand) -> None:
    hand.down()
    hand.down(contact=OTHER)
    hand.arbiter.drop(OTHER)
    hand.up()
    assert hand.kinds() == ["pressed", "tapped"]


# --- taken away --------------------------------------------------------------------------------


def test_a_press_can_be_taken_away(hand: Hand) -> None:
    hand.down()
    hand.arbiter.cancel()
    assert hand.kinds() == ["pressed", "cancelled"]
    hand.up()
    assert hand.kinds() == ["pressed", "cancelled"]
    assert not hand.arbiter.busy


def test_a_drag_that_is_taken_away_goes_nowhere(hand: Hand) -> None:
    hand.down()
    hand.by(-900)
    hand.arbiter.cancel()
    assert hand.told[-1] == ("ended", 0.0, 0.0)


def test_with_no_finger_down_there_is_nothing_to_take_away(hand: Hand) -> None:
    hand.arbiter.cancel()
    assert hand.told == []
