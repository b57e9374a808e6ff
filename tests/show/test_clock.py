from kiosk.show.clock import FastClock, ManualClock, MonotonicClock


def test_the_machines_clock_counts_milliseconds_and_never_runs_backwards() -> None:
    clock = MonotonicClock()
    readings = [clock.now_ms() for _ in range(1000)]
    assert readings == sorted(readings)
    assert readings[-1] - readings[0] < 10_000


def test_a_manual_clock_moves_only_when_it_is_wound() -> None:
    clock = ManualClock()
    start = clock.now_ms()
    assert clock.now_ms() == start
    clock.advance(16)
    clock.advance(0.5)
    assert clock.now_ms() == start + 16.5


def test_a_fast_clock_is_fast_from_its_creation_on() -> None:
    clock = ManualClock()
    clock.advance(5000)
    fast = FastClock(clock, speed=20)
    assert fast.now_ms() == 5000
    clock.advance(100)
    assert fast.now_ms() == 7000
