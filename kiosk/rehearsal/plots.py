"""Two small charts for the certificate, as SVG that needs nothing but itself."""

from collections.abc import Sequence
from math import ceil, floor

WIDE, HIGH = 760.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 16.0, 12.0, 34.0
TICKS = 4

Point = tuple[float, float]


def lines(series: Sequence[tuple[str, Sequence[Point]]], unit: str, below: str) -> str:
    """Lines over days.

    Args:
        series: for each line its class, by which it is coloured, and its points: days and values.
        unit: what stands beside the highest figure of the axis.
        below: what stands under the axis of days.
    """
    points = [point for _, one in series for point in one]
    most_x = max((x for x, _ in points), default=1.0) or 1.0
    low, high, step = _axis([y for _, y in points] or [0.0, 1.0])

    def place(point: Point) -> str:
        x = LEFT + point[0] / most_x * (WIDE - LEFT - RIGHT)
        y = HIGH - BOTTOM - (point[1] - low) / (high - low) * (HIGH - TOP - BOTTOM)
        return f"{x:.1f},{y:.1f}"

    parts = [f'<svg viewBox="0 0 {WIDE:g} {HIGH:g}" role="img">']
    for index in range(round((high - low) / step) + 1):
        value = low + index * step
        _, y = place((0, value)).split(",")
        parts.append(f'<path class="rule" d="M{LEFT:g},{y}H{WIDE - RIGHT:g}"/>')
        label = f"{value:g} {unit}" if value + step > high else f"{value:g}"
        parts.append(f'<text class="end" x="{LEFT - 8:g}" y="{y}" dy="4">{label}</text>')
    every = max(1, ceil(most_x / 10))
    for day in range(0, floor(most_x) + 1, every):
        x, _ = place((day, low)).split(",")
        parts.append(f'<text class="mid" x="{x}" y="{HIGH - BOTTOM + 18:g}">{day}</text>')
    parts.append(f'<text class="end" x="{WIDE - RIGHT:g}" y="{HIGH - 2:g}">{below}</text>')
    for name, one in series:
        path = " ".join(place(point) for point in one)
        parts.append(f'<polyline class="line {name}" points="{path}"/>')
        if len(one) <= 31:
            parts += (f'<circle class="dot {name}" r="3.5" {_centre(place(p))}/>' for p in one)
    return "".join([*parts, "</svg>"])


def _centre(place: str) -> str:
    x, y = place.split(",")
    return f'cx="{x}" cy="{y}"'


def _axis(values: Sequence[float]) -> tuple[float, float, float]:
    """From where to where an axis from zero goes, and the step between its figures."""
    high = max(*values, 1.0)
    step = next(
        size * 10**power
        for power in range(-1, 9)
        for size in (1, 2, 2.5, 5)
        if high / (size * 10**power) <= TICKS
    )
    return 0.0, ceil(high / step) * step, step
