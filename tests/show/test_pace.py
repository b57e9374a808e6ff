"""The pace of pictures, fed with times."""

from kiosk.show.pace import KEPT, Pace


def play(pace: Pace, intervals_ms: list[float], start_ms: float = 0) -> float:
    """Something moves for so many pictures and comes to rest."""
    now_ms = start_ms
    pace.frame(now_ms, moving=True)
    for index, interval_ms in enumerate(intervals_ms):
        now_ms += interval_ms
        pace.frame(now_ms, moving=index < len(intervals_ms) - 1)
    return now_ms


def test_before_anything_has_moved_there_is_no_pace() -> None:
    pace = Pace()
    for now_ms in (0, 100, 200):
        pace.frame(now_ms, moving=False)
    assert pace.p95_ms is None


def test_one_in_twenty_may_be_late() -> None:
    pace = Pace()
    play(pace, [16.0] * 95 + [50.0] * 5)
    assert pace.p95_ms == 16.0
    play(pace, [50.0] * 2, start_ms=10_000)
    assert pace.p95_ms == 50.0


def test_a_rest_between_two_movements_is_no_slow_picture() -> None:
    pace = Pace()
    ended_ms = play(pace, [16.0] * 3)
    play(pace, [17.0] * 3, start_ms=ended_ms + 700)
    assert pace.p95_ms == 17.0


def test_a_slow_picture_in_a_movement_counts() -> None:
    pace = Pace()
    play(pace, [16.0, 240.0])
    assert pace.p95_ms == 240.0


def test_an_animation_that_waits_is_no_slow_picture() -> None:
    pace = Pace()
    play(pace, [16.0, 1600.0, 16.0])
    assert pace.p95_ms == 16.0


def test_only_the_last_pictures_count() -> None:
    pace = Pace()
    ended_ms = play(pace, [90.0] * KEPT)
    play(pace, [16.0] * KEPT, start_ms=ended_ms)
    assert pace.p95_ms == 16.0
