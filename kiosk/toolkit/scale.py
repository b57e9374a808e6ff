"""Round numbers for an axis that starts at zero."""

from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def nice_ticks(low: float, high: float, count: int = 4, whole: bool = False) -> list[float]:
    """Evenly spaced round numbers from zero (or below `low`) to at least `high`.

    Args:
        low: the smallest value, taken as 0 where it is above.
        high: the largest value, taken as 0 where it is below.
        count: about how many steps there should be, at least 1.
        whole: whether all are to be whole numbers.
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        return [0.0, 1.0]
    rough = (high - low) / count
    if whole:
        rough = max(rough, 1.0)
    power = 10.0 ** floor(log10(rough))
    steps = (step * power for step in STEPS if not whole or (step * power).is_integer())
    step = next(step for step in steps if step >= rough * 0.999)
    first, last = floor(low / step), ceil(high / step - 1e-9)
    return [i * step for i in range(first, last + 1)]


def tick_label(value: float, step: float) -> str:
    """`value` with as many decimals as `step` has; nought has none."""
    if value == 0:
        return "0"
    decimals = max(0, -floor(log10(step) + 1e-9)) if step > 0 else 0
    if round(step, decimals) != round(step, decimals + 2):
        decimals += 1
    return f"{value:,.{decimals}f}"
