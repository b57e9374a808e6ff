import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.show.easing import Easing, ease_in_out, ease_out

share = st.floats(0, 1)
every_easing = pytest.mark.parametrize("easing", [ease_in_out, ease_out])


@every_easing
def test_both_ends_are_exact(easing: Easing) -> None:
    assert easing(0) == 0
    assert easing(1) == 1


@every_easing
@given(share, share)
def test_it_never_leaves_0_to_1_and_never_goes_back(easing: Easing, a: float, b: float) -> None:
    # The two halves of ease_in_out meet in a rounding error, hence the hair's breadth.
    assert 0 <= easing(min(a, b)) <= easing(max(a, b)) + 1e-15 <= 1 + 1e-15


def test_in_out_is_slow_at_both_ends_and_half_way_in_the_middle() -> None:
    assert ease_in_out(0.25) == 0.0625
    assert ease_in_out(0.5) == 0.5
    assert ease_in_out(0.75) == 0.9375


def test_out_is_fast_at_first() -> None:
    assert ease_out(0.5) == 0.875
