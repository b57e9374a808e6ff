"""What may stand behind an option of a command, and the sentence where something else does."""

import argparse
from collections.abc import Callable

LARGEST_PX = 16384


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels, from `1280x720`.

    Raises:
        argparse.ArgumentTypeError: it is no size, or larger than Qt can paint.
    """
    wide, _, high = text.lower().partition("x")
    sides = [int(side) if side.isdecimal() else 0 for side in (wide, high)]
    if not all(0 < side <= LARGEST_PX for side in sides):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size such as 1280x720")
    return sides[0], sides[1]


def count(text: str) -> int:
    """A whole number from 1.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return int(text)


def number(low: float, high: float) -> Callable[[str], float]:
    """What reads a number from `low` to `high`, and says so where there is another."""

    def read(text: str) -> float:
        try:
            found = float(text)
        except ValueError:
            found = float("nan")
        if not low <= found <= high:
            raise argparse.ArgumentTypeError(f"'{text}' is not a number from {low:g} to {high:g}")
        return found

    return read
