"""How movement gathers and loses speed: one cubic family for the whole exhibition.

Each function takes the share of the duration that is over and gives the share of the way that is
done, both from 0 to 1: exactly 0 at 0 and exactly 1 at 1, and never back in between.
"""

from collections.abc import Callable

Easing = Callable[[float], float]


def ease_in_out(t: float) -> float:
    """Slow in and slow out: for everything that starts from rest."""
    return 4 * t**3 if t < 0.5 else 1 - 4 * (1 - t) ** 3


def ease_out(t: float) -> float:
    """Slow out only: for what a finger has already set in motion."""
    return 1 - (1 - t) ** 3


def linear(t: float) -> float:
    """Evenly: for what shows how much time has gone."""
    return t
