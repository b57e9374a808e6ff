"""The display goes dark and comes back, with programs that stand in for those of a venue."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.show.clock import ManualClock
from kiosk.venue.children import GRACE_MS
from kiosk.venue.display_power import AGAIN_MS, PATIENCE_MS, DisplayPower
from tests.screen import until
from tests.standins import StandIns

Connect = Callable[[], DisplayPower]

OFF, ON = "dpms force off", "dpms force on -dpms"
NEVER_ENDS = "exec /bin/sleep 600"
CANNOT = "echo 'server does not have extension for dpms option'; exit 0"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    """A machine under X on which nothing is installed."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return StandIns(tmp_path, monkeypatch)


@pytest.fixture
def connect(machine: StandIns, clock: ManualClock) -> Iterator[Connect]:
    """The displays of the machine as it is."""
    built: list[DisplayPower] = []

    def connected() -> DisplayPower:
        built.append(DisplayPower(clock.now_ms))
        return built[-1]

    yield connected
    for power in built:
        power.close()


def expect(power: DisplayPower, machine: StandIns, program: str, *told: str) -> None:
    def is_told() -> bool:
        power.tick()
        return sorted(machine.told(program)) == sorted(told)

    until(is_told, f"{program} is told {told}")


def at_rest(power: DisplayPower) -> bool:
    power.tick()
    return not power.busy


def test_it_switches_off_and_on(machine: StandIns, connect: Connect) -> None:
    machine.put("xset")
    power = connect()
    power.switch(False)
    expect(power, machine, "xset", OFF)
    power.switch(True)
    expect(power, machine, "xset", OFF, ON)
    assert power.possible


def test_a_display_that_was_never_off_is_left_alone(machine: StandIns, connect: Connect) -> None:
    machine.put("xset")
    power = connect()
    power.switch(True)
    power.tick()
    power.close()
    assert machine.told("xset") == []


def test_one_that_may_have_been_left_dark_is_switched_on(
    machine: StandIns, clock: ManualClock
) -> None:
    machine.put("xset")
    power = DisplayPower(clock.now_ms, are_on=False)
    expect(power, machine, "xset", ON)
    power.close()
    assert machine.told("xset") == [ON]


@pytest.mark.parametrize(
    ("program", "off"), [("wlopm", "--off *"), ("swaymsg", "--quiet output * dpms off")]
)
def test_on_wayland_others_do_it(
    machine: StandIns, connect: Connect, monkeypatch: pytest.MonkeyPatch, program: str, off: str
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    machine.put("xset")
    machine.put(program)
    power = connect()
    power.switch(False)
    expect(power, machine, program, off)
    assert machine.told("xset") == []


def test_where_nothing_can_it_says_so(machine: StandIns, connect: Connect) -> None:
    power = connect()
    power.switch(False)
    power.tick()
    assert not power.possible


def test_without_a_display_nothing_is_started(
    machine: StandIns, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    machine.put("xset")
    assert not connect().possible


@pytest.mark.parametrize("how", ["exit 1", CANNOT])
def test_one_that_fails_is_found_out_and_tried_again(
    machine: StandIns, connect: Connect, clock: ManualClock, how: str
) -> None:
    machine.put("xset", then=how)
    power = connect()
    power.switch(False)
    expect(power, machine, "xset", OFF)
    until(lambda: at_rest(power), "it has ended")
    assert not power.possible
    machine.put("xset")
    clock.advance(AGAIN_MS)
    expect(power, machine, "xset", OFF, OFF)
    until(lambda: at_rest(power), "it has ended")
    assert power.possible


def test_what_a_finger_has_woken_goes_dark_again(
    machine: StandIns, connect: Connect, clock: ManualClock
) -> None:
    machine.put("xset")
    power = connect()
    power.switch(False)
    expect(power, machine, "xset", OFF)
    until(lambda: at_rest(power), "it has ended")
    clock.advance(AGAIN_MS - 1)
    power.tick()
    assert not power.busy
    clock.advance(1)
    expect(power, machine, "xset", OFF, OFF)


def test_one_after_the_other_however_soon_it_changes(machine: StandIns, connect: Connect) -> None:
    machine.put("xset", then="/bin/sleep 0.2")
    power = connect()
    power.switch(False)
    power.tick()
    power.switch(True)
    power.tick()
    assert ON not in machine.told("xset")
    expect(power, machine, "xset", OFF, ON)


def test_one_that_hangs_is_ended(machine: StandIns, connect: Connect, clock: ManualClock) -> None:
    machine.put("xset", then=NEVER_ENDS)
    power = connect()
    power.switch(False)
    expect(power, machine, "xset", OFF)
    clock.advance(PATIENCE_MS)
    power.tick()
    clock.advance(GRACE_MS)
    until(lambda: at_rest(power), "it has ended")
    assert not power.possible


def test_the_display_is_on_when_the_kiosk_has_gone(machine: StandIns, connect: Connect) -> None:
    machine.put("xset")
    power = connect()
    power.switch(False)
    expect(power, machine, "xset", OFF)
    power.close()
    assert sorted(machine.told("xset")) == [OFF, ON]
