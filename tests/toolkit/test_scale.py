import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.toolkit.scale import STEPS, nice_ticks, tick_label


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (124.2, 958.7, [0, 250, 500, 750, 1000]),
        (14.75, 26.44, [0, 10, 20, 30]),
        (0.671, 2.888, [0, 1, 2, 3]),
        (0, 100, [0, 25, 50, 75, 100]),
        (0, 1000, [0, 250, 500, 750, 1000]),
        (0, 1001, [0, 250, 500, 750, 1000, 1250]),
        (7, 7, [0, 2, 4, 6, 8]),
        (0, 0, [0, 1]),
        (-5, -1, [-6, -4, -2, 0]),
        (-57.9, 154.4, [-100, 0, 100, 200]),
        (0, 3e-7, [0, 1e-7, 2e-7, 3e-7]),
        (0, 290_144, [0, 100_000, 200_000, 300_000]),
        (0, 4e15, [0, 1e15, 2e15, 3e15, 4e15]),
    ],
)
def test_the_axis_is_round_and_holds_zero(low: float, high: float, ticks: list[float]) -> None:
    assert nice_ticks(low, high) == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("count", "ticks"), [(1, [0, 100]), (2, [0, 50, 100]), (10, range(0, 101, 10))]
)
def test_about_as_many_steps_as_wanted(count: int, ticks: list[float]) -> None:
    assert nice_ticks(0, 100, count) == pytest.approx(list(ticks))


@pytest.mark.parametrize(
    ("high", "ticks"),
    [(1, [0, 1]), (2, [0, 1, 2]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (10, [0, 5, 10])],
)
def test_what_is_counted_has_no_halves(high: float, ticks: list[float]) -> None:
    assert nice_ticks(0, high, whole=True) == ticks


numbers = st.floats(-1e12, 1e12, allow_subnormal=False)


@given(low=numbers, high=numbers)
def test_any_axis(low: float, high: float) -> None:
    low, high = min(low, high), max(low, high)
    assume(high - min(low, 0.0) > 1e-9 and (max(high, 0.0) - low) > 1e-9)
    ticks = nice_ticks(low, high)
    step = ticks[1] - ticks[0]
    assert 0.0 in ticks
    assert ticks[0] <= low + step * 1e-6
    assert ticks[-1] >= high - step * 1e-6
    assert 2 <= len(ticks) <= 7
    assert all(b - a == pytest.approx(step) for a, b in itertools.pairwise(ticks))
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(mantissa == pytest.approx(nice) for nice in STEPS)


@pytest.mark.parametrize(
    ("value", "step", "label"),
    [
        (1000, 250, "1,000"),
        (0, 250, "0"),
        (2.5, 2.5, "2.5"),
        (5.0, 2.5, "5.0"),
        (0.25, 0.25, "0.25"),
        (0.5, 0.25, "0.50"),
        (0.3, 0.1, "0.3"),
        (-20, 10, "-20"),
        (300_000, 100_000, "300,000"),
        (0.0002, 0.0001, "0.0002"),
    ],
)
def test_labels_have_the_decimals_of_the_step(value: float, step: float, label: str) -> None:
    assert tick_label(value, step) == label


@given(high=st.floats(1e-6, 1e12))
def test_no_two_ticks_read_the_same(high: float) -> None:
    ticks = nice_ticks(0, high)
    labels = [tick_label(tick, ticks[1] - ticks[0]) for tick in ticks]
    assert len(set(labels)) == len(labels)
    read = [float(label.replace(",", "")) for label in labels]
    assert read == pytest.approx(ticks, rel=1e-6, abs=high * 1e-6)
