"""The sizes of panels that there are to buy, and the heights that they are hung at, in steps."""

from bisect import bisect_left, bisect_right

MM_PER_INCH = 25.4
USUAL_INCHES: tuple[float, ...] = (
    *(10.1, 12.5, 15.6, 18.5, 21.5, 23.8, 27, 32, 37, 40, 43, 46, 48, 49),
    *(50, 55, 58, 60, 65, 70, 75, 82, 85, 86, 98, 100, 105, 110),
)
FIRST_INCHES = 55
FIRST_FLOOR_MM = 900.0
FLOOR_STEP_MM = 50.0
FLOOR_MM = (0.0, 2500.0)


def inches(diagonal_mm: float) -> float:
    """A diagonal in inches, to a tenth, as panels are sold."""
    return round(diagonal_mm / MM_PER_INCH, 1)


def next_diagonal_mm(diagonal_mm: float | None, step: int) -> float:
    """The next usual size up or down; where there is none beyond, or no size yet, the nearest."""
    if diagonal_mm is None:
        return FIRST_INCHES * MM_PER_INCH
    now = inches(diagonal_mm)
    at = bisect_right(USUAL_INCHES, now) if step > 0 else bisect_left(USUAL_INCHES, now) - 1
    return USUAL_INCHES[min(max(at, 0), len(USUAL_INCHES) - 1)] * MM_PER_INCH


def next_floor_mm(floor_mm: float | None, step: int) -> float:
    """The height a step up or down, in whole steps of 5 cm from the floor."""
    if floor_mm is None:
        return FIRST_FLOOR_MM
    steps = floor_mm // FLOOR_STEP_MM if step > 0 else -(-floor_mm // FLOOR_STEP_MM)
    low, high = FLOOR_MM
    return min(max((steps + step) * FLOOR_STEP_MM, low), high)
